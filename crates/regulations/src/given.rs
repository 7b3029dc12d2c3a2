//! Years and numbers as given: read where they can be, marked where they cannot. Owns the difference between nothing
//! given and something that cannot be read, on which the rules hang.

use crate::{CandidateNumber, CentreCode, IndexNumber};

/// A year as given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Year {
    /// Nothing was given.
    #[default]
    Absent,
    /// Something that is not a year of four digits.
    Unreadable,
    /// A year of four digits; of primary school, a count of years.
    Value(i32),
}

impl Year {
    /// Reads exactly four digits.
    #[must_use]
    pub fn parse(text: &str) -> Year {
        match (text.len(), Year::count(text)) {
            (4, year) | (_, year @ Year::Absent) => year,
            _ => Year::Unreadable,
        }
    }

    /// Reads a count of years: up to nine digits.
    #[must_use]
    pub fn count(text: &str) -> Year {
        let bytes = text.as_bytes();
        match bytes.len() {
            0 => Year::Absent,
            1..=9 if bytes.iter().all(u8::is_ascii_digit) => {
                Year::Value(bytes.iter().fold(0, |value, b| value * 10 + i32::from(b - b'0')))
            }
            _ => Year::Unreadable,
        }
    }

    /// The number, where one was read.
    #[must_use]
    pub const fn value(self) -> Option<i32> {
        match self {
            Year::Value(value) => Some(value),
            Year::Absent | Year::Unreadable => None,
        }
    }

    /// Whether anything was given.
    #[must_use]
    pub const fn is_given(self) -> bool {
        !matches!(self, Year::Absent)
    }

    /// Whether a year is given and lies at or before this one.
    #[must_use]
    pub const fn is_by(self, limit: i32) -> bool {
        matches!(self, Year::Value(value) if value <= limit)
    }
}

/// The candidate's number as given (2.3.22).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// None: one is to be allocated.
    #[default]
    Absent,
    /// Not three digits.
    Malformed,
    /// Three digits.
    Plain(CandidateNumber),
    /// Three digits at the end of a full index number of eleven.
    Full(CentreCode, CandidateNumber),
}

impl Number {
    /// Reads three or eleven digits.
    #[must_use]
    pub fn parse(text: &str) -> Number {
        match text.len() {
            0 => Number::Absent,
            3 => CandidateNumber::parse(text).map_or(Number::Malformed, Number::Plain),
            11 => {
                IndexNumber::parse(text).map_or(Number::Malformed, |index| Number::Full(index.centre, index.candidate))
            }
            _ => Number::Malformed,
        }
    }

    /// The three digits, where they were given.
    #[must_use]
    pub const fn candidate(self) -> Option<CandidateNumber> {
        match self {
            Number::Plain(number) | Number::Full(_, number) => Some(number),
            Number::Absent | Number::Malformed => None,
        }
    }
}
