//! The table `history`: each write of each field, for ever. Its last row of a field is the field's present value.

use rusqlite::{Connection, OptionalExtension};

use super::Placed;
use crate::error::{Error, Result};
use sync::Kind;
use sync::{About, Hash, UnixMillis};

pub(crate) fn insert(
    connection: &Connection,
    about: &About,
    field: &str,
    seq: i64,
    old: &str,
    new: &str,
) -> Result<()> {
    let sql = "INSERT INTO history (about, field, seq, old, new) VALUES (?1, ?2, ?3, ?4, ?5)";
    connection.prepare_cached(sql)?.execute((about.key(), field, seq, old, new))?;
    Ok(())
}

/// The present value of a field and the hash of the operation that wrote it.
pub(crate) fn last(connection: &Connection, about: &About, field: &str) -> Result<Option<(String, Hash)>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/last_write.sql"))?;
    Ok(statement.query_row((about.key(), field), |row| Ok((row.get(0)?, Hash(row.get(1)?)))).optional()?)
}

/// What one operation made of a field: the value before and after.
pub(crate) fn written(connection: &Connection, about: &About, field: &str, seq: i64) -> Result<(String, String)> {
    let sql = "SELECT old, new FROM history WHERE about = ?1 AND field = ?2 AND seq = ?3";
    let row = connection
        .prepare_cached(sql)?
        .query_row((about.key(), field, seq), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    row.ok_or_else(|| Error::corrupt(format!("operation {seq} is not in the history of {field}")))
}

pub(crate) struct Row {
    pub(crate) field: String,
    pub(crate) old: String,
    pub(crate) new: String,
    pub(crate) change: i64,
    pub(crate) kind: Kind,
    pub(crate) note: String,
    pub(crate) actor: String,
    pub(crate) at: UnixMillis,
}

/// Everything that was written about one thing, latest first.
pub(crate) fn of(connection: &Connection, about: &About) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/history.sql"))?;
    let rows = statement.query_map([about.key()], |row| {
        let kind = Kind::of(row.get(4)?);
        let (field, old, new, change) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Row { field, old, new, change, kind, note: row.get(5)?, actor: row.get(6)?, at: UnixMillis(row.get(7)?) })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last value of every field that is not empty: the state as history tells it.
pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/last_values.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
