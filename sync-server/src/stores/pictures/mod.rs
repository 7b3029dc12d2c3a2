//! Pictures: each under the hash of its bytes, in a folder or in S3. Owns that a picture is there only when its bytes
//! hash to its name, and durable before anybody is told so; refuses to look at what it shows.

mod folder;
mod s3;
mod shelf;
mod unfinished;

pub(super) use shelf::Shelf;
pub(super) use unfinished::{Unfinished, new_part};

use std::path::Path;
use std::sync::Arc;

use super::access::StoreError;
use super::engine::Engine;
use super::open::S3;

/// Pictures in this folder, parts of those on their way where `unfinished` keeps them.
pub(super) fn in_folder(folder: &Path, unfinished: Arc<dyn Unfinished>, engine: Engine) -> Result<Shelf, StoreError> {
    Ok(Shelf::of(Arc::new(folder::open(&folder.join("whole"))?), unfinished, engine))
}

/// Pictures in a bucket, parts likewise.
pub(super) fn in_bucket(s3: &S3, unfinished: Arc<dyn Unfinished>, engine: Engine) -> Result<Shelf, StoreError> {
    Ok(Shelf::of(Arc::new(s3::open(s3)?), unfinished, engine))
}

/// Parts in a folder of this server, on whose pictures no other works.
pub(super) fn parts_in_folder(folder: &Path) -> Result<Arc<dyn Unfinished>, StoreError> {
    Ok(Arc::new(folder::Parts::open(&folder.join("unfinished"))?))
}
