//! Photographs between their files and the register, and on the sheet.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use window::Event;

use crate::room::Room;

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(path)
}

/// A school's register with some candidates, and a folder for photographs.
fn room(admissions: &[&str]) -> (Room, PathBuf) {
    let room = Room::with_register();
    for (place, admission) in admissions.iter().enumerate() {
        let entry = json!([
            {"field": "name", "value": format!("AKINYI NUMBER {place}")},
            {"field": "entry_code", "value": "1"},
            {"field": "admission_no", "value": admission},
        ]);
        room.call("candidates.enter", json!({"values": entry}));
    }
    let photographs = room.folder.path().join("photographs");
    std::fs::create_dir(&photographs).expect("a folder");
    (room, photographs)
}

fn put(folder: &Path, from: &str, name: &str) {
    std::fs::copy(fixture("school/photos").join(from), folder.join(name)).expect("a photograph");
}

fn choose(room: &Room, folder: &Path) -> Value {
    room.call("photographs.choose", json!({"paths": [folder], "task": "t"}))
}

fn told(batch: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let one = |file: &Value| {
        let why = file["unusable"]["code"].as_str().map(|code| format!(" {code}")).unwrap_or_default();
        format!("{} {} {}{why}", text(&file["name"]), text(&file["by"]), text(&file["candidate"]["number"]))
    };
    batch["files"].as_array().expect("files").iter().map(one).collect()
}

fn file(batch: &Value, name: &str) -> Value {
    let files = batch["files"].as_array().expect("files");
    files.iter().find(|file| file["name"] == name).expect("the file").clone()
}

fn sheet(room: &Room) -> Vec<bool> {
    let people = room.call("photographs.sheet", json!({}));
    people.as_array().expect("people").iter().map(|person| person["photograph"].is_string()).collect()
}

#[test]
fn a_folder_is_matched_by_name_with_the_reason_and_each_failure_told_while_the_others_go_on() {
    let (room, folder) = room(&["4521", "4522", "", "", ""]);
    put(&folder, "003.jpeg", "24505105001.jpg");
    put(&folder, "008.jpeg", "ADM 4522.jpeg");
    put(&folder, "013.jpeg", "003 AKINYI.jpg");
    put(&folder, "018.jpeg", "004.jpg");
    put(&folder, "023.jpeg", "004 again.jpg");
    put(&folder, "028.jpeg", "sunset.jpg");
    let whole = std::fs::read(fixture("school/photos/033.jpeg")).expect("a photograph");
    std::fs::write(folder.join("005.jpg"), &whole[..whole.len() / 2]).expect("written");
    std::fs::write(folder.join("IMG 9.heic"), b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").expect("written");
    let batch = choose(&room, &folder);
    assert_eq!(
        told(&batch),
        [
            "003 AKINYI.jpg candidate-number 003",
            "004 again.jpg repeated ",
            "004.jpg repeated ",
            "005.jpg candidate-number 005 truncated",
            "24505105001.jpg index-number 001",
            "ADM 4522.jpeg admission-number 002",
            "IMG 9.heic nobody  unsupported",
            "sunset.jpg nobody ",
        ]
    );
    assert_eq!(batch["ready"], 3);
    assert!(room.heard.lock().expect("no panic").iter().any(|event| matches!(event, Event::Progress { .. })));
    assert_eq!(sheet(&room), [false; 5], "nothing is attached before it is asked for");
}

#[test]
fn what_is_attached_is_one_operation_and_one_undo_takes_it_back() {
    let (room, folder) = room(&["", ""]);
    put(&folder, "003.jpeg", "001.jpg");
    put(&folder, "008.jpeg", "sunset.jpg");
    let batch = choose(&room, &folder);
    let sunset = file(&batch, "sunset.jpg")["id"].clone();
    let second = room.call("photographs.sheet", json!({}))[1]["id"].clone();
    let batch = room.call("photographs.assign", json!({"file": sunset, "candidate": second}));
    assert_eq!(told(&batch), ["001.jpg candidate-number 001", "sunset.jpg hand 002"]);
    let attached = room.call("photographs.attach", json!({}));
    assert_eq!(attached, json!({"attached": 2, "replaced": 0, "left": 0}));
    assert_eq!(sheet(&room), [true, true]);
    room.call("candidates.undo", json!({}));
    assert_eq!(sheet(&room), [false, false]);
}

#[test]
fn a_file_given_to_somebody_by_hand_takes_the_place_of_another_file_of_theirs() {
    let (room, folder) = room(&[""]);
    put(&folder, "003.jpeg", "001.jpg");
    put(&folder, "008.jpeg", "better.jpg");
    let batch = choose(&room, &folder);
    let (better, first) =
        (file(&batch, "better.jpg")["id"].clone(), file(&batch, "001.jpg")["candidate"]["id"].clone());
    let batch = room.call("photographs.assign", json!({"file": better, "candidate": first}));
    assert_eq!(told(&batch), ["001.jpg repeated ", "better.jpg hand 001"]);
    let batch = room.call("photographs.leave-out", json!({"file": file(&batch, "001.jpg")["id"]}));
    assert_eq!((told(&batch).len(), &batch["ready"]), (1, &json!(1)));
}

#[test]
fn a_picture_is_framed_anew_and_its_address_changes_with_it() {
    let (room, folder) = room(&[""]);
    put(&folder, "003.jpeg", "001.jpg");
    let batch = choose(&room, &folder);
    let before = file(&batch, "001.jpg");
    let open = room.call("photographs.open", json!({"file": before["id"]}));
    let [width, height] = [0, 1].map(|at| before["frame"]["size"][at].as_u64().expect("a size"));
    let preview = room.window.resource(open["picture"].as_str().expect("an address")).expect("a preview");
    assert!(preview.bytes.starts_with(b"\xFF\xD8"));
    let side = width.min(height) / 2;
    let frame = json!({"file": before["id"], "turns": 1, "square": [0, 0, side]});
    let after = room.call("photographs.frame", frame);
    assert_ne!(after["picture"], before["picture"]);
    assert_eq!(after["frame"], json!({"turns": 1, "square": [0, 0, side], "size": [height, width]}));
    let picture = |file: &Value| room.window.resource(file["picture"].as_str().expect("an address")).expect("it").bytes;
    assert!(picture(&after).len() <= 30_000);
    let outside = json!({"file": before["id"], "turns": 0, "square": [90_000, 0, 10]});
    assert_eq!(room.refused("photographs.frame", outside).code, "photographs.crop-outside");
}

#[test]
fn bytes_without_a_file_are_a_photograph_too_and_can_be_meant_for_somebody() {
    use base64::Engine as _;
    let (room, _) = room(&["", ""]);
    let bytes = std::fs::read(fixture("school/photos/003.jpeg")).expect("a photograph");
    let base64 = base64::engine::general_purpose::STANDARD.encode(bytes);
    let second = room.call("photographs.sheet", json!({}))[1]["id"].clone();
    let picture = json!({"name": "camera.jpg", "base64": base64, "candidate": second});
    assert_eq!(told(&room.call("photographs.bring", picture)), ["camera.jpg hand 002"]);
    let broken = json!({"name": "x.jpg", "base64": "!!", "candidate": null});
    assert_eq!(room.refused("photographs.bring", broken).code, "window.malformed");
}

#[test]
fn two_photographs_at_each_others_names_are_exchanged_and_a_wrong_one_is_removed() {
    let (room, folder) = room(&["", ""]);
    put(&folder, "003.jpeg", "001.jpg");
    put(&folder, "008.jpeg", "002.jpg");
    choose(&room, &folder);
    room.call("photographs.attach", json!({}));
    let before = room.call("photographs.sheet", json!({}));
    room.call("photographs.swap", json!({"one": before[0]["id"], "other": before[1]["id"]}));
    let after = room.call("photographs.sheet", json!({}));
    assert_eq!(
        (&after[0]["photograph"], &after[1]["photograph"]),
        (&before[1]["photograph"], &before[0]["photograph"])
    );
    room.call("photographs.remove", json!({"candidate": before[0]["id"]}));
    assert_eq!(sheet(&room), [false, true]);
    let alone = json!({"one": before[0]["id"], "other": before[1]["id"]});
    assert_eq!(room.refused("photographs.swap", alone).code, "desk.usage");
}

#[test]
fn a_folder_that_was_stopped_leaves_the_batch_as_it_was() {
    let (room, folder) = room(&[""]);
    for place in 0..40 {
        put(&folder, "003.jpeg", &format!("{place}.jpg"));
    }
    std::thread::scope(|scope| {
        let chosen = scope.spawn(|| room.window.call("photographs.choose", json!({"paths": [&folder], "task": "t"})));
        let begun = || room.heard.lock().expect("no panic").iter().any(|event| matches!(event, Event::Progress { .. }));
        while !begun() {
            std::thread::yield_now();
        }
        room.call("tasks.cancel", json!({"task": "t"}));
        assert_eq!(chosen.join().expect("no panic").expect_err("it was stopped").code, "desk.stopped");
    });
    assert_eq!(room.call("photographs.batch", json!({}))["files"], json!([]));
}
