//! Copies of a register in files: made whole or not at all. Owns how a file comes into its place durably, the copy
//! before a migration and the daily ones; restoring is `restore`'s.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::connect;
use crate::error::{Error, Result};
use crate::key::{Key, KeyWords, Salt};
use crate::lock::with_suffix;
use crate::register::Register;
use crate::schema::APPLICATION_ID;
use crate::verify;

/// Under which key a backup is written.
#[derive(Clone, Copy, Debug)]
pub enum Seal<'k> {
    /// The register's own: the backup opens where the register does.
    SameKey,
    /// Another, such as a passphrase, so that it opens on another computer; the salt is sixteen random bytes.
    Other(&'k Key, Salt),
}

impl Register {
    /// Writes a complete, checked copy to `to`, replacing what is there only when the copy is sound.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::ReadOnly`], [`Error::NotFound`] (no such folder), [`Error::Corrupt`].
    pub fn backup(&self, to: &Path, seal: Seal<'_>) -> Result<()> {
        match seal {
            Seal::SameKey => copy(&self.connection, &self.words, to),
            Seal::Other(key, salt) => copy(&self.connection, &key.words(salt)?, to),
        }
    }

    /// Keeps one copy a day in `folder`, under the register's own key, and of those the newest `keep`. `day` is
    /// written `2026-11-22`. Returns the copy made, or `None` when that day has one.
    ///
    /// # Errors
    /// As [`Register::backup`].
    pub fn daily_copy(&self, folder: &Path, day: &str, keep: usize) -> Result<Option<PathBuf>> {
        fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let to = folder.join(format!("{stem}.{day}.daftari-copy"));
        if to.exists() {
            return Ok(None);
        }
        self.backup(&to, Seal::SameKey)?;
        let mut kept = copies_of(folder, &stem)?;
        kept.truncate(kept.len().saturating_sub(keep.max(1)));
        kept.iter().try_for_each(|old| remove(old))?;
        Ok(Some(to))
    }
}

/// The daily copies of the register of this name in a folder, by day, oldest first; none where there is no such folder.
///
/// # Errors
/// When the folder cannot be read.
pub fn daily_copies(folder: &Path, stem: &str) -> Result<Vec<(String, PathBuf)>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let day = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        Some(name.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".daftari-copy")?.to_owned())
    };
    Ok(copies_of(folder, stem)?.into_iter().filter_map(|path| Some((day(&path)?, path))).collect())
}

/// The daily copies of a register, oldest first.
fn copies_of(folder: &Path, stem: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|source| Error::io(folder, source))?;
    let mut copies: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    copies.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".daftari-copy"))
    });
    copies.sort();
    Ok(copies)
}

/// `24505105-2026.daftari` beside itself as `24505105-2026.LABEL.daftari-copy`.
pub(crate) fn beside(path: &Path, label: &str) -> PathBuf {
    path.with_extension(format!("{label}.daftari-copy"))
}

/// Exports the whole database to `to` under `words`, reads the copy through, and only then gives it its name.
pub(crate) fn copy(connection: &Connection, words: &KeyWords, to: &Path) -> Result<()> {
    let unfinished = with_suffix(to, ".new");
    remove(&unfinished)?;
    let copied = export(connection, words, &unfinished)
        .and_then(|()| verify::sound(&connect::open(&unfinished, words)?))
        .and_then(|()| put_in_place(&unfinished, to));
    if copied.is_err() {
        remove(&unfinished)?;
    }
    copied
}

fn export(connection: &Connection, words: &KeyWords, to: &Path) -> Result<()> {
    let name = to.to_str().ok_or_else(|| Error::NotARegister { path: to.to_owned() })?;
    // SQLite attaches only a file that is there; an empty one is an empty database.
    drop(File::create_new(to).map_err(|source| Error::io(to, source))?);
    connection
        .execute("ATTACH DATABASE ?1 AS copy KEY ?2", (name, words.as_str()))
        .map_err(|e| Error::from(e).of_file(to))?;
    let exported = fill(connection).map_err(|e| e.of_file(to));
    connection.execute("DETACH DATABASE copy", [])?;
    exported
}

fn fill(connection: &Connection) -> Result<()> {
    connection.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(())).map_err(of_export)?;
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    connection.execute_batch(&format!(
        "PRAGMA copy.user_version = {version}; PRAGMA copy.application_id = {APPLICATION_ID};"
    ))?;
    Ok(())
}

/// SQLCipher's export keeps SQLite's words and loses its code.
fn of_export(source: rusqlite::Error) -> Error {
    match source {
        rusqlite::Error::SqliteFailure(_, Some(words)) if words == "database or disk is full" => Error::DiskFull,
        other => other.into(),
    }
}

/// Gives a finished file its name, durably: whatever happens, `to` is the old file or the new one.
pub(crate) fn put_in_place(finished: &Path, to: &Path) -> Result<()> {
    let synced = File::options().write(true).open(finished).and_then(|file| file.sync_all());
    synced.map_err(|source| Error::io(finished, source))?;
    fs::rename(finished, to).map_err(|source| Error::io(to, source))?;
    sync_folder(to);
    Ok(())
}

/// Makes a rename durable where the system lets a folder be synced; where it does not, it needs none.
fn sync_folder(of: &Path) {
    let parent = of.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    drop(File::open(parent).and_then(|folder| folder.sync_all()));
}

/// Removes what an interrupted copy left, with SQLite's files beside it.
pub(crate) fn remove(path: &Path) -> Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let file = with_suffix(path, suffix);
        match fs::remove_file(&file) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => return Err(Error::io(&file, source)),
            _ => {}
        }
    }
    Ok(())
}
