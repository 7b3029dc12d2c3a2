//! The table `other_values`: fields that this version has no place for, kept as they came.

use rusqlite::Connection;
use sync::About;

use super::Placed;
use crate::error::Result;

pub(crate) fn set(connection: &Connection, about: &About, field: &str, value: &str) -> Result<()> {
    if value.is_empty() {
        let sql = "DELETE FROM other_values WHERE about = ?1 AND field = ?2";
        connection.prepare_cached(sql)?.execute((about.key(), field))?;
    } else {
        let sql = "INSERT OR REPLACE INTO other_values (about, field, value) VALUES (?1, ?2, ?3)";
        connection.prepare_cached(sql)?.execute((about.key(), field, value))?;
    }
    Ok(())
}

/// One field of everything that has it.
pub(crate) fn of_field(connection: &Connection, field: &str) -> Result<Vec<([u8; 16], String)>> {
    let mut statement = connection.prepare_cached("SELECT about, value FROM other_values WHERE field = ?1")?;
    let rows = statement.query_map([field], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut statement = connection.prepare_cached("SELECT about, field, value FROM other_values")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The fields whose names begin so, of everything that has them.
pub(crate) fn beginning_with(connection: &Connection, start: &str) -> Result<Vec<Placed>> {
    let sql = "SELECT about, field, value FROM other_values WHERE substr(field, 1, length(?1)) = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([start], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
