//! One transaction's view of the database. Owns what it knows beside the connection; its questions are in `ledger` and
//! `access`.

use rusqlite::{CachedStatement, Connection};
use sync::{Epoch, PublicKey};

use super::store::current_life;
use crate::stores::StoreError;
use crate::stores::life::{LifeFile, Noted};

/// What is kept outside the database, and what is known without asking it.
pub(super) struct Outside {
    pub(super) file: LifeFile,
    pub(super) draw: Box<dyn FnMut() -> Result<Epoch, StoreError> + Send>,
    pub(super) council: PublicKey,
    pub(super) epoch: Epoch,
    pub(super) life: i64,
}

/// A transaction on everything that the council keeps: implements `sync::authority::Ledger` and
/// [`crate::stores::Access`].
pub struct Transaction<'s> {
    connection: &'s Connection,
    council: PublicKey,
    life: i64,
    epoch: Epoch,
    commits: u64,
    outside: Option<&'s mut Outside>,
}

impl<'s> Transaction<'s> {
    pub(super) fn writing(connection: &'s Connection, outside: &'s mut Outside, commits: u64) -> Transaction<'s> {
        let (council, epoch, life) = (outside.council, outside.epoch, outside.life);
        Transaction { connection, council, epoch, life, commits, outside: Some(outside) }
    }

    pub(super) fn reading(connection: &'s Connection, council: PublicKey) -> Result<Transaction<'s>, StoreError> {
        let found = current_life(connection)?;
        let (life, epoch) = found.ok_or_else(|| StoreError::Damaged("a database that never lived".into()))?;
        Ok(Transaction { connection, council, epoch, life, commits: 0, outside: None })
    }

    pub(super) fn prepare(&self, sql: &str) -> Result<CachedStatement<'s>, StoreError> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    pub(super) fn council(&self) -> &PublicKey {
        &self.council
    }

    /// The life, by its number and by its name.
    pub(super) fn life(&self) -> (i64, Epoch) {
        (self.life, self.epoch)
    }

    /// Begins another life: outside first, then in the database.
    pub(super) fn begin_life(&mut self) -> Result<Epoch, StoreError> {
        let sql = "INSERT INTO lives (epoch) VALUES (?1)";
        let outside = self.outside.as_mut().ok_or_else(only_reads)?;
        let epoch = (outside.draw)()?;
        outside.file.begin(Noted { epoch, commits: self.commits })?;
        self.connection.prepare_cached(sql)?.execute([epoch.0])?;
        (self.epoch, self.life) = (epoch, self.connection.last_insert_rowid());
        (outside.epoch, outside.life) = (self.epoch, self.life);
        Ok(epoch)
    }
}

fn only_reads() -> StoreError {
    StoreError::Unavailable("this transaction only reads".into())
}
