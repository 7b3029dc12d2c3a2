//! Which life the database lives, looked at by each new connection: after a restart the database may be another. What
//! shows it: the cluster's name and timeline, and transactions that this server saw and the database does not know.

use std::sync::{Mutex, MutexGuard, PoisonError};

use sync::Epoch;
use tokio_postgres::Client;

use crate::stores::StoreError;
use crate::stores::life::{LifeFile, Noted, begins};
use crate::stores::sqlite::draw;

use super::connect::{EPOCH, failed};
use super::row::Columns;

/// What this server keeps outside the database.
pub(super) struct Outside(Mutex<Kept>);

struct Kept {
    file: Option<LifeFile>,
    noted: Option<Noted>,
}

impl Outside {
    pub(super) fn of(mut file: LifeFile) -> Result<Outside, StoreError> {
        let noted = file.read()?;
        Ok(Outside(Mutex::new(Kept { file: Some(file), noted })))
    }

    /// Lets another process have the file.
    pub(super) fn close(&self) {
        self.kept().file = None;
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn noted(&self) -> Option<Noted> {
        self.kept().noted
    }

    /// Notes how far the database has come, after it committed.
    pub(super) fn note(&self, epoch: Epoch, commits: u64) {
        let mut kept = self.kept();
        let behind = kept.noted.is_some_and(|noted| noted.epoch == epoch && noted.commits >= commits);
        if !behind {
            let noted = Noted { epoch, commits };
            // What is committed stays so, whether or not the note can be written; the note then lags, which it may.
            let _ = kept.file.as_mut().map(|file| file.note(noted));
            kept.noted = Some(noted);
        }
    }

    fn begin(&self, noted: Noted) -> Result<(), StoreError> {
        let mut kept = self.kept();
        let closed = || StoreError::Unavailable("it was closed".into());
        kept.file.as_mut().ok_or_else(closed)?.begin(noted)?;
        kept.noted = Some(noted);
        Ok(())
    }
}

/// The life that the database lives, and its number.
pub(super) const CURRENT: &str = "SELECT life, epoch FROM lives ORDER BY life DESC LIMIT 1";

/// The number of the last transaction that wrote, or one that still does.
const COUNT: &str = "SELECT (pg_snapshot_xmax(pg_current_snapshot())::text::numeric - 1)::text";

const PLACE: &str = "SELECT (SELECT system_identifier::text FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8)";

/// Begins another life where one must begin. Servers that see it at once begin one.
pub(super) async fn look(client: &mut Client, outside: &Outside) -> Result<(), StoreError> {
    if must_begin(client, outside).await? {
        let transaction = client.transaction().await.map_err(|e| failed(&e))?;
        let lock = format!("SELECT pg_advisory_xact_lock({EPOCH})");
        transaction.batch_execute(&lock).await.map_err(|e| failed(&e))?;
        if must_begin(transaction.client(), outside).await? {
            begin(transaction.client(), outside).await?;
        }
        transaction.commit().await.map_err(|e| failed(&e))?;
    }
    Ok(())
}

/// Begins another life, in the transaction in which `client` is: outside first, then in the database. Whoever calls
/// holds [`EPOCH`].
pub(super) async fn begin(client: &Client, outside: &Outside) -> Result<(i64, Epoch), StoreError> {
    let epoch = draw()?;
    outside.begin(Noted { epoch, commits: count(client).await? })?;
    let (cluster, timeline) = place(client).await?;
    let sql = "INSERT INTO lives (epoch, cluster, timeline) VALUES ($1, $2, $3) RETURNING life";
    let row = client.query_one(sql, &[&&epoch.0[..], &cluster, &timeline]).await.map_err(|e| failed(&e))?;
    Ok((row.get_column(0)?, epoch))
}

async fn must_begin(client: &Client, outside: &Outside) -> Result<bool, StoreError> {
    let sql = "SELECT epoch, cluster, timeline FROM lives ORDER BY life";
    let rows = client.query(sql, &[]).await.map_err(|e| failed(&e))?;
    let lives = rows.iter().map(|row| row.bytes(0).map(Epoch)).collect::<Result<Vec<_>, _>>()?;
    let (cluster, timeline) = place(client).await?;
    let elsewhere = match rows.last() {
        Some(row) => row.text(1)? != cluster || row.text(2)? != timeline,
        None => true,
    };
    Ok(elsewhere || begins(outside.noted(), &lives, count(client).await?, false))
}

async fn place(client: &Client) -> Result<(String, String), StoreError> {
    let row = client.query_one(PLACE, &[]).await.map_err(|e| failed(&e))?;
    Ok((row.get_column(0)?, row.get_column(1)?))
}

async fn count(client: &Client) -> Result<u64, StoreError> {
    let row = client.query_one(COUNT, &[]).await.map_err(|e| failed(&e))?;
    row.text(0)?.parse().map_err(|_| StoreError::Damaged("a transaction without a number".into()))
}
