//! A stick's bundle, brought by anybody with a session. Owns nothing but the way in and out.

use std::sync::Arc;

use super::asked::Asked;
use super::reply::{BUNDLE, Reply};
use crate::bundles::take_in;
use crate::office::Office;
use crate::problem::Problem;

pub(super) async fn bundles(office: &Arc<Office>, asked: Asked) -> Result<Reply, Problem> {
    let taken = take_in(office, asked.body.into()).await?;
    Ok(Reply::of(BUNDLE, taken.reply))
}
