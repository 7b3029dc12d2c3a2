//! One program a register: a lock of the operating system on a file beside it, held while the register is open. A
//! crash frees it; the file itself stays and says nothing.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Held for as long as it lives.
#[derive(Debug)]
pub(crate) struct SessionLock {
    _file: File,
}

impl SessionLock {
    /// Takes the lock of the register at `path`, or says that somebody has it.
    pub(crate) fn take(path: &Path) -> Result<SessionLock> {
        let beside = with_suffix(path, "-lock");
        let opened = File::options().create(true).truncate(false).write(true).open(&beside);
        let file = opened.map_err(|source| Error::io(&beside, source))?;
        match in_a_moment(&file) {
            Ok(()) => Ok(SessionLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::Locked { path: path.to_owned() }),
            Err(TryLockError::Error(source)) => Err(Error::io(&beside, source)),
        }
    }
}

/// Asks for the lock again for a quarter of a second: a program that was killed may still be on its way out, and one that
/// is being started holds every lock of its parent until it has begun.
fn in_a_moment(file: &File) -> std::result::Result<(), TryLockError> {
    let mut left = 25;
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if left > 0 => left -= 1,
            ended => return ended,
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

/// `24505105-2026.daftari` and `-lock` give `24505105-2026.daftari-lock`, as SQLite names its own.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
