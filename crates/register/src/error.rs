//! What can go wrong with a register, each with a code that does not change. Owns the sorting of SQLite's failures
//! into what a person can act on; refuses to hold anything of a candidate.

use std::path::{Path, PathBuf};

use sync::{CandidateId, SlipId, Tag};

/// A refusal of the register. Nothing was changed when one is returned.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The key does not open this file, or its first page is damaged: encrypted bytes do not tell which.
    #[error(
        "{path} does not open with this key; check the passphrase or the computer's keyring (a damaged file says the same)"
    )]
    WrongKey {
        /// The register's file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{path} is not a register; choose a file that ends in .daftari")]
    NotARegister {
        /// The file.
        path: PathBuf,
    },
    /// A later version of the program wrote it.
    #[error("{path} was written by a newer version (schema {found}, this version knows {known}); update this program")]
    NewerSchema {
        /// The register's file.
        path: PathBuf,
        /// The schema found.
        found: u32,
        /// The newest schema that this version reads.
        known: u32,
    },
    /// Another program holds it.
    #[error("{path} is open in another window or program on this computer; close it there first")]
    Locked {
        /// The register's file.
        path: PathBuf,
    },
    /// Its bytes contradict themselves.
    #[error("the register is damaged ({what}); restore the latest backup, and keep the damaged file")]
    Corrupt {
        /// What contradicts what.
        what: String,
    },
    /// No room to write.
    #[error("the disk is full; nothing of the last change was written; free some space and repeat it")]
    DiskFull,
    /// The folder or the file may not be written.
    #[error(
        "{path} may not be written; move the register to a folder of your own, or ask for the right to write there"
    )]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
    },
    /// A register is there already.
    #[error("{path} exists already; open it, or choose another centre or year")]
    AlreadyExists {
        /// The register's file.
        path: PathBuf,
    },
    /// There is no such file.
    #[error("there is no register at {path}")]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// No candidate of this id was entered here.
    #[error("candidate {0} is not in this register")]
    UnknownCandidate(CandidateId),
    /// A withdrawn candidate is reinstated before anything else of theirs is changed.
    #[error("candidate {0} is withdrawn; reinstate them before changing their entry")]
    CandidateWithdrawn(CandidateId),
    /// The candidate is another centre's now.
    #[error("candidate {0} has moved to another centre; only that centre changes their entry")]
    CandidateMoved(CandidateId),
    /// No operation of this tag is held.
    #[error("no operation {0} is held here; it may have taken effect, or the council's log was not taken in yet")]
    NothingHeld(Tag),
    /// The register knows no council.
    #[error("the register is not enrolled with the council")]
    NotEnrolled,
    /// What the council sent does not continue what is here. Nothing of it was kept.
    #[error("what the council sent does not continue this register: {what}")]
    DoesNotContinue {
        /// What contradicts what.
        what: String,
    },
    /// No slip of this id was recorded here.
    #[error("deposit slip {0} is not in this register")]
    UnknownSlip(SlipId),
    /// A step that needs a reason came without one.
    #[error("a reason is needed here; say in a few words why")]
    ReasonMissing,
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite refused for a reason of its own.
    #[error("the register's database refused: {0}")]
    Sqlite(rusqlite::Error),
}

/// The result of asking a register.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The code for interfaces and scripts. Codes are never renamed or used again.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Error::WrongKey { .. } => "register.wrong-key",
            Error::NotARegister { .. } => "register.not-a-register",
            Error::NewerSchema { .. } => "register.newer-schema",
            Error::Locked { .. } => "register.locked",
            Error::Corrupt { .. } => "register.corrupt",
            Error::DiskFull => "register.disk-full",
            Error::ReadOnly { .. } => "register.read-only",
            Error::AlreadyExists { .. } => "register.already-exists",
            Error::NotFound { .. } => "register.not-found",
            Error::UnknownCandidate(_) => "register.unknown-candidate",
            Error::CandidateWithdrawn(_) => "register.candidate-withdrawn",
            Error::CandidateMoved(_) => "register.candidate-moved",
            Error::NothingHeld(_) => "register.nothing-held",
            Error::NotEnrolled => "register.not-enrolled",
            Error::DoesNotContinue { .. } => "register.does-not-continue",
            Error::UnknownSlip(_) => "register.unknown-slip",
            Error::ReasonMissing => "register.reason-missing",
            Error::Io { .. } => "register.io",
            Error::Sqlite(_) => "register.database",
        }
    }

    pub(crate) fn does_not_continue(what: impl Into<String>) -> Error {
        Error::DoesNotContinue { what: what.into() }
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Error {
        Error::Corrupt { what: what.into() }
    }

    /// Sorts a failure of the file system.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        use std::io::ErrorKind as Kind;
        let path = path.to_owned();
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Error::DiskFull,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Error::ReadOnly { path },
            Kind::NotFound => Error::NotFound { path },
            Kind::AlreadyExists => Error::AlreadyExists { path },
            _ => Error::Io { path, source },
        }
    }

    /// Says of which file SQLite spoke, where its words leave that open.
    pub(crate) fn of_file(self, path: &Path) -> Error {
        let Error::Sqlite(source) = self else { return self };
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::PermissionDenied) => Error::ReadOnly { path },
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Error::Locked { path },
            _ => Error::Sqlite(source),
        }
    }
}

fn extended_code(source: &rusqlite::Error) -> Option<i32> {
    source.sqlite_error().map(|error| error.extended_code)
}

impl From<sync::Unreadable> for Error {
    fn from(source: sync::Unreadable) -> Error {
        Error::corrupt(source.to_string())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Error {
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Error::DiskFull,
            // The shared memory beside the log finds no room; SQLite calls that a failed read or write.
            _ if extended_code(&source) == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Error::DiskFull,
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Error::corrupt(source.to_string())
            }
            _ => Error::Sqlite(source),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn failures_of_files_and_of_sqlite_come_under_their_codes() {
        use std::io::ErrorKind as Kind;
        let path = Path::new("24505105-2026.daftari");
        for (kind, code) in [
            (Kind::StorageFull, "register.disk-full"),
            (Kind::PermissionDenied, "register.read-only"),
            (Kind::ReadOnlyFilesystem, "register.read-only"),
            (Kind::NotFound, "register.not-found"),
            (Kind::Interrupted, "register.io"),
        ] {
            assert_eq!(Error::io(path, kind.into()).code(), code, "{kind:?}");
        }
        for (sqlite, code) in [
            (ffi::SQLITE_FULL, "register.disk-full"),
            (ffi::SQLITE_IOERR_SHMSIZE, "register.disk-full"),
            (ffi::SQLITE_IOERR_READ, "register.database"),
            (ffi::SQLITE_READONLY, "register.read-only"),
            (ffi::SQLITE_NOTADB, "register.corrupt"),
            (ffi::SQLITE_BUSY, "register.locked"),
            (ffi::SQLITE_CORRUPT, "register.corrupt"),
            (ffi::SQLITE_MISUSE, "register.database"),
        ] {
            let failure = rusqlite::Error::SqliteFailure(ffi::Error::new(sqlite), None);
            assert_eq!(Error::from(failure).of_file(path).code(), code, "{sqlite}");
        }
    }
}
