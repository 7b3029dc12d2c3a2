//! Every rule has its words in both languages, in all three parts, and fills in what it knows.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use regulations::{Finding, Language, Messages, Pack, Rule};

use crate::baseline::vary;
use crate::specs::spec_cases;

const SOURCES: [&str; 2] = [include_str!("../../messages/en.ftl"), include_str!("../../messages/sw.ftl")];

#[test]
fn every_rule_says_what_is_wrong_why_and_what_to_do_in_both_languages() {
    let (messages, pack) = (Messages::default(), Pack::bundled(2026).unwrap());
    let mut lacking = Vec::new();
    for rule in Rule::ALL {
        let [en, sw] = Language::ALL.map(|language| messages.parts(language, &pack, &Finding::against(*rule, 1, 2)));
        let pairs = [(&en.what, &sw.what), (&en.why, &sw.why), (&en.action, &sw.action)];
        if pairs.iter().any(|(en, sw)| en.is_empty() || sw.is_empty() || en == sw) {
            lacking.push(rule.id());
        }
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn no_entry_of_a_file_of_messages_is_broken() {
    for source in SOURCES {
        if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
            panic!("{errors:?}");
        }
    }
}

/// The variables of each message's value; a variable in an attribute counts as one of `id.attribute`.
fn variables(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (mut message, mut found) = (String::new(), BTreeMap::new());
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (key, text) = line.split_once('=').unwrap();
        let part = if line.starts_with(' ') {
            format!("{message}{}", key.trim())
        } else {
            message = key.trim().to_owned();
            message.clone()
        };
        let names = text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned()).collect();
        assert!(found.insert(part, names).is_none(), "{line} stands twice");
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_and_use_the_same_arguments_in_the_value_alone() {
    let [en, sw] = SOURCES.map(variables);
    assert_eq!(en, sw);
    let used = |part: &&String| !en[*part].is_empty();
    assert_eq!(en.keys().filter(|part| part.contains('.')).find(used), None);
}

#[test]
fn every_message_belongs_to_a_rule() {
    let ids: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().replace('.', "-")).collect();
    for source in SOURCES {
        let messages = variables(source).into_keys().filter(|part| !part.contains('.') && !part.starts_with("fix-"));
        assert_eq!(messages.collect::<BTreeSet<_>>(), ids);
    }
}

#[test]
fn every_finding_of_every_case_of_the_specs_is_filled_in_completely() {
    let (messages, pack) = (Messages::default(), Pack::bundled(2026).unwrap());
    let mut said = BTreeSet::new();
    for finding in spec_cases().iter().flat_map(|case| vary(&case.variation)) {
        for language in Language::ALL {
            let text = messages.text(language, &pack, &finding);
            assert!(!text.contains(['{', '$', '}']), "{} {}: {text}", finding.rule.id(), language.code());
            let parts = messages.parts(language, &pack, &finding);
            assert_eq!(text, [parts.what, parts.why, parts.action].join(" "));
        }
        said.insert(finding.rule);
    }
    assert_eq!(said.len(), Rule::ALL.len());
}

#[test]
fn a_rule_explained_by_itself_leaves_nothing_unfilled() {
    let (messages, pack) = (Messages::default(), Pack::bundled(2026).unwrap());
    for rule in Rule::ALL {
        for language in Language::ALL {
            let text = messages.text(language, &pack, &Finding::plain(*rule));
            assert!(!text.contains(['{', '$', '}']), "{text}");
        }
    }
}

/// What a finding of this rule says of a variation, without why and what to do.
fn said(language: Language, rule: Rule, variation: &str) -> String {
    let (messages, pack) = (Messages::default(), Pack::bundled(2026).unwrap());
    let finding = vary(variation).into_iter().find(|finding| finding.rule == rule).unwrap();
    messages.parts(language, &pack, &finding).what
}

#[test]
fn a_finding_tells_its_numbers_and_codes() {
    let cases = [
        (Rule::SubjectsTooFew, "subjects=101 102 121 231 233 311", "Subjects entered: 6. At least 7 are needed."),
        (Rule::SubjectsCompulsory, "subjects=102 121 231 232 233 311 312", "Compulsory subject missing: 101."),
        (
            Rule::SubjectsReligiousChoice,
            "subjects=101 102 121 231 232 313 315",
            "More than one religious education: 313, 315.",
        ),
        (Rule::BirthYearImplausible, "year_of_birth=2016", "The year of birth makes an age of 10 in 2026."),
        (
            Rule::QualificationTooRecent,
            "qualifying_year=2023",
            "The qualifying certificate is of 2023; it may be of 2022 at the latest.",
        ),
        (Rule::CentreTooFew, "candidates=14", "Candidates of the centre: 14. The least is 15."),
        (Rule::IndexRange, "candidate_no=500", "The candidate's number is not between 001 and 499."),
        (
            Rule::FeesMismatch,
            "slips=Equity Bank:5000; owed=5500",
            "The slips come to 5,000 shillings, the proforma to 5,500.",
        ),
    ];
    for (rule, variation, expected) in cases {
        assert_eq!(said(Language::En, rule, variation), expected);
    }
    let kiswahili = said(Language::Sw, Rule::SubjectsTooFew, "subjects=101 102 121 231 233 311");
    assert_eq!(kiswahili, "Idadi ya masomo ni 6; yanahitajika angalau 7.");
}
