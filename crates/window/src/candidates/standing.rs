//! What is decided of a candidate beside their fields: withdrawn and reinstated, warnings that stand, papers of special
//! needs, the signature on the roll.

use desk::deadlines::has_closed;
use register::Operation;
use regulations::Paper;
use serde::Deserialize;
use ts_rs::TS;

use super::answer::{Changes, carry_out};
use super::{amended, id_of};
use crate::{Outcome, Problem, Window};

/// Candidates who will not sit.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CandidateWithdraw")]
pub(crate) struct Withdraw {
    /// Who.
    id: String,
    /// Why; never blank.
    reason: String,
}

/// A candidate who will sit after all.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CandidateReinstate")]
pub(crate) struct Reinstate {
    /// Who.
    id: String,
    /// Why, after registration has closed.
    #[ts(optional)]
    reason: Option<String>,
}

/// A warning that was read and stands.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WarningStands")]
pub(crate) struct Acknowledge {
    /// Of whom.
    id: String,
    /// The rule's id.
    rule: String,
    /// Why it stands; never blank.
    reason: String,
}

/// A warning to be shown again.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WarningShown")]
pub(crate) struct Retract {
    /// Of whom.
    id: String,
    /// The rule's id.
    rule: String,
}

/// A paper of special needs.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CandidatePaper")]
pub(crate) struct PaperOf {
    /// Of whom.
    id: String,
    /// Which.
    paper: String,
    /// Whether it has come in.
    here: bool,
}

/// Candidates who signed the nominal roll, or did not.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "RollSigned")]
pub(crate) struct Signed {
    /// Who.
    ids: Vec<String>,
    /// Whether they signed.
    signed: bool,
}

pub(crate) fn withdraw(window: &Window, Withdraw { id, reason }: Withdraw) -> Outcome<Changes> {
    let candidate = id_of(&id)?;
    // After closing a withdrawal is an amendment, whose reason is the withdrawal's own.
    let closed = window.reading(|at_work| Ok(has_closed(&at_work.desk)?))?;
    let amends = closed.then(|| reason.clone());
    carry_out(window, |_| Ok(amended(Operation::Withdraw { candidate, reason }, amends)))
}

pub(crate) fn reinstate(window: &Window, Reinstate { id, reason }: Reinstate) -> Outcome<Changes> {
    let candidate = id_of(&id)?;
    carry_out(window, |_| Ok(amended(Operation::Reinstate(candidate), reason)))
}

pub(crate) fn acknowledge(window: &Window, Acknowledge { id, rule, reason }: Acknowledge) -> Outcome<Changes> {
    let candidate = Some(id_of(&id)?);
    carry_out(window, |_| Ok(Operation::AcknowledgeWarning { candidate, rule, reason }))
}

pub(crate) fn retract(window: &Window, Retract { id, rule }: Retract) -> Outcome<Changes> {
    let candidate = Some(id_of(&id)?);
    carry_out(window, |_| Ok(Operation::RetractAcknowledgement { candidate, rule }))
}

pub(crate) fn paper(window: &Window, PaperOf { id, paper, here }: PaperOf) -> Outcome<Changes> {
    let candidate = id_of(&id)?;
    let paper = Paper::named(&paper).ok_or_else(|| Problem::unknown(&format!("paper {paper}")))?;
    carry_out(window, |_| {
        Ok(match here {
            true => Operation::RecordPaper { candidate, paper },
            false => Operation::RemovePaper { candidate, paper },
        })
    })
}

pub(crate) fn sign(window: &Window, Signed { ids, signed }: Signed) -> Outcome<Changes> {
    let candidates = ids.iter().map(|id| id_of(id)).collect::<Outcome<_>>()?;
    carry_out(window, |_| Ok(Operation::SignRoll { candidates, signed }))
}
