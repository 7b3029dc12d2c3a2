//! The table `photographs`: pictures under the hash of their bytes, each once. None is ever removed.

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, Result};
use sync::{Epoch, Hash};

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

/// Pictures that candidates show and that are here, of which the council is not known to have them in this life of its
/// database, with their sizes.
pub(crate) fn to_send(connection: &Connection, epoch: Option<Epoch>) -> Result<Vec<(Hash, u32)>> {
    let sql = "SELECT p.hash, length(p.bytes) FROM photographs AS p
        WHERE p.hash IN (SELECT photograph FROM candidates WHERE state <> '' AND photograph <> '')
        AND p.hash NOT IN (SELECT hash FROM pictures_at_council WHERE epoch = ?1) ORDER BY p.hash";
    sized(connection, sql, [epoch.map(|epoch| epoch.0.to_vec()).unwrap_or_default()])
}

/// Pictures that candidates show and that are not here, with how many bytes of each have come.
pub(crate) fn to_fetch(connection: &Connection) -> Result<Vec<(Hash, u32)>> {
    let sql = "SELECT DISTINCT c.photograph,
            (SELECT coalesce(sum(length(p.bytes)), 0) FROM picture_parts AS p WHERE p.hash = c.photograph)
        FROM candidates AS c WHERE c.state <> '' AND c.photograph <> ''
        AND c.photograph NOT IN (SELECT hash FROM photographs) ORDER BY c.photograph";
    sized(connection, sql, [])
}

fn sized(connection: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<(Hash, u32)>> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
    Ok(rows.into_iter().filter_map(|(name, size)| Some((Hash::parse(&name)?, size))).collect())
}

/// Notes whether the council has a picture.
pub(crate) fn sent(connection: &Connection, hash: Hash, epoch: Epoch, there: bool) -> Result<()> {
    let sql = match there {
        true => "INSERT OR IGNORE INTO pictures_at_council (hash, epoch) VALUES (?1, ?2)",
        false => "DELETE FROM pictures_at_council WHERE hash = ?1 AND epoch = ?2",
    };
    connection.prepare_cached(sql)?.execute((hash.to_string(), epoch.0))?;
    Ok(())
}

/// Keeps the bytes of a picture on its way from `offset` on, in place of what was there.
pub(crate) fn keep_part(connection: &Connection, hash: Hash, offset: u32, bytes: &[u8]) -> Result<()> {
    let sql = "INSERT INTO picture_parts (hash, offset, bytes) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute((hash.to_string(), offset, bytes))?;
    Ok(())
}

/// The bytes of a picture that have come.
pub(crate) fn parts(connection: &Connection, hash: Hash) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM picture_parts WHERE hash = ?1 ORDER BY offset";
    let mut statement = connection.prepare_cached(sql)?;
    let parts = statement.query_map([hash.to_string()], |row| row.get(0))?;
    Ok(parts.collect::<rusqlite::Result<Vec<Vec<u8>>>>()?.concat())
}

/// Forgets the bytes that have come.
pub(crate) fn drop_parts(connection: &Connection, hash: Hash) -> Result<()> {
    connection.prepare_cached("DELETE FROM picture_parts WHERE hash = ?1")?.execute([hash.to_string()])?;
    Ok(())
}
