//! The council's side: takes in batches, answers, orders everything into one log for each register. Owns the decisions;
//! refuses to keep anything (a store reads the facts and writes the decision, in one transaction).

mod facts;
mod ledger;

pub use facts::{Append, Enrolled, Here, PushFacts, StoredStream};
pub use ledger::{Ledger, Pictures, Quarantined, QuarantinedBecause, StoredRun};
