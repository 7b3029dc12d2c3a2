//! The window's commands, called as the interface calls them, on real registers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::unwrap_used)]

mod approval;
mod bindings;
mod candidates;
mod care;
mod centres;
mod council;
mod deciding;
mod home;
mod importing;
mod manual;
mod opening;
mod papers;
mod people;
mod photographs;
mod room;
mod secrets;
mod syncing;
