//! The check of a workbook: its rows are read once, kept closely packed, and judged when all are seen. Owns the packing;
//! a row costs its text and 64 bytes.

use std::io::Write;
use std::path::Path;

use intake::workbook::Workbook;
use intake::{Options, Refusal, RowOutcome, Scratch, Skip};
use regulations::{Field, Fields};

use super::delimited::judge;
use super::judging::{Counted, Ground, Judging};
use super::keys::Keys;
use super::{Progress, unreadable, unwritten};
use crate::error::Result;
use crate::files::whole;

/// What is written out at a time.
const CHUNK: usize = 256 * 1024;

/// The rows of a sheet.
#[derive(Default)]
struct Rows {
    text: String,
    entries: Vec<Packed>,
    others: Vec<Other>,
}

/// An entry: where its text begins, and how long each value is.
struct Packed {
    row: u32,
    start: usize,
    lengths: [u16; Field::COUNT],
}

struct Other {
    row: u32,
    what: std::result::Result<Skip, (String, Refusal)>,
}

impl Rows {
    fn add(&mut self, outcome: RowOutcome<'_>) {
        match outcome {
            RowOutcome::Entry { row, fields } => self.add_entry(row, fields),
            RowOutcome::Refused { row, cell, reason } => self.others.push(Other { row, what: Err((cell, reason)) }),
            RowOutcome::Skipped { row, what } => self.others.push(Other { row, what: Ok(what) }),
        }
    }

    /// A spreadsheet's cell holds at most 32,767 characters; what a damaged file has beyond 65,535 bytes is cut.
    fn add_entry(&mut self, row: u32, fields: &Fields<'_>) {
        let start = self.text.len();
        let lengths = fields.map(|value| {
            let value = &value[..value.floor_char_boundary(usize::from(u16::MAX))];
            self.text.push_str(value);
            value.len() as u16
        });
        self.entries.push(Packed { row, start, lengths });
    }

    fn fields(&self, packed: &Packed) -> Fields<'_> {
        let mut at = packed.start;
        packed.lengths.map(|length| {
            let start = at;
            at += usize::from(length);
            &self.text[start..at]
        })
    }

    /// Every row in order, as it was read.
    fn for_each(&self, mut visit: impl FnMut(&RowOutcome<'_>) -> Result<()>) -> Result<()> {
        let mut others = self.others.iter().peekable();
        for packed in &self.entries {
            while let Some(other) = others.next_if(|other| other.row < packed.row) {
                visit(&other.outcome())?;
            }
            visit(&RowOutcome::Entry { row: packed.row, fields: &self.fields(packed) })?;
        }
        others.try_for_each(|other| visit(&other.outcome()))
    }
}

impl Other {
    fn outcome(&self) -> RowOutcome<'static> {
        match &self.what {
            Ok(what) => RowOutcome::Skipped { row: self.row, what: *what },
            Err((cell, reason)) => RowOutcome::Refused { row: self.row, cell: cell.clone(), reason: reason.clone() },
        }
    }
}

pub(super) fn check(
    ground: &Ground<'_>,
    path: &Path,
    options: &Options<'_>,
    out: &mut dyn Write,
    progress: &Progress<'_>,
) -> Result<(Counted, Vec<String>)> {
    let bytes = whole(path)?;
    let mut workbook = Workbook::open(&bytes, options).map_err(|source| unreadable(path, source))?;
    let (mut rows, mut keys) = (Rows::default(), Keys::default());
    workbook
        .for_each_row(&mut Scratch::default(), |outcome| {
            if let RowOutcome::Entry { row, fields } = &outcome {
                keys.add(*row, ground.default_centre, fields);
            }
            rows.add(outcome);
        })
        .map_err(|source| unreadable(path, source))?;
    progress(rows.entries.len() as u64);
    let doubles = keys.finish(ground.pack);
    let mut judging = Judging::new(ground, &doubles);
    let mut buffer = Vec::with_capacity(CHUNK + 4096);
    rows.for_each(|outcome| {
        judge(ground, &mut judging, &mut buffer, outcome);
        if buffer.len() >= CHUNK {
            out.write_all(&buffer).map_err(|error| unwritten(&error))?;
            buffer.clear();
        }
        Ok(())
    })?;
    out.write_all(&buffer).map_err(|error| unwritten(&error))?;
    Ok((judging.finish(), workbook.other_sheets().to_vec()))
}
