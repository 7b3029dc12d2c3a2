//! A ledger in memory, for these tests only: every method as short as it can be.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use super::*;
use crate::circular::SignedCircular;
use crate::head::SignedHead;
use crate::identity::DeviceId;
use crate::log::LogEnd;
use crate::message::{Lease, StreamEnd};

type Kept<T> = Result<T, Infallible>;

#[derive(Clone, Default)]
pub(in crate::authority) struct Memory {
    pub(super) epochs: Vec<Epoch>,
    pub(super) devices: BTreeMap<DeviceId, Enrolled>,
    pub(super) runs: Vec<(RegisterId, StoredRun)>,
    pub(super) streams: BTreeMap<StreamId, StoredStream>,
    pub(super) aside: Vec<Quarantined>,
    pub(super) heads: Vec<(SignedHead, UnixMillis)>,
    pub(super) leases: BTreeMap<DeviceId, Vec<Lease>>,
    pub(super) refusals: Vec<RefusalCode>,
    pub(super) codes: BTreeSet<String>,
}

impl Memory {
    fn hashes(&self, stream: StreamId) -> Vec<Hash> {
        let own = self.runs.iter().filter(|(_, run)| run.stream == stream);
        let frames = own.map(|(_, run)| (run.first, Frame::open(&run.frame).unwrap()));
        frames
            .flat_map(|(first, frame)| frame.operations.into_iter().skip((first - frame.first) as usize))
            .map(|one| one.h)
            .collect()
    }

    fn of(&self, register: RegisterId) -> impl Iterator<Item = &StoredRun> {
        self.runs.iter().filter(move |(of, _)| *of == register).map(|(_, run)| run)
    }
}

impl Ledger for Memory {
    type Error = Infallible;

    fn enrolled(&mut self, device: DeviceId, _: RegisterId) -> Kept<Option<Enrolled>> {
        Ok(self.devices.get(&device).copied())
    }

    fn stream(&mut self, stream: StreamId) -> Kept<Option<StoredStream>> {
        Ok(self.streams.get(&stream).copied())
    }

    fn hash_at(&mut self, stream: StreamId, n: u64) -> Kept<Option<Hash>> {
        Ok(n.checked_sub(1).and_then(|index| self.hashes(stream).get(index as usize).copied()))
    }

    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Kept<Vec<Hash>> {
        Ok(self.hashes(stream).into_iter().skip(first as usize - 1).take(limit).collect())
    }

    fn streams_of(&mut self, _: RegisterId) -> Kept<Vec<StreamEnd>> {
        let end =
            |(stream, kept): (&StreamId, &StoredStream)| StreamEnd { stream: *stream, n: kept.n, tag: kept.h.tag() };
        Ok(self.streams.iter().map(end).collect())
    }

    fn last_incarnation(&mut self, writer: WriterId) -> Kept<u64> {
        let known = self.streams.keys().copied().chain(self.aside.iter().map(|batch| batch.stream));
        Ok(known.filter(|stream| stream.writer == writer).map(|stream| stream.incarnation).max().unwrap_or(0))
    }

    fn log_end(&mut self, register: RegisterId) -> Kept<LogEnd> {
        let start = LogEnd { position: 0, l: crate::log_start(register) };
        Ok(self.of(register).last().map_or(start, |run| run.log))
    }

    fn log_at(&mut self, register: RegisterId, position: u64) -> Kept<Option<Hash>> {
        let (mut at, mut l) = (0, crate::log_start(register));
        for run in self.of(register) {
            let marks = run.marks.iter().flat_map(|(count, mark)| vec![mark.to_bytes(); *count as usize]);
            let frame = Frame::open(&run.frame).unwrap();
            let new = frame.operations.iter().skip((run.first - frame.first) as usize);
            for (operation, mark) in new.zip(marks).take((position - at) as usize) {
                (at, l) = (at + 1, crate::log_next(l, operation.h, mark));
            }
        }
        Ok((at == position).then_some(l))
    }

    fn last_position_in(&mut self, register: RegisterId, epoch: Epoch) -> Kept<Option<u64>> {
        let Some(life) = self.epochs.iter().position(|known| *known == epoch) else { return Ok(None) };
        let lived = &self.epochs[..=life];
        Ok(Some(self.of(register).filter(|run| lived.contains(&run.epoch)).last().map_or(0, |run| run.log.position)))
    }

    fn closes(&mut self, _: u16) -> Kept<Option<UnixMillis>> {
        Ok(Some(CLOSES))
    }

    fn commitments(&mut self, stream: StreamId, before: UnixMillis) -> Kept<Vec<(u64, Hash)>> {
        let kept = self.heads.iter().filter(|(head, at)| head.stream() == stream && *at < before);
        Ok(kept.map(|(head, _)| (head.n, head.h)).collect())
    }

    fn short_codes(&mut self, _: RegisterId, _: UnixMillis) -> Kept<Vec<String>> {
        Ok(self.codes.iter().cloned().collect())
    }

    fn append(&mut self, append: &Append, frame: &[u8]) -> Kept<()> {
        let Append { stream, first, last, position, log, .. } = *append;
        let (epoch, at) = (append.receipt.received.epoch, append.receipt.received.at);
        let (marks, frame) = (append.marks.clone(), frame.to_vec());
        self.runs.push((append.register, StoredRun { epoch, at, stream, first, last, position, marks, log, frame }));
        self.streams.insert(stream, StoredStream { n: last, h: append.h, receipt: append.receipt });
        Ok(())
    }

    fn quarantine(&mut self, batch: &Quarantined) -> Kept<()> {
        self.aside.push(batch.clone());
        Ok(())
    }

    fn forked_at(&mut self, stream: StreamId, n: u64) -> Kept<Vec<Vec<u8>>> {
        let there = self.aside.iter().filter(|one| one.stream == stream && one.why == QuarantinedBecause::Forked);
        Ok(there.filter(|one| (one.first..=one.last).contains(&n)).map(|one| one.frame.clone()).collect())
    }

    fn keep_head(&mut self, head: &SignedHead, at: UnixMillis) -> Kept<()> {
        self.heads.push((*head, at));
        Ok(())
    }

    fn runs(&mut self, register: RegisterId, after: u64, limit: usize) -> Kept<Vec<StoredRun>> {
        let mut bytes = 0;
        let wanted = self.of(register).filter(|run| run.log.position > after).take_while(|run| {
            let more = bytes < limit;
            bytes += run.frame.len();
            more
        });
        Ok(wanted.cloned().collect())
    }

    fn leases(&mut self, _: RegisterId) -> Kept<Vec<(DeviceId, Lease)>> {
        Ok(self.leases.iter().flat_map(|(device, leases)| leases.iter().map(|lease| (*device, *lease))).collect())
    }

    fn lease(&mut self, _: RegisterId, device: DeviceId, leases: &[Lease]) -> Kept<()> {
        self.leases.insert(device, leases.to_vec());
        Ok(())
    }

    fn circulars(&mut self, _: u32) -> Kept<Vec<SignedCircular>> {
        Ok(Vec::new())
    }

    fn begin_epoch(&mut self) -> Kept<Epoch> {
        self.epochs.push(Epoch([self.epochs.len() as u8 + 1; 8]));
        Ok(self.epochs[self.epochs.len() - 1])
    }

    fn refused(&mut self, _: Option<DeviceId>, code: RefusalCode, _: UnixMillis) -> Kept<()> {
        self.refusals.push(code);
        Ok(())
    }
}
