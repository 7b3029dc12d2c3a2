//! The check of a workbook: its rows are read once, kept closely packed, and judged on all cores when all are seen. Owns the packing;
//! a row costs its text and 64 bytes.

use std::io::Write;
use std::ops::Range;
use std::path::Path;

use intake::workbook::Workbook;
use intake::{Options, Refusal, RowOutcome, Scratch, Skip};
use regulations::{Field, Fields};

use super::delimited::judge;
use super::judging::{Counted, Judging};
use super::keys::Keys;
use super::ordered::{Blocks, in_order};
use super::{Ground, Progress, unreadable};
use crate::error::Result;
use crate::files::whole;

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

    /// The rows of one part, as they were read: its entries, and the others that stand before or among them.
    fn for_each_of(&self, part: &Part, mut visit: impl FnMut(&RowOutcome<'_>)) {
        let mut others = self.others[part.others.clone()].iter().peekable();
        for packed in &self.entries[part.entries.clone()] {
            while let Some(other) = others.next_if(|other| other.row < packed.row) {
                visit(&other.outcome());
            }
            visit(&RowOutcome::Entry { row: packed.row, fields: &self.fields(packed) });
        }
        others.for_each(|other| visit(&other.outcome()));
    }
}

/// Entries of a part.
const PART: usize = 1_000;

/// A run of rows that one worker judges.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    entries: Range<usize>,
    others: Range<usize>,
}

/// The parts of a sheet, in order.
struct Parts<'r> {
    rows: &'r Rows,
    next: (usize, usize),
}

impl Blocks for Parts<'_> {
    type Block = Part;

    /// A part takes the others up to its last entry; the last one takes all that are left.
    fn next(&mut self) -> Result<Option<Part>> {
        let (entries, others) = (&self.rows.entries, &self.rows.others);
        let (from, others_from) = self.next;
        if from == entries.len() && others_from == others.len() {
            return Ok(None);
        }
        let to = (from + PART).min(entries.len());
        let others_to = match entries.get(to) {
            Some(following) => others.partition_point(|other| other.row < following.row),
            None => others.len(),
        };
        self.next = (to, others_to);
        Ok(Some(Part { entries: from..to, others: others_from..others_to }))
    }

    fn give_back(&mut self, _: Part) {}
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
    let workers = in_order(
        Parts { rows: &rows, next: (0, 0) },
        || Judging::new(ground, &doubles),
        |judging, part, out| rows.for_each_of(part, |outcome| judge(ground, judging, out, outcome)),
        out,
    )?;
    let mut counted = Counted::default();
    workers.into_iter().for_each(|judging| counted.merge(judging.finish()));
    Ok((counted, workbook.other_sheets().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(rows: &Rows) -> Vec<u32> {
        let mut parts = Parts { rows, next: (0, 0) };
        let mut seen = Vec::new();
        while let Some(part) = parts.next().unwrap() {
            rows.for_each_of(&part, |outcome| seen.push(outcome.row()));
        }
        seen
    }

    #[test]
    fn parts_give_every_row_once_and_in_order_whatever_stands_at_their_ends() {
        for skipped in [vec![], vec![2], vec![1001, 1002, 1003], vec![2, 1002, 3000], (2..40).collect::<Vec<u32>>()] {
            let mut rows = Rows::default();
            for row in 2..2_500 {
                match skipped.contains(&row) {
                    true => rows.add(RowOutcome::Skipped { row, what: Skip::Total }),
                    false => rows.add(RowOutcome::Entry { row, fields: &[""; Field::COUNT] }),
                }
            }
            rows.add(RowOutcome::Skipped { row: 3_000, what: Skip::Signature });
            let all: Vec<u32> = (2..2_500).chain([3_000]).collect();
            assert_eq!(numbers(&rows), all);
        }
        assert_eq!(numbers(&Rows::default()), [] as [u32; 0]);
    }
}
