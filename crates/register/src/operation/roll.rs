//! The nominal roll: candidates sign it, the head of the centre approves it (2.3.12(iv)).

use crate::change::Change;
use crate::column::{CentreField, Column};
use crate::error::Result;
use crate::table::YES;
use crate::verify;
use sync::{About, CandidateId};

pub(crate) fn sign(change: &mut Change<'_>, candidates: &[CandidateId], signed: bool) -> Result<()> {
    let value = if signed { YES } else { "" };
    for id in candidates {
        change.on_the_roll(*id)?;
        change.write(About::Candidate(*id), vec![(Column::Signed, value.to_owned())])?;
    }
    Ok(())
}

/// The approval is of the roll as it is now: its digest goes with it.
pub(crate) fn approve(change: &mut Change<'_>) -> Result<()> {
    let roll = verify::roll_digest(change.connection)?.to_string();
    let by = change.stamp().actor.clone();
    change.write(About::Centre, approval(by, roll))
}

pub(crate) fn withdraw_approval(change: &mut Change<'_>) -> Result<()> {
    change.write(About::Centre, approval(String::new(), String::new()))
}

fn approval(by: String, roll: String) -> Vec<(Column, String)> {
    vec![(Column::Centre(CentreField::ApprovedBy), by), (Column::Centre(CentreField::ApprovedRoll), roll)]
}
