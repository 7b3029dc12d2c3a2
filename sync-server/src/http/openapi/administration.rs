//! Schemas of administration: people, devices, circulars, announcements, the life of centres, the audit, files, results.

use serde_json::Value;

use super::shared::role;
use super::words::{any, centre, id, int, list, maybe, moment, object, one_of, rows, text, with, yes};

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("User", user()),
        ("OneTimeCode", object([("code", text()), ("days", int())])),
        ("Circular", object([("number", int()), ("year", int()), ("text", text()), ("at", moment())])),
        ("Announcement", announcement()),
        ("Life", life()),
        ("AuditLine", audit_line()),
    ]
}

fn user() -> Value {
    object([
        ("name", text()),
        ("role", role()),
        ("scope", list(text())),
        ("disabled", yes()),
        ("password", yes()),
        ("factors", list(one_of(["totp", "passkey"]))),
        ("seen", maybe(moment())),
        ("mine", yes()),
    ])
}

pub(super) fn name() -> Value {
    object([("name", text())])
}

pub(super) fn add_user() -> Value {
    with(name(), [("role", role()), ("scope", list(text()))])
}

pub(super) fn code_for() -> Value {
    object([("role", role()), ("scope", list(text()))])
}

pub(super) fn code_made() -> Value {
    object([("code", text()), ("days", int()), ("role", role()), ("scope", list(text()))])
}

pub(super) fn revoked() -> Value {
    object([("id", id()), ("revoked", moment())])
}

pub(super) fn circular() -> Value {
    object([("year", int()), ("text", text()), ("closes?", maybe(moment()))])
}

pub(super) fn announce() -> Value {
    object([("year", int()), ("text_en", text()), ("text_sw", text()), ("until", moment())])
}

fn announcement() -> Value {
    with(announce(), [("n", int()), ("at", moment()), ("by", text())])
}

/// With the number of centres to which it was written.
pub(super) fn announced() -> Value {
    with(announcement(), [("centres", int())])
}

fn event() -> Value {
    one_of(["apply", "inspect", "approve", "refuse", "relocate", "deregister", "merge"])
}

pub(super) fn happens() -> Value {
    object([("event", event()), ("on", text()), ("reason", text()), ("to?", maybe(centre()))])
}

fn life() -> Value {
    let row = with(
        object([("event", event()), ("on", text()), ("reason", text())]),
        [("to", maybe(centre())), ("at", moment()), ("by", text())],
    );
    with(rows(row), [("centre", centre()), ("sub_county", text()), ("next", list(event()))])
}

pub(super) fn sub_county() -> Value {
    object([("sub_county", text())])
}

fn audit_line() -> Value {
    object([("n", int()), ("at", moment()), ("who", text()), ("what", text()), ("about", text()), ("hash", text())])
}

pub(super) fn audit_search() -> Value {
    object([
        ("who?", text()),
        ("what?", text()),
        ("about?", text()),
        ("before?", maybe(int())),
        ("limit?", maybe(int())),
    ])
}

pub(super) fn verdict() -> Value {
    any([
        object([("whole", yes()), ("lines", int()), ("hash", text())]),
        object([("whole", yes()), ("broken_at", int())]),
    ])
}

pub(super) fn export() -> Value {
    object([
        ("what", one_of(["candidates", "centres", "fees", "cases"])),
        ("format", one_of(["csv", "xlsx"])),
        ("year?", maybe(int())),
        ("county?", maybe(int())),
        ("centre?", maybe(centre())),
    ])
}

pub(super) fn imported() -> Value {
    object([("year", int()), ("results", int()), ("refused", int())])
}

pub(super) fn compared() -> Value {
    object([("confirmed", int()), ("differ", int()), ("unknown", int())])
}
