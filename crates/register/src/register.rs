//! The register's handles: [`Register`] writes and holds the lock, [`Reader`] only reads and may live on another
//! thread. Owns making, opening and the one transaction of each operation.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};

use crate::change::{Chain, Change};
use crate::column::{CentreField, Column};
use crate::connect;
use crate::copies;
use crate::error::{Error, Result};
use crate::identity::{About, DeviceId, Head};
use crate::key::{Key, KeyWords, Salt};
use crate::lock::{SessionLock, with_suffix};
use crate::operation::{Kind, Operation, Receipt, Stamp, perform};
use crate::read::Reading;
use crate::schema;
use crate::table::{self, changes, incarnations};
use crate::undo::{self, Direction};

/// What a new register starts with; the random parts come from outside.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The computer's identity.
    pub device: DeviceId,
    /// Sixteen random bytes.
    pub salt: Salt,
    /// The centre: at least its code, name, kind and year.
    pub centre: Vec<(CentreField, String)>,
}

/// A register open for writing. While it lives, no other program opens the file.
#[derive(Debug)]
pub struct Register {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) words: KeyWords,
    lock: Arc<SessionLock>,
}

/// A register open for reading, beside its [`Register`]; it sees each operation once it is complete.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    _lock: Arc<SessionLock>,
}

impl Register {
    /// Makes a register at `path` and opens it. A crash on the way leaves no half register.
    ///
    /// # Errors
    /// [`Error::AlreadyExists`], [`Error::NotFound`] (no such folder), [`Error::ReadOnly`], [`Error::DiskFull`].
    pub fn create(path: &Path, key: &Key, founding: &Founding, stamp: &Stamp) -> Result<Register> {
        let lock = SessionLock::take(path)?;
        if path.exists() {
            return Err(Error::AlreadyExists { path: path.to_owned() });
        }
        let words = key.words(founding.salt)?;
        let unfinished = with_suffix(path, ".new");
        copies::remove(&unfinished)?;
        found(&unfinished, &words, founding, stamp)?;
        copies::put_in_place(&unfinished, path)?;
        Register::open_locked(path, words, lock)
    }

    /// Opens the register at `path`; one of an older schema is copied aside, then migrated.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Locked`], [`Error::WrongKey`], [`Error::NotARegister`],
    /// [`Error::NewerSchema`], [`Error::ReadOnly`], [`Error::Corrupt`].
    pub fn open(path: &Path, key: &Key) -> Result<Register> {
        let salt = connect::salt_of(path)?;
        let lock = SessionLock::take(path)?;
        Register::open_locked(path, key.words(salt)?, lock)
    }

    fn open_locked(path: &Path, words: KeyWords, lock: SessionLock) -> Result<Register> {
        let mut connection = connect::open(path, &words)?;
        let found = schema::found(&connection, path)?;
        if found < schema::SCHEMA {
            let aside = copies::beside(path, &format!("before-schema-{}", schema::SCHEMA));
            copies::copy(&connection, &words, &aside)?;
            schema::migrate(&mut connection)?;
        }
        incarnations::last(&connection)?;
        Ok(Register { connection, path: path.to_owned(), words, lock: Arc::new(lock) })
    }

    /// Where the register lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Carries out one operation in one transaction: rows, history, undo entry and outbox. When it returns `Ok`, the
    /// operation survives the plug being pulled; when `Err`, nothing was changed.
    ///
    /// # Errors
    /// [`Error::UnknownCandidate`], [`Error::CandidateWithdrawn`], [`Error::UnknownSlip`],
    /// [`Error::ReasonMissing`], [`Error::DiskFull`], [`Error::Corrupt`].
    pub fn transact(&mut self, operation: Operation, stamp: &Stamp) -> Result<Receipt> {
        let note = perform::note(&operation).to_owned();
        self.in_one_change(operation.kind(), &note, stamp, |change| perform::perform(change, operation))
    }

    /// Takes back the latest change; `None` when there is none left.
    ///
    /// # Errors
    /// As [`Register::transact`].
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Receipt>> {
        let Some(of) = changes::next_undo(&self.connection)? else { return Ok(None) };
        let receipt = self.in_one_change(Kind::Undo, &of.note, stamp, |change| {
            changes::set_standing(change.connection, of.id, changes::Standing::Undone)?;
            undo::replay(change, of.id, Direction::Back)
        })?;
        Ok(Some(receipt))
    }

    /// Does again what was undone last; `None` when there is nothing, or something new was done since.
    ///
    /// # Errors
    /// As [`Register::transact`].
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Receipt>> {
        let Some(of) = changes::next_redo(&self.connection)? else { return Ok(None) };
        let receipt = self.in_one_change(Kind::Redo, &of.note, stamp, |change| {
            changes::set_standing(change.connection, of.id, changes::Standing::Done)?;
            undo::replay(change, of.id, Direction::Again)
        })?;
        Ok(Some(receipt))
    }

    fn in_one_change(
        &mut self,
        kind: Kind,
        note: &str,
        stamp: &Stamp,
        work: impl FnOnce(&mut Change<'_>) -> Result<()>,
    ) -> Result<Receipt> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut change = Change::begin(&transaction, kind, note, stamp)?;
        work(&mut change)?;
        let receipt = change.finish()?;
        // An undo that had to leave everything alone still moves the stack; an operation without effect leaves no trace.
        if receipt.operations > 0 || matches!(kind, Kind::Undo | Kind::Redo) {
            transaction.commit()?;
        }
        Ok(receipt)
    }

    /// The register's contents, as the last operation left them.
    #[must_use]
    pub const fn read(&self) -> Reading<'_> {
        Reading::of(&self.connection)
    }

    /// A handle that only reads, for another thread.
    ///
    /// # Errors
    /// When the file cannot be opened a second time.
    pub fn reader(&self) -> Result<Reader> {
        let connection = connect::open_to_read(&self.path, &self.words)?;
        Ok(Reader { connection, _lock: Arc::clone(&self.lock) })
    }

    /// The end of the chain: what an anchor outside the register keeps.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn head(&self) -> Result<Head> {
        Ok(Chain::load(&self.connection)?.head())
    }
}

impl Reader {
    /// The register's contents, as the last complete operation left them.
    #[must_use]
    pub const fn read(&self) -> Reading<'_> {
        Reading::of(&self.connection)
    }
}

fn found(path: &Path, words: &KeyWords, founding: &Founding, stamp: &Stamp) -> Result<()> {
    let mut connection = connect::create(path, words)?;
    schema::migrate(&mut connection)?;
    let transaction = connection.transaction()?;
    let first = incarnations::Row { device: founding.device, incarnation: 1, opened_at: stamp.at };
    incarnations::insert(&transaction, &first)?;
    table::centre::insert(&transaction)?;
    let mut change = Change::begin(&transaction, Kind::Found, "", stamp)?;
    let centre = founding.centre.iter().map(|(field, value)| (Column::Centre(*field), value.clone()));
    change.write(About::Centre, centre.collect())?;
    change.finish()?;
    transaction.commit()?;
    connection.close().map_err(|(_, e)| e.into())
}
