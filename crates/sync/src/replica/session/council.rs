//! What the council said since the last hello, and what is out with it. Owns their shape; refuses to believe anything
//! longer than the session does.

use std::collections::{BTreeMap, BTreeSet};

use crate::head::SignedHead;
use crate::identity::{Epoch, Hash, StreamId};
use crate::message::{Locate, Pull, StreamEnd};
use crate::replica::store::Carried;

/// What the council said since hello.
#[derive(Debug)]
pub(super) struct Council {
    pub(super) epoch: Epoch,
    /// The next incarnation that is nobody's.
    pub(super) next_incarnation: u64,
    /// How far it has own streams, and has them as they are here.
    pub(super) ends: BTreeMap<StreamId, u64>,
    /// The furthest position of its log that was spoken of.
    pub(super) log: u64,
    /// Its newest circular.
    pub(super) circular: u32,
    /// Own streams of which it has something else, and which it is not known from where on.
    pub(super) doubts: Vec<Doubt>,
    /// Own streams to go on with in another incarnation, and what they have in common with the council's.
    pub(super) forks: BTreeMap<StreamId, u64>,
    /// Streams of which a commitment was offered.
    pub(super) commitments: BTreeSet<StreamId>,
    /// Streams of which the receipt was asked for again.
    pub(super) receipts: BTreeSet<StreamId>,
}

impl Council {
    /// How far it has an own stream.
    pub(super) fn end(&self, stream: StreamId) -> u64 {
        self.ends.get(&stream).copied().unwrap_or(0)
    }
}

/// An own stream of which the council has something else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt {
    pub(super) stream: StreamId,
    /// The first operation that is doubted.
    pub(super) first: u64,
    /// Whether the council has said that what stands before is the same; else it was acknowledged.
    pub(super) sure: bool,
}

/// Whether what the council said still holds after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// It does.
    Holds,
    /// It does not: hello comes next.
    Void,
}

/// A batch of an own stream that is out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pushed {
    pub(super) stream: StreamId,
    pub(super) first: u64,
    pub(super) last: u64,
}

/// A request that is out.
#[derive(Debug)]
pub(super) enum Asked {
    /// The ends of own streams as they were told.
    Hello(Vec<StreamEnd>),
    Locate(Locate),
    Commit(SignedHead),
    Push(Pushed),
    Pull(Pull),
    Carry(Carried),
    Circulars(u32),
    Have(Vec<(Hash, u32)>),
    /// Parts of pictures, and where each ends.
    Parts(Vec<(Hash, u32)>),
    /// A picture from a byte on.
    Get(Hash, u32),
}
