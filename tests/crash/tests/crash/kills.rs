//! The real programs, killed by the system at every call that changes a file or sends, on both sides; and both sides'
//! folders as a disk leaves them when the power goes, with what was not waited for lost or torn.

mod client;
mod disk;
mod power;
mod programs;
mod recording;
mod scene;
mod server;
mod strace;
mod trace;
mod tries;
