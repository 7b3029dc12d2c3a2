//! The records of an Excel 97-2003 workbook, looked at before they are read. Owns what makes a reader exhaust memory or
//! time: rectangles, texts repeated, sheets that stand on the same records.

use rustc_hash::FxHashMap;

use super::Merge;
use crate::{Format, IntakeError};

/// The most cells in the rectangles of all sheets together.
const MOST_CELLS: u64 = 4_000_000;
/// The most bytes of shared text that cells may repeat.
const MOST_TEXT: u64 = 64 << 20;
const MOST_SHEETS: usize = 1_000;
const MOST_MERGES: usize = 200_000;

mod kind {
    pub(super) const CONTINUE: u16 = 0x003C;
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const SHARED_STRINGS: u16 = 0x00FC;
    pub(super) const NAME: u16 = 0x0018;
    pub(super) const EXTERN_SHEET: u16 = 0x0017;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const LABEL_SST: u16 = 0x00FD;
    pub(super) const MULTIPLE_NUMBERS: u16 = 0x00BD;
    pub(super) const MERGED_CELLS: u16 = 0x00E5;
    /// Records that hold one cell: number, label, rich label, truth value or error, short number.
    pub(super) const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, LABEL_SST, FORMULA];
    /// A kind that no reader knows.
    pub(super) const NOTHING: [u8; 2] = [0xF0, 0x7F];
}

/// What the records hold.
pub(crate) struct Facts {
    /// Merged cells by the sheet's position in the stream.
    pub(crate) merges: FxHashMap<usize, Vec<Merge>>,
    /// The sheets' positions in the stream, in order.
    pub(crate) positions: Vec<usize>,
}

/// One record's place.
#[derive(Clone, Copy)]
struct Record {
    at: usize,
    kind: u16,
    length: usize,
}

/// The records from a position on, until they end or break off.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record> + '_ {
    let mut at = start;
    std::iter::from_fn(move || {
        let header = stream.get(at..at.checked_add(4)?)?;
        let record = Record { at, kind: u16_at(header, 0), length: usize::from(u16_at(header, 2)) };
        at = at.checked_add(4 + record.length)?;
        (at <= stream.len()).then_some(record)
    })
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

fn data(stream: &[u8], record: Record) -> &[u8] {
    stream.get(record.at + 4..record.at + 4 + record.length).unwrap_or(&[])
}

/// Looks at every record, refuses what exhausts a reader, and blots out what is not needed: declared dimensions, names
/// and the text of formulas (their values stay).
pub(crate) fn look_through(stream: &mut [u8]) -> Result<Facts, IntakeError> {
    let mut positions = Vec::new();
    let mut texts = Vec::new();
    let mut needless = Vec::new();
    for record in records(stream, 0) {
        match record.kind {
            kind::FILE_PASS => return Err(IntakeError::Encrypted { format: Format::Xls }),
            kind::BOUND_SHEET => {
                let position =
                    data(stream, record).get(..4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
                positions.push(position as usize);
            }
            kind::SHARED_STRINGS => texts = text_lengths(stream, record),
            kind::NAME | kind::EXTERN_SHEET => needless.push(record.at),
            kind::EOF => break,
            _ => {}
        }
    }
    let budget = &mut Budget { texts, cells: 0, text: 0, bytes: 4 * stream.len() + (1 << 20) };
    if positions.len() > MOST_SHEETS {
        return Err(IntakeError::too_large("the list of sheets", "1,000 sheets"));
    }
    let mut merges = FxHashMap::default();
    for &position in &positions {
        merges.insert(position, look_at_sheet(stream, position, budget, &mut needless)?);
    }
    for at in needless {
        stream[at..at + 2].copy_from_slice(&kind::NOTHING);
    }
    Ok(Facts { merges, positions })
}

/// What all sheets together may still take.
struct Budget {
    texts: Vec<u32>,
    cells: u64,
    text: u64,
    bytes: usize,
}

/// The smallest rectangle around a sheet's cells.
#[derive(Default)]
struct Area {
    bounds: Option<(u16, u16, u16, u16)>,
}

impl Area {
    fn take(&mut self, row: u16, first: u16, last: u16) {
        let (r0, r1, c0, c1) = self.bounds.unwrap_or((row, row, first, last));
        self.bounds = Some((r0.min(row), r1.max(row), c0.min(first), c1.max(last)));
    }

    fn cells(&self) -> u64 {
        self.bounds.map_or(0, |(r0, r1, c0, c1)| (u64::from(r1 - r0) + 1) * (u64::from(c1.max(c0) - c0) + 1))
    }
}

fn look_at_sheet(
    stream: &mut [u8],
    position: usize,
    budget: &mut Budget,
    needless: &mut Vec<usize>,
) -> Result<Vec<Merge>, IntakeError> {
    let (mut area, mut merges, mut formulas) = (Area::default(), Vec::new(), Vec::new());
    let (mut seen_begin, mut depth) = (false, 0_u32);
    for record in records(stream, position) {
        budget.spend(record.length + 4)?;
        match record.kind {
            kind::BOF if seen_begin => depth += 1,
            kind::BOF => seen_begin = true,
            kind::EOF if depth > 0 => depth -= 1,
            kind::EOF => break,
            kind::DIMENSIONS => needless.push(record.at),
            kind::MERGED_CELLS => {
                read_merges(data(stream, record), &mut merges)?;
                needless.push(record.at);
            }
            _ if depth > 0 => {}
            kind::MULTIPLE_NUMBERS => {
                let cells = data(stream, record);
                area.take(u16_at(cells, 0), u16_at(cells, 2), u16_at(cells, cells.len().saturating_sub(2)));
            }
            cell if kind::CELLS.contains(&cell) => {
                let cells = data(stream, record);
                area.take(u16_at(cells, 0), u16_at(cells, 2), u16_at(cells, 2));
                if cell == kind::LABEL_SST {
                    budget.repeat_text(u32::from(u16_at(cells, 6)) | u32::from(u16_at(cells, 8)) << 16)?;
                } else if cell == kind::FORMULA && record.length >= 22 {
                    formulas.push(record.at + 4 + 20);
                }
            }
            _ => {}
        }
    }
    for at in formulas {
        // The length of the formula's text.
        stream[at..at + 2].fill(0);
    }
    budget.take_area(area.cells())?;
    Ok(merges)
}

impl Budget {
    fn spend(&mut self, bytes: usize) -> Result<(), IntakeError> {
        self.bytes = self
            .bytes
            .checked_sub(bytes)
            .ok_or_else(|| IntakeError::damaged(Format::Xls, "its sheets stand on the same records"))?;
        Ok(())
    }

    fn repeat_text(&mut self, id: u32) -> Result<(), IntakeError> {
        self.text += self.texts.get(id as usize).map_or(0, |length| u64::from(*length));
        if self.text > MOST_TEXT {
            return Err(IntakeError::too_large("the text of the workbook's cells", "64 MiB"));
        }
        Ok(())
    }

    fn take_area(&mut self, cells: u64) -> Result<(), IntakeError> {
        self.cells += cells;
        if self.cells > MOST_CELLS {
            return Err(IntakeError::too_large("the area from the first to the last used cell", "4,000,000 cells"));
        }
        Ok(())
    }
}

fn read_merges(record: &[u8], merges: &mut Vec<Merge>) -> Result<(), IntakeError> {
    let (regions, _) = record.get(2..).unwrap_or(&[]).as_chunks::<8>();
    for region in regions.iter().take(usize::from(u16_at(record, 0))) {
        let [r0, r1, c0, c1] = [0, 2, 4, 6].map(|at| u32::from(u16_at(region, at)));
        if r0 <= r1 && c0 <= c1 {
            merges.push(Merge { rows: (r0, r1), columns: (c0, c1) });
        }
    }
    if merges.len() > MOST_MERGES {
        return Err(IntakeError::too_large("the list of merged cells", "200,000 regions"));
    }
    Ok(())
}

/// The length in bytes, as UTF-8 at most, of each shared text. Texts run on from a record into those that continue it.
fn text_lengths(stream: &[u8], table: Record) -> Vec<u32> {
    let continued = records(stream, table.at).skip(1).take_while(|record| record.kind == kind::CONTINUE);
    let mut segments = vec![data(stream, table).get(8..).unwrap_or(&[])];
    segments.extend(continued.map(|record| data(stream, record)));
    let mut reader = Segments { segments, at: 0 };
    let mut lengths = Vec::new();
    while let Some(length) = reader.text() {
        lengths.push(length);
    }
    lengths
}

/// The data of a record and of those that continue it.
struct Segments<'s> {
    segments: Vec<&'s [u8]>,
    at: usize,
}

impl Segments<'_> {
    fn skip_empty(&mut self) {
        while self.at < self.segments.len() && self.segments[self.at].is_empty() {
            self.at += 1;
        }
    }

    fn take(&mut self, count: usize) -> Option<u32> {
        let mut value = 0;
        for nth in 0..count {
            self.skip_empty();
            let segment = self.segments.get_mut(self.at)?;
            let (&first, rest) = segment.split_first()?;
            if nth < 4 {
                value |= u32::from(first) << (8 * nth);
            }
            *segment = rest;
        }
        Some(value)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.skip_empty();
            let segment = self.segments.get_mut(self.at)?;
            let taken = count.min(segment.len());
            *segment = &segment[taken..];
            count -= taken;
        }
        Some(())
    }

    /// Skips one text, and tells its length.
    fn text(&mut self) -> Option<u32> {
        let mut letters = self.take(2)? as usize;
        let flags = self.take(1)?;
        let runs = if flags & 8 != 0 { self.take(2)? as usize } else { 0 };
        let extension = if flags & 4 != 0 { self.take(4)? as usize } else { 0 };
        let length = letters as u32 * 3;
        let mut width = if flags & 1 != 0 { 2 } else { 1 };
        while letters > 0 {
            let there = self.segments.get(self.at)?.len() / width;
            let taken = letters.min(there);
            self.skip(taken * width)?;
            letters -= taken;
            if letters > 0 {
                self.at += 1;
                width = if self.take(1)? & 1 != 0 { 2 } else { 1 };
            }
        }
        self.skip(runs * 4 + extension)?;
        Some(length)
    }
}
