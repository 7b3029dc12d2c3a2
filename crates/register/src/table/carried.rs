//! The table `carried`: signed batches of others, as they came.

use rusqlite::Connection;
use sync::frame::Frame;
use sync::replica::Carried;
use sync::{Epoch, Hash, StreamId, WriterId};

use crate::error::Result;

/// Keeps a batch, once.
pub(crate) fn keep(connection: &Connection, batch: &Carried) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO carried (writer, incarnation, last, name, frame) VALUES (?1, ?2, ?3, ?4, ?5)";
    let (writer, incarnation) = (batch.stream.writer.0, batch.stream.incarnation.cast_signed());
    let values = (writer, incarnation, batch.last.cast_signed(), name(batch), &batch.frame);
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

fn name(batch: &Carried) -> [u8; 32] {
    *blake3::hash(&batch.frame).as_bytes()
}

/// Batches that reach beyond what the copy of the log has of their streams and were not settled in this life, each
/// stream's in order.
pub(crate) fn beyond_log(connection: &Connection, epoch: Option<Epoch>) -> Result<Vec<Carried>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/carried_beyond_log.sql"))?;
    let epoch = epoch.map(|epoch| epoch.0.to_vec()).unwrap_or_default();
    let rows = statement.query_map([epoch], |row| {
        let stream = StreamId { writer: WriterId(row.get(0)?), incarnation: row.get::<_, i64>(1)?.cast_unsigned() };
        let batch = Carried { stream, last: row.get::<_, i64>(2)?.cast_unsigned(), frame: row.get(3)? };
        Ok((batch, row.get::<_, Option<[u8; 32]>>(4)?.map(Hash)))
    })?;
    let open = rows.filter(|row| !row.as_ref().is_ok_and(|(batch, logged)| logged.is_some_and(|h| says(batch, h))));
    Ok(open.map(|row| row.map(|(batch, _)| batch)).collect::<rusqlite::Result<_>>()?)
}

/// Whether the batch ends as the log has it. One that does not read says nothing else.
fn says(batch: &Carried, logged: Hash) -> bool {
    Frame::open(&batch.frame).map_or(true, |frame| frame.head.h == logged)
}

/// The council's database lives another life: whatever is carried is compared with what its log has in that place, also
/// what it had its say on.
pub(crate) fn doubt(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE carried SET settled = x'00'", ())?;
    Ok(())
}

/// The council had its say on a batch in this life.
pub(crate) fn settle(connection: &Connection, batch: &Carried, epoch: Epoch) -> Result<()> {
    let sql = "UPDATE carried SET settled = ?5 WHERE writer = ?1 AND incarnation = ?2 AND last = ?3 AND name = ?4";
    let (writer, incarnation) = (batch.stream.writer.0, batch.stream.incarnation.cast_signed());
    connection.execute(sql, (writer, incarnation, batch.last.cast_signed(), name(batch), epoch.0))?;
    Ok(())
}
