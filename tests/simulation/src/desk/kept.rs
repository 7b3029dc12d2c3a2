//! What is on a desk's disk. Owns its shape; refuses to be anything but durable (crashes are [`super::replica`]'s).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::writing::number_of;
use crate::opened::opened;
use sync::circular::SignedCircular;
use sync::message::Lease;
use sync::{Epoch, Hash, LogEnd, Mark, Receipt, RegisterId, StreamId, UnixMillis, chain_next, chain_start, log_start};

/// An operation's bytes and hash.
#[derive(Clone)]
pub struct Written {
    /// The bytes.
    pub bytes: Rc<[u8]>,
    /// The chain's hash after it.
    pub h: Hash,
}

/// A stream of this desk's own.
#[derive(Clone)]
pub struct Own {
    /// Which.
    pub stream: StreamId,
    /// Its operations, from 1.
    pub operations: Vec<Written>,
    /// The last operation that the council took as committed.
    pub committed: u64,
}

impl Own {
    /// A stream without operations.
    #[must_use]
    pub fn new(stream: StreamId) -> Own {
        Own { stream, operations: Vec::new(), committed: 0 }
    }

    /// Its last operation.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.operations.len() as u64
    }

    /// The hash at a place; that before the first at 0.
    #[must_use]
    pub fn hash_at(&self, n: u64) -> Option<Hash> {
        let Some(index) = n.checked_sub(1) else {
            return Some(chain_start(self.stream.writer, self.stream.incarnation));
        };
        self.operations.get(index as usize).map(|operation| operation.h)
    }

    /// The hash at its end.
    #[must_use]
    pub fn h(&self) -> Hash {
        self.hash_at(self.n()).unwrap_or(Hash([0; 32]))
    }

    pub(crate) fn push(&mut self, bytes: Vec<u8>) -> Hash {
        let h = chain_next(self.h(), &bytes);
        self.operations.push(Written { bytes: bytes.into(), h });
        h
    }
}

/// An operation of the copy of the log.
#[derive(Clone)]
pub struct Logged {
    /// The life of the council in which it came.
    pub epoch: Epoch,
    /// Its stream.
    pub stream: StreamId,
    /// Its place there.
    pub n: u64,
    /// Its bytes and hash.
    pub written: Written,
    /// What was said of it.
    pub mark: Mark,
    /// When it came.
    pub at: UnixMillis,
    /// The log's chain there.
    pub l: Hash,
}

/// The disk.
#[derive(Clone)]
pub struct Kept {
    /// The register.
    pub register: RegisterId,
    /// Its own streams, oldest first.
    pub streams: Vec<Own>,
    /// What was carried over into a later incarnation, never sent.
    pub aside: Vec<Written>,
    /// The copy of the log, from position 1.
    pub log: Vec<Logged>,
    /// Its end.
    pub end: LogEnd,
    /// The present life of the council, as far as known here.
    pub epoch: Option<Epoch>,
    /// Batches of others, by stream, last operation and the hash there.
    pub carried: BTreeMap<(StreamId, u64, Hash), Rc<[u8]>>,
    /// Of these, the ones on which the council had its say in its present life.
    pub settled: BTreeSet<(StreamId, u64, Hash)>,
    /// And the ones that the council may have lost for another's.
    pub doubted: BTreeSet<(StreamId, u64, Hash)>,
    /// Every receipt kept.
    pub receipts: Vec<Receipt>,
    /// Pictures, whole.
    pub pictures: BTreeMap<Hash, Rc<[u8]>>,
    /// Beginnings of pictures.
    pub parts: BTreeMap<Hash, Vec<u8>>,
    /// Pictures that the council has.
    pub sent: BTreeSet<Hash>,
    /// Circulars.
    pub circulars: Vec<SignedCircular>,
    /// Numbers to give out.
    pub leases: Vec<Lease>,
    /// Numbers given out.
    pub numbers: BTreeSet<u16>,
}

impl Kept {
    pub(crate) fn new(register: RegisterId, stream: StreamId) -> Kept {
        Kept {
            register,
            streams: vec![Own::new(stream)],
            aside: Vec::new(),
            log: Vec::new(),
            end: LogEnd { position: 0, l: log_start(register) },
            epoch: None,
            carried: BTreeMap::new(),
            settled: BTreeSet::new(),
            doubted: BTreeSet::new(),
            receipts: Vec::new(),
            pictures: BTreeMap::new(),
            parts: BTreeMap::new(),
            sent: BTreeSet::new(),
            circulars: Vec::new(),
            leases: Vec::new(),
            numbers: BTreeSet::new(),
        }
    }

    /// The stream written now. There is always one.
    #[must_use]
    pub fn written_now(&self) -> &Own {
        &self.streams[self.streams.len() - 1]
    }

    pub(crate) fn writing(&mut self) -> &mut Own {
        let last = self.streams.len() - 1;
        &mut self.streams[last]
    }

    /// One of its own streams.
    #[must_use]
    pub fn own(&self, stream: StreamId) -> Option<&Own> {
        self.streams.iter().find(|own| own.stream == stream)
    }

    /// The last operation of a stream for which there is a receipt of the present life.
    #[must_use]
    pub fn acknowledged(&self, stream: StreamId) -> u64 {
        let now = |receipt: &&Receipt| Some(receipt.received.epoch) == self.epoch;
        let of_stream = self.receipts.iter().filter(now).filter(|receipt| receipt.received.stream == stream);
        let kept = of_stream.map(|receipt| receipt.received.n).max().unwrap_or(0);
        kept.min(self.own(stream).map_or(0, Own::n))
    }

    /// The numbers in the world of the operations that are here, own and others'.
    #[must_use]
    pub fn numbers_on_disk(&self) -> BTreeSet<u32> {
        let own = self.streams.iter().flat_map(|own| &own.operations);
        let all = own.chain(self.log.iter().map(|logged| &logged.written));
        all.filter_map(|written| number_of(&written.bytes)).collect()
    }

    /// And of those in batches carried for others.
    #[must_use]
    pub fn numbers_anywhere(&self) -> BTreeSet<u32> {
        let mut numbers = self.numbers_on_disk();
        numbers.extend(self.carried.values().flat_map(|frame| numbers_in(frame)));
        numbers
    }

    /// Own operations that the copy of the log has not got, in the order in which they were written.
    pub fn not_in_log(&self) -> impl Iterator<Item = (StreamId, u64, &Written)> {
        let logged: BTreeSet<_> = self.log.iter().map(|logged| (logged.stream, logged.n)).collect();
        let numbered = self.streams.iter().flat_map(|own| {
            (1..).zip(&own.operations).map(move |(n, written): (u64, &Written)| (own.stream, n, written))
        });
        numbered.filter(move |(stream, n, _)| !logged.contains(&(*stream, *n)))
    }
}

/// The numbers of a batch's operations.
pub(crate) fn numbers_in(frame: &[u8]) -> Vec<u32> {
    let frame = opened(frame);
    let operations = frame.iter().flat_map(|frame| &frame.operations);
    operations.filter_map(|operation| number_of(&operation.bytes)).collect()
}
