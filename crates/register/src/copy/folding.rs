//! The fold of this register: the copy of the log with own operations that are not in it on top. Owns how it is built
//! from the tables, and whether tables and history agree with it.

use std::collections::BTreeSet;

use regulations::CentreCode;
use rusqlite::Connection;
use sync::fold::{Fold, is_remark};
use sync::{About, Hash, Record, RegisterId, StreamId, Tag, chain_next, chain_start, log_next, log_start};

use crate::column::CentreField;
use crate::error::{Error, Result};
use crate::table::{self, Placed, council, history, log, outbox};

/// Which register this is: as enrolled, before that by its centre's details.
pub(crate) fn register_of(connection: &Connection) -> Result<RegisterId> {
    if let Some(council) = council::read(connection)? {
        return Ok(council.register);
    }
    let centre = table::centre::read(connection)?;
    let detail = |field: CentreField| centre.get(field as usize).map(String::as_str).unwrap_or_default();
    let code = CentreCode::parse(detail(CentreField::Code)).ok();
    let centre = code.and_then(|code| code.to_string().parse().ok()).unwrap_or_default();
    Ok(RegisterId { centre, year: detail(CentreField::Year).parse().unwrap_or_default() })
}

/// The fold as it is now.
pub(crate) fn fold(connection: &Connection) -> Result<Fold> {
    folded(connection, apply)
}

/// The fold; each operation of the log goes through `apply`.
pub(crate) fn folded(
    connection: &Connection,
    mut apply: impl FnMut(&mut Fold, &log::Row, &Record) -> Result<()>,
) -> Result<Fold> {
    let mut fold = Fold::new(register_of(connection)?);
    log::for_each(connection, |row| match Record::from_bytes(&row.bytes) {
        Ok(record) => apply(&mut fold, &row, &record),
        Err(_) => {
            fold.apply_unreadable(row.position, row.stream, row.n, row.h, row.mark, row.at);
            Ok(())
        }
    })?;
    for (writer, row) in outbox::not_in_log(connection)? {
        let stream = StreamId { writer, incarnation: row.incarnation };
        fold.apply_own(stream, row.n, row.h, &Record::from_bytes(&row.bytes)?);
    }
    Ok(fold)
}

pub(crate) fn apply(fold: &mut Fold, row: &log::Row, record: &Record) -> Result<()> {
    fold.apply(row.position, row.stream, row.n, row.h, record, row.mark, row.at);
    Ok(())
}

/// Whether the log is one chain of chained streams, and tables and history show what the fold does.
pub(crate) fn check(connection: &Connection, state: &BTreeSet<Placed>) -> Result<()> {
    chains(connection)?;
    let fold = fold(connection)?;
    let shown = fold.values().into_iter().map(|((about, field), value)| (about.key(), field, value)).collect();
    if let Some((_, field, _)) = state.symmetric_difference(&shown).next() {
        return Err(Error::corrupt(format!("{field} is not what the operations come to")));
    }
    let mut told = history::present(connection)?;
    told.retain(|(_, field), _| !is_remark(field));
    for (about, field, value, _) in fold.cells() {
        let told = told.remove(&(about.key(), field.to_owned()));
        if told.as_ref().is_none_or(|(last, by)| last != value || !wrote(&fold, *by, &about, field)) {
            return Err(Error::corrupt(format!("the history of {field} does not end with what is shown")));
        }
    }
    match told.into_iter().find(|(_, (value, _))| !value.is_empty()) {
        Some(((_, field), _)) => Err(Error::corrupt(format!("nothing wrote what the history of {field} says"))),
        None => Ok(()),
    }
}

/// Whether a base taken from history fits the value shown.
pub(super) fn wrote(fold: &Fold, by: Option<Tag>, about: &About, field: &str) -> bool {
    by.is_some_and(|tag| fold.wrote(tag, about, field))
}

fn chains(connection: &Connection) -> Result<()> {
    let mut ends = std::collections::BTreeMap::<StreamId, (u64, Hash)>::new();
    let (mut position, mut l) = (0, log_start(register_of(connection)?));
    log::for_each(connection, |row| {
        let start = || (0, chain_start(row.stream.writer, row.stream.incarnation));
        let (n, h) = ends.get(&row.stream).copied().unwrap_or_else(start);
        let (next, h) = (n + 1, chain_next(h, &row.bytes));
        (position, l) = (position + 1, log_next(l, h, row.mark.to_bytes()));
        if (row.position, row.n, row.h, row.l) != (position, next, h, l) {
            return Err(Error::corrupt(format!("position {position} does not continue the log")));
        }
        ends.insert(row.stream, (next, h));
        Ok(())
    })
}
