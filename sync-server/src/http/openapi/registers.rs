//! Schemas of centres and candidates: lists, pages, what is searched.

use serde_json::{Value, json};
use sync::Role;

use super::shared::{role, severity};
use super::words::{centre, id, int, list, map, maybe, moment, named, object, one_of, text, with, yes};
use crate::console::STATES;

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("CentreRow", centre_row()),
        ("CentrePage", centre_page()),
        ("Device", device()),
        ("CandidateRow", candidate_row()),
        ("Candidate", candidate()),
        ("Finding", finding()),
        ("Line", line()),
    ]
}

/// Of a centre of which nothing came yet, what would be counted of it is `null`.
fn centre_row() -> Value {
    let counted = ["errors", "photographs_missing", "conflicts", "held", "expected", "paid", "withdrawn"];
    let row = object([
        ("centre", centre()),
        ("name", text()),
        ("county", text()),
        ("sub_county", text()),
        ("kind", maybe(text())),
        ("candidates", int()),
        ("state", one_of(STATES)),
        ("last", maybe(moment())),
    ]);
    counted.into_iter().fold(row, |row, name| with(row, [(name, maybe(int()))]))
}

/// Of a centre of which nothing came yet, its code, devices and cases are known, and no more.
fn centre_page() -> Value {
    let mut row = centre_row();
    row["required"] = json!(["centre", "state", "candidates"]);
    with(
        row,
        [
            ("year", int()),
            ("devices", list(named("Device"))),
            ("roll", list(named("CandidateRow"))),
            ("cases", list(named("CaseRow"))),
            ("fields?", map(text())),
            (
                "findings?",
                list(object([("rule", text()), ("paragraph", text()), ("severity", severity()), ("count", int())])),
            ),
            ("uploads?", list(object([("at", moment()), ("batches", int()), ("operations", int()), ("bytes", int())]))),
            ("subjects?", map(int())),
            ("needs?", map(maybe(int()))),
            ("slips?", object([("count", int()), ("paid", int())])),
        ],
    )
}

fn device() -> Value {
    object([
        ("id", id()),
        ("name", text()),
        ("role", role()),
        ("scope", list(text())),
        ("at", moment()),
        ("by", text()),
        ("revoked", maybe(moment())),
    ])
}

fn candidate_row() -> Value {
    object([
        ("id", id()),
        ("number", text()),
        ("name", text()),
        ("gender", text()),
        ("birth_year", text()),
        ("entry_code", text()),
        ("state", text()),
        ("errors", int()),
        ("fee", int()),
        ("photograph", yes()),
        ("marks", list(one_of(["conflict", "held"]))),
        ("centre", maybe(centre())),
        ("year", maybe(int())),
    ])
}

fn candidate() -> Value {
    object([
        ("id", id()),
        ("register", named("RegisterName")),
        ("short", named("CandidateRow")),
        ("elsewhere", list(named("CandidateRow"))),
        ("cases", list(named("CaseRow"))),
        ("values", map(text())),
        ("findings", list(named("Finding"))),
        ("history", list(named("Line"))),
        ("conflicts", list(object([("field", text()), ("values", list(text()))]))),
        ("held", list(object([("kind", text()), ("why", text()), ("actor", text()), ("at", moment())]))),
        ("notices", list(object([("case", text()), ("says", notice())]))),
        ("centre_name", maybe(text())),
    ])
}

/// What is wrong with an entry: by the rule's name, and in words.
fn finding() -> Value {
    let said = object([("what", text()), ("action", text())]);
    object([
        ("rule", text()),
        ("paragraph", text()),
        ("severity", severity()),
        ("fields", list(text())),
        ("words", object([("en", said.clone()), ("sw", said)])),
    ])
}

/// What the council tells a desk of a case.
fn notice() -> Value {
    let differences = list(object([("field", text()), ("entered", text()), ("result", text())]));
    object([
        ("queue", text()),
        ("decision", text()),
        ("reason", text()),
        ("by", text()),
        ("differences?", differences),
        ("keep?", yes()),
        ("kept?", text()),
    ])
}

/// A field that an operation wrote.
fn line() -> Value {
    object([
        ("position", int()),
        ("at", moment()),
        ("received", moment()),
        ("actor", text()),
        ("role", one_of(Role::ALL.map(Role::name).into_iter().chain([Role::Council.name()]))),
        ("kind", text()),
        ("field", text()),
        ("from", text()),
        ("to", text()),
        ("timing", one_of(["in-time", "by-commitment", "late"])),
        ("standing", one_of(["effective", "no-right", "invalid"])),
    ])
}

pub(super) fn centres() -> Value {
    object([("year", int()), ("count", int()), ("rows", list(named("CentreRow"))), ("next", maybe(centre()))])
}

pub(super) fn search() -> Value {
    object([
        ("text", text()),
        ("year?", maybe(int())),
        ("county?", maybe(int())),
        ("centre?", maybe(centre())),
        ("limit?", maybe(int())),
    ])
}

pub(super) fn found() -> Value {
    object([("rows", list(named("CandidateRow"))), ("more", yes()), ("alike", yes()), ("ms", int())])
}
