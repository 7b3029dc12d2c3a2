//! What the council does with a batch: a pure function of the facts. Owns the decision; refuses to read or write them.

use crate::chain::{chain_start, log_next};
use crate::fault::{Fault, planted};
use crate::frame::Frame;
use crate::identity::Hash;
use crate::keys::PublicKey;
use crate::log::LogEnd;
use crate::message::StreamEnd;
use crate::receipt::{Receipt, Received};
use crate::refusal::RefusalCode;

use super::facts::{Append, Enrolled, Here, PushFacts};
use super::mark::marks;

/// What is done with a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its new part is appended to the log.
    Append(Box<Append>),
    /// All of it is there already: the receipt of the stream's end.
    Repeat(Receipt),
    /// Operations are missing before it; the stored end.
    Gap(StreamEnd),
    /// Another operation stands at its place, or before it. It is kept aside.
    Fork {
        /// The incarnation to open.
        next_incarnation: u64,
    },
    /// Refused whole. Of a revoked device it is kept aside.
    Refuse(RefusalCode),
}

/// Judges a batch. Blocks nothing because of one operation: whatever it says has a place and a mark.
#[must_use]
pub fn receive(frame: &Frame, facts: &PushFacts, here: &Here<'_>) -> Outcome {
    match refusal(frame, facts) {
        Some(code) => Outcome::Refuse(code),
        None => place(frame, facts, here),
    }
}

fn refusal(frame: &Frame, facts: &PushFacts) -> Option<RefusalCode> {
    let device = facts.device.as_ref();
    let signed = |key: &PublicKey| facts.signed_by == Some(*key) || frame.head.is_of(key);
    match device {
        Some(device) if !signed(&device.key) && !planted(Fault::SignatureUnchecked) => {
            return Some(RefusalCode::BadSignature);
        }
        _ => {}
    }
    match Enrolled::barred(device) {
        Some(RefusalCode::ForeignCentre) if planted(Fault::ForeignAccepted) => None,
        Some(RefusalCode::Revoked) if planted(Fault::RevokedAccepted) => None,
        Some(code) => Some(code),
        None => malformed(frame, facts).then_some(RefusalCode::BadBatch),
    }
}

/// A batch whose parts contradict each other: nobody's stream has such a beginning.
fn malformed(frame: &Frame, facts: &PushFacts) -> bool {
    let stream = frame.head.stream();
    let start = chain_start(stream.writer, stream.incarnation);
    let begins_elsewhere = frame.first == 1 && facts.stream.is_none() && frame.before != start;
    frame.operations.is_empty() || stream.incarnation == 0 || begins_elsewhere
}

/// Where it stands to what is stored.
fn place(frame: &Frame, facts: &PushFacts, here: &Here<'_>) -> Outcome {
    let stream = frame.head.stream();
    let start = chain_start(stream.writer, stream.incarnation);
    let (n, h) = facts.stream.as_ref().map_or((0, start), |stored| (stored.n, stored.h));
    let fork = Outcome::Fork { next_incarnation: facts.last_incarnation.max(stream.incarnation).saturating_add(1) };
    if frame.first > n.saturating_add(1) {
        return match facts.behind_fork {
            _ if planted(Fault::GapAppended) => append(frame, frame.first, facts, here),
            true => fork,
            false => Outcome::Gap(StreamEnd { stream, n, tag: h.tag() }),
        };
    }
    let same = match facts.stream {
        Some(stored) if frame.head.n <= n => match facts.h_at_last == Some(frame.head.h) {
            true if planted(Fault::RepeatAppended) => return append(frame, frame.first, facts, here),
            true => return Outcome::Repeat(again(stored.receipt, here)),
            false => false,
        },
        _ => frame.hash_at(n) == Some(h),
    };
    match facts.stream {
        _ if same || planted(Fault::SkipChainCheck) && frame.first == n + 1 => append(frame, n + 1, facts, here),
        Some(stored) if planted(Fault::InsertOrIgnore) => Outcome::Repeat(stored.receipt),
        _ if planted(Fault::ForkOverwritten) => append(frame, frame.first, facts, here),
        _ => fork,
    }
}

/// The receipt kept of the stream's end, in the words of the present life: what was restored is durable here again, and
/// a device believes no receipt of another life.
fn again(kept: Receipt, here: &Here<'_>) -> Receipt {
    if kept.received.epoch == here.epoch {
        kept
    } else {
        Received { epoch: here.epoch, ..kept.received }.sign(here.key)
    }
}

impl Frame {
    /// The chain's hash at a place within the batch, or just before it.
    pub(super) fn hash_at(&self, n: u64) -> Option<Hash> {
        if n.checked_add(1)? == self.first {
            return Some(self.before);
        }
        let index = usize::try_from(n.checked_sub(self.first)?).ok()?;
        self.operations.get(index).map(|operation| operation.h)
    }
}

/// The part of the batch from `first` on, marked, chained to the log, with its receipt.
fn append(frame: &Frame, first: u64, facts: &PushFacts, here: &Here<'_>) -> Outcome {
    let (register, stream, last, h) = (frame.head.register, frame.head.stream(), frame.head.n, frame.head.h);
    let marks = marks(frame, first, facts, here);
    if planted(Fault::BadBatchBlocks) && marks.iter().any(|(_, mark)| mark.standing != crate::Standing::Effective) {
        return Outcome::Refuse(RefusalCode::NoRight);
    }
    let new = frame.operations.iter().skip(usize::try_from(first - frame.first).unwrap_or(usize::MAX));
    let each = marks.iter().flat_map(|(count, mark)| (0..*count).map(|_| *mark));
    let log = new.zip(each).fold(facts.log, |log, (operation, mark)| {
        let mark = if planted(Fault::MarkUnchained) { [0; 3] } else { mark.to_bytes() };
        LogEnd { position: log.position + 1, l: log_next(log.l, operation.h, mark) }
    });
    let received = Received { epoch: here.epoch, register, stream, n: last, h, log, at: here.now };
    let (position, receipt) = (facts.log.position + 1, received.sign(here.key));
    Outcome::Append(Box::new(Append { register, stream, first, last, h, position, marks, log, receipt }))
}
