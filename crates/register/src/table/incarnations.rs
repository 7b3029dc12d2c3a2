//! The table `incarnations`: who writes here, anew after each restore.

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, Result};
use sync::{StreamId, UnixMillis, WriterId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) incarnation: u64,
    pub(crate) writer: WriterId,
    pub(crate) opened_at: UnixMillis,
}

pub(crate) fn insert(connection: &Connection, row: &Row) -> Result<()> {
    let sql = "INSERT INTO incarnations (incarnation, device, opened_at) VALUES (?1, ?2, ?3)";
    connection.execute(sql, (row.incarnation.cast_signed(), row.writer.0, row.opened_at.0))?;
    Ok(())
}

/// The one in force.
pub(crate) fn last(connection: &Connection) -> Result<Row> {
    let sql = "SELECT incarnation, device, opened_at FROM incarnations ORDER BY incarnation DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| {
        let incarnation = row.get::<_, i64>(0)?.cast_unsigned();
        Ok(Row { incarnation, writer: WriterId(row.get(1)?), opened_at: UnixMillis(row.get(2)?) })
    };
    let row = connection.prepare_cached(sql)?.query_row([], read).optional()?;
    row.ok_or_else(|| Error::corrupt("it does not say who writes in it"))
}

/// The writer of one of them.
pub(crate) fn writer(connection: &Connection, incarnation: u64) -> Result<WriterId> {
    let sql = "SELECT device FROM incarnations WHERE incarnation = ?1";
    let writer = connection.query_row(sql, [incarnation.cast_signed()], |row| row.get(0)).optional()?;
    writer.map(WriterId).ok_or_else(|| Error::corrupt(format!("incarnation {incarnation} is not on record")))
}

/// All of them, oldest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<StreamId>> {
    let mut statement =
        connection.prepare_cached("SELECT device, incarnation FROM incarnations ORDER BY incarnation")?;
    let rows = statement.query_map([], |row| {
        Ok(StreamId { writer: WriterId(row.get(0)?), incarnation: row.get::<_, i64>(1)?.cast_unsigned() })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether operations of this stream were written in this register.
pub(crate) fn is_own(connection: &Connection, stream: StreamId) -> Result<bool> {
    let sql = "SELECT 1 FROM incarnations WHERE incarnation = ?1 AND device = ?2";
    let key = (i64::try_from(stream.incarnation).unwrap_or(i64::MAX), stream.writer.0);
    Ok(connection.prepare_cached(sql)?.exists(key)?)
}
