//! Passkeys of operators: set up, asked for, used to unlock, named and removed; and everything that they must not take.

use reqwest::StatusCode;
use serde_json::{Value, json};
use sync::Role;
use sync_server::settings::Public;
use sync_server::stores::Scope;

use crate::authenticator::Authenticator;
use crate::console::{Browser, code, set_up};
use crate::support::{PASSWORD, Town};

on_both_stores! {
    an_operator_signs_in_and_unlocks_with_a_passkey,
    a_question_serves_its_session_once_and_for_what_it_was_asked,
    what_a_passkey_says_that_is_not_so_is_refused,
    passkeys_have_names_and_are_removed_with_the_password,
}

const ORIGIN: &str = "https://console.example";

/// A town that knows under which name browsers reach it. No stores are made anew: the settings are only read.
async fn named(town: Town) -> Town {
    let folder = town.folder.clone();
    let postgres = town.office().settings.postgres.clone();
    town.stop().await;
    Town::at(folder, |settings| {
        settings.postgres = postgres;
        settings.public = Public::parse(ORIGIN);
    })
    .await
}

fn passkey(seed: u8) -> Authenticator {
    let mut passkey = Authenticator::new(seed);
    passkey.origin = ORIGIN.to_owned();
    passkey.host = "console.example".to_owned();
    passkey
}

/// Sets a passkey up, as the stage of the session allows.
async fn make(browser: &mut Browser<'_>, passkey: &mut Authenticator, label: &str, password: &Value) -> String {
    let asked = browser.post("factors/passkey/begin", password).await;
    if asked.status != StatusCode::OK {
        return asked.code();
    }
    let asked = asked.json();
    let credential = passkey.make(&asked["options"]);
    let body = json!({ "state": asked["state"], "label": label, "credential": credential });
    browser.post("factors/passkey/finish", &body).await.code()
}

async fn asked(browser: &mut Browser<'_>) -> Value {
    browser.post("passkey/challenge", &json!({})).await.json()
}

async fn prove(browser: &mut Browser<'_>, passkey: &mut Authenticator) -> String {
    let asked = asked(browser).await;
    let credential = passkey.prove(&asked["options"]);
    browser.post("passkey", &json!({ "state": asked["state"], "credential": credential })).await.code()
}

/// An operator who signed in for the first time with a passkey, and another browser where the password was given.
async fn amina<'t>(town: &'t Town, passkey: &mut Authenticator) -> (Browser<'t>, Browser<'t>) {
    town.user("amina", Role::Operator, Scope::All).await;
    let mut first = Browser::at(town);
    assert_eq!(first.login("amina").await.json()["stage"], "enrol");
    assert_eq!(make(&mut first, passkey, "Laptop", &json!({})).await, "");
    let mut second = Browser::at(town);
    assert_eq!(second.login("amina").await.json()["stage"], "second");
    (first, second)
}

async fn an_operator_signs_in_and_unlocks_with_a_passkey(town: Town) {
    let town = named(town).await;
    let mut key = passkey(1);
    let (mut first, mut second) = amina(&town, &mut key).await;
    let session = first.get("api/session").await.json();
    assert_eq!((&session["stage"], &session["factors"]), (&json!("full"), &json!(["passkey"])));
    assert_eq!(session["passkeys"], "console.example");
    let before = second.cookie.clone();
    assert_eq!(prove(&mut second, &mut key).await, "");
    assert_ne!(second.cookie, before, "the token changes with what it opens");
    let listed = second.get("api/sessions").await.json();
    let own = listed["sessions"].as_array().unwrap().iter().find(|one| one["current"] == true).unwrap();
    assert_eq!(own["factor"], "passkey");
    assert_eq!(second.post("passkey/challenge", &json!({})).await.code(), "session.second", "nothing is asked of them");
    second.post("lock", &json!({})).await;
    assert_eq!(second.get("api/sessions").await.code(), "session.locked");
    assert_eq!(prove(&mut second, &mut key).await, "");
    assert_eq!(second.get("api/sessions").await.status, StatusCode::OK);
}

async fn a_question_serves_its_session_once_and_for_what_it_was_asked(town: Town) {
    let town = named(town).await;
    let mut key = passkey(1);
    let (mut first, mut second) = amina(&town, &mut key).await;
    let question = asked(&mut second).await;
    let answer = json!({ "state": question["state"], "credential": key.prove(&question["options"]) });
    // Another session of the same person.
    let mut third = Browser::at(&town);
    third.login("amina").await;
    assert_eq!(third.post("passkey", &answer).await.code(), "login.wrong");
    // A question of the other kind.
    let setting = first.post("factors/passkey/begin", &json!({ "password": PASSWORD })).await.json();
    let crossed = json!({ "state": setting["state"], "credential": key.prove(&setting["options"]) });
    assert_eq!(second.post("passkey", &crossed).await.code(), "login.wrong");
    let made_up = json!({ "state": "00".repeat(80), "credential": key.prove(&question["options"]) });
    assert_eq!(second.post("passkey", &made_up).await.code(), "login.wrong");
    assert_eq!(second.post("passkey", &answer).await.code(), "", "where it was asked, it serves");
    second.post("lock", &json!({})).await;
    assert_eq!(second.post("passkey", &answer).await.code(), "login.wrong", "once");
}

async fn what_a_passkey_says_that_is_not_so_is_refused(town: Town) {
    let town = named(town).await;
    let mut key = passkey(1);
    let (_, mut second) = amina(&town, &mut key).await;
    type Falsify = fn(&mut Authenticator);
    let false_things: [(&str, Falsify); 4] = [
        ("another page", |key| key.origin = "https://console.example.evil.example".into()),
        ("another host", |key| key.host = "evil.example".into()),
        ("nobody was known", |key| key.knew = false),
        ("another passkey", |key| *key = passkey(9)),
    ];
    for (what, falsify) in false_things {
        let mut false_one = passkey(1);
        false_one.count = key.count;
        falsify(&mut false_one);
        assert_eq!(prove(&mut second, &mut false_one).await, "login.wrong", "{what}");
        forgive(&town).await;
    }
    let question = asked(&mut second).await;
    let mut altered = key.prove(&question["options"]);
    altered["signature"] = key.prove(&json!({ "challenge": "AAAAAAAAAAAAAAAAAAAAAA" }))["signature"].clone();
    let body = json!({ "state": question["state"], "credential": altered });
    assert_eq!(second.post("passkey", &body).await.code(), "login.wrong", "signed something else");
    assert_eq!(prove(&mut second, &mut key).await, "");
    // A copy of it that was made earlier: its count stayed behind.
    second.post("lock", &json!({})).await;
    let mut copy = passkey(1);
    assert_eq!(prove(&mut second, &mut copy).await, "login.wrong", "a copy");
    assert_eq!(prove(&mut second, &mut key).await, "");
}

/// Wrong ones cost waits, which are another test's.
async fn forgive(town: &Town) {
    town.write(|council| sync_server::access::passwords::forgive(council, "amina")).await;
}

async fn passkeys_have_names_and_are_removed_with_the_password(town: Town) {
    let town = named(town).await;
    let (mut key, mut other) = (passkey(1), passkey(2));
    let (mut first, mut second) = amina(&town, &mut key).await;
    let wrong = json!({ "password": "not the password" });
    assert_eq!(make(&mut first, &mut other, "Telephone", &json!({})).await, "request.invalid", "the password is asked");
    assert_eq!(make(&mut first, &mut other, "Telephone", &wrong).await, "login.wrong");
    assert_eq!(make(&mut first, &mut other, "Telephone", &json!({ "password": PASSWORD })).await, "");
    let again = json!({ "password": PASSWORD });
    assert_eq!(make(&mut first, &mut other, "Again", &again).await, "request.invalid", "it is set up already");
    let listed = first.get("api/factors").await.json();
    let labels: Vec<&Value> = listed["rows"].as_array().unwrap().iter().map(|row| &row["label"]).collect();
    assert_eq!(labels, ["Laptop", "Telephone"]);
    assert_eq!(prove(&mut second, &mut other).await, "", "either serves");
    let id = |at: usize| listed["rows"][at]["id"].clone();
    let remove = |id: Value, password: &str| json!({ "id": id, "password": password });
    assert_eq!(first.post("factors/remove", &remove(id(0), "not the password")).await.code(), "login.wrong");
    assert_eq!(first.post("factors/remove", &remove(id(0), PASSWORD)).await.code(), "");
    assert_eq!(second.get("api/sessions").await.code(), "session.missing", "the others end");
    assert_eq!(first.post("factors/remove", &remove(id(0), PASSWORD)).await.code(), "request.not-found");
    assert_eq!(first.post("factors/remove", &remove(id(1), PASSWORD)).await.code(), "request.invalid", "one stays");
    let mut third = Browser::at(&town);
    third.login("amina").await;
    assert_eq!(prove(&mut third, &mut key).await, "login.wrong", "what was removed serves no more");
    assert_eq!(prove(&mut third, &mut other).await, "");
}

#[tokio::test]
async fn a_wrong_passkey_counts_as_a_wrong_password_does() {
    let town = named(Town::new().await).await;
    let mut key = passkey(1);
    let (_, mut second) = amina(&town, &mut key).await;
    let mut told = Vec::new();
    for _ in 0..6 {
        told.push(prove(&mut second, &mut passkey(9)).await);
    }
    assert_eq!((told[4].as_str(), told[5].as_str()), ("login.wrong", "request.too-many"));
}

#[tokio::test]
async fn without_a_public_name_there_are_no_passkeys() {
    let town = Town::new().await;
    town.user("amina", Role::Operator, Scope::All).await;
    let mut browser = Browser::at(&town);
    assert_eq!(browser.login("amina").await.json()["passkeys"], Value::Null);
    assert_eq!(browser.post("factors/passkey/begin", &json!({})).await.code(), "request.invalid");
}

#[tokio::test]
async fn a_factor_is_set_up_anew_with_the_password_only() {
    let town = Town::new().await;
    town.user("amina", Role::Operator, Scope::All).await;
    let mut browser = Browser::at(&town);
    browser.login("amina").await;
    set_up(&town, &mut browser).await;
    assert_eq!(browser.post("factors/totp/begin", &json!({})).await.code(), "request.invalid");
    let wrong = json!({ "password": "not the password" });
    assert_eq!(browser.post("factors/totp/begin", &wrong).await.code(), "login.wrong");
    let setup = browser.post("factors/totp/begin", &json!({ "password": PASSWORD })).await.json();
    let secret = setup["secret"].as_str().unwrap();
    assert_eq!(browser.post("factors/totp/confirm", &code(&town, secret, 0)).await.json()["stage"], "full");
}

#[tokio::test]
async fn a_new_password_leaves_the_second_factor_as_it_was() {
    let town = Town::new().await;
    town.user("amina", Role::Operator, Scope::All).await;
    let mut browser = Browser::at(&town);
    browser.login("amina").await;
    set_up(&town, &mut browser).await;
    let new = "another three words";
    browser.post("password", &json!({ "password": PASSWORD, "new": new })).await;
    let mut again = Browser::at(&town);
    let body = json!({ "name": "amina", "password": new });
    assert_eq!(again.post("login", &body).await.json()["stage"], "second");
}
