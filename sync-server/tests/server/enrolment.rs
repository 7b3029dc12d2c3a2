//! A device and the council come to know each other.

use reqwest::StatusCode;
use sync::Role;
use sync::enrolment::{Admitted, Application, EnrolmentCode};
use sync::message::{Answer, Request};

use crate::support::{Device, OWN, Town};
use sync_server::stores::Scope;

#[tokio::test]
async fn a_code_enrols_one_device_and_both_sides_prove_it() {
    let town = Town::new().await;
    let code = town.code(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let application = Device::new().application(&code);
    let Admitted { admission, session } = town.post("/v1/enrol", "", &application).await.json();
    assert!(admission.is_proved(&code.key(), &application));
    assert_eq!((admission.role, admission.scope), (Role::Clerk, vec!["24505105".to_owned()]));
    assert_eq!(admission.key, town.office().keys.signing.public());
    let token = session.unwrap().token;
    assert_eq!(town.say(&token, &Request::Circulars(0)).await.answer(), Answer::Circulars(Vec::new()));
    // The first answer may have been lost on its way, or somebody else says again what they heard.
    let again: Admitted = town.post("/v1/enrol", "", &application).await.json();
    assert!(again.admission.is_proved(&code.key(), &application));
    assert_eq!(again.session, None);
    let another = Device::new().application(&code);
    assert_eq!(town.post("/v1/enrol", "", &another).await.code(), "enrol.code");
}

#[tokio::test]
async fn five_wrong_proofs_and_the_code_serves_no_more() {
    let town = Town::new().await;
    let code = town.code(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let guess: String = code.to_string()[..6].to_owned() + "00000-00000-00000";
    let wrong = Device::new().application(&EnrolmentCode::parse(&guess).unwrap());
    for _ in 0..5 {
        assert_eq!(town.post("/v1/enrol", "", &wrong).await.code(), "enrol.code");
    }
    let right = Device::new().application(&code);
    assert_eq!(town.post("/v1/enrol", "", &right).await.code(), "enrol.code");
}

#[tokio::test]
async fn a_code_out_of_date_or_unknown_serves_nobody() {
    let town = Town::new().await;
    let code = town.code(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let id = code.id();
    town.write(move |council| {
        let mut row = council.code(&id)?.unwrap();
        row.expires = sync::UnixMillis(row.expires.0 - 15 * 86_400_000);
        council.put_code(&row)
    })
    .await;
    for code in [code, EnrolmentCode::of(&[7; 20])] {
        let came = town.post("/v1/enrol", "", &Device::new().application(&code)).await;
        assert_eq!((came.status, came.code()), (StatusCode::FORBIDDEN, "enrol.code".into()));
    }
}

#[tokio::test]
async fn an_application_that_makes_no_sense_costs_no_attempt() {
    let town = Town::new().await;
    let code = town.code(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let device = Device::new();
    let right = device.application(&code);
    for wrong in [
        Application::new(&code, device.key.public(), "", &right.recipient),
        Application::new(&code, device.key.public(), &"n".repeat(61), &right.recipient),
        Application::new(&code, device.key.public(), "Office", "nobody"),
    ] {
        assert_eq!(town.post("/v1/enrol", "", &wrong).await.code(), "request.invalid");
    }
    assert_eq!(town.post("/v1/enrol", "", &right).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_revoked_device_does_not_come_back_under_its_key() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let id = device.key.public().device();
    town.write(move |council| {
        let row = council.device(id)?.unwrap();
        council.put_device(&sync_server::stores::Device { revoked: Some(sync::UnixMillis(1)), ..row })
    })
    .await;
    let code = town.code(Role::Clerk, Scope::Centres(vec![OWN])).await;
    assert_eq!(town.post("/v1/enrol", "", &device.application(&code)).await.code(), "device.revoked");
}
