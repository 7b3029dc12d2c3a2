//! The table `outbox`: the chained operations, as they travel.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use sync::Hash;

pub(crate) struct Row {
    pub(crate) seq: i64,
    pub(crate) incarnation: u64,
    pub(crate) n: u64,
    pub(crate) bytes: Vec<u8>,
    pub(crate) h: Hash,
}

pub(crate) fn insert(connection: &Connection, change: i64, row: &Row) -> Result<()> {
    let sql = "INSERT INTO outbox (seq, change, incarnation, n, bytes, h) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let values = (row.seq, change, row.incarnation.cast_signed(), row.n.cast_signed(), &row.bytes, row.h.0);
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The number of the last row, 0 before the first.
pub(crate) fn last_seq(connection: &Connection) -> Result<i64> {
    Ok(connection.prepare_cached("SELECT coalesce(max(seq), 0) FROM outbox")?.query_row([], |row| row.get(0))?)
}

/// The last operation of an incarnation.
pub(crate) fn head(connection: &Connection, incarnation: u64) -> Result<Option<(u64, Hash)>> {
    let sql = "SELECT n, h FROM outbox WHERE incarnation = ?1 ORDER BY n DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?.cast_unsigned(), Hash(row.get(1)?)));
    Ok(connection.prepare_cached(sql)?.query_row([incarnation.cast_signed()], read).optional()?)
}

/// The operations of an incarnation from `n` on, at most `limit`.
pub(crate) fn from(connection: &Connection, incarnation: u64, n: u64, limit: u32) -> Result<Vec<Row>> {
    let sql = "SELECT seq, incarnation, n, bytes, h FROM outbox WHERE incarnation = ?1 AND n >= ?2 ORDER BY n LIMIT ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let rows = statement.query_map((incarnation.cast_signed(), n, limit), read_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The operations of one change.
pub(crate) fn of_change(connection: &Connection, change: i64) -> Result<Vec<Row>> {
    let sql = "SELECT seq, incarnation, n, bytes, h FROM outbox WHERE change = ?1 ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([change], read_row)?.collect::<rusqlite::Result<_>>()?)
}

/// Every operation, oldest first, one at a time.
pub(crate) fn for_each(connection: &Connection, mut visit: impl FnMut(Row) -> Result<()>) -> Result<()> {
    let mut statement = connection.prepare("SELECT seq, incarnation, n, bytes, h FROM outbox ORDER BY seq")?;
    for row in statement.query_map([], read_row)? {
        visit(row?)?;
    }
    Ok(())
}

fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        seq: row.get(0)?,
        incarnation: row.get::<_, i64>(1)?.cast_unsigned(),
        n: row.get::<_, i64>(2)?.cast_unsigned(),
        bytes: row.get(3)?,
        h: Hash(row.get(4)?),
    })
}
