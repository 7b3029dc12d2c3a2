//! Conflicts made and resolved, changes held, circulars, and the stick.

use serde_json::{Value, json};
use sync::Role;
use sync::circular::Circular;

use crate::council::Council;
use crate::room::Room;

const JANE: &str = "24505105,001,AKINYI JANE";

/// Two windows of one centre with the same candidate.
fn two(council: &mut Council) -> (Room, Room) {
    let (clerk, head) = (Room::enrolled(council, Role::Clerk), Room::enrolled(council, Role::Head));
    clerk.import(&[&format!("{JANE},2007,1")]);
    clerk.sync();
    head.sync();
    (clerk, head)
}

fn undecided(room: &Room) -> Value {
    room.call("conflicts.list", json!({}))
}

#[test]
fn what_two_wrote_apart_is_shown_side_by_side_and_closed_with_a_reason() {
    let mut council = Council::start();
    let (clerk, head) = two(&mut council);
    clerk.import(&[&format!("{JANE},2008,1")]);
    head.import(&[&format!("{JANE},2009,1")]);
    clerk.sync();
    head.sync();
    assert_eq!((&head.standing()["conflicts"], &head.standing()["next"]), (&json!(1), &json!("resolve")));
    let conflict = undecided(&head)["conflicts"][0].clone();
    assert_eq!((conflict["field"].as_str(), conflict["why"].as_str()), (Some("year_of_birth"), Some("field")));
    assert_eq!(conflict["subject"]["called"], "001 AKINYI JANE");
    let values: Vec<_> = conflict["values"].as_array().unwrap().iter().map(|one| one["value"].as_str()).collect();
    assert_eq!(values, [Some("2008"), Some("2009")], "the first is shown at present");
    assert_eq!(conflict["values"][1]["written"][0]["here"], true);
    let id = conflict["subject"]["id"].clone();
    let decision = |reason: &str| json!({"id": id, "field": "year_of_birth", "value": "2009", "reason": reason});
    assert_eq!(head.refused("conflicts.resolve", decision("")).code, "register.reason-missing");
    head.call("conflicts.resolve", decision("as on the certificate"));
    assert_eq!(undecided(&head)["conflicts"], json!([]));
    head.sync();
    clerk.sync();
    assert_eq!(undecided(&clerk)["conflicts"], json!([]));
}

#[test]
fn an_entry_after_closing_is_listed_as_held_with_the_reason() {
    let mut council = Council::start();
    let clerk = Room::enrolled(&mut council, Role::Clerk);
    clerk.sync();
    council.closes_in(-60);
    clerk.import(&[&format!("{JANE},2008,1")]);
    clerk.sync();
    let held = undecided(&clerk)["held"][0].clone();
    assert_eq!((held["why"].as_str(), held["kind"].as_str()), (Some("late"), Some("import")), "{held}");
    assert!(held["writes"].as_array().unwrap().iter().any(|write| write["value"] == "AKINYI JANE"));
    assert_eq!(clerk.refused("conflicts.countersign", json!({"tag": held["tag"]})).code, "desk.usage");
}

#[test]
fn a_circular_is_shown_by_what_it_changes() {
    let mut council = Council::start();
    let clerk = Room::enrolled(&mut council, Role::Clerk);
    let text = "[fees.state.basic]\nvalue = 2750\n".to_owned();
    let circular = Circular { number: 1, year: 2026, text, at: council.office().now() };
    let signed = circular.sign(&council.office().keys.signing);
    council.at_the_store(move |store| store.issue(&signed));
    assert_eq!(clerk.sync()["circulars"], 1);
    let shown = clerk.call("news.list", json!({}));
    assert_eq!(
        shown["circulars"][0]["changes"],
        json!([{"place": "fees.state.basic", "before": "2200", "now": "2750"}])
    );
    assert_eq!((&shown["decisions"], &shown["unread"]), (&json!([]), &json!(1)));
}

#[test]
fn a_bundle_goes_out_on_a_stick_and_the_reply_comes_in() {
    let mut council = Council::start();
    let (remote, head) = (Room::enrolled(&mut council, Role::Clerk), Room::enrolled(&mut council, Role::Head));
    remote.import(&[&format!("{JANE},2008,1")]);
    let waiting = remote.standing()["waiting"].clone();
    let stick = remote.folder.path().join("stick.daftari-bundle");
    let packed = remote.call("bundles.pack", json!({"path": stick, "pictures": true}));
    assert_eq!(packed["changes"], waiting);
    let sent = head.call("bundles.send", json!({"task": "send", "path": stick}));
    assert_eq!(sent["bytes"], packed["bytes"]);
    let reply = json!({"path": sent["reply"]});
    assert_eq!(head.refused("bundles.take-in", reply.clone()).code, "desk.bundle", "it is for the other computer");
    let arrived = remote.call("bundles.take-in", reply.clone());
    assert_eq!(arrived["received"], waiting);
    assert_eq!(remote.standing()["waiting"], 0);
    assert_eq!(remote.call("bundles.take-in", reply)["received"], 0, "a second time brings nothing more");
    assert_eq!(remote.refused("bundles.take-in", json!({"path": "nowhere"})).code, "desk.unopened");
}
