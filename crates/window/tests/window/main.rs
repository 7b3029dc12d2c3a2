//! The window's commands, called as the interface calls them, on real registers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod approval;
mod bindings;
mod candidates;
mod care;
mod centres;
mod council;
mod deciding;
mod details;
mod home;
mod importing;
mod manual;
mod news;
mod opening;
mod papers;
mod people;
mod photographs;
mod room;
mod secrets;
mod syncing;
mod transfers;

/// The centre of the tests' registers.
pub(crate) const CENTRE: u32 = 24_505_105;
