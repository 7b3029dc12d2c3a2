//! Connections: made, brought to the newest schema, and looked at before they serve.

use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use rustls_platform_verifier::ConfigVerifierExt;
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::stores::StoreError;

use super::life::{self, Outside};
use super::row::Columns;

mod migrations {
    refinery::embed_migrations!("src/stores/postgres/migrations");
}

/// The newest schema that this version knows.
static KNOWN: LazyLock<i32> = LazyLock::new(|| {
    let all = migrations::migrations::runner();
    all.get_migrations().iter().map(refinery::Migration::version).max().unwrap_or(0)
});

/// The lock of the database's life: shared by all who write, alone for who begins another.
pub(super) const EPOCH: &str = "1, 1";
/// The lock of the audit's end.
pub(super) const AUDIT: &str = "1, 2";
/// The lock of the schema.
const SCHEMA: &str = "1, 3";

/// How long a job waits for a connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// Every session waits for the disk, and lets go of its locks when its server hangs or is gone.
const SESSION: &str = "
    SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local');
    SET lock_timeout = '20s';
    SET statement_timeout = '60s';
    SET idle_in_transaction_session_timeout = '60s';
    SET tcp_keepalives_idle = 10;
    SET tcp_keepalives_interval = 5;
    SET tcp_keepalives_count = 3;
    SET client_min_messages = 'warning'";

/// A pool on this URL. Each connection is looked at before it serves: see [`life::look`].
pub(super) fn pool(url: &str, most: usize, outside: &Arc<Outside>) -> Result<Pool, StoreError> {
    let config =
        Config::from_str(url).map_err(|_| StoreError::Unavailable("the database's URL does not read".into()))?;
    let kept = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let outside = Arc::clone(outside);
    let settle = Hook::async_fn(move |client, _| {
        let outside = Arc::clone(&outside);
        Box::pin(async move { settle(client, &outside).await.map_err(|e| HookError::message(e.to_string())) })
    });
    let pool = Pool::builder(Manager::from_config(config, tls()?, kept))
        .max_size(most)
        .wait_timeout(Some(PATIENCE))
        .create_timeout(Some(PATIENCE))
        .runtime(Runtime::Tokio1)
        .post_create(settle)
        .build();
    pool.map_err(|e| StoreError::Unavailable(e.to_string()))
}

/// TLS where the URL asks for it and the server has it, with the system's authorities.
fn tls() -> Result<MakeRustlsConnect, StoreError> {
    // Another part of the program may have chosen it already; it is the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let config = rustls::ClientConfig::with_platform_verifier();
    config.map(MakeRustlsConnect::new).map_err(|e| StoreError::Unavailable(format!("TLS: {e}")))
}

async fn settle(client: &mut Client, outside: &Outside) -> Result<(), StoreError> {
    client.batch_execute(SESSION).await.map_err(|e| failed(&e))?;
    waits_for_the_disk(client).await?;
    migrate(client).await?;
    life::look(client, outside).await
}

async fn waits_for_the_disk(client: &Client) -> Result<(), StoreError> {
    let row = client.query_one("SELECT current_setting('fsync')", &[]).await.map_err(|e| failed(&e))?;
    match row.text(0)? {
        "on" => Ok(()),
        _ => Err(StoreError::Unavailable("this PostgreSQL does not wait for its disk: set fsync = on".into())),
    }
}

/// Brings the database to the newest schema; servers that start at once do it one after the other.
async fn migrate(client: &mut Client) -> Result<(), StoreError> {
    if found(client).await? == *KNOWN {
        return Ok(());
    }
    client.batch_execute(&format!("SELECT pg_advisory_lock({SCHEMA})")).await.map_err(|e| failed(&e))?;
    let ran = migrations::migrations::runner().run_async(client).await;
    let ran = ran.map(drop).map_err(|e| StoreError::Damaged(format!("the schema: {e}")));
    client.batch_execute(&format!("SELECT pg_advisory_unlock({SCHEMA})")).await.map_err(|e| failed(&e))?;
    ran
}

/// The database's schema; 0: none yet.
async fn found(client: &Client) -> Result<i32, StoreError> {
    let exists = "SELECT to_regclass('refinery_schema_history') IS NOT NULL";
    let row = client.query_one(exists, &[]).await.map_err(|e| failed(&e))?;
    if !row.get_column::<bool>(0)? {
        return Ok(0);
    }
    let newest = "SELECT coalesce(max(version), 0)::int FROM refinery_schema_history";
    let found: i32 = client.query_one(newest, &[]).await.map_err(|e| failed(&e))?.get_column(0)?;
    if found > *KNOWN {
        return Err(StoreError::Newer { found: found.cast_unsigned(), known: KNOWN.cast_unsigned() });
    }
    Ok(found)
}

/// What went wrong, without the values of the statement.
pub(super) fn failed(error: &tokio_postgres::Error) -> StoreError {
    let said = match error.as_db_error() {
        Some(error) => format!("{} ({})", error.message(), error.code().code()),
        None => error.to_string(),
    };
    StoreError::Unavailable(said)
}
