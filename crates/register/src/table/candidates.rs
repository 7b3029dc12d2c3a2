//! The table `candidates`: a row each, never removed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regulations::{Draft, Field};
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, ToSql, params_from_iter};

use super::Placed;
use crate::column::Column;
use crate::error::{Error, Result};
use sync::CandidateId;

/// The state of a candidate on the roll.
pub(crate) const ENTERED: &str = "entered";
/// The state of one who will not sit.
pub(crate) const WITHDRAWN: &str = "withdrawn";
/// The state of one who left for another centre.
pub(crate) const MOVED: &str = "moved";

/// The columns that are not of the entry, before those that are.
const OWN: [&str; 5] = ["id", "state", "withdrawn_because", "photograph", "signed"];

static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<_> = OWN.into_iter().chain(Field::ALL.map(Field::name)).collect();
    names.join(", ")
});

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let places = vec!["?"; OWN.len() + 1 + Field::COUNT].join(", ");
    format!("INSERT INTO candidates (seq, {}) VALUES ({places})", *COLUMNS)
});

static LIST: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM candidates {}", *COLUMNS, include_str!("../sql/roll.sql")));

static ONE: LazyLock<String> = LazyLock::new(|| format!("SELECT {} FROM candidates WHERE id = ?1", *COLUMNS));

pub(crate) struct Row {
    pub(crate) id: CandidateId,
    pub(crate) state: String,
    pub(crate) withdrawn_because: String,
    pub(crate) photograph: String,
    pub(crate) signed: String,
    pub(crate) draft: Draft,
}

/// Adds an entered candidate; `seq` is the operation's, and so the order of entry.
pub(crate) fn insert(connection: &Connection, seq: i64, id: CandidateId, draft: &Draft) -> Result<()> {
    let own: [&dyn ToSql; 6] = [&seq, &id.0, &ENTERED, &"", &"", &""];
    let fields = draft.fields();
    let values = own.into_iter().chain(fields.iter().map(|value| value as &dyn ToSql));
    connection.prepare_cached(&INSERT)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Adds a candidate of whom the log speaks, if they are not there yet.
pub(crate) fn know(connection: &Connection, seq: i64, id: CandidateId) -> Result<()> {
    let sql = "INSERT INTO candidates (seq, id) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
    connection.prepare_cached(sql)?.execute((seq, id.0))?;
    Ok(())
}

pub(crate) fn set(connection: &Connection, id: CandidateId, column: &Column, value: &str) -> Result<()> {
    let sql = format!("UPDATE candidates SET {} = ?1 WHERE id = ?2", column.name());
    match connection.prepare_cached(&sql)?.execute((value, id.0))? {
        1 => Ok(()),
        _ => Err(Error::UnknownCandidate(id)),
    }
}

fn read_row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let mut draft = Draft::default();
    for (i, field) in Field::ALL.into_iter().enumerate() {
        let value: String = row.get(OWN.len() + i)?;
        draft.set(field, value);
    }
    Ok(Row {
        id: CandidateId(row.get(0)?),
        state: row.get(1)?,
        withdrawn_because: row.get(2)?,
        photograph: row.get(3)?,
        signed: row.get(4)?,
        draft,
    })
}

/// Everybody who has a row.
pub(crate) fn ids(connection: &Connection) -> Result<BTreeSet<[u8; 16]>> {
    let mut statement = connection.prepare_cached("SELECT id FROM candidates")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn read(connection: &Connection, id: CandidateId) -> Result<Option<Row>> {
    Ok(connection.prepare_cached(&ONE)?.query_row([id.0], read_row).optional()?)
}

/// The candidates of one state, or of any but the undone entries; of one entry code; without a photograph. In the
/// order of the roll: by number, then by entry.
pub(crate) fn list(
    connection: &Connection,
    state: Option<&str>,
    entry_code: Option<&str>,
    without_photograph: bool,
) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(&LIST)?;
    let rows = statement.query_map((state, entry_code, without_photograph), read_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Visits every candidate, withdrawn ones too, with the values of a few fields.
pub(crate) fn each<const N: usize>(
    connection: &Connection,
    fields: [Field; N],
    mut visit: impl FnMut(CandidateId, &str, [&str; N]),
) -> Result<()> {
    let names = fields.map(Field::name).join(", ");
    let sql = format!("SELECT id, state, {names} FROM candidates WHERE state <> ''");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut values = [""; N];
        for (i, value) in values.iter_mut().enumerate() {
            *value = row.get_ref(i + 2)?.as_str().map_err(rusqlite::Error::from)?;
        }
        visit(CandidateId(row.get(0)?), row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?, values);
    }
    Ok(())
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut statement = connection.prepare_cached(&format!("SELECT {} FROM candidates", *COLUMNS))?;
    let rows = statement.query_map([], read_row)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut placed = Vec::with_capacity(rows.len() * 16);
    for row in rows {
        let own = OWN[1..].iter().copied().zip([row.state, row.withdrawn_because, row.photograph, row.signed]);
        let entry = Field::ALL.into_iter().map(|field| (field.name(), row.draft.get(field).to_owned()));
        let given = own.chain(entry).filter(|(_, value)| !value.is_empty());
        placed.extend(given.map(|(name, value)| (row.id.0, name.to_owned(), value)));
    }
    Ok(placed)
}
