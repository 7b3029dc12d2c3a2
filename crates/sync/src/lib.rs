//! How registers meet: a star of many devices and one authority, the council. Each device writes chained, signed
//! streams of operations; the council orders them into one log for each register and answers with signed receipts;
//! devices take in the log. A register's state is a fold of its log. Owns operations, chains, batches, receipts,
//! merging and both sides' decisions; refuses input and output, clocks and random numbers (they are parameters).

pub mod authority;
pub mod bundle;
mod chain;
pub mod circular;
pub mod enrolment;
pub mod fault;
pub mod fold;
pub mod frame;
mod head;
mod hex;
mod identity;
mod keys;
mod kind;
mod letters;
mod log;
pub mod message;
mod receipt;
mod record;
mod refusal;
pub mod replica;
mod role;
pub mod sign_in;

pub use chain::{chain_next, chain_start, log_next, log_start};
pub use head::{SignedHead, read_short_code, short_code};
pub use identity::{
    About, CandidateId, DeviceId, Epoch, Hash, Head, Origin, RegisterId, SlipId, StreamId, Tag, UnixMillis, WriterId,
};
pub use keys::{PublicKey, SecretKey, Signature};
pub use kind::Kind;
pub use log::{LogEnd, Mark, Passage, Standing, Timing};
pub use receipt::{Receipt, Received};
pub use record::{FieldWrite, Record, Unreadable};
pub use refusal::{Refusal, RefusalCode};
pub use role::Role;
