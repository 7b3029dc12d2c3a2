//! The table `photographs`: pictures under the hash of their bytes, each once. None is ever removed.

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, Result};
use sync::Hash;

/// Keeps the picture and returns its name.
pub(crate) fn keep(connection: &Connection, bytes: &[u8]) -> Result<Hash> {
    let hash = Hash(*blake3::hash(bytes).as_bytes());
    let sql = "INSERT OR IGNORE INTO photographs (hash, bytes) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute((hash.to_string(), bytes))?;
    Ok(hash)
}

/// The picture of this name, if it has arrived; bytes that are not what their name says are not shown.
pub(crate) fn read(connection: &Connection, hash: Hash) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes FROM photographs WHERE hash = ?1";
    let bytes: Option<Vec<u8>> =
        connection.prepare_cached(sql)?.query_row([hash.to_string()], |row| row.get(0)).optional()?;
    match bytes {
        Some(bytes) if blake3::hash(&bytes).as_bytes() != &hash.0 => {
            Err(Error::corrupt(format!("photograph {hash} is not the picture of that name")))
        }
        other => Ok(other),
    }
}

/// The names of all pictures kept.
pub(crate) fn names(connection: &Connection) -> Result<Vec<Hash>> {
    let mut statement = connection.prepare_cached("SELECT hash FROM photographs ORDER BY hash")?;
    let rows = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(rows.iter().filter_map(|name| Hash::parse(name)).collect())
}
