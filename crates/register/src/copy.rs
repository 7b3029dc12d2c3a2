//! The register's copy of the council's log, and all that a device keeps of the council's word: receipts, commitments,
//! batches of others, leases, circulars, pictures. Mirrors `sync::replica::Replica`, but for the key and the anchor,
//! which lie outside the register. Owns how own operations and the log become one state (the fold decides; tables and
//! history follow it). Refuses to verify signatures and to know the network: the session does.

mod folding;
mod merge;
mod notices;
mod pictures;
mod place;
mod reopen;
mod state;
mod take;

mod word;

pub use notices::{Notice, Said};
pub use state::SyncState;

pub(crate) use folding::{check, fold};
pub(crate) use merge::settle;
