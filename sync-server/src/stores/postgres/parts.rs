//! Parts of pictures in the database, because they come to one server or another.

use std::future::Future;
use std::time::SystemTime;

use deadpool_postgres::{Object, Pool};
use sync::Hash;
use tokio_postgres::Error;

use crate::stores::StoreError;
use crate::stores::engine::Engine;
use crate::stores::pictures::{Unfinished, new_part};

use super::connect::failed;
use super::row::Columns;

/// The parts.
pub(crate) struct Parts {
    pool: Pool,
    engine: Engine,
}

const HAVE: &str = "SELECT coalesce(sum(length(bytes)), 0)::bigint FROM picture_parts WHERE hash = $1";

const ABANDONED: &str = "SELECT hash FROM picture_parts GROUP BY hash HAVING max(came) < $1";

impl Parts {
    pub(super) fn of(pool: Pool, engine: Engine) -> Parts {
        Parts { pool, engine }
    }

    fn wait<T, F: Future<Output = Result<T, Error>>>(&self, work: impl FnOnce(Object) -> F) -> Result<T, StoreError> {
        self.engine.wait(async {
            let client = self.pool.get().await.map_err(|e| StoreError::Unavailable(format!("the database: {e}")))?;
            work(client).await.map_err(|e| failed(&e))
        })
    }
}

impl Unfinished for Parts {
    fn have(&self, hash: Hash) -> Result<u32, StoreError> {
        let row = self.wait(|client| async move { client.query_one(HAVE, &[&&hash.0[..]]).await })?;
        row.small(0)
    }

    fn append(&self, hash: Hash, offset: u32, bytes: &[u8]) -> Result<u32, StoreError> {
        let key = i32::from_le_bytes([hash.0[0], hash.0[1], hash.0[2], hash.0[3]]);
        self.wait(|mut client| async move {
            let transaction = client.transaction().await?;
            transaction.execute("SELECT pg_advisory_xact_lock(2, $1)", &[&key]).await?;
            let have: i64 = transaction.query_one(HAVE, &[&&hash.0[..]]).await?.try_get(0)?;
            let new = new_part(u32::try_from(have).unwrap_or(u32::MAX), offset, bytes);
            if !new.is_empty() {
                let sql = "INSERT INTO picture_parts (hash, start, bytes) VALUES ($1, $2, $3)";
                transaction.execute(sql, &[&&hash.0[..], &have, &new]).await?;
            }
            transaction.commit().await?;
            Ok(u32::try_from(have).unwrap_or(u32::MAX).saturating_add(new.len() as u32))
        })
    }

    fn bytes(&self, hash: Hash) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT bytes FROM picture_parts WHERE hash = $1 ORDER BY start";
        let rows = self.wait(|client| async move { client.query(sql, &[&&hash.0[..]]).await })?;
        let parts = rows.iter().map(|row| row.get_column::<&[u8]>(0)).collect::<Result<Vec<_>, _>>()?;
        Ok(parts.concat())
    }

    fn forget(&self, hash: Hash) -> Result<(), StoreError> {
        let sql = "DELETE FROM picture_parts WHERE hash = $1";
        self.wait(|client| async move { client.execute(sql, &[&&hash.0[..]]).await }).map(drop)
    }

    fn sweep(&self, since: SystemTime) -> Result<u64, StoreError> {
        let hashes = self.wait(|client| async move { client.query(ABANDONED, &[&since]).await })?;
        let hashes = hashes.iter().map(|row| row.get_column::<&[u8]>(0)).collect::<Result<Vec<_>, _>>()?;
        let sql = "DELETE FROM picture_parts WHERE hash = ANY($1)";
        let named = &hashes;
        self.wait(|client| async move { client.execute(sql, &[named]).await })?;
        Ok(hashes.len() as u64)
    }
}
