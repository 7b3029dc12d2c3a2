//! Sends each operation to the file of its family.

use super::{Operation, centre, decision, entry, evidence, roll, saying, slips, standing};
use crate::change::Change;
use crate::error::Result;

pub(crate) fn perform(change: &mut Change<'_>, operation: Operation) -> Result<()> {
    match operation {
        Operation::EnterCandidate(draft) => change.enter(draft).map(drop),
        Operation::ChangeFields { candidate, fields } => entry::change(change, candidate, fields),
        Operation::BulkChange(changes) => entry::bulk(change, changes),
        Operation::ImportDrafts { rows, .. } => entry::import(change, rows),
        Operation::Withdraw { candidate, reason } => standing::withdraw(change, candidate, &reason),
        Operation::Reinstate(candidate) => standing::reinstate(change, candidate),
        Operation::AttachPhotograph { candidate, jpeg } => evidence::photograph(change, candidate, &jpeg),
        Operation::AttachPhotographs(all) => {
            all.iter().try_for_each(|(candidate, jpeg)| evidence::photograph(change, *candidate, jpeg))
        }
        Operation::RemovePhotograph(candidate) => evidence::no_photograph(change, candidate),
        Operation::RecordPaper { candidate, paper } => evidence::paper(change, candidate, paper, true),
        Operation::RemovePaper { candidate, paper } => evidence::paper(change, candidate, paper, false),
        Operation::RecordDepositSlip(slip) => slips::record(change, &slip),
        Operation::ChangeDepositSlip { id, slip } => slips::change(change, id, &slip),
        Operation::VoidDepositSlip { id, reason } => slips::void(change, id, &reason),
        Operation::ChangeCentre(fields) => centre::change(change, fields),
        Operation::AcknowledgeWarning { candidate, rule, reason } => {
            centre::acknowledge(change, candidate, rule, &reason)
        }
        Operation::RetractAcknowledgement { candidate, rule } => centre::retract(change, candidate, rule),
        Operation::SignRoll { candidates, signed } => roll::sign(change, &candidates, signed),
        Operation::ApproveRoll => roll::approve(change),
        Operation::WithdrawApproval => roll::withdraw_approval(change),
        Operation::Amend { what, reason } => {
            change.amendment = Some(given(&reason)?);
            perform(change, *what)
        }
        Operation::AnswerNotice { candidate, case, answer, fields } => {
            saying::answer(change, candidate, &case, answer, fields)
        }
        Operation::SayOfTransfer { candidate, values } => saying::of_transfer(change, candidate, values),
        Operation::Resolve { about, field, value, reason } => decision::resolve(change, about, &field, &value, &reason),
        Operation::Countersign(tag) => decision::stand_for(change, tag, "countersigned"),
        Operation::Admit(tag) => decision::stand_for(change, tag, "admitted"),
    }
}

/// What history calls the change, beyond its kind.
pub(crate) fn note(operation: &Operation) -> &str {
    match operation {
        Operation::ImportDrafts { source, .. } => source,
        Operation::Amend { what, .. } => note(what),
        _ => "",
    }
}

/// A reason without the blanks around it, where there is one.
pub(crate) fn given(reason: &str) -> Result<String> {
    match reason.trim() {
        "" => Err(crate::error::Error::ReasonMissing),
        reason => Ok(reason.to_owned()),
    }
}
