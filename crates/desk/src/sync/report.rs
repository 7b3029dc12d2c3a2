//! What came of a round with the council. Owns the difference between done, stopped, offline and refused: being offline
//! is an ordinary day, and what was done before it stays done.

use sync::RefusalCode;
use sync::replica::{Summary, Trouble};

use super::failure::Failure;
use super::line::Traffic;
use crate::error::Error;

/// How a round ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing is left to ask.
    Done,
    /// Whoever started it stopped it, or the council was not reached, or refused.
    Cut(Failure),
}

/// What a round did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Where the council is.
    pub url: String,
    /// What was done.
    pub summary: Summary,
    /// What went over the line.
    pub traffic: Traffic,
    /// How it ended.
    pub ended: Ended,
}

impl Report {
    /// What ended the round before its time.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        match &self.ended {
            Ended::Done => None,
            Ended::Cut(failure) => Some(Error::council(&self.url, failure.clone())),
        }
    }

    /// Whether what ended it says nothing of other registers: the council refuses this one alone.
    #[must_use]
    pub fn concerns_this_register(&self) -> bool {
        let Ended::Cut(failure) = &self.ended else { return true };
        matches!(failure.code(), Some(RefusalCode::ForeignCentre | RefusalCode::UnknownRegister | RefusalCode::NoRight))
    }

    /// Whether everything went through as it should.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.ended == Ended::Done && self.summary.troubles.iter().all(|trouble| matches!(trouble, Trouble::Picture(_)))
    }
}
