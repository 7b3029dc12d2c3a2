//! The table `leases`: the candidate numbers that this device may give out.

use rusqlite::Connection;
use sync::message::Lease;

use crate::error::Result;

pub(crate) fn all(connection: &Connection) -> Result<Vec<Lease>> {
    let mut statement = connection.prepare_cached("SELECT first, last FROM leases ORDER BY first")?;
    let rows = statement.query_map([], |row| Ok(Lease { first: row.get(0)?, last: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// These, in place of those before.
pub(crate) fn replace(connection: &Connection, leases: &[Lease]) -> Result<()> {
    connection.execute("DELETE FROM leases", [])?;
    let mut statement = connection.prepare_cached("INSERT OR REPLACE INTO leases (first, last) VALUES (?1, ?2)")?;
    leases.iter().try_for_each(|lease| statement.execute((lease.first, lease.last)).map(drop))?;
    Ok(())
}
