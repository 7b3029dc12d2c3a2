//! Making the register show what the fold does. Owns what history says of a merge: who wrote what, when, from what to
//! what, under changes that are never undone here; refuses to decide a value.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use sync::fold::{Fold, is_remark};
use sync::{About, CandidateId, Kind, Record, SlipId, Tag};

use super::folding::{apply, folded, wrote};
use crate::column::Column;
use crate::error::Result;
use crate::table::history::Written;
use crate::table::{self, candidates, changes, council, history, issued_numbers, log, outbox};

/// A merge under way: the places that it takes in history.
struct Merge<'c> {
    connection: &'c Connection,
    seq: i64,
}

/// Merges what stands in the log after a position: each operation of others into history, then all as the fold has it.
pub(crate) fn merge(connection: &Connection, after: u64) -> Result<()> {
    let mut merge = Merge { connection, seq: outbox::last_seq(connection)? };
    let fold = folded(connection, |fold, row, record| match row.own || row.position <= after {
        true => apply(fold, row, record),
        false => merge.watch(fold, row, record),
    })?;
    merge.settle(&fold)
}

/// Makes tables and history what the fold shows, after something else than the log's growth changed it.
pub(crate) fn settle(connection: &Connection) -> Result<()> {
    let mut merge = Merge { connection, seq: outbox::last_seq(connection)? };
    let fold = super::fold(connection)?;
    merge.settle(&fold)
}

impl Merge<'_> {
    /// Applies an operation of others and notes in history what it changed.
    fn watch(&mut self, fold: &mut Fold, row: &log::Row, record: &Record) -> Result<()> {
        let before = |fold: &Fold, field: &str| fold.value(&record.about, field).unwrap_or_default().to_owned();
        let old: Vec<_> = record.fields.iter().map(|write| before(fold, &write.field)).collect();
        apply(fold, row, record)?;
        let tag = Some(row.h.tag());
        let shown = |field: &str| wrote(fold, tag, &record.about, field);
        if !record.fields.iter().any(|write| shown(&write.field)) {
            return Ok(());
        }
        let change = self.change(Some(record))?;
        for (write, old) in record.fields.iter().zip(&old) {
            let field = write.field.as_str();
            if shown(field) || is_remark(field) {
                let new = fold.value(&record.about, field).unwrap_or(&write.value);
                history::insert(
                    self.connection,
                    record.about.key(),
                    self.seq,
                    change,
                    &Written { field, old, new, tag },
                )?;
            }
        }
        Ok(())
    }

    /// A change for an operation, at a new place in history; `None`: nobody's.
    fn change(&mut self, record: Option<&Record>) -> Result<i64> {
        self.seq += 1;
        match record {
            Some(record) => changes::insert_merged(self.connection, record.kind, &record.actor, record.at),
            None => {
                let now = council::read(self.connection)?.and_then(|council| council.contact).unwrap_or_default();
                changes::insert_merged(self.connection, Kind::Merge, "", now)
            }
        }
    }

    fn settle(&mut self, fold: &Fold) -> Result<()> {
        self.correct_history(fold)?;
        self.correct_tables(fold)?;
        fold.numbers().iter().try_for_each(|(number, id)| issued_numbers::settle(self.connection, *number, *id))?;
        council::set_seq(self.connection, self.seq)
    }

    /// Where history does not end with what is shown, the operation that wrote it is said to have done so now.
    fn correct_history(&mut self, fold: &Fold) -> Result<()> {
        let mut told = history::present(self.connection)?;
        let mut wrong = BTreeMap::<Option<Tag>, Vec<_>>::new();
        for (about, field, value, tag) in fold.cells() {
            let (old, by) = told.remove(&(about.key(), field.to_owned())).unwrap_or_default();
            if old != value || !wrote(fold, by, &about, field) {
                wrong.entry(tag).or_default().push((about.key(), field.to_owned(), old, value.to_owned()));
            }
        }
        told.retain(|(_, field), (value, tag)| !is_remark(field) && (!value.is_empty() || tag.is_some()));
        let gone = told.into_iter().map(|((about, field), (old, _))| (about, field, old, String::new()));
        wrong.entry(None).or_default().extend(gone);
        wrong
            .into_iter()
            .filter(|(_, writes)| !writes.is_empty())
            .try_for_each(|(tag, writes)| self.correct(tag, &writes))
    }

    fn correct(&mut self, tag: Option<Tag>, writes: &[([u8; 16], String, String, String)]) -> Result<()> {
        let bytes = tag.map(|tag| log::bytes_of(self.connection, tag)).transpose()?.flatten();
        let record = bytes.and_then(|bytes| Record::from_bytes(&bytes).ok());
        let change = self.change(record.as_ref())?;
        writes.iter().try_for_each(|(about, field, old, new)| {
            history::insert(self.connection, *about, self.seq, change, &Written { field, old, new, tag })
        })
    }

    fn correct_tables(&mut self, fold: &Fold) -> Result<()> {
        let mut state: BTreeMap<([u8; 16], String), String> =
            table::state(self.connection)?.into_iter().map(|(about, field, value)| ((about, field), value)).collect();
        let mut known: BTreeSet<[u8; 16]> = candidates::ids(self.connection)?;
        for (about, field, value, _) in fold.cells().filter(|(_, _, value, _)| !value.is_empty()) {
            if state.remove(&(about.key(), field.to_owned())).as_deref() == Some(value) {
                continue;
            }
            if let About::Candidate(id) = about
                && known.insert(id.0)
            {
                self.seq += 1;
                candidates::know(self.connection, self.seq, id)?;
            }
            table::set(self.connection, &about, &Column::of(&about, field), value)?;
        }
        state.into_keys().try_for_each(|(key, field)| {
            let about = about(key, &known);
            table::set(self.connection, &about, &Column::of(&about, &field), "")
        })
    }
}

/// What a key stands for: a value that is gone does not say it.
fn about(key: [u8; 16], candidates: &BTreeSet<[u8; 16]>) -> About {
    match key {
        key if key == About::Centre.key() => About::Centre,
        key if candidates.contains(&key) => About::Candidate(CandidateId(key)),
        key => About::Slip(SlipId(key)),
    }
}
