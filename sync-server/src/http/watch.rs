//! What watches the server is told: whether it can serve, and what it counted. Owns nothing else.

use std::sync::Arc;

use sync::RefusalCode;

use super::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::{Lane, StoreError};

/// Ready when the database and the pictures answer.
pub(super) async fn readyz(office: &Arc<Office>) -> Result<Reply, Problem> {
    office.transact(Lane::Read, |council| council.epoch()).await?;
    let photographs = office.stores.photographs.clone();
    let answers: Result<Result<(), StoreError>, _> = tokio::task::spawn_blocking(move || photographs.ready()).await;
    answers.map_err(|_| RefusalCode::Store)??;
    Ok(Reply::done())
}

pub(super) fn metrics(office: &Arc<Office>) -> Reply {
    let body = office.metrics.written(&*office.stores.database).into_bytes();
    Reply::of("text/plain; version=0.0.4", body)
}
