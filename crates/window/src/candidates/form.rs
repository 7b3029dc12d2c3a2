//! What a form needs to know before there is anything in it: the fields with their choices and paragraphs, the subjects,
//! whether registration has closed.

use desk::deadlines::{closing_day, has_closed};
use regulations::entry::Qualification;
use regulations::{Field, Pack, Paper, Rule};
use serde::Serialize;
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Outcome, Window};

/// The form of an entry.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "EntryForm")]
pub(crate) struct Form {
    /// The fields, in the template's order.
    fields: Vec<FormField>,
    /// The subjects offered, by code.
    subjects: Vec<SubjectView>,
    /// The categories of special needs.
    needs: Vec<String>,
    /// The papers that support them.
    papers: Vec<&'static str>,
    /// The last day of registration, `YYYY-MM-DD`, where it is known.
    closes: Option<String>,
    /// Whether it has passed: what is changed now is an amendment, with a reason.
    closed: bool,
}

/// A field.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "EntryField")]
pub(crate) struct FormField {
    /// Its name.
    name: &'static str,
    /// What it may hold, where that is a short list.
    choices: Vec<&'static str>,
    /// The paragraphs behind it, each once.
    paragraphs: Vec<&'static str>,
}

/// A subject.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "SubjectOffered")]
pub(crate) struct SubjectView {
    /// Three digits.
    code: String,
    /// Its name.
    name: String,
    /// The abbreviation printed.
    short: String,
    /// Everything that schools call it.
    names: Vec<String>,
    /// `I` to `V`.
    group: String,
    /// `project`, `practical` or `oral`, where it asks for one.
    component: Option<&'static str>,
}

pub(crate) fn form(window: &Window, _: Nothing) -> Outcome<Form> {
    window.reading(|at_work| {
        let desk = &at_work.desk;
        let closes = closing_day(desk)?.map(|(day, _)| day);
        Ok(of(&desk.book().pack, closes, has_closed(desk)?))
    })
}

fn of(pack: &Pack, closes: Option<String>, closed: bool) -> Form {
    Form {
        fields: Field::ALL.into_iter().map(field).collect(),
        subjects: pack.subjects().all().iter().map(subject).collect(),
        needs: pack.special_needs().all().iter().map(|need| need.id.clone()).collect(),
        papers: Paper::ALL.iter().map(|paper| paper.name()).collect(),
        closed,
        closes,
    }
}

fn field(field: Field) -> FormField {
    let mut paragraphs: Vec<&'static str> = Vec::new();
    for paragraph in Rule::about(field).map(Rule::paragraph) {
        if !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    FormField { name: field.name(), choices: choices(field), paragraphs }
}

fn choices(field: Field) -> Vec<&'static str> {
    match field {
        Field::Gender => vec!["F", "M"],
        Field::Citizenship => vec!["C", "N"],
        Field::EntryCode => vec!["1", "2", "3"],
        Field::Qualification => Qualification::NAMES.iter().map(|(name, _)| *name).collect(),
        _ => Vec::new(),
    }
}

fn subject(subject: &regulations::Subject) -> SubjectView {
    SubjectView {
        code: subject.code.clone(),
        name: subject.name.clone(),
        short: subject.short.first().cloned().unwrap_or_else(|| subject.name.clone()),
        names: subject.short.clone(),
        group: subject.group.clone(),
        component: subject.component.map(regulations::pack::data::Component::name),
    }
}
