//! The register as its users meet it, from outside the crate.

#![allow(clippy::unwrap_used, clippy::panic)]

mod centre;
mod copies;
mod copy;
mod council;
mod entry;
mod evidence;
mod meeting;
mod model;
mod numbers;
mod old_schemas;
mod opening;
mod outbox;
mod search;
mod support;
mod undo;
mod world;
