//! The use cases of the desktop and the command line, over the crates below: checking a file, a centre's register from
//! import to signed documents, and where registers and their keys are kept. Owns the clock, the files and the keyring;
//! refuses rules (`regulations`), SQL (`register`), cells (`intake`) and layout (`documents`).

mod album;
pub mod anchors;
pub mod check;
pub mod circulars;
pub mod clock;
pub mod conflicts;
pub mod deadlines;
mod desk;
pub mod error;
pub mod files;
pub mod glance;
pub mod identity;
pub mod import;
pub mod judgement;
pub mod news;
pub mod office;
pub mod papers;
mod passphrase;
pub mod people;
pub mod photos;
pub mod practice;
pub mod readiness;
pub mod returned;
pub mod rulebook;
mod seal;
pub mod spreadsheets;
pub mod support;
pub mod sync;
mod taking_up;
mod threads;
pub mod transfers;
pub mod updates;
pub mod vault;

pub use desk::{Desk, Notice};
pub use error::{Error, ErrorClass, Result};
pub use office::{NewCentre, Office};
pub use passphrase::{SHORTEST, Secrets};
pub use rulebook::{BrokenCircular, Rulebook};
pub use taking_up::TakenUp;
pub use vault::Vault;
