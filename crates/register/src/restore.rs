//! Putting a backup in a register's place. Owns the order in which nothing is lost: the backup is looked through
//! first, the register that it replaces is kept aside, and the restored one goes on as a new incarnation, since what
//! was written after the backup may have travelled already.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::connect;
use crate::copies;
use crate::error::{Error, Result};
use crate::key::{Key, KeyWords, Salt};
use crate::lock::{SessionLock, with_suffix};
use crate::read::Reading;
use crate::schema;
use crate::table::incarnations;
use crate::verify;
use crate::view::Centre;
use sync::{UnixMillis, WriterId};

/// How a backup becomes a register again.
#[derive(Clone, Debug)]
pub struct Restoring<'k> {
    /// What opens the backup.
    pub backup_key: &'k Key,
    /// What shall open the register, with sixteen random bytes.
    pub key: &'k Key,
    /// See [`crate::Founding`].
    pub salt: Salt,
    /// The hand that goes on writing.
    pub writer: WriterId,
    /// The device's clock.
    pub at: UnixMillis,
    /// The highest incarnation known from outside (the anchor's); the restored one is above it and the backup's own.
    pub known_incarnation: u64,
}

/// Restores `backup` as the register at `path`. Returns where the register that was there lies now, if there was one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::WrongKey`], [`Error::NotARegister`], [`Error::NewerSchema`], [`Error::Corrupt`]
/// of the backup; [`Error::Locked`] when the register is open. After any of them the register is as it was.
pub fn restore(backup: &Path, path: &Path, how: &Restoring<'_>) -> Result<Option<PathBuf>> {
    let lock = SessionLock::take(path)?;
    let restored = with_suffix(path, ".new");
    prepare(backup, &restored, how)?;
    let aside = if path.exists() { Some(set_aside(path, how)?) } else { None };
    copies::put_in_place(&restored, path)?;
    drop(lock);
    Ok(aside)
}

/// The centre of a backup that may be of any centre. `beside` is where a copy of it may lie for that moment: the backup
/// itself may be on a stick that cannot be written.
///
/// # Errors
/// As [`restore`], of the backup.
pub fn centre_in(backup: &Path, beside: &Path, key: &Key) -> Result<Centre> {
    copies::remove(beside)?;
    let salt = connect::salt_of(backup)?;
    let copied = fs::copy(backup, beside).map_err(|source| Error::io(backup, source));
    let centre = copied.and_then(|_| centre_of(beside, backup, &key.words(salt)?));
    copies::remove(beside)?;
    centre
}

fn centre_of(working: &Path, backup: &Path, words: &KeyWords) -> Result<Centre> {
    let mut connection = connect::open(working, words).map_err(|e| name_backup(e, backup))?;
    schema::found(&connection, backup)?;
    schema::migrate(&mut connection)?;
    Reading::of(&connection).centre()
}

/// A checked copy of the backup under the register's key, made the writer's own.
fn prepare(backup: &Path, restored: &Path, how: &Restoring<'_>) -> Result<()> {
    let working = with_suffix(restored, "-backup");
    copies::remove(&working)?;
    copies::remove(restored)?;
    let salt = connect::salt_of(backup)?;
    let copied = fs::copy(backup, &working).map_err(|source| Error::io(backup, source));
    let made = copied.and_then(|_| rekeyed(&working, backup, &how.backup_key.words(salt)?, restored, how));
    copies::remove(&working)?;
    made
}

/// The backup itself may lie on a stick that cannot be written, so all is done on a working copy of it.
fn rekeyed(working: &Path, backup: &Path, words: &KeyWords, restored: &Path, how: &Restoring<'_>) -> Result<()> {
    let mut connection = connect::open(working, words).map_err(|e| name_backup(e, backup))?;
    schema::found(&connection, backup)?;
    verify::sound(&connection)?;
    schema::migrate(&mut connection)?;
    verify::verify(&connection)?;
    open_incarnation(&connection, how)?;
    copies::copy(&connection, &how.key.words(how.salt)?, restored)
}

fn open_incarnation(connection: &Connection, how: &Restoring<'_>) -> Result<()> {
    let last = incarnations::last(connection)?.incarnation;
    let incarnation = last.max(how.known_incarnation) + 1;
    incarnations::insert(connection, &incarnations::Row { incarnation, writer: how.writer, opened_at: how.at })
}

/// The refusal speaks of the file that the person chose, not of the working copy.
fn name_backup(error: Error, backup: &Path) -> Error {
    let path = backup.to_owned();
    match error {
        Error::WrongKey { .. } => Error::WrongKey { path },
        Error::NotARegister { .. } => Error::NotARegister { path },
        other => other,
    }
}

/// Keeps the register aside under a name of its own, with the log that a crash may have left beside it: such a log
/// must not be found beside the restored file.
fn set_aside(path: &Path, how: &Restoring<'_>) -> Result<PathBuf> {
    let aside = copies::beside(path, &format!("replaced-{}", how.at.0));
    if aside.exists() {
        return Err(Error::AlreadyExists { path: aside });
    }
    fold_in_log(path, how.key);
    // A second name, so that a crash from here on leaves a register under the first; not every file system has them.
    let named = fs::hard_link(path, &aside).or_else(|_| fs::rename(path, &aside));
    named.map_err(|source| Error::io(path, source))?;
    let log = with_suffix(path, "-wal");
    if log.exists() {
        fs::rename(&log, with_suffix(&aside, "-wal")).map_err(|source| Error::io(&log, source))?;
    }
    copies::remove(&with_suffix(path, "-shm"))?;
    Ok(aside)
}

/// Opening and closing takes the log into the file. A register that no longer opens keeps its log beside it.
fn fold_in_log(path: &Path, key: &Key) {
    let opened = connect::salt_of(path).and_then(|salt| connect::open(path, &key.words(salt)?));
    drop(opened);
}
