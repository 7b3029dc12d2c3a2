//! The centre's details, and warnings that were read and stand.

use super::perform::given;
use crate::change::Change;
use crate::column::{CentreField, Column};
use crate::error::Result;
use sync::{About, CandidateId};

/// Written by the roll's own operations only.
const APPROVAL: [CentreField; 2] = [CentreField::ApprovedBy, CentreField::ApprovedRoll];

pub(crate) fn change(change: &mut Change<'_>, fields: Vec<(CentreField, String)>) -> Result<()> {
    let mut last: Vec<(Column, String)> = Vec::with_capacity(fields.len());
    let details = fields.into_iter().filter(|(field, _)| !APPROVAL.contains(field));
    for (field, value) in details {
        last.retain(|(column, _)| *column != Column::Centre(field));
        last.push((Column::Centre(field), value));
    }
    change.write(About::Centre, last)
}

pub(crate) fn acknowledge(change: &mut Change<'_>, of: Option<CandidateId>, rule: String, reason: &str) -> Result<()> {
    let reason = given(reason)?;
    of.map_or(Ok(()), |id| change.on_the_roll(id).map(drop))?;
    change.write(of.into(), vec![(Column::Acknowledged(rule), reason)])
}

pub(crate) fn retract(change: &mut Change<'_>, of: Option<CandidateId>, rule: String) -> Result<()> {
    of.map_or(Ok(()), |id| change.on_the_roll(id).map(drop))?;
    change.write(of.into(), vec![(Column::Acknowledged(rule), String::new())])
}
