//! One hand on the database: a connection that writes, and the file that says which life it lives. Synchronous; the
//! simulation works with it directly, the server through [`super::Sqlite`].

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sync::{Epoch, PublicKey};

use super::schema;
use super::transaction::{Outside, Transaction};
use crate::stores::StoreError;
use crate::stores::life::{LifeFile, Noted, begins};

/// What a store is opened with.
pub struct Setup {
    /// The council's key: its own device in every register.
    pub council: PublicKey,
    /// Draws the epoch of a life that begins.
    pub draw: Box<dyn FnMut() -> Result<Epoch, StoreError> + Send>,
    /// Whether a commit waits for the disk. Only a simulation may do without.
    pub durable: bool,
}

impl Setup {
    /// As the server works: every commit durable, epochs from the system's random numbers.
    #[must_use]
    pub fn of(council: PublicKey) -> Setup {
        Setup { council, draw: Box::new(draw), durable: true }
    }
}

pub(crate) fn draw() -> Result<Epoch, StoreError> {
    let mut epoch = [0; 8];
    getrandom::fill(&mut epoch).map_err(|e| StoreError::Unavailable(format!("no random numbers: {e}")))?;
    Ok(Epoch(epoch))
}

/// The database, opened for writing.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    outside: Outside,
    commits: u64,
}

impl Store {
    /// Opens the database at `path`, or makes it. Begins another life when it is new or was put back from a copy, as
    /// the file at `epoch` shows.
    ///
    /// # Errors
    /// When another process works on it, it is damaged or of a newer version, or the disk does not answer.
    pub fn open(path: &Path, epoch: &Path, setup: Setup) -> Result<Store, StoreError> {
        let mut file = LifeFile::open(epoch)?;
        let noted = file.read()?;
        let connection = schema::open(path, setup.durable)?;
        let outside = Outside { file, draw: setup.draw, council: setup.council, epoch: Epoch([0; 8]), life: 0 };
        let mut store = Store { connection, path: path.to_owned(), outside, commits: 0 };
        store.look_up()?;
        let lives = store.lives()?;
        if begins(noted, &lives, store.commits, true) {
            store.transaction(|transaction| sync::authority::Ledger::begin_epoch(transaction))?;
        }
        Ok(store)
    }

    /// Runs one transaction: durable on return, or, when `work` errs, as if it had not been.
    ///
    /// # Errors
    /// When `work` does, or it cannot be committed.
    pub fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.begin()?;
        let done = work(&mut self.hand());
        match done {
            Ok(value) => self.commit().map(|()| value),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// The life that the database lives.
    #[must_use]
    pub fn epoch(&self) -> Epoch {
        self.outside.epoch
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn council(&self) -> PublicKey {
        self.outside.council
    }

    pub(super) fn begin(&mut self) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    /// What a job works with between `begin` and `commit`.
    pub(super) fn hand(&mut self) -> Transaction<'_> {
        Transaction::writing(&self.connection, &mut self.outside, self.commits)
    }

    /// How much was written since the database was opened, committed or not: whether a job wrote anything.
    pub(super) fn written(&self) -> u64 {
        self.connection.total_changes()
    }

    /// Commits. Something must have been written, or the count of commits grows for nothing.
    pub(super) fn commit(&mut self) -> Result<(), StoreError> {
        let commits = self.commits + 1;
        let counted = self
            .connection
            .prepare_cached("UPDATE commits SET count = ?1")
            .and_then(|mut update| update.execute([commits.cast_signed()]))
            .and_then(|_| self.connection.execute_batch("COMMIT"));
        if let Err(error) = counted {
            self.roll_back();
            return Err(error.into());
        }
        self.commits = commits;
        // What is committed stays so, whether or not the note can be written; the note then lags, which it may.
        let _ = self.outside.file.note(Noted { epoch: self.outside.epoch, commits });
        Ok(())
    }

    /// Takes back what was written since `begin`.
    pub(super) fn roll_back(&mut self) {
        // It fails where SQLite has rolled back already.
        let _ = self.connection.execute_batch("ROLLBACK");
        // A life that began in it did not.
        let _ = self.look_up();
    }

    /// Reads which life the database lives and how far it has come.
    fn look_up(&mut self) -> Result<(), StoreError> {
        let commits: i64 = self.connection.query_row("SELECT count FROM commits", [], |row| row.get(0))?;
        self.commits = commits.cast_unsigned();
        if let Some((life, epoch)) = current_life(&self.connection)? {
            self.outside.life = life;
            self.outside.epoch = epoch;
        }
        Ok(())
    }

    fn lives(&self) -> Result<Vec<Epoch>, StoreError> {
        let mut lives = self.connection.prepare_cached("SELECT epoch FROM lives ORDER BY life")?;
        let lives = lives.query_map([], |row| row.get(0).map(Epoch))?;
        Ok(lives.collect::<rusqlite::Result<_>>()?)
    }
}

/// The life that the database lives, and its number; `None`: it was just made.
pub(super) fn current_life(connection: &Connection) -> Result<Option<(i64, Epoch)>, StoreError> {
    let sql = "SELECT life, epoch FROM lives ORDER BY life DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    Ok(rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, Epoch(row.get(1)?)))).transpose()?)
}
