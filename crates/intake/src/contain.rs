//! Keeps a panic of foreign code from going further. Owns the one place where that is done.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{Format, IntakeError};

/// Runs code that reads a foreign format, and turns its panic into [`IntakeError::Damaged`].
///
/// The process's panic hook still runs and prints unless the program has set one that stays silent: that is the
/// program's business, for it alone knows where such text may go. What `read` was changing must not be used afterwards.
///
/// # Errors
/// Those of `read`, and `Damaged` where it panicked.
pub fn contained<T>(format: Format, read: impl FnOnce() -> Result<T, IntakeError>) -> Result<T, IntakeError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(IntakeError::damaged(format, "its parts contradict each other")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence() {
        let outcome = contained(Format::Xls, || -> Result<(), IntakeError> { panic!("index out of range") });
        assert!(matches!(outcome, Err(IntakeError::Damaged { format: Format::Xls, .. })));
    }
}
