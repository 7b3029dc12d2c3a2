//! The council's server, as a library: what `sync-server` runs and the tests start in process. Owns HTTP, sessions,
//! access, configuration and the stores; refuses every decision on batches and logs (`sync::authority` makes them).

pub mod access;
pub mod answering;
pub mod audit;
pub mod bundles;
pub mod circulars;
pub mod clock;
pub mod command;
pub mod console;
pub mod http;
pub mod keys;
pub mod metrics;
pub mod office;
pub mod pictures;
pub mod problem;
pub mod proof;
pub mod settings;
pub mod stores;
pub mod transact;
pub mod transfer;
