//! What `check` says to a person: the entries with findings, then each centre. Owns its shape only.

use std::io::Write as _;

use regulations::{CandidateNumber, CentreCode, Finding, IndexNumber, Language, Shillings};

use super::Ground;
use super::line::Checked;
use super::tally::Tally;

/// An entry with findings; one without is not mentioned.
pub(super) fn entry(out: &mut Vec<u8>, ground: &Ground<'_>, language: Language, checked: &Checked<'_>) {
    if checked.findings.is_empty() {
        return;
    }
    let index = index_of(checked.centre, checked.number).unwrap_or_else(|| "-".to_owned());
    let _ = writeln!(out, "row {}  {index}  {}", checked.row, checked.name);
    findings(out, ground, language, checked.findings);
}

/// A centre's counts and sums.
pub(super) fn centre(
    out: &mut Vec<u8>,
    ground: &Ground<'_>,
    language: Language,
    code: &str,
    tally: &Tally,
    found: &[Finding],
) {
    let money = |amount: u64| u32::try_from(amount).map_or_else(|_| amount.to_string(), |n| Shillings(n).to_string());
    let _ = writeln!(
        out,
        "centre {code}: {} candidates, {} ready; fees: state {}, candidates {}",
        tally.candidates,
        tally.ready,
        money(tally.state),
        money(tally.candidate)
    );
    findings(out, ground, language, found);
}

fn findings(out: &mut Vec<u8>, ground: &Ground<'_>, language: Language, found: &[Finding]) {
    for finding in found {
        let message = ground.messages.text(language, ground.pack, finding);
        let (severity, id, paragraph) = (finding.severity.name(), finding.rule.id(), finding.rule.paragraph());
        let _ = writeln!(out, "  {severity:7} {id} ({paragraph}): {message}");
    }
}

/// The index number as a person reads it, where there is one.
fn index_of(centre: Option<CentreCode>, number: Option<CandidateNumber>) -> Option<String> {
    centre.zip(number).map(|(centre, candidate)| IndexNumber { centre, candidate }.to_string())
}
