//! A register as the session sees it, by itself: no anchor, nothing outside the file.

use register::Register;
use sync::circular::SignedCircular;
use sync::message::{Lease, StreamEnd};
use sync::replica::{Carried, Place, Replica, Taken};
use sync::{Epoch, Hash, LogEnd, Receipt, SecretKey, SignedHead, StreamId, UnixMillis};

pub(crate) struct Hand<'h> {
    pub(crate) register: &'h mut Register,
    pub(crate) key: &'h SecretKey,
}

impl Replica for Hand<'_> {
    type Error = register::Error;

    fn place(&self) -> register::Result<Place> {
        self.register.read().place()
    }

    fn key(&self) -> &SecretKey {
        self.key
    }

    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> register::Result<(Hash, Vec<Vec<u8>>)> {
        self.register.read().operations(stream, first, limit)
    }

    fn hash_at(&self, stream: StreamId, n: u64) -> register::Result<Option<Hash>> {
        self.register.read().hash_at(stream, n)
    }

    fn anchor(&mut self, _end: StreamEnd) -> register::Result<()> {
        Ok(())
    }

    fn acknowledge(&mut self, receipt: &Receipt) -> register::Result<()> {
        self.register.acknowledge(receipt)
    }

    fn committed(&mut self, head: &SignedHead, at: UnixMillis) -> register::Result<()> {
        self.register.committed(head, at)
    }

    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> register::Result<()> {
        self.register.take(operations, carried, end)
    }

    fn rewind(&mut self, common: u64, epoch: Epoch) -> register::Result<()> {
        self.register.rewind(common, epoch)
    }

    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> register::Result<()> {
        self.register.reopen(streams, incarnation)
    }

    fn told(&mut self, now: UnixMillis, closes: Option<UnixMillis>, leases: &[Lease]) -> register::Result<()> {
        self.register.told(now, closes, leases)
    }

    fn carried(&self) -> register::Result<Vec<Carried>> {
        self.register.read().carried()
    }

    fn settled(&mut self, batch: &Carried) -> register::Result<()> {
        self.register.settled(batch)
    }

    fn proof(&self) -> register::Result<Option<Receipt>> {
        self.register.read().proof()
    }

    fn pictures_to_send(&self) -> register::Result<Vec<(Hash, u32)>> {
        self.register.read().pictures_to_send()
    }

    fn pictures_to_fetch(&self) -> register::Result<Vec<(Hash, u32)>> {
        self.register.read().pictures_to_fetch()
    }

    fn picture(&self, hash: Hash) -> register::Result<Vec<u8>> {
        self.register.read().picture(hash)
    }

    fn picture_sent(&mut self, hash: Hash, there: bool) -> register::Result<()> {
        self.register.picture_sent(hash, there)
    }

    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> register::Result<bool> {
        self.register.picture_part(hash, offset, size, bytes)
    }

    fn circulars(&mut self, new: &[SignedCircular]) -> register::Result<()> {
        self.register.keep_circulars(new)
    }
}
