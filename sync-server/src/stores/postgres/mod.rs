//! The country's store: one PostgreSQL that several servers work on side by side. Owns its schema, its SQL and its
//! locks: who appends to a register holds that register until the commit. Refuses a database that does not wait for its
//! disk.

mod access;
#[cfg(feature = "test-support")]
pub mod cluster;
mod connect;
mod database;
mod ledger;
mod life;
mod parts;
mod row;
mod rows;
mod transaction;

pub use database::Postgres;
