//! How long to wait before asking again, and when to give up for now. Owns the schedule, as a function of numbers; the
//! waiting is the caller's.

use std::time::Duration;

/// A schedule: each failure in a row doubles the longest wait, of which a random part is taken so that ten thousand
/// schools do not come again in the same second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// The longest first wait.
    pub first: Duration,
    /// No wait is longer, but for what the council asks for.
    pub longest: Duration,
    /// Failures in a row after which it is given up for now.
    pub failures: u32,
    /// The same where nobody has answered yet: then there is no network, which is an ordinary day.
    pub unheard: u32,
    /// No wait that the council asks for is longer; beyond, it is given up for now.
    pub most_asked: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(30),
            failures: 6,
            unheard: 2,
            most_asked: Duration::from_secs(300),
        }
    }
}

impl Patience {
    /// Asks once and never again.
    pub const NONE: Patience = Patience {
        first: Duration::ZERO,
        longest: Duration::ZERO,
        failures: 1,
        unheard: 1,
        most_asked: Duration::ZERO,
    };

    /// How long to wait after so many failures in a row; `None`: give up for now. `asked` is what the council asked for,
    /// `random` any number.
    #[must_use]
    pub fn wait(&self, failures: u32, asked: Option<u32>, random: u32) -> Option<Duration> {
        if failures >= self.failures {
            return None;
        }
        let asked = Duration::from_secs(asked.unwrap_or(0).into());
        let doubled = self.first.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(self.longest);
        let part = doubled.mul_f64(0.5 + f64::from(random) / f64::from(u32::MAX) / 2.0);
        (asked <= self.most_asked).then(|| asked + part)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_then_it_is_given_up() {
        let patience = Patience::default();
        let longest: Vec<u64> =
            (1..7).map_while(|failures| patience.wait(failures, None, u32::MAX)).map(|wait| wait.as_secs()).collect();
        assert_eq!(longest, [1, 2, 4, 8, 16]);
        let lasting = Patience { failures: 100, ..patience };
        assert_eq!(lasting.wait(99, None, u32::MAX), Some(Duration::from_secs(30)));
    }

    #[test]
    fn the_council_is_not_asked_before_the_time_it_named() {
        let patience = Patience::default();
        assert!(patience.wait(1, Some(120), 0).unwrap() >= Duration::from_secs(120));
        assert_eq!(patience.wait(1, Some(301), 0), None, "too long to sit and wait");
    }

    proptest! {
        #[test]
        fn a_wait_is_between_half_and_all_of_its_longest(failures in 1_u32..6, random: u32) {
            let patience = Patience::default();
            let longest = patience.wait(failures, None, u32::MAX).unwrap();
            let wait = patience.wait(failures, None, random).unwrap();
            prop_assert!(wait <= longest && wait >= longest / 2);
        }
    }
}
