//! I2: what was shown as saved survives kill and power loss. Every operation that a desk saved is on its disk, whatever
//! happened to it since, short of somebody putting an older disk in its place.

use std::collections::BTreeSet;

use super::{Kept, broken};

/// Checks one desk: what was saved there, and what is on its disk.
///
/// # Errors
/// When something is missing.
pub fn saved_is_on_the_disk(saved: &BTreeSet<u32>, disk: &BTreeSet<u32>) -> Kept {
    match saved.difference(disk).next() {
        Some(lost) => broken(2, format!("operation #{lost} was saved at a desk and is not on its disk")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_one_of_the_saved_is_gone() {
        assert!(saved_is_on_the_disk(&[1, 2].into(), &[1, 2, 3].into()).is_ok());
        assert!(saved_is_on_the_disk(&[1, 4].into(), &[1, 2, 3].into()).is_err());
    }
}
