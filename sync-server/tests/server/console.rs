//! Browsers at the console: signing in with a second factor, locking, ending, and what keeps other pages out.

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use sync::Role;
use sync_server::access::totp::code_at;
use sync_server::http::endpoint::Method;
use sync_server::stores::Scope;

use crate::contract;
use crate::support::{OWN, PASSWORD, Town};

/// A browser: it keeps the cookie, and sends what the page's script sends.
pub(crate) struct Browser<'t> {
    town: &'t Town,
    pub(crate) cookie: String,
}

/// What a browser got back.
pub(crate) struct Got {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Got {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }

    pub(crate) fn code(&self) -> String {
        if self.status.is_success() { String::new() } else { self.json()["code"].as_str().unwrap().to_owned() }
    }
}

impl<'t> Browser<'t> {
    pub(crate) fn at(town: &'t Town) -> Browser<'t> {
        Browser { town, cookie: String::new() }
    }

    /// Signs in somebody of whom no second factor is asked.
    pub(crate) async fn of(town: &'t Town, name: &str, role: Role, scope: Scope) -> Browser<'t> {
        town.user(name, role, scope).await;
        let mut browser = Browser::at(town);
        let got = browser.login(name).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.code());
        browser
    }

    async fn send(&mut self, request: reqwest::RequestBuilder, sent: Option<&Value>) -> Got {
        let request = if self.cookie.is_empty() { request } else { request.header("cookie", &self.cookie) };
        let response = request.send().await.unwrap();
        let (path, query) = (response.url().path().to_owned(), response.url().query().unwrap_or_default().to_owned());
        let (status, headers) = (response.status(), response.headers().clone());
        if let Some(set) = headers.get("set-cookie") {
            self.cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        let body = response.bytes().await.unwrap().to_vec();
        if status == StatusCode::OK {
            let method = if sent.is_some() { Method::Post } else { Method::Get };
            let kind = headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
            contract::check(method, &format!("{path}?{query}"), sent, kind, &body);
        }
        Got { status, headers, body }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Got {
        let request = self.town.client.get(format!("{}/console/{path}", self.town.server.url()));
        self.send(request.header("sec-fetch-site", "same-origin"), None).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Got {
        let url = self.town.server.url();
        let request = self.town.client.post(format!("{url}/console/api/{path}")).header("origin", &url);
        let request = request.header("x-daftari-console", "1").header("content-type", "application/json");
        self.send(request.body(body.to_string()), Some(body)).await
    }

    pub(crate) async fn send_table(&mut self, path: &str, table: &[u8]) -> Value {
        let url = self.town.server.url();
        let request = self.town.client.post(format!("{url}/console/api/{path}")).header("origin", &url);
        let request = request.header("x-daftari-console", "1").body(table.to_vec());
        self.send(request, Some(&Value::Null)).await.json()
    }

    pub(crate) async fn login(&mut self, name: &str) -> Got {
        self.post("login", &json!({ "name": name, "password": PASSWORD })).await
    }

    async fn stage(&mut self) -> String {
        self.get("api/session").await.json()["stage"].as_str().unwrap().to_owned()
    }
}

/// The code of the authenticator, so many steps from now.
pub(crate) fn code(town: &Town, secret: &str, steps: i64) -> Value {
    let at = sync::UnixMillis(town.office().now().0 + steps * 30_000);
    json!({ "code": code_at(secret, at).unwrap() })
}

pub(crate) async fn set_up(town: &Town, browser: &mut Browser<'_>) -> String {
    let setup = browser.post("factors/totp/begin", &json!({})).await.json();
    let secret = setup["secret"].as_str().unwrap().to_owned();
    assert!(setup["uri"].as_str().unwrap().starts_with("otpauth://totp/"));
    let rows = setup["qr"].as_array().unwrap();
    assert!(rows.len() > 20 && rows.iter().all(|row| row.as_str().unwrap().len() == rows.len()));
    let confirmed = browser.post("factors/totp/confirm", &code(town, &secret, -1)).await;
    assert_eq!(confirmed.json()["stage"], "full");
    secret
}

#[tokio::test]
async fn an_operator_sets_up_a_second_factor_and_is_asked_for_it_from_then_on() {
    let town = Town::new().await;
    town.user("amina", Role::Operator, Scope::All).await;
    let mut browser = Browser::at(&town);
    assert_eq!(browser.stage().await, "none");
    assert_eq!(browser.login("amina").await.json()["stage"], "enrol");
    assert_eq!(browser.get("api/sessions").await.code(), "session.second");
    let halfway = browser.cookie.clone();
    let secret = set_up(&town, &mut browser).await;
    assert_ne!(browser.cookie, halfway, "the token changes with what it opens");
    assert_eq!(browser.get("api/sessions").await.status, StatusCode::OK);

    let mut second = Browser::at(&town);
    assert_eq!(second.login("amina").await.json()["stage"], "second");
    assert_eq!(second.post("factors/totp/begin", &json!({})).await.code(), "session.second");
    assert_eq!(second.post("second", &code(&town, &secret, -1)).await.code(), "login.wrong", "a code serves once");
    assert_eq!(second.post("second", &json!({ "code": "000000" })).await.code(), "login.wrong");
    let whole = second.post("second", &code(&town, &secret, 0)).await.json();
    assert_eq!((&whole["stage"], &whole["factors"]), (&json!("full"), &json!(["totp"])));
    assert!(whole["rights"].as_array().unwrap().contains(&json!("decide")));
    let sessions = second.get("api/sessions").await.json();
    assert_eq!(sessions["sessions"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn guessing_the_second_factor_costs_waits() {
    let town = Town::new().await;
    town.user("amina", Role::Operator, Scope::All).await;
    let mut browser = Browser::at(&town);
    browser.login("amina").await;
    set_up(&town, &mut browser).await;
    let mut thief = Browser::at(&town);
    thief.login("amina").await;
    let mut told = Vec::new();
    for _ in 0..6 {
        told.push(thief.post("second", &json!({ "code": "123456" })).await.status);
    }
    assert_eq!(told[4], StatusCode::UNAUTHORIZED);
    assert_eq!(told[5], StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_locked_session_answers_nothing_until_the_password_is_given() {
    let town = Town::new().await;
    let mut browser = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let before = browser.cookie.clone();
    assert_eq!(browser.post("lock", &json!({})).await.status, StatusCode::OK);
    assert_eq!(browser.stage().await, "locked");
    let locked = browser.get("api/sessions").await;
    assert_eq!((locked.status.as_u16(), locked.code()), (423, "session.locked".to_owned()));
    assert_eq!(browser.post("unlock", &json!({ "password": "not it at all" })).await.code(), "login.wrong");
    assert_eq!(browser.post("unlock", &json!({ "password": PASSWORD })).await.json()["stage"], "full");
    assert_ne!(browser.cookie, before);
    let mut old = Browser { town: &town, cookie: before };
    assert_eq!(old.get("api/sessions").await.code(), "session.missing", "the token before it opens nothing");
}

#[tokio::test]
async fn a_session_that_idles_is_locked_and_one_that_is_old_ends() {
    let town = Town::with(|settings| settings.console.idle = 0).await;
    let mut browser = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    assert_eq!(browser.get("api/sessions").await.code(), "session.locked");
    let town = Town::with(|settings| settings.console.longest = 0).await;
    let mut browser = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    assert_eq!(browser.get("api/sessions").await.code(), "session.missing");
    assert_eq!(browser.stage().await, "none");
}

#[tokio::test]
async fn sessions_end_one_by_one_by_signing_out_and_with_a_new_password() {
    let town = Town::new().await;
    let mut first = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let mut second = Browser::at(&town);
    second.login("otieno").await;
    let listed = first.get("api/sessions").await.json();
    let other = listed["sessions"].as_array().unwrap().iter().find(|one| one["current"] == false).unwrap();
    let end = format!("sessions/{}/end", other["id"].as_str().unwrap());
    assert_eq!(first.post(&end, &json!({})).await.status, StatusCode::OK);
    assert_eq!(first.post(&end, &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(second.get("api/sessions").await.code(), "session.missing");
    second.login("otieno").await;
    let change = json!({ "password": PASSWORD, "new": "another three words" });
    assert_eq!(first.post("password", &change).await.json()["stage"], "full");
    assert_eq!(second.get("api/sessions").await.code(), "session.missing");
    let gone = first.post("logout", &json!({})).await;
    assert!(gone.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(first.get("api/sessions").await.code(), "session.missing");
}

#[tokio::test]
async fn heads_clerks_and_people_who_left_have_no_console() {
    let town = Town::new().await;
    for (name, role) in [("a head", Role::Head), ("a clerk", Role::Clerk)] {
        town.user(name, role, Scope::Centres(vec![OWN])).await;
        let mut browser = Browser::at(&town);
        assert_eq!(browser.login(name).await.code(), "role.no-right");
        assert_eq!(browser.stage().await, "none");
    }
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    town.write(|council| {
        let user = council.user("auditor")?.unwrap();
        council.put_user(&sync_server::stores::User { disabled: true, ..user })
    })
    .await;
    assert_eq!(browser.get("api/sessions").await.code(), "session.missing");
}

#[tokio::test]
async fn another_page_cannot_ask_in_the_name_of_the_console() {
    let town = Town::new().await;
    let browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    let url = format!("{}/console/api/lock", town.server.url());
    let asked = |origin: &str, own: bool| {
        let request = town.client.post(&url).header("cookie", &browser.cookie).header("origin", origin).body("{}");
        if own { request.header("x-daftari-console", "1") } else { request }
    };
    for request in [asked("https://evil.example", true), asked(&town.server.url(), false)] {
        assert_eq!(request.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    }
    let cross = town.client.get(format!("{}/console/api/sessions", town.server.url()));
    let cross = cross.header("cookie", &browser.cookie).header("sec-fetch-site", "cross-site");
    assert_eq!(cross.send().await.unwrap().status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_page_is_bound_to_its_own_origin_and_cookies_to_https() {
    let town = Town::new().await;
    let mut browser = Browser::at(&town);
    let page = browser.get("").await;
    assert_eq!(page.status, StatusCode::OK);
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'") && !policy.contains("unsafe"));
    assert_eq!(page.headers["x-frame-options"], "DENY");
    assert!(page.headers.contains_key("strict-transport-security"));
    assert_eq!(browser.get("queues/duplicate").await.status, StatusCode::OK, "the page's own addresses are the page");
    assert_eq!(browser.get("api/nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("assets/nothing.js").await.status, StatusCode::NOT_FOUND);
    town.user("auditor", Role::Auditor, Scope::All).await;
    let set = browser.login("auditor").await.headers["set-cookie"].to_str().unwrap().to_owned();
    for part in ["__Host-daftari=", "; Path=/;", "HttpOnly", "SameSite=Strict", "Secure"] {
        assert!(set.contains(part), "{set}");
    }
}
