//! The server's clock and its random numbers. Owns the only calls to either; refuses to decide anything by them.

use std::time::{SystemTime, UNIX_EPOCH};

use sync::UnixMillis;

/// Now, by this computer.
#[must_use]
pub fn now() -> UnixMillis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    UnixMillis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// A moment so many seconds after another.
#[must_use]
pub fn after(moment: UnixMillis, seconds: u32) -> UnixMillis {
    UnixMillis(moment.0.saturating_add(i64::from(seconds) * 1000))
}

/// Whole seconds from a moment to a later one, at least 1: what `Retry-After` says.
#[must_use]
pub fn seconds_until(now: UnixMillis, later: UnixMillis) -> u32 {
    u32::try_from((later.0 - now.0).max(0) / 1000 + 1).unwrap_or(u32::MAX)
}

/// Random bytes of the operating system.
///
/// # Errors
/// When it has none to give.
pub fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// The operating system gave no random numbers: nothing secret can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random numbers")]
pub struct NoRandomness;
