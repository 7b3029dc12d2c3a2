//! The documents as a reader gets them: through the PDF tools of poppler, which `cargo xtask test` installs.

#![allow(clippy::disallowed_methods, reason = "the tests hand files to poppler")]

mod forms;
mod pdf;
mod photo_tables;
mod sample;
