//! The rules as a whole: specs, messages, packs and the coverage of the manual.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, reason = "specs are read from their folder")]

mod baseline;
mod coverage;
mod fees;
mod fixes;
mod messages;
mod packs;
mod random;
mod reference;
mod slots;
mod specs;
