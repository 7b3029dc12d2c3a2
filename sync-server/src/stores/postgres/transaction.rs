//! One transaction's view of the database, for a thread that may block. Owns the locks' order and whether a failure may
//! pass when the work is done again; its questions are in `ledger` and `access`.

use deadpool_postgres::Object;
use sync::{Epoch, PublicKey};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Error, Row};

use crate::stores::StoreError;
use crate::stores::engine::Engine;

use super::connect::{EPOCH, failed};
use super::life::{self, Outside};
use super::row::Columns;

/// What all transactions of a server have in common.
pub(super) struct Common {
    pub(super) engine: Engine,
    pub(super) council: PublicKey,
    pub(super) outside: std::sync::Arc<Outside>,
}

/// A transaction on everything that the council keeps.
pub(super) struct Transaction<'c> {
    client: &'c Object,
    common: &'c Common,
    writes: bool,
    life: i64,
    epoch: Epoch,
    again: bool,
}

/// How a transaction ended.
pub(super) enum Ended {
    /// It is durable.
    Committed,
    /// The connection was lost meanwhile: the database knows by this number.
    Unknown(String),
}

type Values<'v> = &'v [&'v (dyn ToSql + Sync)];

impl<'c> Transaction<'c> {
    /// Begins a transaction. Who writes shares the database's life until the end, so that none begins meanwhile.
    pub(super) fn begin(client: &'c Object, common: &'c Common, writes: bool) -> Result<Transaction<'c>, StoreError> {
        let begin = match writes {
            true => format!("BEGIN; SELECT pg_advisory_xact_lock_shared({EPOCH})"),
            false => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned(),
        };
        let current = common.engine.wait(async {
            client.batch_execute(&begin).await.map_err(|e| failed(&e))?;
            let current = client.prepare_cached(life::CURRENT).await.map_err(|e| failed(&e))?;
            client.query_one(&current, &[]).await.map_err(|e| failed(&e))
        })?;
        let (life, epoch) = (current.get_column(0)?, Epoch(current.bytes(1)?));
        Ok(Transaction { client, common, writes, life, epoch, again: false })
    }

    /// Commits.
    pub(super) fn commit(self) -> Result<Ended, StoreError> {
        let (client, writes) = (self.client, self.writes);
        let (number, ended) = self.common.engine.wait(async {
            let number = match writes {
                true => transaction_number(client).await?,
                false => None,
            };
            Ok((number, client.batch_execute("COMMIT").await))
        })?;
        match (number, ended) {
            (Some(number), Ok(())) => {
                let commits = number.parse().unwrap_or_default();
                self.common.outside.note(self.epoch, commits);
                Ok(Ended::Committed)
            }
            (None, Ok(())) => Ok(Ended::Committed),
            (Some(number), Err(error)) if error.as_db_error().is_none() => Ok(Ended::Unknown(number)),
            (_, Err(error)) => Err(failed(&error)),
        }
    }

    /// Takes back what was written; `false`: the connection is not to be used again.
    pub(super) fn roll_back(self) -> bool {
        let undone = async { self.client.batch_execute("ROLLBACK").await.map_err(|e| failed(&e)) };
        self.common.engine.wait(undone).is_ok()
    }

    /// Whether the failure came of others' work at the same time, so that the work done again may succeed.
    pub(super) fn again(&self) -> bool {
        self.again
    }

    /// The log or the stream does not end where the decision took it to end.
    pub(super) fn overtaken(&mut self) -> StoreError {
        self.again = true;
        StoreError::Unavailable("a batch was decided on what is no longer so".into())
    }

    pub(super) fn rows(&mut self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, StoreError> {
        let client = self.client;
        let mut failure = None;
        let rows = self.common.engine.wait(async {
            let asked = async { client.query(&client.prepare_cached(sql).await?, values).await };
            asked.await.map_err(|error| {
                let said = failed(&error);
                failure = Some(error);
                said
            })
        });
        self.again |= failure.as_ref().is_some_and(passes);
        rows
    }

    pub(super) fn row(&mut self, sql: &str, values: Values<'_>) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    pub(super) fn write(&mut self, sql: &str, values: Values<'_>) -> Result<(), StoreError> {
        self.rows(sql, values).map(drop)
    }

    /// Takes a lock until the transaction ends, if it writes.
    pub(super) fn lock(&mut self, what: &str) -> Result<(), StoreError> {
        match self.writes {
            true => self.write(&format!("SELECT pg_advisory_xact_lock({what})"), &[]),
            false => Ok(()),
        }
    }

    /// Takes a register until the transaction ends, if it writes: nobody else appends to it.
    pub(super) fn take_register(&mut self, register: i64) -> Result<(), StoreError> {
        match self.writes {
            true => self.write("SELECT pg_advisory_xact_lock($1)", &[&register]),
            false => Ok(()),
        }
    }

    /// What follows a SELECT whose row is held until the transaction ends.
    pub(super) fn held(&self) -> &'static str {
        if self.writes { " FOR UPDATE" } else { "" }
    }

    pub(super) fn council(&self) -> &PublicKey {
        &self.common.council
    }

    /// The life, by its number and by its name.
    pub(super) fn life(&self) -> (i64, Epoch) {
        (self.life, self.epoch)
    }

    /// Begins another life.
    pub(super) fn begin_life(&mut self) -> Result<Epoch, StoreError> {
        if !self.writes {
            return Err(StoreError::Unavailable("this transaction only reads".into()));
        }
        self.lock(EPOCH)?;
        let (client, outside) = (self.client, &self.common.outside);
        (self.life, self.epoch) = self.common.engine.wait(life::begin(client, outside))?;
        Ok(self.epoch)
    }
}

/// The transaction's number, if it wrote anything.
async fn transaction_number(client: &Object) -> Result<Option<String>, StoreError> {
    let sql = "SELECT pg_current_xact_id_if_assigned()::text";
    let number = client.prepare_cached(sql).await.map_err(|e| failed(&e))?;
    client.query_one(&number, &[]).await.map_err(|e| failed(&e))?.get_column(0)
}

fn passes(error: &Error) -> bool {
    let known = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::UNIQUE_VIOLATION,
    ];
    error.code().is_some_and(|code| known.contains(code))
}
