//! Pictures and parts in a folder of this computer.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use object_store::local::LocalFileSystem;
use sync::Hash;

use super::unfinished::{Unfinished, new_part};
use crate::stores::StoreError;

/// Parts of so many pictures are appended side by side.
const HANDS: usize = 64;

/// The whole pictures: a picture is on the disk before it is there.
pub(super) fn open(folder: &Path) -> Result<LocalFileSystem, StoreError> {
    fs::create_dir_all(folder).map_err(|e| failed(folder, &e))?;
    let pictures = LocalFileSystem::new_with_prefix(folder);
    Ok(pictures.map_err(|e| StoreError::Unavailable(e.to_string()))?.with_fsync(true))
}

/// Parts, a file for each picture.
pub(super) struct Parts {
    folder: PathBuf,
    hands: Vec<Mutex<()>>,
}

impl Parts {
    pub(super) fn open(folder: &Path) -> Result<Parts, StoreError> {
        fs::create_dir_all(folder).map_err(|e| failed(folder, &e))?;
        Ok(Parts { folder: folder.to_owned(), hands: (0..HANDS).map(|_| Mutex::new(())).collect() })
    }

    fn path(&self, hash: Hash) -> PathBuf {
        self.folder.join(hash.to_string())
    }

    /// Two computers may send the same picture at once.
    fn hold(&self, hash: Hash) -> MutexGuard<'_, ()> {
        self.hands[usize::from(hash.0[0]) % HANDS].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn size(&self, hash: Hash) -> Result<u32, StoreError> {
        match fs::metadata(self.path(hash)) {
            Ok(data) => Ok(u32::try_from(data.len()).unwrap_or(u32::MAX - 1)),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(0),
            Err(e) => Err(failed(&self.folder, &e)),
        }
    }
}

impl Unfinished for Parts {
    fn have(&self, hash: Hash) -> Result<u32, StoreError> {
        self.size(hash)
    }

    fn append(&self, hash: Hash, offset: u32, bytes: &[u8]) -> Result<u32, StoreError> {
        let _held = self.hold(hash);
        let new = new_part(self.size(hash)?, offset, bytes);
        let append = |mut file: File| file.write_all(new);
        let opened = OpenOptions::new().append(true).create(true).open(self.path(hash));
        opened.and_then(append).map_err(|e| failed(&self.folder, &e))?;
        self.size(hash)
    }

    fn bytes(&self, hash: Hash) -> Result<Vec<u8>, StoreError> {
        let _held = self.hold(hash);
        match fs::read(self.path(hash)) {
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            read => read.map_err(|e| failed(&self.folder, &e)),
        }
    }

    fn forget(&self, hash: Hash) -> Result<(), StoreError> {
        let _held = self.hold(hash);
        match fs::remove_file(self.path(hash)) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(failed(&self.folder, &e)),
            _ => Ok(()),
        }
    }

    fn sweep(&self, since: SystemTime) -> Result<u64, StoreError> {
        let mut swept = 0;
        for entry in fs::read_dir(&self.folder).map_err(|e| failed(&self.folder, &e))? {
            let entry = entry.map_err(|e| failed(&self.folder, &e))?;
            let Some(hash) = entry.file_name().to_str().and_then(Hash::parse) else { continue };
            let old = || entry.metadata().and_then(|data| data.modified()).is_ok_and(|added| added < since);
            let _held = self.hold(hash);
            // What cannot be thrown away now is found again the next time.
            swept += u64::from(old() && fs::remove_file(entry.path()).is_ok());
        }
        Ok(swept)
    }
}

fn failed(folder: &Path, error: &io::Error) -> StoreError {
    StoreError::Unavailable(format!("the pictures' folder {} does not answer: {error}", folder.display()))
}
