//! Who works here, the lock, forgotten passwords.

use serde_json::{Value, json};

use crate::room::Room;

const HEAD: &str = "Mwalimu Achieng";
const PASSWORD: &str = "kalamu nyekundu";

fn with_head() -> (Room, String) {
    let room = Room::with_register();
    let added = room.call("people.add", json!({"name": HEAD, "role": "head", "password": PASSWORD}));
    let code = added["recovery"].as_str().expect("a recovery code").to_owned();
    (room, code)
}

fn unlock(room: &Room, name: &str, password: &str) -> Result<String, String> {
    room.window.call("people.unlock", json!({"name": name, "password": password})).map_err(|problem| problem.code)
}

#[test]
fn the_clerk_of_a_new_computer_works_without_a_password_and_cannot_lock_it() {
    let room = Room::with_register();
    room.call("people.lock", json!({}));
    let state = room.call("state", json!({}));
    assert_eq!((&state["actor"], &state["role"], &state["locked"]), (&json!("clerk"), &json!("clerk"), &json!(false)));
}

#[test]
fn nothing_is_shown_while_it_is_locked_and_a_password_opens_it() {
    let (room, _) = with_head();
    room.call("people.lock", json!({}));
    let state = room.call("state", json!({}));
    assert_eq!((&state["locked"], &state["centre"]), (&json!(true), &Value::Null));
    for (command, arguments) in
        [("home.summary", json!({})), ("registers.list", json!({})), ("approval.status", json!({}))]
    {
        assert_eq!(room.refused(command, arguments).code, "window.locked", "{command}");
    }
    assert_eq!(room.window.resource("photograph/00").expect_err("locked").code, "window.locked");
    assert_eq!(unlock(&room, HEAD, "kalamu nyeusi"), Err("desk.wrong-password".to_owned()));
    unlock(&room, HEAD, PASSWORD).expect("the password is right");
    let state = room.call("state", json!({}));
    assert_eq!((&state["actor"], &state["role"]), (&json!(HEAD), &json!("head")));
    assert_eq!(state["centre"]["code"], "24505105", "the register is as it was");
}

#[test]
fn after_five_wrong_passwords_the_right_one_has_to_wait_too() {
    let (room, _) = with_head();
    room.call("people.lock", json!({}));
    for _ in 0..5 {
        assert_eq!(unlock(&room, HEAD, "a wrong one"), Err("desk.wrong-password".to_owned()));
    }
    assert_eq!(unlock(&room, HEAD, PASSWORD), Err("window.tries".to_owned()));
}

#[test]
fn history_names_who_unlocked() {
    let (room, _) = with_head();
    unlock(&room, HEAD, PASSWORD).expect("the password is right");
    let slip = json!({"id": null, "bank": "Co-operative Bank", "number": "S1", "date": "2026-02-01", "amount": 100});
    room.call("approval.slip", slip);
    room.call("approval.sign", json!({"candidates": [], "signed": true}));
    assert_eq!(room.call("state", json!({}))["actor"], HEAD);
}

#[test]
fn a_clerk_cannot_make_others_head_once_there_is_one_nor_change_their_password() {
    let (room, _) = with_head();
    let refused = |command: &str, arguments: Value| room.refused(command, arguments).code;
    assert_eq!(
        refused("people.add", json!({"name": "B", "role": "scde", "password": "long enough"})),
        "desk.not-allowed"
    );
    assert_eq!(refused("people.remove", json!({"name": HEAD})), "desk.not-allowed");
    let set = json!({"name": HEAD, "before": "guessed", "password": "long enough"});
    assert_eq!(refused("people.set_password", set), "desk.wrong-password");
    unlock(&room, HEAD, PASSWORD).expect("the password is right");
    room.call("people.add", json!({"name": "B", "role": "clerk", "password": ""}));
    room.call("people.set_password", json!({"name": "clerk", "before": "", "password": "of the clerk"}));
    assert_eq!(room.call("people.list", json!({})).as_array().map(Vec::len), Some(3));
}

#[test]
fn a_forgotten_password_is_set_anew_with_the_code_from_the_envelope_once() {
    let (room, code) = with_head();
    room.call("people.lock", json!({}));
    let again = |code: &str| json!({"name": HEAD, "code": code, "password": "wino mweusi"});
    assert_eq!(room.refused("people.recover", again("00000-00000-00000-00000")).code, "desk.wrong-password");
    let next = room.call("people.recover", again(&code));
    assert!(next["recovery"].as_str().is_some_and(|next| next != code));
    assert_eq!(room.call("state", json!({}))["actor"], HEAD);
    assert_eq!(room.refused("people.recover", again(&code)).code, "desk.wrong-password");
    unlock(&room, HEAD, "wino mweusi").expect("the new password");
}

#[test]
fn the_officer_of_the_sub_county_sets_a_heads_password_anew() {
    let (room, _) = with_head();
    unlock(&room, HEAD, PASSWORD).expect("the password is right");
    room.call("people.add", json!({"name": "Afisa", "role": "scde", "password": "ofisi ya kaunti"}));
    unlock(&room, "Afisa", "ofisi ya kaunti").expect("the password is right");
    room.call("people.set_password", json!({"name": HEAD, "before": "", "password": "wino mweusi"}));
    unlock(&room, HEAD, "wino mweusi").expect("the new password");
}

#[test]
fn people_are_there_again_after_a_restart_and_it_begins_locked_where_all_have_passwords() {
    let (room, _) = with_head();
    room.call("people.set_password", json!({"name": "clerk", "before": "", "password": "of the clerk"}));
    let again = room.started_again();
    assert_eq!(again.call("state", json!({}))["locked"], true);
    unlock(&again, "clerk", "of the clerk").expect("the password is right");
}

#[test]
fn a_damaged_list_of_people_lets_nobody_in_and_says_which_file_it_is() {
    let (room, _) = with_head();
    std::fs::write(room.folder.path().join("registers/people.json"), "{").expect("written");
    let again = room.started_again();
    assert_eq!(again.call("state", json!({}))["locked"], true);
    let problem = again.refused("people.list", json!({}));
    assert_eq!(problem.code, "desk.unopened");
    assert!(problem.path.is_some_and(|path| path.ends_with("people.json")));
}
