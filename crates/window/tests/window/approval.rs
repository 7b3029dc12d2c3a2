//! The head's approval, signatures, deposit slips, documents handed in.

use serde_json::json;

use crate::room::Room;

const HEAD: &str = "Mwalimu Achieng";
const PASSWORD: &str = "kalamu nyekundu";

#[test]
fn nobody_approves_before_the_head_has_set_a_password() {
    let room = Room::with_register();
    assert_eq!(room.call("approval.status", json!({}))["approvers"], json!([]));
    let clerk = json!({"name": "clerk", "password": ""});
    assert_eq!(room.refused("approval.approve", clerk).code, "window.no-password");
}

#[test]
fn the_head_approves_by_password_whoever_is_at_work_and_history_names_the_head() {
    let room = Room::with_register();
    room.call("people.add", json!({"name": HEAD, "role": "head", "password": PASSWORD}));
    assert_eq!(
        room.refused("approval.approve", json!({"name": HEAD, "password": "guessed"})).code,
        "desk.wrong-password"
    );
    room.call("approval.approve", json!({"name": HEAD, "password": PASSWORD}));
    let status = room.call("approval.status", json!({}));
    assert_eq!((&status["approved"]["by"], &status["approved"]["holds"]), (&json!(HEAD), &json!(true)));
    assert_eq!(room.call("state", json!({}))["actor"], "clerk", "the clerk is still at work");
    room.call("approval.withdraw", json!({}));
    assert!(room.call("approval.status", json!({}))["approved"].is_null());
}

#[test]
fn a_roll_with_errors_is_not_approved() {
    let room = Room::new();
    room.call("practice.begin", json!({"task": "t", "year": 2026}));
    room.call("people.add", json!({"name": HEAD, "role": "head", "password": PASSWORD}));
    let problem = room.refused("approval.approve", json!({"name": HEAD, "password": PASSWORD}));
    assert_eq!(problem.code, "window.roll-errors");
}

#[test]
fn a_private_centre_is_approved_by_the_officer_of_the_sub_county_alone() {
    let room = Room::new();
    let centre = json!({"code": "24905105", "name": "MTAANI", "type": "private", "year": 2026});
    room.call("registers.create", centre);
    room.call("people.add", json!({"name": HEAD, "role": "head", "password": PASSWORD}));
    assert_eq!(room.call("approval.status", json!({}))["approver"], "scde");
    assert_eq!(room.refused("approval.approve", json!({"name": HEAD, "password": PASSWORD})).code, "desk.not-allowed");
}

#[test]
fn slips_are_entered_changed_and_voided_with_a_reason() {
    let room = Room::with_register();
    let slip = |id: Option<&str>, amount: u32| json!({"id": id, "bank": "Co-operative Bank", "number": "S-17", "date": "2026-02-01", "amount": amount});
    room.call("approval.slip", slip(None, 7_200));
    let first = |room: &Room| room.call("approval.status", json!({}))["slips"][0].clone();
    let id = first(&room)["id"].as_str().expect("an id").to_owned();
    room.call("approval.slip", slip(Some(&id), 7_300));
    assert_eq!((&first(&room)["amount"], &first(&room)["voided"]), (&json!(7_300), &json!(null)));
    assert_eq!(room.refused("approval.void", json!({"id": id, "reason": " "})).code, "register.reason-missing");
    room.call("approval.void", json!({"id": id, "reason": "typed twice"}));
    assert_eq!(first(&room)["voided"], "typed twice");
    assert_eq!(room.call("approval.status", json!({}))["fees"]["paid"], 0);
}

#[test]
fn a_slip_that_says_nothing_is_refused_with_the_field() {
    let room = Room::with_register();
    for (field, slip) in [
        ("bank", json!({"id": null, "bank": "", "number": "1", "date": "2026-02-01", "amount": 1})),
        ("amount", json!({"id": null, "bank": "B", "number": "1", "date": "2026-02-01", "amount": 0})),
    ] {
        let problem = room.refused("approval.slip", slip);
        assert_eq!((problem.code.as_str(), problem.detail.as_str()), ("window.slip", field));
    }
}

#[test]
fn signatures_and_documents_handed_in_are_noted_and_taken_back() {
    let room = Room::new();
    room.call("practice.begin", json!({"task": "t", "year": 2026}));
    let signed = |room: &Room| {
        let status = room.call("approval.status", json!({}));
        status["candidates"].as_array().map(|all| all.iter().filter(|one| one["signed"] == true).count())
    };
    room.call("approval.sign", json!({"candidates": [], "signed": true}));
    assert_eq!(signed(&room), Some(36));
    let first = room.call("approval.status", json!({}))["candidates"][0]["id"].clone();
    room.call("approval.sign", json!({"candidates": [first], "signed": false}));
    assert_eq!(signed(&room), Some(35));
    for returned in [true, false] {
        room.call("approval.returned", json!({"name": "nominal-roll", "returned": returned}));
        assert_eq!(room.call("approval.status", json!({}))["documents"][0]["day"].is_string(), returned);
    }
}
