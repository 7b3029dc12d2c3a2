//! People with passwords: signing in, guessing, forgetting.

use serde_json::{Value, json};
use sync::Role;

use crate::support::{OWN, PASSWORD, Town};
use sync_server::stores::Scope;

const RECEIPTS: &str = "/v1/receipts?register=24505105-2026";

#[tokio::test]
async fn who_knows_the_password_gets_a_session_and_no_more_than_the_role_has() {
    let town = Town::new().await;
    town.user("scde.kati", Role::Scde, Scope::SubCounty(24_505)).await;
    let token = town.login("scde.kati").await;
    assert_eq!(town.get(RECEIPTS, &token).await.code(), "");
    assert_eq!(town.get("/v1/audit", &token).await.code(), "role.no-right");
    let circulars = sync::message::Request::Circulars(0);
    assert_eq!(town.say(&token, &circulars).await.code(), "role.no-right");
    for (name, password) in [("scde.kati", "another word here"), ("nobody", PASSWORD), ("scde.kati", "")] {
        let body = json!({ "name": name, "password": password });
        assert_eq!(town.post("/v1/login", "", &body).await.code(), "login.wrong", "{name}");
    }
}

#[tokio::test]
async fn guessing_is_made_to_wait_even_when_the_guess_is_right() {
    let town = Town::new().await;
    town.user("head.kati", Role::Head, Scope::Centres(vec![OWN])).await;
    let wrong = json!({ "name": "head.kati", "password": "not it, not it" });
    for _ in 0..5 {
        assert_eq!(town.post("/v1/login", "", &wrong).await.code(), "login.wrong");
    }
    let right = json!({ "name": "head.kati", "password": PASSWORD });
    let came = town.post("/v1/login", "", &right).await;
    assert_eq!(came.code(), "request.too-many");
    assert!(came.retry_after.is_some_and(|seconds| (1..=15).contains(&seconds)));
}

#[tokio::test]
async fn the_sub_countys_office_gives_a_head_of_its_schools_a_new_password() {
    let town = Town::new().await;
    town.user("scde.kati", Role::Scde, Scope::SubCounty(24_505)).await;
    town.user("scde.mbali", Role::Scde, Scope::SubCounty(31_101)).await;
    town.user("head.kati", Role::Head, Scope::Centres(vec![OWN])).await;
    town.user("operator", Role::Operator, Scope::All).await;
    let [kati, mbali, operator, head] = [
        town.login("scde.kati").await,
        town.login("scde.mbali").await,
        town.login("operator").await,
        town.login("head.kati").await,
    ];
    let for_user = |name: &str| json!({ "user": { "name": name } });
    assert_eq!(town.post("/v1/codes", &mbali, &for_user("head.kati")).await.code(), "user.unknown");
    assert_eq!(town.post("/v1/codes", &operator, &for_user("head.kati")).await.code(), "role.no-right");
    assert_eq!(town.post("/v1/codes", &kati, &for_user("scde.mbali")).await.code(), "role.no-right");
    assert_eq!(town.post("/v1/codes", &operator, &for_user("scde.mbali")).await.code(), "");
    let made: Value = town.post("/v1/codes", &kati, &for_user("head.kati")).await.json();
    let reset = |password: &str, name: &str| json!({ "name": name, "code": made["code"], "password": password });
    assert_eq!(town.post("/v1/password/reset", "", &reset("short", "head.kati")).await.code(), "password.weak");
    assert_eq!(town.post("/v1/password/reset", "", &reset("long enough now", "scde.kati")).await.code(), "enrol.code");
    assert_eq!(town.post("/v1/password/reset", "", &reset("long enough now", "head.kati")).await.code(), "");
    assert_eq!(town.post("/v1/password/reset", "", &reset("long enough then", "head.kati")).await.code(), "enrol.code");
    // The old session and the old password are gone.
    assert_eq!(town.get(RECEIPTS, &head).await.code(), "session.missing");
    let old = json!({ "name": "head.kati", "password": PASSWORD });
    assert_eq!(town.post("/v1/login", "", &old).await.code(), "login.wrong");
    let new = json!({ "name": "head.kati", "password": "long enough now" });
    assert_eq!(town.post("/v1/login", "", &new).await.code(), "");
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    let town = Town::new().await;
    town.user("head.kati", Role::Head, Scope::Centres(vec![OWN])).await;
    let token = town.login("head.kati").await;
    let change = |password: &str| json!({ "password": password, "new": "long enough now" });
    assert_eq!(town.post("/v1/password/change", &token, &change("not it, not it")).await.code(), "login.wrong");
    assert_eq!(town.post("/v1/password/change", &token, &change(PASSWORD)).await.code(), "");
    assert_eq!(town.get(RECEIPTS, &token).await.code(), "session.missing");
    let device = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    assert_eq!(town.post("/v1/password/change", &device.token, &change(PASSWORD)).await.code(), "role.no-right");
}
