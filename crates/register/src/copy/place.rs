//! Where the copy stands, and what was written here.

use rusqlite::Connection;
use sync::replica::{OwnStream, Place};
use sync::{Hash, LogEnd, RegisterId, StreamId, chain_start, log_start};

use crate::error::{Error, Result};
use crate::read::Reading;
use crate::table::{circulars, council, incarnations, log, outbox, receipts};

impl Reading<'_> {
    /// Where the copy stands.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`]; or when it cannot be read, as for every method here.
    pub fn place(&self) -> Result<Place> {
        let council = council::read(self.connection)?.ok_or(Error::NotEnrolled)?;
        let writer = incarnations::last(self.connection)?.writer;
        let mut streams = incarnations::all(self.connection)?;
        streams.retain(|stream| stream.writer == writer);
        let own = |stream: StreamId| own_stream(self.connection, stream, council.epoch);
        Ok(Place {
            register: council.register,
            council: council.key,
            streams: streams.into_iter().map(own).collect::<Result<_>>()?,
            log: end(self.connection, council.register)?,
            lineage: log::lineage(self.connection)?,
            epoch: council.epoch,
            circular: circulars::newest(self.connection)?,
        })
    }

    /// Own operations of a stream from `first` on, at most `limit`, with the hash before the first.
    ///
    /// # Errors
    /// [`Error::DoesNotContinue`] when the stream is not of this register, or ends before.
    pub fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>)> {
        let before = match first {
            0 | 1 => Some(chain_start(stream.writer, stream.incarnation)),
            _ => own_hash_at(self.connection, stream, first - 1)?,
        };
        let before = before.ok_or_else(|| Error::does_not_continue(format!("it has no operation {first}")))?;
        if !incarnations::is_own(self.connection, stream)? {
            return Err(Error::does_not_continue("the stream was not written here"));
        }
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let rows = outbox::from(self.connection, stream.incarnation, first.max(1), limit)?;
        Ok((before, rows.into_iter().map(|row| row.bytes).collect()))
    }

    /// The hash at a place of a stream, counted from 1: of an own stream as written here; else, and beyond an own
    /// stream's end, as the copy of the log has it. `None` where neither reaches.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>> {
        match own_hash_at(self.connection, stream, n)? {
            Some(h) => Ok(Some(h)),
            None => log::hash_at(self.connection, stream, n),
        }
    }
}

pub(super) fn end(connection: &Connection, register: RegisterId) -> Result<LogEnd> {
    let start = || LogEnd { position: 0, l: log_start(register) };
    Ok(log::end(connection)?.unwrap_or_else(start))
}

fn own_stream(connection: &Connection, stream: StreamId, epoch: Option<sync::Epoch>) -> Result<OwnStream> {
    let start = || (0, chain_start(stream.writer, stream.incarnation));
    let (n, h) = outbox::head(connection, stream.incarnation)?.unwrap_or_else(start);
    let acknowledged = receipts::acknowledged(connection, epoch, stream)?;
    let committed = receipts::committed(connection, epoch, stream)?;
    Ok(OwnStream { stream, n, h, acknowledged, committed })
}

/// The hash of an operation that was written here and not carried over.
fn own_hash_at(connection: &Connection, stream: StreamId, n: u64) -> Result<Option<Hash>> {
    if n == 0 || !incarnations::is_own(connection, stream)? {
        return Ok(None);
    }
    let last = outbox::head(connection, stream.incarnation)?.map_or(0, |(n, _)| n);
    if n > last { Ok(None) } else { outbox::hash_at(connection, stream.incarnation, n) }
}
