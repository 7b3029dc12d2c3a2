//! Schemas of the overview: its totals, and its parts as tables.

use serde_json::Value;

use super::shared::table;
use super::words::{int, maybe, moment, named, object, with};
use crate::console::parts_by_name;

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let parts = parts_by_name().into_iter().fold(object([]), |parts, name| with(parts, [(name, named("Table"))]));
    vec![
        ("Totals", totals()),
        (
            "Overview",
            object([
                ("year", int()),
                ("at", moment()),
                ("version", int()),
                ("totals", named("Totals")),
                ("parts", parts),
            ]),
        ),
        ("Part", with(table(), [("year", int()), ("at", moment()), ("version", int())])),
    ]
}

fn totals() -> Value {
    object([
        ("centres", int()),
        ("candidates", int()),
        ("ready", int()),
        ("submitted", int()),
        ("silent", int()),
        ("cases", int()),
        ("photographs_missing", int()),
        ("errors", int()),
        ("closes", maybe(moment())),
        ("devices", int()),
    ])
}
