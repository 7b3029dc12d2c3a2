//! The in-memory council's tables. Owns their shape; parts are shared between states, so that keeping an older one
//! costs nothing. Refuses to decide.

use std::collections::BTreeMap;
use std::rc::Rc;

use sync::authority::{Quarantined, StoredRun, StoredStream};
use sync::circular::SignedCircular;
use sync::message::Lease;
use sync::{DeviceId, Epoch, Hash, RegisterId, StreamId, UnixMillis};

use super::Member;

/// One register's log.
#[derive(Clone, Default)]
pub(crate) struct Book {
    /// Its runs.
    pub(crate) runs: Vec<Rc<StoredRun>>,
    /// The log's chain at each position, from 1.
    pub(crate) chain: Vec<Hash>,
    /// Its streams.
    pub(crate) streams: BTreeMap<StreamId, Rc<Stream>>,
    /// Heads kept, and when.
    pub(crate) heads: BTreeMap<(StreamId, u64, [u8; 32]), UnixMillis>,
    /// Short codes kept, and when.
    pub(crate) short_codes: BTreeMap<String, UnixMillis>,
    /// Numbers leased.
    pub(crate) leases: BTreeMap<DeviceId, Vec<Lease>>,
}

/// A stream.
#[derive(Clone)]
pub(crate) struct Stream {
    /// Its end.
    pub(crate) end: StoredStream,
    /// The hash of each operation, from 1.
    pub(crate) hashes: Vec<Hash>,
}

/// Everything in the database.
#[derive(Clone)]
pub struct Tables {
    /// Its lives, the present one last.
    pub(crate) lives: Rc<Vec<Epoch>>,
    /// Who is enrolled.
    pub(crate) members: Rc<BTreeMap<DeviceId, Member>>,
    /// The registers.
    pub(crate) books: BTreeMap<RegisterId, Rc<Book>>,
    /// When registration of a year closes.
    pub(crate) closes: Rc<BTreeMap<u16, UnixMillis>>,
    /// Batches kept aside.
    pub(crate) quarantine: Rc<Vec<Quarantined>>,
    /// Circulars.
    pub(crate) circulars: Rc<Vec<SignedCircular>>,
}

impl Tables {
    pub(crate) fn new(epoch: Epoch) -> Tables {
        Tables {
            lives: Rc::new(vec![epoch]),
            members: Rc::default(),
            books: BTreeMap::new(),
            closes: Rc::default(),
            quarantine: Rc::default(),
            circulars: Rc::default(),
        }
    }

    pub(crate) fn epoch(&self) -> Epoch {
        self.lives.last().copied().unwrap_or(Epoch([0; 8]))
    }

    pub(crate) fn book(&self, register: RegisterId) -> Option<&Book> {
        self.books.get(&register).map(Rc::as_ref)
    }

    pub(crate) fn book_mut(&mut self, register: RegisterId) -> &mut Book {
        Rc::make_mut(self.books.entry(register).or_default())
    }

    /// A stream's writer names its register, so that one book at most has it.
    pub(crate) fn stream(&self, stream: StreamId) -> Option<&Stream> {
        self.books.values().find_map(|book| book.streams.get(&stream)).map(Rc::as_ref)
    }
}
