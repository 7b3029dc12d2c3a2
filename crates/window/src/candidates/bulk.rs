//! Fields of many candidates at once: what would come of it, and doing it as one change that one undo takes back.

use desk::judgement::Judged;
use register::{Candidate, Operation};
use regulations::{Field, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer::{Changes, carry_out};
use super::sheet::Everybody;
use super::{amended, field_of, id_of};
use crate::{Outcome, Problem, Window};

/// What is done to whom.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct BulkEdit {
    /// Ids of the candidates.
    ids: Vec<String>,
    /// What is done to each.
    edits: Vec<FieldEdit>,
    /// Why, after registration has closed.
    #[ts(optional)]
    reason: Option<String>,
}

/// What is done to a field.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct FieldEdit {
    /// The field's name.
    field: String,
    /// How the value is meant.
    how: How,
    /// The value; for `add` and `remove` words separated by spaces, as subject codes.
    value: String,
}

/// How a value is meant.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum How {
    /// In place of what is there.
    Set,
    /// Beside the words that are there.
    Add,
    /// No more among the words that are there.
    Remove,
}

/// What would become of one candidate.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub(crate) struct BulkLine {
    /// Whose id.
    id: String,
    /// The number.
    number: String,
    /// The name.
    name: String,
    /// The fields that would be other.
    pub(crate) changes: Vec<BulkChange>,
    /// Findings of error level now.
    errors_before: usize,
    /// Findings of error level after it.
    errors_after: usize,
}

/// What would become of one field.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub(crate) struct BulkChange {
    /// The field's name.
    field: &'static str,
    /// The value now.
    before: String,
    /// The value after it.
    after: String,
}

/// A value to be written.
pub(crate) type Write = (Field, String);

/// The candidates who would be other than they are, in the order given.
pub(crate) fn preview(window: &Window, edit: BulkEdit) -> Outcome<Vec<BulkLine>> {
    window.reading(|at_work| {
        let everybody = Everybody::of(at_work)?;
        let planned = planned(&everybody, &edit)?;
        let after = planned.iter().map(|(candidate, writes)| written(candidate, writes)).collect();
        let judged = at_work.desk.preview(&everybody.judgement, after)?;
        Ok(planned
            .iter()
            .zip(&judged)
            .map(|((before, writes), after)| line(&everybody, before, writes, after))
            .collect())
    })
}

pub(crate) fn apply(window: &Window, edit: BulkEdit) -> Outcome<Changes> {
    carry_out(window, |everybody| {
        let changes =
            planned(everybody, &edit)?.into_iter().map(|(candidate, writes)| (candidate.id, writes)).collect();
        Ok(amended(Operation::BulkChange(changes), edit.reason))
    })
}

/// What is written of whom; those who would stay as they are left out.
fn planned<'e>(everybody: &'e Everybody, edit: &BulkEdit) -> Outcome<Vec<(&'e Candidate, Vec<Write>)>> {
    let mut planned = Vec::with_capacity(edit.ids.len());
    for id in &edit.ids {
        let candidate = everybody.find(id_of(id)?).ok_or_else(|| Problem::unknown("such candidate"))?;
        let mut draft = candidate.draft.clone();
        for FieldEdit { field, how, value } in &edit.edits {
            let field = field_of(field)?;
            let after = edited(draft.get(field), *how, value.trim());
            draft.set(field, after);
        }
        let differs = |field: &Field| draft.get(*field) != candidate.draft.get(*field);
        let writes: Vec<Write> =
            Field::ALL.into_iter().filter(differs).map(|field| (field, draft.get(field).to_owned())).collect();
        if !writes.is_empty() {
            planned.push((candidate, writes));
        }
    }
    Ok(planned)
}

fn edited(text: &str, how: How, value: &str) -> String {
    let words =
        |text: &str| text.split([' ', ',', ';', '/']).map(str::to_owned).filter(|word| !word.is_empty()).collect();
    let (mut present, given): (Vec<String>, Vec<String>) = (words(text), words(value));
    match how {
        How::Set => return value.to_owned(),
        How::Add => {
            for word in given {
                if !present.contains(&word) {
                    present.push(word);
                }
            }
        }
        How::Remove => present.retain(|word| !given.contains(word)),
    }
    present.join(" ")
}

/// The candidate as they would be.
pub(crate) fn written(candidate: &Candidate, writes: &[Write]) -> Candidate {
    let mut after = candidate.clone();
    for (field, value) in writes {
        after.draft.set(*field, value.as_str());
    }
    after
}

/// What would become of one: the line of a preview.
pub(crate) fn line(everybody: &Everybody, before: &Candidate, writes: &[Write], after: &Judged) -> BulkLine {
    let now = everybody.judgement.candidates.iter().find(|judged| judged.candidate.id == before.id);
    let change = |(field, value): &Write| BulkChange {
        field: field.name(),
        before: before.draft.get(*field).to_owned(),
        after: value.clone(),
    };
    BulkLine {
        id: before.id.to_string(),
        number: after.candidate.draft.get(Field::CandidateNo).to_owned(),
        name: after.candidate.draft.get(Field::Name).to_owned(),
        changes: writes.iter().map(change).collect(),
        errors_before: now.map(errors).unwrap_or_default(),
        errors_after: errors(after),
    }
}

fn errors(judged: &Judged) -> usize {
    judged.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_added_once_and_removed_and_a_value_set() {
        for (text, how, value, after) in [
            ("101 102", How::Add, "102 443", "101 102 443"),
            ("101, 102;443", How::Remove, "102", "101 443"),
            ("", How::Add, "101", "101"),
            ("KCPE", How::Set, "", ""),
            ("101", How::Remove, "101", ""),
        ] {
            assert_eq!(edited(text, how, value), after, "{text} {how:?} {value}");
        }
    }
}
