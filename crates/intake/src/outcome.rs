//! What became of one row. Owns the three outcomes and their words; no row below the headings is without one.

use regulations::{Draft, Field, Fields};

/// What became of a row that is not empty. Borrowed: it lives as long as the row's text.
#[derive(Debug)]
pub enum RowOutcome<'a> {
    /// A candidate: every field in its canonical spelling.
    Entry {
        /// The row's number, as a spreadsheet program shows it.
        row: u32,
        /// The values, empty where nothing is given.
        fields: &'a Fields<'a>,
    },
    /// A cell of it cannot be read.
    Refused {
        /// The row's number.
        row: u32,
        /// The cell, such as `F41`.
        cell: String,
        /// Why.
        reason: Refusal,
    },
    /// Not a candidate.
    Skipped {
        /// The row's number.
        row: u32,
        /// What it is.
        what: Skip,
    },
}

impl RowOutcome<'_> {
    /// The row's number, as a spreadsheet program shows it.
    #[must_use]
    pub const fn row(&self) -> u32 {
        match self {
            RowOutcome::Entry { row, .. } | RowOutcome::Refused { row, .. } | RowOutcome::Skipped { row, .. } => *row,
        }
    }

    /// The same, owned.
    #[must_use]
    pub fn to_owned(&self) -> Outcome {
        match self {
            RowOutcome::Entry { fields, .. } => Outcome::Entry(Box::new(Draft::from(*fields))),
            RowOutcome::Refused { cell, reason, .. } => Outcome::Refused { cell: cell.clone(), reason: reason.clone() },
            RowOutcome::Skipped { what, .. } => Outcome::Skipped(*what),
        }
    }
}

/// What became of a row, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A candidate.
    Entry(Box<Draft>),
    /// A cell of it cannot be read.
    Refused {
        /// The cell, such as `F41`.
        cell: String,
        /// Why.
        reason: Refusal,
    },
    /// Not a candidate.
    Skipped(Skip),
}

/// Why a cell cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A formula's error stands in place of a value.
    #[error("{column} shows the error {shown} in place of a value: correct the formula or type the value")]
    ErrorValue {
        /// The column's name in the template.
        column: &'static str,
        /// The error, such as `#N/A`.
        shown: String,
    },
    /// A long number was shortened before it came here.
    #[error(
        "{column} was stored as {shown}, which has lost its last digits: format the column as text and type the number again"
    )]
    DigitsLost {
        /// The column's name in the template.
        column: &'static str,
        /// What is left, such as `2.50E+10`.
        shown: String,
    },
    /// The column was too narrow when the file was written.
    #[error("{column} holds only # signs, left by a column too narrow to show its number: widen it and save again")]
    TooNarrow {
        /// The column's name in the template.
        column: &'static str,
    },
}

impl Refusal {
    /// A stable name of the kind of refusal, for whoever has words of their own for it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::ErrorValue { .. } => "error-value",
            Refusal::DigitsLost { .. } => "digits-lost",
            Refusal::TooNarrow { .. } => "too-narrow",
        }
    }

    /// What stands in the cell, where that tells something.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Refusal::ErrorValue { shown, .. } | Refusal::DigitsLost { shown, .. } => shown,
            Refusal::TooNarrow { .. } => "",
        }
    }

    /// The column's name in the template: a [`Field`]'s, or `subjects` for a subject's own column.
    #[must_use]
    pub const fn column(&self) -> &'static str {
        match self {
            Refusal::ErrorValue { column, .. } | Refusal::DigitsLost { column, .. } | Refusal::TooNarrow { column } => {
                column
            }
        }
    }

    /// The field that it is about.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        Field::named(self.column())
    }
}

/// Why a row is not a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skip {
    /// A line of totals.
    Total,
    /// Signatures, stamps, dates and who prepared the list.
    Signature,
    /// The headings again, as on every printed page.
    RepeatedHeadings,
    /// Nothing stands in any column that means something: a serial number alone, a note at the side.
    NoEntry,
}

impl Skip {
    /// The word used in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Skip::Total => "total",
            Skip::Signature => "signature",
            Skip::RepeatedHeadings => "repeated-headings",
            Skip::NoEntry => "no-entry",
        }
    }
}
