//! Why a file as a whole cannot be taken in. Owns the sentences a person reads; refuses to carry anything a cell holds.

use std::io;

use crate::Format;

/// A file that cannot be read as a table of candidates. Each says what is wrong, where, why, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// There are no bytes, or nothing but blank lines.
    #[error("the file is empty: save the spreadsheet again and send that copy")]
    Empty,
    /// The content is something else, whatever the file is called.
    #[error(
        "this is {found}, not a spreadsheet: open it in a spreadsheet program and save it as an Excel workbook (.xlsx) or as CSV"
    )]
    NotASpreadsheet {
        /// What the content looks like, with its article.
        found: &'static str,
    },
    /// The content begins as a spreadsheet but does not hold together: cut short, or changed on its way.
    #[error(
        "this {format} is damaged ({detail}): copy it again from where it came, or save it anew in a spreadsheet program"
    )]
    Damaged {
        /// What it claims to be.
        format: Format,
        /// What the reader met.
        detail: String,
    },
    /// It is locked with a password.
    #[error("this {format} is protected by a password: open it, remove the password, and save it again")]
    Encrypted {
        /// What it claims to be.
        format: Format,
    },
    /// It is larger than any roll of candidates: a bomb, or a sheet formatted to its last row.
    #[error(
        "{what} is larger than {limit}, the most that is read: keep only the candidates' rows and columns and save again"
    )]
    TooLarge {
        /// Which part.
        what: String,
        /// The limit, with its unit.
        limit: String,
    },
    /// Its XML declares a document type, which no spreadsheet program writes and which can blow up when read.
    #[error(
        "part {part} of the file declares a document type, which spreadsheet programs never write: save the sheet anew"
    )]
    DocumentType {
        /// The part's name in the package.
        part: String,
    },
    /// The sheet asked for is not there.
    #[error("there is no sheet named \"{name}\"; the file has: {available}")]
    NoSuchSheet {
        /// The name asked for.
        name: String,
        /// The names there are, in quotation marks, separated by commas.
        available: String,
    },
    /// No row is a row of headings.
    #[error(
        "no row of headings was found{place}: looked in the first {rows} rows that are not empty for at least two headings such as name, gender, candidate_no, year_of_birth, birth_certificate_no, entry_code or subjects; give the columns the headings of the template"
    )]
    NoHeadings {
        /// ` on the sheet "…"`, or nothing for a text file.
        place: String,
        /// How many rows were looked at.
        rows: usize,
    },
    /// A quotation mark opens a value that does not end.
    #[error("row {row} opens a quotation mark that is not closed within {limit}: close it or take it out")]
    UnclosedQuote {
        /// The row, as a spreadsheet program counts.
        row: u32,
        /// The longest record read, with its unit.
        limit: &'static str,
    },
    /// Whoever watched the reading stopped it.
    #[error("the reading was stopped, and nothing was taken in")]
    Stopped,
    /// The bytes could not be had.
    #[error("the file could not be read: {0}")]
    Read(#[from] io::Error),
}

impl IntakeError {
    pub(crate) fn damaged(format: Format, detail: impl std::fmt::Display) -> Self {
        IntakeError::Damaged { format, detail: detail.to_string() }
    }

    pub(crate) fn too_large(what: impl Into<String>, limit: impl Into<String>) -> Self {
        IntakeError::TooLarge { what: what.into(), limit: limit.into() }
    }

    /// Whether the user asked for something that is not there, rather than giving a file that cannot be read.
    #[must_use]
    pub const fn is_wrong_usage(&self) -> bool {
        matches!(self, IntakeError::NoSuchSheet { .. })
    }
}
