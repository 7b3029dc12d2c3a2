//! Cases: what machines must not settle alone. Owns the rows; refuses to find cases or to decide them. A case is the same
//! when it is found again by its key, so that it stays settled.

use sync::{RegisterId, UnixMillis};

use crate::stores::column;
use crate::stores::{Row, Rows, StoreError, Value};
use crate::values;

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its name: the first half of its key.
    pub id: [u8; 16],
    /// What makes it the same when it is found again.
    pub key: [u8; 32],
    /// Where it waits.
    pub queue: String,
    /// What it is, within the queue.
    pub kind: String,
    /// How sure the finder is, in thousandths.
    pub score: i64,
    /// Why it was found, sentences as JSON.
    pub reasons: String,
    /// Whom it is about, as JSON.
    pub members: String,
    /// What was found, as JSON.
    pub evidence: String,
    /// `open`, `decided` or `gone`.
    pub state: String,
    /// When it was found.
    pub at: UnixMillis,
    /// How often what was found, or what was decided, changed.
    pub changes: i64,
    /// The count of the clock when it last changed.
    pub version: i64,
    /// Who is at it; empty: nobody.
    pub claimed_by: String,
    /// Until when.
    pub claimed_until: UnixMillis,
    /// What was decided, as JSON.
    pub decision: String,
    /// By whom.
    pub decided_by: String,
    /// When.
    pub decided_at: UnixMillis,
}

/// A line of a case's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: UnixMillis,
    /// Who.
    pub who: String,
    /// What: found, changed, gone, claim, release, decide, undo.
    pub what: String,
    /// The decision, where it is one.
    pub decision: String,
    /// Why.
    pub reason: String,
}

const CASE: &str = "SELECT id, key, queue, kind, score, reasons, members, evidence, state, at, changes, version,
    claimed_by, claimed_until, decision, decided_by, decided_at FROM cases";

fn case(row: &Row) -> Result<Case, StoreError> {
    let text = |index| row.text(index).map(str::to_owned);
    Ok(Case {
        id: row.id(0)?,
        key: row.id(1)?,
        queue: text(2)?,
        kind: text(3)?,
        score: row.int(4)?,
        reasons: text(5)?,
        members: text(6)?,
        evidence: text(7)?,
        state: text(8)?,
        at: UnixMillis(row.int(9)?),
        changes: row.int(10)?,
        version: row.int(11)?,
        claimed_by: text(12)?,
        claimed_until: UnixMillis(row.int(13)?),
        decision: text(14)?,
        decided_by: text(15)?,
        decided_at: UnixMillis(row.int(16)?),
    })
}

/// Writes a case, in place of what was there of its id.
///
/// # Errors
/// When the store does not answer.
pub fn put(rows: &mut (impl Rows + ?Sized), case: &Case) -> Result<(), StoreError> {
    let sql = "INSERT INTO cases (id, key, queue, kind, score, reasons, members, evidence, state, at, changes, version,
        claimed_by, claimed_until, decision, decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, score = excluded.score, reasons = excluded.reasons,
        members = excluded.members, evidence = excluded.evidence, state = excluded.state, changes = excluded.changes, version = excluded.version,
        claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until, decision = excluded.decision,
        decided_by = excluded.decided_by, decided_at = excluded.decided_at";
    let texts = |text: &String| Value::Text(text.clone());
    let Case { id, key, queue, kind, score, reasons, members, evidence, state, .. } = case;
    let mut values = vec![Value::from(*id), Value::from(*key), texts(queue), texts(kind), Value::Int(*score)];
    values.extend([reasons, members, evidence, state].map(texts));
    values.extend(values![case.at.0, case.changes, case.version, case.claimed_by.as_str(), case.claimed_until.0]);
    values.extend(values![case.decision.as_str(), case.decided_by.as_str(), case.decided_at.0]);
    rows.ask(sql, &values).map(drop)
}

/// Notes which registers a case concerns.
///
/// # Errors
/// When the store does not answer.
pub fn concerns(rows: &mut (impl Rows + ?Sized), id: [u8; 16], registers: &[RegisterId]) -> Result<(), StoreError> {
    let sql = "INSERT INTO case_registers (register, id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    registers.iter().try_for_each(|register| rows.ask(sql, &values![column::register(*register), id]).map(drop))
}

/// The registers that a case concerns.
///
/// # Errors
/// When the store does not answer.
pub fn registers(rows: &mut (impl Rows + ?Sized), id: [u8; 16]) -> Result<Vec<RegisterId>, StoreError> {
    let found = rows.ask("SELECT register FROM case_registers WHERE id = $1 ORDER BY register", &values![id])?;
    found.iter().map(|row| column::read_register(row.int(0)?)).collect()
}

/// A case.
///
/// # Errors
/// When the store does not answer.
pub fn by_id(rows: &mut (impl Rows + ?Sized), id: [u8; 16]) -> Result<Option<Case>, StoreError> {
    rows.ask(&format!("{CASE} WHERE id = $1"), &values![id])?.first().map(case).transpose()
}

/// The cases that concern a register, the newest first; of one queue, or of all where it is empty.
///
/// # Errors
/// When the store does not answer.
pub fn of(rows: &mut (impl Rows + ?Sized), register: RegisterId, queue: &str) -> Result<Vec<Case>, StoreError> {
    let sql = format!(
        "{CASE} WHERE id IN (SELECT id FROM case_registers WHERE register = $1) AND ($2 = '' OR queue = $2)
            ORDER BY at DESC, id"
    );
    rows.ask(&sql, &values![column::register(register), queue])?.iter().map(case).collect()
}

/// Which page of a queue is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The queue.
    pub queue: String,
    /// The state.
    pub state: String,
    /// Rows to pass over.
    pub offset: i64,
    /// Rows at most.
    pub limit: i64,
    /// Only cases of this sub-county.
    pub sub_county: Option<u32>,
    /// Only cases that nobody but this one is at, now.
    pub free_for: Option<(String, UnixMillis)>,
    /// Only cases behind this one, in the order of the page.
    pub after: Option<[u8; 16]>,
}

/// A page of a queue: the surest first, then the oldest.
///
/// # Errors
/// When the store does not answer.
pub fn page(rows: &mut (impl Rows + ?Sized), page: &Page) -> Result<Vec<Case>, StoreError> {
    let mut values = values![page.queue.as_str(), page.state.as_str()].to_vec();
    let mut sql = format!("{CASE} WHERE queue = $1 AND state = $2");
    if let Some(code) = page.sub_county {
        values.push(code.into());
        sql += &format!(
            " AND id IN (SELECT case_registers.id FROM case_registers JOIN projected USING (register)
                WHERE projected.sub_county = ${})",
            values.len()
        );
    }
    if let Some((who, now)) = &page.free_for {
        values.extend(values![who.as_str(), now.0]);
        let (who, now) = (values.len() - 1, values.len());
        sql += &format!(" AND (claimed_by = '' OR claimed_by = ${who} OR claimed_until <= ${now})");
    }
    if let Some(id) = page.after {
        values.push(id.into());
        let left = values.len();
        sql += &format!(
            " AND EXISTS (SELECT 1 FROM cases AS gone_by WHERE gone_by.id = ${left} AND (cases.score < gone_by.score
                OR (cases.score = gone_by.score AND (cases.at > gone_by.at OR (cases.at = gone_by.at AND cases.id > gone_by.id)))))"
        );
    }
    values.extend(values![page.limit, page.offset]);
    let (limit, offset) = (values.len() - 1, values.len());
    sql += &format!(" ORDER BY score DESC, at, id LIMIT ${limit} OFFSET ${offset}");
    rows.ask(&sql, &values)?.iter().map(case).collect()
}

/// How a queue stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The queue.
    pub queue: String,
    /// Open cases.
    pub waiting: i64,
    /// Of these, somebody is at.
    pub claimed: i64,
    /// When the oldest was found.
    pub oldest: UnixMillis,
    /// Found within a day, a week, before.
    pub ages: [i64; 3],
}

/// How each queue with open cases stands.
///
/// # Errors
/// When the store does not answer.
pub fn standing(
    rows: &mut (impl Rows + ?Sized),
    now: UnixMillis,
    sub_county: Option<u32>,
) -> Result<Vec<Standing>, StoreError> {
    let (day, week) = (now.0 - 86_400_000, now.0 - 7 * 86_400_000);
    let mut values = values![now.0, day, week].to_vec();
    let mut within = String::new();
    if let Some(code) = sub_county {
        values.push(code.into());
        within = " AND id IN (SELECT case_registers.id FROM case_registers JOIN projected USING (register)
            WHERE projected.sub_county = $4)"
            .to_owned();
    }
    let count = |condition: &str| format!("CAST(sum(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)");
    let sql = format!(
        "SELECT queue, count(*), {}, min(at), {}, {}, {} FROM cases WHERE state = 'open'{within}
            GROUP BY queue ORDER BY queue",
        count("claimed_by <> '' AND claimed_until > $1"),
        count("at >= $2"),
        count("at < $2 AND at >= $3"),
        count("at < $3"),
    );
    let read = |row: &Row| {
        Ok(Standing {
            queue: row.text(0)?.to_owned(),
            waiting: row.int(1)?,
            claimed: row.int(2)?,
            oldest: UnixMillis(row.int(3)?),
            ages: [row.int(4)?, row.int(5)?, row.int(6)?],
        })
    };
    rows.ask(&sql, &values)?.iter().map(read).collect()
}

/// The queues in which something changed after a count of the clock.
///
/// # Errors
/// When the store does not answer.
pub fn changed_since(rows: &mut (impl Rows + ?Sized), version: i64) -> Result<Vec<String>, StoreError> {
    let found = rows.ask("SELECT DISTINCT queue FROM cases WHERE version > $1 ORDER BY queue", &values![version])?;
    found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
}

/// Adds a line to a case's history.
///
/// # Errors
/// When the store does not answer.
pub fn note(rows: &mut (impl Rows + ?Sized), id: [u8; 16], happened: &Happened) -> Result<(), StoreError> {
    let sql = "INSERT INTO case_history (id, n, at, who, what, decision, reason)
        VALUES ($1, (SELECT coalesce(max(n), 0) + 1 FROM case_history WHERE id = $1), $2, $3, $4, $5, $6)";
    let Happened { at, who, what, decision, reason } = happened;
    let values = values![id, at.0, who.as_str(), what.as_str(), decision.as_str(), reason.as_str()];
    rows.ask(sql, &values).map(drop)
}

/// A case's history.
///
/// # Errors
/// When the store does not answer.
pub fn history(rows: &mut (impl Rows + ?Sized), id: [u8; 16]) -> Result<Vec<Happened>, StoreError> {
    let sql = "SELECT at, who, what, decision, reason FROM case_history WHERE id = $1 ORDER BY n";
    let read = |row: &Row| {
        let text = |index| row.text(index).map(str::to_owned);
        Ok(Happened {
            at: UnixMillis(row.int(0)?),
            who: text(1)?,
            what: text(2)?,
            decision: text(3)?,
            reason: text(4)?,
        })
    };
    rows.ask(sql, &values![id])?.iter().map(read).collect()
}
