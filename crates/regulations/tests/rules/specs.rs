//! Every rule has a spec beside its code, with cases that pass and cases that fail, and the cases hold.

use std::collections::BTreeMap;
use std::path::Path;

use regulations::{Rule, Severity};

use crate::baseline::vary;

/// What a spec says of a case.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Passes,
    Fails,
    /// No other rule fires beside it.
    FailsAlone,
    /// It fires as a warning.
    Warns,
}

impl Verdict {
    fn parse(text: &str) -> Option<Verdict> {
        match text {
            "passes" => Some(Verdict::Passes),
            "fails" => Some(Verdict::Fails),
            "fails alone" => Some(Verdict::FailsAlone),
            "warns" => Some(Verdict::Warns),
            _ => None,
        }
    }
}

pub(crate) struct SpecCase {
    rule: Rule,
    name: String,
    verdict: Verdict,
    pub(crate) variation: String,
}

impl SpecCase {
    fn holds(&self) -> bool {
        let findings = vary(&self.variation);
        let found = findings.iter().find(|finding| finding.rule == self.rule);
        match (self.verdict, found) {
            (Verdict::Passes, found) => found.is_none(),
            (Verdict::Fails, Some(_)) => true,
            (Verdict::FailsAlone, Some(_)) => findings.len() == 1,
            (Verdict::Warns, Some(finding)) => finding.severity == Severity::Warning,
            (_, None) => false,
        }
    }
}

pub(crate) fn spec_cases() -> Vec<SpecCase> {
    spec_texts().iter().flat_map(|text| cases_of(text)).collect()
}

fn spec_texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/specs");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn cases_of(text: &str) -> Vec<SpecCase> {
    let mut rule = None;
    let mut cases = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("## ") {
            rule = Some(Rule::named(id.trim()).unwrap_or_else(|| panic!("a spec names `{id}`, which is no rule")));
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (["", name, verdict, variation, ""], Some(rule)) = (&cells[..], rule) else { continue };
        let Some(verdict) = Verdict::parse(verdict) else {
            assert!(["verdict", "---"].contains(verdict), "{}: `{verdict}` is no verdict", rule.id());
            continue;
        };
        let variation = variation.trim_matches('`').to_owned();
        cases.push(SpecCase { rule, name: (*name).to_owned(), verdict, variation });
    }
    cases
}

fn fired(variation: &str) -> Vec<&'static str> {
    vary(variation).iter().map(|finding| finding.rule.id()).collect()
}

#[test]
fn every_case_of_a_spec_comes_out_as_written() {
    let wrong: Vec<String> = spec_cases()
        .iter()
        .filter(|case| !case.holds())
        .map(|case| format!("{}: {} ({}): {:?}", case.rule.id(), case.name, case.variation, fired(&case.variation)))
        .collect();
    assert!(wrong.is_empty(), "these came out the other way:\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_passes_and_one_that_fails() {
    let mut seen: BTreeMap<Rule, (bool, bool)> = BTreeMap::new();
    for case in spec_cases() {
        let (passes, fails) = seen.entry(case.rule).or_default();
        *(if case.verdict == Verdict::Passes { passes } else { fails }) = true;
    }
    let lacking: Vec<_> =
        Rule::ALL.iter().filter(|rule| seen.get(rule) != Some(&(true, true))).map(|rule| rule.id()).collect();
    assert!(lacking.is_empty(), "no complete spec: {lacking:?}");
}

#[test]
fn the_heading_of_a_spec_gives_the_rules_paragraph_and_severity() {
    for text in spec_texts() {
        for section in text.split("\n## ").skip(1) {
            let mut lines = section.lines().filter(|line| !line.is_empty());
            let rule = Rule::named(lines.next().unwrap()).unwrap();
            let heading = format!("{} · {}", rule.paragraph(), rule.severity().name());
            assert!(lines.next().unwrap().starts_with(&heading), "{} does not begin with {heading}", rule.id());
        }
    }
}
