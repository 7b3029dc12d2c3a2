//! Made-up centres. Owns how a centre's code is put together (2.3.22) and how a number of candidates is shared out;
//! refuses to know any real school.

use std::collections::BTreeSet;

use anyhow::ensure;
use regulations::CentreCode;

use super::chance::Chance;

/// The most candidates a made-up centre is given: numbers 001-499 hold them with room to spare.
pub const LARGEST: u64 = 480;

/// One centre of the sample.
#[derive(Clone, Copy, Debug)]
pub struct Centre {
    /// Its code; the third digit is the county's old province, or 9 for a private centre.
    pub code: CentreCode,
    /// Whether its candidates are private ones.
    pub private: bool,
    /// How many candidates it enters.
    pub candidates: u64,
}

/// The last county of each old province, in the order of the provinces' digits.
const PROVINCES: [(u64, u64); 8] = [(6, 1), (11, 2), (19, 3), (20, 4), (34, 5), (38, 6), (44, 7), (47, 8)];

/// Centres with codes of their own that share the candidates out unevenly, as a country does.
///
/// # Errors
/// When the candidates do not fit into so few centres.
pub fn country(chance: &mut Chance, centres: u64, candidates: u64) -> anyhow::Result<Vec<Centre>> {
    ensure!(centres > 0, "At least one centre is needed: give --centres 1 or more.");
    ensure!(
        candidates <= centres * LARGEST,
        "{candidates} candidates do not fit into {centres} centres of at most {LARGEST}: give more --centres."
    );
    ensure!(centres <= 40_000, "Codes run out above 40,000 centres: give fewer --centres.");
    let sizes = shares(chance, centres, candidates);
    let mut codes = BTreeSet::new();
    while (codes.len() as u64) < centres {
        codes.insert(code(chance));
    }
    let centre = |(code, candidates): (CentreCode, u64)| Centre { code, private: code.third_digit() == 9, candidates };
    Ok(codes.into_iter().zip(sizes).map(centre).collect())
}

fn code(chance: &mut Chance) -> CentreCode {
    let county = chance.between(1, 47);
    let province = PROVINCES.iter().find(|(last, _)| county <= *last).map_or(8, |(_, digit)| *digit);
    let third = if chance.per_mille(40) { 9 } else { province };
    let text = format!("{county:02}{third}{:02}{:03}", chance.between(1, 19), chance.between(101, 399));
    // The text is eight digits by its format; the fallback only keeps this total.
    CentreCode::parse(&text).unwrap_or_else(|_| code(chance))
}

fn shares(chance: &mut Chance, centres: u64, candidates: u64) -> Vec<u64> {
    let weights: Vec<u64> = (0..centres).map(|_| 30 + chance.below(60) + chance.below(60) * chance.below(3)).collect();
    let total: u64 = weights.iter().sum();
    let mut sizes: Vec<u64> = weights.iter().map(|w| (w * candidates / total).min(LARGEST)).collect();
    let mut left = candidates - sizes.iter().sum::<u64>();
    let mut turns = (0..sizes.len()).cycle();
    while left > 0 {
        let Some(size) = turns.next().and_then(|turn| sizes.get_mut(turn)) else { break };
        let more = u64::from(*size < LARGEST);
        *size += more;
        left -= more;
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_candidate_finds_a_centre_and_no_centre_overflows() {
        for (centres, candidates) in [(1, 480), (10, 4_800), (50, 4_600), (7, 3)] {
            let country = country(&mut Chance::of(5), centres, candidates).unwrap();
            assert_eq!(country.iter().map(|c| c.candidates).sum::<u64>(), candidates);
            assert!(country.iter().all(|c| c.candidates <= LARGEST));
        }
        assert!(country(&mut Chance::of(5), 2, 961).is_err());
    }

    #[test]
    fn a_code_bears_its_countys_old_province_or_the_nine_of_private_centres() {
        let country = country(&mut Chance::of(6), 400, 4_000).unwrap();
        assert!(country.iter().any(|c| c.private));
        for centre in country.iter().filter(|c| !c.private) {
            let province = PROVINCES.iter().find(|(last, _)| u64::from(centre.code.county()) <= *last).unwrap().1;
            assert_eq!(u64::from(centre.code.third_digit()), province, "{}", centre.code);
        }
    }
}
