//! What is said beside an entry: in answer to the council, and of a transfer. Owns that it is said of somebody who is
//! here; refuses to know what is asked (the council does) and whether it may be (the rules do).

use regulations::Field;

use crate::change::Change;
use crate::column::{Column, TransferField, answer_name};
use crate::error::Result;
use sync::{About, CandidateId};

/// The answer, and the values that change with it, as one operation.
pub(crate) fn answer(
    change: &mut Change<'_>,
    of: Option<CandidateId>,
    case: &str,
    answer: String,
    fields: Vec<(Field, String)>,
) -> Result<()> {
    match of {
        Some(id) if fields.is_empty() => change.entered_once(id).map(drop)?,
        Some(id) => change.on_the_roll(id).map(drop)?,
        None => {}
    }
    let entry = fields.into_iter().map(|(field, value)| (Column::Entry(field), value));
    let values = entry.chain([(Column::Beside(answer_name(case)), answer)]).collect();
    change.write(of.into(), values)
}

pub(crate) fn of_transfer(
    change: &mut Change<'_>,
    of: Option<CandidateId>,
    values: Vec<(TransferField, String)>,
) -> Result<()> {
    of.map_or(Ok(()), |id| change.on_the_roll(id).map(drop))?;
    let values = values.into_iter().map(|(field, value)| (Column::Beside(field.name().into_owned()), value));
    change.write(About::from(of), values.collect())
}
