//! Entering a candidate, changing fields of one, and judging what is typed before it is saved.

use register::{Candidate, CandidateId, Operation, Standing};
use regulations::{Draft, Entry};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer::{Changes, carry_out};
use super::row::{Acknowledged, FeeParts, acknowledged, fee_parts};
use super::said::Said;
use super::sheet::Everybody;
use super::subjects::{SubjectChoice, choice};
use super::{FieldValue, amended, field_of, id_of, values_of};
use crate::view::FindingView;
use crate::{Outcome, Problem, Window};

/// A candidate to be entered.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "EntryEnter")]
pub(crate) struct Enter {
    /// What is known so far.
    values: Vec<FieldValue>,
}

/// Fields of one candidate to be changed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "EntryChange")]
pub(crate) struct Change {
    /// Whose.
    id: String,
    /// The new values.
    values: Vec<FieldValue>,
    /// Why, after registration has closed.
    #[ts(optional)]
    reason: Option<String>,
}

/// An entry as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "EntryPreview")]
pub(crate) struct Preview {
    /// Whose; none: a new candidate.
    #[ts(optional)]
    id: Option<String>,
    /// The values that differ from what is saved.
    values: Vec<FieldValue>,
}

/// An entry as it is being typed, judged.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "EntryPreviewed")]
pub(crate) struct Previewed {
    /// What is wrong, acknowledged warnings left out.
    findings: Vec<FindingView>,
    /// Warnings that stand.
    acknowledged: Vec<Acknowledged>,
    /// The fee, where it can be known.
    fee: Option<FeeParts>,
    /// The slots of its pathway.
    subjects: SubjectChoice,
}

pub(crate) fn enter(window: &Window, Enter { values }: Enter) -> Outcome<Changes> {
    let mut draft = Draft::default();
    for (field, value) in values_of(&values)? {
        draft.set(field, value);
    }
    carry_out(window, |_| Ok(Operation::EnterCandidate(draft)))
}

pub(crate) fn change(window: &Window, Change { id, values, reason }: Change) -> Outcome<Changes> {
    let (candidate, fields) = (id_of(&id)?, values_of(&values)?);
    carry_out(window, |before| {
        if let Some(entered) = before.find(candidate) {
            values.iter().try_for_each(|typed| unchanged_meanwhile(entered, typed))?;
        }
        Ok(amended(Operation::ChangeFields { candidate, fields }, reason))
    })
}

/// Another window may have written the field while this one's was being typed: nobody is overwritten unknowingly.
fn unchanged_meanwhile(entered: &Candidate, typed: &FieldValue) -> Outcome<()> {
    let Some(was) = &typed.was else { return Ok(()) };
    let is = entered.draft.get(field_of(&typed.field)?);
    if is == was || is == typed.value.trim() {
        return Ok(());
    }
    Err(Problem::new("window.changed-meanwhile", "input", if is.is_empty() { "—" } else { is }))
}

pub(crate) fn preview(window: &Window, typed: Preview) -> Outcome<Previewed> {
    let language = window.settings().language();
    window.reading(|at_work| {
        let judgement = at_work.judgement()?;
        let everybody = Everybody { judgement, away: Vec::new() };
        let candidate = as_typed(&everybody, &typed)?;
        let judged = at_work.desk.preview(&everybody.judgement, vec![candidate])?;
        let judged = judged.first().ok_or_else(|| Problem::unknown("such candidate"))?;
        let mut said = Said::new(&at_work.desk, language);
        let findings = judged.findings.iter().map(|found| said.finding(found, &judged.fixes)).collect();
        let stands = judged.acknowledged.iter().filter_map(|found| acknowledged(&mut said, &judged.candidate, found));
        Ok(Previewed {
            findings,
            acknowledged: stands.collect(),
            fee: judged.fee.map(|fee| fee_parts(&said, &fee)),
            subjects: choice_of(&everybody, &at_work.desk, &judged.candidate),
        })
    })
}

pub(crate) fn subjects(window: &Window, typed: Preview) -> Outcome<SubjectChoice> {
    window.reading(|at_work| {
        let everybody = Everybody { judgement: at_work.judgement()?, away: Vec::new() };
        let candidate = as_typed(&everybody, &typed)?;
        Ok(choice_of(&everybody, &at_work.desk, &candidate))
    })
}

fn choice_of(everybody: &Everybody, desk: &desk::Desk, candidate: &Candidate) -> SubjectChoice {
    let fields = candidate.draft.fields();
    choice(&desk.book().pack, &Entry::read(&desk.book().pack, &everybody.judgement.code, &fields))
}

/// The candidate as they would be with the values typed.
fn as_typed(everybody: &Everybody, typed: &Preview) -> Outcome<Candidate> {
    let mut candidate = match &typed.id {
        Some(id) => everybody.find(id_of(id)?).cloned().ok_or_else(|| Problem::unknown("such candidate"))?,
        None => nobody_yet(0),
    };
    for (field, value) in values_of(&typed.values)? {
        candidate.draft.set(field, value);
    }
    Ok(candidate)
}

/// A candidate who is not entered, the `n`-th of those looked at; no real one has such an id, for ids are hashes.
pub(crate) fn nobody_yet(n: u32) -> Candidate {
    Candidate {
        id: CandidateId(u128::from(n).to_be_bytes()),
        draft: Draft::default(),
        standing: Standing::Entered,
        photograph: None,
        papers: Vec::new(),
        acknowledged: Vec::new(),
        signed: false,
        number_issued_to: None,
        came_from: None,
    }
}
