//! A batch on its way: consecutive operations of one stream under one signed head. Owns its bytes and their limits;
//! proves itself to whoever has the device's key, whoever carries it. Refuses to judge whether it is welcome.
//!
//! Layout: `format(1 byte) register(6) device(16) incarnation first before(32) count signature(64) body`, numbers without
//! a size being little-endian LEB128 in their shortest form. The head's hash is not sent: it is computed from `before`
//! and the operations, and the signature proves it. The body holds the records column by column (`pack`): bits, and text
//! that is compressed with a dictionary. The signature is on the operations, not on how they are packed.

mod bases;
mod column;
mod dictionary;
mod header;
mod names;
mod numbers;
mod pack;
mod packed;
mod shape;
mod subjects;
mod unpack;

use crate::chain::chain_next;
use crate::head::SignedHead;
use crate::identity::{Hash, RegisterId, StreamId};
use crate::keys::SecretKey;
use crate::refusal::RefusalCode;

use header::Header;

/// The most operations in a frame.
pub const MOST_OPERATIONS: usize = 200;

/// The most bytes of a frame.
pub const MOST_BYTES: usize = 64 << 10;

/// The most bytes of a frame's operations together, unpacked.
pub const MOST_UNPACKED: usize = 1 << 20;

/// An operation's bytes, and the chain's hash there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chained {
    /// The record's bytes, as they were hashed. Of a newer version they may not read as a record.
    pub bytes: Vec<u8>,
    /// The chain's hash after it.
    pub h: Hash,
}

/// An opened batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The end of the batch as its device signed it. The signature is not checked yet: [`SignedHead::is_of`].
    pub head: SignedHead,
    /// The place of the first operation.
    pub first: u64,
    /// The chain's hash before it.
    pub before: Hash,
    /// The operations, at least one.
    pub operations: Vec<Chained>,
}

/// Bytes that are no batch, or operations that make none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// Cut short, altered, empty, or of a newer version.
    #[error("the batch does not read: cut short, altered, or of a newer version")]
    Malformed,
    /// More than [`MOST_UNPACKED`] bytes when unpacked.
    #[error("the batch grows beyond {MOST_UNPACKED} bytes when unpacked")]
    Bomb,
    /// More than [`MOST_OPERATIONS`] or [`MOST_BYTES`].
    #[error("the batch has more than {MOST_OPERATIONS} operations or {MOST_BYTES} bytes")]
    TooLarge,
}

impl FrameError {
    /// The code under which the council refuses it.
    #[must_use]
    pub const fn code(self) -> RefusalCode {
        match self {
            FrameError::Malformed => RefusalCode::BadBatch,
            FrameError::Bomb => RefusalCode::Bomb,
            FrameError::TooLarge => RefusalCode::TooLarge,
        }
    }
}

impl Frame {
    /// Packs and signs consecutive operations, of which the first is `first` and stands after the hash `before`.
    ///
    /// # Errors
    /// `Malformed` without operations; `TooLarge` or `Bomb` when they are more than one frame holds: fewer may fit.
    pub fn seal(
        key: &SecretKey,
        register: RegisterId,
        incarnation: u64,
        first: u64,
        before: Hash,
        records: &[Vec<u8>],
    ) -> Result<Vec<u8>, FrameError> {
        let last = last_place(first, records.len())?;
        if records.iter().map(Vec::len).sum::<usize>() > MOST_UNPACKED {
            return Err(FrameError::Bomb);
        }
        let operations = chained(before, records);
        let h = operations.last().map_or(before, |operation| operation.h);
        let head = SignedHead::sign(key, register, incarnation, last, h);
        let header = Header { head, first, before, count: records.len() }.to_bytes();
        let begin = Begin { stream: head.stream(), first, before };
        let packed = [pack::pack(begin, &operations), pack::pack_as_they_are(&operations)];
        let mut frames = packed.iter().map(|packed| {
            let mut frame = header.clone();
            packed.put_into(&mut frame);
            frame
        });
        // What cannot be unpacked here would be refused for ever there.
        let sound = |frame: &Vec<u8>| Frame::open(frame).is_ok_and(|opened| opened.operations == operations);
        frames.find(sound).ok_or(FrameError::TooLarge)
    }

    /// Unpacks a batch within its limits and computes its chain. The signature is not checked.
    ///
    /// # Errors
    /// When the bytes are no batch of this version, or too many.
    pub fn open(bytes: &[u8]) -> Result<Frame, FrameError> {
        if bytes.len() > MOST_BYTES {
            return Err(FrameError::TooLarge);
        }
        let (Header { mut head, first, before, count }, body) = Header::read(bytes).ok_or(FrameError::Malformed)?;
        head.n = last_place(first, count)?;
        let operations = unpack::unpack(Begin { stream: head.stream(), first, before }, count, body)?;
        head.h = operations.last().map_or(before, |operation| operation.h);
        Ok(Frame { head, first, before, operations })
    }
}

/// Where a batch begins: what its operations' places, identities and hashes are counted from.
#[derive(Clone, Copy)]
struct Begin {
    stream: StreamId,
    first: u64,
    before: Hash,
}

fn chained(before: Hash, records: &[Vec<u8>]) -> Vec<Chained> {
    let link = |h: &mut Hash, bytes: &Vec<u8>| {
        *h = chain_next(*h, bytes);
        Some(Chained { bytes: bytes.clone(), h: *h })
    };
    records.iter().scan(before, link).collect()
}

/// What the dictionary is trained on: the text of a batch as it is before compression.
#[doc(hidden)]
#[must_use]
pub fn text_of(stream: StreamId, first: u64, before: Hash, records: &[Vec<u8>]) -> Vec<u8> {
    pack::pack(Begin { stream, first, before }, &chained(before, records)).text
}

/// The place of the last of so many operations.
fn last_place(first: u64, count: usize) -> Result<u64, FrameError> {
    match count {
        0 => Err(FrameError::Malformed),
        1..=MOST_OPERATIONS if first > 0 => first.checked_add(count as u64 - 1).ok_or(FrameError::Malformed),
        1..=MOST_OPERATIONS => Err(FrameError::Malformed),
        _ => Err(FrameError::TooLarge),
    }
}

#[cfg(test)]
mod tests;
