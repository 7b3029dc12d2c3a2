//! I6: a candidate has one home: of those who were moved, exactly one register has them on its roll. While the council's
//! database is back at an older state an arrival may be missing until somebody brings it; two homes there never are.

use std::collections::BTreeMap;

use sync::fold::Fold;
use sync::{CandidateId, RegisterId};

use super::{Kept, broken};
use crate::desk::candidate;

/// Checks all registers together.
///
/// # Errors
/// When a candidate has two homes, or left one and came to none.
pub fn one_home<'f>(folds: impl Iterator<Item = (RegisterId, &'f Fold)>, went_back: bool) -> Kept {
    let mut homes: BTreeMap<CandidateId, (u32, u32)> = BTreeMap::new();
    for (_, fold) in folds {
        for ((about, field), state) in fold.values() {
            let Some(id) = candidate(about).filter(|_| field == "state") else { continue };
            let (at_home, left) = homes.entry(id).or_default();
            *(if state == "moved" { left } else { at_home }) += 1;
        }
    }
    one_home_each(&homes, went_back)
}

fn one_home_each(homes: &BTreeMap<CandidateId, (u32, u32)>, went_back: bool) -> Kept {
    for (id, (at_home, left)) in homes {
        if *at_home > 1 && !went_back {
            return broken(6, format!("candidate {id} has {at_home} homes"));
        }
        if *at_home == 0 && *left > 0 && !went_back {
            return broken(6, format!("candidate {id} left and came to no other centre"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_on_two_homes_and_on_none() {
        let check = |at_home, left, back| one_home_each(&[(CandidateId([1; 16]), (at_home, left))].into(), back);
        assert!(check(1, 1, false).is_ok());
        assert!(check(2, 0, false).is_err());
        assert!(check(0, 1, false).is_err());
    }
}
