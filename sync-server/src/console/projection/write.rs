//! A projected register written, in one transaction. Owns that it is written over what was read and nothing newer, and that
//! a case which was found before stays as it was decided.

use std::collections::BTreeSet;

use sync::{LogEnd, RegisterId, UnixMillis};

use super::found::{Found, is_own};
use super::made::Made;
use super::summary::FORMAT;
use crate::console::cases::parsed;
use crate::stores::console::candidates::{self, Kept};
use crate::stores::console::cases::{self, Case, Happened};
use crate::stores::console::projected::{self, Projected};
use crate::stores::{Council, StoreError};

/// What a register was projected from.
#[derive(Clone)]
pub(super) struct From {
    pub(super) register: RegisterId,
    pub(super) sub_county: u32,
    pub(super) log: LogEnd,
    pub(super) rules: u32,
    pub(super) kept: Kept,
    /// The version of the row that was read.
    pub(super) before: Option<i64>,
}

/// Writes it; `false`: another server did meanwhile.
pub(super) fn write(council: &mut dyn Council, from: &From, made: &Made, now: UnixMillis) -> Result<bool, StoreError> {
    let version = projected::tick(council)?;
    let register = from.register;
    if projected::of(council, register)?.map(|row| row.version) != from.before {
        return Ok(false);
    }
    candidates::bring(council, register, &from.kept, &made.candidates)?;
    write_cases(council, register, &made.found, version, now)?;
    let row = Projected {
        register,
        sub_county: from.sub_county,
        log: from.log,
        format: FORMAT,
        rules: from.rules,
        version,
        at: now,
        summary: made.summary.packed(),
    };
    projected::put(council, &row)?;
    Ok(true)
}

fn write_cases(
    council: &mut dyn Council,
    register: RegisterId,
    found: &[Found],
    version: i64,
    now: UnixMillis,
) -> Result<(), StoreError> {
    for one in found {
        put_found(council, one, version, now)?;
    }
    let known: BTreeSet<[u8; 32]> = found.iter().map(|one| one.key).collect();
    for case in cases::of(council, register, "")? {
        let own = is_own(&case.queue, &case.kind);
        if own && case.state == "open" && !known.contains(&case.key) {
            put_gone(council, case.id, version, now)?;
        }
    }
    Ok(())
}

/// What was found is no longer there: a case that is still open takes care of itself.
pub(crate) fn put_gone(
    council: &mut dyn Council,
    id: [u8; 16],
    version: i64,
    now: UnixMillis,
) -> Result<(), StoreError> {
    let Some(case) = cases::by_id(council, id)?.filter(|case| case.state == "open") else { return Ok(()) };
    cases::put(council, &Case { state: "gone".into(), changes: case.changes + 1, version, ..case })?;
    note(council, id, "gone", now)
}

/// Decisions that ask the centre for something: the case opens again when what was found changes.
const REOPENS: [&str; 2] = ["ask", "send-back"];

/// The columns that say what was found.
fn columns(found: &Found) -> [String; 3] {
    [serde_json::json!(found.reasons), serde_json::json!(found.members), found.evidence.clone()].map(|v| v.to_string())
}

/// Whether it is there already, as it was found.
pub(crate) fn is_known(council: &mut dyn Council, found: &Found) -> Result<bool, StoreError> {
    let [_, members, evidence] = columns(found);
    let before = cases::by_id(council, found.id())?;
    Ok(before.is_some_and(|case| case.state != "gone" && (&case.evidence, &case.members) == (&evidence, &members)))
}

/// Writes a case as it was found: new, changed, or found again after it was gone. What was decided stays decided.
pub(crate) fn put_found(
    council: &mut dyn Council,
    found: &Found,
    version: i64,
    now: UnixMillis,
) -> Result<bool, StoreError> {
    let id = found.id();
    let [reasons, members, evidence] = columns(found);
    let before = cases::by_id(council, id)?;
    let what = match &before {
        None => "found",
        Some(case) if case.state == "gone" => "found",
        Some(case) if (&case.evidence, &case.members) == (&evidence, &members) => return Ok(false),
        Some(_) => "changed",
    };
    let before = before.unwrap_or_else(|| Case {
        id,
        key: found.key,
        queue: found.queue.to_owned(),
        kind: found.kind.clone(),
        score: found.score,
        reasons: String::new(),
        members: String::new(),
        evidence: String::new(),
        state: String::new(),
        at: now,
        changes: 0,
        version,
        claimed_by: String::new(),
        claimed_until: UnixMillis(0),
        decision: String::new(),
        decided_by: String::new(),
        decided_at: UnixMillis(0),
    });
    let state = if is_settled(&before) { "decided" } else { "open" }.to_owned();
    let (kind, score, changes) = (found.kind.clone(), found.score, before.changes + 1);
    let case = Case { kind, score, reasons, members, evidence, state, changes, version, ..before };
    cases::put(council, &case)?;
    cases::concerns(council, id, &found.registers)?;
    note(council, id, what, now)?;
    Ok(true)
}

/// Whether it was decided, and not so that the centre was asked.
pub(crate) fn is_settled(case: &Case) -> bool {
    let decision = parsed(&case.decision);
    case.state == "decided" && !decision["decision"].as_str().is_some_and(|said| REOPENS.contains(&said))
}

fn note(council: &mut dyn Council, id: [u8; 16], what: &str, now: UnixMillis) -> Result<(), StoreError> {
    let (who, what) = ("server".to_owned(), what.to_owned());
    cases::note(council, id, &Happened { at: now, who, what, decision: String::new(), reason: String::new() })
}
