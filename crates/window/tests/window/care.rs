//! Copies, restoring, damage, a full disk, a support bundle.

use std::io::Read as _;
use std::path::PathBuf;

use serde_json::json;

use crate::room::Room;

const REGISTER: &str = "24505105-2026";

fn register_file(room: &Room) -> PathBuf {
    room.folder.path().join(format!("registers/{REGISTER}.daftari"))
}

fn slip(room: &Room, number: &str) {
    let slip = json!({"id": null, "bank": "Equity", "number": number, "date": "2026-02-01", "amount": 100});
    room.call("approval.slip", slip);
}

fn slips(room: &Room) -> usize {
    room.call("approval.status", json!({}))["slips"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_backup_under_a_passphrase_is_put_back_and_what_was_there_is_kept() {
    let room = Room::with_register();
    slip(&room, "S1");
    let stick = room.folder.path().join("stick.daftari-copy");
    let short = json!({"path": stick, "passphrase": "short"});
    assert_eq!(room.refused("care.back_up", short).code, "desk.short-passphrase");
    room.call("care.back_up", json!({"path": stick, "passphrase": "nyumba ya udongo"}));
    slip(&room, "S2");
    let wrong = json!({"register": REGISTER, "path": stick, "passphrase": "nyumba ya mawe"});
    assert_eq!(room.refused("care.restore", wrong).code, "register.wrong-key");
    assert_eq!(slips(&room), 2, "it is as it was, and open");
    let right = json!({"register": REGISTER, "path": stick, "passphrase": "nyumba ya udongo"});
    let restored = room.call("care.restore", right);
    assert_eq!(slips(&room), 1);
    let aside = PathBuf::from(restored["aside"].as_str().expect("a path"));
    assert!(aside.exists(), "what was there is kept");
}

#[test]
fn a_damaged_register_is_told_and_a_daily_copy_brings_it_back() {
    let room = Room::with_register();
    slip(&room, "S1");
    room.call("registers.close", json!({}));
    room.call("registers.open", json!({"name": REGISTER}));
    room.call("registers.close", json!({}));
    let file = register_file(&room);
    let mut bytes = std::fs::read(&file).expect("read");
    let middle = bytes.len() / 2;
    bytes[100..middle].fill(0);
    std::fs::write(&file, bytes).expect("written");
    let problem = room.refused("registers.open", json!({"name": REGISTER}));
    assert!(["register.corrupt", "register.wrong-key"].contains(&problem.code.as_str()), "{}", problem.code);
    let copies = room.call("care.copies", json!({"name": REGISTER}));
    let copy = copies[0]["path"].as_str().expect("a copy of today");
    room.call("care.restore", json!({"register": REGISTER, "path": copy, "passphrase": ""}));
    room.call("registers.open", json!({"name": REGISTER}));
    assert_eq!(slips(&room), 1);
    room.call("care.verify", json!({}));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told_before_anything_is_made() {
    use std::os::unix::fs::PermissionsExt as _;
    let room = Room::new();
    let folder = room.folder.path().join("registers");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).expect("set");
    // Whoever may do everything is not kept out by permissions.
    let kept_out = std::fs::write(folder.join("probe"), "").is_err();
    let made =
        room.window.call("registers.create", json!({"code": "24505105", "name": "K", "type": "school", "year": 2026}));
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).expect("set back");
    if kept_out {
        let code = made.expect_err("nothing can be made there").code;
        assert!(["desk.unwritten", "register.read-only"].contains(&code.as_str()), "{code}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_the_file_before_stays() {
    let room = Room::with_register();
    let full = PathBuf::from("/dev/full/support.zip");
    let problem = room.refused("care.support", json!({"path": full}));
    assert_eq!(problem.code, "desk.unwritten");
}

#[test]
fn a_register_of_another_computers_key_is_told_with_the_way_on() {
    let room = Room::with_register();
    room.call("registers.close", json!({}));
    std::fs::write(register_file(&room), b"not a register at all").expect("written");
    let problem = room.refused("registers.open", json!({"name": REGISTER}));
    assert!(problem.code.starts_with("register."), "{}", problem.code);
}

#[test]
fn a_sound_register_is_verified() {
    let room = Room::with_register();
    slip(&room, "S1");
    let verified = room.call("care.verify", json!({}));
    assert!(verified["operations"].as_u64().is_some_and(|count| count >= 2));
}

#[test]
fn a_clerk_does_not_put_back_an_older_state_once_there_is_a_head() {
    let room = Room::with_register();
    let stick = room.folder.path().join("stick.daftari-copy");
    room.call("care.back_up", json!({"path": stick, "passphrase": "nyumba ya udongo"}));
    room.call("people.add", json!({"name": "H", "role": "head", "password": "kalamu nyekundu"}));
    let restore = json!({"register": REGISTER, "path": stick, "passphrase": "nyumba ya udongo"});
    assert_eq!(room.refused("care.restore", restore).code, "desk.not-allowed");
    assert_eq!(room.call("state", json!({}))["centre"]["code"], "24505105", "it is still open");
}

#[test]
fn the_support_bundle_has_codes_and_counts_and_nothing_of_anybody() {
    let room = Room::new();
    room.call("practice.begin", json!({"task": "t", "year": 2026}));
    room.refused("approval.approve", json!({"name": "WAMBUI", "password": "4532187 siri yangu"}));
    let path = room.folder.path().join("support.zip");
    room.call("care.support", json!({"path": path}));
    let mut all = String::new();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).expect("a file")).expect("an archive");
    for place in 0..archive.len() {
        archive.by_index(place).expect("a file").read_to_string(&mut all).expect("text");
    }
    assert!(all.contains("photo.missing") && all.contains("approval.approve") && all.contains("\"candidates\": 36"));
    let status = room.call("approval.status", json!({}));
    let mut personal: Vec<String> = vec!["WAMBUI".into(), "siri yangu".into(), "PRACTICE".into(), "00000001".into()];
    for candidate in status["candidates"].as_array().expect("a list") {
        personal.extend(candidate["name"].as_str().expect("a name").split(' ').map(str::to_owned));
        personal.push(candidate["id"].as_str().expect("an id").to_owned());
    }
    personal.extend((0..36).map(|place| (51_370_246 + place * 7_919).to_string()));
    let folder = room.folder.path().display().to_string();
    for word in personal.iter().chain([&folder]).filter(|word| word.len() > 3) {
        assert!(!all.contains(word.as_str()), "{word} is in the bundle");
    }
}

#[test]
fn an_update_without_a_signature_is_not_installed() {
    let room = Room::new();
    let path = room.folder.path().join("daftari_9.9.9.deb");
    std::fs::write(&path, "installer").expect("written");
    assert_eq!(room.refused("care.update", json!({"path": path})).code, "desk.unsigned");
}

#[test]
fn a_backup_is_brought_back_on_a_computer_that_never_had_the_register() {
    let room = Room::with_register();
    slip(&room, "S1");
    let stick = room.folder.path().join("renamed by somebody.copy");
    room.call("care.back_up", json!({"path": stick, "passphrase": "nyumba ya udongo"}));
    let other = Room::new();
    let wrong = json!({"path": stick, "passphrase": "nyumba ya mawe"});
    assert_eq!(other.refused("care.bring_back", wrong).code, "register.wrong-key");
    assert_eq!(other.call("registers.list", json!({})), json!([]), "nothing is left of the try");
    let right = json!({"path": stick, "passphrase": "nyumba ya udongo"});
    assert_eq!(other.call("care.bring_back", right.clone())["register"], REGISTER);
    assert_eq!(slips(&other), 1, "it is open");
    slip(&other, "S2");
    other.call("care.verify", json!({}));
    assert_eq!(other.refused("care.bring_back", right).code, "register.already-exists");
    assert_eq!(slips(&other), 2, "what is there stays");
}
