//! What goes back: a message, JSON, text, or a problem. Owns content types and headers; nothing is to be kept by caches.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, Response, StatusCode};
use serde::Serialize;
use sync::message::{self, Answer};

use crate::problem::{Code, Problem};

/// The content type of a message.
pub(super) const MESSAGE: &str = "application/vnd.daftari";
/// The content type of a bundle.
pub(super) const BUNDLE: &str = "application/age";

/// What goes back when all is well.
pub(super) struct Reply {
    pub kind: &'static str,
    pub body: Vec<u8>,
}

impl Reply {
    /// An answer of `sync`; a refusal becomes a problem.
    pub(super) fn answer(answer: &Answer) -> Result<Reply, Problem> {
        match answer {
            Answer::Refused(refusal) => Err((*refusal).into()),
            other => Ok(Reply { kind: MESSAGE, body: message::to_bytes(other) }),
        }
    }

    /// JSON.
    pub(super) fn json<T: Serialize>(value: &T) -> Result<Reply, Problem> {
        let body = serde_json::to_vec(value).map_err(|_| Problem::from(Code::Invalid))?;
        Ok(Reply { kind: "application/json", body })
    }

    /// Nothing more to say.
    pub(super) fn done() -> Reply {
        Reply { kind: "application/json", body: b"{}".to_vec() }
    }

    /// As HTTP has it.
    pub(super) fn response(self) -> Response<Body> {
        respond(StatusCode::OK, self.kind, self.body)
    }
}

/// A problem as HTTP has it.
pub(super) fn problem(problem: &Problem) -> Response<Body> {
    let status = StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(&problem.written()).unwrap_or_default();
    let mut response = respond(status, "application/problem+json", body);
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn respond(status: StatusCode, kind: &'static str, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    response
}
