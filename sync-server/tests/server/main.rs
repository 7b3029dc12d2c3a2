//! The server in process, over loopback, asked by a real HTTP client, on SQLite in a temporary folder.

#![allow(clippy::unwrap_used, clippy::panic)]

mod bad_input;
mod console;
mod devices;
mod drill;
mod enrolment;
mod orders;
mod people;
mod rights;
mod secured;
mod sessions;
mod sticks;
mod support;
mod syncing;
mod typed;
mod watching;
