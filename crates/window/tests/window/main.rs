//! The window's commands, called as the interface calls them, on real registers.

mod approval;
mod bindings;
mod candidates;
mod care;
mod home;
mod manual;
mod opening;
mod papers;
mod people;
mod room;
mod secrets;
