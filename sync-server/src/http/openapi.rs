//! The OpenAPI document, made from the table of endpoints; `openapi.json` beside the crate is its copy, kept by a test, and
//! the console's page is typed by it. Owns the document; the schemas are written beside, an area a file.

mod administration;
mod cases;
pub mod contract;
mod overview;
mod registers;
mod session;
mod shared;
mod words;

use serde_json::{Map, Value, json};

use contract::Answer;

use super::endpoint::{Body, Endpoint, Method, Who};

/// The document.
#[must_use]
pub fn document() -> Value {
    let mut paths = Map::new();
    for endpoint in Endpoint::ALL {
        let method = match endpoint.method() {
            Method::Get => "get",
            Method::Post => "post",
        };
        let path = endpoint.path().replace("{*", "{");
        let methods = paths.entry(path).or_insert_with(|| json!({}));
        methods[method] = operation(*endpoint);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Daftari: the council's server",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Registers of schools meet here. Messages are binary (see docs/sync.md); errors are application/problem+json with a stable `code`.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "session": { "type": "http", "scheme": "bearer" },
                "browser": { "type": "apiKey", "in": "cookie", "name": "__Host-daftari" },
            },
            "schemas": schemas(),
        },
    })
}

fn schemas() -> Map<String, Value> {
    let areas = [shared::schemas(), session::schemas(), overview::schemas(), registers::schemas(), cases::schemas()];
    let all = areas.into_iter().flatten().chain(administration::schemas());
    all.map(|(name, schema)| (name.to_owned(), schema)).collect()
}

fn operation(endpoint: Endpoint) -> Value {
    let mut operation = json!({
        "operationId": format!("{endpoint:?}"),
        "summary": endpoint.summary(),
        "responses": {
            "200": { "description": "Done.", "content": answers(endpoint) },
            "default": {
                "description": "A problem.",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            },
        },
    });
    match endpoint.who() {
        Who::Session(right) => {
            operation["security"] = json!([{ "session": [] }]);
            operation["x-right"] = json!(format!("{right:?}"));
        }
        Who::Browser(right) => {
            operation["security"] = json!([{ "browser": [] }]);
            operation["x-right"] = json!(format!("{right:?}"));
        }
        Who::Halfway => operation["security"] = json!([{ "browser": [] }]),
        Who::Anybody | Who::Entrant | Who::Visitor | Who::Guest => {}
    }
    if let Some(body) = body(endpoint) {
        operation["requestBody"] = json!({ "required": true, "content": body });
    }
    let parameters = parameters(endpoint);
    if !parameters.is_empty() {
        operation["parameters"] = json!(parameters);
    }
    operation
}

fn answers(endpoint: Endpoint) -> Value {
    match contract::answer(endpoint) {
        Some(Answer::Json(schema)) => json!({ "application/json": { "schema": schema } }),
        Some(Answer::Table(schema)) => json!({ "application/json": { "schema": schema }, "text/csv": {} }),
        Some(Answer::File(kinds)) => Value::Object(kinds.iter().map(|kind| ((*kind).to_owned(), json!({}))).collect()),
        None => json!({ answer_kind(endpoint): {} }),
    }
}

const fn answer_kind(endpoint: Endpoint) -> &'static str {
    match (endpoint, endpoint.body()) {
        (Endpoint::Metrics, _) => "text/plain",
        (Endpoint::Page | Endpoint::File, _) => "text/html",
        (_, Body::Message) => super::reply::MESSAGE,
        (_, Body::Bundle) => super::reply::BUNDLE,
        _ => "application/json",
    }
}

fn body(endpoint: Endpoint) -> Option<Value> {
    match endpoint.body() {
        Body::Nothing => None,
        Body::Message => Some(json!({ super::reply::MESSAGE: {} })),
        Body::Bundle => Some(json!({ super::reply::BUNDLE: {} })),
        Body::Table => Some(json!({ "application/octet-stream": {} })),
        Body::Json => Some(json!({ "application/json": { "schema": fields(endpoint) } })),
    }
}

/// The fields of a JSON body: every one is text unless said otherwise.
fn fields(endpoint: Endpoint) -> Value {
    let object = |names: &[&str]| {
        let properties: Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), json!({ "type": "string" }))).collect();
        json!({ "type": "object", "required": names, "properties": properties })
    };
    match endpoint {
        Endpoint::Enrol => object(&["code", "key", "name", "recipient", "proof"]),
        Endpoint::Challenge => object(&["device"]),
        Endpoint::Session => object(&["device", "challenge", "signature"]),
        Endpoint::Refresh => object(&["refresh"]),
        Endpoint::Login => object(&["name", "password"]),
        Endpoint::PasswordReset => object(&["name", "code", "password"]),
        Endpoint::PasswordChange => object(&["password", "new"]),
        Endpoint::ShortCodes => object(&["register", "code"]),
        Endpoint::Transfers => object(&["candidate", "from", "to", "reason"]),
        Endpoint::Codes => {
            let mut device = object(&["role", "scope"]);
            device["properties"]["scope"] = json!({ "type": "array", "items": { "type": "string" } });
            json!({ "oneOf": [
                { "type": "object", "required": ["device"], "properties": { "device": device } },
                { "type": "object", "required": ["user"], "properties": { "user": object(&["name"]) } },
            ] })
        }
        other => contract::body(other).unwrap_or_else(|| json!({ "type": "object" })),
    }
}

fn parameters(endpoint: Endpoint) -> Vec<Value> {
    let one = |name: &str, place: &str, required: bool| json!({ "name": name, "in": place, "required": required, "schema": { "type": "string" } });
    match endpoint {
        Endpoint::Revoke => vec![one("id", "path", true)],
        Endpoint::File => vec![one("file", "path", true)],
        Endpoint::Proof => vec![one("centre", "path", true), one("year", "query", false)],
        Endpoint::Receipts | Endpoint::Conflicts => vec![one("register", "query", true)],
        Endpoint::Quarantine | Endpoint::Audit => vec![one("after", "query", false)],
        of_console => {
            let query = contract::query(of_console).into_iter();
            let query = query.map(|(name, schema, required)| json!({ "name": name, "in": "query", "required": required, "schema": schema }));
            of_path(of_console).into_iter().chain(query).collect()
        }
    }
}

/// The parts of a path are named in it.
fn of_path(endpoint: Endpoint) -> Vec<Value> {
    let names = endpoint.path().split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let one = |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    names.map(one).collect()
}
