//! Spreadsheets to try the intake on. Owns one small model of a sheet and a writer for each format that schools send;
//! refuses to read any of them (that is `intake`'s), and writes the same bytes for the same sheets.

mod compound;
mod delimited;
mod ods;
mod xls;
mod xlsb;
mod xlsx;
mod zipped;

use std::collections::BTreeMap;

pub use compound::compound;
pub use delimited::{Encoding, delimited};
pub use ods::ods;
pub use xls::{locked_xls, xls};
pub use xlsb::xlsb;
pub use xlsx::{xlsm, xlsx};
pub use zipped::zipped;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text as typed.
    Text(String),
    /// A number, however many digits it lost.
    Number(f64),
    /// A calendar date: year, month, day.
    Date(u16, u8, u8),
    /// A formula without its `=`, and the value a spreadsheet program left beside it.
    Formula(String, Box<Cell>),
    /// The error `#N/A`.
    NotAvailable,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Cell::Number(number)
    }
}

impl Cell {
    /// The number of days that a spreadsheet stores for a date.
    #[must_use]
    pub fn serial(year: u16, month: u8, day: u8) -> f64 {
        let (year, month) = (i32::from(year) - i32::from(month < 3), i32::from(month));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day) - 1;
        let days = year * 365 + year / 4 - year / 100 + year / 400 + of_year;
        // 30 December 1899 is day 693,899 of this count from 1 March of the year 0.
        f64::from(days - 693_899)
    }

    /// The cell as a comma-separated file would hold it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Date(year, month, day) => format!("{day:02}/{month:02}/{year}"),
            Cell::Formula(_, value) => value.text(),
            Cell::NotAvailable => "#N/A".to_owned(),
        }
    }
}

/// A rectangle of cells merged into one: first row, first column, last row, last column, from 0.
pub type Span = (u32, u16, u32, u16);

/// One sheet of a workbook. Rows and columns count from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name on the tab.
    pub name: String,
    /// Whether the tab is hidden.
    pub hidden: bool,
    cells: BTreeMap<(u32, u16), Cell>,
    merged: Vec<Span>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Sheet { name: name.to_owned(), ..Sheet::default() }
    }

    /// Puts a value into a cell.
    pub fn put(&mut self, row: u32, column: u16, cell: impl Into<Cell>) {
        self.cells.insert((row, column), cell.into());
    }

    /// Puts values side by side; empty texts leave their cells empty.
    pub fn put_row(&mut self, row: u32, first_column: u16, texts: &[&str]) {
        for (column, text) in (first_column..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            self.put(row, column, *text);
        }
    }

    /// Empties a cell.
    pub fn clear(&mut self, row: u32, column: u16) {
        self.cells.remove(&(row, column));
    }

    /// What a cell shows; empty where nothing stands in it.
    #[must_use]
    pub fn text(&self, row: u32, column: u16) -> String {
        self.cells.get(&(row, column)).map(Cell::text).unwrap_or_default()
    }

    /// Merges a rectangle; its value is that of its first cell.
    pub fn merge(&mut self, span: Span) {
        self.merged.push(span);
    }

    /// How many rows and columns are in use.
    #[must_use]
    pub fn size(&self) -> (u32, u16) {
        let rows = self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        (rows, self.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0))
    }

    /// The cells of a row, by column.
    fn row(&self, row: u32) -> impl Iterator<Item = (u16, &Cell)> {
        self.cells.range((row, 0)..=(row, u16::MAX)).map(|((_, column), cell)| (*column, cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_stored_as_spreadsheets_store_them() {
        assert_eq!(Cell::serial(1900, 3, 1), 61.0);
        assert_eq!(Cell::serial(2008, 2, 29), 39_507.0);
        assert_eq!(Cell::serial(2026, 11, 22), 46_348.0);
    }
}
