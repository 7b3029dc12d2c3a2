//! Undo and redo, with what each would do. The stack is the register's, so it survives a restart.

use desk::Desk;
use register::{About, Record, Step};
use regulations::Field;
use serde::Serialize;
use ts_rs::TS;

use super::answer::{Changes, doing};
use crate::at_work::AtWork;
use crate::window::Nothing;
use crate::{Outcome, Window};

/// What undo and redo would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(rename = "UndoSteps")]
pub(crate) struct Steps {
    /// What an undo would take back; none: there is nothing.
    undo: Option<StepView>,
    /// What a redo would do again; none: there is nothing.
    redo: Option<StepView>,
}

/// A change that can be undone or done again.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "UndoStep")]
pub(crate) struct StepView {
    /// What it was, as `change` or `import`.
    kind: &'static str,
    /// For an import, the file's name.
    note: String,
    /// Who did it.
    actor: String,
    /// When, in milliseconds.
    at: i64,
    /// How many candidates it touched.
    candidates: usize,
    /// The first of them: the name, or else the number.
    who: Option<String>,
    /// What was written of the first.
    fields: Vec<String>,
}

pub(crate) fn steps(window: &Window, _: Nothing) -> Outcome<Steps> {
    window.reading(|at_work| steps_of(at_work))
}

pub(crate) fn undo(window: &Window, _: Nothing) -> Outcome<Changes> {
    doing(window, |at_work, _| {
        at_work.changed();
        Ok(at_work.desk.undo()?.map(|(_, receipt)| receipt))
    })
}

pub(crate) fn redo(window: &Window, _: Nothing) -> Outcome<Changes> {
    doing(window, |at_work, _| {
        at_work.changed();
        Ok(at_work.desk.redo()?.map(|(_, receipt)| receipt))
    })
}

/// What undo and redo would do now.
pub(crate) fn steps_of(at_work: &AtWork) -> Outcome<Steps> {
    let reading = at_work.desk.register().read();
    let view = |step: Option<Step>| step.map(|step| view(&at_work.desk, step)).transpose();
    Ok(Steps { undo: view(reading.next_undo()?)?, redo: view(reading.next_redo()?)? })
}

fn view(desk: &Desk, step: Step) -> Outcome<StepView> {
    let records = desk.register().read().records_of(step.change)?;
    let of_candidates = || records.iter().filter(|record| matches!(record.about, About::Candidate(_)));
    let fields = of_candidates().next().or(records.first()).map(fields_of).unwrap_or_default();
    Ok(StepView {
        kind: step.kind.name(),
        note: step.note,
        actor: step.actor,
        at: step.at.0,
        candidates: of_candidates().count(),
        who: of_candidates().next().and_then(|record| called(desk, record)),
        fields,
    })
}

fn fields_of(record: &Record) -> Vec<String> {
    record.fields.iter().map(|write| write.field.clone()).collect()
}

/// The candidate's name, or else number, now; of an entry that was undone, as it was entered.
fn called(desk: &Desk, record: &Record) -> Option<String> {
    let About::Candidate(id) = record.about else { return None };
    let written = |field: Field| record.fields.iter().find(|write| write.field == field.name());
    let present = desk.register().read().candidate(id).ok();
    let value = |field: Field| match &present {
        Some(candidate) => Some(candidate.draft.get(field).to_owned()),
        None => written(field).map(|write| write.value.clone()),
    };
    [Field::Name, Field::CandidateNo].into_iter().filter_map(value).find(|text| !text.is_empty())
}
