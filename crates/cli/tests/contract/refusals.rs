//! What the program refuses: the exit code says who is to act, one sentence says what to do, and nothing panics.

use crate::program::{Desk, fixture};

#[track_caller]
fn refused(desk: &Desk, arguments: &[&str], code: i32, word: &str) {
    let ran = desk.run(arguments);
    assert_eq!(ran.code, code, "{arguments:?}: {}{}", ran.out, ran.err);
    assert!(ran.err.contains(word), "{arguments:?}: {}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

fn check<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["check", file, "--year", "2026", "--centre", "24505105", "--kind", "school"][..], more].concat()
}

#[test]
fn a_wrong_use_ends_with_2() {
    let desk = Desk::new();
    refused(&desk, &["check"], 2, "Usage");
    refused(&desk, &["roll", "--out", "x.pdf"], 2, "no register yet");
    refused(
        &desk,
        &["init", "--centre", "2450510", "--name", "X", "--kind", "school", "--year", "2026"],
        2,
        "eight digits",
    );
    refused(&desk, &check(&fixture("formats/candidates.xlsx"), &["--sheet", "Nowhere"]), 2, "Nowhere");
    refused(&desk, &["explain", "xylophones"], 2, "nothing is known");
    desk.school();
    refused(&desk, &["set", "nobody", "gender=F"], 2, "nobody");
    refused(&desk, &["enter", "shoe_size=44"], 2, "FIELD=VALUE");
}

#[test]
fn a_file_that_cannot_be_read_ends_with_3() {
    let desk = Desk::new();
    refused(&desk, &check("absent.csv", &[]), 3, "absent.csv");
    refused(&desk, &check(".", &[]), 3, "cannot be read");
    let hostile = std::fs::read_to_string(fixture("hostile/expected.json")).unwrap();
    let expected: Vec<serde_json::Value> = serde_json::from_str(&hostile).unwrap();
    for case in expected {
        let file = fixture(case["file"].as_str().unwrap());
        let ran = desk.run(&check(&file, &["--format", "jsonl"]));
        assert_eq!(i64::from(ran.code), case["exit"].as_i64().unwrap(), "{file}: {}", ran.err);
        assert!(ran.code != 3 || ran.err.len() > 40, "{file}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{file}: {}", ran.err);
    }
}

#[test]
fn a_register_that_refuses_ends_with_4() {
    let desk = Desk::new();
    desk.school();
    refused(&desk, &["init", "--centre", "24505105", "--name", "X", "--kind", "school", "--year", "2026"], 4, "exists");
    let ran = desk.command().env("DAFTARI_PASSPHRASE", "wrong").arg("list").output().unwrap();
    assert_eq!(ran.status.code(), Some(4));
    std::fs::copy(fixture("school/candidates.xlsx"), desk.path("sheet.xlsx")).unwrap();
    refused(&desk, &["--register", "sheet.xlsx", "list"], 4, "sheet.xlsx");
    refused(&desk, &["--register", "./gone.daftari", "list"], 4, "gone.daftari");
}

#[test]
fn a_circular_that_is_none_is_named() {
    let desk = Desk::new();
    let circular = desk.write("circular.toml", "[fees.state]\nbasic = \"much\"\n");
    let arguments = check("absent.csv", &["--circulars", circular.to_str().unwrap()]);
    refused(&desk, &arguments, 3, "rule pack");
}
