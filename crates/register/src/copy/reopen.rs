//! Other lives of this copy: after a fork, a restore, or on another computer. Owns how operations that the council has
//! not got are written again in a new incarnation, under the same ids, while the old ones are kept aside.

use std::collections::HashMap;

use rusqlite::Connection;
use sync::{FieldWrite, Hash, Record, StreamId, Tag, UnixMillis, WriterId, chain_next, chain_start};

use super::merge;
use crate::error::{Error, Result};
use crate::register::Register;
use crate::table::{council, history, incarnations, log, outbox, receipts};

impl Register {
    /// Opens `incarnation`, which is written from now on, and carries over into it, as new operations and in this order,
    /// what each of these own streams has beyond the place given: bases that name carried operations name the new ones.
    /// What was carried over is kept aside, never lost and never sent.
    ///
    /// # Errors
    /// [`Error::DoesNotContinue`] when the incarnation is not above those there are, or a stream is not of this
    /// register. Nothing is changed then.
    pub fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<()> {
        self.at_once(|connection| {
            let at = council::read(connection)?.and_then(|council| council.contact).unwrap_or_default();
            let writer = incarnations::last(connection)?.writer;
            carry_over(connection, streams, StreamId { writer, incarnation }, at)
        })
    }

    /// Goes on as a new incarnation above `known`, under this writer: a copy found behind its anchor, or a register
    /// that came from another computer. What other hands wrote here and the council has not got is carried over. Tells
    /// the incarnation.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn continue_as(&mut self, writer: WriterId, known: u64, at: UnixMillis) -> Result<u64> {
        self.at_once(|connection| {
            let incarnation = incarnations::last(connection)?.incarnation.max(known) + 1;
            let left = left_by_others(connection, writer)?;
            carry_over(connection, &left, StreamId { writer, incarnation }, at)?;
            Ok(incarnation)
        })
    }

    /// Makes the register this writer's own, before it is synced, unless it is already: see [`Register::continue_as`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn adopt(&mut self, writer: WriterId, at: UnixMillis) -> Result<bool> {
        let own = incarnations::last(&self.connection)?.writer == writer;
        if own && left_by_others(&self.connection, writer)?.is_empty() {
            return Ok(false);
        }
        self.continue_as(writer, 0, at).map(|_| true)
    }
}

/// Streams of other hands in this register, up to where the council has them, with operations beyond.
fn left_by_others(connection: &Connection, writer: WriterId) -> Result<Vec<(StreamId, u64)>> {
    let epoch = council::read(connection)?.and_then(|council| council.epoch);
    let mut left = Vec::new();
    for stream in incarnations::all(connection)?.into_iter().filter(|stream| stream.writer != writer) {
        let there = receipts::acknowledged(connection, epoch, stream)?.max(log::last_of(connection, stream)?);
        let last = outbox::head(connection, stream.incarnation)?.map_or(0, |(n, _)| n);
        if last > there {
            left.push((stream, there));
        }
    }
    Ok(left)
}

/// The end of the new incarnation, and the names that carried operations bear in it.
struct Carrying<'c> {
    connection: &'c Connection,
    into: StreamId,
    n: u64,
    h: Hash,
    names: HashMap<Tag, Tag>,
}

fn carry_over(connection: &Connection, streams: &[(StreamId, u64)], into: StreamId, at: UnixMillis) -> Result<()> {
    if into.incarnation <= incarnations::last(connection)?.incarnation {
        return Err(Error::does_not_continue(format!("incarnation {} was there before", into.incarnation)));
    }
    let opened = incarnations::Row { incarnation: into.incarnation, writer: into.writer, opened_at: at };
    incarnations::insert(connection, &opened)?;
    let h = chain_start(into.writer, into.incarnation);
    let mut carrying = Carrying { connection, into, n: 0, h, names: HashMap::new() };
    for (stream, common) in streams {
        if !incarnations::is_own(connection, *stream)? {
            return Err(Error::does_not_continue("a stream to be carried over was not written here"));
        }
        let beyond = outbox::from(connection, stream.incarnation, common.saturating_add(1), u32::MAX)?;
        beyond.iter().try_for_each(|row| carrying.carry(row))?;
    }
    if carrying.n > 0 { merge::settle(connection) } else { Ok(()) }
}

impl Carrying<'_> {
    fn carry(&mut self, old: &outbox::Row) -> Result<()> {
        let mut record = Record::from_bytes(&old.bytes)?;
        self.n += 1;
        record.n = self.n;
        record.fields.iter_mut().for_each(|write| self.rename(write));
        let bytes = record.to_bytes();
        self.h = chain_next(self.h, &bytes);
        self.names.insert(old.h.tag(), self.h.tag());
        let seq = outbox::last_seq(self.connection)? + 1;
        let row = outbox::Row { seq, incarnation: self.into.incarnation, n: self.n, bytes, h: self.h };
        outbox::insert(self.connection, outbox::change_of(self.connection, old.seq)?, &row)?;
        outbox::set_aside(self.connection, old.seq, self.into.incarnation)?;
        record.fields.iter().try_for_each(|write| {
            history::carry(self.connection, &record.about, &write.field, old.seq, (seq, self.h.tag()))
        })
    }

    /// An operation that speaks of a carried one speaks of the one that carried it.
    fn rename(&self, write: &mut FieldWrite) {
        let renamed = |tag: Tag| self.names.get(&tag).copied();
        write.base = write.base.map(|base| renamed(base).unwrap_or(base));
        if matches!(write.field.as_str(), "countersigned" | "admitted")
            && let Some(tag) = Tag::parse(&write.value).and_then(renamed)
        {
            write.value = tag.to_string();
        }
    }
}
