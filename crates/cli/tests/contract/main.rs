//! The contract of the command line, tried on the built program: exit codes, columns, lines of JSON, and what a person
//! at a centre does from an empty folder to printed documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod centre;
mod check;
mod council;
mod keyring;
mod program;
mod refusals;
#[path = "../../../desk/tests/council/server.rs"]
mod server;
