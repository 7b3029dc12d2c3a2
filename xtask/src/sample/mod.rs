//! break one of them on purpose; refuses real people, and refuses to judge (that is `regulations`').

pub mod centres;
pub mod chance;
pub mod choices;
pub mod doubles;
pub mod entry;
pub mod fault;
pub mod names;
pub mod national;
pub mod portrait;
