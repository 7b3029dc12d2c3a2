//! `centre.*`, `roll.*`, `fees.*`, `bank.*`, `window.*`, `return.*`: what is judged of a whole centre.

use super::fire;
use crate::centre::CentreKind;
use crate::finding::{Finding, Rule, Severity};
use crate::pack::Pack;
use crate::{CentreCode, Shillings};

/// A deposit slip as the rules see it.
#[derive(Clone, Copy, Debug)]
pub struct Deposit<'a> {
    /// The bank's name as written.
    pub bank: &'a str,
    /// The amount.
    pub amount: Shillings,
}

/// What a centre is judged on. What a bare file cannot show is left at its default and fires nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct CentreCase<'a> {
    /// The code as written.
    pub code: &'a str,
    /// The kind of centre.
    pub kind: CentreKind,
    /// Candidates entered and not withdrawn.
    pub candidates: u32,
    /// Whether some candidate found no number left in a range.
    pub exhausted: bool,
    /// Whether the roll is signed; `None` where that is not known.
    pub signed: Option<bool>,
    /// Deposit slips with what the candidates themselves owe; `None` where that is not known.
    pub deposits: Option<(&'a [Deposit<'a>], Shillings)>,
    /// Today and the day the window closes, as `YYYY-MM-DD`; `None` where either is not known.
    pub window: Option<(&'a str, &'a str)>,
    /// Whether every document of the return is there; `None` where that is not known.
    pub returned: Option<bool>,
}

/// Judges a centre; appends the findings in the registry's order.
pub fn judge_centre(pack: &Pack, case: &CentreCase<'_>, findings: &mut Vec<Finding>) {
    judge_size(pack, case, findings);
    if let Some(severity) = code_severity(pack, case) {
        findings.push(Finding { severity, ..Finding::plain(Rule::CentreCode) });
    }
    fire(findings, case.exhausted, Rule::CentreFull);
    fire(findings, case.signed == Some(false), Rule::RollUnsigned);
    judge_deposits(pack, case, findings);
    fire(findings, case.window.is_some_and(|(today, closes)| today > closes), Rule::WindowClosed);
    fire(findings, case.returned == Some(false), Rule::ReturnIncomplete);
}

fn judge_size(pack: &Pack, case: &CentreCase<'_>, findings: &mut Vec<Finding>) {
    let centres = &pack.data().centres;
    let least = centres.minimum_candidates.value;
    let exempt = centres.minimum_exempt.value.iter().any(|kind| kind == case.kind.name());
    if !exempt && case.candidates < least {
        findings.push(Finding::against(Rule::CentreTooFew, case.candidates as i32, least as i32));
    }
}

/// A centre of private candidates bears a digit of its own in the place of the old province.
fn code_severity(pack: &Pack, case: &CentreCase<'_>) -> Option<Severity> {
    let Ok(code) = CentreCode::parse(case.code) else { return Some(Severity::Error) };
    let own = pack.data().centres.private_third_digit.value;
    let private = case.kind == CentreKind::Private && code.third_digit() == own;
    match pack.county_third_digit(code.county()) {
        Some(digit) if digit == code.third_digit() || private => None,
        _ => Some(Severity::Warning),
    }
}

/// An amount as a message tells it.
fn printed(amount: Shillings) -> i32 {
    i32::try_from(amount.0).unwrap_or(i32::MAX)
}
fn judge_deposits(pack: &Pack, case: &CentreCase<'_>, findings: &mut Vec<Finding>) {
    let Some((deposits, owed)) = case.deposits else { return };
    let paid: Shillings = deposits.iter().map(|deposit| deposit.amount).sum();
    fire(findings, owed.0 > 0 && deposits.is_empty(), Rule::FeesUnpaid);
    if !deposits.is_empty() && paid != owed {
        findings.push(Finding::against(Rule::FeesMismatch, printed(paid), printed(owed)));
    }
    let known = |bank: &str| pack.data().banks.iter().any(|listed| listed.name.eq_ignore_ascii_case(bank.trim()));
    fire(findings, deposits.iter().any(|deposit| !known(deposit.bank)), Rule::BankUnknown);
}
