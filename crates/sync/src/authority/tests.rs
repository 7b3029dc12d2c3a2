mod answers;
mod ledger;
mod receiving;

use super::*;
use crate::chain::{chain_next, chain_start};
use crate::frame::Frame;
use crate::identity::{About, CandidateId, Epoch, Hash, RegisterId, SlipId, StreamId, UnixMillis, WriterId};
use crate::keys::SecretKey;
use crate::kind::Kind;
use crate::record::{FieldWrite, Record};
use crate::role::Role;

pub(super) const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
pub(super) const OTHER: RegisterId = RegisterId { centre: 24_505_106, year: 2026 };
pub(super) const CLOSES: UnixMillis = UnixMillis(1_000);
pub(super) const BEFORE: UnixMillis = UnixMillis(500);
pub(super) const AFTER: UnixMillis = UnixMillis(1_500);

pub(super) fn key(seed: u8) -> SecretKey {
    SecretKey::of(&[seed; 32])
}

pub(super) fn council() -> SecretKey {
    key(99)
}

pub(super) fn here(council: &SecretKey, now: UnixMillis) -> Here<'_> {
    Here { epoch: Epoch([1; 8]), now, key: council }
}

pub(super) fn enrolled(seed: u8, role: Role) -> Enrolled {
    Enrolled { key: key(seed).public(), role, revoked: false, in_scope: true }
}

/// A device's hand: its stream as it wrote it.
#[derive(Clone)]
pub(super) struct Hand {
    pub(super) seed: u8,
    pub(super) register: RegisterId,
    pub(super) incarnation: u64,
    records: Vec<Vec<u8>>,
}

pub(super) fn hand(seed: u8) -> Hand {
    Hand { seed, register: REGISTER, incarnation: 1, records: Vec::new() }
}

impl Hand {
    pub(super) fn stream(&self) -> StreamId {
        let writer = WriterId::of(key(self.seed).public().device(), self.register);
        StreamId { writer, incarnation: self.incarnation }
    }

    pub(super) fn write(&mut self, kind: Kind, about: About, fields: &[(&str, &str)]) {
        let fields = fields.iter().map(|(field, value)| FieldWrite {
            field: (*field).into(),
            value: (*value).into(),
            base: None,
        });
        let (n, actor, at) = (self.records.len() as u64 + 1, "Akinyi".into(), UnixMillis(0));
        let record = Record { n, about, kind, fields: fields.collect(), actor, at, schema: 1 };
        self.records.push(record.to_bytes());
    }

    /// So many changes, each of another telephone number.
    pub(super) fn changes(mut self, count: usize) -> Hand {
        for _ in 0..count {
            let phone = format!("0700 000 {:03}", self.records.len());
            self.write(Kind::Change, About::Candidate(CandidateId([1; 16])), &[("phone", &phone)]);
        }
        self
    }

    pub(super) fn bytes(mut self, bytes: &[u8]) -> Hand {
        self.records.push(bytes.to_vec());
        self
    }

    pub(super) fn h(&self, n: u64) -> Hash {
        let start = chain_start(self.stream().writer, self.incarnation);
        self.records.iter().take(n as usize).fold(start, |h, bytes| chain_next(h, bytes))
    }

    pub(super) fn sealed(&self, first: u64, last: u64) -> Vec<u8> {
        let records = &self.records[first as usize - 1..last as usize];
        Frame::seal(&key(self.seed), self.register, self.incarnation, first, self.h(first - 1), records).unwrap()
    }

    pub(super) fn frame(&self, first: u64, last: u64) -> Frame {
        Frame::open(&self.sealed(first, last)).unwrap()
    }
}
