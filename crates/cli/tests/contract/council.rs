//! The commands that meet the council: what they print, their exit codes, and that they need no network to tell how a
//! register stands.

use serde_json::{Value, json};
use sync::Role;

use crate::program::{Desk, Ran};
use crate::server::Council;

impl Desk {
    /// A desk with an empty register, enrolled.
    fn enrolled(council: &mut Council, role: Role) -> Desk {
        let desk = Desk::new();
        desk.school();
        desk.done(&["enrol", &council.url(), &council.code(role), "--name", "Office"]);
        desk
    }

    fn told(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[&["--json"], arguments].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.lines().swap_remove(0)
    }

    fn enter(&self, name: &str) {
        self.done(&["enter", &format!("name={name}"), "entry_code=1"]);
    }
}

fn refused(ran: &Ran, code: i32, word: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(word), "{}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn a_computer_that_is_not_enrolled_is_told_how_to_be() {
    let desk = Desk::new();
    desk.school();
    refused(&desk.run(&["sync"]), 2, "daftari enrol URL CODE");
    refused(&desk.run(&["bundle", "export", "out"]), 2, "daftari enrol");
    refused(&desk.run(&["enrol", "http://knec.invalid", "00000-00000-00000-00000"]), 2, "https");
    refused(&desk.run(&["enrol", "https://knec.invalid", "0000"]), 2, "20 letters");
    let status = desk.told(&["status"]);
    assert_eq!((&status["enrolled"], &status["contact"]), (&Value::Null, &Value::Null));
    assert!(status["next"].as_str().unwrap().contains("enrol"), "{status}");
}

#[test]
fn enrolling_tells_whose_key_is_held_to_from_now_on() {
    let (mut council, desk) = (Council::start(), Desk::new());
    let code = council.code(Role::Head);
    let told = desk.told(&["enrol", &council.url(), &code, "--name", "Office"]);
    let key = council.office().keys.signing.public().device().to_string();
    assert_eq!(
        told,
        json!({"url": council.url(), "name": "Office", "role": "head", "scope": ["24505105"], "council": key})
    );
    let other = Desk::new();
    refused(&other.run(&["enrol", &council.url(), &code]), 5, "used");
}

#[test]
fn a_sync_tells_what_went_and_status_tells_it_without_a_network() {
    let mut council = Council::start();
    let desk = Desk::enrolled(&mut council, Role::Clerk);
    desk.enter("AKINYI JANE");
    let waiting = desk.told(&["status"])["waiting"].as_u64().unwrap();
    let estimate = desk.told(&["sync", "--dry-run"]);
    assert_eq!((&estimate["operations"], &estimate["register"]), (&json!(waiting), &json!("24505105-2026")));
    assert!(estimate["about_bytes"].as_u64().unwrap() > estimate["operation_bytes"].as_u64().unwrap());
    assert_eq!(desk.told(&["status"])["waiting"], waiting, "an estimate sends nothing");
    let synced = desk.told(&["sync"]);
    assert_eq!((&synced["ended"], &synced["operations_sent"]), (&json!("done"), &json!(waiting)));
    assert!(synced["bytes_sent"].as_u64().unwrap() > 0);
    council.close();
    let status = desk.told(&["status"]);
    assert_eq!((&status["received"], &status["waiting"]), (&json!(waiting), &json!(0)));
    assert!(status["contact"].is_string() && status["next"].as_str().unwrap().starts_with("nothing"), "{status}");
    let receipts = desk.run(&["--json", "receipts"]).lines();
    assert_eq!(receipts[0]["operations"], waiting);
    assert_eq!(receipts[0]["signature"].as_str().unwrap().len(), 128);
}

#[test]
fn without_the_council_a_sync_ends_with_5_one_sentence_and_nothing_lost() {
    let mut council = Council::start();
    let desk = Desk::enrolled(&mut council, Role::Clerk);
    desk.enter("AKINYI JANE");
    council.close();
    let ran = desk.run(&["--json", "sync"]);
    assert_eq!((ran.code, &ran.lines()[0]["ended"]), (5, &json!("offline")));
    assert!(ran.err.lines().count() == 1 && ran.err.contains("Nothing is lost"), "{}", ran.err);
    council.open();
    assert_eq!(desk.told(&["sync"])["ended"], "done");
}

#[test]
fn an_office_with_several_registers_syncs_them_all_or_the_one_named() {
    let mut council = Council::start();
    let desk = Desk::new();
    for centre in ["24505105", "24505106"] {
        desk.done(&["init", "--centre", centre, "--name", "X", "--kind", "school", "--year", "2026"]);
    }
    let code = council.code_for(Role::Scde, sync_server::stores::Scope::SubCounty(24_505));
    desk.done(&["enrol", &council.url(), &code]);
    let one = desk.run(&["--json", "--register", "24505106", "sync"]);
    assert_eq!((one.code, one.lines().len()), (0, 1), "{}", one.err);
    let all = desk.run(&["--json", "sync"]).lines();
    assert_eq!(all.iter().map(|line| &line["register"]).collect::<Vec<_>>(), ["24505105-2026", "24505106-2026"]);
    assert!(all[0]["operations_sent"].as_u64().unwrap() > 0 && all[1]["operations_sent"] == 0, "{all:?}");
    let one_refused = Desk::new();
    one_refused.done(&["init", "--centre", "24505199", "--name", "X", "--kind", "school", "--year", "2026"]);
    one_refused.school();
    one_refused.done(&["enrol", &council.url(), &council.code(Role::Clerk)]);
    let ran = one_refused.run(&["--json", "sync"]);
    let ended: Vec<Value> = ran.lines().into_iter().map(|line| line["ended"].clone()).collect();
    assert_eq!((ran.code, ended), (5, vec![json!("done"), json!("refused")]), "the other register is not held up");
}

#[test]
fn a_conflict_is_shown_side_by_side_and_closed_with_a_reason() {
    let mut council = Council::start();
    let (clerk, head) = (Desk::enrolled(&mut council, Role::Clerk), Desk::enrolled(&mut council, Role::Head));
    clerk.enter("AKINYI JANE");
    clerk.done(&["sync"]);
    head.done(&["sync"]);
    clerk.done(&["--as", "Clerk A", "set", "AKINYI JANE", "gender=F"]);
    head.done(&["--as", "Head B", "set", "AKINYI JANE", "gender=M"]);
    clerk.done(&["sync"]);
    head.done(&["sync"]);
    let ran = head.run(&["--json", "conflicts"]);
    let line = &ran.lines()[0];
    assert_eq!((ran.code, &line["field"], &line["who"]), (1, &json!("gender"), &json!("001 AKINYI JANE")));
    let values: Vec<(&str, &str)> = line["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["value"].as_str().unwrap(), one["written"][0]["by"].as_str().unwrap()))
        .collect();
    assert_eq!(values, [("F", "Clerk A"), ("M", "Head B")]);
    let resolve = |field, reason| head.run(&["conflicts", "resolve", "001", field, "--value", "F", "--reason", reason]);
    refused(&resolve("name", "seen"), 2, "gender");
    refused(&resolve("gender", " "), 4, "reason");
    assert_eq!(resolve("gender", "as on the certificate").out, "resolved\n");
    assert_eq!(head.run(&["conflicts"]).out, "nothing is to be decided\n");
    head.done(&["sync"]);
    clerk.done(&["sync"]);
    assert_eq!(clerk.run(&["conflicts"]).code, 0);
    let digest = |desk: &Desk| desk.told(&["verify"])["digest"].clone();
    assert_eq!(digest(&clerk), digest(&head));
}

#[test]
fn a_short_code_has_22_letters_that_change_with_what_is_written() {
    let desk = Desk::new();
    desk.school();
    let code = || desk.told(&["short-code"])["short_code"].as_str().unwrap().to_owned();
    let before = code();
    assert_eq!(before.len(), 22);
    assert_eq!(sync::read_short_code(&before).as_deref(), Some(before.as_str()));
    assert_eq!(code(), before);
    let printed = desk.done(&["short-code"]);
    assert_eq!(printed.trim().split_once(": ").unwrap().1.replace('-', ""), before);
    desk.enter("AKINYI JANE");
    assert_ne!(code(), before);
}

#[test]
fn after_closing_a_name_changes_with_a_reason_and_a_second_person() {
    let mut council = Council::start();
    let (clerk, head) = (Desk::enrolled(&mut council, Role::Clerk), Desk::enrolled(&mut council, Role::Head));
    clerk.enter("AKINYI JANE");
    clerk.done(&["sync"]);
    council.closes_in(-60);
    clerk.done(&["set", "001", "name=AKINYI JANET", "--reason", "as on the certificate"]);
    clerk.done(&["sync"]);
    head.done(&["sync"]);
    let held = head.run(&["--json", "conflicts"]).lines();
    assert!(held[0]["why"].as_str().unwrap().contains("second person"), "{held:?}");
    refused(&head.run(&["countersign", "002"]), 2, "002");
    head.done(&["--as", "Head B", "countersign", "001"]);
    assert!(head.done(&["list"]).contains("AKINYI JANET"));
    head.done(&["sync"]);
    clerk.done(&["sync"]);
    assert!(clerk.done(&["list"]).contains("AKINYI JANET"));
    assert!(clerk.run(&["set", "001", "gender=F"]).err.contains("--reason"), "saved, and told that it is held");
}

#[test]
fn a_stick_goes_out_is_carried_by_another_and_its_reply_comes_home() {
    let mut council = Council::start();
    let (remote, carrier) = (Desk::enrolled(&mut council, Role::Clerk), Desk::enrolled(&mut council, Role::Head));
    remote.enter("AKINYI JANE");
    let waiting = remote.told(&["status"])["waiting"].clone();
    let file = remote.path("stick.bundle");
    let packed = remote.told(&["bundle", "export", file.to_str().unwrap()]);
    assert_eq!((&packed["operations"], &packed["registers"]), (&waiting, &json!(1)));
    let sent = carrier.told(&["bundle", "send", file.to_str().unwrap()]);
    let reply = sent["reply"].as_str().unwrap();
    assert!(reply.ends_with("stick.bundle.reply"), "{reply}");
    refused(&carrier.run(&["bundle", "import", reply]), 3, "another computer");
    assert_eq!(remote.told(&["bundle", "import", reply])["received"], waiting);
    assert_eq!(remote.told(&["status"])["waiting"], 0);
    refused(&carrier.run(&["bundle", "send", "absent"]), 3, "absent");
}
