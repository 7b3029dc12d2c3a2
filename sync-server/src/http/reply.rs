//! What goes back: a message, JSON, a file, a stream, or a problem. Owns content types and headers; nothing is to be kept
//! by caches unless it says so.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde::Serialize;
use sync::message::{self, Answer};

use crate::problem::{Code, Problem};

/// The content type of a message.
pub(crate) const MESSAGE: &str = "application/vnd.daftari";
/// The content type of a bundle.
pub(crate) const BUNDLE: &str = "application/age";

/// What goes back when all is well.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) kind: &'static str,
    pub(crate) body: Body,
    pub(crate) headers: HeaderMap,
}

impl Reply {
    /// A body of this type.
    pub(crate) fn of(kind: &'static str, body: impl Into<Body>) -> Reply {
        Reply { status: StatusCode::OK, kind, body: body.into(), headers: HeaderMap::new() }
    }

    /// An answer of `sync`; a refusal becomes a problem.
    pub(crate) fn answer(answer: &Answer) -> Result<Reply, Problem> {
        match answer {
            Answer::Refused(refusal) => Err((*refusal).into()),
            other => Ok(Reply::of(MESSAGE, message::to_bytes(other))),
        }
    }

    /// JSON.
    pub(crate) fn json<T: Serialize>(value: &T) -> Result<Reply, Problem> {
        let body = serde_json::to_vec(value).map_err(|_| Problem::from(Code::Invalid))?;
        Ok(Reply::of("application/json", body))
    }

    /// A file to save under a name of letters, digits, dots and dashes.
    pub(crate) fn file(kind: &'static str, name: &str, body: Vec<u8>) -> Reply {
        Reply::of(kind, body).with(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""))
    }

    /// Nothing more to say.
    pub(crate) fn done() -> Reply {
        Reply::of("application/json", "{}")
    }

    /// With a header beside; one that cannot stand in HTTP is left out.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Reply {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.append(name, value);
        }
        self
    }

    /// As HTTP has it.
    pub(crate) fn response(self) -> Response<Body> {
        let mut response = respond(self.status, self.kind, self.body);
        for (name, value) in &self.headers {
            match *name == CACHE_CONTROL {
                true => drop(response.headers_mut().insert(name, value.clone())),
                false => drop(response.headers_mut().append(name, value.clone())),
            }
        }
        response
    }
}

/// A problem as HTTP has it.
pub(crate) fn problem(problem: &Problem) -> Response<Body> {
    let status = StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(&problem.written()).unwrap_or_default();
    let mut response = respond(status, "application/problem+json", body.into());
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn respond(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    // The answer to a POST is kept by no cache, and a message is shown by no browser.
    if kind != MESSAGE {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    }
    response
}
