//! Everybody of a year, as `reconcile` compares them. Owns the index's upkeep, when weights are learned anew, and which pairs
//! are worth a person's look.

use std::collections::BTreeMap;

use reconcile::{Entry, Hit, Id, Index, Match, Model};
use sync::{CandidateId, RegisterId};

use crate::stores::console::candidates::Candidate;

/// The least probability of a pair that people look at.
const LEAST: f64 = 0.5;

/// How well a name answers at least to one that was typed, to be shown for it: one word, a letter off.
const ALIKE: f32 = 0.4;

/// More who changed at once than this, and more than a fiftieth of all, are looked at in a run of all: it takes as long as
/// that many looked at one by one.
const AT_ONCE: usize = 2000;

/// Everybody of a year.
#[derive(Default)]
pub(crate) struct Doubles {
    index: Index,
    model: Option<Model>,
    /// How many there were when the model was learned.
    learned: usize,
    /// Whom the index has, and where they are.
    known: BTreeMap<Id, RegisterId>,
    /// The same by register, with the digest as of which they were looked at.
    rolls: BTreeMap<RegisterId, BTreeMap<Id, [u8; 8]>>,
}

/// A pair, with where the two are.
#[derive(Clone)]
pub(super) struct Pair {
    pub(super) registers: [RegisterId; 2],
    pub(super) found: Match,
}

impl Doubles {
    /// Takes registers in as they are now; tells who is new, changed or gone.
    pub(super) fn take_in(&mut self, registers: Vec<(RegisterId, Vec<Candidate>)>) -> Vec<Id> {
        let mut changed = Vec::new();
        for (register, candidates) in registers {
            let entered: BTreeMap<Id, &Candidate> = candidates
                .iter()
                .filter(|one| one.state == "entered")
                .map(|one| (u128::from_be_bytes(one.id), one))
                .collect();
            let before = std::mem::take(self.rolls.entry(register).or_default());
            for id in before.keys().filter(|id| !entered.contains_key(*id)) {
                if self.known.get(id) == Some(&register) {
                    self.index.remove(*id);
                    self.known.remove(id);
                }
                changed.push(*id);
            }
            let mut roll = BTreeMap::new();
            for (id, one) in entered {
                let digest = identity(one);
                self.known.insert(id, register);
                roll.insert(id, digest);
                // A full index finds no more; what it has stays.
                if before.get(&id) != Some(&digest) && self.index.put(id, &entry(one)).is_ok() {
                    changed.push(id);
                }
            }
            self.rolls.insert(register, roll);
        }
        changed
    }

    pub(super) fn check(&mut self, changed: &[Id]) -> Vec<Pair> {
        // What was learned of few says little of many: all who registered since the first day are worth another lesson.
        let outgrown = self.known.len() > self.learned + self.learned / 2;
        let many = changed.len() > AT_ONCE.max(self.known.len() / 50);
        let matches = match self.model.take().filter(|_| !many && !outgrown) {
            Some(model) => {
                let found = changed.iter().flat_map(|id| self.index.check(*id, &model, LEAST)).collect();
                self.model = Some(model);
                found
            }
            None => {
                let run = self.index.full_run(LEAST, 1);
                (self.model, self.learned) = (Some(run.model), self.known.len());
                run.matches
            }
        };
        let at = |id: Id| self.known.get(&id).copied();
        let pair = |found: Match| Some(Pair { registers: [at(found.ids[0])?, at(found.ids[1])?], found });
        matches.into_iter().filter_map(pair).collect()
    }

    /// Whose names resemble what was typed, misspelt or unfinished, and where they are; the best first.
    pub(super) fn resembling(&self, typed: &str, most: usize) -> Vec<(RegisterId, CandidateId)> {
        let hits = self.index.search(typed, most).into_iter().filter(|hit| hit.likeness >= ALIKE);
        let at = |hit: Hit| Some((*self.known.get(&hit.id)?, CandidateId(hit.id.to_be_bytes())));
        hits.filter_map(at).collect()
    }

    /// Whether two are still thought to be one; what is no longer entered is nobody's double.
    pub(super) fn holds(&self, one: Id, other: Id) -> bool {
        let there = self.known.contains_key(&one) && self.known.contains_key(&other);
        let ids = [one.min(other), one.max(other)];
        there
            && self
                .model
                .as_ref()
                .and_then(|model| self.index.explain(ids, model))
                .is_none_or(|found| found.score >= LEAST / 2.0)
    }
}

/// A hash of what says who somebody is: marks and errors are not looked at.
fn identity(one: &Candidate) -> [u8; 8] {
    Candidate { marks: 0, errors: 0, fee: 0, photograph: None, number: String::new(), ..one.clone() }.digest()
}

fn entry(one: &Candidate) -> Entry {
    let draft = one.draft();
    Entry::read(&draft.fields())
}
