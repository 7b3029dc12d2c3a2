//! Each sentence of the contract on columns and on what spreadsheets do, in every format.

use crate::books;
use crate::world::{grid, outcomes, read};

/// The same table in every format and encoding.
fn every_format(lines: &[&str]) -> Vec<(&'static str, Vec<u8>)> {
    let grid = grid(lines);
    let comma = books::csv(&grid, ",");
    let text = String::from_utf8(comma.clone()).unwrap();
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    vec![
        ("semicolons", books::csv(&grid, ";")),
        ("tabs", books::csv(&grid, "\t")),
        ("UTF-8 with its mark", [b"\xEF\xBB\xBF", comma.as_slice()].concat()),
        ("UTF-16 LE", [vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat()),
        ("UTF-16 BE", [vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat()),
        ("returns and line feeds", text.replace('\n', "\r\n").into_bytes()),
        (".xlsx", books::xlsx(&grid)),
        (".xlsb", books::xlsb(&grid, &[])),
        (".xls", books::xls(&grid)),
        (".ods", books::ods(&grid)),
        ("commas", comma),
    ]
}

#[track_caller]
fn check(lines: &[&str], expected: &[&str]) {
    for (format, bytes) in every_format(lines) {
        assert_eq!(outcomes(&read(&bytes)), expected, "{format}");
    }
}

#[test]
fn numbers_that_lost_their_zeros_get_them_back() {
    check(
        &[
            "centre|candidate_no|name|gender|qualification|qualifying_index|qualifying_year",
            "4112003|7|AKINYI JANE|F|KCPE|1234567890|2019",
            "24505105|42|OTIENO JOHN|M|KCPE|12345678|2010",
            "24505105|001|CHEBET ANN|F|KCPE|12345678|2019",
        ],
        &[
            "2 centre=04112003 candidate_no=007 name=AKINYI JANE gender=F qualification=KCPE qualifying_index=01234567890 qualifying_year=2019",
            "3 centre=24505105 candidate_no=042 name=OTIENO JOHN gender=M qualification=KCPE qualifying_index=012345678 qualifying_year=2010",
            "4 centre=24505105 candidate_no=001 name=CHEBET ANN gender=F qualification=KCPE qualifying_index=12345678 qualifying_year=2019",
        ],
    );
}

#[test]
fn full_index_numbers_stay_whole_and_scientific_ones_are_read_where_exact() {
    check(
        &["Index No|Name|Sex", "24505105001|A B|F", "4112003001|C D|M", "2.4505105001E+10|E F|F", "2.50E+10|G H|M"],
        &[
            "2 candidate_no=24505105001 name=A B gender=F",
            "3 candidate_no=04112003001 name=C D gender=M",
            "4 candidate_no=24505105001 name=E F gender=F",
            "5 refused A5",
        ],
    );
}

#[test]
fn a_date_gives_its_year() {
    check(
        &["Name|Gender|Date of birth", "A B|F|12/03/2007", "C D|M|2006-03-12", "E F|F|12-Mar-2005"],
        &[
            "2 name=A B gender=F year_of_birth=2007",
            "3 name=C D gender=M year_of_birth=2006",
            "4 name=E F gender=F year_of_birth=2005",
        ],
    );
}

#[test]
fn values_are_read_in_both_languages_and_any_case() {
    check(
        &[
            "Jina|Jinsia|Uraia|Special needs|Mwaka wa kuzaliwa|Masomo",
            "AKINYI\u{a0}\u{a0}JANE|msichana|Mkenya|low vision, hearing|2007|ENG, KISW, 121",
            "OTIENO  JOHN|Mume|foreigner|BLIND|2006|101/102",
            "WANJIKŨ N'GALA|Boy|Z||07|101 102 121",
        ],
        &[
            "2 name=AKINYI JANE gender=F year_of_birth=2007 citizenship=C special_needs=LOW_VISION HEARING subjects=101 102 121",
            "3 name=OTIENO JOHN gender=M year_of_birth=2006 citizenship=N special_needs=BLIND subjects=101 102",
            "4 name=WANJIKŨ N'GALA gender=M year_of_birth=07 citizenship=Z subjects=101 102 121",
        ],
    );
}

#[test]
fn subjects_in_columns_of_their_own_are_marked_in_every_known_way() {
    check(
        &[
            "Name|Sex|101 English|KISW|MATHS|443|H/SCI",
            "A B|F|x|X|1|443|✓",
            "C D|M|y|yes|✔|0|-",
            "E F|F|1|no|n|hapana|",
            "G H|M|1|1|1|may be|444",
        ],
        &[
            "2 name=A B gender=F subjects=101 102 121 443 441",
            "3 name=C D gender=M subjects=101 102 121",
            "4 name=E F gender=F subjects=101",
            "5 name=G H gender=M subjects=101 102 121 443?maybe 441?444",
        ],
    );
}

#[test]
fn a_subjects_column_and_columns_of_subjects_are_united() {
    check(
        &["Name|Sex|Subjects|443|ENG", "A B|F|101 102|x|x", "C D|M||x|", "E F|F|101,101|0|x"],
        &[
            "2 name=A B gender=F subjects=101 102 443",
            "3 name=C D gender=M subjects=443",
            "4 name=E F gender=F subjects=101 101",
        ],
    );
}

#[test]
fn headings_stand_under_a_title_block_in_one_row_or_two() {
    check(
        &[
            "MWANGAZA SECONDARY SCHOOL",
            "KCSE 2024 CANDIDATES",
            "",
            "S/No|NAME OF CANDIDATE|Sex|YOB",
            "",
            "1|A B|F|2007",
        ],
        &["6 name=A B gender=F year_of_birth=2007"],
    );
    check(
        &[
            "ROLL",
            "No|Surname|Other names|Sex|KCPE|",
            "||||Index|Year",
            "1|AKINYI|JANE ANN|F|1234567890|2019",
            "2|OTIENO||M||",
        ],
        &[
            "4 name=AKINYI JANE ANN gender=F qualification=KCPE qualifying_index=01234567890 qualifying_year=2019",
            "5 name=OTIENO gender=M",
        ],
    );
    check(&["Name|Sex|English|Kiswahili", "||101|102", "A B|F|x|x"], &["3 name=A B gender=F subjects=101 102"]);
}

#[test]
fn kcpe_is_implied_only_for_rows_with_an_index_or_a_year() {
    check(
        &["Name|Gender|KCPE Index|KCPE Year", "A B|F|12345678901|2019", "C D|M||2019", "E F|F||"],
        &[
            "2 name=A B gender=F qualification=KCPE qualifying_index=12345678901 qualifying_year=2019",
            "3 name=C D gender=M qualification=KCPE qualifying_year=2019",
            "4 name=E F gender=F",
        ],
    );
}

#[test]
fn no_row_is_dropped_silently() {
    check(
        &[
            "No|Name|Gender|Entry code|Birth cert no",
            "1|A B|F|1|12345",
            "",
            "2|C D|#N/A|1|12346",
            "No|Name|Gender|Entry code|Birth cert no",
            "3|E F|M|1|12347",
            "4||||",
            "|TOTAL|58||",
            "Jumla: 3||||",
            "|Head teacher's signature: ........|||",
            "|PRINCIPAL OTIENO|M|1|12348",
            "|Juma Ali||1|",
        ],
        &[
            "2 name=A B gender=F birth_certificate_no=12345 entry_code=1",
            "4 refused C4",
            "5 skipped repeated-headings",
            "6 name=E F gender=M birth_certificate_no=12347 entry_code=1",
            "7 skipped no-entry",
            "8 skipped total",
            "9 skipped total",
            "10 skipped signature",
            "11 name=PRINCIPAL OTIENO gender=M birth_certificate_no=12348 entry_code=1",
            "12 name=Juma Ali entry_code=1",
        ],
    );
}

#[test]
fn errors_matter_only_in_columns_that_mean_something() {
    check(
        &["Name|Gender|Marks|ENG", "A B|F|#DIV/0!|x", "C D|M|12|#REF!", "E F|#####|1|x"],
        &["2 name=A B gender=F subjects=101", "3 refused D3", "4 refused B4"],
    );
}

#[test]
fn a_refusal_says_what_stands_there_and_what_to_do() {
    let table = read(b"name,gender,qualifying_index\nA B,F,2.50E+10\nC D,#N/A,1\n");
    let reasons: Vec<String> = table
        .data()
        .map(|(_, outcome)| match outcome {
            intake::Outcome::Refused { reason, .. } => reason.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(reasons[0].contains("2.50E+10") && reasons[0].contains("format the column as text"), "{}", reasons[0]);
    assert!(reasons[1].contains("#N/A") && reasons[1].contains("gender"), "{}", reasons[1]);
}

#[test]
fn headings_without_rows_are_a_table_of_none() {
    check(&["name|gender"], &[]);
}

#[test]
fn without_headings_the_error_says_what_was_looked_for() {
    for (format, bytes) in every_format(&["A B|F|2007", "C D|M|2006"]) {
        let error = crate::world::try_read(&bytes).expect_err(format).to_string();
        assert!(error.contains("no row of headings") && error.contains("candidate_no"), "{format}: {error}");
    }
}
