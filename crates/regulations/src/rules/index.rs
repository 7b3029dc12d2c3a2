//! `index.*`: the candidate's number and the full index number (2.3.22-2.3.24).

use super::{Case, fire};
use crate::entry::Number;
use crate::finding::{Detail, Finding, Rule};
use crate::subjects::SubjectSet;

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let entry = case.entry;
    fire(findings, entry.number == Number::Malformed, Rule::IndexFormat);
    if let (Some(number), Some(code)) = (entry.number.candidate(), entry.code) {
        let (first, last) = case.pack.numbers(code);
        if !(first..=last).contains(&number.value()) {
            let detail =
                Detail { subjects: SubjectSet::EMPTY, given: Some(i32::from(first)), limit: Some(i32::from(last)) };
            findings.push(Finding { detail, ..Finding::plain(Rule::IndexRange) });
        }
    }
    let foreign = matches!(entry.number, Number::Full(centre, _) if entry.centre != Some(centre));
    fire(findings, foreign, Rule::IndexCentre);
    fire(findings, case.shared.number, Rule::IndexDuplicate);
    fire(findings, case.shared.exhausted, Rule::IndexExhausted);
}
