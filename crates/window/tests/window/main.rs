//! The window's commands, called as the interface calls them, on real registers.

mod bindings;
mod candidates;
mod opening;
mod room;
