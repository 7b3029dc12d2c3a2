//! The tables `receipts` and `commitments`: what the council signed for, and the heads that it keeps.

use rusqlite::{Connection, OptionalExtension};
use sync::{Epoch, Receipt, SignedHead, StreamId, UnixMillis, message};

use crate::error::{Error, Result};

/// Keeps a receipt.
pub(crate) fn keep(connection: &Connection, receipt: &Receipt) -> Result<()> {
    let said = &receipt.received;
    let sql = "INSERT OR REPLACE INTO receipts (epoch, writer, incarnation, n, at, position, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let place = (said.epoch.0, said.stream.writer.0, said.stream.incarnation.cast_signed(), said.n.cast_signed());
    let values = (place.0, place.1, place.2, place.3, said.at.0, said.log.position.cast_signed(), bytes_of(receipt));
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

fn bytes_of(receipt: &Receipt) -> Vec<u8> {
    message::to_bytes(receipt)
}

/// Keeps a head that the council keeps; of the same the first moment counts.
pub(crate) fn keep_head(connection: &Connection, epoch: Epoch, head: &SignedHead, at: UnixMillis) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO commitments (epoch, writer, incarnation, n, at, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let stream = head.stream();
    let place = (epoch.0, stream.writer.0, stream.incarnation.cast_signed(), head.n.cast_signed());
    let values = (place.0, place.1, place.2, place.3, at.0, message::to_bytes(head));
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The last operation of a stream that a receipt of this life covers; 0: none.
pub(crate) fn acknowledged(connection: &Connection, epoch: Option<Epoch>, stream: StreamId) -> Result<u64> {
    last(connection, "SELECT max(n) FROM receipts WHERE epoch = ?1 AND writer = ?2 AND incarnation = ?3", epoch, stream)
}

/// The last operation of a stream that a kept head of this life covers; 0: none.
pub(crate) fn committed(connection: &Connection, epoch: Option<Epoch>, stream: StreamId) -> Result<u64> {
    let sql = "SELECT max(n) FROM commitments WHERE epoch = ?1 AND writer = ?2 AND incarnation = ?3";
    last(connection, sql, epoch, stream)
}

fn last(connection: &Connection, sql: &str, epoch: Option<Epoch>, stream: StreamId) -> Result<u64> {
    let Some(epoch) = epoch else { return Ok(0) };
    let key = (epoch.0, stream.writer.0, stream.incarnation.cast_signed());
    let n: Option<i64> = connection.prepare_cached(sql)?.query_row(key, |row| row.get(0))?;
    Ok(n.map_or(0, i64::cast_unsigned))
}

/// Of the receipts of a life, the one furthest in the log.
pub(crate) fn furthest(connection: &Connection, epoch: Epoch) -> Result<Option<Receipt>> {
    let sql = "SELECT bytes FROM receipts WHERE epoch = ?1 ORDER BY position DESC LIMIT 1";
    let bytes: Option<Vec<u8>> = connection.prepare_cached(sql)?.query_row([epoch.0], |row| row.get(0)).optional()?;
    bytes.map(|bytes| read(&bytes)).transpose()
}

/// All of them, latest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Receipt>> {
    let mut statement = connection.prepare("SELECT bytes FROM receipts ORDER BY at DESC, position DESC")?;
    let rows = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
    rows.iter().map(|bytes| read(bytes)).collect()
}

fn read(bytes: &[u8]) -> Result<Receipt> {
    message::from_bytes(bytes).map_err(|e| Error::corrupt(format!("a receipt: {e}")))
}
