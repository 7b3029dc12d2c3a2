//! Schemas of sign-in, the session and its factors.

use serde_json::{Value, json};

use super::words::{id, int, list, maybe, moment, named, object, one_of, text, yes};
use crate::access::Right;

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("Session", session()),
        ("NoSession", object([("stage", one_of(["none"])), ("version", text())])),
        ("OwnSession", own_session()),
        ("Factor", object([("id", text()), ("kind", kind()), ("label", text()), ("at", moment())])),
        ("Passkey", created()),
        ("PasskeyAnswer", answered()),
        ("Question", object([("options", json!({ "type": "object" })), ("state", text())])),
        ("TotpSetup", object([("secret", text()), ("uri", text()), ("qr", list(text()))])),
    ]
}

fn session() -> Value {
    object([
        ("stage", one_of(["second", "enrol", "full", "locked"])),
        ("name", text()),
        ("role", super::shared::role()),
        ("scope", list(text())),
        ("factors", list(kind())),
        ("rights", list(one_of(Right::ALL.map(Right::name)))),
        ("enrols", list(super::shared::role())),
        ("resets", list(super::shared::role())),
        ("year", maybe(int())),
        ("years", list(int())),
        ("idle_seconds", int()),
        ("expires", moment()),
        ("passkeys", maybe(text())),
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

fn kind() -> Value {
    one_of(["totp", "passkey"])
}

fn attachment() -> Value {
    maybe(one_of(["platform", "cross-platform"]))
}

/// What a browser made, its bytes as base64url.
fn created() -> Value {
    object([
        ("type", one_of(["public-key"])),
        ("authenticatorAttachment", attachment()),
        ("attestationObject", text()),
        ("clientDataJSON", text()),
        ("transports", list(text())),
        ("clientExtensionResults", object([])),
    ])
}

/// What a passkey signed, its bytes as base64url.
fn answered() -> Value {
    object([
        ("id", text()),
        ("type", one_of(["public-key"])),
        ("authenticatorAttachment", attachment()),
        ("authenticatorData", text()),
        ("clientDataJSON", text()),
        ("signature", text()),
        ("userHandle", maybe(text())),
        ("clientExtensionResults", object([])),
    ])
}

pub(super) fn proof() -> Value {
    object([("state", text()), ("credential", named("PasskeyAnswer"))])
}

pub(super) fn made() -> Value {
    object([("state", text()), ("label", text()), ("credential", named("Passkey"))])
}

/// The password is asked again of whoever is signed in.
pub(super) fn again() -> Value {
    object([("password?", maybe(text()))])
}

pub(super) fn removed() -> Value {
    object([("id", text()), ("password", text())])
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
