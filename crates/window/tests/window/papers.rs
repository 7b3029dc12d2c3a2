//! Documents made, looked at and saved.

use serde_json::{Value, json};

use crate::room::Room;

fn practice() -> Room {
    let room = Room::new();
    room.call("practice.begin", json!({"task": "t", "year": 2026}));
    room
}

#[test]
fn every_document_that_is_needed_is_made_and_each_of_its_pages_drawn() {
    let room = practice();
    let papers = room.call("papers.list", json!({}));
    assert_eq!(papers["draft"], true);
    for paper in papers["documents"].as_array().expect("a list").iter().filter(|paper| paper["needed"] == true) {
        let made = room.call("papers.make", json!({"name": paper["name"]}));
        let (id, pages) = (made["id"].as_str().expect("an id"), made["pages"].as_array().expect("pages"));
        assert!(!pages.is_empty(), "{}", paper["name"]);
        let picture = room.window.resource(&format!("page/{id}/0/30")).expect("a picture");
        assert_eq!((picture.kind, &picture.bytes[1..4]), ("image/png", &b"PNG"[..]));
    }
}

#[test]
fn a_page_is_not_all_white_and_larger_when_asked_for_larger() {
    let room = practice();
    let made = room.call("papers.make", json!({"name": "nominal-roll"}));
    let id = made["id"].as_str().expect("an id").to_owned();
    let drawn = |percent: u32| room.window.resource(&format!("page/{id}/0/{percent}")).expect("a picture").bytes;
    let width = |png: &[u8]| u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    let (small, large) = (drawn(50), drawn(100));
    assert!(width(&large).abs_diff(2 * width(&small)) <= 2);
    assert!(small.len() > 8_000, "only {} bytes: nothing is on it", small.len());
}

#[test]
fn what_is_no_page_is_refused() {
    let room = practice();
    let made = room.call("papers.make", json!({"name": "envelope-label"}));
    let id = made["id"].as_str().expect("an id");
    for address in
        [format!("page/{id}/9/50"), format!("page/{id}/0/9000"), format!("page/{id}/0"), "page/x/0/50".to_owned()]
    {
        assert_eq!(room.window.resource(&address).expect_err(&address).code, "window.unknown");
    }
}

#[test]
fn what_is_saved_is_what_was_seen() {
    let room = practice();
    let made = room.call("papers.make", json!({"name": "fee-proforma"}));
    let path = room.folder.path().join("proforma.pdf");
    room.call("papers.save", json!({"id": made["id"], "path": path}));
    let saved = std::fs::read(&path).expect("a file");
    assert_eq!((saved.len() as u64, &saved[..5]), (made["bytes"].as_u64().expect("a size"), &b"%PDF-"[..]));
}

#[test]
fn a_document_of_the_practice_centre_says_so_on_its_pages() {
    let room = practice();
    let made = room.call("papers.make", json!({"name": "declaration"}));
    let path = room.folder.path().join("declaration.pdf");
    room.call("papers.save", json!({"id": made["id"], "path": path}));
    // The words are set with a face of the file's own, so its text is not searched: it differs from what a real centre's is.
    assert!(made["file"].as_str().is_some_and(|file| file.starts_with("00000001-2026-")));
}

#[test]
fn a_folder_that_may_not_be_written_is_told_with_its_name() {
    let room = practice();
    let made = room.call("papers.make", json!({"name": "envelope-label"}));
    let path = room.folder.path().join("no such folder/label.pdf");
    let problem = room.refused("papers.save", json!({"id": made["id"], "path": path}));
    assert_eq!(problem.code, "desk.unwritten");
    assert!(problem.path.is_some_and(|named| named.contains("no such folder")));
}

#[test]
fn a_centre_without_candidates_needs_the_nil_return() {
    let room = Room::with_register();
    let papers = room.call("papers.list", json!({}));
    let needed = |name: &str| {
        let list = papers["documents"].as_array().expect("a list");
        list.iter().find(|paper| paper["name"] == name).map(|paper| paper["needed"].clone())
    };
    assert_eq!((needed("nil-return"), needed("nominal-roll")), (Some(Value::Bool(true)), Some(Value::Bool(false))));
}
