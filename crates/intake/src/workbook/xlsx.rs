//! Excel workbooks, streamed cell by cell through calamine. Owns the order of safety: every part is looked through before
//! calamine reads it.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::package::{self, Archive, Limit};
use super::parts::{self, Relations};
use super::{Cell, Flow, Merge, Sheet};
use crate::{Format, IntakeError};

/// An Excel workbook.
pub(crate) struct XlsxBook<'b> {
    bytes: &'b [u8],
    book: Xlsx<Cursor<&'b [u8]>>,
    sheets: Vec<Sheet>,
    /// The sheets' parts in the package.
    parts: Vec<Option<String>>,
    /// The merged cells of the sheets looked through so far.
    merges: Vec<Option<Vec<Merge>>>,
}

impl<'b> XlsxBook<'b> {
    /// Looks through the parts that every sheet needs, opens the workbook, and meanwhile looks through the sheet most
    /// likely wanted: the one named, or the first visible.
    pub(crate) fn open(bytes: &'b [u8], named: Option<&str>) -> Result<Self, IntakeError> {
        let mut archive = package::open(bytes, Format::Xlsx)?;
        let relations = look_through(&mut archive)?;
        let likely = relations.likely_sheet(named);
        let (book, likely_merges) = std::thread::scope(|scope| {
            let scan = scope.spawn(|| likely.map(|part| scan_sheet(bytes, part)));
            let book = crate::contained(Format::Xlsx, || Xlsx::new(Cursor::new(bytes)).map_err(|e| damaged(&e)));
            (book, scan.join())
        });
        let book = book?;
        let (sheets, parts) = sheets_of(&book, &relations);
        let mut merges = vec![None; sheets.len()];
        if let Ok(Some(found)) = likely_merges
            && let Some(at) = parts.iter().position(|part| part.as_deref() == likely)
        {
            merges[at] = Some(found?);
        }
        Ok(XlsxBook { bytes, book, sheets, parts, merges })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    /// The merged cells of a sheet, which is looked through first.
    pub(crate) fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, IntakeError> {
        if let Some(Some(merges)) = self.merges.get(sheet) {
            return Ok(merges.clone());
        }
        let part = self.parts.get(sheet).and_then(Option::as_deref);
        let part = part.ok_or_else(|| IntakeError::damaged(Format::Xlsx, "a sheet has no part"))?;
        let merges = scan_sheet(self.bytes, part)?;
        self.merges[sheet] = Some(merges.clone());
        Ok(merges)
    }

    pub(crate) fn stream(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow,
    ) -> Result<(), IntakeError> {
        self.merges(sheet)?;
        let name = &self.sheets[sheet].name;
        let mut reader = self.book.worksheet_cells_reader(name).map_err(|e| damaged(&e))?;
        while let Some(cell) = reader.next_cell().map_err(|e| damaged(&e))? {
            let (row, column) = cell.get_position();
            if each(row, column, Cell::from(cell.get_value())) == Flow::Stop {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Whether a sheet holds any value: looks only at its beginning.
    pub(crate) fn has_data(&mut self, sheet: usize) -> Result<bool, IntakeError> {
        let Some(Some(part)) = self.parts.get(sheet) else { return Ok(false) };
        let mut archive = package::open(self.bytes, Format::Xlsx)?;
        let head = package::head(&mut archive, part, Format::Xlsx).unwrap_or_default();
        Ok([&b"<v>"[..], b"<is>", b":v>"].iter().any(|tag| memchr::memmem::find(&head, tag).is_some()))
    }
}

/// Looks through every part that calamine reads when it opens a workbook.
fn look_through(archive: &mut Archive<'_>) -> Result<Relations, IntakeError> {
    let names = package::names(archive);
    for name in &names {
        let lower = name.to_ascii_lowercase();
        let base = lower.rsplit('/').next().unwrap_or("");
        if base == "sharedstrings.xml" {
            package::scan(archive, name, Limit::STRINGS, Format::Xlsx)?;
        } else if matches!(base, "styles.xml" | "theme1.xml" | "workbook.xml") || base.ends_with(".rels") {
            package::scan(archive, name, Limit::PART, Format::Xlsx)?;
        }
    }
    let relations = parts::relations(archive, &names)?;
    package::scan(archive, &relations.workbook, Limit::PART, Format::Xlsx)?;
    Ok(relations)
}

fn scan_sheet(bytes: &[u8], part: &str) -> Result<Vec<Merge>, IntakeError> {
    let mut archive = package::open(bytes, Format::Xlsx)?;
    let facts = package::scan(&mut archive, part, Limit::SHEET, Format::Xlsx)?;
    parts::merges_in(&facts.merges)
}

/// The worksheets as calamine names them, each with its part.
fn sheets_of(book: &Xlsx<Cursor<&[u8]>>, relations: &Relations) -> (Vec<Sheet>, Vec<Option<String>>) {
    book.sheets_metadata()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet)
        .map(|(nth, sheet)| {
            let hidden = sheet.visible != SheetVisible::Visible;
            let part = relations.part_of(&sheet.name).or_else(|| relations.nth_part(nth));
            (Sheet { name: sheet.name.clone(), hidden }, part.map(str::to_owned))
        })
        .unzip()
}

fn damaged(error: &XlsxError) -> IntakeError {
    match error {
        XlsxError::Password => IntakeError::Encrypted { format: Format::Xlsx },
        other => IntakeError::damaged(Format::Xlsx, other),
    }
}
