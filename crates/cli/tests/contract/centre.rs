//! A centre's way: a register, a spreadsheet, photographs, what is left, documents; undo, backup and restore.

use serde_json::{Value, json};

use crate::program::{Desk, fixture};

fn imported() -> Desk {
    let desk = Desk::new();
    desk.school();
    let ran = desk.run(&["--json", "import", &fixture("school/candidates.xlsx"), "--errors", "errors.xlsx"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        told["read"],
        json!(
            told["imported"].as_u64().unwrap()
                + told["skipped"].as_array().unwrap().len() as u64
                + told["refused"].as_array().unwrap().len() as u64
        )
    );
    assert!(told["imported"].as_u64().unwrap() > 100, "{told}");
    desk
}

fn listed(desk: &Desk) -> Vec<Value> {
    desk.run(&["--json", "list"]).lines()
}

#[test]
fn the_same_spreadsheet_imports_again_without_doubling_anybody() {
    let desk = imported();
    let before = listed(&desk);
    let told: Value =
        serde_json::from_str(&desk.run(&["--json", "import", &fixture("school/candidates.xlsx")]).out).unwrap();
    assert_eq!(told["updated"], told["imported"]);
    assert_eq!(listed(&desk), before);
}

#[test]
fn the_error_workbook_imports_again() {
    let desk = imported();
    let before = listed(&desk);
    let told: Value = serde_json::from_str(&desk.run(&["--json", "import", "errors.xlsx"]).out).unwrap();
    assert_eq!(told["updated"], told["imported"]);
    assert_eq!(listed(&desk), before);
}

#[test]
fn an_import_is_taken_back_by_one_undo_and_done_again_by_one_redo() {
    let desk = imported();
    let before = listed(&desk);
    desk.done(&["undo"]);
    assert_eq!(listed(&desk), Vec::<Value>::new());
    desk.done(&["redo"]);
    assert_eq!(listed(&desk), before, "with the numbers they had");
}

#[test]
fn photographs_are_matched_and_the_documents_are_pages() {
    let desk = imported();
    let photos: Value = serde_json::from_str(&desk.run(&["--json", "photos", &fixture("school/photos")]).out).unwrap();
    assert!(photos["matched"].as_u64().unwrap() > 50, "{photos}");
    for (command, file) in [("roll", "roll.pdf"), ("photo-register", "photos.pdf"), ("proforma", "fees.pdf")] {
        desk.done(&[command, "--out", file]);
        assert!(std::fs::read(desk.path(file)).unwrap().starts_with(b"%PDF-"), "{file}");
    }
    desk.done(&["returns", "--out", "forms"]);
    assert!(desk.path("forms/declaration.pdf").exists() && desk.path("forms/envelope-label.pdf").exists());
    assert!(!desk.path("forms/nil-return.pdf").exists(), "only of a centre without candidates");
}

#[test]
fn readiness_tells_what_is_left_and_the_head_approves_only_without_errors() {
    let desk = imported();
    let ran = desk.run(&["--json", "readiness"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let rules: Vec<&str> =
        told["left"].as_array().unwrap().iter().map(|left| left["finding"]["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"photo.missing") && rules.contains(&"roll.unsigned"), "{rules:?}");
    assert_eq!(ran.code, 1);
    assert_eq!(desk.run(&["--as", "Head", "approve"]).code, 1);
}

#[test]
fn one_candidate_is_entered_changed_withdrawn_and_everything_is_in_the_history() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["enter", "name=AKINYI JANE", "gender=X", "entry_code=1"]);
    desk.done(&["set", "001", "gender=F"]);
    desk.done(&["--as", "Head", "withdraw", "akinyi", "--reason", "moved abroad"]);
    assert_eq!(listed(&desk), Vec::<Value>::new());
    let history = desk.run(&["--json", "history", "001"]).lines();
    let gender = history.iter().find(|line| line["field"] == "gender" && line["old"] == "X").unwrap();
    assert_eq!((&gender["new"], &gender["actor"]), (&json!("F"), &json!("clerk")));
    desk.done(&["reinstate", "001"]);
    desk.done(&["enter", "name=OTIENO JOHN", "entry_code=1"]);
    let numbers: Vec<_> = listed(&desk).iter().map(|line| line["index"].clone()).collect();
    assert_eq!(numbers, [json!("24505105001"), json!("24505105002")]);
}

#[test]
fn a_backup_is_restored_with_a_passphrase_of_its_own_and_what_was_there_is_kept() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["enter", "name=AKINYI JANE", "entry_code=1"]);
    let portable = |arguments: &[&str]| {
        desk.command().env("DAFTARI_BACKUP_PASSPHRASE", "for the stick").args(arguments).output().unwrap().status.code()
    };
    assert_eq!(portable(&["backup", "stick.daftari", "--portable"]), Some(0));
    desk.done(&["enter", "name=OTIENO JOHN", "entry_code=1"]);
    assert_eq!(portable(&["restore", "stick.daftari", "--portable"]), Some(0));
    assert_eq!(listed(&desk).len(), 1);
    desk.done(&["verify"]);
    let kept = std::fs::read_dir(desk.path("data"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("replaced"));
    assert!(kept.count() >= 1);
}

#[test]
fn a_sub_countys_workbook_gives_each_register_its_own_rows() {
    let desk = Desk::new();
    desk.done(&["init", "--centre", "24901001", "--name", "Practice Private", "--kind", "private", "--year", "2026"]);
    let workbook = fixture("scde/private-candidates.xlsx");
    let told: Value = serde_json::from_str(&desk.run(&["--json", "import", &workbook]).out).unwrap();
    let elsewhere = told["elsewhere"].as_array().unwrap();
    assert!(!elsewhere.is_empty() && elsewhere.iter().all(|row| row["centre"] != "24901001"), "{told}");
    assert_eq!(listed(&desk).len() as u64, told["imported"].as_u64().unwrap());
}

#[test]
fn an_empty_centre_returns_nil() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["returns", "--out", "forms"]);
    assert!(desk.path("forms/nil-return.pdf").exists());
    assert!(!desk.path("forms/declaration.pdf").exists());
}

#[test]
fn the_template_imports_no_rows_and_the_export_imports_all() {
    let desk = imported();
    desk.done(&["template", "template.xlsx"]);
    let told: Value = serde_json::from_str(&desk.run(&["--json", "import", "template.xlsx"]).out).unwrap();
    assert_eq!(told["read"], 0);
    desk.done(&["export", "all.xlsx"]);
    let told: Value = serde_json::from_str(&desk.run(&["--json", "import", "all.xlsx"]).out).unwrap();
    assert_eq!((&told["updated"], told["refused"].as_array().unwrap().len()), (&told["imported"], 0));
}

#[test]
fn rules_and_paragraphs_are_explained_in_both_languages() {
    let desk = Desk::new();
    let english = desk.done(&["explain", "subjects.sciences"]);
    assert!(english.contains("2.8.2(ii)"));
    assert_ne!(desk.done(&["--lang", "sw", "explain", "subjects.sciences"]), english);
    assert!(desk.done(&["explain", "2.3.12"]).starts_with("2.3.12"));
    assert!(desk.done(&["completions", "bash"]).contains("daftari"));
    assert!(desk.done(&["man"]).contains(".TH"));
}

#[test]
fn after_the_window_has_closed_nobody_is_entered_but_entries_are_amended() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["enter", "name=AKINYI JANE", "entry_code=1"]);
    let circular = desk.write("closing.toml", "[calendar.closes]\nvalue = \"2020-03-31\"\nsource = \"Circular 1\"\n");
    let with = |arguments: &[&str]| desk.run(&[&["--circulars", circular.to_str().unwrap()], arguments].concat());
    let late = with(&["enter", "name=OTIENO JOHN", "entry_code=1"]);
    assert_eq!(late.code, 4, "{}", late.err);
    assert!(late.err.contains("2020-03-31"), "{}", late.err);
    assert_eq!(with(&["import", &fixture("school/candidates.xlsx")]).code, 4);
    assert_eq!(with(&["set", "001", "gender=F"]).code, 0);
    assert_eq!(listed(&desk).len(), 1);
}

#[test]
fn a_copy_is_kept_once_a_day_and_opens_as_a_backup() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["enter", "name=AKINYI JANE", "entry_code=1"]);
    desk.done(&["list"]);
    let copies: Vec<_> =
        std::fs::read_dir(desk.path("data/copies")).unwrap().map(|copy| copy.unwrap().path()).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    desk.done(&["restore", copies[0].to_str().unwrap()]);
    desk.done(&["verify"]);
}

#[test]
fn a_fix_that_is_certain_is_offered_and_mends_the_finding() {
    let desk = Desk::new();
    desk.school();
    desk.done(&["enter", "name=AKINYI JANE", "entry_code=3", "subjects=101 101 443"]);
    let fixes = || desk.run(&["--json", "show", "801"]).lines()[0]["fixes"].clone();
    assert_eq!(fixes(), json!([{"field": "subjects", "value": "101 443"}]));
    assert!(desk.run(&["show", "801"]).out.contains("subjects=\"101 443\""));
    desk.done(&["set", "801", "subjects=101 443"]);
    assert_eq!(fixes(), json!([]));
}
