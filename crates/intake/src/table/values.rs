//! The values of columns in which only few values mean something: which stand there, what each was taken for, and what a
//! person says it is. Owns the finding and the putting in place; refuses to guess.

use std::collections::BTreeMap;

use regulations::Field;
use regulations::entry::{EntryCode, Qualification};

use super::Table;
use crate::layout::Step;
use crate::meanings::Meanings;
use crate::subjects::Mark;
use crate::values::{Tidied, needs_pieces, tidy};
use crate::words::{fold, squeeze};

/// Of what a value is: a field of few values, or the marks of one subject's own column, by its code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueOf {
    /// A field.
    Field(Field),
    /// A subject's own column.
    Mark(String),
}

/// A value that stands in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenValue {
    /// As it is written, the first time.
    pub written: String,
    /// What it was taken for; for a mark `1` or nothing. `None`: nobody knows.
    pub meaning: Option<String>,
    /// In how many cells it stands.
    pub count: usize,
}

/// What a person says of values: of what, and as [`same_value`] writes it -> the value meant.
pub type GivenValues = BTreeMap<(ValueOf, String), String>;

/// The form in which two spellings of a value are the same.
#[must_use]
pub fn same_value(written: &str) -> String {
    let squeezed = squeeze(written);
    if squeezed.is_empty() { fold(written) } else { squeezed }
}

/// The fields of few values.
const CODED: [Field; 7] = [
    Field::Gender,
    Field::Citizenship,
    Field::EntryCode,
    Field::Qualification,
    Field::SpecialNeeds,
    Field::Subjects,
    Field::LastKcseSubjects,
];

impl Table {
    /// Every value of the columns of few values, by what it is of; the unknown ones first, then the most frequent.
    #[must_use]
    pub fn values(&self, texts: &[Vec<String>]) -> Vec<(ValueOf, Vec<SeenValue>)> {
        let mut seen: BTreeMap<ValueOf, BTreeMap<String, SeenValue>> = BTreeMap::new();
        let below = self.rows.iter().zip(texts).filter(|(row, _)| is_candidate(row));
        for (column, text) in below.flat_map(|(_, cells)| cells.iter().enumerate()) {
            for (of, written, meaning) in self.pieces(column, text) {
                let all = seen.entry(of).or_default();
                let value = SeenValue { written: written.clone(), meaning, count: 0 };
                all.entry(same_value(&written)).or_insert(value).count += 1;
            }
        }
        let sorted = |all: BTreeMap<String, SeenValue>| {
            let mut all: Vec<SeenValue> = all.into_values().collect();
            all.sort_by_key(|value| (value.meaning.is_some(), std::cmp::Reverse(value.count)));
            all
        };
        seen.into_iter().map(|(of, all)| (of, sorted(all))).collect()
    }

    /// Puts in place, in one row's cells, what a person said of their values.
    pub fn put_values(&self, cells: &mut [String], given: &GivenValues) {
        if given.is_empty() {
            return;
        }
        for (column, cell) in cells.iter_mut().enumerate() {
            let pieces = self.pieces(column, cell);
            let said: Vec<_> =
                pieces.iter().map(|(of, written, _)| given.get(&(of.clone(), same_value(written)))).collect();
            if said.iter().any(Option::is_some) {
                let words = pieces
                    .iter()
                    .zip(said)
                    .map(|((_, written, meaning), said)| said.or(meaning.as_ref()).unwrap_or(written).as_str());
                *cell = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            }
        }
    }

    /// The values in a cell: of what, as written, and their meaning. Lists have several.
    fn pieces(&self, column: usize, text: &str) -> Vec<(ValueOf, String, Option<String>)> {
        let folded = fold(text);
        if folded.is_empty() {
            return Vec::new();
        }
        let subjects = &self.layout.subjects;
        let field = match self.layout.steps.get(column) {
            Some(Step::Subject(id)) => {
                let meaning = match subjects.mark(*id, &folded) {
                    Mark::Taken => Some("1".to_owned()),
                    Mark::NotTaken => Some(String::new()),
                    Mark::Unknown => None,
                };
                return vec![(ValueOf::Mark(subjects.code(*id).to_owned()), folded, meaning)];
            }
            Some(Step::SubjectList) => Field::Subjects,
            Some(Step::Field(field)) if CODED.contains(field) => *field,
            _ => return Vec::new(),
        };
        let of = |(written, meaning)| (ValueOf::Field(field), written, meaning);
        match field {
            Field::Subjects | Field::LastKcseSubjects if Meanings::get().is_nothing(&folded) => Vec::new(),
            Field::Subjects | Field::LastKcseSubjects => subjects.pieces(text).into_iter().map(of).collect(),
            Field::SpecialNeeds if Meanings::get().is_nothing(&folded) => Vec::new(),
            Field::SpecialNeeds => needs_pieces(&folded).into_iter().map(of).collect(),
            _ => vec![of((folded.clone(), self.known(field, &folded)))],
        }
    }

    /// The canonical value of a field of one value, where there is one.
    fn known(&self, field: Field, text: &str) -> Option<String> {
        let value = self.layout.canonical(field, text).ok()?;
        let known = match field {
            Field::Gender => matches!(value.as_str(), "M" | "F"),
            Field::Citizenship => matches!(value.as_str(), "C" | "N"),
            Field::EntryCode => EntryCode::parse(&value).is_some(),
            Field::Qualification => value.is_empty() || Qualification::parse(&value).is_some(),
            _ => true,
        };
        known.then_some(value)
    }
}

fn is_candidate(row: &super::TableRow) -> bool {
    !matches!(row.outcome, None | Some(crate::Outcome::Skipped(_)))
}

impl crate::Layout {
    /// A value typed for a field, in its canonical spelling.
    ///
    /// # Errors
    /// When it stands in place of a value, as `#N/A` does.
    pub fn canonical(&self, field: Field, typed: &str) -> Result<String, crate::Refusal> {
        let mut out = String::new();
        Ok(match tidy(field, typed, &self.subjects, &mut out)? {
            Tidied::Is(text) => text.to_owned(),
            Tidied::Written => out,
        })
    }
}
