//! Workbooks, as a stream of outcomes. Owns the choice of the sheet, merged cells and the order of cells; keeps one row at
//! a time. Each format's reader stands in a module of its own and gives cells one by one.

mod biff;
mod cells;
mod glance;
mod grid;
mod ods;
mod package;
mod parts;
mod xls;
mod xlsb;
mod xlsx;

use regulations::FieldSet;

use crate::layout::{HeadRow, Layout, ROWS_LOOKED_AT, detect};
use crate::rows::{RowReader, Scratch};
use crate::subjects::SubjectIndex;
use crate::{Format, IntakeError, Options, RowOutcome, contained};
pub(crate) use cells::{Cell, Flow};
pub use glance::{SheetGlance, glance};
pub(crate) use grid::{Merge, RowText, Rows};
use std::sync::Arc;

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// The readers of the formats.
enum Book<'b> {
    Xlsx(Box<xlsx::XlsxBook<'b>>),
    Xlsb(Box<xlsb::XlsbBook<'b>>),
    Xls(Box<xls::XlsBook>),
    Ods(ods::OdsBook<'b>),
}

/// A workbook of candidates, opened at the sheet that holds them.
pub struct Workbook<'b> {
    format: Format,
    book: Book<'b>,
    sheets: Vec<Sheet>,
    chosen: usize,
    others: Vec<String>,
    merges: Vec<Merge>,
    layout: Layout,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook, chooses its sheet and finds the headings.
    ///
    /// # Errors
    /// Every [`IntakeError`] but those of text files. A hostile file is told within seconds and in bounded memory.
    pub fn open(bytes: &'b [u8], options: &Options<'_>) -> Result<Self, IntakeError> {
        let format = package::format_of(bytes)?;
        contained(format, || Self::open_as(format, bytes, options))
    }

    fn open_as(format: Format, bytes: &'b [u8], options: &Options<'_>) -> Result<Self, IntakeError> {
        let mut book = Book::open(format, bytes, options.sheet)?;
        let sheets = book.sheets();
        let subjects = Arc::new(SubjectIndex::new(options.subjects));
        let candidates = candidates(&sheets, options.sheet)?;
        for &chosen in &candidates {
            let merges = book.merges(chosen)?;
            let head = book.head(chosen, &merges)?;
            let Some(layout) = detect(&head, &subjects, options.mapping) else { continue };
            let others = book.others_with_data(&sheets, chosen, options.sheet.is_some())?;
            return Ok(Workbook { format, book, sheets, chosen, others, merges, layout });
        }
        let place = match candidates.as_slice() {
            [only] => format!(" on the sheet \"{}\"", sheets[*only].name),
            _ => " on any visible sheet".to_owned(),
        };
        Err(IntakeError::NoHeadings { place, rows: ROWS_LOOKED_AT })
    }

    /// The format.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The name of the sheet that is read.
    #[must_use]
    pub fn sheet(&self) -> &str {
        self.sheets.get(self.chosen).map_or("", |sheet| &sheet.name)
    }

    /// Visible sheets with data that are not read, where no sheet was asked for.
    #[must_use]
    pub fn other_sheets(&self) -> &[String] {
        &self.others
    }

    /// Every sheet, in order.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Which column holds what.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Hands over the outcome of each row that is not empty, in order. May be called again: it starts anew.
    ///
    /// # Errors
    /// [`IntakeError::Damaged`] and [`IntakeError::TooLarge`], after the rows before the damage were handed over.
    pub fn for_each_row(
        &mut self,
        scratch: &mut Scratch,
        visit: impl FnMut(RowOutcome<'_>),
    ) -> Result<(), IntakeError> {
        self.read(None, scratch, visit)
    }

    /// The same outcomes, with only the fields `wanted` filled in (and the gender, and what restores an index number).
    ///
    /// # Errors
    /// As [`Workbook::for_each_row`].
    pub fn for_each_row_of(
        &mut self,
        wanted: FieldSet,
        scratch: &mut Scratch,
        visit: impl FnMut(RowOutcome<'_>),
    ) -> Result<(), IntakeError> {
        self.read(Some(wanted), scratch, visit)
    }

    fn read(
        &mut self,
        wanted: Option<FieldSet>,
        scratch: &mut Scratch,
        mut visit: impl FnMut(RowOutcome<'_>),
    ) -> Result<(), IntakeError> {
        let Workbook { layout, format, book, chosen, merges, .. } = self;
        let reader = RowReader::new(layout, wanted);
        let first = layout.heading_rows().1;
        let room = &mut scratch.row;
        let mut rows = Rows::new(merges, |row: u32, text: &RowText| {
            if row > first {
                reader.read(row, text.iter(), room, &mut visit);
            }
            Flow::Continue
        });
        contained(*format, || book.stream(*chosen, &mut |row, column, cell| rows.cell(row, column, cell)))?;
        rows.finish();
        Ok(())
    }

    /// The cells of each row as they stand, merged or not.
    pub(crate) fn for_each_raw(&mut self, each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow) -> Result<(), IntakeError> {
        let Workbook { format, book, chosen, .. } = self;
        contained(*format, || book.stream(*chosen, each))
    }

    /// The merged regions of the sheet that is read.
    pub(crate) fn into_merges(self) -> Vec<Merge> {
        self.merges
    }
}

/// The sheets in which to look for headings: the one named, or every visible one.
fn candidates(sheets: &[Sheet], name: Option<&str>) -> Result<Vec<usize>, IntakeError> {
    let Some(name) = name else {
        return Ok((0..sheets.len()).filter(|&i| !sheets[i].hidden).collect());
    };
    let exact = sheets.iter().position(|sheet| sheet.name == name);
    let loose = || sheets.iter().position(|sheet| sheet.name.trim().to_lowercase() == name.trim().to_lowercase());
    exact.or_else(loose).map(|found| vec![found]).ok_or_else(|| {
        let names: Vec<String> = sheets.iter().map(|sheet| format!("\"{}\"", sheet.name)).collect();
        IntakeError::NoSuchSheet { name: name.to_owned(), available: names.join(", ") }
    })
}

impl<'b> Book<'b> {
    fn open(format: Format, bytes: &'b [u8], sheet: Option<&str>) -> Result<Book<'b>, IntakeError> {
        Ok(match format {
            Format::Xlsb => Book::Xlsb(Box::new(xlsb::XlsbBook::open(bytes)?)),
            Format::Xls => Book::Xls(Box::new(xls::XlsBook::open(bytes)?)),
            Format::Ods => Book::Ods(ods::OdsBook::open(bytes)?),
            Format::Xlsx | Format::Delimited => Book::Xlsx(Box::new(xlsx::XlsxBook::open(bytes, sheet)?)),
        })
    }
}

impl Book<'_> {
    fn sheets(&self) -> Vec<Sheet> {
        match self {
            Book::Xlsx(book) => book.sheets(),
            Book::Xlsb(book) => book.sheets(),
            Book::Xls(book) => book.sheets(),
            Book::Ods(book) => book.sheets(),
        }
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, IntakeError> {
        match self {
            Book::Xlsx(book) => book.merges(sheet),
            Book::Xlsb(book) => book.merges(sheet),
            Book::Xls(book) => Ok(book.merges(sheet)),
            Book::Ods(book) => Ok(book.merges(sheet)),
        }
    }

    /// Hands over the cells of a sheet, rows and columns from 0, until told to stop.
    fn stream(&mut self, sheet: usize, each: &mut dyn FnMut(u32, u32, Cell<'_>) -> Flow) -> Result<(), IntakeError> {
        match self {
            Book::Xlsx(book) => book.stream(sheet, each),
            Book::Xlsb(book) => book.stream(sheet, each),
            Book::Xls(book) => book.stream(sheet, each),
            Book::Ods(book) => book.stream(sheet, each),
        }
    }

    fn has_data(&mut self, sheet: usize) -> Result<bool, IntakeError> {
        let mut found = false;
        match self {
            Book::Xlsx(book) => return book.has_data(sheet),
            Book::Ods(book) => return Ok(book.has_data(sheet)),
            Book::Xlsb(_) | Book::Xls(_) => {}
        }
        self.merges(sheet)?;
        self.stream(sheet, &mut |_, _, cell| {
            found = cell != Cell::Empty && cell != Cell::Text("");
            if found { Flow::Stop } else { Flow::Continue }
        })?;
        Ok(found)
    }

    /// The first rows, with merged cells' values in every cell they span.
    fn head(&mut self, sheet: usize, merges: &[Merge]) -> Result<Vec<HeadRow>, IntakeError> {
        let mut head = grid::Head::new(merges);
        self.stream(sheet, &mut |row, column, cell| head.cell(row, column, cell))?;
        Ok(head.finish())
    }

    fn others_with_data(&mut self, sheets: &[Sheet], chosen: usize, named: bool) -> Result<Vec<String>, IntakeError> {
        let mut others = Vec::new();
        for (i, sheet) in sheets.iter().enumerate().filter(|(i, s)| *i != chosen && !s.hidden && !named) {
            if self.has_data(i)? {
                others.push(sheet.name.clone());
            }
        }
        Ok(others)
    }
}
