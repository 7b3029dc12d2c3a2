//! Whether a piece of the council's log is what it says: its batches read, every stream's chain goes on where the copy
//! has it, and the log's chain ends where the council says. Owns the verdict; refuses to change anything.

use std::collections::BTreeMap;

use super::{Place, Replica};
use crate::chain::{chain_start, log_next, log_start};
use crate::fault::{Fault, planted};
use crate::frame::{Frame, MOST_OPERATIONS};
use crate::identity::{Hash, StreamId};
use crate::log::{LogEnd, Mark};
use crate::message::{Pulled, Run, Source};
use crate::replica::store::{Carried, OwnStream, Taken};

/// What is to be said of a piece of the log.
pub(super) enum Verdict {
    /// It holds.
    Sound(Taking),
    /// It does not.
    Unsound,
    /// It has an own stream otherwise than this copy: hello tells what to do.
    Otherwise,
}

/// A piece that holds.
#[derive(Debug)]
pub(super) struct Taking {
    pub(super) operations: Vec<Taken>,
    pub(super) carried: Vec<Carried>,
    pub(super) end: LogEnd,
}

/// Verifies a piece that follows the copy, or, `afresh`, one from the first position whatever the copy has.
pub(super) fn verify<R: Replica>(
    replica: &R,
    place: &Place,
    afresh: bool,
    pulled: Pulled,
) -> Result<Verdict, R::Error> {
    let end = if afresh { LogEnd { position: 0, l: log_start(place.register) } } else { place.log };
    let taking = Taking { operations: Vec::new(), carried: Vec::new(), end };
    let mut reader = Reader { replica, place, afresh, seen: BTreeMap::new(), taking };
    for run in pulled.runs {
        match reader.read(&run)? {
            Sound::Yes => {}
            Sound::No => return Ok(Verdict::Unsound),
            Sound::Otherwise => return Ok(Verdict::Otherwise),
        }
    }
    let mut taking = reader.taking;
    if planted(Fault::RunUnverified) && !taking.operations.is_empty() {
        taking.end = pulled.log;
    }
    Ok(match taking.end == pulled.log {
        true => Verdict::Sound(taking),
        // It has less than the copy by now: it was restored since hello.
        false if taking.operations.is_empty() && pulled.log.position < taking.end.position => Verdict::Otherwise,
        false => Verdict::Unsound,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Yes,
    No,
    Otherwise,
}

struct Reader<'r, R> {
    replica: &'r R,
    place: &'r Place,
    afresh: bool,
    /// The ends of streams in the piece so far.
    seen: BTreeMap<StreamId, (u64, Hash)>,
    taking: Taking,
}

impl<R: Replica> Reader<'_, R> {
    fn read(&mut self, run: &Run) -> Result<Sound, R::Error> {
        let count: u64 = run.marks.iter().map(|(count, _)| u64::from(*count)).sum();
        let last = run.first.saturating_add(count).saturating_sub(1);
        if run.first == 0 || !(1..=MOST_OPERATIONS as u64).contains(&count) || last == u64::MAX {
            return Ok(Sound::No);
        }
        match &run.source {
            Source::Known => self.known(run, last),
            Source::Frame(bytes) => match Frame::open(bytes) {
                Ok(frame) => self.framed(run, last, &frame, bytes),
                Err(_) => Ok(Sound::No),
            },
        }
    }

    fn own(&self, stream: StreamId) -> Option<&OwnStream> {
        self.place.streams.iter().find(|own| own.stream == stream)
    }

    /// A run of an own stream: its operations are here.
    fn known(&mut self, run: &Run, last: u64) -> Result<Sound, R::Error> {
        if self.own(run.stream).is_none_or(|own| own.n < last) {
            return Ok(Sound::No);
        }
        let mut operations = Vec::new();
        for n in run.first..=last {
            match self.replica.hash_at(run.stream, n)? {
                Some(h) => operations.push((h, None)),
                None => return Ok(Sound::No),
            }
        }
        self.append(run, operations);
        Ok(Sound::Yes)
    }

    /// A run that came in a signed batch.
    fn framed(&mut self, run: &Run, last: u64, frame: &Frame, bytes: &[u8]) -> Result<Sound, R::Error> {
        let reaches = frame.first <= run.first && last <= frame.head.n;
        if frame.head.register != self.place.register || frame.head.stream() != run.stream || !reaches {
            return Ok(Sound::No);
        }
        let before = self.hash_before(run.stream, run.first)?;
        if before.is_none() || before != hash_in(frame, run.first - 1) || !self.is_signed(frame) {
            return Ok(Sound::No);
        }
        let own = self.own(run.stream).map_or(0, |own| own.n);
        let written_now = self.place.streams.last().is_some_and(|own| own.stream == run.stream);
        if written_now && last > own {
            return Ok(Sound::Otherwise);
        }
        let mut operations = Vec::new();
        for (n, operation) in (frame.first..).zip(&frame.operations).filter(|(n, _)| (run.first..=last).contains(n)) {
            if n <= own && self.replica.hash_at(run.stream, n)? != Some(operation.h) {
                return Ok(Sound::Otherwise);
            }
            operations.push((operation.h, (n > own).then(|| operation.bytes.clone())));
        }
        if last > own {
            let batch = Carried { stream: run.stream, last: frame.head.n, frame: bytes.to_vec() };
            self.taking.carried.push(batch);
        }
        self.append(run, operations);
        Ok(Sound::Yes)
    }

    /// Of the council and of this device itself the keys are known; others' batches the council vouches for.
    fn is_signed(&self, frame: &Frame) -> bool {
        let own = self.replica.key().public();
        let keys = [own, self.place.council];
        let known = keys.iter().find(|key| key.device() == frame.head.device);
        known.is_none_or(|key| frame.head.is_of(key))
    }

    /// The hash before an operation, as the piece so far or the copy has it.
    fn hash_before(&self, stream: StreamId, n: u64) -> Result<Option<Hash>, R::Error> {
        let before = n - 1;
        match self.seen.get(&stream) {
            _ if before == 0 => Ok(Some(chain_start(stream.writer, stream.incarnation))),
            Some((seen, h)) => Ok((*seen == before).then_some(*h)),
            None if self.afresh && self.own(stream).is_none_or(|own| own.n < before) => Ok(None),
            None => self.replica.hash_at(stream, before),
        }
    }

    fn append(&mut self, run: &Run, operations: Vec<(Hash, Option<Vec<u8>>)>) {
        let marks = run.marks.iter().flat_map(|(count, mark)| (0..*count).map(|_| *mark));
        for ((n, (h, bytes)), mark) in (run.first..).zip(operations).zip(marks) {
            self.seen.insert(run.stream, (n, h));
            self.take(run, n, h, mark, bytes);
        }
    }

    fn take(&mut self, run: &Run, n: u64, h: Hash, mark: Mark, bytes: Option<Vec<u8>>) {
        let LogEnd { position, l } = self.taking.end;
        let end = LogEnd { position: position + 1, l: log_next(l, h, mark.to_bytes()) };
        let (epoch, at, stream, position) = (run.epoch, run.at, run.stream, end.position);
        self.taking.operations.push(Taken { position, epoch, stream, n, h, mark, at, bytes });
        self.taking.end = end;
    }
}

/// The chain's hash at a place within a batch, or just before it.
fn hash_in(frame: &Frame, n: u64) -> Option<Hash> {
    if n + 1 == frame.first {
        return Some(frame.before);
    }
    let index = usize::try_from(n.checked_sub(frame.first)?).ok()?;
    frame.operations.get(index).map(|operation| operation.h)
}
