//! The table `slips`: payments, voided ones too.

use std::sync::LazyLock;

use rusqlite::Connection;

use super::Placed;
use crate::column::SlipField;
use crate::error::Result;
use sync::SlipId;

static SELECT: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<_> = SlipField::ALL.iter().map(|field| field.name()).collect();
    format!("SELECT id, {} FROM slips ORDER BY date, number, id", names.join(", "))
});

pub(crate) fn set(connection: &Connection, id: SlipId, field: SlipField, value: &str) -> Result<()> {
    let name = field.name();
    let sql = format!("INSERT INTO slips (id, {name}) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET {name} = ?2");
    connection.prepare_cached(&sql)?.execute((id.0, value))?;
    Ok(())
}

pub(crate) fn exists(connection: &Connection, id: SlipId) -> Result<bool> {
    Ok(connection.prepare_cached("SELECT 1 FROM slips WHERE id = ?1")?.exists([id.0])?)
}

/// Every slip with its values in the order of `SlipField::ALL`.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(SlipId, Vec<String>)>> {
    let mut statement = connection.prepare_cached(&SELECT)?;
    let rows = statement.query_map([], |row| {
        let values = (0..SlipField::COUNT).map(|i| row.get(i + 1)).collect::<rusqlite::Result<_>>()?;
        Ok((SlipId(row.get(0)?), values))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut placed = Vec::new();
    for (id, values) in all(connection)? {
        let named = SlipField::ALL.iter().map(|field| field.name().to_owned()).zip(values);
        placed.extend(named.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (id.0, name, value)));
    }
    Ok(placed)
}
