//! Tables as people really send them, from bytes to outcomes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod again;
mod books;
mod contract;
mod hostile;
mod sheets;
mod text;
mod world;
