//! What only text files have: quotation marks, delimiters, encodings, blocks.

use intake::delimited::Delimited;
use intake::{IntakeError, Options, RowOutcome, Scratch};
use proptest::prelude::*;
use regulations::{Field, FieldSet};

use crate::world::{outcomes, read, subjects, try_read};

#[test]
fn rows_are_numbered_as_a_spreadsheet_program_shows_them() {
    for (text, expected) in [
        ("name,gender\n\nA B,F\n", &["3 name=A B gender=F"][..]),
        ("name,gender\n\"A\nB\nC\",F\nD E,M\n", &["2 name=A B C gender=F", "3 name=D E gender=M"]),
        ("\n\nname,gender\n,\nA B,F", &["5 name=A B gender=F"]),
        ("sep=;\nname;gender\nA B;F\n", &["2 name=A B gender=F"]),
        ("name,gender\rA B,F\r\rC D,M\r", &["2 name=A B gender=F", "4 name=C D gender=M"]),
        ("name,gender\r\n\r\n\"A B\",F\r\n", &["3 name=A B gender=F"]),
        ("\"name\",\"gender\"\n\"A \"\"B\"\"\",\"F\"\n", &["2 name=A \"B\" gender=F"]),
    ] {
        assert_eq!(outcomes(&read(text.as_bytes())), expected, "{text:?}");
    }
}

#[test]
fn the_delimiter_is_the_one_that_explains_the_headings() {
    for text in [
        "name;gender;subjects\nA B;F;101,102\n",
        "name,gender,subjects\nA B,F,101;102\n",
        "name\tgender\tsubjects\nA B\tF\t101, 102; \n",
    ] {
        assert_eq!(outcomes(&read(text.as_bytes())), ["2 name=A B gender=F subjects=101 102"], "{text:?}");
    }
}

#[test]
fn windows_1252_is_read_line_by_line() {
    let bytes = b"name,gender\nN\x92GALA JOS\xC9,F\nWANJIK\xC5\xA8 ANN,F\n";
    assert_eq!(outcomes(&read(bytes)), ["2 name=N\u{2019}GALA JOS\u{c9} gender=F", "3 name=WANJIKŨ ANN gender=F"]);
}

#[test]
fn what_is_no_table_is_told_as_what_it_is() {
    assert!(matches!(try_read(b""), Err(IntakeError::Empty)));
    assert!(matches!(try_read(b" \n \n"), Err(IntakeError::Empty)));
    assert!(matches!(try_read(b"\xEF\xBB\xBF"), Err(IntakeError::Empty)));
    assert!(matches!(try_read(b"%PDF-1.4 ..."), Err(IntakeError::NotASpreadsheet { .. })));
    assert!(matches!(try_read(b"<html><table><tr><td>name"), Err(IntakeError::NotASpreadsheet { .. })));
}

#[test]
fn a_mark_that_never_closes_is_told_with_its_row() {
    let mut text = "name,gender\nA B,F\n\"C D,M\n".to_owned();
    text.push_str(&"E F,M\n".repeat(400_000));
    match try_read(text.as_bytes()) {
        Err(IntakeError::UnclosedQuote { row: 3, .. }) => {}
        other => panic!("{:?}", other.map(|table| table.rows.len())),
    }
    let endless = format!("name,gender\n{}", "x".repeat(3 << 20));
    assert!(matches!(try_read(endless.as_bytes()), Err(IntakeError::TooLarge { .. })));
}

/// Rows, whole or with only the keys, read in blocks of this size.
fn in_blocks(text: &[u8], size: usize, keys: Option<FieldSet>) -> Vec<(u32, String)> {
    let names = subjects();
    let options = Options { subjects: &names, ..Options::default() };
    let mut file = Delimited::open(text, &options).unwrap().with_block_size(size);
    let layout = file.layout().clone();
    let (mut scratch, mut rows) = (Scratch::default(), Vec::new());
    let mut next = None;
    while let Some(block) = file.next_block(Vec::new()).unwrap() {
        assert_eq!(block.first_row(), *next.get_or_insert(block.first_row()));
        next = Some(block.first_row() + block.rows());
        let visit = |outcome: RowOutcome<'_>| rows.push((outcome.row(), told(&outcome)));
        match keys {
            Some(keys) => block.for_each_row_of(&layout, keys, &mut scratch, visit),
            None => block.for_each_row(&layout, &mut scratch, visit),
        }
    }
    rows
}

fn told(outcome: &RowOutcome<'_>) -> String {
    match outcome {
        RowOutcome::Entry { fields, .. } => fields.join("|"),
        other => format!("{other:?}"),
    }
}

/// What the csv crate reads below the headings, blank lines left out.
fn by_the_csv_crate(text: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let records = reader.byte_records().skip(1).map(Result::unwrap);
    records
        .map(|record| record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>())
        .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect()
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a", "F", "M", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "x y", "\u{169}", "7", "#N/A", " ", "Total",
        "101",
    ])
}

proptest! {
    #[test]
    fn blocks_of_any_size_give_the_same_rows(pieces in prop::collection::vec(piece(), 0..80), size in 1_usize..64) {
        let text = format!("photo,country,gender\n{}", pieces.concat());
        let whole = in_blocks(text.as_bytes(), 1 << 20, None);
        prop_assert_eq!(&in_blocks(text.as_bytes(), size, None), &whole);
    }

    #[test]
    fn records_are_those_of_the_csv_crate(pieces in prop::collection::vec(piece(), 0..80), size in 1_usize..64) {
        // Columns whose cells pass as typed, but for folded spaces and refused errors.
        let text = format!("photo,country,name\n{}", pieces.concat().replace("#N/A", "z").replace("Total", "t"));
        let ours: Vec<String> = in_blocks(text.as_bytes(), size, None).into_iter().map(|(_, row)| row).collect();
        let fold = |cell: Option<&String>| cell.map_or(String::new(), |c| c.split_whitespace().collect::<Vec<_>>().join(" "));
        let theirs: Vec<String> = by_the_csv_crate(text.as_bytes())
            .iter()
            .filter(|cells| cells.iter().take(3).any(|cell| !cell.trim().is_empty()))
            .map(|cells| {
                let mut fields = vec![String::new(); Field::COUNT];
                fields[Field::Photo as usize] = fold(cells.first());
                fields[Field::Country as usize] = fold(cells.get(1));
                fields[Field::Name as usize] = fold(cells.get(2));
                fields.join("|")
            })
            .collect();
        let ours: Vec<String> = ours.into_iter().filter(|row| !row.starts_with("Skipped")).collect();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn keys_are_those_of_the_whole_row(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = format!("candidate_no,name,gender,phone\n{}", pieces.concat());
        let keys = FieldSet::of(&[Field::CandidateNo]);
        let whole = in_blocks(text.as_bytes(), 1 << 20, None);
        let keyed = in_blocks(text.as_bytes(), 1 << 20, Some(keys));
        prop_assert_eq!(whole.len(), keyed.len());
        for ((row, whole), (same, keyed)) in whole.iter().zip(&keyed) {
            prop_assert_eq!(row, same);
            prop_assert_eq!(whole.split('|').nth(1), keyed.split('|').nth(1));
        }
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_read(&bytes);
    }
}
