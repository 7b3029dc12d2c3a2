//! `gender.*`, `citizenship.*`, `entry-code.*`: the codes of one letter or digit (2.3.27).

use super::{Case, fire};
use crate::finding::{Finding, Rule};

pub(super) fn judge_gender(case: &Case<'_>, findings: &mut Vec<Finding>) {
    fire(findings, case.entry.gender.is_none(), Rule::GenderInvalid);
}

pub(super) fn judge_codes(case: &Case<'_>, findings: &mut Vec<Finding>) {
    fire(findings, case.entry.citizenship.is_none(), Rule::CitizenshipInvalid);
    fire(findings, case.entry.code.is_none(), Rule::EntryCodeInvalid);
}
