//! Chance out of one seed. Owns the generator (splitmix64), which is the same for ever; refuses every other source.

/// Dice: the same seed throws the same numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed. Seeds that differ by one are as good as any.
    #[must_use]
    pub const fn of(seed: u64) -> Dice {
        Dice(seed ^ 0x6a09_e667_f3bc_c909)
    }

    /// Any number.
    pub const fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..sides`.
    pub const fn below(&mut self, sides: u64) -> u64 {
        if sides == 0 { 0 } else { self.any() % sides }
    }

    /// A byte, which whoever uses it takes modulo what there is then.
    pub const fn byte(&mut self) -> u8 {
        self.any().to_le_bytes()[3]
    }

    /// True in so many of a hundred.
    pub const fn percent(&mut self, of: u64) -> bool {
        self.below(100) < of
    }

    /// One of these, by weight.
    pub fn weighted<T: Copy>(&mut self, table: &[(u64, T)]) -> Option<T> {
        let mut thrown = self.below(table.iter().map(|(weight, _)| weight).sum());
        table.iter().find_map(|(weight, what)| {
            let hit = thrown < *weight;
            thrown = thrown.saturating_sub(*weight);
            hit.then_some(*what)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_throws_the_same_numbers_and_another_seed_others() {
        let throw = |seed| (0..8).map(|_| 0).scan(Dice::of(seed), |dice, _: i32| Some(dice.any())).collect::<Vec<_>>();
        assert_eq!(throw(7), throw(7));
        assert_ne!(throw(7), throw(8));
    }

    #[test]
    fn weights_are_kept() {
        let mut dice = Dice::of(1);
        let table = [(1, 'a'), (0, 'b'), (3, 'c')];
        let thrown: Vec<_> = (0..4_000).filter_map(|_| dice.weighted(&table)).collect();
        let count = |letter| thrown.iter().filter(|thrown| **thrown == letter).count();
        assert!(count('b') == 0 && count('c') > 2 * count('a') && count('a') > 500, "{} {}", count('a'), count('c'));
    }
}
