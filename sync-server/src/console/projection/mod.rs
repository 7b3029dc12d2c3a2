//! Projection: the registers' logs become the rows that the console reads, beside the receipts' way and never on it. Owns
//! the task, its pace and that several servers may do it at once; what a row says is `made`'s.

mod found;
mod judged;
mod made;
mod summary;
mod task;
mod write;

pub(crate) use found::{Found, key, member};
pub(crate) use judged::{Judged, SharedPapers, centre_of};
pub(crate) use made::Values;
#[cfg(feature = "test-support")]
pub(crate) use summary::FORMAT;
pub(crate) use summary::{STATES, Summary};
pub use task::catch_up;
pub(crate) use task::{give_way, pack_of, run};
pub(crate) use write::{is_known, is_settled, put_found, put_gone};
