//! Support for the tests that cross crates.

pub mod fixtures;
