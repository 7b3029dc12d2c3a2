//! What went wrong, for a person. Owns the codes that the interface has words for (`problem-…` of its Fluent files);
//! the English sentence of the use case goes with it, for the support bundle and where no words are found.

use desk::{Error, ErrorClass};
use intake::IntakeError;
use serde::Serialize;
use ts_rs::TS;

/// A command that could not be carried out. Nothing was half done.
#[derive(Clone, Debug, Serialize, TS, thiserror::Error)]
#[error("{code}: {detail}")]
pub struct Problem {
    /// Stable, as `register.disk-full`.
    pub code: String,
    /// What a person can do about it: `usage`, `input`, `register`, `server`.
    pub class: String,
    /// What, where, why and what to do, in English.
    pub detail: String,
    /// The file that it is about.
    pub path: Option<String>,
}

impl Problem {
    /// A problem of the window's own.
    pub fn new(code: &str, class: &str, detail: impl Into<String>) -> Problem {
        Problem { code: code.to_owned(), class: class.to_owned(), detail: detail.into(), path: None }
    }

    /// No register is open.
    pub(crate) fn nothing_open() -> Problem {
        Problem::new("window.nothing-open", "usage", "no register is open: choose one, or make one")
    }

    /// Nobody is at work.
    pub(crate) fn locked() -> Problem {
        Problem::new("window.locked", "usage", "the window is locked: somebody has to give a password")
    }

    /// The interface asked with other arguments than the command takes.
    pub(crate) fn malformed(error: &serde_json::Error) -> Problem {
        Problem::new("window.malformed", "usage", error.to_string())
    }

    /// The interface asked for what there is not.
    pub(crate) fn unknown(what: &str) -> Problem {
        Problem::new("window.unknown", "usage", format!("there is no {what}"))
    }
}

const fn code(error: &Error) -> &'static str {
    match error {
        Error::Register(error) => error.code(),
        Error::Usage(_) => "desk.usage",
        Error::Unopened { .. } => "desk.unopened",
        Error::Intake { source, .. } => spreadsheet(source),
        Error::Unwritten { .. } => "desk.unwritten",
        Error::Pack(_) => "desk.pack",
        Error::Document(_) => "desk.document",
        Error::Workbook(_) => "desk.workbook",
        Error::WindowClosed { .. } => "desk.window-closed",
        Error::NoKey { .. } => "desk.no-key",
        Error::NotEnrolled => "desk.not-enrolled",
        Error::OtherCouncil { .. } => "desk.other-council",
        Error::Impostor { .. } => "desk.impostor",
        Error::Offline { .. } => "desk.offline",
        Error::Refused { .. } => "desk.refused",
        Error::Untrusted { .. } => "desk.untrusted",
        Error::Stopped => "desk.stopped",
        Error::Bundle { .. } => "desk.bundle",
        Error::NoKeyring { .. } => "desk.no-keyring",
        Error::WrongPassphrase => "desk.wrong-passphrase",
        Error::ShortPassphrase { .. } => "desk.short-passphrase",
        Error::WrongPassword { .. } => "desk.wrong-password",
        Error::NotAllowed { .. } => "desk.not-allowed",
        Error::Unsigned { .. } => "desk.unsigned",
    }
}

const fn spreadsheet(error: &IntakeError) -> &'static str {
    match error {
        IntakeError::Empty => "desk.spreadsheet-empty",
        IntakeError::NotASpreadsheet { .. } => "desk.spreadsheet-another-kind",
        IntakeError::Damaged { .. } => "desk.spreadsheet-damaged",
        IntakeError::Encrypted { .. } => "desk.spreadsheet-locked",
        IntakeError::TooLarge { .. } => "desk.spreadsheet-too-large",
        IntakeError::DocumentType { .. } => "desk.spreadsheet-document-type",
        IntakeError::NoSuchSheet { .. } => "desk.spreadsheet-no-such-sheet",
        IntakeError::NoHeadings { .. } => "desk.spreadsheet-no-headings",
        IntakeError::UnclosedQuote { .. } => "desk.spreadsheet-unclosed-quote",
        _ => "desk.spreadsheet",
    }
}

const fn class(error: &Error) -> &'static str {
    match error.class() {
        ErrorClass::Usage => "usage",
        ErrorClass::Input => "input",
        ErrorClass::Register => "register",
        ErrorClass::Server => "server",
    }
}

fn path(error: &Error) -> Option<String> {
    match error {
        Error::Unopened { path, .. }
        | Error::Intake { path, .. }
        | Error::Unwritten { path, .. }
        | Error::NoKey { path, .. }
        | Error::Unsigned { path, .. }
        | Error::Bundle { path, .. } => Some(path.display().to_string()),
        _ => None,
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        let (code, class) = (code(&error).to_owned(), class(&error).to_owned());
        Problem { code, class, path: path(&error), detail: error.to_string() }
    }
}

impl From<register::Error> for Problem {
    fn from(error: register::Error) -> Problem {
        Error::from(error).into()
    }
}
