//! I7: a number is issued once: who has it keeps it as the log grows, another who bears it is listed, and no two devices
//! may give out the same.

use std::collections::BTreeMap;

use sync::fold::{ConflictBecause, Fold};
use sync::message::Lease;
use sync::{CandidateId, DeviceId};

use super::{Kept, broken};
use crate::desk::candidate;

/// To whom each number was issued, as far as was seen.
pub type Issued = BTreeMap<u16, CandidateId>;

/// Checks a register against what was seen of it before.
///
/// # Errors
/// When a number went to another, or two bear one and nobody is told.
pub fn numbers_stay(fold: &Fold, before: &mut Issued) -> Kept {
    for (number, id) in before.iter() {
        if fold.numbers().get(number) != Some(id) {
            return broken(7, format!("number {number} was issued to {id} and is somebody else's now"));
        }
    }
    before.clone_from(fold.numbers());
    clashes_are_listed(fold)
}

fn clashes_are_listed(fold: &Fold) -> Kept {
    let values = fold.values();
    let mut bearers: BTreeMap<&str, u32> = BTreeMap::new();
    for ((about, field), value) in &values {
        let stands = fold.value(about, "state").is_some_and(|state| !state.is_empty() && state != "moved");
        if field == "candidate_no" && stands && candidate(*about).is_some() && value != "none" {
            *bearers.entry(value).or_default() += 1;
        }
    }
    let Some((number, count)) = bearers.into_iter().find(|(_, count)| *count > 1) else { return Ok(()) };
    let conflicts = fold.conflicts();
    let clash = |why: &ConflictBecause| matches!(why, ConflictBecause::NumberTaken { .. });
    let listed =
        conflicts.iter().filter(|one| clash(&one.why) && one.branches.iter().any(|branch| branch.value == number));
    if listed.count() as u32 + 1 >= count {
        Ok(())
    } else {
        broken(7, format!("{count} bear number {number}, unlisted"))
    }
}

/// Checks the numbers that devices may give out.
///
/// # Errors
/// When two may give out the same.
pub fn leases_are_apart(leases: &[(DeviceId, Lease)]) -> Kept {
    for (index, (device, lease)) in leases.iter().enumerate() {
        for (other, theirs) in &leases[..index] {
            if device != other && lease.first <= theirs.last && theirs.first <= lease.last {
                return broken(7, format!("{device} and {other} may both give out {lease:?} and {theirs:?}"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::RegisterId;

    #[test]
    fn it_fails_when_a_number_is_gone_and_when_leases_overlap() {
        let fold = Fold::new(RegisterId { centre: 1, year: 2026 });
        assert!(numbers_stay(&fold, &mut Issued::new()).is_ok());
        assert!(numbers_stay(&fold, &mut Issued::from([(1, CandidateId([1; 16]))])).is_err());
        let lease = |device, first, last| (DeviceId([device; 16]), Lease { first, last });
        assert!(leases_are_apart(&[lease(1, 1, 9), lease(2, 10, 19)]).is_ok());
        assert!(leases_are_apart(&[lease(1, 1, 10), lease(2, 10, 19)]).is_err());
    }
}
