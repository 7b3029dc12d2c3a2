//! The table `history`: each write of each field, for ever. Its last row of a field is the field's present value.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use sync::{About, Kind, Tag, UnixMillis};

use crate::error::{Error, Result};

/// A write of a field, with what it replaced.
pub(crate) struct Written<'w> {
    pub(crate) field: &'w str,
    pub(crate) old: &'w str,
    pub(crate) new: &'w str,
    /// The operation; `None`: the value is gone with the operation that had written it.
    pub(crate) tag: Option<Tag>,
}

pub(crate) fn insert(
    connection: &Connection,
    about: [u8; 16],
    seq: i64,
    change: i64,
    written: &Written<'_>,
) -> Result<()> {
    // An operation may close several branches of one field: history names the first.
    let sql =
        "INSERT OR IGNORE INTO history (about, field, seq, old, new, change, tag) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let Written { field, old, new, tag } = written;
    let values = (about, field, seq, old, new, change, tag.map(|tag| tag.0));
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The present value of a field and the tag of the operation that wrote it.
pub(crate) fn last(connection: &Connection, about: &About, field: &str) -> Result<Option<(String, Option<Tag>)>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/last_write.sql"))?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, Option<_>>(1)?.map(Tag)));
    Ok(statement.query_row((about.key(), field), read).optional()?)
}

/// Lets a write stand under the operation that carried it over.
pub(crate) fn carry(
    connection: &Connection,
    about: &About,
    field: &str,
    from: i64,
    (to, tag): (i64, Tag),
) -> Result<()> {
    let sql = "UPDATE history SET seq = ?4, tag = ?5 WHERE about = ?1 AND field = ?2 AND seq = ?3";
    connection.prepare_cached(sql)?.execute((about.key(), field, from, to, tag.0))?;
    Ok(())
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
    pub(crate) merged: Option<Kind>,
}

/// Everything that was written about one thing, latest first.
pub(crate) fn of(connection: &Connection, about: &About) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/history.sql"))?;
    let rows = statement.query_map([about.key()], |row| {
        let kind = Kind::of(row.get(4)?);
        let (field, old, new, change) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (note, actor, at) = (row.get(5)?, row.get(6)?, UnixMillis(row.get(7)?));
        let merged = row.get::<_, Option<u8>>(8)?.map(Kind::of);
        Ok(Row { field, old, new, change, kind, note, actor, at, merged })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Values by the thing's key and the field, with the tags of the operations that wrote them.
pub(crate) type Present = BTreeMap<([u8; 16], String), (String, Option<Tag>)>;

/// The present value of every field that was ever written, empty ones and remarks too, with the tag of the operation
/// that wrote it.
pub(crate) fn present(connection: &Connection) -> Result<Present> {
    let mut statement = connection.prepare_cached(include_str!("../sql/last_values.sql"))?;
    let rows = statement
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get::<_, Option<_>>(3)?.map(Tag)))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
