//! Parts of pictures, each taken in as soon as it is here: a cut costs the school no more than the one that was on its
//! way. Owns the reading of that body, within its limit and its time; what becomes of a part `answering` decides.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use sync::RefusalCode;
use sync::message::{Answer, MessageError, PartsReader, PicturePart, Request};

use super::endpoint::Endpoint;
use super::reply::Reply;
use crate::access::Caller;
use crate::answering;
use crate::office::Office;
use crate::problem::Problem;

/// Takes in what comes, to the end of the body; `received` counts its bytes.
pub(super) async fn parts(
    office: &Arc<Office>,
    caller: &Caller,
    body: Body,
    received: &mut usize,
) -> Result<Reply, Problem> {
    let patience = Duration::from_secs(office.settings.limits.body_seconds.into());
    match tokio::time::timeout(patience, take_in(office, caller, body, received)).await {
        Ok(answer) => Reply::answer(&answer?),
        Err(_) => Err(Problem::of(RefusalCode::TooMany, "The body took too long to come.").retry_after(5)),
    }
}

async fn take_in(
    office: &Arc<Office>,
    caller: &Caller,
    mut body: Body,
    received: &mut usize,
) -> Result<Answer, Problem> {
    let limit = Endpoint::PicturesParts.body_limit(&office.settings.limits);
    let (mut reader, mut taken, mut refused) = (PartsReader::default(), Vec::new(), None);
    while let Some(piece) = next_piece(&mut body).await? {
        *received += piece.len();
        if *received > limit {
            return Err(Problem::of(RefusalCode::TooLarge, format!("At most {limit} bytes are taken here.")));
        }
        if refused.is_some() {
            // Who still sends would not hear an answer; the rest is read for their sake.
            continue;
        }
        reader.push(&piece);
        match answer(office, caller, whole(&mut reader)?).await {
            Ok(Answer::PicturesTaken(more)) => taken.extend(more),
            other => refused = Some(other),
        }
    }
    match refused {
        Some(refused) => refused,
        None if reader.is_done() => Ok(Answer::PicturesTaken(taken)),
        None => Err(RefusalCode::Malformed.into()),
    }
}

async fn next_piece(body: &mut Body) -> Result<Option<Bytes>, Problem> {
    let cut = |_| Problem::of(RefusalCode::Malformed, "The body was cut off on its way.");
    while let Some(frame) = poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
        if let Ok(piece) = frame.map_err(cut)?.into_data() {
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// The parts that are whole now.
fn whole(reader: &mut PartsReader) -> Result<Vec<PicturePart>, Problem> {
    let mut parts = Vec::new();
    while let Some(part) = reader.next_part().map_err(|error| match error {
        MessageError::Malformed => Problem::from(RefusalCode::Malformed),
        MessageError::Protocol(_) => Problem::of(RefusalCode::Protocol, error.to_string()),
    })? {
        parts.push(part);
    }
    Ok(parts)
}

async fn answer(office: &Arc<Office>, caller: &Caller, parts: Vec<PicturePart>) -> Result<Answer, Problem> {
    if parts.is_empty() {
        return Ok(Answer::PicturesTaken(Vec::new()));
    }
    let _place = office.lanes.enter(Endpoint::PicturesParts.lane()).await?;
    answering::answer(office, caller, Request::PictureParts(parts)).await
}
