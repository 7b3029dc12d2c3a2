//! The window's commands, called as the interface calls them, on real registers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod approval;
mod bindings;
mod candidates;
mod care;
mod centres;
mod council;
mod deciding;
mod home;
mod manual;
mod opening;
mod papers;
mod people;
mod room;
mod secrets;
mod syncing;
