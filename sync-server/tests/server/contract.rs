//! The contract: whatever the server answers to a browser in these tests fits the schema that `openapi.json` has for it, and
//! so does every body that it takes; addresses without a schema fail.

use std::collections::HashMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use sync::Role;
use sync_server::http::endpoint::{Body, Method};
use sync_server::http::openapi::contract::{self, Answer};
use sync_server::http::{Endpoint, document};
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::overview::enter;
use crate::support::{OWN, Town};

struct Checked {
    answer: Option<Validator>,
    body: Option<Validator>,
    query: Vec<String>,
}

static CHECKED: LazyLock<HashMap<Endpoint, Checked>> = LazyLock::new(|| {
    let document = document();
    let compiled = |schema: Value| {
        let whole = json!({ "components": document["components"], "allOf": [schema] });
        jsonschema::draft202012::new(&whole).unwrap()
    };
    let checked = |endpoint: &Endpoint| {
        let answer = contract::answer(*endpoint).and_then(|answer| match answer {
            Answer::Json(schema) | Answer::Table(schema) => Some(compiled(schema)),
            Answer::File(_) => None,
        });
        let method = if endpoint.method() == Method::Get { "get" } else { "post" };
        let parameters =
            document["paths"][endpoint.path()][method]["parameters"].as_array().cloned().unwrap_or_default();
        let query = parameters.iter().filter(|one| one["in"] == "query");
        let query = query.map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        Checked { answer, body: contract::body(*endpoint).map(compiled), query }
    };
    Endpoint::ALL.iter().map(|endpoint| (*endpoint, checked(endpoint))).collect()
});

/// The address that a path is of, the more literal first: `centres/{centre}/roll.pdf` before `centres/{centre}`.
fn endpoint_of(method: Method, path: &str) -> Option<Endpoint> {
    let path: Vec<&str> = path.split('?').next().unwrap_or_default().split('/').collect();
    let fits = |endpoint: &&Endpoint| {
        let parts: Vec<&str> = endpoint.path().split('/').collect();
        let same = |(part, given): (&&str, &&str)| part.starts_with('{') || part == given;
        parts.len() == path.len() && endpoint.method() == method && parts.iter().zip(&path).all(same)
    };
    Endpoint::ALL.iter().filter(fits).min_by_key(|endpoint| endpoint.path().matches('{').count()).copied()
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect()
}

/// Fails when what a browser was answered, or what was taken from it, does not fit its schema.
pub(crate) fn check(method: Method, path: &str, sent: Option<&Value>, kind: &str, answered: &[u8]) {
    let Some(endpoint) = endpoint_of(method, path).filter(|endpoint| endpoint.path().contains("/api/")) else { return };
    let checked = &CHECKED[&endpoint];
    for (name, _) in
        path.split('?').nth(1).into_iter().flat_map(|query| query.split('&')).filter_map(|pair| pair.split_once('='))
    {
        assert!(checked.query.iter().any(|known| known == name), "{endpoint:?}: no `{name}` in the query's schema");
    }
    if let (Some(validator), Some(sent)) = (&checked.body, sent) {
        assert_eq!(faults(validator, sent), Vec::<String>::new(), "{endpoint:?} took {sent}");
    }
    if let (Some(validator), "application/json") = (&checked.answer, kind) {
        let answered: Value = serde_json::from_slice(answered).unwrap();
        assert_eq!(faults(validator, &answered), Vec::<String>::new(), "{endpoint:?} answered {answered}");
    }
}

#[test]
fn every_address_of_the_console_says_what_it_takes_and_answers() {
    for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.path().starts_with("/console/api/")) {
        assert!(contract::answer(*endpoint).is_some(), "{endpoint:?} has no answer in http/openapi/contract.rs");
        let takes_json = endpoint.body() == Body::Json;
        assert_eq!(contract::body(*endpoint).is_some(), takes_json, "{endpoint:?} in http/openapi/contract.rs");
    }
}

#[test]
fn every_schema_is_one_and_names_only_what_there_is() {
    let (document, mut named) = (document(), Vec::new());
    references(&document, &mut named);
    for name in &named {
        assert!(!document["components"]["schemas"][name].is_null(), "{name}");
    }
    for (name, _) in document["components"]["schemas"].as_object().unwrap() {
        assert!(name == "Problem" || named.contains(name), "{name} is of nothing");
    }
    assert_eq!(CHECKED.len(), Endpoint::ALL.len());
}

fn references(value: &Value, named: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let name = fields.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next());
            named.extend(name.map(str::to_owned));
            fields.values().for_each(|value| references(value, named));
        }
        Value::Array(all) => all.iter().for_each(|value| references(value, named)),
        _ => {}
    }
}

#[test]
fn a_schema_refuses_a_field_that_it_does_not_have_and_misses_one_that_is_not_there() {
    let validator = CHECKED[&Endpoint::ConsoleRevoke].answer.as_ref().unwrap();
    let good = json!({ "id": "0".repeat(32), "revoked": 1 });
    assert!(faults(validator, &good).is_empty());
    for (field, value) in [("more", json!(1)), ("revoked", json!("1")), ("id", json!("no id"))] {
        let mut bad = good.clone();
        bad[field] = value;
        assert_eq!(faults(validator, &bad).len(), 1, "{field}");
    }
    assert_eq!(faults(validator, &json!({ "revoked": 1 })).len(), 1);
}

#[tokio::test]
async fn everything_that_can_be_looked_at_fits_its_schema() {
    let town = Town::with(|settings| settings.console.relaxed = true).await;
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    town.catch_up().await;
    let mut wanjiru = Browser::of(&town, "wanjiru", Role::Supervisor, Scope::All).await;
    let roll = wanjiru.get("api/centres/24505105").await.json();
    let candidate = roll["roll"][0]["id"].as_str().unwrap().to_owned();
    let looked =
        Endpoint::ALL.iter().filter(|one| one.path().starts_with("/console/api/") && one.method() == Method::Get);
    for endpoint in looked {
        if matches!(endpoint, Endpoint::ConsoleEvents | Endpoint::ConsolePhotograph | Endpoint::ConsoleCase) {
            continue;
        }
        let path = endpoint.path().trim_start_matches("/console/").replace("{centre}", "24505105");
        let path = path.replace("{queue}", "duplicate").replace("{part}", "counties").replace("{id}", &candidate);
        assert_eq!(wanjiru.get(&path).await.code(), "", "{path}");
    }
}
