//! `repeat.*`: repeaters of the whole examination and of some subjects (2.5, 2.3.20).

use super::{Case, fire};
use crate::entry::{EntryCode, Year};
use crate::finding::{Finding, Rule};

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let last = &case.entry.last;
    let missing = !last.index || !last.year.is_given() || last.subjects.is_none();
    fire(findings, case.entry.repeats() && missing, Rule::RepeatPreviousMissing);
    let late = last.year.is_given() && !last.year.is_by(case.pack.year() - 1);
    if late {
        findings.push(Finding::wanting(Rule::RepeatPreviousYear, case.pack.year()));
    }
    fire(findings, case.entry.code == Some(EntryCode::First) && last.is_given(), Rule::RepeatFirstAttempt);
    judge_subjects(case, findings);
    judge_age(case, findings);
}

fn judge_subjects(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let entry = case.entry;
    let limits = &case.pack.data().entry;
    let count = entry.subjects.len();
    if let (true, Some(before)) = (entry.repeats(), entry.last.subjects) {
        let new = entry.subjects.without(before);
        if !new.is_empty() {
            findings.push(Finding::about_subjects(Rule::RepeatNewSubject, new));
        }
    }
    let mut against = |wrong: bool, rule: Rule, limit: u32| {
        if wrong {
            findings.push(Finding::against(rule, count as i32, limit as i32));
        }
    };
    let (whole, partial) = (entry.code == Some(EntryCode::Whole), entry.code == Some(EntryCode::Partial));
    let (least, most) = (limits.minimum_subjects.value, limits.partial_maximum.value);
    against(whole && count < least, Rule::RepeatTooFew, least);
    against(partial && count > most, Rule::RepeatTooMany, most);
    against(partial && count < limits.partial_minimum.value, Rule::RepeatNone, limits.partial_minimum.value);
}

fn judge_age(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Year::Value(last) = case.entry.last.year else { return };
    let age = case.pack.year() - last;
    let recent = case.pack.data().partial_repeat.recent_years.value;
    if case.entry.code == Some(EntryCode::Partial) && age > recent {
        findings.push(Finding::against(Rule::RepeatOldAttempt, age, recent));
    }
}
