//! Excel binary workbooks, streamed cell by cell through calamine. Owns the look at their records beforehand.

use std::io::{BufRead, BufReader, Cursor, Read};

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::package::{self, Archive};
use super::parts::relation_targets;
use super::{Cell, Flow, Merge, Sheet};
use crate::{Format, IntakeError};

/// The largest part, decompressed.
const LARGEST_PART: u64 = 256 << 20;
/// The largest table of shared strings, decompressed: each string takes several times its bytes when read.
const LARGEST_STRINGS: u64 = 48 << 20;
const LONGEST_RECORD: u64 = 1 << 20;
const MOST_MERGES: usize = 200_000;

const SHARED_STRING: u16 = 0x0013;
const BUNDLE_SHEET: u16 = 0x009C;
const MERGED_CELL: u16 = 0x00B0;
const MOST_STRINGS: u32 = 2_000_000;

/// An Excel binary workbook.
pub(crate) struct XlsbBook<'b> {
    bytes: &'b [u8],
    book: Xlsb<Cursor<&'b [u8]>>,
    sheets: Vec<Sheet>,
    parts: Vec<Option<String>>,
}

impl<'b> XlsbBook<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, IntakeError> {
        let mut archive = package::open(bytes, Format::Xlsb)?;
        let names = package::names(&archive);
        look_through(&mut archive, &names)?;
        let sheet_parts = sheet_parts(&mut archive, &names)?;
        let book = Xlsb::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
        let (sheets, parts) = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| {
                let part = sheet_parts.iter().find(|(name, _)| *name == sheet.name).map(|(_, part)| part.clone());
                (Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible }, part)
            })
            .unzip();
        Ok(XlsbBook { bytes, book, sheets, parts })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    /// The merged cells of a sheet, all of whose records are looked at.
    pub(crate) fn merges(&self, sheet: usize) -> Result<Vec<Merge>, IntakeError> {
        let Some(Some(part)) = self.parts.get(sheet) else { return Ok(Vec::new()) };
        let mut archive = package::open(self.bytes, Format::Xlsb)?;
        let mut merges = Vec::new();
        each_record(&mut archive, part, LARGEST_PART, |kind, data| {
            if kind == MERGED_CELL && data.len() >= 16 && merges.len() < MOST_MERGES {
                let [r0, r1, c0, c1] = [0, 4, 8, 12].map(|at| u32_at(data, at));
                if r0 <= r1 && c0 <= c1 {
                    merges.push(Merge { rows: (r0, r1), columns: (c0, c1) });
                }
            }
            Ok(())
        })?;
        Ok(merges)
    }

    pub(crate) fn stream(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow,
    ) -> Result<(), IntakeError> {
        let Some(Sheet { name, .. }) = self.sheets.get(sheet) else { return Ok(()) };
        let mut reader = self.book.worksheet_cells_reader(name).map_err(|e| damaged(&e))?;
        while let Some(cell) = reader.next_cell().map_err(|e| damaged(&e))? {
            let (row, column) = cell.get_position();
            if each(row, column, Cell::from(cell.get_value())) == Flow::Stop {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Looks at the records of every part that calamine reads.
fn look_through(archive: &mut Archive<'_>, names: &[String]) -> Result<(), IntakeError> {
    for name in names {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with(".rels") {
            package::scan(archive, name, package::Limit::PART, Format::Xlsb)?;
        } else if matches!(lower.as_str(), "xl/workbook.bin" | "xl/styles.bin") {
            each_record(archive, name, 16 << 20, |_, _| Ok(()))?;
        } else if lower == "xl/sharedstrings.bin" {
            let mut strings = 0;
            each_record(archive, name, LARGEST_STRINGS, |kind, _| {
                strings += u32::from(kind == SHARED_STRING);
                if strings > MOST_STRINGS {
                    return Err(IntakeError::too_large("the table of texts", "2,000,000 texts"));
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// The sheets' names and parts.
fn sheet_parts(archive: &mut Archive<'_>, names: &[String]) -> Result<Vec<(String, String)>, IntakeError> {
    let real = |path: &str| names.iter().find(|n| n.eq_ignore_ascii_case(path)).map_or(path, String::as_str).to_owned();
    let rels = package::read(archive, &real("xl/_rels/workbook.bin.rels"), Format::Xlsb)?;
    let targets = relation_targets(&rels)?;
    let mut parts = Vec::new();
    each_record(archive, &real("xl/workbook.bin"), 16 << 20, |kind, data| {
        if kind == BUNDLE_SHEET
            && let Some((relation, rest)) = data.get(8..).and_then(wide_text)
            && let Some((name, _)) = wide_text(rest)
            && let Some((_, _, target)) = targets.iter().find(|(id, ..)| *id == relation)
        {
            parts.push((name, real(&format!("xl/{target}"))));
        }
        Ok(())
    })?;
    Ok(parts)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// A text with its length in front, and what follows it.
fn wide_text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let length = (u32_at(bytes, 0) as usize).checked_mul(2)?;
    let text = bytes.get(4..length.checked_add(4)?)?;
    Some((encoding_rs::UTF_16LE.decode_without_bom_handling(text).0.into_owned(), &bytes[4 + length..]))
}

/// Calls back for each record of a part, within the limits of a part and of a record.
fn each_record(
    archive: &mut Archive<'_>,
    name: &str,
    limit: u64,
    mut each: impl FnMut(u16, &[u8]) -> Result<(), IntakeError>,
) -> Result<(), IntakeError> {
    let cut_short = || IntakeError::damaged(Format::Xlsb, format!("part {name} is missing or was cut short"));
    let part = archive.by_name(name).map_err(|_| cut_short())?;
    let too_large = || IntakeError::too_large(format!("part {name} of the file"), format!("{} MiB", limit >> 20));
    if part.size() > limit {
        return Err(too_large());
    }
    let mut part = BufReader::new(part.take(limit + 1));
    let (mut total, mut data) = (0, Vec::new());
    while !part.fill_buf().map_err(|_| cut_short())?.is_empty() {
        let kind = variable(&mut part, 2).ok_or_else(cut_short)?;
        let length = u64::from(variable(&mut part, 4).ok_or_else(cut_short)?);
        total += length + 2;
        if total > limit || length > LONGEST_RECORD {
            return Err(too_large());
        }
        data.clear();
        let read = part.by_ref().take(length).read_to_end(&mut data).map_err(|_| cut_short())?;
        if read as u64 != length {
            return Err(cut_short());
        }
        each(kind as u16, &data)?;
    }
    Ok(())
}

/// A number in groups of seven bits, the low ones first.
fn variable(part: &mut impl Read, most: u32) -> Option<u32> {
    let mut value = 0;
    for nth in 0..most {
        let mut byte = [0];
        part.read_exact(&mut byte).ok()?;
        value |= u32::from(byte[0] & 0x7F) << (7 * nth);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Some(value)
}

fn damaged(error: &XlsbError) -> IntakeError {
    match error {
        XlsbError::Password => IntakeError::Encrypted { format: Format::Xlsb },
        other => IntakeError::damaged(Format::Xlsb, other),
    }
}
