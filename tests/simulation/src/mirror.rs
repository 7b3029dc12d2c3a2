//! The council's log of one register as seen from outside, position by position. Owns what was there once, so that a
//! later look shows whether it still is; refuses to trust the store's own word for it.

use std::collections::BTreeMap;
use std::rc::Rc;

use sync::authority::{Ledger, StoredRun};
use sync::fold::Fold;
use sync::{Hash, LogEnd, Record, RegisterId, StreamId, log_next, log_start};

use crate::desk::{Logged, Written};
use crate::invariant::i07_numbers::Issued;
use crate::opened::opened;

/// An operation of the log, read.
#[derive(Clone)]
pub struct Seen {
    /// It, with what was said of it.
    pub logged: Logged,
    /// What it says; `None` when its bytes do not read.
    pub record: Option<Rc<Record>>,
}

impl Seen {
    /// Applies it.
    pub fn apply(&self, fold: &mut Fold, position: u64) {
        let Logged { stream, n, written, mark, at, .. } = &self.logged;
        match &self.record {
            Some(record) => fold.apply(position, *stream, *n, written.h, record, *mark, *at),
            None => fold.apply_unreadable(position, *stream, *n, written.h, *mark, *at),
        }
    }
}

/// The log of one register.
#[derive(Clone)]
pub struct Mirror {
    /// The register.
    pub register: RegisterId,
    /// Its operations, from position 1.
    pub seen: Vec<Seen>,
    /// The hashes of each stream, from 1, in the order in which they came.
    pub streams: BTreeMap<StreamId, Vec<Hash>>,
    /// The batch of which each operation was part when it came: its first operation here, and its last.
    pub together: BTreeMap<(StreamId, u64), u64>,
    /// To whom each number was issued, when it was last looked at.
    pub issued: Issued,
    fold: Fold,
}

impl Mirror {
    /// An empty log.
    #[must_use]
    pub fn new(register: RegisterId) -> Mirror {
        Mirror {
            register,
            seen: Vec::new(),
            streams: BTreeMap::new(),
            together: BTreeMap::new(),
            issued: Issued::new(),
            fold: Fold::new(register),
        }
    }

    /// Its end, by its own count.
    #[must_use]
    pub fn end(&self) -> LogEnd {
        let l = self.seen.last().map_or_else(|| log_start(self.register), |seen| seen.logged.l);
        LogEnd { position: self.seen.len() as u64, l }
    }

    /// Looks at what was appended. An error is a sentence: what was there is no longer, or does not hang together.
    ///
    /// # Errors
    /// When the store gives no answer, which a store under test always does.
    pub fn look<L: Ledger>(&mut self, ledger: &mut L) -> Result<Option<String>, L::Error> {
        let (here, there) = (self.end(), ledger.log_end(self.register)?);
        if here == there {
            return Ok(None);
        }
        if ledger.log_at(self.register, here.position)? != Some(here.l) {
            return Ok(Some(format!("the log of {} no longer has what stood up to {}", self.register, here.position)));
        }
        for run in ledger.runs(self.register, here.position, usize::MAX)? {
            if let Some(sentence) = self.take(&run) {
                return Ok(Some(sentence));
            }
        }
        let end = self.end();
        let whole = end == there;
        Ok((!whole).then(|| format!("the log of {} ends at {there:?}; what it holds ends at {end:?}", self.register)))
    }

    fn take(&mut self, run: &StoredRun) -> Option<String> {
        let Some(frame) = opened(&run.frame) else { return Some("a stored batch does not open".into()) };
        let stream = self.streams.entry(run.stream).or_default();
        if run.first != stream.len() as u64 + 1 {
            return Some(format!("operation {} of {:?} came after {}", run.first, run.stream, stream.len()));
        }
        let marks: Vec<_> =
            run.marks.iter().flat_map(|(count, mark)| std::iter::repeat_n(*mark, *count as usize)).collect();
        let new = (frame.first..).zip(&frame.operations).filter(|(n, _)| (run.first..=run.last).contains(n));
        let mut l = self.seen.last().map_or_else(|| log_start(self.register), |seen| seen.logged.l);
        for ((n, operation), mark) in new.zip(marks) {
            stream.push(operation.h);
            l = log_next(l, operation.h, mark.to_bytes());
            let written = Written { bytes: operation.bytes.as_slice().into(), h: operation.h };
            let record = Record::from_bytes(&operation.bytes).ok().map(Rc::new);
            let logged = Logged { epoch: run.epoch, stream: run.stream, n, written, mark, at: run.at, l };
            let seen = Seen { logged, record };
            seen.apply(&mut self.fold, self.seen.len() as u64 + 1);
            self.together.insert((run.stream, n), run.last);
            self.seen.push(seen);
        }
        None
    }

    /// The fold of it.
    #[must_use]
    pub fn fold(&self) -> &Fold {
        &self.fold
    }

    /// Whether the `n`-th operation of its stream came in the same batch, at the same time.
    #[must_use]
    pub fn came_together(&self, logged: &Logged, n: u64) -> bool {
        self.together.get(&(logged.stream, logged.n)).is_some_and(|last| n <= *last)
    }

    /// The hash that the log has at a place of a stream.
    #[must_use]
    pub fn hash_at(&self, stream: StreamId, n: u64) -> Option<Hash> {
        self.streams.get(&stream)?.get(n.checked_sub(1)? as usize).copied()
    }
}
