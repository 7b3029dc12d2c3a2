//! Taking back a change and doing it again. Each is itself a change with history and outbox entries; the stack is in
//! the table `changes`, so it survives a restart. Refuses to touch what something else has changed since.

use crate::change::Change;
use crate::column::Column;
use crate::error::Result;
use crate::table::{candidates, history, outbox};
use sync::About;
use sync::Kind;
use sync::Record;

/// Which way the values go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Back,
    Again,
}

/// Writes the values before (or after) each operation of the change, last operation first when going back.
pub(crate) fn replay(change: &mut Change<'_>, of: i64, direction: Direction) -> Result<()> {
    let mut operations = outbox::of_change(change.connection, of)?;
    if direction == Direction::Back {
        operations.reverse();
    }
    for operation in operations {
        let record = Record::from_bytes(&operation.bytes)?;
        change.amendment = reason_of(&record);
        let values = opposite(change, &record, operation.seq, direction)?;
        change.write(record.about, values)?;
    }
    Ok(())
}

/// Taking back an amendment is an amendment for the same reason.
fn reason_of(record: &Record) -> Option<String> {
    record.fields.iter().find(|write| write.field == "amendment_reason").map(|write| write.value.clone())
}

fn opposite(change: &mut Change<'_>, record: &Record, seq: i64, way: Direction) -> Result<Vec<(Column, String)>> {
    let mut values = Vec::with_capacity(record.fields.len());
    let entry = is_entry(change, record, seq)?;
    let closed = is_closed(change, record)?;
    for write in record.fields.iter().filter(|write| !entry || write.field == "state") {
        let Some(column) = Column::named(&record.about, &write.field) else { continue };
        let (old, new) = history::written(change.connection, &record.about, &write.field, seq)?;
        let (from, to) = if way == Direction::Back { (new, old) } else { (old, new) };
        let last = history::last(change.connection, &record.about, &write.field)?;
        let present = last.map(|(value, _)| value).unwrap_or_default();
        if present == from && (!closed || is_standing(&write.field)) {
            values.push((column, to));
        } else {
            change.receipt.left_alone += 1;
        }
    }
    Ok(values)
}

/// Withdrawn elsewhere, or gone to another centre, since: nothing of the entry is written until they are reinstated.
fn is_closed(change: &Change<'_>, record: &Record) -> Result<bool> {
    let About::Candidate(id) = record.about else { return Ok(false) };
    let state = candidates::read(change.connection, id)?.map(|row| row.state).unwrap_or_default();
    Ok(state == candidates::WITHDRAWN || state == candidates::MOVED)
}

fn is_standing(field: &str) -> bool {
    matches!(field, "state" | "withdrawn_because")
}

/// An undone entry is hidden, not emptied: only its state is written, so that its number and history stay with it.
fn is_entry(change: &Change<'_>, record: &Record, seq: i64) -> Result<bool> {
    if !matches!((&record.about, record.kind), (About::Candidate(_), Kind::Enter | Kind::Import)) {
        return Ok(false);
    }
    if !record.fields.iter().any(|write| write.field == "state") {
        return Ok(false);
    }
    let (old, new) = history::written(change.connection, &record.about, "state", seq)?;
    Ok(old.is_empty() && new == candidates::ENTERED)
}
