//! What the tests of crashes share: a network that cuts and drags, and how many of all the places to fail at are tried.
//! Owns these two; refuses to know what travels in the network and what fails.

pub mod proxy;

/// Says, when it is set, that every place to fail at is tried: `cargo xtask test --thorough`.
pub const THOROUGH: &str = "DAFTARI_THOROUGH";

/// Every third try with the first and the last, or all where [`THOROUGH`] is set.
pub fn tries<T>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let step = if std::env::var_os(THOROUGH).is_some() { 1 } else { 3 };
    let all: Vec<T> = all.into_iter().collect();
    let last = all.len().saturating_sub(1);
    all.into_iter().enumerate().filter(|(at, _)| at % step == 0 || *at == last).map(|(_, one)| one).collect()
}
