//! What can go wrong on a desk, sorted by what a caller does about it. Owns the classes that become exit codes and the
//! window's messages; each error's words say what, where, why and what to do.

use std::path::{Path, PathBuf};

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// A use case that could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Asked for something that does not exist or does not go together.
    #[error("{0}")]
    Usage(String),
    /// A file could not be opened.
    #[error("{path} cannot be read: {reason}. Check the name, and that the file is not open elsewhere")]
    Unopened {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A spreadsheet could not be read.
    #[error("{path}: {source}")]
    Intake {
        /// The file.
        path: PathBuf,
        /// Why.
        source: intake::IntakeError,
    },
    /// A file could not be written.
    #[error("{path} cannot be written: {reason}. Check that the folder exists, may be written and is not full")]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The register refused.
    #[error("{0}")]
    Register(#[from] register::Error),
    /// The rule pack is broken.
    #[error("{0}")]
    Pack(#[from] regulations::PackError),
    /// A document could not be laid out.
    #[error("{0}")]
    Document(#[from] documents::DocumentError),
    /// A spreadsheet could not be made.
    #[error("the spreadsheet could not be made: {0}")]
    Workbook(String),
    /// The registration window has closed.
    #[error(
        "registration closed on {closes}: nobody can be entered any more (2.3.2). Those entered already may be amended, for which KNEC may ask a penalty (2.16.2)"
    )]
    WindowClosed {
        /// The last day, as `YYYY-MM-DD`.
        closes: String,
    },
    /// No key for a register.
    #[error(
        "no key for {path}: {reason}. Open it on the computer and by the user that made it, or give its passphrase in DAFTARI_PASSPHRASE"
    )]
    NoKey {
        /// The register.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// This computer does not know the council.
    #[error(
        "this computer is not enrolled: ask KNEC or the sub-county's office for a code, then `daftari enrol URL CODE`"
    )]
    NotEnrolled,
    /// It knows another council.
    #[error(
        "this computer is enrolled with the council at {url}, whose key is another; `daftari enrol --anew` forgets that one, with what it received"
    )]
    OtherCouncil {
        /// The one it knows.
        url: String,
    },
    /// Who answered does not know the code.
    #[error("who answers at {url} cannot prove to have given this code out: check the address, and tell KNEC")]
    Impostor {
        /// Where.
        url: String,
    },
    /// The council is not reached.
    #[error(
        "the council at {url} is not reached now ({reason}). Nothing is lost: work on, and sync when there is a network"
    )]
    Offline {
        /// Where.
        url: String,
        /// Why.
        reason: String,
    },
    /// The council refused.
    #[error("the council refuses: {failure}")]
    Refused {
        /// What it said.
        failure: crate::sync::Failure,
    },
    /// The connection would not be safe.
    #[error("nothing was sent to {url}: {reason}")]
    Untrusted {
        /// Where.
        url: String,
        /// Why.
        reason: String,
    },
    /// Whoever started it stopped it.
    #[error("stopped; what was received stays received, and the next sync goes on from there")]
    Stopped,
    /// A stick's file that cannot be used.
    #[error("{path}: {reason}")]
    Bundle {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// The passphrase is another than the one that was chosen.
    #[error(
        "that is not the passphrase of this computer's registers; it was chosen when Daftari was first opened here"
    )]
    WrongPassphrase,
    /// A passphrase is too short to be one.
    #[error("a passphrase has at least {least} characters: four or five words are easy to remember")]
    ShortPassphrase {
        /// The fewest characters.
        least: usize,
    },
    /// A password that is not this person's.
    #[error("that is not the password of {name}")]
    WrongPassword {
        /// Who.
        name: String,
    },
    /// The person at work may not do this.
    #[error("only {who} may do this")]
    NotAllowed {
        /// Who may: `head`, `scde`.
        who: &'static str,
    },
    /// An update that does not come from us.
    #[error("{path}: {reason}; do not install it")]
    Unsigned {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// No keyring to keep a new key in.
    #[error(
        "this computer's keyring does not answer ({reason}). Give a passphrase in DAFTARI_PASSPHRASE and keep it safe"
    )]
    NoKeyring {
        /// Why.
        reason: String,
    },
}

/// What a caller does about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    /// Correct the command: exit code 2.
    Usage,
    /// Correct the input: exit code 3.
    Input,
    /// The register refused: exit code 4.
    Register,
    /// The council refused or could not be reached: exit code 5.
    Server,
}

impl Error {
    /// The class of the error.
    #[must_use]
    pub const fn class(&self) -> ErrorClass {
        match self {
            Error::Usage(_) | Error::NotEnrolled | Error::OtherCouncil { .. } | Error::NotAllowed { .. } => {
                ErrorClass::Usage
            }
            Error::WrongPassphrase | Error::ShortPassphrase { .. } | Error::WrongPassword { .. } => ErrorClass::Usage,
            Error::Intake { source, .. } if source.is_wrong_usage() => ErrorClass::Usage,
            Error::Unopened { .. } | Error::Intake { .. } | Error::Unwritten { .. } | Error::Workbook(_) => {
                ErrorClass::Input
            }
            Error::Pack(_) | Error::Document(_) | Error::Bundle { .. } | Error::Unsigned { .. } => ErrorClass::Input,
            Error::Impostor { .. }
            | Error::Offline { .. }
            | Error::Refused { .. }
            | Error::Untrusted { .. }
            | Error::Stopped => ErrorClass::Server,
            Error::Register(_) | Error::WindowClosed { .. } | Error::NoKey { .. } | Error::NoKeyring { .. } => {
                ErrorClass::Register
            }
        }
    }

    /// What came between this computer and the council at `url`.
    pub(crate) fn council(url: &str, failure: crate::sync::Failure) -> Error {
        use crate::sync::Failure;
        let url = url.trim_end_matches('/').to_owned();
        match failure {
            Failure::Cancelled => Error::Stopped,
            Failure::Unreachable(reason) => Error::Offline { url, reason },
            Failure::Strange(_) => Error::Offline { url, reason: failure.to_string() },
            Failure::Unsafe(reason) => Error::Untrusted { url, reason },
            Failure::Refused { .. } | Failure::Declined { .. } => Error::Refused { failure },
        }
    }

    pub(crate) fn unopened(path: &Path, error: &std::io::Error) -> Error {
        Error::Unopened { path: path.to_owned(), reason: error.to_string() }
    }

    pub(crate) fn unwritten(path: &Path, error: &std::io::Error) -> Error {
        Error::Unwritten { path: path.to_owned(), reason: error.to_string() }
    }
}
