//! The use cases of the desktop and the command line, over the crates below: checking a file, a centre's register from
//! import to signed documents, and where registers and their keys are kept. Owns the clock, the files and the keyring;
//! refuses rules (`regulations`), SQL (`register`), cells (`intake`) and layout (`documents`).

pub mod check;
pub mod error;
pub mod files;
pub mod rulebook;

pub use error::{Error, ErrorClass, Result};
pub use rulebook::Rulebook;
