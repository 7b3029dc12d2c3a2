//! I11: a cut costs at most one batch or part again. A desk's operations that the council had already, and bytes of
//! pictures likewise, are sent again at most once for each thing that went wrong.

use super::{Kept, broken};

/// What a desk sent, and what went wrong for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// Batches of which the council had everything.
    pub batches: u32,
    /// Parts of pictures of which the council had everything.
    pub parts: u32,
    /// Cuts, crashes, restores, lies: each of which may cost one.
    pub mishaps: u32,
}

/// Checks a desk.
///
/// # Errors
/// When more was sent again than mishaps explain.
pub fn a_cut_costs_one(again: &Again) -> Kept {
    if again.batches <= again.mishaps && again.parts <= again.mishaps {
        return Ok(());
    }
    let Again { batches, parts, mishaps } = again;
    broken(11, format!("{batches} batches and {parts} parts of pictures were sent again after {mishaps} mishaps"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_a_cut_costs_two() {
        let again = Again { batches: 1, parts: 1, mishaps: 1 };
        assert!(a_cut_costs_one(&again).is_ok());
        assert!(a_cut_costs_one(&Again { batches: 2, ..again }).is_err());
        assert!(a_cut_costs_one(&Again { parts: 2, ..again }).is_err());
    }
}
