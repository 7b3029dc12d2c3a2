//! Pairs -> cases that people settle. Owns how pairs hang together and that a case keeps its id while members come and go;
//! refuses to settle anything.

use std::collections::{BTreeMap, BTreeSet};

use crate::index::Id;
use crate::run::Match;
use crate::spelling::mixed;

/// What people decided of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One person.
    One,
    /// Two people: they are not shown together again, whatever their score.
    Two,
}

/// A case: candidates that may be one person, directly or through each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Stays the same while any member stays.
    pub id: u128,
    /// Who they are, in order.
    pub members: Vec<Id>,
    /// Their pairs, as places in the list of matches, the likeliest first; those decided are among them.
    pub pairs: Vec<usize>,
    /// Whether a pair of it is not decided.
    pub open: bool,
}

/// A pair, the lower id first.
pub type Two = [Id; 2];

/// Groups pairs of at least this probability into cases. `before` says which case a member belonged to: the case that most
/// members come from gives its id. What is decided to be two people holds nothing together.
#[must_use]
pub fn cases(
    matches: &[Match],
    least: f64,
    decided: &BTreeMap<Two, Verdict>,
    before: &BTreeMap<Id, u128>,
) -> Vec<Case> {
    let mut groups = Groups::default();
    let holds = |found: &Match| match decided.get(&found.ids) {
        Some(verdict) => *verdict == Verdict::One,
        None => found.score >= least,
    };
    let held: Vec<usize> = (0..matches.len()).filter(|at| holds(&matches[*at])).collect();
    held.iter().for_each(|at| groups.join(matches[*at].ids));
    let mut pairs: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    for at in held {
        pairs.entry(groups.root(matches[at].ids[0])).or_default().push(at);
    }
    let mut taken = BTreeSet::new();
    let mut cases: Vec<Case> = pairs.into_values().map(|pairs| case(matches, pairs, decided)).collect();
    cases.sort_by_key(|case| std::cmp::Reverse(case.members.len()));
    for case in &mut cases {
        case.id = id_of(&case.members, before, &mut taken);
    }
    cases.sort_by(|a, b| matches[b.pairs[0]].score.total_cmp(&matches[a.pairs[0]].score).then(a.id.cmp(&b.id)));
    cases
}

fn case(matches: &[Match], mut pairs: Vec<usize>, decided: &BTreeMap<Two, Verdict>) -> Case {
    pairs.sort_by(|a, b| matches[*b].score.total_cmp(&matches[*a].score).then(a.cmp(b)));
    let members: BTreeSet<Id> = pairs.iter().flat_map(|at| matches[*at].ids).collect();
    let open = pairs.iter().any(|at| !decided.contains_key(&matches[*at].ids));
    Case { id: 0, members: members.into_iter().collect(), pairs, open }
}

fn id_of(members: &[Id], before: &BTreeMap<Id, u128>, taken: &mut BTreeSet<u128>) -> u128 {
    let mut votes: BTreeMap<u128, usize> = BTreeMap::new();
    for earlier in members.iter().filter_map(|member| before.get(member)) {
        *votes.entry(*earlier).or_default() += 1;
    }
    let free = votes.iter().filter(|(id, _)| !taken.contains(*id));
    let most = free.max_by_key(|(id, votes)| (**votes, std::cmp::Reverse(**id))).map(|(id, _)| *id);
    let id = most.unwrap_or_else(|| {
        let half = |salt: u64| members.iter().fold(salt, |sum, id| mixed(sum ^ *id as u64 ^ mixed((*id >> 64) as u64)));
        u128::from(half(1)) << 64 | u128::from(half(2))
    });
    taken.insert(id);
    id
}

/// Who hangs together with whom.
#[derive(Default)]
struct Groups {
    above: BTreeMap<Id, Id>,
}

impl Groups {
    fn root(&mut self, of: Id) -> Id {
        let mut at = of;
        while let Some(above) = self.above.get(&at).copied().filter(|above| *above != at) {
            at = above;
        }
        self.above.insert(of, at);
        at
    }

    fn join(&mut self, [one, two]: Two) {
        let (one, two) = (self.root(one), self.root(two));
        self.above.insert(one.max(two), one.min(two));
        self.above.insert(one.min(two), one.min(two));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kinship;

    fn found(one: Id, two: Id, score: f64) -> Match {
        Match { ids: [one, two], score, otherwise: Kinship::Namesakes, reasons: Vec::new() }
    }

    fn members(cases: &[Case]) -> Vec<Vec<Id>> {
        cases.iter().map(|case| case.members.clone()).collect()
    }

    #[test]
    fn what_hangs_together_is_one_case() {
        let matches = [found(1, 2, 0.9), found(2, 3, 0.8), found(7, 8, 0.95), found(3, 4, 0.1)];
        let cases = cases(&matches, 0.5, &BTreeMap::new(), &BTreeMap::new());
        assert_eq!(members(&cases), [vec![7, 8], vec![1, 2, 3]]);
        assert!(cases.iter().all(|case| case.open));
    }

    #[test]
    fn two_people_are_not_shown_together_again() {
        let matches = [found(1, 2, 0.9), found(2, 3, 0.8)];
        let decided = BTreeMap::from([([1, 2], Verdict::Two)]);
        assert_eq!(members(&cases(&matches, 0.5, &decided, &BTreeMap::new())), [[2, 3]]);
    }

    #[test]
    fn a_case_in_which_all_is_decided_is_closed() {
        let matches = [found(1, 2, 0.3)];
        let decided = BTreeMap::from([([1, 2], Verdict::One)]);
        let cases = cases(&matches, 0.5, &decided, &BTreeMap::new());
        assert_eq!((cases.len(), cases[0].open), (1, false));
    }

    #[test]
    fn a_case_keeps_its_id_when_another_joins_it() {
        let first = [found(1, 2, 0.9)];
        let id = cases(&first, 0.5, &BTreeMap::new(), &BTreeMap::new())[0].id;
        let before = BTreeMap::from([(1, id), (2, id)]);
        let then = [found(1, 2, 0.9), found(0, 1, 0.9)];
        let later = cases(&then, 0.5, &BTreeMap::new(), &before);
        assert_eq!((later.len(), later[0].id, later[0].members.len()), (1, id, 3));
    }

    #[test]
    fn a_case_that_falls_apart_gives_its_id_to_one_part_only() {
        let before = BTreeMap::from([(1, 77), (2, 77), (3, 77), (4, 77)]);
        let matches = [found(1, 2, 0.9), found(3, 4, 0.8)];
        let cases = cases(&matches, 0.5, &BTreeMap::new(), &before);
        assert_eq!(cases.iter().filter(|case| case.id == 77).count(), 1);
        assert_ne!(cases[0].id, cases[1].id);
    }
}
