//! A transfer between two centres, each with its own register: asked for, consented to on both sides, and made.

use serde_json::{Value, json};
use sync::{About, CandidateId, Role};
use sync_server::stores::Scope;

use crate::council::Council;
use crate::room::Room;

const FROM: u32 = 24_505_105;
const TO: u32 = 24_505_106;

fn transfers(room: &Room) -> Value {
    room.call("transfers.list", json!({}))
}

/// How a condition of the first transfer stands.
fn stands(room: &Room, condition: &str) -> String {
    let first = transfers(room)["all"][0].clone();
    let all = first["conditions"].as_array().expect("conditions").clone();
    let one = all.into_iter().find(|one| one["name"] == condition).expect("the condition");
    one["stands"].as_str().expect("a word").to_owned()
}

fn releasing(council: &mut Council) -> (Room, String) {
    let head = Room::enrolled(council, Role::Head);
    head.import(&["24505105,001,AKINYI JANE,2008,1"]);
    head.sync();
    head.sits_down("Mwalimu Achieng", "head");
    let id = head.call("candidates.list", json!({}))["rows"][0]["id"].as_str().unwrap().to_owned();
    (head, id)
}

fn receiving(council: &mut Council) -> Room {
    let room = Room::new();
    let centre = json!({"code": TO.to_string(), "name": "CHEPARERIA GIRLS", "type": "school", "year": 2026});
    room.call("registers.create", centre);
    let (url, code) = (council.url(), council.code_for(Role::Head, Scope::Centres(vec![TO])));
    room.enrol(&url, &code);
    room.sits_down("Mwalimu Chebet", "head");
    room.sync();
    room
}

#[test]
fn a_head_asks_the_office_consents_and_what_is_missing_is_told_by_its_paragraph() {
    let mut council = Council::start();
    let (head, id) = releasing(&mut council);
    let ask = |to: &str, reason: &str| json!({"id": id, "to": to, "reason": reason, "slip": ""});
    assert_eq!(head.refused("transfers.ask", ask("24505105", "moved")).code, "desk.usage", "it is this centre");
    assert_eq!(head.refused("transfers.ask", ask("24505106", " ")).code, "register.reason-missing");
    head.call("transfers.ask", ask("24505106", "family moved"));
    assert_eq!(stands(&head, "releasing-head"), "met");
    assert_eq!(stands(&head, "releasing-office"), "open");
    assert_eq!(stands(&head, "receiving-head"), "elsewhere", "only KNEC knows of the other centre's register");
    assert_eq!((stands(&head, "fee"), transfers(&head)["fee"].clone()), ("open".to_owned(), json!(1000)));
    head.call("transfers.pay", json!({"key": id, "slip": "S-77"}));
    assert_eq!(stands(&head, "fee"), "met");
    assert_eq!(transfers(&head)["waiting"], 0, "the head has said everything");
    head.sync();

    let office = Room::enrolled(&mut council, Role::Scde);
    office.sits_down("Bi. Naliaka", "scde");
    office.sync();
    assert_eq!(transfers(&office)["waiting"], 1);
    assert_eq!(office.call("home.summary", json!({}))["transfers"], 1);
    office.call("transfers.consent", json!({ "key": id }));
    assert_eq!((stands(&office, "releasing-office"), transfers(&office)["waiting"].clone()), ("met".into(), json!(0)));

    head.call("transfers.take-back", json!({ "key": id }));
    assert_eq!(transfers(&head)["all"], json!([]));
}

#[test]
fn the_centre_that_receives_answers_in_its_own_register_and_a_clerk_of_neither_does() {
    let mut council = Council::start();
    let there = receiving(&mut council);
    let told = json!({"candidate": "ab", "name": "AKINYI JANE", "from": "24505105", "from_name": "KABIRO SECONDARY",
        "reason": "family moved"});
    council.says(TO, About::Centre, &[("transfer.asked.24505105001", told)]);
    there.sync();
    let asked = transfers(&there)["all"][0].clone();
    assert_eq!((&asked["name"], &asked["other_name"]), (&json!("AKINYI JANE"), &json!("KABIRO SECONDARY")));
    assert_eq!(
        (&asked["other_asked"], &asked["asked_by"], &asked["waits"]),
        (&json!(true), &json!(null), &json!(true))
    );
    there.call("transfers.consent", json!({"key": "24505105001"}));
    assert_eq!(stands(&there, "receiving-head"), "met");
    assert_eq!(stands(&there, "releasing-head"), "elsewhere");
    let other = json!({"index": "24505107002", "reason": "their aunt lives here", "slip": "S-9"});
    there.call("transfers.receive", other);
    assert_eq!(transfers(&there)["all"].as_array().unwrap().len(), 2);
    let wrong = json!({"index": "24505106002", "reason": "x", "slip": ""});
    assert_eq!(there.refused("transfers.receive", wrong).code, "desk.usage", "it is this centre");
    let short = json!({"index": "2450510600", "reason": "x", "slip": ""});
    assert_eq!(there.refused("transfers.receive", short).code, "window.index");
    let clerk = Room::enrolled(&mut council, Role::Clerk);
    assert_eq!(clerk.refused("transfers.consent", json!({"key": "24505105001"})).code, "desk.not-allowed");
}

/// The council's lists follow what it orders a moment later.
fn in_the_end_asks_for_nobody(room: &Room) -> bool {
    (0..100).any(|_| {
        room.sync();
        transfers(room)["all"] == json!([])
    })
}

#[test]
fn who_was_moved_is_shown_as_gone_on_the_one_desk_and_as_come_on_the_other() {
    let mut council = Council::start();
    let (here, id) = releasing(&mut council);
    let there = receiving(&mut council);
    here.call("transfers.ask", json!({"id": id, "to": "24505106", "reason": "family moved", "slip": "S-77"}));
    here.sync();
    let wanted = json!({"index": "24505105001", "reason": "boards here", "slip": ""});
    there.call("transfers.receive", wanted);
    there.sync();
    council.moves(CandidateId::parse(&id).unwrap(), FROM, TO);
    here.sync();
    there.sync();
    let gone = here.call("candidates.list", json!({}))["rows"][0].clone();
    assert_eq!((&gone["standing"], &gone["because"]), (&json!("moved"), &json!("24505106")));
    assert_eq!(transfers(&here)["all"], json!([]), "nothing is under way any more");
    let come = there.call("candidates.list", json!({}))["rows"][0].clone();
    assert_eq!((&come["id"], &come["came_from"]), (&json!(id), &json!("24505105")));
    assert_eq!((&come["fields"]["name"], come["fields"].get("candidate_no")), (&json!("AKINYI JANE"), None));
    assert!(in_the_end_asks_for_nobody(&there), "who has come is asked for no more");
    let number = json!({"id": id, "values": [{"field": "candidate_no", "value": ""}]});
    let numbered = there.call("candidates.change", number);
    assert_eq!(numbered["rows"][0]["index"], "24505106001", "they get the next number of their new centre");
}
