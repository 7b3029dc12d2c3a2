//! What a change of the register comes to for those who look at it: the rows that differ, and no other. Owns the
//! comparison before and after; a change of one may bring or take a finding of another.

use std::collections::{BTreeMap, BTreeSet};

use desk::clock::Moment;
use desk::judgement::Judged;
use register::{CandidateId, Operation, Receipt};
use serde::Serialize;
use ts_rs::TS;

use super::row::Row;
use super::sheet::Everybody;
use super::steps::{Steps, steps_of};
use crate::at_work::AtWork;
use crate::{Outcome, Window};

/// What a change came to. When it is answered, it is on the disk.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CandidateChanges")]
pub(crate) struct Changes {
    /// The rows that are other than before, in the roll's order.
    rows: Vec<Row>,
    /// Ids of those who are shown no more: their entry was undone.
    gone: Vec<String>,
    /// Ids of those entered, in the order given.
    entered: Vec<String>,
    /// Ids of those for whom no number was left.
    unnumbered: Vec<String>,
    /// Fields that an undo or redo left alone, for something else had changed them since.
    left_alone: u32,
    /// What undo and redo would do now.
    steps: Steps,
    /// When it was saved, in milliseconds.
    at: i64,
}

/// Carries out one operation and answers with what it changed.
pub(crate) fn carry_out(window: &Window, make: impl FnOnce(&Everybody) -> Outcome<Operation>) -> Outcome<Changes> {
    doing(window, |at_work, before| {
        let operation = make(before)?;
        at_work.transact(operation).map(Some)
    })
}

/// Does something to the register and answers with what it changed; `None` where there was nothing to do.
pub(crate) fn doing(
    window: &Window,
    work: impl FnOnce(&mut AtWork, &Everybody) -> Outcome<Option<Receipt>>,
) -> Outcome<Changes> {
    let language = window.settings().language();
    window.changing(|at_work| {
        let before = Everybody::of(at_work)?;
        let receipt = work(at_work, &before)?;
        let after = Everybody::of(at_work)?;
        let (changed, gone) = differences(&before, &after);
        let rows = after.rows(at_work, language, |id| changed.contains(&id))?;
        let told = changed.iter().chain(&gone).map(ToString::to_string).collect();
        let texts = |ids: &[CandidateId]| ids.iter().map(ToString::to_string).collect();
        let changes = Changes {
            rows,
            gone: gone.iter().map(ToString::to_string).collect(),
            entered: receipt.as_ref().map(|receipt| texts(&receipt.entered)).unwrap_or_default(),
            unnumbered: receipt.as_ref().map(|receipt| texts(&receipt.unnumbered)).unwrap_or_default(),
            left_alone: receipt.as_ref().map_or(0, |receipt| receipt.left_alone),
            steps: steps_of(at_work)?,
            at: Moment::now().millis().0,
        };
        Ok((changes, told))
    })
}

/// Those who are other than before, and those who are there no more.
fn differences(before: &Everybody, after: &Everybody) -> (BTreeSet<CandidateId>, Vec<CandidateId>) {
    let mut left: BTreeMap<CandidateId, Known<'_>> = known(before).collect();
    let mut changed = BTreeSet::new();
    for (id, now) in known(after) {
        if !left.remove(&id).is_some_and(|was| was.is_same(&now)) {
            changed.insert(id);
        }
    }
    (changed, left.into_keys().collect())
}

/// A candidate on the roll, or not on it.
enum Known<'e> {
    OnRoll(&'e Judged),
    Away(&'e register::Candidate),
}

fn known(everybody: &Everybody) -> impl Iterator<Item = (CandidateId, Known<'_>)> {
    let on_roll = everybody.judgement.candidates.iter().map(|judged| (judged.candidate.id, Known::OnRoll(judged)));
    on_roll.chain(everybody.away.iter().map(|candidate| (candidate.id, Known::Away(candidate))))
}

impl Known<'_> {
    fn is_same(&self, other: &Known<'_>) -> bool {
        match (self, other) {
            (Known::OnRoll(was), Known::OnRoll(is)) => {
                was.candidate == is.candidate
                    && was.findings == is.findings
                    && was.acknowledged == is.acknowledged
                    && was.fixes == is.fixes
            }
            (Known::Away(was), Known::Away(is)) => was == is,
            _ => false,
        }
    }
}
