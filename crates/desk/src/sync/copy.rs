//! The register as the session sees it: the copy, this computer's key and its anchor together. Owns nothing of its own;
//! each question goes to the register, the anchor outside it.

use ::sync::circular::SignedCircular;
use ::sync::message::{Lease, StreamEnd};
use ::sync::replica::{Carried, Place, Replica, Taken};
use ::sync::{Epoch, Hash, LogEnd, Receipt, SecretKey, SignedHead, StreamId, UnixMillis};
use register::{Register, RegisterId};

use crate::anchors::{Anchor, Anchors};
use crate::error::{Error, Result};

/// A register on its way.
#[derive(Debug)]
pub(in crate::sync) struct Copy<'d> {
    pub(in crate::sync) register: &'d mut Register,
    pub(in crate::sync) id: RegisterId,
    pub(in crate::sync) key: &'d SecretKey,
    pub(in crate::sync) anchors: &'d Anchors,
    pub(in crate::sync) anchored: Option<Anchor>,
    /// What a stick says of time and numbers is old, and it carries nothing further.
    pub(in crate::sync) by_stick: bool,
}

impl Copy<'_> {
    /// The session is over: the last anchor into the keyring too.
    pub(in crate::sync) fn settle(&self) {
        self.anchored.iter().for_each(|anchor| self.anchors.note(anchor));
    }
}

impl Replica for Copy<'_> {
    type Error = Error;

    fn place(&self) -> Result<Place> {
        Ok(self.register.read().place()?)
    }

    fn key(&self) -> &SecretKey {
        self.key
    }

    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>)> {
        Ok(self.register.read().operations(stream, first, limit)?)
    }

    fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>> {
        Ok(self.register.read().hash_at(stream, n)?)
    }

    fn anchor(&mut self, end: StreamEnd) -> Result<()> {
        let anchor = Anchor { register: self.id, end };
        let farthest = |known: &Anchor| (known.end.stream.incarnation, known.end.n) >= (end.stream.incarnation, end.n);
        if !self.anchored.as_ref().is_some_and(farthest) {
            self.anchors.put(&anchor)?;
            self.anchored = Some(anchor);
        }
        Ok(())
    }

    fn acknowledge(&mut self, receipt: &Receipt) -> Result<()> {
        Ok(self.register.acknowledge(receipt)?)
    }

    fn committed(&mut self, head: &SignedHead, at: UnixMillis) -> Result<()> {
        Ok(self.register.committed(head, at)?)
    }

    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<()> {
        Ok(self.register.take(operations, carried, end)?)
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<()> {
        Ok(self.register.rewind(common, epoch)?)
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<()> {
        Ok(self.register.reopen(streams, incarnation)?)
    }

    fn told(&mut self, now: UnixMillis, closes: Option<UnixMillis>, leases: &[Lease]) -> Result<()> {
        if self.by_stick {
            return Ok(());
        }
        Ok(self.register.told(now, closes, leases)?)
    }

    fn carried(&self) -> Result<Vec<Carried>> {
        if self.by_stick {
            return Ok(Vec::new());
        }
        Ok(self.register.read().carried()?)
    }

    fn settled(&mut self, batch: &Carried) -> Result<()> {
        Ok(self.register.settled(batch)?)
    }

    fn proof(&self) -> Result<Option<Receipt>> {
        Ok(self.register.read().proof()?)
    }

    fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>> {
        Ok(self.register.read().pictures_to_send()?)
    }

    fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>> {
        Ok(self.register.read().pictures_to_fetch()?)
    }

    fn picture(&self, hash: Hash) -> Result<Vec<u8>> {
        Ok(self.register.read().picture(hash)?)
    }

    fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<()> {
        Ok(self.register.picture_sent(hash, there)?)
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool> {
        let whole = self.register.picture_part(hash, offset, size, bytes)?;
        if whole {
            // It came from the council, so the council has it.
            self.register.picture_sent(hash, true)?;
        }
        Ok(whole)
    }

    fn circulars(&mut self, new: &[SignedCircular]) -> Result<()> {
        Ok(self.register.keep_circulars(new)?)
    }
}
