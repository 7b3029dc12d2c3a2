//! The documents as a reader gets them: through the PDF tools of poppler, which `cargo xtask test` installs.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod forms;
mod pdf;
mod photo_tables;
mod sample;
