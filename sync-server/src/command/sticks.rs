//! Bundles that came on a stick, at the server itself. Owns the files.

use std::sync::Arc;

use super::order::BundleOrder;
use super::{OrderError, Outcome};
use crate::office::Office;

pub(super) async fn bundle(_: &Arc<Office>, order: BundleOrder) -> Result<Outcome, OrderError> {
    let BundleOrder::Import { bundle, .. } = order;
    Err(OrderError::Input(format!("{} does not open", bundle.display())))
}
