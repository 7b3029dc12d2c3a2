//! I12: no verdict depends on a device's clock. What the council said of the timing of an operation is what its own clock
//! and what had come before closing say; it is worked out here anew.

use sync::fold::Fold;
use sync::{Kind, Timing, UnixMillis};

use super::{Kept, broken};
use crate::mirror::Seen;

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

/// Checks that an entry that came late has no effect until an operator admits it or a commitment turns out to cover it.
///
/// # Errors
/// When the candidate is on the roll all the same.
pub fn what_is_late_waits(fold: &Fold, log: &[Seen]) -> Kept {
    let said = |field: &str| {
        let records = log.iter().filter_map(|seen| seen.record.as_deref());
        let writes = records.flat_map(|record| &record.fields).filter(move |write| write.field == field);
        writes.map(|write| write.value.clone()).collect::<Vec<_>>()
    };
    let mut late = log.iter().filter(|seen| seen.logged.mark.timing == Timing::Late).peekable();
    if late.peek().is_none() {
        return Ok(());
    }
    let admitted = said("admitted");
    for seen in late {
        let Some(record) = seen.record.as_deref().filter(|one| matches!(one.kind, Kind::Enter | Kind::Import)) else {
            continue;
        };
        let logged = &seen.logged;
        let proved = |later: &Seen| {
            let logged_later = &later.logged;
            let same = logged_later.stream == logged.stream && logged_later.n > logged.n;
            same && logged_later.mark.timing == Timing::ByCommitment
        };
        let may = admitted.contains(&logged.written.h.tag().to_string()) || log.iter().any(proved);
        if !may && fold.value(&record.about, "state").is_some() && !written_elsewhere(log, seen) {
            return broken(12, "an entry that came late takes effect, and nobody admitted it");
        }
    }
    Ok(())
}

/// Whether something else speaks of the same candidate's standing.
fn written_elsewhere(log: &[Seen], seen: &Seen) -> bool {
    let about = seen.record.as_ref().map(|record| record.about);
    let others = log.iter().filter(|other| other.logged.l != seen.logged.l).filter_map(|other| other.record.as_ref());
    let same = others.filter(|record| Some(record.about) == about);
    same.flat_map(|record| &record.fields).any(|write| write.field == "state")
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
