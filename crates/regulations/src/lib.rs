//! The regulations of an examination: the rule pack as data, the rules as judgements on an entry, the findings they
//! make, and the fees. Pure: no clock, no files, no locale of its own. Evaluation never fails; an `Err` here means that
//! a pack is broken.

pub mod codes;
pub mod field;

pub use codes::{CandidateNumber, CentreCode, IndexNumber, NotDigits, Shillings};
pub use field::{Draft, Field, FieldSet, Fields};
