//! Made-up registers: some in whose queues everything waits, for trying out (`--dev --practice`), and thousands for the bench. Owns
//! that nobody in them is a real person; a council that serves has none of it.

#[cfg(feature = "test-support")]
pub mod country;
mod desk;
mod people;
mod waiting;

pub use waiting::fill;
