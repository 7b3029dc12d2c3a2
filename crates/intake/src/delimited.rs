//! Text split by comma, semicolon or tab, as a stream of blocks of whole records. Owns encodings, quotation marks, the
//! delimiter and row numbers; keeps no row.
//!
//! One thread reads blocks ([`Delimited::next_block`]), any thread reads a block's rows ([`Block::for_each_row`]).

mod record;
mod sniff;
mod text;

use std::io::Read;

use regulations::FieldSet;

use crate::layout::Layout;
use crate::rows::{RowReader, Scratch};
use crate::table::TableRow;
use crate::{Family, IntakeError, Options, RowOutcome};
pub(crate) use record::RecordScratch;
use record::{Marks, PlainCells, next_record};
pub(crate) use text::is_utf16;
use text::{Text, into_utf8};

/// The usual size of a block.
const BLOCK: usize = 256 * 1024;
/// The longest record read. A mark left open would else swallow the rest of the file.
const LONGEST_RECORD: usize = 1024 * 1024;
/// How much of the file is read to find the headings.
const HEAD: usize = 256 * 1024;

/// A text file of candidates, read block by block.
pub struct Delimited<R> {
    text: Text<R>,
    layout: Layout,
    delimiter: u8,
    /// What was read and not yet given out; it begins with a record.
    waiting: Vec<u8>,
    next_row: u32,
    ended: bool,
    block: usize,
    scratch: RecordScratch,
    head: Vec<TableRow>,
}

impl<R: Read> Delimited<R> {
    /// Reads the start of the file, tells its encoding and delimiter, and finds its headings.
    ///
    /// # Errors
    /// [`IntakeError::Empty`], [`IntakeError::NotASpreadsheet`], [`IntakeError::NoHeadings`],
    /// [`IntakeError::NoSuchSheet`] where a sheet is asked for (a text file has none), [`IntakeError::Read`].
    pub fn open(source: R, options: &Options<'_>) -> Result<Self, IntakeError> {
        if let Some(name) = options.sheet {
            return Err(IntakeError::NoSuchSheet {
                name: name.to_owned(),
                available: "no sheets (a text file)".into(),
            });
        }
        let (mut text, raw) = Text::open(source)?;
        if Family::of(&raw)? == Family::Workbook {
            return Err(IntakeError::NotASpreadsheet { found: "a workbook or an archive, not a text file" });
        }
        let mut waiting = Vec::new();
        let mut ended = false;
        while waiting.len() < HEAD && !ended {
            ended = text.read_more(&mut waiting)? == 0;
        }
        let head = sniff::sniff(&waiting, ended, options)?;
        waiting.drain(..head.data_at);
        Ok(Delimited {
            text,
            layout: head.layout,
            delimiter: head.delimiter,
            waiting,
            next_row: head.next_row,
            ended,
            block: BLOCK,
            scratch: RecordScratch::default(),
            head: head.rows,
        })
    }

    /// The headings and what stands above them.
    pub(crate) fn take_head(&mut self) -> Vec<TableRow> {
        std::mem::take(&mut self.head)
    }

    /// Sets the size of blocks, in bytes; for tests.
    #[must_use]
    pub const fn with_block_size(mut self, bytes: usize) -> Self {
        self.block = if bytes == 0 { 1 } else { bytes };
        self
    }

    /// Which column holds what.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The next block of whole records, in `buffer`'s memory ([`Block::into_buffer`] gives it back); `None` at the end.
    ///
    /// # Errors
    /// [`IntakeError::UnclosedQuote`], [`IntakeError::TooLarge`] for an endless line, [`IntakeError::Read`].
    pub fn next_block(&mut self, mut buffer: Vec<u8>) -> Result<Option<Block>, IntakeError> {
        buffer.clear();
        buffer.append(&mut self.waiting);
        let mut wanted = self.block;
        loop {
            while buffer.len() < wanted && !self.ended {
                self.ended = self.text.read_more(&mut buffer)? == 0;
            }
            if buffer.is_empty() {
                return Ok(None);
            }
            let (end, rows) = self.whole_records(&buffer);
            if end > 0 {
                self.waiting.extend_from_slice(&buffer[end..]);
                buffer.truncate(end);
                return Ok(Some(self.block_of(buffer, rows)));
            }
            if buffer.len() > LONGEST_RECORD {
                return Err(self.endless(&buffer));
            }
            wanted = buffer.len() + self.block;
        }
    }

    fn block_of(&mut self, buffer: Vec<u8>, rows: u32) -> Block {
        let marks = Marks::of(&buffer);
        let first_row = self.next_row;
        self.next_row = self.next_row.saturating_add(rows);
        Block { text: into_utf8(buffer), first_row, rows, delimiter: self.delimiter, marks }
    }

    /// Where the last whole record ends, and how many there are.
    fn whole_records(&mut self, bytes: &[u8]) -> (usize, u32) {
        let marks = Marks::of(bytes);
        if !marks.quotes && !marks.returns {
            let end = if self.ended { Some(bytes.len()) } else { memchr::memrchr(b'\n', bytes).map(|at| at + 1) };
            let whole = &bytes[..end.unwrap_or(0)];
            let lines = memchr::memchr_iter(b'\n', whole).count();
            let unended = usize::from(whole.last().is_some_and(|&b| b != b'\n'));
            return (whole.len(), (lines + unended) as u32);
        }
        // Records end at ASCII signs, so a text with its other bytes masked has the same records.
        let masked = masked(bytes);
        let (mut at, mut rows) = (0, 0);
        while at < masked.len()
            && let Some(record) = next_record(&masked[at..], self.delimiter, marks, self.ended, &mut self.scratch)
        {
            at += record.taken.max(1);
            rows += 1;
        }
        (at, rows)
    }

    fn endless(&self, buffer: &[u8]) -> IntakeError {
        if memchr::memchr(b'"', buffer).is_some() {
            IntakeError::UnclosedQuote { row: self.next_row, limit: "1 MiB" }
        } else {
            IntakeError::too_large(format!("row {}", self.next_row), "1 MiB")
        }
    }
}

/// A text of the same length in which every byte beyond ASCII is a letter.
fn masked(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|&b| if b.is_ascii() { char::from(b) } else { 'x' }).collect::<String>().into(),
    }
}

/// Whole records of a text file, with the number of the first one's row.
#[derive(Debug)]
pub struct Block {
    text: String,
    first_row: u32,
    rows: u32,
    delimiter: u8,
    marks: Marks,
}

impl Block {
    /// The number of its first row, as a spreadsheet program shows it.
    #[must_use]
    pub const fn first_row(&self) -> u32 {
        self.first_row
    }

    /// How many rows it has, empty ones counted.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// Its memory, for the next block.
    #[must_use]
    pub fn into_buffer(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Hands over the outcome of each row that is not empty, in order.
    pub fn for_each_row(&self, layout: &Layout, scratch: &mut Scratch, mut visit: impl FnMut(RowOutcome<'_>)) {
        self.read(RowReader::new(layout, None), scratch, &mut visit);
    }

    /// The same outcomes, with only the fields `wanted` filled in (and the gender, and what restores an index number).
    pub fn for_each_row_of(
        &self,
        layout: &Layout,
        wanted: FieldSet,
        scratch: &mut Scratch,
        mut visit: impl FnMut(RowOutcome<'_>),
    ) {
        self.read(RowReader::new(layout, Some(wanted)), scratch, &mut visit);
    }

    #[inline]
    fn read(&self, reader: RowReader<'_>, scratch: &mut Scratch, visit: &mut impl FnMut(RowOutcome<'_>)) {
        self.for_each_record(scratch, |row, record, scratch| match record {
            Some(line) => reader.read(row, PlainCells::new(line, self.delimiter), &mut scratch.row, visit),
            None => {
                let Scratch { record, row: room } = scratch;
                reader.read(row, record.cells(), room, visit);
            }
        });
    }

    /// Hands over each record's row and line, or nothing where its cells stand in the scratch.
    #[inline]
    fn for_each_record(&self, scratch: &mut Scratch, mut each: impl FnMut(u32, Option<&str>, &mut Scratch)) {
        let mut rest = self.text.as_str();
        let mut row = self.first_row;
        while !rest.is_empty() {
            let Some(record) = next_record(rest, self.delimiter, self.marks, true, &mut scratch.record) else { return };
            each(row, record.plain, scratch);
            rest = rest.get(record.taken.max(1)..).unwrap_or("");
            row = row.saturating_add(1);
        }
    }

    /// The cells of each row as they stand, empty rows too.
    pub(crate) fn for_each_raw(
        &self,
        scratch: &mut Scratch,
        mut each: impl FnMut(u32, &mut dyn Iterator<Item = &str>),
    ) {
        self.for_each_record(scratch, |row, record, scratch| match record {
            Some(line) => each(row, &mut PlainCells::new(line, self.delimiter)),
            None => each(row, &mut scratch.record.cells()),
        });
    }
}
