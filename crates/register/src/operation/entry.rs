//! Entries: changing one, many, and those of a spreadsheet. (Entering is [`Change::enter`], which import shares.)

use regulations::{Draft, Field};

use super::ImportedRow;
use crate::change::Change;
use crate::column::Column;
use crate::error::Result;
use sync::{About, CandidateId};

type Values = Vec<(Field, String)>;

/// Sets the fields; a candidate without a number gets one as soon as the entry code says of which range.
pub(crate) fn change(change: &mut Change<'_>, id: CandidateId, fields: Values) -> Result<()> {
    let mut draft = change.on_the_roll(id)?.draft;
    let mut columns = Vec::with_capacity(fields.len() + 1);
    for (field, value) in fields {
        draft.set(field, value);
        columns.push(field);
    }
    if draft.get(Field::CandidateNo).is_empty()
        && let Some(number) = change.allocate(id, draft.get(Field::EntryCode))?
    {
        draft.set(Field::CandidateNo, number.to_string());
        columns.push(Field::CandidateNo);
    }
    change.write(About::Candidate(id), last_values(&draft, columns))
}

/// Each field once, with the value that it ends with.
fn last_values(draft: &Draft, mut fields: Vec<Field>) -> Vec<(Column, String)> {
    fields.sort_unstable();
    fields.dedup();
    fields.into_iter().map(|field| (Column::Entry(field), draft.get(field).to_owned())).collect()
}

pub(crate) fn bulk(work: &mut Change<'_>, changes: Vec<(CandidateId, Values)>) -> Result<()> {
    let typed = changes.iter().flat_map(|(_, fields)| fields);
    let numbers = typed.filter(|(field, _)| *field == Field::CandidateNo).map(|(_, value)| value.as_str());
    work.issued()?.reserve(numbers);
    changes.into_iter().try_for_each(|(id, fields)| change(work, id, fields))
}

/// Numbers that rows bear are kept out of the allocation before any row is entered, so that a later row does not
/// find its own number given to an earlier one.
pub(crate) fn import(work: &mut Change<'_>, rows: Vec<ImportedRow>) -> Result<()> {
    work.issued()?.reserve(rows.iter().map(|row| row.draft.get(Field::CandidateNo)));
    for ImportedRow { candidate, draft } in rows {
        match candidate {
            Some(id) => change(work, id, given_values(&draft))?,
            None => drop(work.enter(draft)?),
        }
    }
    Ok(())
}

fn given_values(draft: &Draft) -> Values {
    let given = Field::ALL.into_iter().filter(|field| !draft.get(*field).is_empty());
    given.map(|field| (field, draft.get(field).to_owned())).collect()
}
