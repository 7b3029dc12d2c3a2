//! What the authority must know to answer, and what it decides: plain values. A store reads the facts and writes the
//! decision, both in one transaction; between them there is no input or output.

use crate::identity::{Epoch, Hash, RegisterId, StreamId, UnixMillis};
use crate::keys::PublicKey;
use crate::log::{LogEnd, Mark};
use crate::receipt::Receipt;
use crate::role::Role;

/// What the council knows of a device, with regard to one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolled {
    /// Its key.
    pub key: PublicKey,
    /// What it may do.
    pub role: Role,
    /// Whether it was revoked.
    pub revoked: bool,
    /// Whether the register's centre is within its scope.
    pub in_scope: bool,
}

/// The end of a stream as stored, with the receipt that was given for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredStream {
    /// The last operation.
    pub n: u64,
    /// The chain's hash there.
    pub h: Hash,
    /// The receipt given for it.
    pub receipt: Receipt,
}

/// What a store reads before a batch is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushFacts {
    /// The device that signed it; `None`: not enrolled.
    pub device: Option<Enrolled>,
    /// The key under which its signature was found good before the transaction; `None`: it is still to be checked.
    pub signed_by: Option<PublicKey>,
    /// The stream; `None`: nothing of it is stored.
    pub stream: Option<StoredStream>,
    /// The stored hash of the batch's last operation, where the stream goes at least so far.
    pub h_at_last: Option<Hash>,
    /// Whether the batch goes on from one that is kept aside as a fork. Read only where it does not from the stream.
    pub behind_fork: bool,
    /// The end of the centre's log.
    pub log: LogEnd,
    /// The highest incarnation known of the writer; 0: none.
    pub last_incarnation: u64,
    /// When registration closes.
    pub closes: Option<UnixMillis>,
    /// Signed heads of the stream that came before closing, `(n, h)`. Read only after closing.
    pub commitments: Vec<(u64, Hash)>,
    /// Short codes of the register that came before closing. Read only after closing.
    pub short_codes: Vec<String>,
}

/// Where and when the authority works.
#[derive(Clone, Copy, Debug)]
pub struct Here<'k> {
    /// The life of the database.
    pub epoch: Epoch,
    /// Its clock.
    pub now: UnixMillis,
    /// The council's key, which signs receipts.
    pub key: &'k crate::keys::SecretKey,
}

/// What is appended to the log, in one transaction with the stream's new end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// The register.
    pub register: RegisterId,
    /// The stream.
    pub stream: StreamId,
    /// The first operation that is new; the batch may begin before it.
    pub first: u64,
    /// The last operation.
    pub last: u64,
    /// The chain's hash there: the stream's new end.
    pub h: Hash,
    /// The position of the first operation.
    pub position: u64,
    /// What is said of the operations: so many, this.
    pub marks: Vec<(u32, Mark)>,
    /// The log's new end.
    pub log: LogEnd,
    /// The receipt; kept with the stream, since a repeat is answered with it.
    pub receipt: Receipt,
}
