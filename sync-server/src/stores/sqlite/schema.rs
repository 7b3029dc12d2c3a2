//! Connections and the schema's versions. Owns the list of migrations, which only grows; refuses a database newer than
//! itself.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::stores::StoreError;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("0001_council.sql")),
    M::up(include_str!("0002_console.sql")),
    M::up(include_str!("0003_pictures.sql")),
];

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// `DAFC`: what tells the council's database from others.
const APPLICATION_ID: i32 = 0x4441_4643;

/// Statements kept ready: as many as there are in this store.
const STATEMENTS: usize = 128;

/// Opens the database for writing, makes it if there is none, and brings it to the newest schema. Not `durable`: a
/// commit is not waited for, which only a simulation may want.
pub(super) fn open(path: &Path, durable: bool) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = STEPS.len() as u32;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", if durable { "FULL" } else { "OFF" })?;
    // Pages of the indexes that batches land in stay in memory: 64 MiB.
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.pragma_update(None, "wal_autocheckpoint", 4_000)?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    MIGRATIONS.to_latest(&mut connection).map_err(|e| StoreError::Damaged(format!("the schema: {e}")))?;
    Ok(connection)
}

/// Opens the database for reading beside the writer.
pub(super) fn reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "cache_size", -16_384)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_runs_on_the_one_before() {
        MIGRATIONS.validate().unwrap();
    }

    #[test]
    fn a_database_of_a_newer_version_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("council.db");
        open(&path, true).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(open(&path, true), Err(StoreError::Newer { found: 99, known: 3 })));
        let version: u32 =
            Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 99);
    }
}
