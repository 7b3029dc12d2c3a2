//! The table `acknowledgements`: the reason for which a warning stands, by candidate (or centre) and rule.

use rusqlite::Connection;

use super::Placed;
use crate::column::Column;
use crate::error::Result;
use sync::About;

pub(crate) fn set(connection: &Connection, about: &About, rule: &str, reason: &str) -> Result<()> {
    if reason.is_empty() {
        let sql = "DELETE FROM acknowledgements WHERE about = ?1 AND rule = ?2";
        connection.prepare_cached(sql)?.execute((about.key(), rule))?;
    } else {
        let sql = "INSERT OR REPLACE INTO acknowledgements (about, rule, reason) VALUES (?1, ?2, ?3)";
        connection.prepare_cached(sql)?.execute((about.key(), rule, reason))?;
    }
    Ok(())
}

pub(crate) struct Row {
    pub(crate) about: [u8; 16],
    pub(crate) rule: String,
    pub(crate) reason: String,
    pub(crate) actor: String,
    pub(crate) at: i64,
}

/// The acknowledgements about one thing, or all of them, with who gave them.
pub(crate) fn read(connection: &Connection, about: Option<&About>) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(include_str!("../sql/acknowledgements.sql"))?;
    let rows = statement.query_map([about.map(About::key)], |row| {
        Ok(Row { about: row.get(0)?, rule: row.get(1)?, reason: row.get(2)?, actor: row.get(3)?, at: row.get(4)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut statement = connection.prepare_cached("SELECT about, rule, reason FROM acknowledgements")?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, Column::Acknowledged(row.get(1)?).name().into_owned(), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
