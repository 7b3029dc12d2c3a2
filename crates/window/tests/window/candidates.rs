//! Entering, changing, bulk work, paste, undo and history, as the grid and the form ask for them.

use serde_json::{Value, json};

use crate::room::Room;

fn values(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({"field": field, "value": value})).collect()
}

/// A first attempt with nothing wrong but the photograph.
fn whole(name: &str, certificate: &str, index: &str) -> Value {
    values(&[
        ("name", name),
        ("gender", "F"),
        ("year_of_birth", "2008"),
        ("birth_certificate_no", certificate),
        ("citizenship", "C"),
        ("entry_code", "1"),
        ("qualification", "KCPE"),
        ("qualifying_index", index),
        ("qualifying_year", "2022"),
        ("subjects", "101 102 121 231 233 311 443"),
    ])
}

impl Room {
    fn entered(&self, name: &str, certificate: &str, index: &str) -> String {
        let answer = self.call("candidates.enter", json!({"values": whole(name, certificate, index)}));
        answer["entered"][0].as_str().expect("one was entered").to_owned()
    }

    fn changed(&self, id: &str, field: &str, value: &str) -> Value {
        self.call("candidates.change", json!({"id": id, "values": values(&[(field, value)])}))
    }

    fn list(&self) -> Vec<Value> {
        self.call("candidates.list", json!({}))["rows"].as_array().expect("rows").clone()
    }
}

fn rules(row: &Value) -> Vec<&str> {
    let findings = row["findings"].as_array().expect("findings");
    findings.iter().filter_map(|finding| finding["rule"].as_str()).collect()
}

fn ids(rows: &Value) -> Vec<&str> {
    rows.as_array().expect("rows").iter().filter_map(|row| row["id"].as_str()).collect()
}

#[test]
fn an_entry_is_numbered_judged_and_charged_as_it_is_entered() {
    let room = Room::with_register();
    let answer = room.call("candidates.enter", json!({"values": whole("AKINYI JANE", "1234567", "10105001001")}));
    let row = &answer["rows"][0];
    assert_eq!((&row["index"], &row["fields"]["candidate_no"]), (&json!("24505105001"), &json!("001")));
    assert_eq!(rules(row), ["photo.missing"]);
    assert_eq!((&row["findings"][0]["paragraph"], &row["fee"]["state"]), (&json!("2.3.12(iii)"), &json!(true)));
    assert_eq!(row["sent"], false);
    assert_eq!(room.list().len(), 1);
}

#[test]
fn a_draft_is_saved_however_wrong_and_its_fix_mends_it() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let wrong = room.changed(&id, "gender", " f ");
    let finding = &wrong["rows"][0]["findings"][0];
    assert_eq!((&finding["rule"], &wrong["rows"][0]["fields"]["gender"]), (&json!("gender.invalid"), &json!("f")));
    let fix = &finding["fixes"][0];
    let mended = room.changed(&id, fix["field"].as_str().expect("a field"), fix["value"].as_str().expect("a value"));
    assert_eq!(rules(&mended["rows"][0]), ["photo.missing"]);
}

#[test]
fn a_change_answers_with_the_rows_that_differ_and_no_other() {
    let room = Room::with_register();
    let first = room.entered("AKINYI JANE", "1234567", "10105001001");
    let second = room.entered("OTIENO PAUL", "2234567", "10105001002");
    room.entered("MUTUA ANN", "3234567", "10105001003");
    let clash = room.changed(&second, "birth_certificate_no", "1234567");
    assert_eq!(ids(&clash["rows"]), [first.as_str(), second.as_str()]);
    assert!(rules(&clash["rows"][0]).contains(&"birth-certificate.repeated"));
    let solved = room.changed(&second, "birth_certificate_no", "2234567");
    assert_eq!(ids(&solved["rows"]), [first.as_str(), second.as_str()]);
    let name = room.changed(&second, "name", "OTIENO PAUL JUMA");
    assert_eq!(ids(&name["rows"]), [second.as_str()]);
}

#[test]
fn what_another_window_wrote_meanwhile_is_not_overwritten_unknowingly() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let typed = |value: &str, was: &str| {
        let values = json!([{"field": "name", "value": value, "was": was}]);
        room.window.call("candidates.change", json!({"id": id, "values": values}))
    };
    assert!(typed("AKINYI JANET", "AKINYI JANE").is_ok());
    let problem = typed("AKINYI JOAN", "AKINYI JANE").expect_err("it became JANET meanwhile");
    assert_eq!((problem.code.as_str(), problem.detail.as_str()), ("window.changed-meanwhile", "AKINYI JANET"));
    assert_eq!(room.list()[0]["fields"]["name"], "AKINYI JANET");
    assert!(typed("AKINYI JANET", "AKINYI JANE").is_ok(), "both mean the same");
    assert!(typed("AKINYI JOAN", "AKINYI JANET").is_ok(), "now it is known");
}

#[test]
fn what_is_typed_is_judged_before_it_is_saved_and_nothing_is_kept_of_it() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let typed = json!({"id": id, "values": values(&[("year_of_birth", "20"), ("subjects", "101 102")])});
    let seen = room.call("candidates.preview", typed);
    assert!(rules(&seen).contains(&"birth-year.invalid"));
    assert_eq!(seen["subjects"]["pathway"], "A");
    let new = room.call("candidates.preview", json!({"values": values(&[("entry_code", "1")])}));
    assert!(!rules(&new).contains(&"index.exhausted"), "a number is left for a new candidate");
    let repeated = room.call("candidates.preview", json!({"values": values(&[("birth_certificate_no", "1234567")])}));
    assert!(rules(&repeated).contains(&"birth-certificate.repeated"));
    assert_eq!(room.list()[0]["fields"]["year_of_birth"], "2008");
}

#[test]
fn the_choice_of_subjects_tells_what_is_filled_missing_and_possible() {
    let room = Room::with_register();
    let typed = json!({"values": values(&[("entry_code", "1"), ("subjects", "101 102 122")])});
    let choice = room.call("candidates.subjects", typed);
    assert_eq!((&choice["pathway"], &choice["room"]), (&json!("B"), &json!(6)));
    let slots = choice["slots"].as_array().expect("slots");
    let science = slots.iter().find(|slot| slot["id"] == "general-science").expect("the slot");
    assert_eq!((&science["missing"], &science["options"]), (&json!(1), &json!(["237"])));
}

#[test]
fn undo_says_what_it_would_take_back_and_lasts_until_the_register_is_opened_again() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    room.changed(&id, "name", "AKINYI JANE ATIENO");
    let register = room.call("state", json!({}))["centre"]["register"].clone();
    room.call("registers.close", json!({}));
    room.call("registers.open", json!({"name": register}));
    let undo = room.call("candidates.steps", json!({}))["undo"].clone();
    assert_eq!((&undo["kind"], &undo["who"]), (&json!("change"), &json!("AKINYI JANE ATIENO")));
    assert_eq!(undo["fields"], json!(["name"]));
    let undone = room.call("candidates.undo", json!({}));
    assert_eq!(undone["rows"][0]["fields"]["name"], "AKINYI JANE");
    assert_eq!(undone["steps"]["redo"]["fields"], json!(["name"]));
    let gone = room.call("candidates.undo", json!({}));
    assert_eq!((&gone["gone"], &gone["steps"]["redo"]["who"]), (&json!([id]), &json!("AKINYI JANE")));
    let back = room.call("candidates.redo", json!({}));
    assert_eq!(ids(&back["rows"]), [id.as_str()]);
    assert_eq!(room.call("candidates.redo", json!({}))["rows"][0]["fields"]["name"], "AKINYI JANE ATIENO");
}

#[test]
fn a_withdrawn_candidate_stays_in_the_sheet_with_the_reason_and_their_number_is_nobody_elses() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let gone = room.call("candidates.withdraw", json!({"id": id, "reason": "moved abroad"}));
    assert_eq!(
        (&gone["rows"][0]["standing"], &gone["rows"][0]["because"]),
        (&json!("withdrawn"), &json!("moved abroad"))
    );
    assert_eq!(room.refused("candidates.withdraw", json!({"id": id, "reason": " "})).code, "register.reason-missing");
    let next = room.entered("OTIENO PAUL", "2234567", "10105001002");
    let rows = room.list();
    assert_eq!(rows.iter().map(|row| &row["fields"]["candidate_no"]).collect::<Vec<_>>(), ["002", "001"]);
    assert_eq!(rows[0]["id"], next);
    let back = room.call("candidates.reinstate", json!({"id": id}));
    assert_eq!(
        (&back["rows"][0]["standing"], &back["rows"][0]["fields"]["candidate_no"]),
        (&json!("entered"), &json!("001"))
    );
}

#[test]
fn a_warning_stands_with_a_reason_until_that_is_taken_back() {
    let room = Room::with_register();
    let id = room.entered("AKINYI", "1234567", "10105001001");
    let stands = json!({"id": id, "rule": "name.single", "reason": "one name on the certificate"});
    let answer = room.call("candidates.acknowledge", stands);
    assert!(!rules(&answer["rows"][0]).contains(&"name.single"));
    assert_eq!(answer["rows"][0]["acknowledged"][0]["reason"], "one name on the certificate");
    let again = room.call("candidates.retract", json!({"id": id, "rule": "name.single"}));
    assert!(rules(&again["rows"][0]).contains(&"name.single"));
}

#[test]
fn papers_that_declared_needs_ask_for_are_told_and_recorded() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let asked = room.changed(&id, "special_needs", "BLIND");
    let papers = asked["rows"][0]["papers_asked"].as_array().expect("papers").clone();
    assert!(!papers.is_empty());
    for paper in &papers {
        room.call("candidates.paper", json!({"id": id, "paper": paper, "here": true}));
    }
    let row = room.list().remove(0);
    assert_eq!(row["papers"].as_array().expect("papers").len(), papers.len());
    assert!(!rules(&row).contains(&"special-needs.evidence"));
}

#[test]
fn bulk_work_is_seen_before_it_is_done_and_taken_back_by_one_undo() {
    let room = Room::with_register();
    let first = room.entered("AKINYI JANE", "1234567", "10105001001");
    let second = room.entered("OTIENO PAUL", "2234567", "10105001002");
    let edit = json!({"ids": [first, second], "edits": [{"field": "subjects", "how": "add", "value": "565"}]});
    let lines = room.call("candidates.bulk-preview", edit.clone());
    assert_eq!(lines[0]["changes"][0]["after"], "101 102 121 231 233 311 443 565");
    assert_eq!((&lines[0]["errors_before"], &lines[0]["errors_after"]), (&json!(1), &json!(1)));
    assert_eq!(ids(&room.call("candidates.bulk", edit.clone())["rows"]), [first.as_str(), second.as_str()]);
    assert_eq!(room.call("candidates.bulk-preview", edit), json!([]));
    let undone = room.call("candidates.undo", json!({}));
    assert_eq!(undone["rows"].as_array().expect("rows").len(), 2);
    assert_eq!(undone["rows"][1]["fields"]["subjects"], "101 102 121 231 233 311 443");
}

#[test]
fn a_block_falls_on_the_rows_shown_and_goes_on_with_new_candidates() {
    let room = Room::with_register();
    let first = room.entered("AKINYI JANE", "1234567", "10105001001");
    let paste = json!({
        "cells": [["AKINYI JANE", "Mke", "2007"], ["BARASA PETER, JR", "Male", ""], ["WERE TOM", "#N/A", "2008"]],
        "onto": [first], "fields": ["name", "gender", "year_of_birth"],
    });
    let seen = room.call("candidates.paste-preview", paste.clone());
    assert_eq!((&seen["headings"], &seen["entered"], &seen["changed"]), (&json!(false), &json!(1), &json!(1)));
    assert_eq!(
        seen["rows"][0]["line"]["changes"],
        json!([{"field": "year_of_birth", "before": "2008", "after": "2007"}])
    );
    assert_eq!(seen["rows"][1]["line"]["changes"][0]["after"], "BARASA PETER, JR");
    assert_eq!(seen["rows"][2]["refused"]["why"], "error-value");
    assert_eq!(seen["rows"][2]["refused"]["cell"], "B3");
    let done = room.call("candidates.paste", paste);
    assert_eq!(done["entered"].as_array().expect("ids").len(), 1);
    assert_eq!(done["rows"][1]["fields"]["gender"], "M");
    room.call("candidates.undo", json!({}));
    assert_eq!(room.list().len(), 1);
}

#[test]
fn a_block_with_headings_goes_where_they_say_and_meets_those_who_are_there() {
    let room = Room::with_register();
    room.entered("AKINYI JANE", "1234567", "10105001001");
    let paste = json!({
        "cells": [["Sex", "Full name", "Birth cert no"], ["F", "AKINYI JANE", "1234567"], ["M", "WERE TOM", "7654321"]],
        "onto": [], "fields": ["name"],
    });
    let seen = room.call("candidates.paste-preview", paste);
    assert_eq!(seen["headings"], true);
    assert_eq!((&seen["entered"], &seen["changed"]), (&json!(1), &json!(0)));
    assert_eq!(seen["columns"][1], json!({"heading": "Full name", "field": "name"}));
}

#[test]
fn history_tells_who_wrote_what_from_what_to_what() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    room.changed(&id, "name", "AKINYI JANE ATIENO");
    let past = room.call("candidates.history", json!({"id": id}));
    assert_eq!((&past[0]["kind"], &past[0]["actor"]), (&json!("change"), &json!("clerk")));
    let write = json!([{"field": "name", "old": "AKINYI JANE", "new": "AKINYI JANE ATIENO"}]);
    assert_eq!(past[0]["writes"], write);
    assert_eq!(past[1]["kind"], "enter");
}

#[test]
fn people_are_found_by_names_in_any_order_and_near_spelling() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    room.entered("OTIENO PAUL", "2234567", "10105001002");
    for words in ["jane akiniy", "24505105001", "1234567"] {
        assert_eq!(ids(&room.call("candidates.search", json!({"words": words}))), [id.as_str()], "{words}");
    }
}

#[test]
fn an_amendment_with_a_reason_says_it_in_history() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    let amend = json!({"id": id, "values": values(&[("phone", "0700000000")]), "reason": "the number was wrong"});
    room.call("candidates.change", amend);
    let past = room.call("candidates.history", json!({"id": id}));
    let said = past[0]["writes"].as_array().expect("writes").iter().find(|w| w["field"] == "amendment_reason");
    assert_eq!(said.expect("the reason")["new"], "the number was wrong");
}

#[test]
fn subject_sets_are_kept_by_name_for_this_computer() {
    let room = Room::with_register();
    room.call("candidates.keep-template", json!({"name": " Form 4 East ", "subjects": "101 102"}));
    room.call("candidates.keep-template", json!({"name": "Form 4 East", "subjects": "101 102 121"}));
    let kept = room.call("candidates.templates", json!({}));
    assert_eq!(kept, json!([{"name": "Form 4 East", "subjects": "101 102 121"}]));
    let nameless = json!({"name": " ", "subjects": ""});
    assert_eq!(room.refused("candidates.keep-template", nameless).code, "window.template-name");
    assert_eq!(room.call("candidates.drop-template", json!({"name": "Form 4 East"})), json!([]));
}

#[test]
fn everybody_who_listens_is_told_whose_rows_are_others() {
    let room = Room::with_register();
    let id = room.entered("AKINYI JANE", "1234567", "10105001001");
    room.changed(&id, "phone", "0700000000");
    let heard = room.heard.lock().expect("no panic");
    let last = heard.last().expect("news");
    assert!(matches!(last, window::Event::Changed { candidates } if *candidates == [id]));
}

#[test]
fn the_form_knows_choices_paragraphs_and_subjects_from_the_rules() {
    let room = Room::with_register();
    let form = room.call("candidates.form", json!({}));
    let fields = form["fields"].as_array().expect("fields");
    let gender = fields.iter().find(|field| field["name"] == "gender").expect("gender");
    assert_eq!((&gender["choices"], &gender["paragraphs"]), (&json!(["F", "M"]), &json!(["2.3.27(iv)"])));
    assert!(
        form["subjects"].as_array().expect("subjects").iter().any(|s| s["code"] == "101" && s["name"] == "English")
    );
}
