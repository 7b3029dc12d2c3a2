//! Files that are cut short, disguised, locked, or made to exhaust a reader.

use std::io::{Cursor, Write};

use intake::{Format, IntakeError};
use proptest::prelude::*;

use crate::books;
use crate::world::{grid, read, try_read};

fn valid() -> Vec<(&'static str, Vec<u8>)> {
    let grid = grid(&["centre|name|gender|subjects", "24505105|A B|F|101 102", "|C D|M|101", "|TOTAL||"]);
    vec![
        ("xlsx", books::xlsx(&grid)),
        ("xlsb", books::xlsb(&grid, &[[1, 2, 0, 0]])),
        ("xls", books::xls(&grid)),
        ("ods", books::ods(&grid)),
    ]
}

#[test]
fn a_file_cut_short_anywhere_is_an_error_and_no_panic() {
    for (format, bytes) in valid() {
        for cut in (0..bytes.len()).step_by(97) {
            // What is cut off the end of an old container may be nothing but room.
            if let Ok(table) = try_read(&bytes[..cut]) {
                assert_eq!((format, table.rows.len()), ("xls", 4), "cut at {cut}");
            }
        }
    }
}

#[test]
fn other_documents_are_told_as_what_they_are() {
    for (parts, word) in [
        (&[("word/document.xml", &b"<w/>"[..])][..], "Word"),
        (&[("ppt/presentation.xml", b"<p/>")], "presentation"),
        (&[("Index/Document.iwa", b"x")], "Numbers"),
        (&[("photo.jpg", b"x")], "archive"),
    ] {
        let error = try_read(&books::zip(parts)).expect_err(word).to_string();
        assert!(error.contains(word), "{error}");
    }
    let word = try_read(&books::container("WordDocument", b"text")).unwrap_err().to_string();
    assert!(word.contains("Word"), "{word}");
}

#[test]
fn locked_files_ask_for_the_password_to_be_removed() {
    let locked = books::container("EncryptedPackage", &[0; 64]);
    assert!(matches!(try_read(&locked), Err(IntakeError::Encrypted { format: Format::Xlsx })));
    let mut stream = vec![0x09, 0x08, 16, 0, 0, 6, 5, 0];
    stream.extend([0; 12]);
    stream.extend([0x2F, 0, 6, 0, 1, 0, 1, 0, 1, 0]);
    stream.extend([0x0A, 0, 0, 0]);
    assert!(matches!(
        try_read(&books::container("Workbook", &stream)),
        Err(IntakeError::Encrypted { format: Format::Xls })
    ));
    let ods = books::zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"),
        ("content.xml", b"\x01\x02"),
    ]);
    assert!(matches!(try_read(&ods), Err(IntakeError::Encrypted { format: Format::Ods })));
}

/// A part of this many bytes, written without holding them.
fn bomb(name: &str, head: &[u8], filler: &[u8], megabytes: usize, tail: &[u8], others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_level(Some(1));
    for (name, bytes) in others {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.start_file(name, options).unwrap();
    zip.write_all(head).unwrap();
    let block = filler.repeat((1 << 20) / filler.len());
    for _ in 0..megabytes {
        zip.write_all(&block).unwrap();
    }
    zip.write_all(tail).unwrap();
    zip.finish().unwrap().into_inner()
}

const RELS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="Roll" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELS: &[u8] =
    br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const FRAME: [(&str, &[u8]); 3] =
    [("_rels/.rels", RELS), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", BOOK_RELS)];

#[test]
fn bombs_are_refused_by_the_bytes_that_come_out() {
    let sheet = "xl/worksheets/sheet1.xml";
    for (what, bytes) in [
        (
            "one endless text",
            bomb(
                sheet,
                b"<worksheet><sheetData><row><c><v>",
                b"1",
                8,
                b"</v></c></row></sheetData></worksheet>",
                &FRAME,
            ),
        ),
        (
            "one endless attribute",
            bomb(sheet, b"<worksheet a=\"", b"<><>'a ='", 8, b"\"><sheetData/></worksheet>", &FRAME),
        ),
        (
            "one endless attribute in single marks",
            bomb(sheet, b"<worksheet a='", b"<><\">\"a\"", 8, b"'><sheetData/></worksheet>", &FRAME),
        ),
        (
            "one endless comment",
            bomb(sheet, b"<worksheet><!--", b"<a b=\"c\"> ", 8, b"--><sheetData/></worksheet>", &FRAME),
        ),
        ("strings beyond count", bomb("xl/sharedStrings.xml", b"<sst>", b"<si><t/></si>", 60, b"</sst>", &FRAME)),
        ("styles", bomb("xl/styles.xml", b"<styleSheet>", b"<xf/>", 20, b"</styleSheet>", &FRAME)),
    ] {
        let error = try_read(&bytes).expect_err(what);
        assert!(matches!(error, IntakeError::TooLarge { .. }), "{what}: {error}");
    }
}

#[test]
fn declared_counts_and_dimensions_make_no_room() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<sst count="2" uniqueCount="99999999999"><si><t>name</t></si><si><t>gender</t></si></sst>"#;
    assert!(matches!(try_read(&books::xlsx_of(sheet, Some(strings))), Err(IntakeError::TooLarge { .. })));
    let honest = strings.replace("99999999999", "2");
    assert_eq!(read(&books::xlsx_of(sheet, Some(&honest))).rows.len(), 1);
}

#[test]
fn a_document_type_is_refused_wherever_it_stands() {
    let entity = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#;
    let sheet = format!(
        "{entity}<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"
    );
    assert!(matches!(try_read(&books::xlsx_of(&sheet, None)), Err(IntakeError::DocumentType { .. })));
    let strings = format!("{entity}<sst><si><t>&b;</t></si></sst>");
    assert!(matches!(try_read(&books::xlsx_of("<worksheet/>", Some(&strings))), Err(IntakeError::DocumentType { .. })));
    let ods = books::ods_of("", &format!("{entity}<table:table/>"));
    assert!(matches!(try_read(&ods), Err(IntakeError::DocumentType { .. })));
}

#[test]
fn repeated_cells_and_rows_are_not_written_out() {
    let cell =
        r#"<table:table-cell table:number-columns-repeated="99999999" office:value-type="float" office:value="1"/>"#;
    let row = format!("<table:table-row>{cell}</table:table-row>");
    let wide = books::ods_of("", &format!("<table:table table:name=\"a\">{}</table:table>", row.repeat(2_000)));
    assert!(matches!(try_read(&wide), Err(IntakeError::NoHeadings { .. })));
    let heads = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>name</text:p></table:table-cell></table:table-row>";
    let tall = format!(
        "<table:table table:name=\"a\">{heads}<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row></table:table>"
    );
    assert!(matches!(try_read(&books::ods_of("", &tall)), Err(IntakeError::TooLarge { .. })));
    let broken = books::ods_of("", "<table:table table:name=\"a\"><table:table-row>");
    assert!(try_read(&broken).is_err());
}

#[test]
fn an_old_workbooks_corners_and_claims_are_refused() {
    let texts = ["name".to_owned(), "gender".to_owned(), "x".repeat(30_000)];
    let texts: Vec<&String> = texts.iter().collect();
    let corner = [books::xls_label(0, 0, 0), books::xls_label(0, 1, 1), books::xls_number(65_535, 255, 1.0)].concat();
    assert!(matches!(try_read(&books::xls_of(&texts, &corner)), Err(IntakeError::TooLarge { .. })));
    let claims = [books::xls_dimensions(u32::MAX, 256), books::xls_label(0, 0, 0), books::xls_label(0, 1, 1)].concat();
    assert_eq!(read(&books::xls_of(&texts, &claims)).rows.len(), 1);
    let repeated: Vec<u8> = (0..4_000).flat_map(|row| books::xls_label(row, 0, 2)).collect();
    assert!(matches!(try_read(&books::xls_of(&texts, &repeated)), Err(IntakeError::TooLarge { .. })));
}

#[test]
fn long_shared_texts_run_on_through_the_records_of_an_old_workbook() {
    let mut rows = vec!["name|gender".to_owned()];
    rows.extend((0..900).map(|i| format!("AKINYI JANE WANJIKŨ NUMBER {i}|F")));
    let lines: Vec<&str> = rows.iter().map(String::as_str).collect();
    let table = read(&books::xls(&grid(&lines)));
    assert_eq!(table.data().count(), 900);
    assert!(crate::world::outcomes(&table)[899].ends_with("name=AKINYI JANE WANJIKŨ NUMBER 899 gender=F"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn changed_bytes_never_panic(which in 0_usize..4, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = valid().swap_remove(which).1;
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = try_read(&bytes);
    }

    #[test]
    fn changed_xml_never_panics(ods in any::<bool>(), changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/\"= a0&;]{0,3}"), 1..6)) {
        let mut xml = if ods {
            "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>name</text:p></table:table-cell></table:table-row></table:table>".to_owned()
        } else {
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>".to_owned()
        };
        for (at, text) in changes {
            let at = at.index(xml.len());
            xml.replace_range(at..at + 1, &text);
        }
        let _ = try_read(&if ods { books::ods_of("", &xml) } else { books::xlsx_of(&xml, None) });
    }
}

#[test]
fn a_sheet_of_more_rows_than_any_office_has_is_refused_before_it_fills_the_memory() {
    let endless = format!("name,gender\n{}", "A B,F\n".repeat(200_100));
    assert!(matches!(try_read(endless.as_bytes()), Err(IntakeError::TooLarge { .. })));
}
