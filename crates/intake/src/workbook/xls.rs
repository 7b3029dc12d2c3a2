//! Excel 97-2003 workbooks, through calamine. Owns the look at every record beforehand: calamine keeps such a workbook
//! whole, as rectangles, so what would make it exhaust the memory is refused and what is not needed is blotted out. It is
//! then given a container with nothing but the stream looked at.

use std::io::{Cursor, Read, Write};

use calamine::{Reader, Xls, XlsError};

use super::biff::{self, Facts};
use super::{Cell, Flow, Merge, Sheet};
use crate::{Format, IntakeError};

/// The largest stream of records taken; Excel's own largest sheets of candidates are a third of it.
const LARGEST_STREAM: u64 = 48 << 20;

/// An Excel 97-2003 workbook, whole.
pub(crate) struct XlsBook {
    book: Xls<Cursor<Vec<u8>>>,
    sheets: Vec<Sheet>,
    merges: Vec<Vec<Merge>>,
}

impl XlsBook {
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, IntakeError> {
        let (name, mut stream) = workbook_stream(bytes)?;
        let Facts { merges, positions } = biff::look_through(&mut stream)?;
        let container = container_of(name, &stream).map_err(|e| IntakeError::damaged(Format::Xls, e))?;
        drop(stream);
        let book = Xls::new(Cursor::new(container)).map_err(|e| damaged(&e))?;
        let sheets: Vec<Sheet> = book
            .sheets_metadata()
            .iter()
            .map(|sheet| Sheet {
                name: sheet.name.clone(),
                hidden: sheet.visible != calamine::SheetVisible::Visible || sheet.typ != calamine::SheetType::WorkSheet,
            })
            .collect();
        let mut merges: Vec<Vec<Merge>> =
            positions.iter().map(|at| merges.get(at).cloned().unwrap_or_default()).collect();
        merges.resize(sheets.len(), Vec::new());
        Ok(XlsBook { book, sheets, merges })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    pub(crate) fn merges(&self, sheet: usize) -> Vec<Merge> {
        self.merges.get(sheet).cloned().unwrap_or_default()
    }

    pub(crate) fn stream(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow,
    ) -> Result<(), IntakeError> {
        let Some(Sheet { name, .. }) = self.sheets.get(sheet) else { return Ok(()) };
        let range = self.book.worksheet_range(name).map_err(|e| damaged(&e))?;
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            if each(first_row + row as u32, first_column + column as u32, Cell::from(value)) == Flow::Stop {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// The stream of records, and its name.
fn workbook_stream(bytes: &[u8]) -> Result<(&'static str, Vec<u8>), IntakeError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|_| IntakeError::damaged(Format::Xls, "its container was cut short or changed"))?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(IntakeError::Encrypted { format: Format::Xlsx });
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| file.is_stream(format!("/{name}"))) else {
        let found = if file.exists("/WordDocument") {
            "a Word document"
        } else if file.exists("/PowerPoint Document") {
            "a presentation"
        } else {
            "an Office file without a workbook"
        };
        return Err(IntakeError::NotASpreadsheet { found });
    };
    let cut_short = |_| IntakeError::damaged(Format::Xls, "it was cut short");
    let stream = file.open_stream(format!("/{name}")).map_err(cut_short)?;
    if stream.len() > LARGEST_STREAM {
        return Err(IntakeError::too_large("the workbook", "48 MiB in the format of Excel 97-2003"));
    }
    let mut records = Vec::new();
    stream.take(LARGEST_STREAM).read_to_end(&mut records).map_err(cut_short)?;
    Ok((name, records))
}

/// A container with this one stream.
fn container_of(name: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(format!("/{name}"))?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn damaged(error: &XlsError) -> IntakeError {
    match error {
        XlsError::Password => IntakeError::Encrypted { format: Format::Xls },
        other => IntakeError::damaged(Format::Xls, other),
    }
}
