//! A whole table in memory: every row's cells as they stand and what became of it. For an import and its error workbook;
//! refuses nothing that the streams take, but keeps it all.

mod reading;
mod values;

use std::collections::BTreeMap;

pub use values::{GivenValues, SeenValue, ValueOf, same_value};

use crate::delimited::Delimited;
use crate::workbook::{Cell, Flow, Merge, Workbook};
use crate::{Family, Format, IntakeError, Layout, Options, Outcome, Scratch};

/// The most rows kept at once. A sub-county's sheet has a few thousand; the national roll is read as a stream.
const MOST_ROWS: usize = 200_000;

/// A cell as it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    /// Nothing.
    Empty,
    /// Text, a date (`yyyy-mm-dd`), a truth value or an error's name.
    Text(String),
    /// A number.
    Number(f64),
}

/// One row of the file that is not empty.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Its number, as a spreadsheet program shows it.
    pub row: u32,
    /// Its cells from the first column on, as they stand (a merged value only in its first cell).
    pub cells: Vec<TableCell>,
    /// What became of it; `None` for the headings and what stands above them.
    pub outcome: Option<Outcome>,
}

/// A whole table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file's format.
    pub format: Format,
    /// The sheet read; `None` for a text file.
    pub sheet: Option<String>,
    /// Visible sheets with data that were not read, where none was asked for.
    pub other_sheets: Vec<String>,
    /// Which column holds what.
    pub layout: Layout,
    /// Every row that is not empty, title block and headings included, in order.
    pub rows: Vec<TableRow>,
    merges: Vec<Merge>,
}

/// Told how many rows have been read; `false` stops the reading.
pub type Watch<'w> = &'w mut dyn FnMut(usize) -> bool;

/// Rows between two calls of a [`Watch`].
const WATCHED: usize = 256;

impl Table {
    /// Reads a file of any format.
    ///
    /// # Errors
    /// Every [`IntakeError`] but [`IntakeError::Stopped`].
    pub fn read(bytes: &[u8], options: &Options<'_>) -> Result<Table, IntakeError> {
        Table::read_watched(bytes, options, &mut |_| true)
    }

    /// Reads a file of any format, told on the way how far it is.
    ///
    /// # Errors
    /// Every [`IntakeError`].
    pub fn read_watched(bytes: &[u8], options: &Options<'_>, watch: Watch<'_>) -> Result<Table, IntakeError> {
        match Family::of(bytes)? {
            Family::Delimited => read_text(bytes, options, watch),
            Family::Workbook => read_workbook(bytes, options, watch),
        }
    }

    /// The rows that have an outcome.
    pub fn data(&self) -> impl Iterator<Item = (&TableRow, &Outcome)> {
        self.rows.iter().filter_map(|row| Some((row, row.outcome.as_ref()?)))
    }
}

fn read_text(bytes: &[u8], options: &Options<'_>, watch: Watch<'_>) -> Result<Table, IntakeError> {
    let mut file = Delimited::open(bytes, options)?;
    let layout = file.layout().clone();
    let mut rows = file.take_head();
    let mut scratch = Scratch::default();
    let mut buffer = Vec::new();
    while let Some(block) = file.next_block(buffer)? {
        let mut outcomes = BTreeMap::new();
        block.for_each_row(&layout, &mut scratch, |outcome| drop(outcomes.insert(outcome.row(), outcome.to_owned())));
        block.for_each_raw(&mut scratch, |row, cells| {
            let outcome = outcomes.remove(&row);
            let cells: Vec<TableCell> = cells.map(text_cell).collect();
            if cells.iter().any(|cell| *cell != TableCell::Empty) {
                rows.push(TableRow { row, cells, outcome });
            }
        });
        if rows.len() > MOST_ROWS {
            return Err(too_many_rows());
        }
        if !watch(rows.len()) {
            return Err(IntakeError::Stopped);
        }
        buffer = block.into_buffer();
    }
    Ok(Table { format: Format::Delimited, sheet: None, other_sheets: Vec::new(), layout, rows, merges: Vec::new() })
}

fn too_many_rows() -> IntakeError {
    IntakeError::too_large("the sheet", "200,000 rows")
}

pub(crate) fn text_cell(text: &str) -> TableCell {
    if text.is_empty() { TableCell::Empty } else { TableCell::Text(text.to_owned()) }
}

fn read_workbook(bytes: &[u8], options: &Options<'_>, watch: Watch<'_>) -> Result<Table, IntakeError> {
    let mut book = Workbook::open(bytes, options)?;
    let mut rows: BTreeMap<u32, TableRow> = BTreeMap::new();
    let mut refused = None;
    book.for_each_raw(&mut |row, column, cell| {
        let value = raw_cell(cell);
        if value == TableCell::Empty || column as usize >= crate::layout::MOST_COLUMNS {
            return Flow::Continue;
        }
        if !rows.contains_key(&(row + 1)) {
            refused = row_refused(rows.len(), watch);
        }
        if refused.is_some() {
            return Flow::Stop;
        }
        put(&mut rows, row + 1, column as usize, value);
        Flow::Continue
    })?;
    if let Some(error) = refused {
        return Err(error);
    }
    let mut table = Table {
        format: book.format(),
        sheet: Some(book.sheet().to_owned()),
        other_sheets: book.other_sheets().to_vec(),
        layout: book.layout().clone(),
        rows: rows.into_values().collect(),
        merges: book.into_merges(),
    };
    table.read_outcomes();
    Ok(table)
}

/// Why no row may follow so many: there are too many, or whoever watches stops the reading.
fn row_refused(rows: usize, watch: Watch<'_>) -> Option<IntakeError> {
    if rows > MOST_ROWS {
        return Some(too_many_rows());
    }
    (rows.is_multiple_of(WATCHED) && !watch(rows)).then_some(IntakeError::Stopped)
}

fn put(rows: &mut BTreeMap<u32, TableRow>, row: u32, column: usize, value: TableCell) {
    let entry = rows.entry(row).or_insert_with(|| TableRow { row, cells: Vec::new(), outcome: None });
    if entry.cells.len() <= column {
        entry.cells.resize(column + 1, TableCell::Empty);
    }
    entry.cells[column] = value;
}

fn raw_cell(cell: Cell<'_>) -> TableCell {
    match cell {
        Cell::Empty => TableCell::Empty,
        Cell::Number(number) => TableCell::Number(number),
        other => {
            let mut text = String::new();
            other.write(&mut text);
            text_cell(&text)
        }
    }
}
