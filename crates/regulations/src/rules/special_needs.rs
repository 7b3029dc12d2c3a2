//! `special-needs.*`: declared categories and their papers (2.3.9, 2.8.5).

use super::{Case, fire};
use crate::finding::{Finding, Rule};

pub(super) fn judge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let needs = case.entry.needs;
    fire(findings, needs.unknown, Rule::SpecialNeedsUnknown);
    let Some(held) = case.held.filter(|_| needs.any()) else { return };
    let lacking = needs.papers(case.pack).iter().any(|paper| !held.papers.has(paper));
    fire(findings, lacking, Rule::SpecialNeedsEvidence);
}
