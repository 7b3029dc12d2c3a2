//! Bundles that came on a stick, at the server itself. Owns the files.

use std::sync::Arc;

use super::order::BundleOrder;
use super::{OrderError, Outcome, said};
use crate::bundles::{Taken, take_in};
use crate::office::Office;

pub(super) async fn bundle(office: &Arc<Office>, order: BundleOrder) -> Result<Outcome, OrderError> {
    let BundleOrder::Import { bundle, reply: to } = order;
    let encrypted = std::fs::read(&bundle).map_err(|error| OrderError::File(bundle, error))?;
    let Taken { reply, stored, refused, pictures } = take_in(office, encrypted).await?;
    std::fs::write(&to, reply).map_err(|error| OrderError::File(to.clone(), error))?;
    let answer = to.display();
    Ok(said(format!(
        "{stored} batches are durable, {pictures} pictures whole, {refused} refused; the answer is {answer}"
    )))
}
