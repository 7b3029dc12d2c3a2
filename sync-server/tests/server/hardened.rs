//! What `docs/asvs.md` says is so: headers on every answer, methods, logs, the audit of those who were refused, bodies with
//! too much in them; and that the page names only what there is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reqwest::header::HeaderMap;
use serde_json::json;
use sync::Role;
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::support::{OWN, PASSWORD, Town};

fn header<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_answer_is_bound() {
    let town = Town::new().await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    for path in ["", "api/session", "api/overview", "api/queues?format=csv", "api/nothing", "api/users"] {
        let headers = browser.get(path).await.headers;
        let policy = header(&headers, "content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(policy.contains("sandbox"), !path.is_empty(), "{path}");
        assert_eq!(header(&headers, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&headers, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header(&headers, "cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header(&headers, "cross-origin-resource-policy"), "same-origin", "{path}");
        assert_eq!(header(&headers, "strict-transport-security"), "max-age=31536000; includeSubDomains", "{path}");
        let kept = header(&headers, "cache-control");
        assert!(if path.is_empty() { !kept.is_empty() } else { kept == "no-store" }, "{path}: {kept}");
        let kind = header(&headers, "content-type");
        assert!(kind.contains("json") || kind.ends_with("charset=utf-8"), "{path}: {kind}");
        assert!(!headers.keys().any(|name| name.as_str().starts_with("access-control-")), "{path}");
        assert_eq!(header(&headers, "server"), "", "{path}");
    }
}

#[tokio::test]
async fn signing_out_clears_what_the_browser_kept() {
    let town = Town::new().await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    let gone = browser.post("logout", &json!({})).await;
    assert_eq!(header(&gone.headers, "clear-site-data"), "\"cache\"");
}

#[tokio::test]
async fn every_method_that_is_not_asked_for_is_refused() {
    let town = Town::new().await;
    for method in ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        for path in ["/console/api/session", "/console/", "/v1/receipts", "/metrics"] {
            assert_eq!(town.ask(method, path, "", Vec::new()).await.code(), "request.method", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_body_with_a_field_too_many_is_refused() {
    let town = Town::with(|settings| settings.console.relaxed = true).await;
    let mut browser = Browser::of(&town, "wanjiru", Role::Supervisor, Scope::All).await;
    let more = json!({ "name": "made.up", "role": "auditor", "scope": [""], "disabled": true });
    assert_eq!(browser.post("users/add", &more).await.code(), "request.invalid");
    let login = json!({ "name": "wanjiru", "password": PASSWORD, "role": "supervisor" });
    assert_eq!(Browser::at(&town).post("login", &login).await.code(), "request.invalid");
}

#[tokio::test]
async fn the_audit_says_who_tried_to_sign_in_and_who_was_refused() {
    let town = Town::new().await;
    let mut otieno = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let wrong = json!({ "name": "otieno", "password": "not the password" });
    assert_eq!(Browser::at(&town).post("login", &wrong).await.code(), "login.wrong");
    assert_eq!(otieno.get("api/users").await.code(), "role.no-right");
    assert_eq!(otieno.get("api/centres/31101007").await.code(), "centre.foreign");
    let lines = town.write(|council| council.audit_after(0, 1000)).await;
    let what: Vec<(&str, &str)> = lines
        .iter()
        .filter(|line| line.who == "otieno")
        .map(|line| (line.what.as_str(), line.about.as_str()))
        .collect();
    assert_eq!(
        what,
        [
            ("user.login", ""),
            ("user.login-wrong", ""),
            ("refused.role.no-right", "/console/api/users"),
            ("refused.centre.foreign", "/console/api/centres/{centre}"),
        ]
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Levels 1 and 2 of the list: so many requirements of each section.
const REQUIRED: [(&str, u32); 62] = [
    ("1.1", 2),
    ("1.2", 9),
    ("1.3", 11),
    ("1.4", 3),
    ("1.5", 2),
    ("2.1", 3),
    ("2.2", 3),
    ("2.3", 4),
    ("2.4", 1),
    ("3.2", 2),
    ("3.3", 4),
    ("3.4", 6),
    ("3.5", 5),
    ("3.7", 2),
    ("4.1", 3),
    ("4.2", 1),
    ("4.3", 2),
    ("4.4", 4),
    ("5.1", 1),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 3),
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
    ("8.1", 2),
    ("8.2", 3),
    ("8.3", 1),
    ("8.4", 1),
    ("9.1", 3),
    ("9.2", 4),
    ("10.1", 2),
    ("10.2", 2),
    ("10.3", 4),
    ("10.4", 11),
    ("10.5", 5),
    ("10.6", 2),
    ("10.7", 3),
    ("11.1", 2),
    ("11.2", 3),
    ("11.3", 3),
    ("11.4", 4),
    ("11.5", 1),
    ("11.6", 1),
    ("12.1", 3),
    ("12.2", 2),
    ("12.3", 4),
    ("13.1", 1),
    ("13.2", 5),
    ("13.3", 2),
    ("13.4", 5),
    ("14.1", 2),
];
const REQUIRED_TOO: [(&str, u32); 14] = [
    ("14.2", 4),
    ("14.3", 3),
    ("15.1", 3),
    ("15.2", 3),
    ("15.3", 7),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 3),
    ("17.1", 1),
    ("17.2", 4),
    ("17.3", 2),
    ("", 0),
];

#[test]
fn the_security_list_has_every_requirement_once() {
    let required = REQUIRED.iter().chain(&REQUIRED_TOO);
    let wanted: Vec<String> =
        required.flat_map(|(section, count)| (1..=*count).map(move |number| format!("{section}.{number}"))).collect();
    assert_eq!(wanted.len(), 253, "levels 1 and 2 of ASVS 5.0.0");
    let rows = rows();
    let listed: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(listed, wanted);
    for row in &rows {
        assert!(["met", "not applicable", "falls short"].contains(&row[2].as_str()), "{row:?}");
        assert!(!row[1].is_empty() && !row[3].is_empty(), "{row:?}");
    }
}

fn rows() -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("docs/asvs.md")).unwrap();
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows = text.lines().filter(|line| line.starts_with("| ")).map(cells);
    rows.filter(|row| row.len() == 4 && row[0].starts_with(|first: char| first.is_ascii_digit())).collect()
}

/// A test is named as its function is: words with `_` between, four at least.
#[test]
fn the_security_list_names_only_tests_that_there_are() {
    let mut known = BTreeSet::new();
    for folder in ["sync-server", "crates", "tests"] {
        functions(&root().join(folder), &mut known);
    }
    let rows = rows();
    let named = rows.iter().flat_map(|row| row[3].split('`').skip(1).step_by(2));
    let tests: Vec<&str> =
        named.filter(|name| name.matches('_').count() >= 3 && !name.contains(['/', '=', ' '])).collect();
    assert!(tests.len() > 80);
    let missing: Vec<&&str> = tests.iter().filter(|name| !known.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn functions(folder: &Path, known: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            functions(&path, known);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            let names = text.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            known.extend(names.map(str::to_owned));
        }
    }
}
