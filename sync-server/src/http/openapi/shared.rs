//! Schemas that all parts of the console share: names of things, moments, tables, problems.

use serde_json::{Value, json};
use sync::Role;

use super::words::{any, int, list, number, object, one_of, text};

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let described = |schema: Value, says: &str| {
        let mut schema = schema;
        schema["description"] = json!(says);
        schema
    };
    let digits = |pattern: &str, says: &str| described(json!({ "type": "string", "pattern": pattern }), says);
    vec![
        ("Moment", described(int(), "Milliseconds since 1970 UTC.")),
        ("Id", digits("^[0-9a-f]{32}$", "The name of a thing; it says nothing of what it names.")),
        ("CentreCode", digits("^[0-9]{8}$", "A centre's eight digits.")),
        ("RegisterName", digits("^[0-9]{8}-[0-9]{4}$", "A centre's register of a year.")),
        ("Table", table()),
        ("Done", object([])),
        ("Problem", problem()),
    ]
}

/// Columns by name, and rows of as many values; `all`: how many there are, where only the first are here.
pub(super) fn table() -> Value {
    let cell = any([text(), number(), json!({ "type": "null" })]);
    object([("columns", list(text())), ("rows", list(list(cell))), ("all?", int())])
}

pub(super) fn role() -> Value {
    one_of(Role::ALL.map(Role::name))
}

pub(super) fn severity() -> Value {
    one_of(["error", "warning", "notice"])
}

fn problem() -> Value {
    object([
        ("type", text()),
        ("code", text()),
        ("title", text()),
        ("status", int()),
        ("detail", text()),
        ("whatToDo", text()),
        ("retry_after?", int()),
        ("changed?", list(object([("what", text()), ("from", text()), ("to", text())]))),
    ])
}
