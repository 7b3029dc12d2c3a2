//! The numbers of candidates (2.3.22-2.3.24): which may be given out and which is next. Owns the choice; refuses to
//! change a number that somebody has, and to judge one that was typed (the rules do).

use std::collections::BTreeMap;

use regulations::CandidateNumber;
use rusqlite::Connection;
use sync::CandidateId;
use sync::message::Lease;

use crate::error::Result;
use crate::table::{issued_numbers, leases};

/// The ranges of the rule pack, first and last number included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberRanges {
    /// Of entry codes 1 and 2 (2.3.23).
    pub whole: (u16, u16),
    /// Of entry code 3 (2.3.24).
    pub partial: (u16, u16),
}

impl NumberRanges {
    /// The range of an entry code as typed; none while it is missing or invalid.
    fn of(self, entry_code: &str) -> Option<(u16, u16)> {
        match entry_code {
            "1" | "2" => Some(self.whole),
            "3" => Some(self.partial),
            _ => None,
        }
    }
}

/// What came of asking for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allocation {
    Number(CandidateNumber),
    Exhausted,
    /// The entry code does not say which range; later.
    NoRange,
}

/// The numbers issued so far, and those that rows still to come in the same operation bear.
pub(crate) struct Issue {
    holders: BTreeMap<u16, Option<CandidateId>>,
    /// The blocks that this device may give out; none: it may give out all.
    leases: Vec<Lease>,
}

impl Issue {
    pub(crate) fn load(connection: &Connection) -> Result<Issue> {
        let issued = issued_numbers::all(connection)?;
        let holders = issued.into_iter().map(|(number, holder)| (number, Some(holder))).collect();
        Ok(Issue { holders, leases: leases::all(connection)? })
    }

    /// Keeps typed numbers out of the allocation, whoever turns out to bear them.
    pub(crate) fn reserve<'t>(&mut self, typed: impl Iterator<Item = &'t str>) {
        for number in typed.filter_map(|text| CandidateNumber::parse(text).ok()) {
            self.holders.entry(number.value()).or_insert(None);
        }
    }

    /// The number that was issued to this candidate before, else the lowest never issued, of the blocks leased to this
    /// device where one is left in them. `None`: a candidate to be entered.
    pub(crate) fn allocate(
        &mut self,
        candidate: Option<CandidateId>,
        entry_code: &str,
        ranges: NumberRanges,
    ) -> Allocation {
        let Some((first, last)) = ranges.of(entry_code).filter(|(first, last)| first <= last) else {
            return Allocation::NoRange;
        };
        let is_own = |(_, holder): &(&u16, &Option<CandidateId>)| candidate.is_some() && **holder == candidate;
        let own = self.holders.range(first..=last).find(is_own).map(|(n, _)| *n);
        let free = |number: &u16| !self.holders.contains_key(number);
        let leased = || (first..=last).find(|number| free(number) && self.lies_in_leases(*number));
        let number = own.or_else(leased).or_else(|| (first..=last).find(free));
        match number.and_then(CandidateNumber::new) {
            Some(number) => {
                self.holders.insert(number.value(), candidate);
                Allocation::Number(number)
            }
            None => Allocation::Exhausted,
        }
    }

    fn lies_in_leases(&self, number: u16) -> bool {
        self.leases.is_empty() || self.leases.iter().any(|lease| (lease.first..=lease.last).contains(&number))
    }

    /// Whether no other device gives out this number.
    pub(crate) fn is_leased(&self, number: CandidateNumber) -> bool {
        self.lies_in_leases(number.value())
    }

    /// The candidate whom a number allocated for an entry went to.
    pub(crate) fn give(&mut self, number: CandidateNumber, candidate: CandidateId) {
        self.holders.insert(number.value(), Some(candidate));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGES: NumberRanges = NumberRanges { whole: (1, 3), partial: (801, 802) };

    fn candidate(n: u8) -> CandidateId {
        CandidateId([n; 16])
    }

    fn some(n: u8) -> Option<CandidateId> {
        Some(candidate(n))
    }

    fn number(n: u16) -> Allocation {
        Allocation::Number(CandidateNumber::new(n).unwrap())
    }

    #[test]
    fn the_lowest_number_never_issued_is_given_out_until_the_range_is_full() {
        let mut issue = Issue { holders: BTreeMap::from([(1, Some(candidate(9)))]), leases: Vec::new() };
        issue.reserve(["002", "2", "abc"].into_iter());
        assert_eq!(issue.allocate(some(1), "1", RANGES), number(3));
        assert_eq!(issue.allocate(some(2), "2", RANGES), Allocation::Exhausted);
        assert_eq!(issue.allocate(some(3), "3", RANGES), number(801));
        assert_eq!(issue.allocate(some(4), "", RANGES), Allocation::NoRange);
    }

    #[test]
    fn a_candidate_is_given_the_number_that_was_theirs() {
        let mut issue = Issue { holders: BTreeMap::from([(3, Some(candidate(1)))]), leases: Vec::new() };
        assert_eq!(issue.allocate(some(1), "1", RANGES), number(3));
    }

    #[test]
    fn a_device_gives_out_its_own_blocks_first_and_then_says_that_it_went_beyond() {
        let leases = vec![Lease { first: 2, last: 2 }, Lease { first: 801, last: 802 }];
        let mut issue = Issue { holders: BTreeMap::new(), leases };
        assert_eq!(issue.allocate(some(1), "1", RANGES), number(2));
        assert_eq!(issue.allocate(some(2), "1", RANGES), number(1));
        let is_leased = |n| issue.is_leased(CandidateNumber::new(n).unwrap());
        assert_eq!((is_leased(1), is_leased(2)), (false, true));
    }

    #[test]
    fn a_range_that_ends_before_it_starts_gives_nothing_out() {
        let mut issue = Issue { holders: BTreeMap::new(), leases: Vec::new() };
        let ranges = NumberRanges { whole: (5, 4), ..RANGES };
        assert_eq!(issue.allocate(some(1), "1", ranges), Allocation::NoRange);
    }
}
