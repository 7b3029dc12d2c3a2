//! Search as people type: parts of names in any order and near spelling, or the beginning of a number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Outcome, Window};

/// More than any centre has.
const MOST: usize = 2000;

/// What somebody types.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CandidateSearch")]
pub(crate) struct Words {
    /// Names or a number, in part.
    words: String,
}

/// A candidate whom the words may mean.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CandidateFound")]
pub(crate) struct Found {
    /// Who.
    id: String,
    /// The name as entered.
    name: String,
    /// The number as entered.
    number: String,
    /// Whether they are withdrawn.
    withdrawn: bool,
    /// How far from the words, 0 being each word exactly.
    distance: u32,
}

pub(crate) fn search(window: &Window, Words { words }: Words) -> Outcome<Vec<Found>> {
    window.reading(|at_work| {
        let matches = at_work.desk.register().read().search(&words, MOST)?.into_iter();
        let found = matches.map(|found| Found {
            id: found.id.to_string(),
            name: found.name,
            number: found.number,
            withdrawn: found.withdrawn,
            distance: found.distance,
        });
        Ok(found.collect())
    })
}
