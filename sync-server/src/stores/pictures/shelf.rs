//! Whole pictures and how they become whole. Owns the comparison with the name, on the way in and on the way out.

use std::sync::Arc;
use std::time::SystemTime;

use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt};
use sync::Hash;
use sync::authority::Pictures;

use super::unfinished::Unfinished;
use crate::stores::engine::Engine;
use crate::stores::{Photographs, StoreError};

/// All of it is there, and verified.
const WHOLE: u32 = u32::MAX;

/// Where pictures are kept. Cheap to clone; its methods block.
#[derive(Clone)]
pub(crate) struct Shelf {
    whole: Arc<dyn ObjectStore>,
    unfinished: Arc<dyn Unfinished>,
    engine: Engine,
}

impl Shelf {
    pub(super) fn of(whole: Arc<dyn ObjectStore>, unfinished: Arc<dyn Unfinished>, engine: Engine) -> Shelf {
        Shelf { whole, unfinished, engine }
    }

    fn is_whole(&self, hash: Hash) -> Result<bool, StoreError> {
        let (store, path) = (Arc::clone(&self.whole), place(hash));
        self.engine.wait(async move {
            match store.head(&path).await {
                Ok(_) => Ok(true),
                Err(Error::NotFound { .. }) => Ok(false),
                Err(e) => Err(failed(&e)),
            }
        })
    }

    fn put(&self, hash: Hash, bytes: Vec<u8>) -> Result<(), StoreError> {
        let (store, path) = (Arc::clone(&self.whole), place(hash));
        self.engine.wait(async move { store.put(&path, bytes.into()).await.map(drop).map_err(|e| failed(&e)) })
    }

    fn whole(&self, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
        let (store, path) = (Arc::clone(&self.whole), place(hash));
        let found = self.engine.wait(async move {
            match store.get(&path).await {
                Ok(found) => found.bytes().await.map(|bytes| Some(bytes.to_vec())).map_err(|e| failed(&e)),
                Err(Error::NotFound { .. }) => Ok(None),
                Err(e) => Err(failed(&e)),
            }
        })?;
        match found {
            Some(bytes) if !is_of(hash, &bytes) => Err(StoreError::Damaged(format!("the picture {hash}"))),
            found => Ok(found),
        }
    }

    /// Takes what came so far for the whole picture: it is kept if it is, and thrown away if not.
    fn finish(&self, hash: Hash) -> Result<u32, StoreError> {
        let bytes = self.unfinished.bytes(hash)?;
        let right = is_of(hash, &bytes);
        if right {
            self.put(hash, bytes)?;
        }
        self.unfinished.forget(hash)?;
        Ok(if right { WHOLE } else { 0 })
    }
}

fn is_of(hash: Hash, bytes: &[u8]) -> bool {
    *blake3::hash(bytes).as_bytes() == hash.0
}

/// Under the first two letters of its name, so that no folder has millions.
fn place(hash: Hash) -> Path {
    let name = hash.to_string();
    Path::from(format!("{}/{name}", &name[..2]))
}

fn failed(error: &Error) -> StoreError {
    StoreError::Unavailable(format!("the pictures' place: {error}"))
}

impl Pictures for Shelf {
    type Error = StoreError;

    fn have(&mut self, hash: Hash) -> Result<u32, StoreError> {
        if self.is_whole(hash)? { Ok(WHOLE) } else { self.unfinished.have(hash) }
    }

    fn keep(&mut self, hash: Hash, size: u32, offset: u32, bytes: &[u8]) -> Result<u32, StoreError> {
        if self.is_whole(hash)? {
            return Ok(WHOLE);
        }
        match self.unfinished.append(hash, offset, bytes)? {
            have if have >= size => self.finish(hash),
            have => Ok(have),
        }
    }

    fn get(&mut self, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
        let Some(mut bytes) = self.whole(hash)? else { return Ok(None) };
        let size = u32::try_from(bytes.len()).map_err(|_| StoreError::Damaged(format!("the picture {hash}")))?;
        let rest = bytes.split_off(bytes.len().min(offset as usize));
        Ok(Some((size, rest)))
    }
}

impl Photographs for Shelf {
    fn hand(&self) -> Box<dyn Pictures<Error = StoreError> + Send> {
        Box::new(self.clone())
    }

    fn ready(&self) -> Result<(), StoreError> {
        self.is_whole(Hash([0; 32])).map(drop)
    }

    fn sweep(&self, since: SystemTime) -> Result<u64, StoreError> {
        self.unfinished.sweep(since)
    }
}
