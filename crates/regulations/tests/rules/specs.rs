//! Every rule has a spec beside its code, with cases that pass and cases that fail, and the cases hold.

use std::collections::BTreeMap;
use std::path::Path;

use regulations::Rule;

use crate::baseline::fires;

struct SpecCase {
    rule: Rule,
    name: String,
    fails: bool,
    variation: String,
}

fn spec_cases() -> Vec<SpecCase> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/specs");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| cases_of(&std::fs::read_to_string(path).unwrap())).collect()
}

fn cases_of(text: &str) -> Vec<SpecCase> {
    let mut rule = None;
    let mut cases = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("## ") {
            rule = Some(Rule::named(id.trim()).unwrap_or_else(|| panic!("a spec names `{id}`, which is no rule")));
        }
        let cells: Vec<&str> = line.trim().trim_matches('|').split(" | ").map(str::trim).collect();
        if let ([name, verdict @ ("passes" | "fails"), variation], Some(rule)) = (&cells[..], rule) {
            let variation = variation.trim_matches('`').to_owned();
            cases.push(SpecCase { rule, name: (*name).to_owned(), fails: *verdict == "fails", variation });
        }
    }
    cases
}

#[test]
fn every_case_of_a_spec_comes_out_as_written() {
    let wrong: Vec<String> = spec_cases()
        .iter()
        .filter(|case| fires(case.rule, &case.variation) != case.fails)
        .map(|case| format!("{}: {} ({})", case.rule.id(), case.name, case.variation))
        .collect();
    assert!(wrong.is_empty(), "these came out the other way:\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_passes_and_one_that_fails() {
    let mut seen: BTreeMap<Rule, (bool, bool)> = BTreeMap::new();
    for case in spec_cases() {
        let (passes, fails) = seen.entry(case.rule).or_default();
        *(if case.fails { fails } else { passes }) = true;
    }
    let lacking: Vec<_> =
        Rule::ALL.iter().filter(|rule| seen.get(rule) != Some(&(true, true))).map(|rule| rule.id()).collect();
    assert!(lacking.is_empty(), "no complete spec: {lacking:?}");
}
