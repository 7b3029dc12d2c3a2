//! Any bytes as a workbook, or as the part of one that its first byte names: an error or a table, within 512 MB.
#![no_main]

use std::io::{Cursor, Write};

use intake::Options;
use intake::table::Table;
use libfuzzer_sys::fuzz_target;

const RELS: &str = r#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Roll" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>"#;
const XLSX_RELS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const XLSB_RELS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
const XLSB_BOOK: &[u8] = &[
    0x83, 1, 0, 0x99, 1, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0x8F, 1, 0, 0x9C, 1, 28, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, b'r', 0, b'1',
    0, 4, 0, 0, 0, b'R', 0, b'o', 0, b'l', 0, b'l', 0, 0x90, 1, 0, 0x9D, 1, 4, 0, 0, 0, 0, 0x84, 1, 0,
];

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn container(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn xlsx(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    zip(&[
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", XLSX_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ])
}

fn ods(tables: &[u8]) -> Vec<u8> {
    let content = [b"<office:document-content><office:body>", tables, b"</office:body></office:document-content>"].concat();
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn xlsb(sheet: &[u8]) -> Vec<u8> {
    zip(&[("xl/workbook.bin", XLSB_BOOK), ("xl/_rels/workbook.bin.rels", XLSB_RELS.as_bytes()), ("xl/worksheets/sheet1.bin", sheet)])
}

// The panics of foreign readers are contained: only one that gets out is a finding, and it ends the process still.
fuzz_target!(init: { std::panic::set_hook(Box::new(|_| {})); }, |bytes: &[u8]| {
    let strings = b"<sst><si><t>name</t></si><si><t>gender</t></si></sst>";
    let book = match bytes {
        [1, sheet @ ..] => xlsx(sheet, strings),
        [2, tables @ ..] => ods(tables),
        [3, stream @ ..] => container(stream),
        [4, sheet @ ..] => xlsb(sheet),
        [5, strings @ ..] => xlsx(SHEET.as_bytes(), strings),
        any => any.to_vec(),
    };
    let _ = Table::read(&book, &Options::default());
});
