//! I10: a bad operation blocks nothing: what its writer had no right to, or what does not read, is taken in, marked, and
//! what stands behind it comes in too.

use super::i09_quiet::Left;
use super::{Kept, broken};

/// Checks what is left at a desk after the rounds.
///
/// # Errors
/// When operations are left and one of them has no standing.
pub fn nothing_blocks(left: &Left) -> Kept {
    if left.unsent > 0 && left.foul {
        return broken(10, format!("an operation without standing blocks what stands behind it: {left:?}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_something_bad_is_among_what_is_left() {
        let left = Left {
            desk: 0,
            unsent: 2,
            unreceived: 0,
            foul: true,
            carried: 0,
            to_send: 0,
            fetchable: 0,
            taken: 0,
            log: 0,
        };
        assert!(nothing_blocks(&left).is_err());
        assert!(nothing_blocks(&Left { foul: false, ..left }).is_ok());
        assert!(nothing_blocks(&Left { unsent: 0, ..left }).is_ok());
    }
}
