//! What only workbooks have: sheets, merged cells, typed values.

use intake::IntakeError;
use intake::table::TableCell;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::books;
use crate::world::{grid, outcomes, read, read_sheet, try_read};

#[test]
fn the_first_visible_sheet_with_headings_is_read_and_others_with_data_are_named() {
    let mut book = Workbook::new();
    for (name, hidden, lines) in [
        ("Notes", false, &["Read me first"][..]),
        ("Old", true, &["name|gender", "HIDDEN ONE|F"]),
        ("Empty", false, &[]),
        ("Form 4", false, &["name|gender", "AKINYI JANE|F"]),
        ("Form 3", false, &["name|gender", "OTIENO JOHN|M"]),
    ] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.set_hidden(hidden);
        for (r, row) in (0_u32..).zip(grid(lines)) {
            for (c, cell) in (0_u16..).zip(row) {
                sheet.write_string(r, c, cell).unwrap();
            }
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = read(&bytes);
    assert_eq!(table.sheet.as_deref(), Some("Form 4"));
    assert_eq!(table.other_sheets, ["Notes", "Form 3"]);
    assert_eq!(outcomes(&table), ["2 name=AKINYI JANE gender=F"]);
    assert_eq!(outcomes(&read_sheet(&bytes, "Form 3").unwrap()), ["2 name=OTIENO JOHN gender=M"]);
    assert_eq!(outcomes(&read_sheet(&bytes, "Old").unwrap()), ["2 name=HIDDEN ONE gender=F"]);
    assert_eq!(outcomes(&read_sheet(&bytes, "form 3 ").unwrap()).len(), 1);
    let error = read_sheet(&bytes, "Form 1").unwrap_err();
    assert!(error.is_wrong_usage() && error.to_string().contains("\"Form 4\""), "{error}");
    assert!(matches!(read_sheet(&bytes, "Notes"), Err(IntakeError::NoHeadings { .. })));
    assert!(matches!(read_sheet(b"name,sex\n", "Notes"), Err(IntakeError::NoSuchSheet { .. })));
}

#[test]
fn typed_values_are_read_as_they_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headings = ["Index No", "Name", "Sex", "DOB", "Adm no", "Birth cert no", "ENG", "Entry code"];
    for (c, heading) in (0_u16..).zip(headings) {
        sheet.write_string(0, c, heading).unwrap();
    }
    sheet.write_number(1, 0, 4_112_003_001.0).unwrap();
    sheet.write_string(1, 1, "AKINYI JANE").unwrap();
    sheet.write_formula(1, 2, Formula::new("=\"F\"").set_result("F")).unwrap();
    sheet
        .write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2007, 3, 12).unwrap(), &books::date_format())
        .unwrap();
    sheet.write_number(1, 4, 4521.0).unwrap();
    sheet.write_number(1, 5, 12_345_678.0).unwrap();
    sheet.write_number(1, 6, 1.0).unwrap();
    sheet.write_formula(1, 7, Formula::new("=1").set_result("1")).unwrap();
    sheet.write_number(2, 0, 123_456_789_012_345_680.0).unwrap();
    sheet.write_string(2, 1, "OTIENO JOHN").unwrap();
    sheet.write_number(3, 0, 7.0).unwrap();
    sheet.write_string(3, 1, "CHEBET ANN").unwrap();
    sheet.write_formula(3, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    let table = read(&book.save_to_buffer().unwrap());
    assert_eq!(
        outcomes(&table),
        [
            "2 candidate_no=04112003001 admission_no=4521 name=AKINYI JANE gender=F year_of_birth=2007 birth_certificate_no=12345678 entry_code=1 subjects=101",
            "3 refused A3",
            "4 refused C4",
        ]
    );
    assert_eq!(table.rows[1].cells[0], TableCell::Number(4_112_003_001.0));
    assert_eq!(table.rows[1].cells[3], TableCell::Text("2007-03-12".into()));
}

#[test]
fn a_merged_value_holds_for_every_row_it_spans() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 3, "MWANGAZA SECONDARY SCHOOL", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "Centre", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "Name", &plain).unwrap();
    sheet.merge_range(1, 2, 1, 3, "KCPE", &plain).unwrap();
    sheet.merge_range(1, 4, 2, 4, "Sex", &plain).unwrap();
    for (row, column, text) in [
        (2, 2, "Index"),
        (2, 3, "Year"),
        (3, 1, "AKINYI JANE"),
        (3, 2, "12345678901"),
        (3, 4, "F"),
        (4, 1, "OTIENO JOHN"),
        (4, 4, "M"),
        (6, 1, "CHEBET ANN"),
        (6, 4, "F"),
        (7, 1, "MWENDE EVE"),
        (7, 4, "F"),
    ] {
        sheet.write_string(row, column, text).unwrap();
    }
    sheet.merge_range(3, 0, 6, 0, "24505105", &plain).unwrap();
    sheet.merge_range(3, 3, 4, 3, "2019", &plain).unwrap();
    let table = read(&book.save_to_buffer().unwrap());
    assert_eq!(
        outcomes(&table),
        [
            "4 centre=24505105 name=AKINYI JANE gender=F qualification=KCPE qualifying_index=12345678901 qualifying_year=2019",
            "5 centre=24505105 name=OTIENO JOHN gender=M qualification=KCPE qualifying_year=2019",
            "7 centre=24505105 name=CHEBET ANN gender=F",
            "8 name=MWENDE EVE gender=F",
        ]
    );
    assert_eq!(table.layout.heading_rows(), (2, 3));
}

#[test]
fn merged_values_hold_in_the_other_workbook_formats_too() {
    let grid = grid(&["centre|name|gender", "24505105|A B|F", "|C D|M", "|E F|F"]);
    let expected =
        ["2 centre=24505105 name=A B gender=F", "3 centre=24505105 name=C D gender=M", "4 name=E F gender=F"];
    assert_eq!(outcomes(&read(&books::xlsb(&grid, &[[1, 2, 0, 0]]))), expected);

    let texts: Vec<&String> = grid.iter().flatten().filter(|cell| !cell.is_empty()).collect();
    let mut sheet = Vec::new();
    let cells = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)];
    for (id, (row, column)) in (0_u32..).zip(cells) {
        sheet.extend(books::xls_label(row, column, id));
    }
    sheet.extend(books::xls_merge((1, 2), (0, 0)));
    assert_eq!(outcomes(&read(&books::xls_of(&texts, &sheet))), expected);

    let text = |text: &str, rest: &str| {
        format!("<table:table-cell {rest} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let covered = "<table:covered-table-cell/>".to_owned();
    let rows = [
        row(&[text("centre", ""), text("name", ""), text("gender", "")]),
        row(&[text("24505105", "table:number-rows-spanned=\"2\""), text("A B", ""), text("F", "")]),
        row(&[covered, text("C D", ""), text("M", "")]),
        row(&["<table:table-cell/>".to_owned(), text("E F", ""), text("F", "")]),
    ];
    let ods = books::ods_of("", &format!("<table:table table:name=\"Roll\">{}</table:table>", rows.concat()));
    assert_eq!(outcomes(&read(&ods)), expected);
}

#[test]
fn an_opendocument_spreadsheet_says_its_values_in_its_tags() {
    let styles = r#"<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"#;
    let tables = r#"
      <table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell></table:table-row></table:table>
      <table:table table:name="Roll" table:style-name="ta1">
       <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
       <table:table-row><table:table-cell office:value-type="string"><text:p>Index No</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Name<text:line-break/>of candidate</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Sex</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>DOB</text:p></table:table-cell></table:table-row>
       <table:table-row><table:table-cell office:value-type="float" office:value="7"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>7</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>O<text:s/>&amp;<text:s text:c="2"/>J&#65;</text:p></table:table-cell><table:table-cell table:formula="of:=1" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>
       <table:table-row><table:table-cell office:value-type="float" office:value="8"><text:p>8</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>A &lt;B</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>F</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2007-03-12T00:00:00"><text:p>12/03/07</text:p></table:table-cell></table:table-row>
       <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table>"#;
    let table = read(&books::ods_of(styles, tables));
    assert_eq!(outcomes(&table), ["5 refused C5", "6 candidate_no=008 name=A <B gender=F year_of_birth=2007"]);
    assert_eq!(table.rows[1].cells[1], TableCell::Text("O &  JA".into()));
    assert_eq!(table.other_sheets, Vec::<String>::new());
}

#[test]
fn rows_are_numbered_as_they_are_shown_whatever_is_left_out() {
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>
        <row r="3"><c r="B3" t="inlineStr"><is><t>name</t></is></c><c r="C3" t="inlineStr"><is><t>gender</t></is></c></row>
        <row r="900000"><c r="B900000" t="inlineStr"><is><t>A B</t></is></c><c r="C900000" t="inlineStr"><is><t>F</t></is></c><c r="XFD900000"><v>1</v></c></row>
        </sheetData></worksheet>"#;
    assert_eq!(outcomes(&read(&books::xlsx_of(sheet, None))), ["900000 name=A B gender=F"]);
}

#[test]
fn a_given_mapping_reads_what_detection_cannot() {
    let bytes = b"Foo,Bar\nAKINYI JANE,F\n";
    assert!(matches!(try_read(bytes), Err(IntakeError::NoHeadings { .. })));
    let mapping = intake::GivenMapping {
        heading_row: 1,
        roles: vec![
            (0, intake::Role::Field(regulations::Field::Name)),
            (1, intake::Role::Field(regulations::Field::Gender)),
        ],
    };
    let options = intake::Options { mapping: Some(&mapping), ..intake::Options::default() };
    let table = intake::table::Table::read(bytes, &options).unwrap();
    assert_eq!(outcomes(&table), ["2 name=AKINYI JANE gender=F"]);
}
