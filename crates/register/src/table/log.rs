//! The table `log`: the copy of the council's log, position by position. Bytes of own operations are the outbox's.

use rusqlite::{Connection, OptionalExtension};
use sync::replica::Taken;
use sync::{Epoch, Hash, LogEnd, Mark, Passage, StreamId, UnixMillis, WriterId};

use crate::error::{Error, Result};

/// One position, with the operation's bytes wherever they lie.
pub(crate) struct Row {
    pub(crate) position: u64,
    pub(crate) stream: StreamId,
    pub(crate) n: u64,
    pub(crate) h: Hash,
    pub(crate) mark: Mark,
    pub(crate) at: UnixMillis,
    pub(crate) l: Hash,
    pub(crate) bytes: Vec<u8>,
    /// Whether it is in the outbox: done here.
    pub(crate) own: bool,
}

/// Appends an operation; `bytes` are kept where the outbox has not got them.
pub(crate) fn insert(connection: &Connection, taken: &Taken, l: Hash, bytes: Option<&[u8]>) -> Result<()> {
    let sql = "INSERT INTO log (position, epoch, writer, incarnation, n, h, mark, at, l, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let (stream, mark) = (taken.stream, taken.mark.to_bytes());
    let place = (taken.position.cast_signed(), stream.incarnation.cast_signed(), taken.n.cast_signed());
    let values = (place.0, taken.epoch.0, stream.writer.0, place.1, place.2, taken.h.0, mark, taken.at.0, l.0, bytes);
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The end; `None`: it is empty.
pub(crate) fn end(connection: &Connection) -> Result<Option<LogEnd>> {
    let sql = "SELECT position, l FROM log ORDER BY position DESC LIMIT 1";
    let read =
        |row: &rusqlite::Row<'_>| Ok(LogEnd { position: row.get::<_, i64>(0)?.cast_unsigned(), l: Hash(row.get(1)?) });
    Ok(connection.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// The lives of the council's database in which its operations were taken in there, each with its last position.
pub(crate) fn lineage(connection: &Connection) -> Result<Vec<Passage>> {
    let sql = "SELECT epoch, max(position) FROM log GROUP BY epoch ORDER BY 2";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map([], |row| Ok(Passage { epoch: Epoch(row.get(0)?), until: row.get::<_, i64>(1)?.cast_unsigned() }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The hash at a place of a stream.
pub(crate) fn hash_at(connection: &Connection, stream: StreamId, n: u64) -> Result<Option<Hash>> {
    let sql = "SELECT h FROM log WHERE writer = ?1 AND incarnation = ?2 AND n = ?3";
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let key = (stream.writer.0, stream.incarnation.cast_signed(), n);
    let h = connection.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()?;
    Ok(h.map(Hash))
}

/// The last operation of a stream in the copy; 0: none.
pub(crate) fn last_of(connection: &Connection, stream: StreamId) -> Result<u64> {
    let sql = "SELECT coalesce(max(n), 0) FROM log WHERE writer = ?1 AND incarnation = ?2";
    let key = (stream.writer.0, stream.incarnation.cast_signed());
    Ok(connection.prepare_cached(sql)?.query_row(key, |row| row.get::<_, i64>(0))?.cast_unsigned())
}

/// Takes back everything beyond a position.
pub(crate) fn cut(connection: &Connection, after: u64) -> Result<()> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    connection.execute("DELETE FROM log WHERE position > ?1", [after])?;
    Ok(())
}

/// The bytes of the operation of this tag, wherever they lie.
pub(crate) fn bytes_of(connection: &Connection, tag: sync::Tag) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes FROM log WHERE substr(h, 1, 8) = ?1 AND bytes IS NOT NULL
        UNION ALL SELECT bytes FROM outbox WHERE substr(h, 1, 8) = ?1 LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([tag.0], |row| row.get(0)).optional()?)
}

/// Visits every position, first to last.
pub(crate) fn for_each(connection: &Connection, mut visit: impl FnMut(Row) -> Result<()>) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("../sql/log.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(read_row(row)?)?;
    }
    Ok(())
}

fn read_row(row: &rusqlite::Row<'_>) -> Result<Row> {
    let position = row.get::<_, i64>(0)?.cast_unsigned();
    let damaged = |what: &str| Error::corrupt(format!("position {position} of the log: {what}"));
    let stream = StreamId { writer: WriterId(row.get(1)?), incarnation: row.get::<_, i64>(2)?.cast_unsigned() };
    Ok(Row {
        position,
        stream,
        n: row.get::<_, i64>(3)?.cast_unsigned(),
        h: Hash(row.get(4)?),
        mark: Mark::read(row.get(5)?).ok_or_else(|| damaged("an unknown mark"))?,
        at: UnixMillis(row.get(6)?),
        l: Hash(row.get(7)?),
        own: row.get(9)?,
        bytes: row.get::<_, Option<_>>(8)?.ok_or_else(|| damaged("the operation is not here"))?,
    })
}
