//! The council in memory: the real decisions over the smallest ledger. A clone of it is a backup.

use std::collections::{BTreeMap, BTreeSet};

use super::copy::{Never, REGISTER};
use crate::authority::{
    self, Append, Enrolled, Here, Ledger, Pictures, Quarantined, QuarantinedBecause, StoredRun, StoredStream,
    answer_picture,
};
use crate::circular::SignedCircular;
use crate::frame::Frame;
use crate::message::{Answer, Lease, Request, StreamEnd};
use crate::*;

#[derive(Clone)]
pub(super) struct Council {
    pub(super) key: SecretKey,
    pub(super) lives: Vec<Epoch>,
    pub(super) devices: BTreeMap<DeviceId, PublicKey>,
    pub(super) revoked: BTreeSet<DeviceId>,
    pub(super) streams: BTreeMap<StreamId, (StoredStream, Vec<Hash>)>,
    pub(super) runs: Vec<StoredRun>,
    pub(super) chain: Vec<Hash>,
    pub(super) aside: Vec<Quarantined>,
    pub(super) heads: Vec<SignedHead>,
    pub(super) circulars: Vec<SignedCircular>,
    pub(super) pictures: BTreeMap<Hash, Vec<u8>>,
    pub(super) whole: BTreeSet<Hash>,
}

impl Council {
    pub(super) fn new() -> Council {
        Council {
            key: SecretKey::of(&[200; 32]),
            lives: vec![Epoch([1; 8])],
            devices: BTreeMap::new(),
            revoked: BTreeSet::new(),
            streams: BTreeMap::new(),
            runs: Vec::new(),
            chain: Vec::new(),
            aside: Vec::new(),
            heads: Vec::new(),
            circulars: Vec::new(),
            pictures: BTreeMap::new(),
            whole: BTreeSet::new(),
        }
    }

    pub(super) fn enrol(&mut self, key: &SecretKey) {
        self.devices.insert(key.public().device(), key.public());
    }

    pub(super) fn epoch(&self) -> Epoch {
        *self.lives.last().unwrap()
    }

    pub(super) fn answer(&mut self, request: Request) -> Answer {
        let key = self.key.clone();
        let here = Here { epoch: self.epoch(), now: UnixMillis(1_000 + self.chain.len() as i64), key: &key };
        let answer = match request {
            request if request.is_about_pictures() => answer_picture(self, request),
            request => authority::answer(self, &here, request),
        };
        answer.unwrap()
    }

    /// What is in the log, as `writer's incarnation:n`.
    pub(super) fn end(&self) -> LogEnd {
        let l = self.chain.last().copied().unwrap_or_else(|| log_start(REGISTER));
        LogEnd { position: self.chain.len() as u64, l }
    }
}

impl Ledger for Council {
    type Error = Never;

    fn enrolled(&mut self, device: DeviceId, register: RegisterId) -> Result<Option<Enrolled>, Never> {
        let revoked = self.revoked.contains(&device);
        let of = |key: &PublicKey| Enrolled { key: *key, role: Role::Clerk, revoked, in_scope: register == REGISTER };
        Ok(self.devices.get(&device).map(of))
    }

    fn stream(&mut self, stream: StreamId) -> Result<Option<StoredStream>, Never> {
        Ok(self.streams.get(&stream).map(|(stored, _)| *stored))
    }

    fn hash_at(&mut self, stream: StreamId, n: u64) -> Result<Option<Hash>, Never> {
        let hashes = self.streams.get(&stream).map(|(_, hashes)| hashes);
        Ok(hashes.zip(n.checked_sub(1)).and_then(|(hashes, index)| hashes.get(index as usize).copied()))
    }

    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Result<Vec<Hash>, Never> {
        let hashes = self.streams.get(&stream).map_or(&[][..], |(_, hashes)| hashes);
        Ok(hashes.iter().skip(first as usize - 1).take(limit).copied().collect())
    }

    fn streams_of(&mut self, _: RegisterId) -> Result<Vec<StreamEnd>, Never> {
        let end = |(id, (stored, _)): (&StreamId, &(StoredStream, Vec<Hash>))| StreamEnd {
            stream: *id,
            n: stored.n,
            tag: stored.h.tag(),
        };
        Ok(self.streams.iter().map(end).collect())
    }

    fn last_incarnation(&mut self, writer: WriterId) -> Result<u64, Never> {
        let known = self.streams.keys().chain(self.aside.iter().map(|batch| &batch.stream));
        Ok(known.filter(|stream| stream.writer == writer).map(|stream| stream.incarnation).max().unwrap_or(0))
    }

    fn log_end(&mut self, _: RegisterId) -> Result<LogEnd, Never> {
        Ok(self.end())
    }

    fn log_at(&mut self, _: RegisterId, position: u64) -> Result<Option<Hash>, Never> {
        let Some(index) = position.checked_sub(1) else { return Ok(Some(log_start(REGISTER))) };
        Ok(self.chain.get(index as usize).copied())
    }

    fn last_position_in(&mut self, _: RegisterId, epoch: Epoch) -> Result<Option<u64>, Never> {
        let Some(until) = self.lives.iter().position(|life| *life == epoch) else { return Ok(None) };
        let last = self.runs.iter().rev().find(|run| self.lives[..=until].contains(&run.epoch));
        Ok(Some(last.map_or(0, |run| run.log.position)))
    }

    fn closes(&mut self, _: u16) -> Result<Option<UnixMillis>, Never> {
        Ok(None)
    }

    fn commitments(&mut self, _: StreamId, _: UnixMillis) -> Result<Vec<(u64, Hash)>, Never> {
        Ok(Vec::new())
    }

    fn short_codes(&mut self, _: RegisterId, _: UnixMillis) -> Result<Vec<String>, Never> {
        Ok(Vec::new())
    }

    fn append(&mut self, append: &Append, frame: &[u8]) -> Result<(), Never> {
        let opened = Frame::open(frame).unwrap();
        let stored = StoredStream { n: append.last, h: append.h, receipt: append.receipt };
        let (kept, hashes) = self.streams.entry(append.stream).or_insert((stored, Vec::new()));
        *kept = stored;
        let marks = append.marks.iter().flat_map(|(count, mark)| std::iter::repeat_n(*mark, *count as usize));
        let new = opened.operations.iter().skip((append.first - opened.first) as usize);
        for (operation, mark) in new.zip(marks) {
            hashes.push(operation.h);
            let before = self.chain.last().copied().unwrap_or_else(|| log_start(REGISTER));
            self.chain.push(log_next(before, operation.h, mark.to_bytes()));
        }
        self.runs.push(StoredRun {
            epoch: append.receipt.received.epoch,
            at: append.receipt.received.at,
            stream: append.stream,
            first: append.first,
            last: append.last,
            position: append.position,
            marks: append.marks.clone(),
            log: append.log,
            frame: frame.to_vec(),
        });
        Ok(())
    }

    fn quarantine(&mut self, batch: &Quarantined) -> Result<(), Never> {
        self.aside.push(batch.clone());
        Ok(())
    }

    fn forked_at(&mut self, stream: StreamId, n: u64) -> Result<Vec<Vec<u8>>, Never> {
        let there = self.aside.iter().filter(|one| one.stream == stream && one.why == QuarantinedBecause::Forked);
        Ok(there.filter(|one| (one.first..=one.last).contains(&n)).map(|one| one.frame.clone()).collect())
    }

    fn keep_head(&mut self, head: &SignedHead, _: UnixMillis) -> Result<(), Never> {
        self.heads.push(*head);
        Ok(())
    }

    fn runs(&mut self, _: RegisterId, after: u64, limit: usize) -> Result<Vec<StoredRun>, Never> {
        let mut bytes = 0;
        let wanted = self.runs.iter().filter(|run| run.log.position > after).take_while(|run| {
            let fits = bytes < limit;
            bytes += run.frame.len();
            fits
        });
        Ok(wanted.cloned().collect())
    }

    fn leases(&mut self, _: RegisterId) -> Result<Vec<(DeviceId, Lease)>, Never> {
        Ok(Vec::new())
    }

    fn lease(&mut self, _: RegisterId, _: DeviceId, _: &[Lease]) -> Result<(), Never> {
        Ok(())
    }

    fn circulars(&mut self, after: u32) -> Result<Vec<SignedCircular>, Never> {
        Ok(self.circulars.iter().filter(|signed| signed.circular.number > after).cloned().collect())
    }

    fn begin_epoch(&mut self) -> Result<Epoch, Never> {
        self.lives.push(Epoch([100 + self.lives.len() as u8; 8]));
        Ok(self.epoch())
    }

    fn refused(&mut self, _: Option<DeviceId>, _: RefusalCode, _: UnixMillis) -> Result<(), Never> {
        Ok(())
    }
}

impl Pictures for Council {
    type Error = Never;

    fn have(&mut self, hash: Hash) -> Result<u32, Never> {
        let part = self.pictures.get(&hash).map_or(0, |bytes| bytes.len() as u32);
        Ok(if self.whole.contains(&hash) { u32::MAX } else { part })
    }

    fn keep(&mut self, hash: Hash, size: u32, offset: u32, bytes: &[u8]) -> Result<u32, Never> {
        let part = self.pictures.entry(hash).or_default();
        part.truncate(offset as usize);
        part.extend_from_slice(bytes);
        if (part.len() as u32) < size {
            return Ok(part.len() as u32);
        }
        if blake3::hash(part).as_bytes() == &hash.0 {
            self.whole.insert(hash);
            return Ok(u32::MAX);
        }
        self.pictures.remove(&hash);
        Ok(0)
    }

    fn get(&mut self, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, Never> {
        let whole = self.pictures.get(&hash).filter(|_| self.whole.contains(&hash));
        Ok(whole.map(|bytes| (bytes.len() as u32, bytes[offset as usize..].to_vec())))
    }
}
