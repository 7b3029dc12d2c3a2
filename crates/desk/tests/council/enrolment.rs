//! Enrolment: both sides prove that they know the code, and the council's key is held to.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use desk::sync::{Cancel, Enrolment, enrol};
use desk::{Error, ErrorClass};
use sync::enrolment::{Admission, Application, EnrolmentCode};
use sync::{Epoch, Hash, Role, SecretKey};

use crate::place::Place;
use crate::server::Council;

fn enrol_at(place: &Place, url: &str, code: &str, anew: bool) -> Result<Enrolment, Error> {
    enrol(&place.office(), url, code, "Office computer", anew, Cancel::default())
}

#[test]
fn a_code_enrols_one_computer_and_the_same_one_again_if_the_answer_was_lost() {
    let mut council = Council::start();
    let (first, second, code) = (Place::new("First"), Place::new("Second"), council.code(Role::Clerk));
    let enrolled = enrol_at(&first, &council.url(), &code, false).unwrap();
    assert_eq!(enrolled.council(), council.office().keys.signing.public());
    assert_eq!((enrolled.admission.role, enrolled.admission.scope[0].as_str()), (Role::Clerk, "24505105"));
    assert!(enrol_at(&first, &council.url(), &code.to_lowercase().replace('-', " "), false).is_ok());
    let refused = enrol_at(&second, &council.url(), &code, false).unwrap_err();
    assert_eq!(refused.class(), ErrorClass::Server);
    assert!(refused.to_string().contains("used"), "{refused}");
}

#[test]
fn a_code_that_is_none_is_said_before_anybody_is_asked() {
    let place = Place::new("Clerk");
    for code in ["", "ABC", "7K3QM-0D9ZT-4XW2H-8BVR", "7K3QM-0D9ZT-4XW2H-8BVR!"] {
        let error = enrol_at(&place, "https://knec.invalid", code, false).unwrap_err();
        assert_eq!(error.class(), ErrorClass::Usage, "{error}");
    }
    let error = enrol_at(&place, "http://knec.invalid", &"A".repeat(20), false).unwrap_err();
    assert!(error.to_string().contains("https"), "{error}");
}

/// Answers one request with what it makes of the application.
fn impostor(answer: impl FnOnce(&Application) -> Admission + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            let mut piece = [0; 4096];
            let read = stream.read(&mut piece).unwrap();
            request.extend_from_slice(&piece[..read]);
        }
        let at = request.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
        let admission = answer(&serde_json::from_slice(&request[at..]).unwrap());
        let body = serde_json::to_string(&admission).unwrap();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    });
    url
}

#[test]
fn who_does_not_know_the_code_is_not_the_council() {
    let place = Place::new("Clerk");
    let code = EnrolmentCode::of(&[7; 20]);
    let url = impostor(|application| {
        let (key, proof) = (SecretKey::of(&[3; 32]).public(), Hash([0; 32]));
        let recipient = application.recipient.clone();
        let admission =
            Admission { key, epoch: Epoch([0; 8]), role: Role::Head, scope: vec!["24505105".into()], recipient, proof };
        // It knows what the device sent, and guesses at the secret.
        admission.proved(&EnrolmentCode::of(&[8; 20]).key(), application)
    });
    let error = enrol_at(&place, &url, &code.to_string(), false).unwrap_err();
    assert!(matches!(error, Error::Impostor { .. }), "{error}");
    assert!(matches!(place.council(), Err(Error::NotEnrolled)), "nothing of it is believed");
}

#[test]
fn another_council_is_believed_only_where_a_person_says_so() {
    let (mut first, mut second) = (Council::start(), Council::start());
    let place = Place::enrolled("Clerk", &mut first, Role::Clerk);
    let code = second.code(Role::Clerk);
    let error = enrol_at(&place, &second.url(), &code, false).unwrap_err();
    assert!(matches!(error, Error::OtherCouncil { .. }), "{error}");
    assert_eq!(place.council().unwrap().enrolment().council(), first.office().keys.signing.public());
    enrol_at(&place, &second.url(), &code, true).unwrap();
    place.enter("AKINYI JANE");
    assert!(place.sync().is_clean());
}
