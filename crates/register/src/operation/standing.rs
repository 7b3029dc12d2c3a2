//! Withdrawing and reinstating: a candidate's standing is a state, never a deletion.

use super::perform::given;
use crate::change::Change;
use crate::column::Column;
use crate::error::Result;
use crate::table::candidates::{ENTERED, WITHDRAWN};
use sync::{About, CandidateId};

pub(crate) fn withdraw(change: &mut Change<'_>, id: CandidateId, reason: &str) -> Result<()> {
    let reason = given(reason)?;
    change.entered_once(id)?;
    let values = vec![(Column::State, WITHDRAWN.to_owned()), (Column::WithdrawnBecause, reason)];
    change.write(About::Candidate(id), values)
}

pub(crate) fn reinstate(change: &mut Change<'_>, id: CandidateId) -> Result<()> {
    change.entered_once(id)?;
    let values = vec![(Column::State, ENTERED.to_owned()), (Column::WithdrawnBecause, String::new())];
    change.write(About::Candidate(id), values)
}
