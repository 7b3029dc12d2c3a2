//! Real desks and a real council: over a line that cuts at every byte, killed at every system call, put back from every
//! copy. After each, nothing acknowledged is lost, doubled or different.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod council;
mod cuts;
mod hand;
mod kills;
mod office;
mod restores;
