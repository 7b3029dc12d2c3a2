//! `daftari check`: the lines, their order, what rows share, and the exit code.

use serde_json::{Value, json};

use crate::program::{Desk, Ran, fixture};

const HEADINGS: &str = "centre,candidate_no,name,gender,year_of_birth,birth_certificate_no,citizenship,entry_code,qualification,qualifying_index,qualifying_year,subjects\n";

fn check(desk: &Desk, rows: &str, more: &[&str]) -> Ran {
    let file = desk.write("roll.csv", &format!("{HEADINGS}{rows}"));
    let file = file.to_str().unwrap();
    let fixed = ["check", file, "--year", "2026", "--centre", "24505105", "--kind", "school", "--format", "jsonl"];
    desk.run(&[&fixed[..], more].concat())
}

fn rules(line: &Value) -> Vec<&str> {
    line["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

const CLEAN: &str = ",001,AKINYI JANE,F,2008,4532187,C,1,KCPE,24505101017,2022,101 102 121 231 233 311 443\n";

#[test]
fn a_clean_row_is_one_line_with_its_fee_and_then_its_centre_is_told() {
    let ran = check(&Desk::new(), CLEAN, &[]);
    let lines = ran.lines();
    let fee = json!({"payer": "state", "basic": 2200, "subjects": 2800,
        "components": [{"subject": "443", "kind": "project", "amount": 200}], "total": 5200});
    let row = json!({"row": 2, "index": "24505105001", "name": "AKINYI JANE", "findings": [], "fee": fee});
    assert_eq!(lines[0], row);
    assert_eq!(lines[1]["fees"], json!({"state": 5200, "candidate": 0, "total": 5200}));
    assert_eq!((&lines[1]["candidates"], &lines[1]["ready"]), (&json!(1), &json!(1)));
    assert_eq!(rules(&lines[1]), ["centre.too-few"]);
    assert_eq!((ran.code, lines.len()), (0, 2), "warnings are no errors");
}

#[test]
fn a_finding_says_where_why_and_what_to_do_in_both_languages() {
    let ran = check(&Desk::new(), &CLEAN.replace("231 233", "231"), &[]);
    let finding = &ran.lines()[0]["findings"][1];
    assert_eq!(finding["rule"], "subjects.sciences");
    assert_eq!((&finding["paragraph"], &finding["severity"]), (&json!("2.8.2(ii)"), &json!("error")));
    assert_eq!(finding["fields"], json!(["subjects"]));
    assert!(finding["message"]["en"].as_str().unwrap().len() > 40);
    assert_ne!(finding["message"]["en"], finding["message"]["sw"]);
    assert_eq!(ran.code, 1);
}

#[test]
fn what_two_rows_share_is_told_of_both() {
    let second = CLEAN.replace(",001,AKINYI JANE", ",001,OTIENO JOHN");
    let ran = check(&Desk::new(), &format!("{CLEAN}{second}"), &[]);
    let repeated = ["birth-certificate.repeated", "index.duplicate", "qualification.index-repeated"];
    for line in &ran.lines()[..2] {
        assert_eq!(rules(line), repeated);
    }
}

#[test]
fn a_certificate_is_repeated_in_another_centre_too_but_a_number_is_not() {
    let other = CLEAN.replacen(',', "24505106,", 1);
    let ran = check(&Desk::new(), &format!("{CLEAN}{other}"), &[]);
    let repeated = ["birth-certificate.repeated", "qualification.index-repeated"];
    assert!(ran.lines()[..2].iter().all(|line| rules(line) == repeated));
    assert_eq!(ran.lines()[2]["centre"], "24505105");
    assert_eq!(ran.lines()[3]["centre"], "24505106");
}

#[test]
fn refused_and_skipped_rows_are_lines_in_their_place() {
    let rows = format!("{CLEAN},#N/A,OTIENO JOHN,M,2008,4532188,C,1,KCPE,24505101018,2022,101\n\nTotal,2,,,,,,,,,,\n");
    let ran = check(&Desk::new(), &rows, &[]);
    let lines = ran.lines();
    assert_eq!((&lines[1]["row"], &lines[1]["refused"]["cell"]), (&json!(3), &json!("B3")));
    assert_eq!(lines[2], json!({"row": 5, "skipped": "total"}));
    assert_eq!(lines[3]["candidates"], 1);
    assert_eq!(ran.code, 1);
}

#[test]
fn without_an_entry_code_there_is_no_fee_and_without_a_number_no_index() {
    let ran = check(&Desk::new(), &CLEAN.replace(",C,1,", ",C,4,").replace(",001,", ",,"), &[]);
    let line = &ran.lines()[0];
    assert_eq!((&line["fee"], &line["index"]), (&Value::Null, &Value::Null));
    assert_eq!(rules(line), ["entry-code.invalid"]);
}

#[test]
fn rows_beyond_the_last_number_find_none_and_their_centre_is_full() {
    let rows: String = (0..501)
        .map(|n| {
            format!(
                ",,AKINYI JANE,F,2008,{:07},C,1,KCPE,245051{n:05},2022,101 102 121 231 233 311 443\n",
                4_500_000 + n
            )
        })
        .collect();
    let lines = check(&Desk::new(), &rows, &[]).lines();
    let exhausted: Vec<_> =
        lines[..501].iter().filter(|line| !rules(line).is_empty()).map(|line| &line["row"]).collect();
    assert_eq!(exhausted, [&json!(501), &json!(502)]);
    assert_eq!(rules(&lines[501]), ["centre.full"]);
}

#[test]
fn the_flags_on_subjects_offered_and_the_clearance_letter_are_heard() {
    let option_b = CLEAN.replace("101 102 121 231 233 311 443", "101 102 122 237 311 312 443");
    let desk = Desk::new();
    assert_eq!(rules(&check(&desk, &option_b, &[]).lines()[0]), ["subjects.option-b-clearance"]);
    assert_eq!(rules(&check(&desk, &option_b, &["--clearance"]).lines()[0]), Vec::<&str>::new());
    let offered = ["--clearance", "--offered", "101 102 122 237 311 312"];
    assert_eq!(rules(&check(&desk, &option_b, &offered).lines()[0]), ["subjects.not-offered"]);
}

#[test]
fn headings_without_rows_are_a_centre_without_candidates() {
    let ran = check(&Desk::new(), "", &[]);
    assert_eq!((ran.code, ran.lines().len()), (0, 1));
    assert_eq!(ran.lines()[0]["candidates"], 0);
}

#[test]
fn a_text_for_people_names_the_row_the_rule_and_the_paragraph() {
    let desk = Desk::new();
    let file = desk.write("roll.csv", &format!("{HEADINGS}{}", CLEAN.replace(",F,", ",X,")));
    let ran = desk.run(&["--lang", "sw", "check", file.to_str().unwrap(), "--year", "2026", "--centre", "24505105"]);
    assert!(ran.out.starts_with("row 2  24505105001  AKINYI JANE\n"), "{}", ran.out);
    assert!(ran.out.contains("gender.invalid (2.3.27(iv)):"));
    assert_eq!(ran.code, 1);
}

#[test]
fn a_workbook_and_its_text_come_out_alike() {
    let desk = Desk::new();
    let run = |name: &str| {
        let file = fixture(&format!("formats/candidates.{name}"));
        desk.run(&["check", &file, "--year", "2026", "--centre", "24505105", "--kind", "school", "--format", "jsonl"])
            .out
    };
    let text = run("csv");
    assert!(text.lines().count() > 5);
    for format in ["xlsx", "xlsm", "xls", "xlsb", "ods", "tsv"] {
        assert_eq!(run(format), text, "{format}");
    }
}
