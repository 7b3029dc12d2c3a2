//! The rules as a whole: specs, messages, packs and the coverage of the manual.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod baseline;
mod fees;
mod messages;
mod packs;
mod random;
mod reference;
mod slots;
mod specs;
