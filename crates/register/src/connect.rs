//! A connection to an encrypted file, with the settings that every register has. Owns the order in which they are
//! given (the key first); refuses files that are not registers.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Once;

use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, Result};
use crate::key::{KeyWords, Salt};
use crate::schema::APPLICATION_ID;

/// Enough for every statement of the crate.
const STATEMENTS_KEPT: usize = 200;

/// The first page is at least this long, so nothing shorter is a register.
const SHORTEST: u64 = 1024;

/// The salt of an existing file, which is also the proof that there is one that may be encrypted.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotARegister`], [`Error::ReadOnly`], [`Error::Io`].
pub fn salt_of(path: &Path) -> Result<Salt> {
    let mut file = File::open(path).map_err(|source| Error::io(path, source))?;
    let metadata = file.metadata().map_err(|source| Error::io(path, source))?;
    let length = if metadata.is_file() { metadata.len() } else { 0 };
    let mut salt = [0; 16];
    let read = if length < SHORTEST { Ok(()) } else { file.read_exact(&mut salt) };
    read.map_err(|source| Error::io(path, source))?;
    if length < SHORTEST || &salt == b"SQLite format 3\0" {
        return Err(Error::NotARegister { path: path.to_owned() });
    }
    Ok(salt)
}

/// Opens for writing an existing register.
pub(crate) fn open(path: &Path, key: &KeyWords) -> Result<Connection> {
    keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(|e| e.of_file(path)).and_then(|connection| {
        require_register(&connection, path)?;
        match connection.is_readonly("main")? {
            true => Err(Error::ReadOnly { path: path.to_owned() }),
            false => Ok(connection),
        }
    })
}

/// Opens a register for reading only, beside the one connection that writes.
pub(crate) fn open_to_read(path: &Path, key: &KeyWords) -> Result<Connection> {
    let connection = open(path, key)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Makes an empty database where there is none.
pub(crate) fn create(path: &Path, key: &KeyWords) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = keyed(path, key, flags).map_err(|e| e.of_file(path))?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(connection)
}

/// SQLite counts as started a moment before SQLCipher's functions are there: a second thread that opened just then would
/// lack them. So the first to open starts it, and the others wait.
static STARTED: Once = Once::new();

fn keyed(path: &Path, key: &KeyWords, flags: OpenFlags) -> Result<Connection> {
    STARTED.call_once(|| drop(Connection::open_in_memory()));
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // Its complaints about a wrong key would go to standard error; the caller gets them as an error.
    connection.pragma_update_and_check(None, "cipher_log_level", "NONE", |_| Ok(()))?;
    connection.pragma_update(None, "key", key.as_str())?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(|e| first_read(e, path))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -65536)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

/// The first page is the first that the key must fit; what does not decrypt after it is damage.
fn first_read(source: rusqlite::Error, path: &Path) -> Error {
    match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => Error::WrongKey { path: path.to_owned() },
        _ => source.into(),
    }
}

fn require_register(connection: &Connection, path: &Path) -> Result<()> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id == APPLICATION_ID { Ok(()) } else { Err(Error::NotARegister { path: path.to_owned() }) }
}
