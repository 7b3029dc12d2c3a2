//! A register that others work in while it is on its way: it is lent for each question to it and given back before
//! anybody waits for a network. Owns the borrowing; what is asked is answered by the copy.

use std::cell::RefCell;

use ::sync::circular::SignedCircular;
use ::sync::message::{Lease, StreamEnd};
use ::sync::replica::{Carried, Place, Replica, Taken};
use ::sync::{Epoch, Hash, LogEnd, Receipt, SecretKey, SignedHead, StreamId, UnixMillis};
use register::RegisterId;

use super::copy::Copy;
use crate::anchors::{Anchor, Anchors};
use crate::desk::Desk;
use crate::error::Result;

/// Who has the register and lends it for a moment.
pub trait Lend {
    /// Does one thing with the register. Nothing in it waits for anybody.
    ///
    /// # Errors
    /// When the register is not to be had any more, or as `work` says.
    fn lend<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T>) -> Result<T>;

    /// What the register shows has changed.
    fn changed(&self) {}
}

/// A register at nobody else's hands.
impl Lend for RefCell<&mut Desk> {
    fn lend<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T>) -> Result<T> {
        work(&mut self.borrow_mut())
    }
}

/// A register on its way, lent for each question.
pub(super) struct Lent<'d, L> {
    pub(super) lend: &'d L,
    pub(super) id: RegisterId,
    pub(super) key: &'d SecretKey,
    pub(super) anchors: &'d Anchors,
    anchored: RefCell<Option<Anchor>>,
}

impl<'d, L: Lend> Lent<'d, L> {
    pub(super) fn new(lend: &'d L, id: RegisterId, key: &'d SecretKey, anchors: &'d Anchors) -> Lent<'d, L> {
        Lent { lend, id, key, anchors, anchored: RefCell::new(None) }
    }

    /// The session is over: the last anchor into the keyring too.
    pub(super) fn settle(&self) {
        self.anchored.borrow().iter().for_each(|anchor| self.anchors.note(anchor));
    }

    fn with<T>(&self, work: impl FnOnce(&mut Copy<'_>) -> Result<T>) -> Result<T> {
        let Lent { id, key, anchors, .. } = *self;
        self.lend.lend(|desk| {
            let anchored = self.anchored.take();
            let mut copy = Copy { register: desk.register_mut(), id, key, anchors, anchored, by_stick: false };
            let answer = work(&mut copy);
            self.anchored.replace(copy.anchored);
            answer
        })
    }

    /// As [`Lent::with`], for what changes what the register shows.
    fn altering(&self, work: impl FnOnce(&mut Copy<'_>) -> Result<()>) -> Result<()> {
        let done = self.with(work);
        self.lend.changed();
        done
    }
}

impl<L: Lend> Replica for Lent<'_, L> {
    type Error = crate::error::Error;

    fn place(&self) -> Result<Place> {
        self.with(|copy| copy.place())
    }

    fn key(&self) -> &SecretKey {
        self.key
    }

    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>)> {
        self.with(|copy| copy.operations(stream, first, limit))
    }

    fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>> {
        self.with(|copy| copy.hash_at(stream, n))
    }

    fn anchor(&mut self, end: StreamEnd) -> Result<()> {
        self.with(|copy| copy.anchor(end))
    }

    fn acknowledge(&mut self, receipt: &Receipt) -> Result<()> {
        self.with(|copy| copy.acknowledge(receipt))
    }

    fn committed(&mut self, head: &SignedHead, at: UnixMillis) -> Result<()> {
        self.with(|copy| copy.committed(head, at))
    }

    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<()> {
        self.altering(|copy| copy.take(operations, carried, end))
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<()> {
        self.altering(|copy| copy.rewind(common, epoch))
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<()> {
        self.altering(|copy| copy.reopen(streams, incarnation))
    }

    fn told(&mut self, now: UnixMillis, closes: Option<UnixMillis>, leases: &[Lease]) -> Result<()> {
        self.with(|copy| copy.told(now, closes, leases))
    }

    fn carried(&self) -> Result<Vec<Carried>> {
        self.with(|copy| copy.carried())
    }

    fn settled(&mut self, batch: &Carried) -> Result<()> {
        self.with(|copy| copy.settled(batch))
    }

    fn proof(&self) -> Result<Option<Receipt>> {
        self.with(|copy| copy.proof())
    }

    fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>> {
        self.with(|copy| copy.pictures_to_send())
    }

    fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>> {
        self.with(|copy| copy.pictures_to_fetch())
    }

    fn picture(&self, hash: Hash) -> Result<Vec<u8>> {
        self.with(|copy| copy.picture(hash))
    }

    fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<()> {
        self.with(|copy| copy.picture_sent(hash, there))
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool> {
        let whole = self.with(|copy| copy.picture_part(hash, offset, size, bytes))?;
        if whole {
            self.lend.changed();
        }
        Ok(whole)
    }

    fn circulars(&mut self, new: &[SignedCircular]) -> Result<()> {
        self.with(|copy| copy.circulars(new))
    }
}
