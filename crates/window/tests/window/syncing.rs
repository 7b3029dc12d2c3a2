//! Enrolment, exchange, receipts, the bar's glance, and a network that stalls, is cut, or is not there.

use std::sync::mpsc;
use std::time::Duration;

use serde_json::json;
use sync::Role;
use window::Event;

use crate::council::{Council, Line};
use crate::room::Room;

/// Only against a test that would hang for ever.
const FOR_EVER: Duration = Duration::from_secs(120);

#[test]
fn what_was_entered_is_here_until_a_receipt_came_and_then_at_knec() {
    let mut council = Council::start();
    let room = Room::with_register();
    assert_eq!(room.call("sync.glance", json!({}))["state"], "here");
    assert_eq!(room.standing()["next"], "enrol");
    let code = council.code(Role::Head);
    let known = room.enrol(&council.url(), &code);
    let (role, centre, county) = (&known["council"]["role"], &known["centre"], &known["county"]);
    assert_eq!((role, centre), (&json!("head"), &json!("24505105")));
    assert!(county.is_string(), "{county}");

    room.import(&["24505105,,AKINYI JANE,2008,1", "24505105,,OTIENO JOHN,2008,1"]);
    let before = room.standing();
    assert_eq!((before["received"].as_u64(), before["candidates_here"].as_u64()), (Some(0), Some(2)), "{before}");
    let cost = room.call("sync.estimate", json!({"pictures": true}));
    assert_eq!(cost["changes"], before["waiting"]);
    assert!(cost["bytes"].as_u64().is_some_and(|bytes| (500..20_000).contains(&bytes)), "{cost}");

    let done = room.sync();
    assert_eq!((done["ended"].as_str(), &done["sent"]), (Some("done"), &before["waiting"]), "{done}");
    assert!(done["bytes_up"].as_u64() <= cost["bytes"].as_u64(), "{done} cost {cost}");
    let after = room.standing();
    assert_eq!((&after["waiting"], &after["received"]), (&json!(0), &before["waiting"]));
    assert_eq!(after["candidates_here"], 0);
    assert_eq!(room.call("sync.glance", json!({}))["state"], "at-knec");
    assert!(
        room.heard(|event| matches!(event, Event::Sync)) && room.heard(|event| matches!(event, Event::Changed { .. }))
    );
}

#[test]
fn a_receipt_has_letters_to_read_out_and_a_code_to_scan_and_nothing_is_received_without_one() {
    let mut council = Council::start();
    let room = Room::enrolled(&mut council, Role::Clerk);
    room.import(&["24505105,,AKINYI JANE,2008,1"]);
    assert_eq!(room.call("sync.receipts", json!({})), json!([]));
    let promised = room.call("sync.short-code", json!({}))["letters"].clone();
    room.sync();
    let receipts = room.call("sync.receipts", json!({}));
    let receipt = &receipts[0];
    assert_eq!((receipt["centre"].as_str(), receipt["name"].as_str()), (Some("24505105"), Some("KABIRO SECONDARY")));
    assert_eq!(receipt["letters"], promised, "the letters sent by SMS are those of the receipt");
    let code = room.call("sync.receipt-code", json!({"letters": receipt["letters"]}));
    assert!(code["side"].as_u64().is_some_and(|side| side > 60), "{}", code["side"]);
    assert_eq!(room.refused("sync.receipt-code", json!({"letters": ["X"]})).code, "window.unknown");
    let sheet = room.call("sync.receipt-sheet", json!({"letters": receipt["letters"]}));
    assert_eq!(
        (&sheet["file"], sheet["pages"].as_array().map(Vec::len)),
        (&json!(format!("24505105-2026-receipt-{}.pdf", receipt["changes"])), Some(1))
    );
    let path = room.folder.path().join("receipt.pdf");
    room.call("papers.save", json!({"id": sheet["id"], "path": path}));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn who_types_while_the_network_stalls_is_answered_at_once() {
    let mut council = Council::start();
    let line = Line::to(&council.url());
    let room = Room::with_register();
    room.enrol(&line.url(), &council.code(Role::Clerk));
    room.import(&["24505105,,AKINYI JANE,2008,1"]);
    line.hold_up();
    std::thread::scope(|scope| {
        let sync = scope.spawn(|| room.sync());
        line.somebody_waits();
        let (done, written) = mpsc::channel();
        let typing = &room;
        scope.spawn(move || {
            typing.write("2026-03-31");
            done.send(typing.standing()).unwrap();
        });
        let standing = written.recv_timeout(FOR_EVER);
        let seen = room.call("sync.glance", json!({}));
        line.let_through();
        let report = sync.join().unwrap();
        assert!(
            standing.expect("the register is not held while the network is waited for")["waiting"].as_u64() > Some(1)
        );
        assert_eq!(seen["state"], "under-way");
        assert_eq!(report["ended"], "done", "{report}");
    });
    room.sync();
    assert_eq!(room.standing()["waiting"], 0, "what was typed meanwhile travels too");
}

#[test]
fn a_cut_in_the_middle_loses_nothing_and_the_next_exchange_goes_on() {
    let mut council = Council::start();
    let line = Line::to(&council.url());
    let room = Room::with_register();
    room.enrol(&line.url(), &council.code(Role::Clerk));
    room.import(&["24505105,,AKINYI JANE,2008,1"]);
    line.hold_up();
    std::thread::scope(|scope| {
        let sync = scope.spawn(|| room.call("sync.run", json!({"task": "sync", "pictures": false})));
        line.somebody_waits();
        line.cut();
        let report = sync.join().unwrap();
        assert_eq!((report["ended"].as_str(), report["sent"].as_u64()), (Some("offline"), Some(0)), "{report}");
    });
    assert_eq!(room.call("sync.glance", json!({}))["state"], "offline");
    line.mend();
    assert_eq!(room.sync()["ended"], "done");
    assert_eq!(room.call("sync.glance", json!({}))["state"], "at-knec");
}

#[test]
fn an_exchange_that_is_cancelled_ends_though_nobody_answers() {
    let mut council = Council::start();
    let line = Line::to(&council.url());
    let room = Room::with_register();
    room.enrol(&line.url(), &council.code(Role::Clerk));
    line.hold_up();
    std::thread::scope(|scope| {
        let sync = scope.spawn(|| room.sync());
        line.somebody_waits();
        assert_eq!(room.refused("sync.run", json!({"task": "other", "pictures": true})).code, "sync.under-way");
        room.call("tasks.cancel", json!({"task": "sync"}));
        assert_eq!(sync.join().unwrap()["ended"], "stopped");
    });
    line.let_through();
    assert_eq!(room.sync()["ended"], "done");
}

#[test]
fn by_itself_it_syncs_where_allowed_and_being_offline_is_said_in_one_grey_word() {
    let mut council = Council::start();
    let room = Room::with_register();
    assert!(!room.window.beat(), "nobody is known to sync with");
    room.enrol(&council.url(), &council.code(Role::Clerk));
    let off = json!({"language": "en", "theme": "system", "text_size": 100, "sync": "off"});
    room.call("settings.change", off);
    assert!(!room.window.beat(), "it is not wanted");
    room.call("settings.change", json!({"language": "en", "theme": "system", "text_size": 100, "sync": "text"}));
    assert!(room.window.beat());
    assert_eq!(room.standing()["waiting"], 0);
    assert!(!room.window.beat(), "once is enough");
    council.close();
    room.write("2026-03-31");
    assert_eq!(room.sync()["ended"], "offline");
    let glance = room.call("sync.glance", json!({}));
    assert_eq!((glance["state"].as_str(), glance["waiting"].as_u64()), (Some("offline"), Some(1)));
}

#[test]
fn without_enrolment_an_exchange_is_refused_with_the_way_on() {
    let room = Room::with_register();
    for (command, arguments) in [
        ("sync.run", json!({"task": "sync", "pictures": true})),
        ("sync.estimate", json!({"pictures": true})),
        ("bundles.pack", json!({"path": "x", "pictures": true})),
    ] {
        assert_eq!(room.refused(command, arguments).code, "desk.not-enrolled", "{command}");
    }
    let nobody = Room::new();
    assert_eq!(nobody.call("sync.glance", json!({}))["state"], "none");
    assert_eq!(nobody.refused("sync.standing", json!({})).code, "window.nothing-open");
}

#[test]
fn a_register_that_another_program_has_open_is_refused_with_a_code_of_its_own() {
    let room = Room::with_register();
    let other = room.another_window();
    let problem = other.call("registers.open", json!({"name": "24505105-2026"})).expect_err("it is open elsewhere");
    assert_eq!(problem.code, "register.locked");
    let again = room.call("registers.open", json!({"name": "24505105-2026"}));
    assert_eq!(again["code"], "24505105", "the window that has it just shows it");
}
