//! The check of a text file: both passes run over blocks on all threads. Owns how a block's rows meet the judging.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use intake::delimited::{Block, Delimited};
use intake::{Layout, Options, RowOutcome, Scratch};
use regulations::FieldSet;

use super::judging::{Counted, Judging};
use super::keys::{KEY_FIELDS, Keys};
use super::ordered::{Blocks, in_order};
use super::{Ground, Progress, line, open, unreadable};
use crate::check::Format;
use crate::error::Result;

/// The blocks of a file, with the memory of those done with.
struct FileBlocks {
    file: Delimited<BufReader<File>>,
    path: PathBuf,
    spare: Vec<Vec<u8>>,
}

impl Blocks for FileBlocks {
    type Block = Block;

    fn next(&mut self) -> Result<Option<Block>> {
        let buffer = self.spare.pop().unwrap_or_default();
        self.file.next_block(buffer).map_err(|source| unreadable(&self.path, source))
    }

    fn give_back(&mut self, block: Block) {
        self.spare.push(block.into_buffer());
    }
}

fn blocks(path: &Path, options: &Options<'_>) -> Result<(FileBlocks, Layout)> {
    let file = Delimited::open(open(path)?, options).map_err(|source| unreadable(path, source))?;
    let layout = file.layout().clone();
    Ok((FileBlocks { file, path: path.to_owned(), spare: Vec::new() }, layout))
}

pub(super) fn check(
    ground: &Ground<'_>,
    path: &Path,
    options: &Options<'_>,
    out: &mut dyn Write,
    progress: &Progress<'_>,
) -> Result<Counted> {
    let judged = AtomicU64::new(0);
    let doubles = keys(ground, path, options)?.finish(ground.pack);
    let (blocks, layout) = blocks(path, options)?;
    let workers = in_order(
        blocks,
        || (Judging::new(ground, &doubles), Scratch::default()),
        |(judging, scratch), block, out| {
            block.for_each_row(&layout, scratch, |outcome| judge(ground, judging, out, &outcome));
            let rows = u64::from(block.rows());
            progress(judged.fetch_add(rows, Ordering::Relaxed) + rows);
        },
        out,
    )?;
    let mut counted = Counted::default();
    workers.into_iter().for_each(|(judging, _)| counted.merge(judging.finish()));
    Ok(counted)
}

fn keys(ground: &Ground<'_>, path: &Path, options: &Options<'_>) -> Result<Keys> {
    let (blocks, layout) = blocks(path, options)?;
    let wanted = FieldSet::of(&KEY_FIELDS);
    let workers = in_order(
        blocks,
        || (Keys::default(), Scratch::default()),
        |(keys, scratch), block, _| {
            block.for_each_row_of(&layout, wanted, scratch, |outcome| {
                if let RowOutcome::Entry { row, fields } = outcome {
                    keys.add(row, ground.default_centre, fields);
                }
            });
        },
        &mut std::io::sink(),
    )?;
    let mut keys = Keys::default();
    workers.into_iter().for_each(|(other, _)| keys.merge(other));
    Ok(keys)
}

/// Judges a row, or says why it is none.
pub(super) fn judge(ground: &Ground<'_>, judging: &mut Judging<'_>, out: &mut Vec<u8>, outcome: &RowOutcome<'_>) {
    match (outcome, ground.format) {
        (RowOutcome::Entry { row, fields }, _) => judging.entry(out, *row, fields),
        (RowOutcome::Refused { row, cell, reason }, format) => {
            judging.refuse();
            match format {
                Format::Jsonl => line::refused(out, *row, cell, reason),
                Format::Text(_) => {
                    out.extend_from_slice(format!("row {row}  refused at {cell}: {reason}\n").as_bytes());
                }
            }
        }
        (RowOutcome::Skipped { row, what }, Format::Jsonl) => line::skipped(out, *row, what.name()),
        (RowOutcome::Skipped { row, what }, Format::Text(_)) => {
            out.extend_from_slice(format!("row {row}  skipped: {}\n", what.name()).as_bytes());
        }
    }
}
