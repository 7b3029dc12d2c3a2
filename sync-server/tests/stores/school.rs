//! A school's computer: its key, its stream in one register, and the batches it sends.

use sync::frame::Frame;
use sync::{
    About, CandidateId, FieldWrite, Hash, Kind, Record, RegisterId, Role, SecretKey, SignedHead, StreamId, UnixMillis,
    WriterId, chain_next, chain_start,
};
use sync_server::stores::{Device, Scope};

pub(crate) const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

pub(crate) struct School {
    pub(crate) key: SecretKey,
    pub(crate) register: RegisterId,
    pub(crate) incarnation: u64,
    records: Vec<Vec<u8>>,
    hashes: Vec<Hash>,
}

impl School {
    /// A computer of this centre.
    pub(crate) fn with(seed: u8, register: RegisterId) -> School {
        let key = SecretKey::of(&[seed; 32]);
        School { key, register, incarnation: 1, records: Vec::new(), hashes: Vec::new() }
    }

    pub(crate) fn device(&self, role: Role, scope: Scope) -> Device {
        Device {
            key: self.key.public(),
            name: "the computer in the office".into(),
            recipient: "age1".into(),
            role,
            scope,
            at: UnixMillis(5),
            by: "server".into(),
            revoked: None,
        }
    }

    pub(crate) fn stream(&self) -> StreamId {
        let writer = WriterId::of(self.key.public().device(), self.register);
        StreamId { writer, incarnation: self.incarnation }
    }

    /// The chain's hash at a place.
    pub(crate) fn hash(&self, n: u64) -> Hash {
        let stream = self.stream();
        let before = n.checked_sub(1).and_then(|index| self.hashes.get(index as usize));
        before.copied().unwrap_or_else(|| chain_start(stream.writer, stream.incarnation))
    }

    pub(crate) fn n(&self) -> u64 {
        self.records.len() as u64
    }

    /// Writes operations; `what` makes them differ from those of a copy.
    pub(crate) fn writes(&mut self, count: usize, what: &str) {
        for _ in 0..count {
            let n = self.n() + 1;
            let field = FieldWrite { field: "name".into(), value: format!("{what} {n}"), base: None };
            let record = Record {
                n,
                about: About::Candidate(CandidateId([7; 16])),
                kind: Kind::Change,
                fields: vec![field],
                actor: "clerk".into(),
                at: UnixMillis(3),
                schema: 1,
            };
            let bytes = record.to_bytes();
            self.hashes.push(chain_next(self.hash(n - 1), &bytes));
            self.records.push(bytes);
        }
    }

    /// The batch of operations `first` to `last`.
    pub(crate) fn batch(&self, first: u64, last: u64) -> Vec<u8> {
        let records = &self.records[first as usize - 1..last as usize];
        let before = self.hash(first - 1);
        Frame::seal(&self.key, self.register, self.incarnation, first, before, records).unwrap()
    }

    pub(crate) fn head(&self, n: u64) -> SignedHead {
        SignedHead::sign(&self.key, self.register, self.incarnation, n, self.hash(n))
    }

    /// Another computer with the same key and the same past.
    pub(crate) fn copy(&self) -> School {
        let (records, hashes) = (self.records.clone(), self.hashes.clone());
        School { key: self.key.clone(), records, hashes, ..*self }
    }
}
