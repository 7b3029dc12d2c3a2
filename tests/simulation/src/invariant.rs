//! The promises of `docs/sync.md`, each with a checker that knows nothing of how they are kept. Owns their names and the
//! sentence in which one is found broken.

use std::fmt;

pub mod i01_acknowledged;
pub mod i02_saved;
pub mod i03_prefix;
pub mod i04_fold;
pub mod i05_overwritten;
pub mod i06_home;
pub mod i07_numbers;
pub mod i08_receipts;
pub mod i09_quiet;
pub mod i10_blocked;
pub mod i11_cut;
pub mod i12_clock;
pub mod i13_revoked;
pub mod i14_pictures;
pub mod i15_restored;
pub mod i16_order;

/// A promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Invariant(pub u8);

impl fmt::Display for Invariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "I{}", self.0)
    }
}

/// A promise found broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub invariant: Invariant,
    /// What was found.
    pub found: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.invariant, self.found)
    }
}

/// What a checker answers.
pub type Kept = Result<(), Violation>;

/// A broken promise, in a sentence.
pub(crate) fn broken<T>(number: u8, found: impl Into<String>) -> Result<T, Violation> {
    Err(Violation { invariant: Invariant(number), found: found.into() })
}
