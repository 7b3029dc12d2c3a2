//! Every paragraph of the manual has its row, and no row names what does not exist.

use std::collections::BTreeSet;

use regulations::coverage::{AnswerKind, Coverage, FEATURES, FORMS};
use regulations::{Language, Rule};

/// How many numbered paragraphs each section of the manual has: 2.1 to 2.20.
const NUMBERED: [usize; 20] = [5, 7, 28, 6, 2, 7, 3, 6, 3, 5, 2, 0, 0, 3, 11, 2, 3, 6, 2, 5];
/// Sections that say something of their own before their first number, or have no numbers at all.
const SECTIONS: [&str; 6] = ["2.5", "2.8", "2.9", "2.12", "2.13", "2.20"];
const QUESTIONS: usize = 8;

fn coverage() -> Coverage {
    Coverage::bundled().unwrap()
}

#[test]
fn every_paragraph_of_the_manual_and_every_question_has_one_row() {
    let mut expected: Vec<String> = SECTIONS.map(str::to_owned).into();
    for (section, count) in NUMBERED.iter().enumerate() {
        expected.extend((1..=*count).map(|number| format!("2.{}.{number}", section + 1)));
    }
    expected.extend((1..=QUESTIONS).map(|number| format!("faq.{number}")));
    let mut rows: Vec<String> = coverage().rows().iter().map(|row| row.paragraph.clone()).collect();
    expected.sort();
    rows.sort();
    assert_eq!(rows, expected);
}

#[test]
fn every_row_has_an_answer_a_plan_or_a_reason_and_a_summary_in_both_languages() {
    for row in coverage().rows() {
        let answered = !row.answered_by.is_empty() || row.planned.is_some() || row.not_for_software.is_some();
        assert!(answered, "{} has no answer", row.paragraph);
        let (en, sw) = (&row.summary.en, &row.summary.sw);
        assert!(!row.title.is_empty() && !en.is_empty() && !sw.is_empty() && en != sw, "{}", row.paragraph);
        let names: BTreeSet<_> = row.answered_by.iter().map(|answer| &answer.name).collect();
        assert_eq!(names.len(), row.answered_by.len(), "{} names something twice", row.paragraph);
    }
}

fn pack_table() -> toml::Table {
    let files = [
        include_str!("../../packs/kcse/2026/subjects.toml"),
        include_str!("../../packs/kcse/2026/pathways.toml"),
        include_str!("../../packs/kcse/2026/candidates.toml"),
        include_str!("../../packs/kcse/2026/fees.toml"),
        include_str!("../../packs/kcse/2026/centres.toml"),
    ];
    files.into_iter().flat_map(|file| file.parse::<toml::Table>().unwrap()).collect()
}

fn is_in(table: &toml::Table, path: &str) -> bool {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    match (table.get(key), rest) {
        (Some(toml::Value::Table(inner)), Some(rest)) => is_in(inner, rest),
        (found, rest) => found.is_some() && rest.is_none(),
    }
}

#[test]
fn no_row_names_a_rule_a_form_a_feature_or_data_that_does_not_exist() {
    let table = pack_table();
    for row in coverage().rows() {
        for answer in &row.answered_by {
            let exists = match answer.kind {
                AnswerKind::Rule => Rule::named(&answer.name).is_some(),
                AnswerKind::Form => FORMS.contains(&answer.name.as_str()),
                AnswerKind::Feature => FEATURES.contains(&answer.name.as_str()),
                AnswerKind::Data => is_in(&table, &answer.name),
            };
            assert!(exists, "{} names {:?} {}", row.paragraph, answer.kind, answer.name);
        }
    }
}

#[test]
fn every_rule_form_and_feature_answers_some_paragraph() {
    let coverage = coverage();
    let named: BTreeSet<&str> =
        coverage.rows().iter().flat_map(|row| &row.answered_by).map(|answer| answer.name.as_str()).collect();
    let all = Rule::ALL.iter().map(|rule| rule.id()).chain(FORMS).chain(FEATURES);
    assert_eq!(all.filter(|name| !named.contains(name)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_rule_cites_paragraphs_that_have_a_row() {
    let coverage = coverage();
    for rule in Rule::ALL {
        let cited = rule.paragraph().split(['/', ',']).count();
        assert_eq!(coverage.cited_by(*rule).count(), cited, "{}", rule.id());
    }
}

#[test]
fn a_paragraph_is_found_as_people_cite_it() {
    let coverage = coverage();
    let cases = [
        ("2.8.2(ii)", Some("2.8.2")),
        (" 2.8.2 (ii)", Some("2.8.2")),
        ("2.3.27(iv)", Some("2.3.27")),
        ("2.12.1", Some("2.12")),
        ("2.9.", Some("2.9")),
        ("¶ 2.16.2", Some("2.16.2")),
        ("FAQ 3", Some("faq.3")),
        ("faq.8", Some("faq.8")),
        ("FAQ: under protest", None),
        ("2.3.99", None),
        ("3.1", None),
        ("", None),
        ("(ii)", None),
    ];
    for (cited, found) in cases {
        assert_eq!(coverage.lookup(cited).map(|row| row.paragraph.as_str()), found, "{cited}");
    }
    let section: Vec<_> = coverage.under("2.1").map(|row| row.paragraph.as_str()).collect();
    assert_eq!(section, ["2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5"]);
}

#[test]
fn a_search_finds_rows_with_every_word_and_titles_first() {
    let coverage = coverage();
    let found = |language, text| -> Vec<String> {
        coverage.search(language, text).iter().map(|row| row.paragraph.clone()).collect()
    };
    assert_eq!(found(Language::En, "aviation"), ["2.15.8"]);
    assert_eq!(found(Language::En, "Withdrawal REFUND"), ["2.13", "2.15.11"]);
    assert!(found(Language::Sw, "picha").contains(&"2.9".to_owned()));
    assert_eq!(found(Language::En, "withdrawal zebra"), [""; 0]);
    assert_eq!(found(Language::En, "  "), [""; 0]);
}
