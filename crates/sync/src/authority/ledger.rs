//! What the council keeps, as the authority needs it: one transaction's view of a store. Every store (in memory for the
//! simulation, SQLite, PostgreSQL) implements these two traits and nothing of the decisions. Methods of one transaction
//! take effect together when the store commits, and an answer leaves only after that.

use crate::circular::SignedCircular;
use crate::head::SignedHead;
use crate::identity::{DeviceId, Epoch, Hash, RegisterId, StreamId, UnixMillis, WriterId};
use crate::log::{LogEnd, Mark};
use crate::message::{Lease, StreamEnd};
use crate::refusal::RefusalCode;

use super::facts::{Append, Enrolled, StoredStream};

/// A run of the log as stored: what [`Append`] wrote, with the batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRun {
    /// The life of the database in which it was taken in.
    pub epoch: Epoch,
    /// The clock then.
    pub at: UnixMillis,
    /// The stream.
    pub stream: StreamId,
    /// The first operation.
    pub first: u64,
    /// The last operation.
    pub last: u64,
    /// The position of the first.
    pub position: u64,
    /// What was said.
    pub marks: Vec<(u32, Mark)>,
    /// The log's end after it.
    pub log: LogEnd,
    /// The batch that brought it, which may begin earlier.
    pub frame: Vec<u8>,
}

/// A batch that was not taken in but is kept for an operator to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Why.
    pub why: QuarantinedBecause,
    /// The device that signed it.
    pub device: DeviceId,
    /// The register.
    pub register: RegisterId,
    /// The stream.
    pub stream: StreamId,
    /// Its first operation.
    pub first: u64,
    /// Its last operation.
    pub last: u64,
    /// When it came.
    pub at: UnixMillis,
    /// The batch.
    pub frame: Vec<u8>,
}

/// Why a batch is kept aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuarantinedBecause {
    /// Another operation stands at its place: a copied or restored computer.
    Forked,
    /// Its device was revoked.
    Revoked,
}

/// One transaction on what the council keeps of registers. Every method errs when the store does not answer.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Ledger {
    /// What goes wrong when the store does not answer. Nothing of the transaction is kept then.
    type Error;

    /// What is known of a device with regard to a register.
    fn enrolled(&mut self, device: DeviceId, register: RegisterId) -> Result<Option<Enrolled>, Self::Error>;

    /// A stream's end. Within the transaction nobody else appends to the register.
    fn stream(&mut self, stream: StreamId) -> Result<Option<StoredStream>, Self::Error>;

    /// The hash at a place of a stream; `None` beyond its end.
    fn hash_at(&mut self, stream: StreamId, n: u64) -> Result<Option<Hash>, Self::Error>;

    /// The hashes of a stream from `first` on, at most `limit`.
    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Result<Vec<Hash>, Self::Error>;

    /// The ends of every stream of a register.
    fn streams_of(&mut self, register: RegisterId) -> Result<Vec<StreamEnd>, Self::Error>;

    /// The highest incarnation known of a writer, quarantined batches included; 0: none.
    fn last_incarnation(&mut self, writer: WriterId) -> Result<u64, Self::Error>;

    /// The end of a register's log.
    fn log_end(&mut self, register: RegisterId) -> Result<LogEnd, Self::Error>;

    /// The chain of a register's log at a position that ends a stored run, or within one; `None` beyond the end.
    fn log_at(&mut self, register: RegisterId, position: u64) -> Result<Option<Hash>, Self::Error>;

    /// The last position of a register's log that was taken in up to the end of this life of the database; `None` for
    /// a life that this database has not lived through.
    fn last_position_in(&mut self, register: RegisterId, epoch: Epoch) -> Result<Option<u64>, Self::Error>;

    /// When registration of a year closes.
    fn closes(&mut self, year: u16) -> Result<Option<UnixMillis>, Self::Error>;

    /// Heads of a stream that were kept before `before`.
    fn commitments(&mut self, stream: StreamId, before: UnixMillis) -> Result<Vec<(u64, Hash)>, Self::Error>;

    /// Short codes of a register that were kept before `before`.
    fn short_codes(&mut self, register: RegisterId, before: UnixMillis) -> Result<Vec<String>, Self::Error>;

    /// Appends a run to the log and sets the stream's end, with its receipt. `frame` is the batch as it came.
    fn append(&mut self, append: &Append, frame: &[u8]) -> Result<(), Self::Error>;

    /// Keeps a batch aside; the same batch twice is kept once.
    fn quarantine(&mut self, batch: &Quarantined) -> Result<(), Self::Error>;

    /// The batches of a stream that are kept aside as forks and hold the operation of this place.
    fn forked_at(&mut self, stream: StreamId, n: u64) -> Result<Vec<Vec<u8>>, Self::Error>;

    /// Keeps a signed head; of the same head the first moment counts.
    fn keep_head(&mut self, head: &SignedHead, at: UnixMillis) -> Result<(), Self::Error>;

    /// Runs of a register's log that end after `after`, in order, until their batches make `limit` bytes or more.
    fn runs(&mut self, register: RegisterId, after: u64, limit: usize) -> Result<Vec<StoredRun>, Self::Error>;

    /// The numbers leased in a register, by device.
    fn leases(&mut self, register: RegisterId) -> Result<Vec<(DeviceId, Lease)>, Self::Error>;

    /// Sets the numbers leased to a device, in place of those before.
    fn lease(&mut self, register: RegisterId, device: DeviceId, leases: &[Lease]) -> Result<(), Self::Error>;

    /// Circulars after a number.
    fn circulars(&mut self, after: u32) -> Result<Vec<SignedCircular>, Self::Error>;

    /// Begins another life of the database: a receipt showed that it was restored. Tells the new epoch, which the store
    /// draws at random and writes outside the database too before it commits.
    fn begin_epoch(&mut self) -> Result<Epoch, Self::Error>;

    /// Notes a refusal for the audit.
    fn refused(&mut self, device: Option<DeviceId>, code: RefusalCode, at: UnixMillis) -> Result<(), Self::Error>;
}

/// Where the council keeps pictures, by their hashes. Every method errs when the store does not answer.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Pictures {
    /// What goes wrong when the store does not answer.
    type Error;

    /// How many bytes there are; [`u32::MAX`]: all, and verified.
    fn have(&mut self, hash: Hash) -> Result<u32, Self::Error>;

    /// Keeps a part that begins where the store's bytes end (an earlier beginning is cut). Tells how many bytes there
    /// are now; [`u32::MAX`]: all, and they hash to the name. A whole picture that does not is thrown away: 0.
    fn keep(&mut self, hash: Hash, size: u32, offset: u32, bytes: &[u8]) -> Result<u32, Self::Error>;

    /// A whole picture's bytes from an offset on, and its size; `None`: it has not come.
    fn get(&mut self, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, Self::Error>;
}
