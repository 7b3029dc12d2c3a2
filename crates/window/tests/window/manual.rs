//! The manual, searched.

use serde_json::{Value, json};

use crate::room::Room;

fn found(room: &Room, text: &str) -> Vec<String> {
    let rows = room.call("manual.find", json!({"text": text}));
    let number = |row: &Value| row["paragraph"].as_str().unwrap_or_default().to_owned();
    rows.as_array().expect("a list").iter().map(number).collect()
}

#[test]
fn paragraphs_are_found_by_number_rule_and_words() {
    let room = Room::new();
    assert!(found(&room, "").len() > 100, "everything");
    assert_eq!(found(&room, "2.8.2(ii)"), ["2.8.2"]);
    assert!(found(&room, "2.8").len() > 3, "the section");
    assert!(found(&room, "subjects.sciences").iter().any(|number| number.starts_with("2.8")), "of a rule");
    assert!(!found(&room, "birth certificate").is_empty(), "words");
    assert!(found(&room, "zzz qqq").is_empty());
}

#[test]
fn a_paragraph_is_shown_with_the_rules_that_check_it_in_the_language_chosen() {
    let room = Room::new();
    let shown = |room: &Room| room.call("manual.paragraph", json!({"number": "2.8.4(vi)"}));
    let english = shown(&room);
    assert_eq!(english["paragraph"], "2.8.4");
    assert!(english["rules"].as_array().is_some_and(|rules| !rules.is_empty()));
    room.call("settings.change", json!({"language": "sw"}));
    assert_ne!(english["summary"], shown(&room)["summary"]);
    assert_eq!(room.refused("manual.paragraph", json!({"number": "9.9"})).code, "window.unknown");
}

#[test]
fn every_field_of_an_entry_that_a_rule_is_about_has_a_paragraph() {
    let room = Room::new();
    for field in ["name", "gender", "birth_certificate_no", "subjects", "entry_code", "qualification", "special_needs"]
    {
        let rows = room.call("manual.field", json!({"field": field}));
        assert!(rows.as_array().is_some_and(|rows| !rows.is_empty()), "{field}");
    }
    assert_eq!(room.refused("manual.field", json!({"field": "shoe_size"})).code, "window.unknown");
}
