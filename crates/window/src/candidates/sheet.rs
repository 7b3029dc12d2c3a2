//! All rows, and some of them. Owns who is shown: those on the roll in its order, then those who are not on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use desk::judgement::Judgement;
use register::{Candidate, CandidateId, Filter, Which};
use regulations::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id_of;
use super::row::{self, Row};
use super::said::Said;
use super::steps::{Steps, steps_of};
use crate::at_work::AtWork;
use crate::window::Nothing;
use crate::{Outcome, Window};

/// Everybody.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CandidateSheet")]
pub(crate) struct Sheet {
    /// The rows: the roll in its order, then those withdrawn or gone.
    rows: Vec<Row>,
    /// What undo and redo would do.
    steps: Steps,
}

/// Some candidates.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SomeCandidates")]
pub(crate) struct Some {
    /// Their ids.
    ids: Vec<String>,
}

/// Everybody as they are now, judged.
pub(crate) struct Everybody {
    pub(crate) judgement: Arc<Judgement>,
    /// Withdrawn, or gone to another centre.
    pub(crate) away: Vec<Candidate>,
}

impl Everybody {
    pub(crate) fn of(at_work: &mut AtWork) -> Outcome<Everybody> {
        let judgement = at_work.judgement()?;
        let reading = at_work.desk.register().read();
        let mut away = reading.candidates(&Filter { standing: Which::Withdrawn, ..Filter::default() })?;
        away.extend(reading.candidates(&Filter { standing: Which::Moved, ..Filter::default() })?);
        Ok(Everybody { judgement, away })
    }

    /// The rows of those whom `wanted` lets through.
    pub(crate) fn rows(
        &self,
        at_work: &AtWork,
        language: Language,
        wanted: impl Fn(CandidateId) -> bool,
    ) -> Outcome<Vec<Row>> {
        let desk = &at_work.desk;
        let (mut said, code) = (Said::new(desk, language), self.judgement.code.as_str());
        let unsent = desk.register().read().unsent()?;
        let on_roll = self.judgement.candidates.iter().filter(|judged| wanted(judged.candidate.id));
        let mut rows: Vec<Row> = on_roll.map(|judged| row::judged(&mut said, code, &unsent, judged)).collect();
        let away = self.away.iter().filter(|candidate| wanted(candidate.id));
        rows.extend(away.map(|candidate| row::plain(&said, code, &unsent, candidate)));
        Ok(rows)
    }

    /// One of them, on the roll or not.
    pub(crate) fn find(&self, id: CandidateId) -> Option<&Candidate> {
        let on_roll = self.judgement.candidates.iter().map(|judged| &judged.candidate);
        on_roll.chain(&self.away).find(|candidate| candidate.id == id)
    }
}

pub(crate) fn list(window: &Window, _: Nothing) -> Outcome<Sheet> {
    let language = window.settings().language();
    window.reading(|at_work| {
        let rows = Everybody::of(at_work)?.rows(at_work, language, |_| true)?;
        Ok(Sheet { rows, steps: steps_of(at_work)? })
    })
}

pub(crate) fn rows(window: &Window, Some { ids }: Some) -> Outcome<Vec<Row>> {
    let language = window.settings().language();
    let ids = ids.iter().map(|id| id_of(id)).collect::<Outcome<BTreeSet<_>>>()?;
    window.reading(|at_work| Everybody::of(at_work)?.rows(at_work, language, |id| ids.contains(&id)))
}
