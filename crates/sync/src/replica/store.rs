//! What a device keeps of a register, as the session needs it. `desk` implements it over the register's file; the
//! simulation in memory. Owns the questions and their guarantees; refuses to say how they are kept.

use crate::head::SignedHead;
use crate::identity::{Epoch, Hash, RegisterId, StreamId, UnixMillis};
use crate::keys::{PublicKey, SecretKey};
use crate::log::{LogEnd, Mark, Passage};
use crate::message::{Lease, StreamEnd};
use crate::receipt::Receipt;

/// A stream that this device wrote in this register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStream {
    /// Which.
    pub stream: StreamId,
    /// Its last operation; 0: none.
    pub n: u64,
    /// The chain's hash there.
    pub h: Hash,
    /// The last operation for which a verified receipt of the present epoch is kept; 0: none.
    pub acknowledged: u64,
    /// The last operation covered by a head that the council took as a commitment in the present epoch; 0: none.
    pub committed: u64,
}

/// Where the copy stands. Read anew after every answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The register.
    pub register: RegisterId,
    /// The council's key, pinned at enrolment.
    pub council: PublicKey,
    /// The streams that this device wrote here, oldest incarnation first; the last is the one written now. Operations
    /// that [`Replica::reopen`] carried over are no longer part of theirs.
    pub streams: Vec<OwnStream>,
    /// The end of the copy of the log.
    pub log: LogEnd,
    /// The lives of the council's database in which its operations were taken in there ([`Taken::epoch`]), oldest first,
    /// each with its last position.
    pub lineage: Vec<Passage>,
    /// The present life of the council's database, as [`Replica::rewind`] last said; `None`: it has never been asked.
    pub epoch: Option<Epoch>,
    /// The newest circular kept.
    pub circular: u32,
}

/// One operation of the log, verified, on its way into the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its position, after the one before.
    pub position: u64,
    /// The life of the council's database in which it was taken in there.
    pub epoch: Epoch,
    /// Its stream.
    pub stream: StreamId,
    /// Its place in the stream.
    pub n: u64,
    /// Its hash.
    pub h: Hash,
    /// What the council said of it.
    pub mark: Mark,
    /// The council's clock when it came.
    pub at: UnixMillis,
    /// Its bytes; `None`: an operation of this device's own streams, whose bytes are there already. An operation of an
    /// own stream that a restored copy had lost comes with its bytes and belongs to the log only: the stream named in
    /// [`Place::streams`] grows by what is written here and by nothing else.
    pub bytes: Option<Vec<u8>>,
}

/// A signed batch of another device's stream, kept so that it can be offered again should the council lose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The stream.
    pub stream: StreamId,
    /// The last operation in it.
    pub last: u64,
    /// The batch as it was signed.
    pub frame: Vec<u8>,
}

/// A device's copy of a register. Every method that changes something is one transaction, durable on return.
pub trait Replica {
    /// What goes wrong when the copy cannot be read or written.
    type Error;

    /// Where the copy stands.
    ///
    /// # Errors
    /// When it cannot be read.
    fn place(&self) -> Result<Place, Self::Error>;

    /// The key that signs for this device.
    fn key(&self) -> &SecretKey;

    /// Own operations of a stream from `first` on, at most `limit`, with the hash before the first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn operations(&self, stream: StreamId, first: u64, limit: usize) -> Result<(Hash, Vec<Vec<u8>>), Self::Error>;

    /// The hash at a place of a stream, counted from 1: of an own stream as written here; else, and beyond an own
    /// stream's end, as the copy of the log has it. `None` where neither reaches.
    ///
    /// # Errors
    /// When it cannot be read.
    fn hash_at(&self, stream: StreamId, n: u64) -> Result<Option<Hash>, Self::Error>;

    /// Writes, outside the database, that the stream written now reaches this far: before any own operation is offered to
    /// anybody. A copy that is later found behind its anchor, by incarnation and place, was restored.
    ///
    /// # Errors
    /// When it cannot be written; nothing is offered then.
    fn anchor(&mut self, end: StreamEnd) -> Result<(), Self::Error>;

    /// Keeps a receipt of the present epoch that verified, and whose hash is the stream's own (by [`Replica::hash_at`];
    /// it may reach beyond the own stream's end, where this copy was restored).
    ///
    /// # Errors
    /// When it cannot be written.
    fn acknowledge(&mut self, receipt: &Receipt) -> Result<(), Self::Error>;

    /// Notes that the council keeps this head.
    ///
    /// # Errors
    /// When it cannot be written.
    fn committed(&mut self, head: &SignedHead, at: UnixMillis) -> Result<(), Self::Error>;

    /// Appends to the copy of the log and merges: what the register shows is then the fold of the log with own
    /// operations that are not in it on top. `carried` are the batches of others that the operations came in.
    ///
    /// # Errors
    /// When it cannot be written; nothing of it is kept then.
    fn take(&mut self, operations: &[Taken], carried: &[Carried], end: LogEnd) -> Result<(), Self::Error>;

    /// Takes back the copy of the log beyond `common` and notes the present life of the council's database. If that is
    /// another than before, what the council said in lives that ended does not count any more, but for history:
    /// [`OwnStream::acknowledged`] and [`OwnStream::committed`] are of `epoch` only, every picture is to be sent, every
    /// batch of others beyond the log is to be offered. Batches carried are kept, wherever the log ends.
    ///
    /// # Errors
    /// When it cannot be written.
    fn rewind(&mut self, common: u64, epoch: Epoch) -> Result<(), Self::Error>;

    /// Opens `incarnation`, which is written from now on, and carries over into it, as new operations and in this order,
    /// what each of these own streams has beyond the place given: bases that name carried operations name the new ones.
    /// What was carried over is kept aside, never lost and never sent.
    ///
    /// # Errors
    /// When it cannot be written; nothing is changed then.
    fn reopen(&mut self, streams: &[(StreamId, u64)], incarnation: u64) -> Result<(), Self::Error>;

    /// Takes what the council said of time and numbers.
    ///
    /// # Errors
    /// When it cannot be written.
    fn told(&mut self, now: UnixMillis, closes: Option<UnixMillis>, leases: &[Lease]) -> Result<(), Self::Error>;

    /// Batches carried for others that reach beyond what the copy of the log has of their streams, each stream's in
    /// order, without those settled: asked when the copy is in step, it is what the council lost. Of those
    /// from before the present life of its database also the ones that hold another operation than the log has at their
    /// end: of two copies of a computer the restored council got the other's first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn carried(&self) -> Result<Vec<Carried>, Self::Error>;

    /// The council has had its say on a batch carried for another: it is not offered again in the present epoch.
    ///
    /// # Errors
    /// When it cannot be written.
    fn settled(&mut self, batch: &Carried) -> Result<(), Self::Error>;

    /// Of the receipts kept of the present epoch, the one furthest in the log.
    ///
    /// # Errors
    /// When it cannot be read.
    fn proof(&self) -> Result<Option<Receipt>, Self::Error>;

    /// Pictures that the register shows and has, and of which no word has come in the present epoch that the council
    /// has them, with their sizes in bytes.
    ///
    /// # Errors
    /// When they cannot be read.
    fn pictures_to_send(&self) -> Result<Vec<(Hash, u32)>, Self::Error>;

    /// Pictures that the register shows and has not, with how many bytes of each are here.
    ///
    /// # Errors
    /// When they cannot be read.
    fn pictures_to_fetch(&self) -> Result<Vec<(Hash, u32)>, Self::Error>;

    /// A picture's bytes.
    ///
    /// # Errors
    /// When they cannot be read.
    fn picture(&self, hash: Hash) -> Result<Vec<u8>, Self::Error>;

    /// The council has this picture, whole and verified (or, `false`, has it no longer).
    ///
    /// # Errors
    /// When it cannot be written.
    fn picture_sent(&mut self, hash: Hash, there: bool) -> Result<(), Self::Error>;

    /// Keeps the next bytes of a picture; when `size` is reached they are checked against the name and, if they are not
    /// of it, thrown away. Tells whether the picture is whole now.
    ///
    /// # Errors
    /// When they cannot be written.
    fn picture_part(&mut self, hash: Hash, offset: u32, size: u32, bytes: &[u8]) -> Result<bool, Self::Error>;

    /// Keeps circulars whose signatures verified.
    ///
    /// # Errors
    /// When they cannot be written.
    fn circulars(&mut self, new: &[crate::circular::SignedCircular]) -> Result<(), Self::Error>;
}
