//! Parts of pictures that are not whole yet. They are no promise: what is lost of them is sent again, and what is wrong
//! in them shows when the whole is compared with its name.

use std::time::SystemTime;

use sync::Hash;

use crate::stores::StoreError;

/// Where parts wait for the rest.
pub(crate) trait Unfinished: Send + Sync {
    /// How many bytes there are.
    fn have(&self, hash: Hash) -> Result<u32, StoreError>;

    /// Appends a part which begins at `offset`, without what is there already. A part that begins beyond the end is
    /// left alone. Tells how many bytes there are now.
    fn append(&self, hash: Hash, offset: u32, bytes: &[u8]) -> Result<u32, StoreError>;

    /// All bytes.
    fn bytes(&self, hash: Hash) -> Result<Vec<u8>, StoreError>;

    /// Throws them away.
    fn forget(&self, hash: Hash) -> Result<(), StoreError>;

    /// Throws away what nothing was added to since then, and tells of how many pictures it was.
    fn sweep(&self, since: SystemTime) -> Result<u64, StoreError>;
}

/// What is new of a part where so many bytes are there.
pub(crate) fn new_part(have: u32, offset: u32, bytes: &[u8]) -> &[u8] {
    match have.checked_sub(offset) {
        Some(known) => bytes.get(known as usize..).unwrap_or_default(),
        None => &[],
    }
}
