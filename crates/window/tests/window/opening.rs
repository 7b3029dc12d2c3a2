//! Registers made, opened and closed.

use serde_json::json;
use window::Event;

use crate::room::Room;

#[test]
fn a_register_that_was_made_is_open_and_stays_on_the_shelf_when_closed() {
    let room = Room::with_register();
    let state = room.call("state", json!({}));
    assert_eq!(state["centre"]["code"], "24505105");
    room.call("registers.close", json!({}));
    assert!(room.call("state", json!({}))["centre"].is_null());
    let shelf = room.call("registers.list", json!({}));
    assert_eq!(shelf[0]["code"], "24505105");
    room.call("registers.open", json!({"name": shelf[0]["name"]}));
    assert_eq!(room.call("state", json!({}))["centre"]["name"], "KABIRO SECONDARY");
}

#[test]
fn the_next_start_tells_that_the_program_was_not_closed_and_only_then() {
    let told = |room: &Room| room.call("state", json!({}))["cut_short"].clone();
    let room = Room::with_register();
    assert_eq!(told(&room), false);
    let room = room.started_again();
    assert_eq!(told(&room), true, "it ended with the register open");
    room.call("registers.open", json!({"name": "24505105-2026"}));
    room.window.leave();
    let room = room.started_again();
    assert_eq!(told(&room), false, "it was closed");
}

#[test]
fn a_centre_that_cannot_be_is_refused_with_the_field_that_is_wrong() {
    let room = Room::new();
    for (code, name, kind, field) in
        [("245", "X", "school", "code"), ("24505105", " ", "school", "name"), ("24505105", "X", "college", "type")]
    {
        let centre = json!({"code": code, "name": name, "type": kind, "year": 2026});
        let problem = room.refused("registers.create", centre);
        assert_eq!((problem.code.as_str(), problem.detail.as_str()), ("window.founding", field));
    }
}

#[test]
fn settings_are_kept_and_told() {
    let room = Room::new();
    room.call("settings.change", json!({"language": "sw", "theme": "dark", "text_size": 125}));
    assert_eq!(room.call("state", json!({}))["settings"]["language"], "sw");
    assert!(room.heard.lock().expect("no panic").iter().any(|event| matches!(event, Event::State)));
    assert!(room.folder.path().join("registers/settings.json").exists());
}

#[test]
fn an_unknown_command_and_wrong_arguments_are_refused_with_a_code() {
    let room = Room::new();
    assert_eq!(room.refused("candidates.fly", json!({})).code, "window.unknown");
    assert_eq!(room.refused("registers.open", json!({"nmae": 1})).code, "window.malformed");
    assert_eq!(room.window.resource("photograph/00").expect_err("nothing").code, "window.unknown");
}
