//! `subjects.*`: the combination of subjects (2.8). Every rule is a mask and a count over the entry's set.

use super::{Case, fire};
use crate::entry::EntryCode;
use crate::finding::{Finding, Rule};
use crate::subjects::SubjectSet;

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    fire(findings, case.entry.unknown_subject, Rule::SubjectsUnknown);
    fire(findings, case.entry.duplicate_subject, Rule::SubjectsDuplicate);
    judge_count(case, findings);
    let whole = case.entry.takes_whole();
    if whole {
        judge_compulsory(case, findings);
    }
    judge_choices(case, findings);
    if whole {
        judge_option(case, findings);
        let humanity = case.entry.subjects.meets(case.pack.sets.humanities);
        fire(findings, !humanity, Rule::SubjectsHumanity);
    }
    judge_special(case, findings);
    judge_offered(case, findings);
}

fn judge_count(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let limits = &case.pack.data().entry;
    let count = case.entry.subjects.len();
    let (least, most) = (limits.minimum_subjects.value, limits.maximum_subjects.value);
    if case.entry.code == Some(EntryCode::First) && count < least {
        findings.push(Finding::against(Rule::SubjectsTooFew, count as i32, least as i32));
    }
    if case.entry.takes_whole() && count > most {
        findings.push(Finding::against(Rule::SubjectsTooMany, count as i32, most as i32));
    }
}

/// The finding tells which compulsory subjects are missing; of two mathematics it names the first.
fn judge_compulsory(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (sets, entry) = (&case.pack.sets, case.entry);
    let mut missing = sets.english.without(entry.subjects);
    if !(entry.hearing && entry.subjects.meets(sets.sign_language)) {
        missing = missing.or(sets.kiswahili.without(entry.subjects));
    }
    let mathematics = if entry.blind { sets.mathematics_a } else { sets.mathematics_a.or(sets.mathematics_b) };
    if !entry.subjects.meets(mathematics) {
        missing = missing.or(sets.mathematics_a);
    }
    if !missing.is_empty() {
        findings.push(Finding::about_subjects(Rule::SubjectsCompulsory, missing));
    }
}

fn judge_choices(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (sets, subjects) = (&case.pack.sets, case.entry.subjects);
    let both = subjects.meets(sets.mathematics_a) && subjects.meets(sets.mathematics_b);
    fire(findings, both, Rule::SubjectsMathematicsChoice);
    let religious = subjects.and(sets.religious);
    if religious.len() > 1 {
        findings.push(Finding::about_subjects(Rule::SubjectsReligiousChoice, religious));
    }
}

/// The sciences of the ordinary pathway, or General Science with Mathematics B.
fn judge_option(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (sets, subjects) = (&case.pack.sets, case.entry.subjects);
    let mathematics_b = subjects.meets(sets.mathematics_b);
    let general_science = subjects.meets(sets.general_science);
    let sciences = subjects.and(sets.sciences);
    if !case.entry.blind {
        fire(findings, !mathematics_b && !general_science && sciences.len() < 2, Rule::SubjectsSciences);
        fire(findings, mathematics_b != general_science, Rule::SubjectsGeneralScience);
        if mathematics_b && general_science && !sciences.is_empty() {
            findings.push(Finding::about_subjects(Rule::SubjectsOptionBExtras, sciences));
        }
    }
    let uncleared = mathematics_b && general_science && !case.centre.clearance;
    if uncleared {
        findings.push(Finding::plain(Rule::SubjectsOptionBClearance));
    }
}

fn judge_special(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (sets, entry) = (&case.pack.sets, case.entry);
    let blind_biology = entry.subjects.meets(sets.blind_biology);
    fire(findings, blind_biology && !entry.blind, Rule::SubjectsBlindOnly);
    if !entry.takes_whole() {
        return;
    }
    if entry.blind {
        fire(findings, !blind_biology, Rule::SubjectsBlindBiology);
        about(findings, entry.subjects.and(sets.blind_excluded), Rule::SubjectsBlindExcluded);
    }
    let signs = entry.subjects.meets(sets.sign_language);
    let unexcused = signs && !entry.hearing && !entry.subjects.meets(sets.kiswahili);
    fire(findings, unexcused, Rule::SubjectsSignLanguage);
}

fn judge_offered(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if let Some(offered) = case.centre.offered {
        about(findings, case.entry.subjects.without(offered), Rule::SubjectsNotOffered);
    }
}

/// Adds a finding about these subjects, where there are any.
fn about(findings: &mut Vec<Finding>, subjects: SubjectSet, rule: Rule) {
    if !subjects.is_empty() {
        findings.push(Finding::about_subjects(rule, subjects));
    }
}
