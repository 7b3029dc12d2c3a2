//! I12: no verdict depends on a device's clock. What the council said of the timing of an operation is what its own clock
//! and what had come before closing say; it is worked out here anew.

use sync::{Timing, UnixMillis};

use super::{Kept, broken};

/// What is known of an operation that came in.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// The council's clock then.
    pub at: UnixMillis,
    /// When registration closed, as far as the council knew.
    pub closes: Option<UnixMillis>,
    /// A head or short code of before closing covers it, and stands within its batch.
    pub covered: bool,
    /// A head of before closing covers it, of an operation further on.
    pub covered_later: bool,
}

/// Checks what was said of its timing.
///
/// # Errors
/// When it should have been something else.
pub fn timing_is_by_the_councils_clock(arrival: &Arrival, said: Timing) -> Kept {
    let open = arrival.closes.is_none_or(|closes| arrival.at < closes);
    let right = match said {
        Timing::InTime => open,
        Timing::ByCommitment => !open && (arrival.covered || arrival.covered_later),
        Timing::Late => !open && !arrival.covered,
    };
    if right { Ok(()) } else { broken(12, format!("an operation is marked {said:?}, with {arrival:?}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_on_each_verdict_that_should_be_another() {
        let open = Arrival { at: UnixMillis(5), closes: None, covered: false, covered_later: false };
        let closed = Arrival { closes: Some(UnixMillis(5)), ..open };
        let covered = Arrival { covered: true, ..closed };
        for (arrival, right) in [(open, Timing::InTime), (closed, Timing::Late), (covered, Timing::ByCommitment)] {
            for said in [Timing::InTime, Timing::ByCommitment, Timing::Late] {
                assert_eq!(
                    timing_is_by_the_councils_clock(&arrival, said).is_ok(),
                    said == right,
                    "{arrival:?} {said:?}"
                );
            }
        }
    }
}
