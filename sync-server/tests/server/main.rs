//! The server in process, over loopback, asked by a real HTTP client, on SQLite in a temporary folder.

mod bad_input;
mod devices;
mod enrolment;
mod orders;
mod people;
mod rights;
mod sessions;
mod support;
mod syncing;
mod watching;
