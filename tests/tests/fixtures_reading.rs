//! Every fixture is read as what it holds: each row a candidate with its values, refused by its cell, or skipped.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;

use acceptance::fixtures::{self, Expected, Row};
use intake::{Options, Outcome, SubjectHeading, table::Table};
use regulations::{Draft, Field, Pack};

fn headings(pack: &Pack) -> Vec<SubjectHeading> {
    let subjects = pack.subjects().all().iter();
    let names =
        |subject: &regulations::Subject| std::iter::once(&subject.name).chain(&subject.short).cloned().collect();
    subjects.map(|subject| SubjectHeading { code: subject.code.clone(), names: names(subject) }).collect()
}

/// What is read wrongly in a file, a line each.
fn differences(expected: &Expected, table: &Table) -> Vec<String> {
    let mut read: BTreeMap<u32, &Outcome> = table.data().map(|(row, outcome)| (row.row, outcome)).collect();
    let mut wrong = Vec::new();
    for row in &expected.rows {
        let label = format!("{} {:?} row {}", expected.file, expected.sheet, row.row);
        match read.remove(&row.row) {
            None => wrong.push(format!("{label}: nothing read")),
            Some(Outcome::Entry(draft)) if row.values.is_some() => wrong.extend(entry(row, draft, &label)),
            Some(Outcome::Refused { cell, .. }) if row.refused.as_ref() == Some(cell) => {}
            Some(Outcome::Skipped(_)) if row.skipped.is_some() => {}
            Some(other) => wrong.push(format!("{label}: read as {other:?}")),
        }
    }
    wrong.extend(read.into_iter().map(|(row, outcome)| format!("{} row {row}: also read {outcome:?}", expected.file)));
    wrong
}

fn entry(row: &Row, draft: &Draft, label: &str) -> Vec<String> {
    let empty = String::new();
    let wanted = |field: Field| row.values.as_ref().and_then(|values| values.get(field.name())).unwrap_or(&empty);
    // A row whose subjects are in doubt leaves them out of what is expected; the rules tell of it.
    let doubtful = |field: Field| field == Field::Subjects && wanted(field).is_empty();
    // The centre may follow from a full index number: the check tells whether it does.
    let differs = |field: &Field| wanted(*field) != draft.get(*field) && !doubtful(*field) && *field != Field::Centre;
    let of = |field: Field| format!("{label}: {} is {:?}, not {:?}", field.name(), draft.get(field), wanted(field));
    // A full index number is kept whole where it is judged whole.
    let same_number =
        |field: &Field| *field == Field::CandidateNo && draft.get(*field).ends_with(wanted(*field).as_str());
    Field::ALL.into_iter().filter(differs).filter(|field| !same_number(field)).map(of).collect()
}

#[test]
fn every_fixture_is_read_as_what_it_holds() {
    let headings = headings(&Pack::bundled(2026).unwrap());
    let mut wrong = Vec::new();
    for expected in &fixtures::expected() {
        let bytes = fs::read(fixtures::folder().join(&expected.file)).unwrap();
        let options = Options { sheet: expected.sheet.as_deref(), subjects: &headings, mapping: None };
        match Table::read(&bytes, &options) {
            Ok(table) => wrong.extend(differences(expected, &table)),
            Err(error) => wrong.push(format!("{}: {error}", expected.file)),
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}
