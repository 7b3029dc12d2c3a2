//! The register's handles: [`Register`] writes and holds the lock, [`Reader`] only reads and may live on another
//! thread. Owns making, opening and the one transaction of each operation.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};
use sync::{About, Head, Kind, WriterId};

use crate::change::{Chain, Change};
use crate::column::{CentreField, Column};
use crate::connect;
use crate::copies;
use crate::error::{Error, Result};
use crate::key::{Key, KeyWords, Salt};
use crate::lock::{SessionLock, with_suffix};
use crate::operation::{Operation, Receipt, Stamp, perform};
use crate::read::Reading;
use crate::schema;
use crate::table::{self, changes, incarnations};
use crate::undo::{self, Direction};

/// What a new register starts with; the random parts come from outside.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The computer's hand in this register.
    pub writer: WriterId,
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
        let made = found(&unfinished, &words, founding, stamp).and_then(|()| copies::put_in_place(&unfinished, path));
        if made.is_err() {
            copies::remove(&unfinished)?;
        }
        made?;
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

    /// Does something that is no person's change, in one transaction.
    pub(crate) fn at_once<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
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
    let first = incarnations::Row { writer: founding.writer, incarnation: 1, opened_at: stamp.at };
    incarnations::insert(&transaction, &first)?;
    table::centre::insert(&transaction)?;
    let mut change = Change::begin(&transaction, Kind::Found, "", stamp)?;
    let centre = founding.centre.iter().map(|(field, value)| (Column::Centre(*field), value.clone()));
    change.write(About::Centre, centre.collect())?;
    change.finish()?;
    transaction.commit()?;
    connection.close().map_err(|(_, e)| e.into())
}

#[cfg(test)]
mod tests {
    use regulations::{Draft, Field};

    use super::*;
    use crate::numbers::NumberRanges;
    use crate::view::Filter;
    use sync::UnixMillis;

    fn stamp() -> Stamp {
        let numbers = NumberRanges { whole: (1, 499), partial: (801, 899) };
        Stamp { actor: "clerk".into(), at: UnixMillis(0), numbers }
    }

    fn made(folder: &tempfile::TempDir) -> (PathBuf, Key, Register) {
        let (path, key) = (folder.path().join("24505105-2026.daftari"), Key::raw([1; 32]));
        let founding = Founding { writer: WriterId([1; 16]), salt: [2; 16], centre: Vec::new() };
        let register = Register::create(&path, &key, &founding, &stamp()).unwrap();
        (path, key, register)
    }

    #[test]
    fn a_register_of_a_newer_version_is_refused_and_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key, register) = made(&folder);
        register.connection.pragma_update(None, "user_version", schema::SCHEMA + 1).unwrap();
        drop(register);
        let before = std::fs::read(&path).unwrap();
        let refused = Register::open(&path, &key).unwrap_err();
        assert_eq!(refused.code(), "register.newer-schema");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn another_programs_database_under_the_same_key_is_no_register() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key, register) = made(&folder);
        register.connection.pragma_update(None, "application_id", 1).unwrap();
        drop(register);
        assert_eq!(Register::open(&path, &key).unwrap_err().code(), "register.not-a-register");
    }

    #[test]
    fn on_a_full_disk_nothing_of_the_operation_is_kept_and_the_register_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, mut register) = made(&folder);
        let entered = register.transact(Operation::EnterCandidate(Draft::default()), &stamp()).unwrap();
        let pages: u32 = register.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        register.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
        let photograph = Operation::AttachPhotograph { candidate: entered.entered[0], jpeg: vec![1; 100_000] };
        assert_eq!(register.transact(photograph.clone(), &stamp()).unwrap_err().code(), "register.disk-full");
        assert_eq!(register.head().unwrap(), entered.head);
        register.read().verify().unwrap();
        register.connection.pragma_update_and_check(None, "max_page_count", pages + 1000, |_| Ok(())).unwrap();
        register.transact(photograph, &stamp()).unwrap();
    }

    /// Redo of a value that something outside the stack has changed since, as a pull from KNEC will.
    #[test]
    fn an_undo_leaves_alone_what_something_else_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, mut register) = made(&folder);
        let draft = Draft::with([(Field::Name, "A"), (Field::Gender, "F")]);
        let id = register.transact(Operation::EnterCandidate(draft), &stamp()).unwrap().entered[0];
        let fields = vec![(Field::Name, "B".to_owned()), (Field::Gender, "M".to_owned())];
        register.transact(Operation::ChangeFields { candidate: id, fields }, &stamp()).unwrap();
        let elsewhere = vec![(Column::Entry(Field::Name), "C".to_owned())];
        register.in_one_change(Kind::Redo, "", &stamp(), |c| c.write(About::Candidate(id), elsewhere)).unwrap();
        assert_eq!(register.undo(&stamp()).unwrap().unwrap().left_alone, 1);
        let draft = register.read().candidates(&Filter::default()).unwrap().swap_remove(0).draft;
        assert_eq!((draft.get(Field::Name), draft.get(Field::Gender)), ("C", "F"));
    }

    #[test]
    fn a_value_changed_behind_the_registers_back_is_found() {
        let folder = tempfile::tempdir().unwrap();
        for forgery in [
            "UPDATE candidates SET name = 'B'",
            "UPDATE history SET new = 'B' WHERE field = 'name'",
            "UPDATE outbox SET bytes = x'00' WHERE n = 1",
            "DELETE FROM history WHERE field = 'name'",
            "UPDATE incarnations SET device = zeroblob(16)",
        ] {
            let (path, _, mut register) = made(&folder);
            let draft = Draft::with([(Field::Name, "A")]);
            register.transact(Operation::EnterCandidate(draft), &stamp()).unwrap();
            register.read().verify().unwrap();
            register.connection.execute(forgery, []).unwrap();
            assert_eq!(register.read().verify().unwrap_err().code(), "register.corrupt", "{forgery}");
            drop(register);
            copies::remove(&path).unwrap();
        }
    }
}
