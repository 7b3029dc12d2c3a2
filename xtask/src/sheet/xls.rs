//! `.xls`, the format of Excel 97-2003 (BIFF8), written by hand: just the records that a reader asks for.

use super::{Cell, Sheet, compound};

/// Cell formats, by their place in the workbook: plain, and a date.
const PLAIN: u16 = 15;
const DATE: u16 = 16;

/// A workbook of these sheets.
#[must_use]
pub fn xls(sheets: &[Sheet]) -> Vec<u8> {
    compound(&[("Workbook", workbook(sheets, &[]))])
}

/// A workbook that says it is encrypted with a password.
#[must_use]
pub fn locked_xls(sheets: &[Sheet]) -> Vec<u8> {
    // FILEPASS, kind 1 (RC4), version 1.1, then salt and verifier.
    let mut lock = vec![1, 0, 1, 0, 1, 0];
    lock.extend(1..=48);
    compound(&[("Workbook", workbook(sheets, &lock))])
}

fn workbook(sheets: &[Sheet], lock: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    beginning(&mut out, 0x0005);
    if !lock.is_empty() {
        record(&mut out, 0x002F, lock);
    }
    record(&mut out, 0x0042, &1200_u16.to_le_bytes());
    window(&mut out);
    for _ in 0..5 {
        font(&mut out);
    }
    for place in 0..=DATE {
        format(&mut out, place);
    }
    record(&mut out, 0x0293, &[0x00, 0x80, 0x00, 0xFF]);
    let bodies: Vec<Vec<u8>> = sheets.iter().map(body).collect();
    let names: Vec<Vec<u8>> = sheets.iter().map(|sheet| short(&sheet.name)).collect();
    // Each sheet is found by its place in the stream, after all the names and the globals' end.
    let mut place = out.len() + names.iter().map(|name| 4 + 6 + name.len()).sum::<usize>() + 4;
    for ((sheet, name), body) in sheets.iter().zip(&names).zip(&bodies) {
        let mut bound = (place as u32).to_le_bytes().to_vec();
        bound.extend([u8::from(sheet.hidden), 0]);
        bound.extend(name);
        record(&mut out, 0x0085, &bound);
        place += body.len();
    }
    record(&mut out, 0x000A, &[]);
    out.extend(bodies.concat());
    out
}

fn body(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    beginning(&mut out, 0x0010);
    let (rows, columns) = sheet.size();
    let mut size = [0_u32.to_le_bytes(), rows.to_le_bytes()].concat();
    size.extend([0, 0]);
    size.extend(columns.to_le_bytes());
    size.extend([0, 0]);
    record(&mut out, 0x0200, &size);
    for ((row, column), cell) in &sheet.cells {
        self::cell(&mut out, [*row as u16, *column], cell);
    }
    merged(&mut out, sheet);
    record(&mut out, 0x000A, &[]);
    out
}

fn merged(out: &mut Vec<u8>, sheet: &Sheet) {
    if sheet.merged.is_empty() {
        return;
    }
    let mut spans = (sheet.merged.len() as u16).to_le_bytes().to_vec();
    for (first_row, first_column, last_row, last_column) in &sheet.merged {
        let edges = [*first_row as u16, *last_row as u16, *first_column, *last_column];
        spans.extend(edges.into_iter().flat_map(u16::to_le_bytes));
    }
    record(out, 0x00E5, &spans);
}

fn cell(out: &mut Vec<u8>, [row, column]: [u16; 2], cell: &Cell) {
    let at = |format: u16| -> Vec<u8> { [row, column, format].into_iter().flat_map(u16::to_le_bytes).collect() };
    match cell {
        Cell::Text(text) => record(out, 0x0204, &[at(PLAIN), long(text)].concat()),
        Cell::Number(number) => record(out, 0x0203, &[at(PLAIN), number.to_le_bytes().to_vec()].concat()),
        Cell::Date(y, m, d) => {
            record(out, 0x0203, &[at(DATE), Cell::serial(*y, *m, *d).to_le_bytes().to_vec()].concat());
        }
        Cell::NotAvailable => record(out, 0x0205, &[at(PLAIN), vec![0x2A, 1]].concat()),
        Cell::Formula(_, value) => formula(out, &at(PLAIN), value),
    }
}

/// A formula that says its own value: what it was computed from is nothing to a reader of cached values.
fn formula(out: &mut Vec<u8>, at: &[u8], value: &Cell) {
    let (cached, tokens) = match value {
        Cell::Number(number) => (number.to_le_bytes(), [&[0x1F][..], &number.to_le_bytes()].concat()),
        // The cached text stands in the record that follows.
        text => ([0, 0, 0, 0, 0, 0, 0xFF, 0xFF], [vec![0x17], short(&text.text())].concat()),
    };
    let length = (tokens.len() as u16).to_le_bytes();
    record(out, 0x0006, &[at, &cached, &[0; 6], &length, &tokens].concat());
    if !matches!(value, Cell::Number(_)) {
        record(out, 0x0207, &long(&value.text()));
    }
}

fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
    out.extend(kind.to_le_bytes());
    out.extend((data.len() as u16).to_le_bytes());
    out.extend(data);
}

fn beginning(out: &mut Vec<u8>, kind: u16) {
    let mut data: Vec<u8> = [0x0600, kind, 0x0DBB, 0x07CC].into_iter().flat_map(u16::to_le_bytes).collect();
    data.extend([0, 0, 0, 0, 6, 0, 0, 0]);
    record(out, 0x0809, &data);
}

fn window(out: &mut Vec<u8>) {
    let data = [0, 0, 0x4000, 0x2000, 0x38, 0, 0, 1, 0x258_u16];
    record(out, 0x003D, &data.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
}

fn font(out: &mut Vec<u8>) {
    // Ten points, black, of normal weight.
    let mut data: Vec<u8> = [200, 0, 0x7FFF, 400, 0].into_iter().flat_map(u16::to_le_bytes).collect();
    data.extend([0, 0, 0, 0]);
    data.extend(short("Arial"));
    record(out, 0x0031, &data);
}

/// The sixteen formats that every workbook begins with, and one for dates.
fn format(out: &mut Vec<u8>, place: u16) {
    let (number, kind) = if place == DATE { (14, 0x0001) } else { (0, if place == PLAIN { 0x0001 } else { 0xFFF5 }) };
    let mut data: Vec<u8> = [0, number, kind].into_iter().flat_map(u16::to_le_bytes).collect();
    data.extend([0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0x20]);
    record(out, 0x00E0, &data);
}

/// Text after one byte of its length.
fn short(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = vec![units.len() as u8, 1];
    out.extend(units.into_iter().flat_map(u16::to_le_bytes));
    out
}

/// Text after two bytes of its length.
fn long(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = (units.len() as u16).to_le_bytes().to_vec();
    out.push(1);
    out.extend(units.into_iter().flat_map(u16::to_le_bytes));
    out
}
