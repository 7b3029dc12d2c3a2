//! What every request works with: keys, stores, limits, lanes, metrics and the clock. Owns their life from start to
//! stop; refuses requests of its own.

use std::path::Path;
use std::sync::Arc;

use sync::UnixMillis;

use crate::clock;
use crate::console;
use crate::http::lanes::Lanes;
use crate::http::limits::Limiters;
use crate::keys::{CouncilKeys, KeyError};
use crate::metrics::Metrics;
use crate::settings::Settings;
use crate::stores::{self, Council, Lane, Place, StoreError, Stores};
use crate::transact::transact;

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be made.
    #[error("the data folder {0} cannot be made or written: {1}")]
    Folder(std::path::PathBuf, #[source] std::io::Error),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address.
    #[error("{0} cannot be listened on: {1}")]
    Listen(std::net::SocketAddr, #[source] std::io::Error),
    /// The certificate.
    #[error("the certificate or its key cannot be used: {0}")]
    Tls(#[source] std::io::Error),
}

/// What every request works with.
pub struct Office {
    /// How the server is set up.
    pub settings: Settings,
    /// The council's secrets.
    pub keys: CouncilKeys,
    /// What is kept, and where.
    pub stores: Stores,
    /// Places in the queues.
    pub lanes: Lanes,
    /// Requests counted by who sends them.
    pub limiters: Limiters,
    /// What is counted for the operators.
    pub metrics: Metrics,
    /// What the console keeps in memory.
    pub console: console::State,
    clock: fn() -> UnixMillis,
}

impl Office {
    /// Opens everything. Blocks.
    ///
    /// # Errors
    /// When a key, the store or the folder cannot be had.
    pub fn open(settings: Settings) -> Result<Arc<Office>, StartError> {
        Office::open_at(settings, clock::now)
    }

    /// Opens everything, under a clock of the caller's.
    ///
    /// # Errors
    /// When a key, the store or the folder cannot be had.
    pub fn open_at(settings: Settings, clock: fn() -> UnixMillis) -> Result<Arc<Office>, StartError> {
        make_folder(&settings.data).map_err(|error| StartError::Folder(settings.data.clone(), error))?;
        let keys = CouncilKeys::open(&settings.data)?;
        let place = Place {
            folder: settings.data.clone(),
            postgres: settings.postgres.clone(),
            s3: settings.s3.clone(),
            council: keys.signing.public(),
        };
        let stores = stores::open(&place)?;
        let (lanes, limiters) = (Lanes::new(), Limiters::new(&settings.limits));
        Ok(Arc::new(Office {
            settings,
            keys,
            stores,
            lanes,
            limiters,
            metrics: Metrics::new(),
            console: console::State::default(),
            clock,
        }))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> UnixMillis {
        (self.clock)()
    }

    /// One transaction; see [`transact`].
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn transact<T, F>(&self, lane: Lane, work: F) -> Result<T, StoreError>
    where
        F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        transact(&*self.stores.database, lane, work).await
    }
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
