//! Devices, a council and a lying network in one thread: one seed decides everything that happens, and what was promised
//! is looked at after every step (`docs/sync.md`, I1 to I16). Owns the worlds, the checkers and the shortening of a story
//! that ends badly; refuses every source of chance but the seed.

pub mod bite;
pub mod council;
pub mod desk;
pub mod dice;
pub mod invariant;
pub mod mirror;
mod opened;
pub mod plan;
pub mod seeds;
pub mod shorten;
pub mod world;
