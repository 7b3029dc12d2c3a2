//! The table `centre`: its one row.

use std::sync::LazyLock;

use rusqlite::Connection;

use super::Placed;
use crate::column::CentreField;
use crate::error::Result;
use sync::About;

static SELECT: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<_> = CentreField::ALL.iter().map(|field| field.name()).collect();
    format!("SELECT {} FROM centre WHERE id = 1", names.join(", "))
});

pub(crate) fn insert(connection: &Connection) -> Result<()> {
    connection.execute("INSERT INTO centre (id) VALUES (1)", [])?;
    Ok(())
}

pub(crate) fn set(connection: &Connection, field: CentreField, value: &str) -> Result<()> {
    connection.prepare_cached(&format!("UPDATE centre SET {} = ?1", field.name()))?.execute([value])?;
    Ok(())
}

pub(crate) fn read(connection: &Connection) -> Result<Vec<String>> {
    let values = connection
        .prepare_cached(&SELECT)?
        .query_row([], |row| (0..CentreField::COUNT).map(|i| row.get(i)).collect::<rusqlite::Result<_>>())?;
    Ok(values)
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let named = CentreField::ALL.iter().map(|field| field.name().to_owned()).zip(read(connection)?);
    Ok(named.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (About::Centre.key(), name, value)).collect())
}
