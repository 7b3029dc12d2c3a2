//! Every fixture is checked as its generator knows it must be: on each row the rules that were broken on purpose, and no
//! other; on each centre its count and its findings.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;

use acceptance::fixtures::{self, Expected};
use desk::Rulebook;
use desk::check::{Format, Request, check};
use regulations::CentreKind;
use serde_json::Value;

/// The lines of a check, and whether it found errors.
fn checked(expected: &Expected) -> (Vec<Value>, bool) {
    let book = Rulebook::of(expected.year, &[]).unwrap();
    let file = fixtures::folder().join(&expected.file);
    let request = Request {
        file: &file,
        centre: expected.centre.as_deref().unwrap_or_default(),
        kind: if expected.kind == "private" { CentreKind::Private } else { CentreKind::School },
        sheet: expected.sheet.as_deref(),
        offered: None,
        clearance: false,
        format: Format::Jsonl,
    };
    let mut out = Vec::new();
    let outcome = check(&book, &request, &mut out, &|_| {}).unwrap();
    let lines = out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    (lines.map(|line| serde_json::from_slice(line).unwrap()).collect(), outcome.errors)
}

fn rules(line: &Value) -> Vec<&str> {
    let mut rules: Vec<&str> =
        line["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    rules.sort_unstable();
    rules
}

fn differences(expected: &Expected) -> Vec<String> {
    let (lines, errors) = checked(expected);
    let rows: BTreeMap<u64, &Value> = lines.iter().filter_map(|line| Some((line["row"].as_u64()?, line))).collect();
    let centres: BTreeMap<&str, &Value> =
        lines.iter().filter_map(|line| Some((line["centre"].as_str()?, line))).collect();
    let mut wrong = Vec::new();
    for row in &expected.rows {
        let Some(wanted) = &row.findings else { continue };
        match rows.get(&u64::from(row.row)) {
            Some(line) if line["findings"].is_array() && rules(line) == *wanted => {}
            line => wrong.push(format!("row {} should break {wanted:?}: {line:?}", row.row)),
        }
    }
    for centre in &expected.centres {
        match centres.get(centre.centre.as_str()) {
            Some(line) if line["candidates"] == centre.candidates && rules(line) == centre.findings => {}
            line => wrong.push(format!("{} should have {} candidates: {line:?}", centre.centre, centre.candidates)),
        }
    }
    if errors != (expected.exit == 1) {
        wrong.push(format!("errors: {errors}"));
    }
    wrong.into_iter().map(|what| format!("{} {:?} {what}", expected.file, expected.sheet)).collect()
}

#[test]
fn every_fixture_breaks_the_rules_that_were_broken_on_purpose_and_no_other() {
    let wrong: Vec<String> = fixtures::expected().iter().flat_map(differences).collect();
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}
