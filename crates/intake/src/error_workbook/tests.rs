use super::*;
use crate::table::Table;
use crate::{Options, Outcome};
use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use std::io::Cursor;

const CSV: &str = "SCHOOL LIST,,\n\nAdm No,Name,Sex\n0007,AKINYI JANE,F\n,,\n0008,OTIENO,X\nTotal,2,\n";

fn sheet(csv: &str) -> SheetCells {
    SheetCells::of(&Table::read(csv.as_bytes(), &Options::default()).unwrap())
}

fn report(row: u32, verdict: Verdict, messages: &[&str], errors: &[Field]) -> RowReport {
    RowReport {
        row,
        verdict,
        messages: messages.iter().map(|text| (*text).to_owned()).collect(),
        paragraphs: messages.iter().map(|_| "2.3.27(iv)".to_owned()).collect(),
        errors: FieldSet::of(errors),
        warnings: FieldSet::default(),
    }
}

fn reports() -> [RowReport; 3] {
    [
        report(4, Verdict::Ok, &[], &[]),
        report(6, Verdict::Errors, &["Gender X is neither M nor F.", "One name only."], &[Field::Gender]),
        report(7, Verdict::Skipped, &["total"], &[]),
    ]
}

fn cells(bytes: &[u8]) -> calamine::Range<Data> {
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range_at(0).unwrap().unwrap()
}

#[test]
fn the_users_rows_keep_their_numbers_and_gain_three_columns() {
    let bytes = error_workbook(&sheet(CSV), &reports()).unwrap();
    let range = cells(&bytes);
    let shown = |row: u32, place: u32| range.get_value((row - 1, place)).map(ToString::to_string).unwrap_or_default();
    assert_eq!(shown(1, 0), "SCHOOL LIST");
    assert_eq!(
        [shown(3, 0), shown(3, 3), shown(3, 4), shown(3, 5)],
        ["Adm No", "Validation result", "Errors", "Paragraphs"]
    );
    assert_eq!([shown(4, 0), shown(4, 3), shown(4, 4)], ["0007", "OK", ""]);
    assert_eq!([shown(6, 1), shown(6, 3)], ["OTIENO", "Errors"]);
    assert_eq!(shown(6, 4), "Gender X is neither M nor F.\nOne name only.");
    assert_eq!([shown(7, 0), shown(7, 3)], ["Total", "Skipped"]);
}

#[test]
fn the_error_workbook_imports_again_like_the_users_own_file() {
    let read = |bytes: &[u8]| {
        let table = Table::read(bytes, &Options::default()).unwrap();
        let rows: Vec<(u32, Outcome)> = table.data().map(|(row, outcome)| (row.row, outcome.clone())).collect();
        (SheetCells::of(&table), rows)
    };
    let (first, expected) = read(CSV.as_bytes());
    let once = error_workbook(&first, &reports()).unwrap();
    let (second, rows) = read(&once);
    assert_eq!(rows, expected);
    let twice = error_workbook(&second, &reports()).unwrap();
    assert_eq!(cells(&twice).width(), cells(&once).width(), "a second round replaces the columns of the first");
    assert_eq!(read(&twice).1, expected);
}

#[test]
fn cells_that_are_wrong_are_coloured_even_where_they_are_empty() {
    let sheet = sheet("Name,Sex,YOB\nAKINYI JANE,,\n");
    let styles = |reports: &[RowReport]| {
        let bytes = error_workbook(&sheet, reports).unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        std::io::read_to_string(package.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap()
    };
    let style_of = |xml: &str, cell: &str| {
        let from = xml.find(&format!("r=\"{cell}\""))?;
        let style = xml[from..].split("s=\"").nth(1)?.split('"').next()?.to_owned();
        Some(style)
    };
    let wrong = styles(&[report(2, Verdict::Errors, &["No gender."], &[Field::Gender])]);
    let fine = styles(&[report(2, Verdict::Ok, &[], &[])]);
    assert_ne!(style_of(&wrong, "B2"), style_of(&fine, "B2"));
    assert_eq!(style_of(&wrong, "A2"), style_of(&fine, "A2"));
}

#[test]
fn values_of_every_kind_are_written_as_they_are() {
    let row = vec![
        CellValue::Text("=1+1".into()),
        CellValue::Number(24_505_105_007.0),
        CellValue::Bool(true),
        CellValue::Date(39_447.0),
        CellValue::Error("#N/A".into()),
        CellValue::Number(f64::NAN),
        CellValue::Text("x".repeat(40_000)),
    ];
    let sheet = SheetCells { name: "a/b:[c]*?'".into(), heading_row: 0, rows: vec![(3, row)], columns: vec![] };
    let bytes = error_workbook(&sheet, &[report(3, Verdict::Refused, &["#N/A"], &[])]).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["abc"]);
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let shown: Vec<String> = (0..5).map(|at| range.get_value((2, at)).unwrap().to_string()).collect();
    assert_eq!(shown, ["=1+1", "24505105007", "true", "39447", "#N/A"]);
    assert!(matches!(range.get_value((2, 3)), Some(Data::DateTime(date)) if date.is_datetime()));
    assert_eq!(range.get_value((2, 7)).unwrap().to_string(), "Refused");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_name_of_a_sheet_is_made_usable(name in "\\PC{0,40}") {
        let sheet = SheetCells { name, ..SheetCells::default() };
        prop_assert!(error_workbook(&sheet, &[]).is_ok());
    }
}
