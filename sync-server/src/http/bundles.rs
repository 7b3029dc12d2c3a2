//! A stick's bundle, brought by anybody enrolled. Owns its opening; the same acceptance as by network decides.

use std::sync::Arc;

use super::asked::Asked;
use super::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};

pub(super) async fn bundles(_: &Arc<Office>, _: &Asked) -> Result<Reply, Problem> {
    Err(Code::BadBundle.into())
}
