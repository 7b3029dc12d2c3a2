//! The table `outbox`: the chained operations, as they travel.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use sync::{Hash, WriterId};

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

/// The last place taken in history, by an own operation or by a merge; 0 before the first.
pub(crate) fn last_seq(connection: &Connection) -> Result<i64> {
    let sql = "SELECT max(coalesce((SELECT max(seq) FROM outbox), 0), coalesce((SELECT seq FROM council), 0))";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The last operation of an incarnation, but for those carried over into another.
pub(crate) fn head(connection: &Connection, incarnation: u64) -> Result<Option<(u64, Hash)>> {
    let sql = "SELECT n, h FROM outbox WHERE incarnation = ?1 AND carried_into IS NULL ORDER BY n DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?.cast_unsigned(), Hash(row.get(1)?)));
    Ok(connection.prepare_cached(sql)?.query_row([incarnation.cast_signed()], read).optional()?)
}

/// The operations of an incarnation from `n` on, at most `limit`, but for those carried over into another.
pub(crate) fn from(connection: &Connection, incarnation: u64, n: u64, limit: u32) -> Result<Vec<Row>> {
    let sql = "SELECT seq, incarnation, n, bytes, h FROM outbox
        WHERE incarnation = ?1 AND n >= ?2 AND carried_into IS NULL ORDER BY n LIMIT ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let rows = statement.query_map((incarnation.cast_signed(), n, limit), read_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The operations of one change, but for those carried over: what carried them is of the change too.
pub(crate) fn of_change(connection: &Connection, change: i64) -> Result<Vec<Row>> {
    let sql =
        "SELECT seq, incarnation, n, bytes, h FROM outbox WHERE change = ?1 AND carried_into IS NULL ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([change], read_row)?.collect::<rusqlite::Result<_>>()?)
}

/// The keys of the things that operations of an incarnation beyond `n` are about.
pub(crate) fn about_after(connection: &Connection, incarnation: u64, n: u64) -> Result<Vec<[u8; 16]>> {
    let sql = "SELECT DISTINCT h.about FROM outbox AS o JOIN history AS h ON h.seq = o.seq
        WHERE o.incarnation = ?1 AND o.n > ?2 AND o.carried_into IS NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let rows = statement.query_map((incarnation.cast_signed(), n), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The chain's hash at a place of an incarnation, set aside or not.
pub(crate) fn hash_at(connection: &Connection, incarnation: u64, n: u64) -> Result<Option<Hash>> {
    let sql = "SELECT h FROM outbox WHERE incarnation = ?1 AND n = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let h = statement.query_row((incarnation.cast_signed(), n), |row| row.get(0)).optional()?;
    Ok(h.map(Hash))
}

/// The change to which an operation belongs.
pub(crate) fn change_of(connection: &Connection, seq: i64) -> Result<i64> {
    let sql = "SELECT change FROM outbox WHERE seq = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
}

/// Keeps an operation aside that was carried over.
pub(crate) fn set_aside(connection: &Connection, seq: i64, into: u64) -> Result<()> {
    let sql = "UPDATE outbox SET carried_into = ?2 WHERE seq = ?1";
    connection.prepare_cached(sql)?.execute((seq, into.cast_signed()))?;
    Ok(())
}

/// How many are set aside.
pub(crate) fn aside(connection: &Connection) -> Result<u64> {
    let sql = "SELECT count(*) FROM outbox WHERE carried_into IS NOT NULL";
    Ok(connection.query_row(sql, [], |row| row.get::<_, i64>(0))?.cast_unsigned())
}

/// The operations that are neither in the copy of the log nor set aside, in the order in which they were done.
pub(crate) fn not_in_log(connection: &Connection) -> Result<Vec<(WriterId, Row)>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/not_in_log.sql"))?;
    let rows = statement.query_map([], |row| Ok((WriterId(row.get(5)?), read_row(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every operation, oldest first, one at a time; and whether it is set aside.
pub(crate) fn for_each(connection: &Connection, mut visit: impl FnMut(Row, bool) -> Result<()>) -> Result<()> {
    let sql = "SELECT seq, incarnation, n, bytes, h, carried_into IS NOT NULL FROM outbox ORDER BY seq";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(read_row(row)?, row.get(5)?)?;
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
