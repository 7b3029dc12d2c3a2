//! The words in which schemas are written: a few of JSON Schema's, so that a schema reads like the JSON that it is of.
//! An object has the fields that are named and no other; a name that ends with `?` may be missing.
#![expect(clippy::needless_pass_by_value, reason = "schemas are written inside one another, as the document reads")]

use serde_json::{Map, Value, json};

/// A text.
pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

/// A whole number.
pub(super) fn int() -> Value {
    json!({ "type": "integer" })
}

/// A number.
pub(super) fn number() -> Value {
    json!({ "type": "number" })
}

/// Yes or no.
pub(super) fn yes() -> Value {
    json!({ "type": "boolean" })
}

/// A text that is one of these.
pub(super) fn one_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Value {
    json!({ "type": "string", "enum": texts.into_iter().collect::<Vec<_>>() })
}

/// One of a name in `components`.
pub(super) fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Any number of them.
pub(super) fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// They by name.
pub(super) fn map(of: Value) -> Value {
    json!({ "type": "object", "additionalProperties": of })
}

/// It, or `null`.
pub(super) fn maybe(of: Value) -> Value {
    any([of, json!({ "type": "null" })])
}

/// One or another.
pub(super) fn any<const N: usize>(of: [Value; N]) -> Value {
    json!({ "anyOf": of.to_vec() })
}

/// An object with these fields and no other.
pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).filter(|name| !name.ends_with('?')).collect();
    let field = |(name, schema): &(&str, Value)| (name.trim_end_matches('?').to_owned(), schema.clone());
    let properties: Map<String, Value> = fields.iter().map(field).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// An object with the fields of another and these beside.
pub(super) fn with<const N: usize>(base: Value, fields: [(&str, Value); N]) -> Value {
    let (mut whole, more) = (base, object(fields));
    if let (Some(all), Some(new)) = (whole["properties"].as_object_mut(), more["properties"].as_object()) {
        all.extend(new.clone());
    }
    let mut required: Vec<Value> =
        [&whole, &more].into_iter().filter_map(|one| one["required"].as_array()).flatten().cloned().collect();
    required.dedup();
    whole["required"] = json!(required);
    whole
}

/// `{"rows": […]}`, which every list is.
pub(super) fn rows(of: Value) -> Value {
    object([("rows", list(of))])
}

/// Milliseconds since 1970 UTC.
pub(super) fn moment() -> Value {
    named("Moment")
}

/// The name of a thing: 32 hexadecimal digits.
pub(super) fn id() -> Value {
    named("Id")
}

/// A centre's eight digits.
pub(super) fn centre() -> Value {
    named("CentreCode")
}
