//! The JSON bodies that `sync` does not have: what people at the council and in the sub-counties ask and are answered.
//! Owns their shape; moments are milliseconds since 1970 UTC, ids are hexadecimal digits.

use serde::{Deserialize, Serialize};

/// `POST /v1/login`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Login {
    pub name: String,
    pub password: String,
}

/// `POST /v1/password/reset`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordReset {
    pub name: String,
    pub code: String,
    pub password: String,
}

/// `POST /v1/password/change`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    pub password: String,
    pub new: String,
}

/// `POST /v1/codes`.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum CodeFor {
    /// For a device to enrol.
    Device {
        /// Its role.
        role: String,
        /// Its centres, or their beginnings.
        scope: Vec<String>,
    },
    /// For a user who forgot the password.
    User {
        /// By name.
        name: String,
    },
}

/// The answer to `POST /v1/codes`.
#[derive(Serialize)]
pub(super) struct CodeMade {
    pub code: String,
    pub days: u32,
}

/// The answer to `POST /v1/devices/{id}/revoke`.
#[derive(Serialize)]
pub(super) struct Revoked {
    pub device: String,
    pub revoked: i64,
}

/// `POST /v1/transfers`. Registers are `CENTRE-YEAR`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    pub candidate: String,
    pub from: String,
    pub to: String,
    pub reason: String,
}

/// `POST /v1/short-codes`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShortCodeTyped {
    pub register: String,
    pub code: String,
}
