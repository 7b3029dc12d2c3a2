//! Schemas of sign-in, the session and its factors.

use serde_json::{Value, json};

use super::words::{id, int, list, maybe, moment, object, one_of, text, yes};
use crate::access::Right;

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("Session", session()),
        ("NoSession", object([("stage", one_of(["none"])), ("version", text())])),
        ("OwnSession", own_session()),
        ("TotpSetup", object([("secret", text()), ("uri", text()), ("qr", list(text()))])),
    ]
}

fn session() -> Value {
    object([
        ("stage", one_of(["second", "enrol", "full", "locked"])),
        ("name", text()),
        ("role", super::shared::role()),
        ("scope", list(text())),
        ("factors", list(one_of(["totp", "passkey"]))),
        ("rights", list(one_of(Right::ALL.map(Right::name)))),
        ("enrols", list(super::shared::role())),
        ("resets", list(super::shared::role())),
        ("year", maybe(int())),
        ("years", list(int())),
        ("idle_seconds", int()),
        ("expires", moment()),
        ("version", text()),
    ])
}

fn own_session() -> Value {
    object([
        ("id", id()),
        ("current", yes()),
        ("created", moment()),
        ("seen", moment()),
        ("agent", text()),
        ("factor", one_of(["", "totp", "passkey"])),
    ])
}

/// Six digits; an authenticator shows them in two groups.
pub(super) fn code() -> Value {
    object([("code", json!({ "type": "string", "minLength": 1, "maxLength": 20 }))])
}

pub(super) fn password() -> Value {
    object([("password", text())])
}

pub(super) fn new_password() -> Value {
    object([("password", text()), ("new", text())])
}

pub(super) fn login() -> Value {
    object([("name", text()), ("password", text())])
}
