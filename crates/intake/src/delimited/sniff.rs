//! The delimiter and the headings of a text file, from its first records.

use std::sync::Arc;

use super::record::{Marks, PlainCells, RecordScratch, next_record};
use super::text::into_utf8;
use crate::layout::{HeadRow, Layout, Step, detect};
use crate::subjects::SubjectIndex;
use crate::table::{TableCell, TableRow, text_cell};
use crate::{IntakeError, Options};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// How many records are looked at.
const RECORDS: usize = 200;

/// What the first records tell.
pub(super) struct Head {
    pub(super) layout: Layout,
    pub(super) delimiter: u8,
    /// Where data begins, in bytes.
    pub(super) data_at: usize,
    /// The row it begins at.
    pub(super) next_row: u32,
    /// The rows above data that are not empty.
    pub(super) rows: Vec<TableRow>,
}

/// Reads the first records by each delimiter, and keeps the reading that explains most columns.
pub(super) fn sniff(bytes: &[u8], whole: bool, options: &Options<'_>) -> Result<Head, IntakeError> {
    let text = super::masked(bytes);
    if text.trim().is_empty() {
        return Err(IntakeError::Empty);
    }
    let (declared, skipped) = declared_delimiter(&text);
    let subjects = Arc::new(SubjectIndex::new(options.subjects));
    let mut best: Option<(usize, Head)> = None;
    for delimiter in DELIMITERS.into_iter().filter(|d| declared.is_none_or(|declared| declared == *d)) {
        let records = records(&bytes[skipped..], whole, delimiter);
        let rows: Vec<HeadRow> = records.iter().map(|(row, _)| row.clone()).collect();
        let Some(layout) = detect(&rows, &subjects, options.mapping) else { continue };
        let explained = match options.mapping {
            Some(_) => rows.iter().map(|row| row.cells.len()).sum(),
            None => layout.steps.iter().filter(|step| **step != Step::Ignore).count(),
        };
        if best.as_ref().is_none_or(|(most, _)| explained > *most) {
            let last = layout.heading_rows().1;
            let data_at = records.iter().take_while(|(row, _)| row.row <= last).map(|(_, taken)| taken).sum();
            let rows = rows.iter().take_while(|row| row.row <= last).filter_map(as_it_stands).collect();
            best = Some((explained, Head { layout, delimiter, data_at, next_row: last + 1, rows }));
        }
    }
    let (_, mut head) =
        best.ok_or(IntakeError::NoHeadings { place: String::new(), rows: crate::layout::ROWS_LOOKED_AT })?;
    head.data_at += skipped;
    Ok(head)
}

fn as_it_stands(row: &HeadRow) -> Option<TableRow> {
    let cells: Vec<_> = row.cells.iter().map(|cell| text_cell(cell)).collect();
    cells.iter().any(|cell| *cell != TableCell::Empty).then_some(TableRow { row: row.row, cells, outcome: None })
}

/// Excel's own first line `sep=;`, which it does not show as a row.
fn declared_delimiter(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive('\n').next().unwrap_or("");
    match line.trim_end().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if DELIMITERS.contains(delimiter) => {
            (Some(*delimiter), line.len())
        }
        b"sep=" if line.starts_with("sep=\t") => (Some(b'\t'), line.len()),
        _ => (None, 0),
    }
}

/// The first records, each with the bytes it takes.
fn records(bytes: &[u8], whole: bool, delimiter: u8) -> Vec<(HeadRow, usize)> {
    let marks = Marks::of(bytes);
    let masked = super::masked(bytes);
    let mut scratch = RecordScratch::default();
    let mut records = Vec::new();
    let mut at = 0;
    while at < bytes.len() && records.len() < RECORDS {
        let Some(record) = next_record(&masked[at..], delimiter, marks, whole, &mut scratch) else { break };
        let taken = record.taken.max(1);
        // The record again, in its own letters.
        let text = into_utf8(bytes[at..at + taken].to_vec());
        let cells = match next_record(&text, delimiter, marks, true, &mut scratch) {
            Some(again) => match again.plain {
                Some(line) => PlainCells::new(line, delimiter).map(str::to_owned).collect(),
                None => scratch.cells().map(str::to_owned).collect(),
            },
            None => Vec::new(),
        };
        records.push((HeadRow { row: records.len() as u32 + 1, cells }, taken));
        at += taken;
    }
    records
}
