//! The cells kept of a table give the outcomes that its stream gives, and mended cells better ones.

#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

use std::path::{Path, PathBuf};

use intake::table::{GivenValues, Table, ValueOf, same_value};
use intake::workbook::{Workbook, glance};
use intake::{Family, Options, Outcome, Scratch};
use regulations::Field;

use crate::world::{outcomes, read, subjects};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Every spreadsheet among the fixtures that can be read.
fn tables() -> Vec<(PathBuf, Vec<u8>, Table)> {
    let mut paths = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    ["school", "scde", "mess", "formats", "special", "prison", "hostile"]
        .iter()
        .for_each(|folder| files(&root.join(folder), &mut paths));
    let subjects = subjects();
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).unwrap();
        let table = Table::read(&bytes, &Options { subjects: &subjects, ..Options::default() }).ok()?;
        Some((path, bytes, table))
    };
    paths.into_iter().filter_map(read).collect()
}

#[test]
fn a_tables_outcomes_are_those_of_the_stream_and_come_back_from_its_texts() {
    let tables = tables();
    assert!(tables.len() > 30, "only {} files read", tables.len());
    for (path, bytes, table) in tables {
        let path = path.display();
        let texts = table.texts();
        let below = table.rows.iter().zip(&texts).filter(|(row, _)| row.row > table.layout.heading_rows().1);
        for (row, texts) in below {
            assert_eq!(table.outcome_of(row.row, texts), row.outcome, "{path} row {}", row.row);
        }
        if Family::of(&bytes).unwrap() == Family::Workbook {
            let subjects = subjects();
            let mut book = Workbook::open(&bytes, &Options { subjects: &subjects, ..Options::default() }).unwrap();
            let mut streamed = Vec::new();
            book.for_each_row(&mut Scratch::default(), |outcome| streamed.push((outcome.row(), outcome.to_owned())))
                .unwrap();
            let kept: Vec<_> = table.data().map(|(row, outcome)| (row.row, outcome.clone())).collect();
            assert_eq!(kept, streamed, "{path}");
        }
    }
}

#[test]
fn a_watch_is_told_of_rows_and_can_stop_the_reading() {
    let many = format!("name,gender\n{}", "AKINYI JANE,F\n".repeat(50_000));
    let mut seen = Vec::new();
    let stopped = Table::read_watched(many.as_bytes(), &Options::default(), &mut |rows| {
        seen.push(rows);
        seen.len() < 2
    });
    assert!(matches!(stopped, Err(intake::IntakeError::Stopped)));
    assert!(seen.len() == 2 && seen[0] < seen[1], "{seen:?}");
}

#[test]
fn values_are_told_with_what_they_were_taken_for_and_take_what_a_person_says() {
    let table = read(
        b"Name,Sex,Subjects,443,Special needs\nA B,Mke,\"ENG, CRE, Sorcery\",y,Blind\nC D,Dame,Sorcery,maybe,albino\n",
    );
    let mut texts = table.texts();
    let values = table.values(&texts);
    let of = |of: ValueOf| {
        let (_, seen) = values.iter().find(|(other, _)| *other == of).unwrap();
        seen.iter().map(|v| (v.written.as_str(), v.meaning.as_deref(), v.count)).collect::<Vec<_>>()
    };
    assert_eq!(of(ValueOf::Field(Field::Gender)), [("Dame", None, 1), ("Mke", Some("F"), 1)]);
    assert_eq!(
        of(ValueOf::Field(Field::Subjects)),
        [("Sorcery", None, 2), ("CRE", Some("313"), 1), ("ENG", Some("101"), 1)]
    );
    assert_eq!(of(ValueOf::Mark("443".into())), [("maybe", None, 1), ("y", Some("1"), 1)]);
    assert_eq!(of(ValueOf::Field(Field::SpecialNeeds)), [("albino", None, 1), ("Blind", Some("BLIND"), 1)]);
    let mut given = GivenValues::new();
    for (of, written, meant) in [
        (ValueOf::Field(Field::Gender), "DAME", "F"),
        (ValueOf::Field(Field::Subjects), "sorcery", "121"),
        (ValueOf::Mark("443".into()), "maybe", ""),
        (ValueOf::Field(Field::SpecialNeeds), "albino", ""),
    ] {
        given.insert((of, same_value(written)), meant.to_owned());
    }
    let mut read_as = Vec::new();
    for (row, texts) in table.rows.iter().zip(&mut texts).skip(1) {
        table.put_values(texts, &given);
        let Some(Outcome::Entry(draft)) = table.outcome_of(row.row, texts) else { panic!("row {}", row.row) };
        read_as.push([Field::Gender, Field::Subjects, Field::SpecialNeeds].map(|field| draft.get(field).to_owned()));
    }
    assert_eq!(read_as, [["F", "101 313 121 443", "BLIND"], ["F", "121", ""]]);
}

#[test]
fn a_mapping_over_two_rows_of_headings_keeps_both() {
    let lines = b"Name,KCPE,,Sex\n,Index,Year,\nA B,1234567890,2019,F\n";
    let detected = read(lines);
    let roles = detected.layout.columns().iter().map(|column| (column.index, column.role.clone())).collect();
    let mapping = intake::GivenMapping { heading_row: detected.layout.heading_rows().1, roles };
    let subjects = subjects();
    let given = Options { subjects: &subjects, mapping: Some(&mapping), ..Options::default() };
    let table = Table::read(lines, &given).unwrap();
    assert_eq!(outcomes(&table), outcomes(&detected));
    assert_eq!(table.layout.shape(), detected.layout.shape());
}

#[test]
fn the_sheets_of_a_workbook_are_told_before_one_is_chosen() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/mess/several-sheets.xlsx");
    let sheets = glance(&std::fs::read(path).unwrap(), &subjects()).unwrap();
    assert!(sheets.len() > 1);
    assert!(sheets.iter().any(|sheet| sheet.has_headings && sheet.has_data));
}
