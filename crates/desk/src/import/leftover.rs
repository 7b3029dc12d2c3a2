//! The rows that stay out, as a workbook that imports again: the user's own headings over those rows alone, cells as they
//! were mended, and what is wrong beside each. Owns which rows; the look is `intake`'s.

use intake::error_workbook::{CellValue, RowReport, SheetCells, Verdict, error_workbook};
use regulations::Language;

use super::report::{plain, report};
use super::staging::{Fate, Staged, Staging};
use crate::error::{Error, Result};
use crate::rulebook::Rulebook;

impl Staging {
    /// The error workbook of the rows that are not in the register. Before anything was applied these are the rows with
    /// errors, the refused ones and those of other centres.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn leftover(&self, book: &Rulebook, language: Language) -> Result<Vec<u8>> {
        let left: Vec<&Staged> = self.rows().iter().filter(|row| self.stays_out(row)).collect();
        let mut sheet = SheetCells::of(&self.table);
        sheet.rows.retain(|(row, _)| *row <= sheet.heading_row);
        let mut reports = Vec::with_capacity(left.len());
        for (number, row) in (sheet.heading_row + 1..).zip(left) {
            sheet.rows.push((number, self.cells(row)));
            reports.push(of_row(book, language, number, row));
        }
        error_workbook(&sheet, &reports).map_err(|error| Error::Workbook(error.to_string()))
    }

    fn stays_out(&self, row: &Staged) -> bool {
        match row.fate {
            Fate::TakenIn(_) | Fate::Skipped(_) => false,
            Fate::New | Fate::Update(_) => self.is_applied() || row.has_errors(),
            Fate::Elsewhere(_) | Fate::Refused { .. } => true,
        }
    }

    /// A row's cells: as they stand, merged values filled in, mended ones replaced where a field has one column.
    fn cells(&self, staged: &Staged) -> Vec<CellValue> {
        let Ok(place) = self.table.rows.binary_search_by_key(&staged.row, |row| row.row) else { return Vec::new() };
        let mut cells: Vec<CellValue> = self.table.rows[place].cells.iter().map(CellValue::from).collect();
        for (column, text) in self.texts[place].iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            if cells.get(column).is_none_or(|cell| *cell == CellValue::Empty) {
                put(&mut cells, column, text);
            }
        }
        for field in self.mended(staged.row) {
            let columns: Vec<usize> = self.table.columns_of(field).collect();
            if let [column] = columns[..] {
                put(&mut cells, column, staged.draft.get(field));
            }
        }
        cells
    }
}

fn put(cells: &mut Vec<CellValue>, column: usize, text: &str) {
    if cells.len() <= column {
        cells.resize(column + 1, CellValue::Empty);
    }
    cells[column] = if text.is_empty() { CellValue::Empty } else { CellValue::Text(text.to_owned()) };
}

fn of_row(book: &Rulebook, language: Language, number: u32, row: &Staged) -> RowReport {
    match &row.fate {
        Fate::Refused { cell, reason } => plain(number, Verdict::Refused, vec![format!("{cell}: {reason}")]),
        Fate::Elsewhere(centre) => {
            plain(number, Verdict::Skipped, vec![format!("belongs to the register of centre {centre}")])
        }
        _ => report(book, language, number, &row.findings),
    }
}
