//! What can come between a desk and the council. Owns which of it is no more than being offline, and the words.

use sync::{Refusal, RefusalCode};

/// A question that got no answer of the council's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Whoever started it stopped it.
    #[error("stopped")]
    Cancelled,
    /// Nobody answered: no network, no server, or a link that was cut.
    #[error("{0}")]
    Unreachable(String),
    /// Something answered that is not the council: a network's login page, say.
    #[error("something else answered in the council's place ({0})")]
    Strange(String),
    /// The council said no.
    #[error("{}", sentence(.refusal, .detail))]
    Refused {
        /// What it said.
        refusal: Refusal,
        /// Its words, where it has more than the code's sentence.
        detail: String,
    },
    /// The council said no for a reason of one endpoint's own.
    #[error("{detail}")]
    Declined {
        /// The problem's code.
        code: String,
        /// The council's words.
        detail: String,
    },
    /// A certificate or an address that must not be trusted.
    #[error("{0}")]
    Unsafe(String),
}

impl Failure {
    /// The refusal's code.
    #[must_use]
    pub fn code(&self) -> Option<RefusalCode> {
        match self {
            Failure::Refused { refusal, .. } => Some(refusal.code),
            _ => None,
        }
    }

    /// Whether coming again later with the same may succeed.
    #[must_use]
    pub fn passes(&self) -> bool {
        match self {
            Failure::Unreachable(_) | Failure::Strange(_) => true,
            Failure::Refused { refusal, .. } => refusal.code.passes(),
            Failure::Cancelled | Failure::Unsafe(_) | Failure::Declined { .. } => false,
        }
    }

    /// Seconds after which the council asked to come again.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Failure::Refused { refusal, .. } => refusal.retry_after,
            _ => None,
        }
    }
}

fn sentence(refusal: &Refusal, detail: &str) -> String {
    match detail {
        "" => refusal.code.sentence().to_owned(),
        detail if detail == refusal.code.sentence() => detail.to_owned(),
        detail => format!("{} ({detail})", refusal.code.sentence()),
    }
}
