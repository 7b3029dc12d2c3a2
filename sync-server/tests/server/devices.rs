//! Codes for devices and their revocation, by people and devices that stand over them.

use serde_json::{Value, json};
use sync::Role;
use sync::enrolment::EnrolmentCode;

use crate::support::{Device, FOREIGN, OWN, Town};
use sync_server::stores::Scope;

#[tokio::test]
async fn a_code_is_made_only_for_those_below_and_within() {
    let town = Town::new().await;
    let own = || Scope::Centres(vec![OWN]);
    let head = town.device(Role::Head, own()).await;
    let scde = town.device(Role::Scde, Scope::SubCounty(24_505)).await;
    let supervisor = town.device(Role::Supervisor, Scope::All).await;
    for (by, role, scope, code) in [
        (&head, "clerk", json!(["24505105"]), ""),
        (&head, "head", json!(["24505105"]), "role.no-right"),
        (&head, "clerk", json!(["24505106"]), "centre.foreign"),
        (&head, "clerk", json!(["24505"]), "centre.foreign"),
        (&scde, "head", json!(["24505105", "24505106"]), ""),
        (&scde, "head", json!(["24505105", "31101007"]), "centre.foreign"),
        (&scde, "scde", json!(["24505"]), "role.no-right"),
        (&scde, "head", json!([""]), "centre.foreign"),
        (&supervisor, "supervisor", json!([""]), ""),
        (&supervisor, "council", json!([""]), "request.invalid"),
        (&supervisor, "clerk", json!(["2450510x"]), "request.invalid"),
        (&supervisor, "clerk", json!([]), "request.invalid"),
    ] {
        let body = json!({ "device": { "role": role, "scope": scope } });
        let came = town.post("/v1/codes", &by.token, &body).await;
        assert_eq!(came.code(), code, "{role} {scope}");
        if code.is_empty() {
            let made: Value = came.json();
            let made = EnrolmentCode::parse(made["code"].as_str().unwrap()).unwrap();
            assert_eq!(town.post("/v1/enrol", "", &Device::new().application(&made)).await.code(), "");
        }
    }
}

#[tokio::test]
async fn a_revocation_is_for_those_above_and_takes_effect_at_once() {
    let town = Town::new().await;
    let own = || Scope::Centres(vec![OWN]);
    let clerk = town.device(Role::Clerk, own()).await;
    let path = format!("/v1/devices/{}/revoke", clerk.key.public().device());
    for (role, scope, code) in [
        (Role::Clerk, own(), "role.no-right"),
        (Role::Operator, Scope::All, "role.no-right"),
        (Role::Auditor, Scope::All, "role.no-right"),
        (Role::Head, Scope::Centres(vec![FOREIGN]), "device.unknown"),
        (Role::Scde, Scope::SubCounty(31_101), "device.unknown"),
    ] {
        let by = town.device(role, scope).await;
        assert_eq!(town.ask("POST", &path, &by.token, Vec::new()).await.code(), code, "{role:?}");
        assert_eq!(town.get("/v1/receipts?register=24505105-2026", &clerk.token).await.code(), "");
    }
    let scde = town.device(Role::Scde, Scope::SubCounty(24_505)).await;
    assert_eq!(town.ask("POST", &path, &scde.token, Vec::new()).await.code(), "");
    assert_eq!(town.get("/v1/receipts?register=24505105-2026", &clerk.token).await.code(), "device.revoked");
    let nobody = format!("/v1/devices/{}/revoke", "0".repeat(32));
    assert_eq!(town.ask("POST", &nobody, &scde.token, Vec::new()).await.code(), "device.unknown");
}

#[tokio::test]
async fn a_centre_listed_in_another_sub_county_is_of_that_office() {
    let town = Town::new().await;
    let scde = town.device(Role::Scde, Scope::SubCounty(24_505)).await;
    let receipts = "/v1/receipts?register=31101007-2026";
    assert_eq!(town.get(receipts, &scde.token).await.code(), "centre.foreign");
    town.write(|council| council.set_sub_county(FOREIGN, 24_505)).await;
    assert_eq!(town.get(receipts, &scde.token).await.code(), "");
}
