//! One file a table: the only SQL of a register besides its migrations. A table's file owns its rows' reading and
//! writing; it refuses to decide anything.

pub(crate) mod acknowledgements;
pub(crate) mod candidates;
pub(crate) mod carried;
pub(crate) mod centre;
pub(crate) mod changes;
pub(crate) mod circulars;
pub(crate) mod council;
pub(crate) mod history;
pub(crate) mod incarnations;
pub(crate) mod issued_numbers;
pub(crate) mod leases;
pub(crate) mod log;
pub(crate) mod other_values;
pub(crate) mod outbox;
pub(crate) mod papers;
pub(crate) mod photographs;
pub(crate) mod receipts;
pub(crate) mod slips;

use rusqlite::Connection;

use crate::column::Column;
use crate::error::{Error, Result};
use sync::About;

/// The value of a field that is either so or not; not so is empty.
pub(crate) const YES: &str = "yes";

/// Sets one field where it belongs.
pub(crate) fn set(connection: &Connection, about: &About, column: &Column, value: &str) -> Result<()> {
    match (about, column) {
        (_, Column::Remark(_)) => Ok(()),
        (_, Column::Beside(field) | Column::Other(field)) => other_values::set(connection, about, field, value),
        (_, Column::Acknowledged(rule)) => acknowledgements::set(connection, about, rule, value),
        (About::Centre, Column::Centre(field)) => centre::set(connection, *field, value),
        (About::Slip(id), Column::Slip(field)) => slips::set(connection, *id, *field, value),
        (About::Candidate(id), Column::Paper(paper)) => papers::set(connection, *id, *paper, value),
        (About::Candidate(id), _) => candidates::set(connection, *id, column, value),
        _ => Err(Error::corrupt(format!("no place for the field {}", column.name()))),
    }
}

/// A value of a register's state, as history names it.
pub(crate) type Placed = ([u8; 16], String, String);

/// Every value that is not empty, table by table: what the digest is made of.
pub(crate) fn state(connection: &Connection) -> Result<Vec<Placed>> {
    let mut all = centre::state(connection)?;
    all.extend(candidates::state(connection)?);
    all.extend(papers::state(connection)?);
    all.extend(acknowledgements::state(connection)?);
    all.extend(slips::state(connection)?);
    all.extend(other_values::state(connection)?);
    Ok(all)
}
