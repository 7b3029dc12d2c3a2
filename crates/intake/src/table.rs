//! A whole table in memory: every row's cells as they stand and what became of it. For an import and its error workbook;
//! refuses nothing that the streams take, but keeps it all.

use std::collections::BTreeMap;

use crate::delimited::Delimited;
use crate::workbook::{Cell, Workbook};
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
}

impl Table {
    /// Reads a file of any format.
    ///
    /// # Errors
    /// Every [`IntakeError`].
    pub fn read(bytes: &[u8], options: &Options<'_>) -> Result<Table, IntakeError> {
        match Family::of(bytes)? {
            Family::Delimited => read_text(bytes, options),
            Family::Workbook => read_workbook(bytes, options),
        }
    }

    /// The rows that have an outcome.
    pub fn data(&self) -> impl Iterator<Item = (&TableRow, &Outcome)> {
        self.rows.iter().filter_map(|row| Some((row, row.outcome.as_ref()?)))
    }
}

fn read_text(bytes: &[u8], options: &Options<'_>) -> Result<Table, IntakeError> {
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
        buffer = block.into_buffer();
    }
    Ok(Table { format: Format::Delimited, sheet: None, other_sheets: Vec::new(), layout, rows })
}

fn too_many_rows() -> IntakeError {
    IntakeError::too_large("the sheet", "200,000 rows")
}

pub(crate) fn text_cell(text: &str) -> TableCell {
    if text.is_empty() { TableCell::Empty } else { TableCell::Text(text.to_owned()) }
}

fn read_workbook(bytes: &[u8], options: &Options<'_>) -> Result<Table, IntakeError> {
    let mut book = Workbook::open(bytes, options)?;
    let mut rows: BTreeMap<u32, TableRow> = BTreeMap::new();
    let mut full = false;
    book.for_each_raw(&mut |row, column, cell| {
        full |= rows.len() > MOST_ROWS;
        let value = if full { TableCell::Empty } else { raw_cell(cell) };
        if value != TableCell::Empty && (column as usize) < crate::layout::MOST_COLUMNS {
            let row = row + 1;
            let entry = rows.entry(row).or_insert_with(|| TableRow { row, cells: Vec::new(), outcome: None });
            if entry.cells.len() <= column as usize {
                entry.cells.resize(column as usize + 1, TableCell::Empty);
            }
            entry.cells[column as usize] = value;
        }
    })?;
    if full {
        return Err(too_many_rows());
    }
    book.for_each_row(&mut Scratch::default(), |outcome| {
        if let Some(row) = rows.get_mut(&outcome.row()) {
            row.outcome = Some(outcome.to_owned());
        }
    })?;
    Ok(Table {
        format: book.format(),
        sheet: Some(book.sheet().to_owned()),
        other_sheets: book.other_sheets().to_vec(),
        layout: book.layout().clone(),
        rows: rows.into_values().collect(),
    })
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
