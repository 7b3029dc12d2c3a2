//! I15: a council restored to any backup loses nothing acknowledged that a surviving device of the register has. After
//! healing it is in the log again, or kept aside for an operator (of a device that was revoked, or a fork).

use std::collections::BTreeSet;

use sync::Epoch;

use super::{Kept, broken};

/// Checks one register: operations by their numbers in the world.
///
/// # Errors
/// When one that was acknowledged, and that a device still has, is nowhere at the council.
pub fn what_survives_is_back(
    acknowledged: &BTreeSet<u32>,
    survives: &BTreeSet<u32>,
    council: &BTreeSet<u32>,
    aside: &BTreeSet<u32>,
) -> Kept {
    let lost = acknowledged.intersection(survives).find(|id| !council.contains(id) && !aside.contains(id));
    match lost {
        Some(id) => broken(15, format!("operation #{id} was acknowledged, a device has it, and the council has not")),
        None => Ok(()),
    }
}

/// Checks a council whose database went back, and that knows it: by itself, or because a device proved it.
///
/// # Errors
/// When it goes on under a name under which it said what it no longer has.
pub fn who_knows_that_it_went_back_says_so(lived: &BTreeSet<Epoch>, epoch: Epoch) -> Kept {
    match lived.contains(&epoch) {
        true => broken(15, format!("the council's database went back, knows it, and still calls its life {epoch}")),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_a_restored_database_keeps_its_name() {
        let lived = BTreeSet::from([Epoch([1; 8])]);
        assert!(who_knows_that_it_went_back_says_so(&lived, Epoch([2; 8])).is_ok());
        assert!(who_knows_that_it_went_back_says_so(&lived, Epoch([1; 8])).is_err());
    }

    #[test]
    fn it_fails_only_when_what_a_device_has_is_nowhere() {
        let (none, one) = (BTreeSet::new(), BTreeSet::from([1]));
        assert!(what_survives_is_back(&one, &one, &none, &none).is_err());
        assert!(what_survives_is_back(&one, &one, &one, &none).is_ok());
        assert!(what_survives_is_back(&one, &one, &none, &one).is_ok());
        assert!(what_survives_is_back(&one, &none, &none, &none).is_ok());
        assert!(what_survives_is_back(&none, &one, &none, &none).is_ok());
    }
}
