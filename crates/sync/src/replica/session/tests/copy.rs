//! A copy of a register in memory, as small as the trait allows. It asserts what the trait promises it will be asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::circular::SignedCircular;
use crate::message::{Lease, StreamEnd};
use crate::replica::store::{Carried, OwnStream, Place, Replica, Taken};
use crate::*;

pub(super) const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

/// The store does not fail here.
pub(super) type Never = std::convert::Infallible;

#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) stream: StreamId,
    pub(super) operations: Vec<(Vec<u8>, Hash)>,
    pub(super) acknowledged: u64,
    pub(super) committed: u64,
}

#[derive(Clone)]
pub(super) struct Copy {
    pub(super) key: SecretKey,
    pub(super) council: PublicKey,
    pub(super) streams: Vec<Own>,
    pub(super) log: Vec<(Taken, Hash)>,
    pub(super) epoch: Option<Epoch>,
    pub(super) anchor: Option<(StreamId, u64)>,
    pub(super) receipts: Vec<Receipt>,
    pub(super) carried: BTreeMap<(StreamId, u64), Carried>,
    pub(super) settled: BTreeSet<(StreamId, u64)>,
    pub(super) circulars: Vec<SignedCircular>,
    pub(super) pictures: BTreeMap<Hash, Vec<u8>>,
    pub(super) sent: BTreeSet<Hash>,
    pub(super) wanted: BTreeMap<Hash, Vec<u8>>,
    pub(super) rewinds: Vec<u64>,
    pub(super) aside: usize,
}

impl Own {
    fn new(stream: StreamId) -> Own {
        Own { stream, operations: Vec::new(), acknowledged: 0, committed: 0 }
    }

    fn h(&self, n: u64) -> Hash {
        let start = chain_start(self.stream.writer, self.stream.incarnation);
        if n == 0 { start } else { self.operations[n as usize - 1].1 }
    }

    pub(super) fn n(&self) -> u64 {
        self.operations.len() as u64
    }

    fn push(&mut self, said: &str) {
        let record = record(self.n() + 1, said).to_bytes();
        let h = chain_next(self.h(self.n()), &record);
        self.operations.push((record, h));
    }
}

/// A change that says this.
pub(super) fn record(n: u64, said: &str) -> Record {
    let write = FieldWrite { field: "name".into(), value: said.into(), base: None };
    let about = About::Candidate(CandidateId([n as u8; 16]));
    Record { n, about, kind: Kind::Change, fields: vec![write], actor: "clerk".into(), at: UnixMillis(7), schema: 1 }
}

impl Copy {
    pub(super) fn new(seed: u8, council: PublicKey) -> Copy {
        let key = SecretKey::of(&[seed; 32]);
        let writer = WriterId::of(key.public().device(), REGISTER);
        Copy {
            key,
            council,
            streams: vec![Own::new(StreamId { writer, incarnation: 1 })],
            log: Vec::new(),
            epoch: None,
            anchor: None,
            receipts: Vec::new(),
            carried: BTreeMap::new(),
            settled: BTreeSet::new(),
            circulars: Vec::new(),
            pictures: BTreeMap::new(),
            sent: BTreeSet::new(),
            wanted: BTreeMap::new(),
            rewinds: Vec::new(),
            aside: 0,
        }
    }

    /// Writes operations that say `said 1`, `said 2` ...
    pub(super) fn write(&mut self, said: &str, count: u64) {
        let own = self.streams.last_mut().unwrap();
        (1..=count).for_each(|n| own.push(&format!("{said} {n}")));
    }

    pub(super) fn photograph(&mut self, bytes: Vec<u8>) -> Hash {
        let hash = Hash(*blake3::hash(&bytes).as_bytes());
        self.pictures.insert(hash, bytes);
        hash
    }

    /// What the operations of the log say, in order.
    pub(super) fn said(&self) -> Vec<String> {
        self.log.iter().map(|(taken, _)| self.said_in(taken)).collect()
    }

    fn said_in(&self, taken: &Taken) -> String {
        let own = || &self.own(taken.stream).operations[taken.n as usize - 1].0;
        let bytes = taken.bytes.as_ref().unwrap_or_else(own);
        Record::from_bytes(bytes).unwrap().fields[0].value.clone()
    }

    pub(super) fn own(&self, stream: StreamId) -> &Own {
        self.streams.iter().find(|own| own.stream == stream).unwrap()
    }

    fn own_mut(&mut self, stream: StreamId) -> Option<&mut Own> {
        self.streams.iter_mut().find(|own| own.stream == stream)
    }

    /// Everything written in the present streams has a receipt.
    pub(super) fn all_acknowledged(&self) -> bool {
        self.streams.iter().all(|own| own.acknowledged >= own.n())
    }

    pub(super) fn end(&self) -> LogEnd {
        let l = self.log.last().map_or_else(|| log_start(REGISTER), |(_, l)| *l);
        LogEnd { position: self.log.len() as u64, l }
    }

    fn lineage(&self) -> Vec<Passage> {
        let mut lineage: Vec<Passage> = Vec::new();
        for (taken, _) in &self.log {
            match lineage.last_mut() {
                Some(passage) if passage.epoch == taken.epoch => passage.until = taken.position,
                _ => lineage.push(Passage { epoch: taken.epoch, until: taken.position }),
            }
        }
        lineage
    }
}

impl Replica for Copy {
    type Error = Never;

    fn place(&self) -> Result<Place, Never> {
        let own = |own: &Own| OwnStream {
            stream: own.stream,
            n: own.n(),
            h: own.h(own.n()),
            acknowledged: own.acknowledged,
            committed: own.committed,
        };
        Ok(Place {
            register: REGISTER,
            council: self.council,
            streams: self.streams.iter().map(own).collect(),
            log: self.end(),
            lineage: self.lineage(),
            epoch: self.epoch,
            circular: self.circulars.last().map_or(0, |signed| signed.circular.number),
        })
    }

    fn key(&self) -> &SecretKey {
        &self.key
    }

    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>), Never> {
        let own = self.own(stream);
        let from = own.operations.iter().skip(first as usize - 1).take(limit);
        Ok((own.h(first - 1), from.map(|(bytes, _)| bytes.clone()).collect()))
    }

    fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>, Never> {
        assert!(n > 0, "places are counted from 1");
        let own = self.streams.iter().find(|own| own.stream == stream && n <= own.n()).map(|own| own.h(n));
        let logged = || self.log.iter().find(|(taken, _)| taken.stream == stream && taken.n == n);
        Ok(own.or_else(|| logged().map(|(taken, _)| taken.h)))
    }

    fn anchor(&mut self, end: StreamEnd) -> Result<(), Never> {
        assert!(self.anchor <= Some((end.stream, end.n)), "an anchor never goes back");
        self.anchor = Some((end.stream, end.n));
        Ok(())
    }

    fn acknowledge(&mut self, receipt: &Receipt) -> Result<(), Never> {
        assert!(receipt.is_of(&self.council) && Some(receipt.received.epoch) == self.epoch);
        let received = receipt.received;
        assert_eq!(self.hash_at(received.stream, received.n), Ok(Some(received.h)));
        self.receipts.push(*receipt);
        let own = self.own_mut(received.stream).unwrap();
        own.acknowledged = own.acknowledged.max(received.n);
        Ok(())
    }

    fn committed(&mut self, head: &SignedHead, _: UnixMillis) -> Result<(), Never> {
        self.own_mut(head.stream()).unwrap().committed = head.n;
        Ok(())
    }

    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<(), Never> {
        for taken in operations {
            let before = self.end();
            assert_eq!(taken.position, before.position + 1);
            self.log.push((taken.clone(), log_next(before.l, taken.h, taken.mark.to_bytes())));
        }
        assert_eq!(self.end(), end);
        self.carried.extend(carried.iter().map(|batch| ((batch.stream, batch.last), batch.clone())));
        Ok(())
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<(), Never> {
        self.rewinds.push(common);
        self.log.truncate(common as usize);
        if self.epoch != Some(epoch) {
            self.sent.clear();
            self.settled.clear();
            self.streams.iter_mut().for_each(|own| (own.acknowledged, own.committed) = (0, 0));
        }
        self.epoch = Some(epoch);
        Ok(())
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<(), Never> {
        let writer = self.streams[0].stream.writer;
        assert!(self.streams.iter().all(|own| own.stream.incarnation < incarnation));
        let mut new = Own::new(StreamId { writer, incarnation });
        for (stream, common) in streams {
            let own = self.own_mut(*stream).unwrap();
            assert!(*common <= own.n());
            for (bytes, _) in own.operations.split_off(*common as usize) {
                new.push(&Record::from_bytes(&bytes).unwrap().fields[0].value);
                self.aside += 1;
            }
        }
        self.streams.push(new);
        Ok(())
    }

    fn told(&mut self, _: UnixMillis, _: Option<UnixMillis>, _: &[Lease]) -> Result<(), Never> {
        Ok(())
    }

    fn carried(&self) -> Result<Vec<Carried>, Never> {
        let in_log = |stream, n| self.log.iter().any(|(taken, _)| taken.stream == stream && taken.n >= n);
        let lost = self.carried.iter().filter(|(key, _)| !in_log(key.0, key.1) && !self.settled.contains(key));
        Ok(lost.map(|(_, batch)| batch.clone()).collect())
    }

    fn settled(&mut self, batch: &Carried) -> Result<(), Never> {
        self.settled.insert((batch.stream, batch.last));
        Ok(())
    }

    fn proof(&self) -> Result<Option<Receipt>, Never> {
        let now = self.receipts.iter().filter(|receipt| Some(receipt.received.epoch) == self.epoch);
        Ok(now.max_by_key(|receipt| receipt.received.log.position).copied())
    }

    fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>, Never> {
        let open = self.pictures.iter().filter(|(hash, _)| !self.sent.contains(hash));
        Ok(open.map(|(hash, bytes)| (*hash, bytes.len() as u32)).collect())
    }

    fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>, Never> {
        Ok(self.wanted.iter().map(|(hash, bytes)| (*hash, bytes.len() as u32)).collect())
    }

    fn picture(&self, hash: Hash) -> Result<Vec<u8>, Never> {
        Ok(self.pictures[&hash].clone())
    }

    fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<(), Never> {
        assert!(there);
        self.sent.insert(hash);
        Ok(())
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool, Never> {
        let part = self.wanted.get_mut(&hash).unwrap();
        assert_eq!(part.len() as u32, offset);
        part.extend_from_slice(bytes);
        if part.len() as u32 != size {
            return Ok(false);
        }
        let whole = self.wanted.remove(&hash).unwrap();
        if blake3::hash(&whole).as_bytes() != &hash.0 {
            self.wanted.insert(hash, Vec::new());
            return Ok(false);
        }
        self.pictures.insert(hash, whole);
        self.sent.insert(hash);
        Ok(true)
    }

    fn circulars(&mut self, new: &[SignedCircular]) -> Result<(), Never> {
        self.circulars.extend_from_slice(new);
        Ok(())
    }
}
