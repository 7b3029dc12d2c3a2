//! The table `circulars`: those that the council signed, as they came.

use rusqlite::Connection;
use sync::circular::SignedCircular;
use sync::message;

use crate::error::{Error, Result};

/// Keeps one; of the same number the first stays.
pub(crate) fn keep(connection: &Connection, circular: &SignedCircular) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO circulars (number, bytes) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute((circular.circular.number, message::to_bytes(circular)))?;
    Ok(())
}

/// The number of the newest; 0: none.
pub(crate) fn newest(connection: &Connection) -> Result<u32> {
    Ok(connection.query_row("SELECT coalesce(max(number), 0) FROM circulars", [], |row| row.get(0))?)
}

/// All of them, oldest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<SignedCircular>> {
    let mut statement = connection.prepare("SELECT bytes FROM circulars ORDER BY number")?;
    let rows = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
    let read = |bytes: &Vec<u8>| message::from_bytes(bytes).map_err(|e| Error::corrupt(format!("a circular: {e}")));
    rows.iter().map(read).collect()
}
