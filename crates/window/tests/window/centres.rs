//! The SCDE's office: several registers listed, filled from one workbook, synced in one go.

use serde_json::{Value, json};
use sync::Role;
use sync_server::stores::Scope;

use crate::council::Council;
use crate::room::Room;

const FIRST: &str = "24505105";
const SECOND: &str = "24505106";

fn list(room: &Room) -> Value {
    room.call("centres.list", json!({"task": "list"}))
}

fn workbook(room: &Room) -> String {
    let path = room.folder.path().join("sub-county.csv");
    let rows = [
        "centre,admission_no,name,year_of_birth,entry_code",
        "24505105,71,AKINYI JANE,2008,1",
        "24505106,72,OTIENO JOHN,2008,1",
        "24505106,73,WANJIRU MARY,2007,1",
        ",74,NOBODY KNOWS,2007,1",
    ];
    std::fs::write(&path, rows.join("\n")).unwrap();
    path.display().to_string()
}

fn import(room: &Room, make: &Value) -> Value {
    let errors = room.folder.path();
    let import = json!({"task": "import", "path": workbook(room), "sheet": null, "errors": errors, "make": make});
    room.call("centres.import", import)
}

fn second() -> Value {
    json!([{"code": SECOND, "name": "KABIRO PRIVATE", "type": "private", "year": 2026}])
}

#[test]
fn a_workbook_of_several_centres_goes_into_their_registers_and_rows_of_none_go_nowhere() {
    let room = Room::with_register();
    let seen = room.call("centres.workbook", json!({"path": workbook(&room), "sheet": null}));
    assert_eq!(seen["without"], 1);
    let centres = [("24505105", 1, Some("24505105-2026")), ("24505106", 2, None)];
    for (at, (code, rows, register)) in centres.into_iter().enumerate() {
        let of = &seen["centres"][at];
        assert_eq!(
            (of["code"].as_str(), of["rows"].as_u64(), of["register"].as_str()),
            (Some(code), Some(rows), register)
        );
    }
    let taken = import(&room, &second());
    let imported: Vec<_> = taken.as_array().unwrap().iter().map(|one| one["imported"].as_u64()).collect();
    assert_eq!(imported, [Some(1), Some(2)], "{taken}");
    let file = taken[1]["workbook"].as_str().unwrap();
    assert!(std::fs::metadata(file).is_ok(), "the error workbook is there");
    let again = import(&room, &json!([]));
    assert_eq!((&again[1]["imported"], &again[1]["updated"]), (&json!(2), &json!(2)), "nobody is doubled: {again}");
}

#[test]
fn each_centre_is_one_line_with_its_papers_and_the_open_one_is_marked() {
    let room = Room::with_register();
    import(&room, &second());
    let rows = list(&room);
    let of = |at: usize, what: &str| rows[at]["glance"][what].clone();
    assert_eq!((&rows[0]["open"], &rows[1]["open"]), (&json!(true), &json!(false)));
    assert_eq!((of(0, "candidates"), of(1, "candidates")), (json!(1), json!(2)));
    assert_eq!((of(1, "name"), of(1, "type")), (json!("KABIRO PRIVATE"), json!("private")));
    for register in ["24505105-2026", "24505106-2026"] {
        let handed_in = json!({"register": register, "document": "nominal-roll", "day": "2026-03-31"});
        room.call("centres.returned", handed_in);
    }
    let rows = list(&room);
    for row in rows.as_array().unwrap() {
        let papers = row["glance"]["documents"].as_array().unwrap();
        let roll = papers.iter().find(|paper| paper["document"] == "nominal-roll").unwrap();
        assert_eq!(roll["day"], "2026-03-31", "{row}");
    }
    room.call("registers.open", json!({"name": "24505106-2026"}));
    assert_eq!(list(&room)[1]["open"], true);
    let unknown = json!({"register": "24505106-2026", "document": "poem", "day": ""});
    assert_eq!(room.refused("centres.returned", unknown).code, "window.unknown");
}

#[test]
fn a_register_that_does_not_open_is_a_line_with_its_reason_and_holds_up_nobody() {
    let room = Room::with_register();
    std::fs::write(room.folder.path().join("registers/24505107-2026.daftari"), vec![7; 8192]).unwrap();
    let rows = list(&room);
    assert_eq!((rows.as_array().unwrap().len(), rows[0]["problem"].is_null()), (2, true));
    assert!(rows[1]["glance"].is_null() && rows[1]["problem"].is_string(), "{rows}");
}

#[test]
fn the_checklist_is_written_as_a_document() {
    let room = Room::with_register();
    import(&room, &second());
    let path = room.folder.path().join("checklist.pdf");
    room.call("centres.checklist", json!({"task": "list", "path": path}));
    let bytes = std::fs::read(path).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
}

#[test]
fn all_registers_are_synced_in_one_go_and_one_out_of_scope_holds_up_no_other() {
    let mut council = Council::start();
    let room = Room::with_register();
    import(&room, &second());
    let code = council.code_for(Role::Scde, Scope::Centres(vec![FIRST.parse().unwrap(), SECOND.parse().unwrap()]));
    room.enrol(&council.url(), &code);
    let stranger = json!([{"code": "24505108", "name": "ELSEWHERE", "type": "school", "year": 2026}]);
    import(&room, &stranger);
    let came = room.call("centres.sync", json!({"task": "all", "pictures": true}));
    let ended: Vec<_> =
        came.as_array().unwrap().iter().map(|one| one["exchanged"]["ended"].as_str().unwrap_or("")).collect();
    assert_eq!(ended, ["done", "done", "refused"], "{came}");
    let rows = list(&room);
    assert_eq!((&rows[0]["glance"]["waiting"], &rows[1]["glance"]["waiting"]), (&json!(0), &json!(0)));
    council.close();
    let came = room.call("centres.sync", json!({"task": "all", "pictures": true}));
    assert_eq!(
        (came.as_array().unwrap().len(), &came[0]["exchanged"]["ended"]),
        (1, &json!("offline")),
        "no network for one is none for any"
    );
}
