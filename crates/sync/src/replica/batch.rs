//! Which operations go into the next batch. Owns the choice: as many as the limits bear; refuses to send.

use super::session::Limits;
use super::store::Replica;
use crate::frame::{Frame, MOST_BYTES, MOST_OPERATIONS};
use crate::identity::{RegisterId, StreamId};

/// Operations of an own stream, sealed.
pub(super) struct Batch {
    /// The batch as it travels.
    pub(super) bytes: Vec<u8>,
    /// Its first operation.
    pub(super) first: u64,
    /// Its last.
    pub(super) last: u64,
}

impl Batch {
    /// Seals operations of a stream from `first` to at most `end`; `None`: the first alone is too large for any batch.
    pub(super) fn choose<R: Replica>(
        replica: &R,
        register: RegisterId,
        stream: StreamId,
        (first, end): (u64, u64),
        limits: &Limits,
    ) -> Result<Option<Batch>, R::Error> {
        let waiting = usize::try_from(end.saturating_sub(first).saturating_add(1)).unwrap_or(usize::MAX);
        let most = waiting.min(limits.batch_operations).clamp(1, MOST_OPERATIONS);
        let (before, mut records) = replica.operations(stream, first, most)?;
        records.truncate(most);
        while !records.is_empty() {
            match Frame::seal(replica.key(), register, stream.incarnation, first, before, &records) {
                Ok(bytes) if records.len() == 1 || bytes.len() <= limits.batch_bytes.min(MOST_BYTES) => {
                    return Ok(Some(Batch { bytes, first, last: first + records.len() as u64 - 1 }));
                }
                Ok(bytes) => records.truncate(fewer(records.len(), bytes.len(), limits.batch_bytes)),
                Err(_) => records.truncate(records.len() / 2),
            }
        }
        Ok(None)
    }
}

/// How many operations may fit where so many made so many bytes; fewer in any case, but one.
fn fewer(count: usize, bytes: usize, limit: usize) -> usize {
    (count.saturating_mul(limit) / bytes.max(1) * 15 / 16).clamp(1, count - 1)
}
