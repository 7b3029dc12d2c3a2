//! Writers of small files in every format.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook};

pub(crate) fn csv(grid: &[Vec<String>], delimiter: &str) -> Vec<u8> {
    let quote = |cell: &String| {
        if cell.contains([',', ';', '\t', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let lines: Vec<String> = grid.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(delimiter)).collect();
    (lines.join("\n") + "\n").into_bytes()
}

pub(crate) fn xlsx(grid: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in (0_u32..).zip(grid) {
        for (c, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(r, c, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

pub(crate) fn date_format() -> Format {
    Format::new().set_num_format("dd/mm/yyyy")
}

/// A container with these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method =
            if *name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        zip.start_file(*name, zip::write::SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An Excel workbook of one sheet with this XML, and these shared strings.
pub(crate) fn xlsx_of(sheet: &str, strings: Option<&str>) -> Vec<u8> {
    let mut parts: Vec<(&str, String)> = vec![
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="Roll" sheetId="1" r:id="r1"/></sheets></workbook>"#.into(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships><Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet.into()),
    ];
    if let Some(strings) = strings {
        parts.push(("xl/sharedStrings.xml", strings.into()));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (*name, xml.as_bytes())).collect();
    zip(&parts)
}

/// An OpenDocument spreadsheet with this content inside `<office:spreadsheet>`.
pub(crate) fn ods_of(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub(crate) fn ods(grid: &[Vec<String>]) -> Vec<u8> {
    let cell = |text: &String| {
        if text.is_empty() {
            "<table:table-cell/>".to_owned()
        } else {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                escaped(text)
            )
        }
    };
    let rows: String = grid
        .iter()
        .map(|row| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>()))
        .collect();
    ods_of("", &format!("<table:table table:name=\"Roll\">{rows}</table:table>"))
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend((data.len() as u16).to_le_bytes());
    bytes.extend(data);
    bytes
}

/// The shared strings of an Excel 97-2003 workbook, run on into continuing records wherever one is full.
fn shared_strings(texts: &[&String]) -> Vec<u8> {
    const FULL: usize = 8_000;
    let mut segments = vec![Vec::new()];
    segments[0].extend([(texts.len() as u32).to_le_bytes(), (texts.len() as u32).to_le_bytes()].concat());
    for text in texts {
        let units: Vec<u16> = text.encode_utf16().collect();
        if segments.last().unwrap().len() + 3 > FULL {
            segments.push(Vec::new());
        }
        let last = segments.last_mut().unwrap();
        last.extend((units.len() as u16).to_le_bytes());
        last.push(1);
        for unit in units {
            if segments.last().unwrap().len() + 2 > FULL {
                segments.push(vec![1]);
            }
            segments.last_mut().unwrap().extend(unit.to_le_bytes());
        }
    }
    let kinds = std::iter::once(0x00FC).chain(std::iter::repeat(0x003C));
    kinds.zip(&segments).flat_map(|(kind, data)| record(kind, data)).collect()
}

/// An Excel 97-2003 workbook with one sheet of these records after the beginning, and these shared strings.
pub(crate) fn xls_of(texts: &[&String], sheet: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| {
        record(
            0x0809,
            &[0x0600_u16.to_le_bytes(), kind.to_le_bytes(), [0; 2], [0; 2], [0; 2], [0; 2], [0; 2], [0; 2]].concat(),
        )
    };
    let strings = shared_strings(texts);
    let mut globals = begin(5);
    let bound = |at: u32| {
        let mut data = at.to_le_bytes().to_vec();
        data.extend([0, 0, 4, 0]);
        data.extend(b"Roll");
        record(0x0085, &data)
    };
    let at = globals.len() + bound(0).len() + strings.len() + 4;
    globals.extend(bound(at as u32));
    globals.extend(strings);
    globals.extend(record(0x000A, &[]));
    globals.extend(begin(0x10));
    globals.extend(sheet);
    globals.extend(record(0x000A, &[]));
    container("Workbook", &globals)
}

pub(crate) fn container(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(format!("/{name}")).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// A cell of an Excel 97-2003 sheet that shows shared string `id`.
pub(crate) fn xls_label(row: u16, column: u16, id: u32) -> Vec<u8> {
    let mut data = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    data.extend(id.to_le_bytes());
    record(0x00FD, &data)
}

pub(crate) fn xls_number(row: u16, column: u16, number: f64) -> Vec<u8> {
    let mut data = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    data.extend(number.to_le_bytes());
    record(0x0203, &data)
}

pub(crate) fn xls_dimensions(last_row: u32, last_column: u16) -> Vec<u8> {
    let mut data = [0_u32.to_le_bytes(), last_row.to_le_bytes()].concat();
    data.extend([[0; 2], last_column.to_le_bytes(), [0; 2]].concat());
    record(0x0200, &data)
}

pub(crate) fn xls_merge(rows: (u16, u16), columns: (u16, u16)) -> Vec<u8> {
    let fields = [1, rows.0, rows.1, columns.0, columns.1].map(u16::to_le_bytes);
    record(0x00E5, &fields.concat())
}

pub(crate) fn xls(grid: &[Vec<String>]) -> Vec<u8> {
    let texts: Vec<&String> = grid.iter().flatten().filter(|cell| !cell.is_empty()).collect();
    let mut sheet = xls_dimensions(grid.len() as u32, 30);
    let mut id = 0;
    for (r, row) in (0_u16..).zip(grid) {
        for (c, _) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.extend(xls_label(r, c, id));
            id += 1;
        }
    }
    xls_of(&texts, &sheet)
}

fn brt(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = if kind < 0x80 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = data.len();
    loop {
        let more = length > 0x7F;
        bytes.push((length & 0x7F) as u8 | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            break;
        }
    }
    bytes.extend(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = (units.len() as u32).to_le_bytes().to_vec();
    bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

/// An Excel binary workbook; `merges` are rows and columns, first and last.
pub(crate) fn xlsb(grid: &[Vec<String>], merges: &[[u32; 4]]) -> Vec<u8> {
    let mut sheet = [brt(0x81, &[]), brt(0x94, &[0; 16]), brt(0x91, &[])].concat();
    for (r, row) in (0_u32..).zip(grid) {
        let mut header = r.to_le_bytes().to_vec();
        header.extend([0; 13]);
        sheet.extend(brt(0, &header));
        for (c, cell) in (0_u32..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let mut data = c.to_le_bytes().to_vec();
            data.extend([0; 4]);
            data.extend(wide(cell));
            sheet.extend(brt(6, &data));
        }
    }
    sheet.extend(brt(0x92, &[]));
    for merge in merges {
        sheet.extend(brt(0xB0, &merge.map(u32::to_le_bytes).concat()));
    }
    sheet.extend(brt(0x82, &[]));
    let bundle = [vec![0; 8], wide("r1"), wide("Roll")].concat();
    let workbook = [
        brt(0x83, &[]),
        brt(0x99, &[0; 8]),
        brt(0x8F, &[]),
        brt(0x9C, &bundle),
        brt(0x90, &[]),
        brt(0x9D, &[0; 4]),
        brt(0x84, &[]),
    ]
    .concat();
    let rels = format!(
        r#"<Relationships><Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}
