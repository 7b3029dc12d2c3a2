//! The desk's copy as the session sees it. Owns that every durable step takes effect whole or, when the crash that waits
//! comes at it, not at all; refuses to decide.

use std::collections::BTreeMap;
use std::rc::Rc;

use sync::circular::SignedCircular;
use sync::fault::{Fault, planted};
use sync::message::{Lease, StreamEnd};
use sync::replica::{Carried, OwnStream, Place, Replica, Taken};
use sync::{
    Epoch, Hash, LogEnd, Passage, Receipt, Record, SecretKey, SignedHead, StreamId, Tag, UnixMillis, log_next,
    log_start,
};

use super::{Desk, Fuse, Kept, Logged, Own, Written};
use crate::opened::opened;

/// The computer lost its power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crashed;

impl Desk {
    /// One durable step on the disk.
    pub(crate) fn step(&mut self, effect: impl FnOnce(&mut Kept)) -> Result<(), Crashed> {
        let (happens, survives) = self.burn();
        if happens {
            effect(Rc::make_mut(&mut self.kept));
        }
        if survives { Ok(()) } else { Err(Crashed) }
    }

    /// Whether a durable step takes effect, and whether the computer lives through it.
    fn burn(&mut self) -> (bool, bool) {
        self.steps += 1;
        match self.fuse {
            Some(Fuse { steps: 0, after }) => {
                self.fuse = None;
                (after, false)
            }
            Some(fuse) => {
                self.fuse = Some(Fuse { steps: fuse.steps - 1, ..fuse });
                (true, true)
            }
            None => (true, true),
        }
    }
}

impl Replica for Desk {
    type Error = Crashed;

    fn place(&self) -> Result<Place, Crashed> {
        let kept = &self.kept;
        let own = |own: &Own| OwnStream {
            stream: own.stream,
            n: own.n(),
            h: own.h(),
            acknowledged: kept.acknowledged(own.stream),
            committed: own.committed,
        };
        Ok(Place {
            register: self.register,
            council: self.council,
            streams: kept.streams.iter().map(own).collect(),
            log: kept.end,
            lineage: kept.lineage(),
            epoch: kept.epoch,
            circular: kept.circulars.iter().map(|signed| signed.circular.number).max().unwrap_or(0),
        })
    }

    fn key(&self) -> &SecretKey {
        &self.key
    }

    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>), Crashed> {
        let own = self.kept.own(stream).ok_or(Crashed)?;
        let before = own.hash_at(first.saturating_sub(1)).ok_or(Crashed)?;
        let from = own.operations.iter().skip(first.saturating_sub(1) as usize).take(limit);
        Ok((before, from.map(|written| written.bytes.to_vec()).collect()))
    }

    fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>, Crashed> {
        let own = self.kept.own(stream).filter(|_| n > 0).and_then(|own| own.hash_at(n));
        let logged = || self.kept.log.iter().find(|logged| (logged.stream, logged.n) == (stream, n));
        Ok(own.or_else(|| logged().map(|logged| logged.written.h)))
    }

    fn anchor(&mut self, end: StreamEnd) -> Result<(), Crashed> {
        let (happens, survives) = self.burn();
        if happens {
            self.anchor = Some(end);
        }
        if survives { Ok(()) } else { Err(Crashed) }
    }

    fn acknowledge(&mut self, receipt: &Receipt) -> Result<(), Crashed> {
        self.step(|kept| kept.receipts.push(*receipt))
    }

    fn committed(&mut self, head: &SignedHead, _: UnixMillis) -> Result<(), Crashed> {
        self.step(|kept| {
            if let Some(own) = kept.streams.iter_mut().find(|own| own.stream == head.stream()) {
                own.committed = own.committed.max(head.n);
            }
        })
    }

    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<(), Crashed> {
        self.shown.changed();
        if planted(Fault::CursorBeforeCommit) {
            Rc::make_mut(&mut self.kept).end = end;
        }
        self.step(|kept| kept.append(operations, carried, end))
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<(), Crashed> {
        self.started();
        self.step(|kept| kept.rewind(common, epoch))
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<(), Crashed> {
        self.shown.changed();
        let writer = self.writer();
        self.step(|kept| kept.reopen(streams, StreamId { writer, incarnation }))
    }

    fn told(&mut self, _: UnixMillis, _: Option<UnixMillis>, leases: &[Lease]) -> Result<(), Crashed> {
        if self.kept.leases == leases { Ok(()) } else { self.step(|kept| kept.leases = leases.to_vec()) }
    }

    fn carried(&self) -> Result<Vec<Carried>, Crashed> {
        let logged: BTreeMap<_, _> =
            self.kept.log.iter().map(|logged| ((logged.stream, logged.n), logged.written.h)).collect();
        let lost = |key: &(StreamId, u64, Hash)| {
            let (stream, last, h) = *key;
            let further = || logged.range((stream, last)..).next().is_some_and(|((of, _), _)| *of == stream);
            let other = self.kept.doubted.contains(key) && logged.get(&(stream, last)).is_some_and(|there| *there != h);
            !self.kept.settled.contains(key) && (other || !further())
        };
        let open = self.kept.carried.iter().filter(|(key, _)| lost(key));
        let batch = |((stream, last, _), frame): (&(StreamId, u64, Hash), &Rc<[u8]>)| Carried {
            stream: *stream,
            last: *last,
            frame: frame.to_vec(),
        };
        Ok(open.map(batch).collect())
    }

    fn settled(&mut self, batch: &Carried) -> Result<(), Crashed> {
        self.step(|kept| kept.settled.extend(key_of(batch)))
    }

    fn proof(&self) -> Result<Option<Receipt>, Crashed> {
        let now = self.kept.receipts.iter().filter(|receipt| Some(receipt.received.epoch) == self.kept.epoch);
        Ok(now.max_by_key(|receipt| receipt.received.log.position).copied())
    }

    fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>, Crashed> {
        let open = self.pictures_shown().into_iter().filter(|hash| !self.kept.sent.contains(hash));
        Ok(open.filter_map(|hash| self.kept.pictures.get(&hash).map(|bytes| (hash, bytes.len() as u32))).collect())
    }

    fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>, Crashed> {
        let missing = self.pictures_shown().into_iter().filter(|hash| !self.kept.pictures.contains_key(hash));
        let here = |hash: &Hash| self.kept.parts.get(hash).map_or(0, |bytes| bytes.len() as u32);
        Ok(missing.map(|hash| (hash, here(&hash))).collect())
    }

    fn picture(&self, hash: Hash) -> Result<Vec<u8>, Crashed> {
        self.kept.pictures.get(&hash).map(|bytes| bytes.to_vec()).ok_or(Crashed)
    }

    fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<(), Crashed> {
        self.step(|kept| {
            if there {
                kept.sent.insert(hash);
            } else {
                kept.sent.remove(&hash);
            }
        })
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool, Crashed> {
        let mut whole = false;
        self.step(|kept| whole = kept.picture_part(hash, offset, size, bytes))?;
        Ok(whole)
    }

    fn circulars(&mut self, new: &[SignedCircular]) -> Result<(), Crashed> {
        self.step(|kept| kept.circulars.extend_from_slice(new))
    }
}

impl Desk {
    /// Whether a batch is carried that ends there.
    pub(crate) fn has_carried(&self, (stream, last): (StreamId, u64)) -> bool {
        self.kept.carried.keys().any(|(of, end, _)| (*of, *end) == (stream, last))
    }
}

fn key_of(batch: &Carried) -> Option<(StreamId, u64, Hash)> {
    Some((batch.stream, batch.last, opened(&batch.frame)?.head.h))
}

impl Kept {
    /// The lives in which the log was taken in, each with its last position.
    #[must_use]
    pub fn lineage(&self) -> Vec<Passage> {
        let mut lineage: Vec<Passage> = Vec::new();
        for (until, Logged { epoch, .. }) in (1..).zip(&self.log) {
            match lineage.last_mut() {
                Some(last) if last.epoch == *epoch => last.until = until,
                _ => lineage.push(Passage { epoch: *epoch, until }),
            }
        }
        lineage
    }

    fn append(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) {
        for taken in operations {
            let own = || self.own(taken.stream)?.operations.get(taken.n.checked_sub(1)? as usize).cloned();
            let bytes = taken.bytes.as_deref().map(Rc::from).or_else(|| own().map(|written| written.bytes));
            let Some(bytes) = bytes else { continue };
            let before = self.log.last().map_or_else(|| log_start(self.register), |logged| logged.l);
            let l = log_next(before, taken.h, taken.mark.to_bytes());
            let Taken { epoch, stream, n, h, mark, at, .. } = *taken;
            self.log.push(Logged { epoch, stream, n, written: Written { bytes, h }, mark, at, l });
        }
        for batch in carried {
            self.carried.extend(key_of(batch).map(|key| (key, batch.frame.as_slice().into())));
        }
        if let Some(last) = self.log.last_mut() {
            last.l = end.l;
        }
        self.end = end;
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) {
        if common < self.end.position && !planted(Fault::NoRewind) {
            self.log.truncate(common as usize);
            let l = self.log.last().map_or_else(|| log_start(self.register), |logged| logged.l);
            self.end = LogEnd { position: common, l };
        }
        self.settled.clear();
        self.doubted = self.carried.keys().copied().collect();
        if self.epoch != Some(epoch) {
            self.epoch = Some(epoch);
            self.sent.clear();
            self.streams.iter_mut().for_each(|own| own.committed = 0);
        }
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], opened: StreamId) {
        let mut new = Own::new(opened);
        let mut renamed: BTreeMap<Tag, Tag> = BTreeMap::new();
        for (stream, common) in streams {
            let Some(own) = self.streams.iter_mut().find(|own| own.stream == *stream) else { continue };
            let beyond = own.operations.split_off(own.operations.len().min(*common as usize));
            own.committed = if own.committed > *common { 0 } else { own.committed };
            for old in &beyond {
                let h = new.push(carried_over(&old.bytes, new.n() + 1, &renamed));
                renamed.insert(old.h.tag(), h.tag());
            }
            self.aside.extend(beyond);
        }
        if planted(Fault::ReopenDrops) {
            new = Own::new(opened);
        }
        self.streams.push(new);
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> bool {
        let part = self.parts.entry(hash).or_default();
        if part.len() as u32 == offset {
            part.extend_from_slice(bytes);
        }
        if (part.len() as u32) < size {
            return false;
        }
        let whole = self.parts.remove(&hash).unwrap_or_default();
        let good = *blake3::hash(&whole).as_bytes() == hash.0 || planted(Fault::PictureUnverified);
        if good {
            self.pictures.insert(hash, whole.into());
        }
        good
    }
}

/// An operation's bytes at another place, with the bases that were carried over before it under their new names. Bytes
/// that do not read go over as they are.
fn carried_over(bytes: &[u8], n: u64, renamed: &BTreeMap<Tag, Tag>) -> Vec<u8> {
    let Ok(mut record) = Record::from_bytes(bytes) else { return bytes.to_vec() };
    record.n = n;
    for base in record.fields.iter_mut().filter_map(|write| write.base.as_mut()) {
        if let Some(new) = renamed.get(base).filter(|_| !planted(Fault::CarriedUnrebased)) {
            *base = *new;
        }
    }
    record.to_bytes()
}
