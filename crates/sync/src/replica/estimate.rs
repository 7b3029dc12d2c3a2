//! What a session would send, before anything is sent: so that people know what it costs. Owns the count; refuses to
//! know prices.

use super::batch::Batch;
use super::session::Limits;
use super::store::{OwnStream, Place, Replica};

/// What waits to be sent, by lane. Bytes are of batches and pictures, before the transport's own.
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

/// Counts what waits in a copy. The batches are sealed to be weighed, and offered to nobody.
///
/// # Errors
/// When the copy cannot be read.
pub fn estimate<R: Replica>(replica: &R, limits: &Limits) -> Result<Estimate, R::Error> {
    let place = replica.place()?;
    let mut estimate = Estimate::default();
    for own in &place.streams {
        estimate.operations += own.n.saturating_sub(own.acknowledged);
        estimate.operation_bytes += weigh(replica, &place, own, limits)?;
    }
    if limits.pictures {
        let pictures = replica.pictures_to_send()?;
        estimate.pictures = pictures.len() as u32;
        estimate.picture_bytes = pictures.iter().map(|(_, size)| u64::from(*size)).sum();
    }
    Ok(estimate)
}

fn weigh<R: Replica>(replica: &R, place: &Place, own: &OwnStream, limits: &Limits) -> Result<u64, R::Error> {
    let (mut bytes, mut first) = (0, own.acknowledged + 1);
    while first <= own.n {
        let Some(batch) = Batch::choose(replica, place.register, own.stream, (first, own.n), limits)? else { break };
        bytes += batch.bytes.len() as u64;
        first = batch.last + 1;
    }
    Ok(bytes)
}
