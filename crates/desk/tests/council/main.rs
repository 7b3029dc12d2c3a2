//! Desks and the real council over HTTP, from end to end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod enrolment;
mod meeting;
mod place;
mod server;
mod sticks;
mod trouble;
