//! Spreadsheets between their file and the register.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::room::Room;

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(path)
}

fn room_of(code: &str, kind: &str) -> Room {
    let room = Room::new();
    room.call("registers.create", json!({"code": code, "name": "KAPSOYA", "type": kind, "year": 2026}));
    room
}

fn open(room: &Room, path: &Path) -> Value {
    room.call("import.open", json!({"path": path, "name": null, "base64": null}))
}

fn columns(room: &Room) -> Value {
    room.call("import.columns", json!({"sheet": null, "heading_row": null, "task": "t"}))
}

fn roles(columns: &Value) -> Vec<Value> {
    let all = columns["columns"].as_array().expect("columns");
    all.iter().map(|column| json!([column["index"], column["role"]])).collect()
}

fn map(room: &Room, columns: &Value) -> Value {
    room.call("import.map", json!({"heading_row": columns["heading_row"], "roles": roles(columns), "task": "t"}))
}

/// All the way to the rows, as detected.
fn staged(room: &Room, path: &Path) -> Value {
    open(room, path);
    let columns = columns(room);
    map(room, &columns);
    stage(room, &json!([]))
}

fn stage(room: &Room, values: &Value) -> Value {
    room.call("import.stage", json!({"values": values, "task": "t"}))
}

fn fates(rows: &Value) -> std::collections::BTreeMap<String, usize> {
    let mut fates = std::collections::BTreeMap::new();
    for row in rows.as_array().expect("rows") {
        *fates.entry(row["fate"].as_str().expect("a fate").to_owned()).or_default() += 1;
    }
    fates
}

fn errors(rows: &Value) -> usize {
    rows.as_array().expect("rows").iter().filter(|row| row["worst"] == "error").count()
}

fn on_roll(room: &Room) -> usize {
    room.call("photographs.sheet", json!({})).as_array().expect("people").len()
}

fn written(room: &Room, name: &str, text: &str) -> PathBuf {
    let path = room.folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn the_sub_countys_workbook_is_staged_row_by_row_and_touches_nothing_until_it_is_applied() {
    let room = room_of("24901001", "private");
    let staging = staged(&room, &fixture("scde/private-candidates.xlsx"));
    let fates = fates(&staging["rows"]);
    assert!(fates["new"] > 10 && fates["elsewhere"] > 10, "{fates:?}");
    assert_eq!(on_roll(&room), 0);
    let applied = room.call("import.apply", json!({"all": false}));
    let clean = fates["new"] - errors(&staging["rows"]);
    assert_eq!(applied["entered"], json!(clean));
    assert_eq!(on_roll(&room), clean);
    room.call("candidates.undo", json!({}));
    assert_eq!(on_roll(&room), 0, "one undo takes it all back");
}

#[test]
fn staged_rows_are_judged_as_the_register_judges_them_once_they_are_in_it() {
    for (path, code, kind) in [
        ("scde/private-candidates.xlsx", "24901001", "private"),
        ("school/candidates.xlsx", "24505105", "school"),
        ("special/candidates.ods", "37611204", "special"),
        ("prison/candidates.xlsx", "12307901", "prison"),
    ] {
        let room = room_of(code, kind);
        let staging = staged(&room, &fixture(path));
        let mut foreseen = findings_of_rows(&room, &staging["rows"]);
        room.call("import.apply", json!({"all": true}));
        let list = room.call("candidates.list", json!({}));
        let rules = |row: &Value| {
            let all = row["findings"].as_array().expect("findings").iter();
            let of_entry = all.filter(|f| !is_evidence(f["rule"].as_str().expect("a rule")));
            let mut rules: Vec<String> = of_entry.map(|f| f["rule"].as_str().expect("a rule").to_owned()).collect();
            rules.sort();
            (row["fields"]["name"].as_str().unwrap_or("").to_owned(), rules)
        };
        let mut found: Vec<_> = list["rows"].as_array().expect("rows").iter().map(rules).collect();
        foreseen.sort();
        found.sort();
        assert!(found.len() > 8, "{path}");
        let differing: Vec<_> = foreseen.iter().zip(&found).filter(|(staged, there)| staged != there).collect();
        assert!(foreseen.len() == found.len() && differing.is_empty(), "{path}: {differing:?}");
    }
}

/// Findings on what lies beside an entry, which no spreadsheet brings.
fn is_evidence(rule: &str) -> bool {
    rule.starts_with("photo.") || rule == "special-needs.evidence"
}

fn findings_of_rows(room: &Room, rows: &Value) -> Vec<(String, Vec<String>)> {
    let names = |row: &Value| {
        let detail = room.call("import.row", json!({"row": row["row"]}));
        let all = detail["findings"].as_array().expect("findings").iter();
        let mut rules: Vec<String> = all.map(|f| f["rule"].as_str().expect("a rule").to_owned()).collect();
        rules.sort();
        rules
    };
    let name = |row: &Value| {
        row["cells"].as_array().expect("cells").iter().map(|c| c.as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    let fields = room.call("import.mend", json!({"cells": []}))["fields"].clone();
    let at = fields.as_array().expect("fields").iter().position(|field| field == "name").expect("a name");
    let going = rows.as_array().expect("rows").iter().filter(|row| row["fate"] == "new" || row["fate"] == "update");
    going.map(|row| (name(row)[at].clone(), names(row))).collect()
}

#[test]
fn a_cell_is_mended_before_anything_is_taken_in_and_only_rows_that_differ_are_told() {
    let room = room_of("24505105", "school");
    let path = written(&room, "list.csv", "Name,Sex,Adm,Year of birth\nA B,F,1,#N/A\nC D,M,2,2007\n");
    let staging = staged(&room, &path);
    assert_eq!(fates(&staging["rows"])["refused"], 1);
    let detail = room.call("import.row", json!({"row": 2}));
    assert_eq!(
        detail["refusal"],
        json!({"cell": "D2", "field": "year_of_birth", "code": "error-value", "shown": "#N/A"})
    );
    let mended =
        room.call("import.mend", json!({"cells": [{"row": 2, "field": "year_of_birth", "value": "12/3/2008"}]}));
    let rows = mended["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["row"] == 2).expect("the row");
    assert_eq!((&row["fate"], &row["mended"]), (&json!("new"), &json!(["year_of_birth"])));
    assert!(row["cells"].as_array().expect("cells").contains(&json!("2008")), "the date became its year: {row}");
    assert_eq!(on_roll(&room), 0);
}

#[test]
fn values_that_nobody_knows_are_asked_for_and_what_was_said_is_remembered_by_the_headings() {
    let room = room_of("24505105", "school");
    let path = written(&room, "list.csv", "Jina,Sex,Masomo\nA B,Dame,ENG Xyz\nC D,Mke,CRE\n");
    open(&room, &path);
    let mut found = columns(&room);
    assert_eq!(found["remembered"], false);
    found["columns"][0]["role"] = json!("other_names");
    let values = map(&room, &found);
    assert_eq!(values["unknown"], 2);
    let said = json!([
        {"of": "gender", "written": "Dame", "meaning": "F"}, {"of": "subjects", "written": "Xyz", "meaning": "121"},
    ]);
    let staging = stage(&room, &said);
    let cells: Vec<&Value> = staging["rows"].as_array().expect("rows").iter().map(|row| &row["cells"]).collect();
    assert!(cells[0].as_array().expect("cells").contains(&json!("101 121")), "{cells:?}");
    assert!(cells[1].as_array().expect("cells").contains(&json!("313")), "{cells:?}");
    let other = written(&room, "next.csv", "Jina,Sex,Masomo\nE F,dame,xyz\n");
    open(&room, &other);
    let again = columns(&room);
    assert_eq!((&again["remembered"], &again["columns"][0]["role"]), (&json!(true), &json!("other_names")));
    assert_eq!(map(&room, &again)["unknown"], 0);
    let kept = std::fs::read_to_string(room.folder.path().join("registers/import-mappings.json")).expect("the file");
    assert!(!kept.contains("Jina"), "headings may hold anything, so only their hash is kept");
}

#[test]
fn a_sheet_without_headings_shows_its_first_rows_and_takes_what_a_person_says() {
    let room = room_of("24505105", "school");
    let path = written(&room, "list.csv", "Foo,Bar\nAKINYI JANE,F\n");
    open(&room, &path);
    let found = columns(&room);
    assert_eq!((&found["heading_row"], &found["head"][1]["cells"]), (&Value::Null, &json!(["AKINYI JANE", "F"])));
    let asked = room.call("import.columns", json!({"sheet": null, "heading_row": 1, "task": "t"}));
    assert_eq!(asked["columns"][0]["heading"], "Foo");
    let roles = json!([[0, "name"], [1, "gender"]]);
    room.call("import.map", json!({"heading_row": 1, "roles": roles, "task": "t"}));
    assert_eq!(fates(&stage(&room, &json!([]))["rows"])["new"], 1);
}

#[test]
fn what_stays_out_is_saved_as_a_workbook_that_imports_again_with_what_was_mended() {
    let room = room_of("24505105", "school");
    let text = "Name,Sex,Adm,Citizenship,Code\nA B,X,1,C,1\nC D,#REF!,2,C,1\nE F,M,3,C,1\n";
    let path = written(&room, "list.csv", text);
    staged(&room, &path);
    room.call("import.mend", json!({"cells": [{"row": 2, "field": "name", "value": "A BETTER"}]}));
    let out = room.folder.path().join("left.xlsx");
    room.call("import.apply", json!({"all": true}));
    room.call("import.save-leftover", json!({"path": out}));
    let again = staged(&room, &out);
    let told: Vec<_> = again["rows"].as_array().expect("rows").iter().map(|row| (&row["fate"], &row["row"])).collect();
    assert_eq!(told, [(&json!("refused"), &json!(2))], "the others are in the register");
}

#[test]
fn a_spreadsheet_is_let_go_of_when_nothing_of_it_is_left() {
    for (text, code) in
        [("Name,Sex,Adm\nA B,F,1\n", Some("import.nothing-open")), ("Name,Sex,Adm\nA B,#REF!,1\n", None)]
    {
        let room = room_of("24505105", "school");
        staged(&room, &written(&room, "list.csv", text));
        room.call("import.apply", json!({"all": true}));
        let asked = room.window.call("import.row", json!({"row": 2}));
        assert_eq!(asked.err().map(|problem| problem.code).as_deref(), code, "{text}");
    }
}

#[test]
fn the_same_workbook_again_updates_and_doubles_nobody() {
    let room = room_of("24901001", "private");
    let path = fixture("scde/private-candidates.xlsx");
    staged(&room, &path);
    room.call("import.apply", json!({"all": true}));
    let before = on_roll(&room);
    let again = fates(&staged(&room, &path)["rows"]);
    assert_eq!(again.get("new"), None, "{again:?}");
    room.call("import.apply", json!({"all": true}));
    assert_eq!(on_roll(&room), before);
}

#[test]
fn harmful_and_broken_files_are_refused_with_a_code_of_their_own() {
    let room = room_of("24505105", "school");
    for (file, code) in [
        ("bomb.xlsx", "desk.spreadsheet-no-headings"),
        ("repeated-rows.ods", "desk.spreadsheet-too-large"),
        ("locked.xlsx", "desk.spreadsheet-locked"),
        ("truncated.xlsx", "desk.spreadsheet-damaged"),
        ("picture.xlsx", "desk.spreadsheet-another-kind"),
        ("nothing.csv", "desk.spreadsheet-empty"),
        ("nothing.xlsx", "desk.spreadsheet-no-headings"),
        ("entities.xlsx", "desk.spreadsheet-document-type"),
    ] {
        let path = fixture("hostile").join(file);
        let choice = json!({"path": path, "name": null, "base64": null});
        let opened = room.window.call("import.open", choice);
        let asked = json!({"sheet": null, "heading_row": null, "task": "t"});
        let problem = opened.and_then(|_| room.window.call("import.columns", asked)).expect_err(file);
        assert_eq!(problem.code, code, "{file}: {problem}");
    }
}

#[test]
fn the_blank_template_imports() {
    let room = room_of("24505105", "school");
    let path = room.folder.path().join("template.xlsx");
    room.call("import.save-template", json!({"path": path}));
    let sheets = open(&room, &path)["sheets"].clone();
    assert!(sheets.as_array().expect("sheets").len() > 1);
    let found = columns(&room);
    assert!(found["columns"].as_array().expect("columns").iter().all(|column| column["confidence"] == "exact"));
}
