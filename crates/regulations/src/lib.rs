//! The regulations of an examination: the rule pack as data, the rules as judgements on an entry, the findings they
//! make, and the fees. Pure: no clock, no files, no locale of its own. Evaluation never fails; an `Err` here means that
//! a pack is broken.

pub mod centre;
pub mod codes;
pub mod condition;
pub mod coverage;
pub mod entry;
pub mod fees;
pub mod field;
pub mod finding;
pub mod fix;
mod given;
pub mod messages;
pub mod pack;
pub mod papers;
pub mod rules;
pub mod slots;
pub mod subjects;
pub mod transfer;

pub use centre::{Centre, CentreKind};
pub use codes::{CandidateNumber, CentreCode, IndexNumber, NotDigits, Shillings};
pub use condition::Condition;
pub use coverage::Coverage;
pub use entry::{Entry, Needs};
pub use fees::{Fee, Payer};
pub use field::{Draft, Field, FieldSet, Fields};
pub use finding::{Finding, Rule, Severity};
pub use fix::{Fix, fix};
pub use messages::{Language, Message, Messages};
pub use pack::{Pack, PackError};
pub use papers::{Paper, Papers};
pub use rules::{Case, CentreCase, Held, Photo, Shared, judge, judge_centre};
pub use slots::Slots;
pub use subjects::{Subject, SubjectSet, Subjects};
pub use transfer::{Stands, TransferCondition, TransferFacts};
