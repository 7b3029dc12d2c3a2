//! What values mean: those that were recognised, and those that a person says.

use desk::import::{GivenValues, SeenValue, Staging, ValueOf, same_value, value_of_name, value_of_named};
use regulations::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::SubjectView;
use crate::{Outcome, Problem};

/// The values of the columns of few values.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportValues")]
pub(crate) struct ValuesView {
    /// By what they are of.
    groups: Vec<ValueGroup>,
    /// How many values nobody knows and nobody spoke of.
    unknown: usize,
    /// The subjects, for those who choose one.
    subjects: Vec<SubjectView>,
}

/// The values of one field, or of one subject's marks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportValueGroup")]
pub(crate) struct ValueGroup {
    /// A field's name, or a subject's code.
    of: String,
    /// What a value can mean; empty: any subject. For marks `1` is taken.
    choices: Vec<String>,
    /// The values.
    values: Vec<ValueView>,
}

/// A value.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "ImportValue")]
pub(crate) struct ValueView {
    /// As it is written.
    written: String,
    /// What it was taken for; none: nobody knows.
    meaning: Option<String>,
    /// What a person said it means.
    given: Option<String>,
    /// In how many cells it stands.
    count: usize,
}

/// What a person says of values.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportGivenValues")]
pub(crate) struct Given {
    /// What is said.
    pub(super) values: Vec<GivenValue>,
    /// The name under which it can be stopped.
    pub(super) task: String,
}

/// What a person says of one value.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ImportGivenValue")]
pub(crate) struct GivenValue {
    /// A field's name, or a subject's code.
    of: String,
    /// As it is written.
    written: String,
    /// What it means; empty: nothing.
    meaning: String,
}

pub(super) fn view(staging: &Staging, subjects: Vec<SubjectView>) -> ValuesView {
    let given = staging.given_values();
    let seen = staging.seen_values();
    let said = |of: &ValueOf, value: &SeenValue| given.get(&(of.clone(), same_value(&value.written))).cloned();
    let groups: Vec<ValueGroup> = seen
        .iter()
        .map(|(of, values)| ValueGroup {
            of: value_of_name(of),
            choices: choices(of).iter().map(|choice| (*choice).to_owned()).collect(),
            values: values.iter().map(|value| one(value, said(of, value))).collect(),
        })
        .collect();
    let open = |value: &&ValueView| value.meaning.is_none() && value.given.is_none();
    let unknown = groups.iter().flat_map(|group| &group.values).filter(open).count();
    ValuesView { groups, unknown, subjects }
}

fn one(value: &SeenValue, given: Option<String>) -> ValueView {
    ValueView { written: value.written.clone(), meaning: value.meaning.clone(), given, count: value.count }
}

/// The canonical values of a field, as the import template's drop-downs have them.
const fn choices(of: &ValueOf) -> &'static [&'static str] {
    match of {
        ValueOf::Mark(_) => &["1"],
        ValueOf::Field(Field::Gender) => &["M", "F"],
        ValueOf::Field(Field::Citizenship) => &["C", "N"],
        ValueOf::Field(Field::EntryCode) => &["1", "2", "3"],
        ValueOf::Field(Field::Qualification) => &["KCPE", "CPE", "KCE", "EACE", "FOREIGN"],
        ValueOf::Field(Field::SpecialNeeds) => &["BLIND", "LOW_VISION", "HEARING", "PHYSICAL", "MENTAL"],
        ValueOf::Field(_) => &[],
    }
}

pub(super) fn given(values: &[GivenValue]) -> Outcome<GivenValues> {
    let one = |value: &GivenValue| {
        let of = value_of_named(&value.of).ok_or_else(|| Problem::unknown(&format!("value of {}", value.of)))?;
        Ok(((of, same_value(&value.written)), value.meaning.clone()))
    };
    values.iter().map(one).collect()
}
