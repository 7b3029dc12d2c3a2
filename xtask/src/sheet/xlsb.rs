//! `.xlsb`, Excel's binary workbook, written by hand: a zip archive of records.

use std::collections::BTreeMap;

use super::{Cell, Sheet, zipped};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-excel.worksheet"/><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/><Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>"#;

const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of these sheets.
///
/// # Errors
/// When it cannot be packed.
pub fn xlsb(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), TYPES.into()),
        ("_rels/.rels".to_owned(), ROOT.into()),
        ("xl/workbook.bin".to_owned(), workbook(sheets)),
        ("xl/_rels/workbook.bin.rels".to_owned(), relations(sheets.len())),
        ("xl/styles.bin".to_owned(), styles()),
    ];
    let mut strings = Strings::default();
    for (number, sheet) in (1..).zip(sheets) {
        parts.push((format!("xl/worksheets/sheet{number}.bin"), body(sheet, &mut strings)));
    }
    parts.push(("xl/sharedStrings.bin".to_owned(), strings.written()));
    zipped(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect::<Vec<_>>())
}

/// The texts of all sheets, each once.
#[derive(Default)]
struct Strings {
    places: BTreeMap<String, u32>,
    texts: Vec<String>,
    used: u32,
}

impl Strings {
    fn place(&mut self, text: &str) -> u32 {
        self.used += 1;
        let next = self.texts.len() as u32;
        *self.places.entry(text.to_owned()).or_insert_with(|| {
            self.texts.push(text.to_owned());
            next
        })
    }

    fn written(&self) -> Vec<u8> {
        let mut out = Vec::new();
        record(&mut out, 159, &[self.used.to_le_bytes(), (self.texts.len() as u32).to_le_bytes()].concat());
        for text in &self.texts {
            record(&mut out, 19, &[vec![0], wide(text)].concat());
        }
        record(&mut out, 160, &[]);
        out
    }
}

fn relations(sheets: usize) -> Vec<u8> {
    let one = |id: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{id}" Type="{RELATION}/{kind}" Target="{target}"/>"#)
    };
    let pages = (1..=sheets).map(|n| one(n, "worksheet", &format!("worksheets/sheet{n}.bin"))).collect::<String>();
    let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    let styles = one(sheets + 1, "styles", "styles.bin");
    let strings = one(sheets + 2, "sharedStrings", "sharedStrings.bin");
    format!(r#"{head}<Relationships xmlns="{namespace}">{pages}{styles}{strings}</Relationships>"#).into_bytes()
}

fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 131, &[]);
    record(&mut out, 153, &[0x20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    record(&mut out, 143, &[]);
    for (number, sheet) in (1_u32..).zip(sheets) {
        let mut bundle = u32::from(sheet.hidden).to_le_bytes().to_vec();
        bundle.extend(number.to_le_bytes());
        bundle.extend(wide(&format!("rId{number}")));
        bundle.extend(wide(&sheet.name));
        record(&mut out, 156, &bundle);
    }
    record(&mut out, 144, &[]);
    record(
        &mut out,
        157,
        &[0x35, 0, 0, 0, 1, 0, 0, 0, 100, 0, 0, 0, 0xFC, 0xA9, 0xF1, 0xD2, 0x4D, 0x62, 0x50, 0x3F, 1, 0, 0, 0, 0x6A, 0],
    );
    record(&mut out, 132, &[]);
    out
}

/// Two cell formats: plain, and a date. A font, a fill and a border that both use.
fn styles() -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 278, &[]);
    let font =
        [&[220, 0, 0, 0, 0x90, 1, 0, 0, 0, 2, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0xFF, 2][..], &wide("Calibri")].concat();
    collection(&mut out, 611, 612, 43, &[font]);
    let mut fill = vec![0; 68];
    fill[4..12].copy_from_slice(&[3, 0x40, 0, 0, 0, 0, 0, 0xFF]);
    collection(&mut out, 603, 604, 45, &[fill]);
    collection(&mut out, 613, 614, 46, &[vec![0; 51]]);
    let format = |parent: u16, number: u16| {
        let mut xf = [parent, number, 0, 0, 0].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        xf.extend([0, 0, 0x10, 0x10, 0, 0]);
        xf
    };
    collection(&mut out, 626, 627, 47, &[format(0xFFFF, 0)]);
    collection(&mut out, 617, 618, 47, &[format(0, 0), format(0, 14)]);
    record(&mut out, 279, &[]);
    out
}

fn collection(out: &mut Vec<u8>, begin: u16, end: u16, kind: u16, members: &[Vec<u8>]) {
    record(out, begin, &(members.len() as u32).to_le_bytes());
    for member in members {
        record(out, kind, member);
    }
    record(out, end, &[]);
}

fn body(sheet: &Sheet, strings: &mut Strings) -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 129, &[]);
    let (rows, columns) = sheet.size();
    let edges = [0, rows.saturating_sub(1), 0, u32::from(columns.saturating_sub(1))];
    record(&mut out, 148, &edges.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<_>>());
    record(&mut out, 145, &[]);
    for row in (0..rows).filter(|row| sheet.row(*row).next().is_some()) {
        let mut head = row.to_le_bytes().to_vec();
        head.extend([0, 0, 0, 0, 0x2C, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
        head.extend(u32::from(columns.saturating_sub(1)).to_le_bytes());
        record(&mut out, 0, &head);
        for (column, cell) in sheet.row(row) {
            self::cell(&mut out, column, cell, strings);
        }
    }
    record(&mut out, 146, &[]);
    merged(&mut out, sheet);
    record(&mut out, 130, &[]);
    out
}

fn merged(out: &mut Vec<u8>, sheet: &Sheet) {
    if sheet.merged.is_empty() {
        return;
    }
    record(out, 177, &(sheet.merged.len() as u32).to_le_bytes());
    for (first_row, first_column, last_row, last_column) in &sheet.merged {
        let edges = [*first_row, *last_row, u32::from(*first_column), u32::from(*last_column)];
        record(out, 176, &edges.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<_>>());
    }
    record(out, 178, &[]);
}

fn cell(out: &mut Vec<u8>, column: u16, cell: &Cell, strings: &mut Strings) {
    let at = |format: u32| [u32::from(column).to_le_bytes(), format.to_le_bytes()].concat();
    match cell {
        Cell::Text(text) => record(out, 7, &[at(0), strings.place(text).to_le_bytes().to_vec()].concat()),
        Cell::Number(number) => record(out, 5, &[at(0), number.to_le_bytes().to_vec()].concat()),
        Cell::Date(y, m, d) => record(out, 5, &[at(1), Cell::serial(*y, *m, *d).to_le_bytes().to_vec()].concat()),
        Cell::NotAvailable => record(out, 3, &[at(0), vec![0x2A]].concat()),
        Cell::Formula(_, value) => formula(out, &at(0), value),
    }
}

/// A formula that says its own value, as in `.xls`.
fn formula(out: &mut Vec<u8>, at: &[u8], value: &Cell) {
    let (kind, cached, tokens) = match value {
        Cell::Number(number) => {
            let bytes = number.to_le_bytes().to_vec();
            (9, bytes.clone(), [vec![0x1F], bytes].concat())
        }
        value => {
            let text = wide(&value.text());
            // In a token the length has two bytes, not four.
            (8, text.clone(), [&[0x17], &text[..2], &text[4..]].concat())
        }
    };
    let length = (tokens.len() as u32).to_le_bytes();
    record(out, kind, &[at, &cached, &[0, 0], &length, &tokens, &[0, 0, 0, 0]].concat());
}

/// A record: its kind in one or two bytes, its length seven bits a byte, its data.
fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
    out.push((kind & 0x7F) as u8 | if kind > 0x7F { 0x80 } else { 0 });
    if kind > 0x7F {
        out.push((kind >> 7) as u8);
    }
    let mut length = data.len();
    while length > 0x7F {
        out.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend(data);
}

/// Text after four bytes of its length.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = (units.len() as u32).to_le_bytes().to_vec();
    out.extend(units.into_iter().flat_map(u16::to_le_bytes));
    out
}
