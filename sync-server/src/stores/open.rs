//! Where the council's store is, and opening it. Owns the choice between the kinds of store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sync::PublicKey;

use super::access::StoreError;
use super::database::{Database, Photographs};
use super::engine::Engine;
use super::pictures::{self, Unfinished};
use super::postgres::Postgres;
use super::sqlite::{Setup, Sqlite};

/// Where everything is kept.
#[derive(Clone, Debug)]
pub struct Place {
    /// The data folder: the embedded database in `database/`, pictures in `pictures/`, and beside them the file
    /// `epoch`, by which a database that was put back from a copy is known.
    pub folder: PathBuf,
    /// The URL of a PostgreSQL; `None`: the embedded SQLite.
    pub postgres: Option<String>,
    /// Where pictures are when not in the folder.
    pub s3: Option<S3>,
    /// The council's public key: its own device in every register.
    pub council: PublicKey,
}

/// A bucket of an S3 server.
#[derive(Clone)]
pub struct S3 {
    /// The server, when not that of the region: `https://...`; plain `http://` is for loopback.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// The access key's id.
    pub key_id: String,
    /// The access key's secret.
    pub secret: String,
}

/// A secret is never logged.
impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "S3({} at {:?})", self.bucket, self.endpoint)
    }
}

/// An opened store.
#[derive(Clone)]
pub struct Stores {
    /// What is not a picture.
    pub database: Arc<dyn Database>,
    /// Pictures.
    pub photographs: Arc<dyn Photographs>,
}

/// Opens the store, brings its schema up to date, and begins another life of the database when it is new or was put
/// back from a copy (its epoch is not the one in the file, or lacks). Blocks.
///
/// # Errors
/// When it cannot be reached, is damaged, or of a newer version.
pub fn open(place: &Place) -> Result<Stores, StoreError> {
    let folder = |path: &Path| {
        let made = std::fs::create_dir_all(path);
        made.map_err(|e| StoreError::Unavailable(format!("{} cannot be made: {e}", path.display())))
    };
    let (database, pictures) = (place.folder.join("database"), place.folder.join("pictures"));
    folder(&place.folder)?;
    let (engine, epoch) = (Engine::start()?, place.folder.join("epoch"));
    let (database, parts): (Arc<dyn Database>, Arc<dyn Unfinished>) = match &place.postgres {
        Some(url) => {
            let postgres = Postgres::with(url, &epoch, place.council, engine.clone())?;
            let parts = Arc::new(postgres.parts());
            (Arc::new(postgres), parts)
        }
        None => {
            folder(&database)?;
            let sqlite = Sqlite::open(&database.join("council.db"), &epoch, Setup::of(place.council))?;
            (Arc::new(sqlite), pictures::parts_in_folder(&pictures)?)
        }
    };
    let shelf = match &place.s3 {
        Some(s3) => pictures::in_bucket(s3, parts, engine)?,
        None => pictures::in_folder(&pictures, parts, engine)?,
    };
    Ok(Stores { database, photographs: Arc::new(shelf) })
}
