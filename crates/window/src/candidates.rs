//! The candidates of the open register: rows, one entry in full, changing, withdrawing, undo. Owns what each command
//! takes and answers; every verdict is the rules', every write the register's.

mod answer;
mod bulk;
mod entering;
mod form;
mod history;
mod paste;
mod row;
mod said;
mod search;
mod sheet;
mod standing;
mod steps;
mod subjects;
mod templates;

use register::{CandidateId, Operation};
use regulations::Field;
use serde::Deserialize;
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Outcome, Problem};
use answer::Changes;
use bulk::{BulkEdit, BulkLine};
use entering::{Change, Enter, Preview, Previewed};
use form::Form;
use history::Past;
use paste::{Paste, Pasted};
use row::Row;
use search::{Found, Words};
use sheet::{Sheet, Some as SomeRows};
use standing::{Acknowledge, PaperOf, Reinstate, Retract, Signed, Withdraw};
use steps::Steps;
use subjects::SubjectChoice;
use templates::{Template, TemplateName};

commands! {
    "candidates.form" => form::form, (Nothing) -> Form;
    "candidates.list" => sheet::list, (Nothing) -> Sheet;
    "candidates.rows" => sheet::rows, (SomeRows) -> Vec<Row>;
    "candidates.search" => search::search, (Words) -> Vec<Found>;
    "candidates.enter" => entering::enter, (Enter) -> Changes;
    "candidates.change" => entering::change, (Change) -> Changes;
    "candidates.preview" => entering::preview, (Preview) -> Previewed;
    "candidates.subjects" => entering::subjects, (Preview) -> SubjectChoice;
    "candidates.bulk-preview" => bulk::preview, (BulkEdit) -> Vec<BulkLine>;
    "candidates.bulk" => bulk::apply, (BulkEdit) -> Changes;
    "candidates.paste-preview" => paste::preview, (Paste) -> Pasted;
    "candidates.paste" => paste::apply, (Paste) -> Changes;
    "candidates.withdraw" => standing::withdraw, (Withdraw) -> Changes;
    "candidates.reinstate" => standing::reinstate, (Reinstate) -> Changes;
    "candidates.acknowledge" => standing::acknowledge, (Acknowledge) -> Changes;
    "candidates.retract" => standing::retract, (Retract) -> Changes;
    "candidates.paper" => standing::paper, (PaperOf) -> Changes;
    "candidates.sign" => standing::sign, (Signed) -> Changes;
    "candidates.history" => history::history, (One) -> Vec<Past>;
    "candidates.steps" => steps::steps, (Nothing) -> Steps;
    "candidates.undo" => steps::undo, (Nothing) -> Changes;
    "candidates.redo" => steps::redo, (Nothing) -> Changes;
    "candidates.templates" => templates::all, (Nothing) -> Vec<Template>;
    "candidates.keep-template" => templates::keep, (Template) -> Vec<Template>;
    "candidates.drop-template" => templates::drop_one, (TemplateName) -> Vec<Template>;
}

/// One candidate.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "OneCandidate")]
pub(crate) struct One {
    /// Whose id.
    id: String,
}

/// A field with its value.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct FieldValue {
    /// The field's name.
    field: String,
    /// As typed; empty: not given.
    value: String,
    /// What stood there when the typing began, where it must not have become something else meanwhile.
    #[serde(default)]
    #[ts(optional)]
    was: Option<String>,
}

pub(crate) fn id_of(text: &str) -> Outcome<CandidateId> {
    CandidateId::parse(text).ok_or_else(|| Problem::unknown("such candidate"))
}

pub(crate) fn field_of(name: &str) -> Outcome<Field> {
    Field::named(name).ok_or_else(|| Problem::unknown(&format!("field {name}")))
}

/// The values as the register takes them: without blanks around them.
fn values_of(values: &[FieldValue]) -> Outcome<Vec<(Field, String)>> {
    values.iter().map(|one| Ok((field_of(&one.field)?, one.value.trim().to_owned()))).collect()
}

/// After closing, an operation with the reason for it.
fn amended(operation: Operation, reason: Option<String>) -> Operation {
    match reason.filter(|reason| !reason.trim().is_empty()) {
        Some(reason) => Operation::Amend { what: Box::new(operation), reason },
        None => operation,
    }
}
