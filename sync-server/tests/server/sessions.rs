//! Sessions of devices: challenges, tokens, rotation, reuse.

use serde_json::json;
use sync::Role;
use sync::sign_in::{Challenge, Knock, SignIn, Tokens};

use crate::support::{Device, OWN, Town};
use sync_server::stores::Scope;

#[tokio::test]
async fn a_challenge_is_answered_once_and_by_its_device() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let knock = Knock { device: device.key.public().device() };
    let challenge: Challenge = town.post("/v1/session/challenge", "", &knock).await.json();
    let signed = SignIn::new(&device.key, challenge);
    let by_another = SignIn { device: signed.device, ..SignIn::new(&Device::new().key, challenge) };
    assert_eq!(town.post("/v1/session", "", &by_another).await.code(), "device.unknown");
    assert_eq!(town.post("/v1/session", "", &signed).await.code(), "");
    assert_eq!(town.post("/v1/session", "", &signed).await.code(), "session.missing");
    let made_up = SignIn::new(&device.key, Challenge { challenge: sync::Hash([7; 32]) });
    assert_eq!(town.post("/v1/session", "", &made_up).await.code(), "session.missing");
    assert_eq!(town.sign_in(&Device::new()).await.code(), "device.unknown");
}

#[tokio::test]
async fn a_refresh_token_serves_once_and_seen_twice_ends_the_session() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let first: Tokens = town.sign_in(&device).await.json();
    let body = json!({ "refresh": first.refresh });
    let second: Tokens = town.post("/v1/session/refresh", "", &body).await.json();
    assert_ne!(first.token, second.token);
    assert_eq!(town.get("/v1/receipts?register=24505105-2026", &second.token).await.code(), "");
    assert_eq!(town.post("/v1/session/refresh", "", &body).await.code(), "session.missing");
    for ended in [&first.token, &second.token] {
        assert_eq!(town.get("/v1/receipts?register=24505105-2026", ended).await.code(), "session.missing");
    }
    let body = json!({ "refresh": second.refresh });
    assert_eq!(town.post("/v1/session/refresh", "", &body).await.code(), "session.missing");
    // The device's other session goes on.
    assert_eq!(town.get("/v1/receipts?register=24505105-2026", &device.token).await.code(), "");
}

#[tokio::test]
async fn tokens_serve_what_they_are_for_until_they_expire() {
    let town = Town::with(|settings| settings.lifetimes.access = 0).await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let tokens: Tokens = town.sign_in(&device).await.json();
    for wrong in [&tokens.token, &tokens.refresh, "", "zz", &"0".repeat(64)] {
        assert_eq!(town.get("/v1/receipts?register=24505105-2026", wrong).await.code(), "session.missing", "{wrong}");
    }
    let body = json!({ "refresh": tokens.token });
    assert_eq!(town.post("/v1/session/refresh", "", &body).await.code(), "session.missing");
    let body = json!({ "refresh": tokens.refresh });
    assert_eq!(town.post("/v1/session/refresh", "", &body).await.code(), "");
}

#[tokio::test]
async fn logging_out_ends_one_session() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let other: Tokens = town.sign_in(&device).await.json();
    assert_eq!(town.ask("POST", "/v1/logout", &device.token, Vec::new()).await.code(), "");
    assert_eq!(town.get("/v1/receipts?register=24505105-2026", &device.token).await.code(), "session.missing");
    assert_eq!(town.get("/v1/receipts?register=24505105-2026", &other.token).await.code(), "");
}
