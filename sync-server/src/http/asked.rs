//! A request once it was let in: who asks, the parts of its path, its query and its body. Owns their reading; refuses
//! to decide.

use axum::body::Bytes;
use axum::http::HeaderMap;
use serde::de::DeserializeOwned;
use sync::message::{self, MessageError};
use sync::{RefusalCode, RegisterId};

use super::browser;
use crate::access::{Caller, scope};
use crate::problem::{Code, Problem};
use crate::stores::console::sessions::Session;

/// A request that was let in.
pub(crate) struct Asked {
    pub(crate) caller: Option<Caller>,
    /// The browser's session, where it is one that asks.
    pub(crate) session: Option<Session>,
    pub(crate) headers: HeaderMap,
    pub(crate) parts: Vec<(String, String)>,
    /// Names and values of the query, unescaped.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Bytes,
}

impl Asked {
    /// Who asks.
    pub(crate) fn caller(&self) -> Result<&Caller, Problem> {
        self.caller.as_ref().ok_or_else(|| RefusalCode::NoSession.into())
    }

    /// The browser's session.
    pub(crate) fn session(&self) -> Result<&Session, Problem> {
        self.session.as_ref().ok_or_else(|| RefusalCode::NoSession.into())
    }

    /// Browser and system in words.
    pub(crate) fn agent(&self) -> String {
        browser::agent(&self.headers)
    }

    /// The body as JSON. What is wrong is told without the values in it.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        serde_json::from_slice(&self.body).map_err(|error| {
            let detail = format!("The JSON does not fit at line {}, column {}.", error.line(), error.column());
            Problem::of(Code::Invalid, detail)
        })
    }

    /// The body as a message.
    pub(crate) fn message<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        message::from_bytes(&self.body).map_err(|error| match error {
            MessageError::Malformed => RefusalCode::Malformed.into(),
            MessageError::Protocol(_) => Problem::of(RefusalCode::Protocol, error.to_string()),
        })
    }

    /// A part of the path.
    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// A value of the query.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The register that the query names.
    pub(crate) fn register(&self) -> Result<RegisterId, Problem> {
        read_register(self.query("register").unwrap_or_default())
    }

    /// A number of the query; 0 when it is not given.
    pub(crate) fn after(&self) -> Result<u64, Problem> {
        let number = self.query("after").unwrap_or("0").parse();
        number.map_err(|_| Problem::of(Code::Invalid, "after: a number."))
    }
}

/// Reads `CENTRE-YEAR`.
pub(crate) fn read_register(text: &str) -> Result<RegisterId, Problem> {
    let read = text.split_once('-').and_then(|(centre, year)| {
        let year = if year.len() == 4 { year.parse().ok()? } else { return None };
        Some(RegisterId { centre: scope::centre(centre)?, year })
    });
    read.ok_or_else(|| Problem::of(Code::Invalid, "register: eight digits of the centre, a dash, the year."))
}
