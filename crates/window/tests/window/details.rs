//! The centre's details.

use serde_json::{Value, json};

use crate::room::Room;

fn detail(room: &Room, name: &str) -> Value {
    let details = room.call("centre.details", json!({}));
    let fields = details["fields"].as_array().expect("a list").clone();
    fields.into_iter().find(|field| field["name"] == name).expect("such a detail")
}

fn write(room: &Room, field: &str, value: &str) {
    room.call("centre.change", json!({"field": field, "value": value}));
}

#[test]
fn what_documents_have_a_place_for_is_told_until_it_is_filled_in() {
    let room = Room::with_register();
    let county = detail(&room, "county")["value"].clone();
    assert!(county.as_str().is_some_and(|county| !county.is_empty()), "the code tells the county");
    assert_eq!(room.call("papers.list", json!({}))["blank"], json!(["sub_county", "head_teacher"]));
    write(&room, "sub_county", " Kapseret ");
    write(&room, "head_teacher", "A. N. OTHER");
    assert_eq!(detail(&room, "sub_county")["value"], "Kapseret");
    assert_eq!(room.call("home.summary", json!({}))["blank"], json!([]));
}

#[test]
fn the_centres_name_is_never_blank_and_the_bar_hears_of_another() {
    let room = Room::with_register();
    let refused = room.refused("centre.change", json!({"field": "name", "value": "  "}));
    assert_eq!((refused.code.as_str(), refused.detail.as_str()), ("window.founding", "name"));
    write(&room, "name", "KABIRO HIGH");
    assert_eq!(room.call("state", json!({}))["centre"]["name"], "KABIRO HIGH");
    assert!(room.heard(|event| matches!(event, window::Event::State)));
}

#[test]
fn what_only_other_screens_write_is_not_written_here() {
    let room = Room::with_register();
    for field in ["code", "year", "approved_by", "roll_returned"] {
        assert_eq!(room.refused("centre.change", json!({"field": field, "value": "x"})).code, "window.unknown");
    }
}

#[test]
fn a_list_of_subjects_offered_decides_what_an_entry_is_told() {
    let room = Room::with_register();
    let values = [("name", "AKINYI JANE"), ("entry_code", "1"), ("subjects", "101 102 121 231 232 311 443")];
    let values: Vec<Value> = values.iter().map(|(field, value)| json!({"field": field, "value": value})).collect();
    room.call("candidates.enter", json!({"values": values}));
    let details = room.call("centre.details", json!({}));
    let subjects = details["subjects"].as_array().expect("a list");
    let entered: Vec<&str> =
        subjects.iter().filter(|one| one["entered"] == 1).filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(entered, ["101", "102", "121", "231", "232", "311", "443"]);
    let not_offered = || {
        let rows = room.call("candidates.list", json!({}))["rows"].clone();
        let findings = rows[0]["findings"].as_array().expect("a list").clone();
        findings.iter().any(|finding| finding["rule"] == "subjects.not-offered")
    };
    assert!(!not_offered(), "without a list nothing is compared");
    write(&room, "offered", "101 102 121 231 232 311");
    assert!(not_offered());
}

#[test]
fn a_hosting_centre_that_is_none_is_kept_and_told_as_wrong() {
    let room = Room::with_register();
    for (typed, wrong) in [("2450", true), ("24505106", false), ("", false)] {
        write(&room, "host_centre", typed);
        let detail = detail(&room, "host_centre");
        assert_eq!((&detail["value"], &detail["wrong"]), (&json!(typed), &json!(wrong)));
    }
}

#[test]
fn what_another_window_wrote_meanwhile_is_not_overwritten_unknowingly() {
    let room = Room::with_register();
    write(&room, "address", "P.O. Box 1");
    let late = json!({"field": "address", "value": "P.O. Box 2", "was": ""});
    assert_eq!(room.refused("centre.change", late).code, "window.changed-meanwhile");
    assert_eq!(detail(&room, "address")["value"], "P.O. Box 1");
}

#[test]
fn a_warning_about_the_centre_stands_with_a_reason_until_that_is_taken_back() {
    let room = Room::with_register();
    let told = |room: &Room| {
        let details = room.call("centre.details", json!({}));
        let rules = |list: &Value| {
            let all = list.as_array().expect("a list");
            all.iter().filter_map(|one| one["rule"].as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        (rules(&details["findings"]), details["acknowledged"].clone())
    };
    assert_eq!(told(&room).0, ["centre.too-few"], "fees and signatures are told elsewhere");
    room.call("centre.acknowledge", json!({"rule": "centre.too-few", "reason": "hosted by 24505106"}));
    let (left, stands) = told(&room);
    assert!(left.is_empty());
    assert_eq!(
        (&stands[0]["finding"]["rule"], &stands[0]["reason"]),
        (&json!("centre.too-few"), &json!("hosted by 24505106"))
    );
    room.call("centre.retract", json!({"rule": "centre.too-few"}));
    assert_eq!(told(&room).0, ["centre.too-few"]);
}
