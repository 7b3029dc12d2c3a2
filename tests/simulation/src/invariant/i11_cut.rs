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
    /// Times that a batch, or its receipt, was lost, or that a receipt lost its worth.
    pub cut_batches: u32,
    /// Times that a part of a picture, or the word that it came, was lost.
    pub cut_parts: u32,
}

/// Checks a desk.
///
/// # Errors
/// When more was sent again than cuts explain.
pub fn a_cut_costs_one(again: &Again) -> Kept {
    if again.batches <= again.cut_batches && again.parts <= again.cut_parts {
        return Ok(());
    }
    let Again { batches, parts, cut_batches, cut_parts } = again;
    broken(11, format!("{batches} batches were sent again after {cut_batches} cuts, {parts} parts after {cut_parts}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_a_cut_costs_two() {
        let again = Again { batches: 1, parts: 1, cut_batches: 1, cut_parts: 1 };
        assert!(a_cut_costs_one(&again).is_ok());
        assert!(a_cut_costs_one(&Again { batches: 2, ..again }).is_err());
        assert!(a_cut_costs_one(&Again { parts: 2, ..again }).is_err());
    }
}
