//! One candidate against everybody, as it arrives. Owns how many rows are looked at for one; judges by a model that a
//! full run learned, or by [`Index::learned`].

use crate::compare::{MANY, Shared};
use crate::index::{Id, Index};
use crate::keys::{self, Kind};
use crate::learn;
use crate::model::Model;
use crate::number::Number;
use crate::pairs::further;
use crate::run::Match;

/// So many rows under one key are compared one by one; of more, those that share something further.
const COMPARED: usize = 100;
/// So many rows under one key are looked at.
const LOOKED_AT: usize = 3_000;

impl Index {
    /// Who may be the same person as a candidate of the index, the likeliest first.
    #[must_use]
    pub fn check(&self, id: Id, model: &Model, least: f64) -> Vec<Match> {
        let Some(row) = self.row(id) else { return Vec::new() };
        let found = self.worth_comparing_with(row);
        let compared = found.into_iter().filter_map(|other| {
            let evidence = self.compare(row, other, &model.spelling);
            self.matched(row, other, &evidence, model, least)
        });
        let mut matches: Vec<Match> = compared.collect();
        matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.ids.cmp(&b.ids)));
        matches
    }

    /// What one thinks of two candidates, whatever they share; nothing where either is not in the index.
    #[must_use]
    pub fn explain(&self, ids: [Id; 2], model: &Model) -> Option<Match> {
        let (one, two) = (self.row(ids[0])?, self.row(ids[1])?);
        let evidence = self.compare(one, two, &model.spelling);
        self.matched(one, two, &evidence, model, 0.0)
    }

    /// A model of the table as it is, learned from its whole numbers alone: quick, and good enough until a full run.
    #[must_use]
    pub fn learned(&mut self) -> Model {
        self.settle();
        let ground = learn::ground(self);
        Model::new(ground.spelling, ground.classes)
    }

    fn worth_comparing_with(&self, row: u32) -> Vec<u32> {
        let (mut keys, mut found) = (Vec::new(), Vec::new());
        let lacks = self.lacks(row);
        keys::of(&self.records[row as usize], &self.lexicon, &mut keys);
        for key in keys {
            let kind = Kind::of(key);
            let heard = self.sounds[row as usize];
            let worth = |other: &u32| {
                *other != row
                    && self.records[*other as usize].present
                    && (!kind.needs_gaps() || self.gaps(lacks, *other))
                    && (!kind.needs_a_sound() || self.sounds[*other as usize] & heard != 0)
            };
            let under = self.shelf.rows(key);
            let many = under.clone().nth(COMPARED).is_some();
            found.extend(under.take(LOOKED_AT).filter(worth).filter(|other| !many || self.share_further(row, *other)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a candidate lacks a birth certificate of their own, and an index number.
    fn lacks(&self, row: u32) -> [bool; 2] {
        let facts = &self.records[row as usize].facts;
        let lacks = |shared, number: &Number| number.is_empty() || self.sharing(shared, number) >= MANY;
        [lacks(Shared::Certificate, &facts.certificate), lacks(Shared::Index, &facts.index)]
    }

    fn gaps(&self, lacks: [bool; 2], other: u32) -> bool {
        let theirs = || self.lacks(other);
        lacks == [true, true] || lacks.iter().zip(theirs()).all(|(one, two)| *one || two)
    }

    fn share_further(&self, one: u32, two: u32) -> bool {
        let (a, b) = (&self.records[one as usize], &self.records[two as usize]);
        (0..3).any(|which| further(a, which) == further(b, which))
    }
}
