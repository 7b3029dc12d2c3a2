//! A fix that is offered settles its finding and makes no new one; what is not certain is not offered.

use regulations::{Case, Centre, Draft, Entry, Field, Finding, Language, Messages, Pack, Rule, Shared, fix, judge};

use crate::baseline::clean;
use crate::random::{Dice, random_draft};

/// The findings of a draft, each with its fix.
fn judged(pack: &Pack, draft: &Draft) -> Vec<(Finding, Option<fix::Fix>)> {
    let (fields, centre) = (draft.fields(), Centre::default());
    let entry = Entry::read(pack, "04105105", &fields);
    let case = Case { pack, centre: &centre, entry: &entry, shared: Shared::default(), held: None };
    let mut findings = Vec::new();
    judge(&case, &mut findings);
    findings.into_iter().map(|finding| (finding, fix(&case, &finding))).collect()
}

/// What is offered for the rule where the clean entry has these values.
fn offered(rule: Rule, changes: &[(Field, &str)]) -> Option<String> {
    let mut draft = clean();
    for (field, value) in changes {
        draft.set(*field, *value);
    }
    let judged = judged(&Pack::bundled(2026).unwrap(), &draft);
    let (_, fix) = judged.into_iter().find(|(finding, _)| finding.rule == rule).expect("the rule fires");
    fix.map(|fix| fix.value)
}

#[test]
fn what_only_its_writing_made_wrong_is_fixed() {
    let cases = [
        (Rule::SubjectsDuplicate, Field::Subjects, "101 102,121 231 233 311 443 443", "101 102 121 231 233 311 443"),
        (Rule::SubjectsUnknown, Field::Subjects, "1O1 102 l21 231 233 311 443", "101 102 121 231 233 311 443"),
        (Rule::BirthCertificatePlaceholder, Field::BirthCertificateNo, "ab 45321", "AB45321"),
        (Rule::BirthCertificatePlaceholder, Field::BirthCertificateNo, "453 2187", "4532187"),
        (Rule::IndexFormat, Field::CandidateNo, "7", "007"),
        (Rule::IndexFormat, Field::CandidateNo, "42", "042"),
        (Rule::IndexFormat, Field::CandidateNo, "4105105007", "04105105007"),
        (Rule::QualificationIndexFormat, Field::QualifyingIndex, "4505101017", "04505101017"),
        (Rule::QualificationIndexFormat, Field::QualifyingIndex, "24505101/017", "24505101017"),
        (Rule::QualificationMissing, Field::Qualification, "k.c.p.e.", "KCPE"),
        (Rule::GenderInvalid, Field::Gender, "f", "F"),
        (Rule::CitizenshipInvalid, Field::Citizenship, " c", "C"),
        (Rule::NameCharacters, Field::Name, "NG`ANG`A MARY–ANNE", "NG'ANG'A MARY-ANNE"),
        (Rule::SpecialNeedsUnknown, Field::SpecialNeeds, "low vision, Physical", "LOW_VISION, PHYSICAL"),
    ];
    for (rule, field, wrong, right) in cases {
        assert_eq!(offered(rule, &[(field, wrong)]).as_deref(), Some(right), "{wrong}");
    }
    let old = [(Field::QualifyingIndex, "45051017"), (Field::QualifyingYear, "2011")];
    assert_eq!(offered(Rule::QualificationIndexFormat, &old).as_deref(), Some("045051017"));
}

#[test]
fn what_is_not_certain_is_left_to_people() {
    let cases = [
        (Rule::NameCharacters, Field::Name, "AKINYI JANE 2"),
        (Rule::NameCharacters, Field::Name, "AKINYI_JANE"),
        (Rule::GenderInvalid, Field::Gender, ""),
        (Rule::GenderInvalid, Field::Gender, "X"),
        (Rule::BirthCertificatePlaceholder, Field::BirthCertificateNo, "0000000"),
        (Rule::BirthCertificatePlaceholder, Field::BirthCertificateNo, "nil"),
        (Rule::IndexFormat, Field::CandidateNo, "0"),
        (Rule::IndexFormat, Field::CandidateNo, "0007"),
        (Rule::IndexFormat, Field::CandidateNo, "9105105007"),
        (Rule::QualificationIndexFormat, Field::QualifyingIndex, "45051017"),
        (Rule::QualificationIndexFormat, Field::QualifyingIndex, "2450510101A"),
        (Rule::QualificationMissing, Field::Qualification, "KCSE"),
        (Rule::QualificationMissing, Field::Qualification, "cpe"),
        (Rule::SubjectsUnknown, Field::Subjects, "101 102 121 231 233 311 999"),
        (Rule::SubjectsUnknown, Field::Subjects, "101 102 121 231 233 311 443 1O1"),
        (Rule::SpecialNeedsUnknown, Field::SpecialNeeds, "deaf"),
        (Rule::SpecialNeedsUnknown, Field::SpecialNeeds, "blind"),
        (Rule::SubjectsSciences, Field::Subjects, "101 102 121 231 311 443 565"),
    ];
    for (rule, field, wrong) in cases {
        assert_eq!(offered(rule, &[(field, wrong)]), None, "{wrong}");
    }
    let partial = [(Field::EntryCode, "3"), (Field::CandidateNo, "7")];
    assert_eq!(offered(Rule::IndexFormat, &partial), None);
}

#[test]
fn applying_a_fix_removes_its_finding_and_makes_no_new_one() {
    let (pack, messages, mut dice) = (Pack::bundled(2026).unwrap(), Messages::default(), Dice(5));
    let rules = |judged: &[(Finding, Option<fix::Fix>)]| -> Vec<Rule> {
        judged.iter().map(|(finding, _)| finding.rule).collect()
    };
    let mut applied = 0;
    for _ in 0..3_000 {
        let draft = random_draft(&mut dice);
        let before = judged(&pack, &draft);
        for (finding, fix) in &before {
            let Some(fix) = fix else { continue };
            let mut fixed = draft.clone();
            fixed.set(fix.field, fix.value.clone());
            let after = rules(&judged(&pack, &fixed));
            assert!(!after.contains(&finding.rule), "{fix:?} leaves {}", finding.rule.id());
            assert!(after.iter().all(|rule| rules(&before).contains(rule)), "{fix:?} brings {after:?}");
            for language in Language::ALL {
                let offer = messages.offer(language, fix);
                assert!(offer.ends_with(&fix.value) && offer != fix.value, "{offer}");
            }
            applied += 1;
        }
    }
    assert!(applied > 100, "only {applied} fixes were offered");
}
