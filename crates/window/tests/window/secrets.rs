//! First run: a computer without a keyring, a code as it is typed, several registers.

use desk::{Office, Vault};
use serde_json::json;

use crate::room::Room;

#[test]
fn a_computer_without_a_keyring_asks_for_a_passphrase_and_from_then_on_for_the_same() {
    let room = Room::without_secrets();
    // The machine of this test may have a keyring; choosing a passphrase is offered in either case.
    let least = room.call("registers.secrets", json!({}))["shortest"].as_u64().expect("a number");
    assert_eq!(least, 10);
    assert_eq!(
        room.refused("registers.choose_passphrase", json!({"passphrase": "short"})).code,
        "desk.short-passphrase"
    );
    room.call("registers.choose_passphrase", json!({"passphrase": "mti mkavu hauliwi"}));
    room.call("registers.create", json!({"code": "24505105", "name": "KABIRO", "type": "school", "year": 2026}));

    let later = room.started_again();
    assert_eq!(later.call("registers.secrets", json!({}))["state"], "sealed");
    let locked = later.refused("registers.open", json!({"name": "24505105-2026"})).code;
    assert!(["desk.no-key", "desk.no-keyring"].contains(&locked.as_str()), "{locked}");
    assert_eq!(later.refused("registers.unlock", json!({"passphrase": "mti mbichi"})).code, "desk.wrong-passphrase");
    later.call("registers.unlock", json!({"passphrase": "mti mkavu hauliwi"}));
    assert_eq!(later.call("registers.open", json!({"name": "24505105-2026"}))["name"], "KABIRO");
}

#[test]
fn a_passphrase_that_scripts_gave_is_asked_for_in_the_window() {
    let room = Room::without_secrets();
    let office = Office::at(room.folder.path().join("registers"), Vault::new(Some("of the command line".into())));
    office.identity().expect("an identity");
    assert_eq!(room.call("registers.secrets", json!({}))["state"], "sealed");
    room.call("registers.unlock", json!({"passphrase": "of the command line"}));
    assert_eq!(room.call("registers.secrets", json!({}))["state"], "ready");
}

#[test]
fn a_code_is_checked_as_it_is_typed() {
    let room = Room::with_register();
    let check = |code: &str| {
        let view = room.call("registers.check", json!({"code": code, "year": 2026}));
        (view["wrong"].as_str().map(str::to_owned), view["county"].as_str().map(str::to_owned))
    };
    let wrong = |code: &str| check(code).0;
    assert_eq!(check("").0.as_deref(), Some("short"));
    assert_eq!(wrong("2"), Some("short".to_owned()));
    assert!(check("24").1.is_some(), "the county is told as soon as it is known");
    assert_eq!(wrong("99"), Some("county".to_owned()));
    assert_eq!(wrong("2450510a"), Some("letters".to_owned()));
    assert_eq!(wrong("245051055"), Some("long".to_owned()));
    assert_eq!(wrong("24505105"), Some("taken".to_owned()));
    assert_eq!(wrong("2450 5106"), None);
}

#[test]
fn one_of_several_registers_is_opened_by_its_name() {
    let room = Room::with_register();
    room.call("registers.create", json!({"code": "24505106", "name": "MTONI", "type": "school", "year": 2026}));
    assert_eq!(room.call("registers.list", json!({})).as_array().map(Vec::len), Some(2));
    room.call("registers.open", json!({"name": "24505105-2026"}));
    assert_eq!(room.call("state", json!({}))["centre"]["name"], "KABIRO SECONDARY");
}

#[test]
fn a_code_that_is_none_enrols_nobody() {
    let room = Room::new();
    for (code, refused) in [("nonsense", "desk.usage"), ("7K3QM-0D9ZT-4XW2H-8BVRN", "desk.offline")] {
        let how = json!({"url": "http://127.0.0.1:9", "code": code, "name": "Laptop", "task": "t", "anew": false});
        assert_eq!(room.refused("sync.enrol", how).code, refused);
    }
}
