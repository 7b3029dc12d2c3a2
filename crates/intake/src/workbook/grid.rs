//! Cells one by one -> rows of text. Owns merged cells: a value holds for every row that its cell spans.

use super::{Cell, Flow};
use crate::layout::{HeadRow, MOST_COLUMNS, ROWS_LOOKED_AT};

/// A merged region; rows and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u32, u32),
}

/// One row's cells as text, by column.
#[derive(Debug, Default)]
pub(crate) struct RowText {
    text: String,
    spans: Vec<(u32, u32)>,
}

impl RowText {
    fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
    }

    fn set(&mut self, column: usize, write: impl FnOnce(&mut String)) {
        if self.spans.len() <= column {
            self.spans.resize(column + 1, (0, 0));
        }
        let start = self.text.len() as u32;
        write(&mut self.text);
        self.spans[column] = (start, self.text.len() as u32);
    }

    fn get(&self, column: usize) -> &str {
        let (start, end) = self.spans.get(column).copied().unwrap_or((0, 0));
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.spans.iter().map(|&(start, end)| self.text.get(start as usize..end as usize).unwrap_or(""))
    }
}

/// Gathers cells into rows and hands each row over, numbered from 1.
pub(crate) struct Rows<'m, V> {
    merges: Vec<&'m Merge>,
    next_merge: usize,
    /// The merged value that holds in a column, and the last row in which it does.
    held: Vec<Option<(u32, String)>>,
    row: Option<u32>,
    text: RowText,
    has_own: bool,
    visit: V,
}

impl<'m, V: FnMut(u32, &RowText) -> Flow> Rows<'m, V> {
    pub(crate) fn new(merges: &'m [Merge], visit: V) -> Self {
        let spans_rows = |merge: &&Merge| merge.rows.1 > merge.rows.0 && (merge.columns.0 as usize) < MOST_COLUMNS;
        let mut merges: Vec<&Merge> = merges.iter().filter(spans_rows).collect();
        merges.sort_by_key(|merge| merge.rows.0);
        Rows { merges, next_merge: 0, held: Vec::new(), row: None, text: RowText::default(), has_own: false, visit }
    }

    /// Takes a cell; cells of one row follow each other.
    #[inline]
    pub(crate) fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Flow {
        if self.row != Some(row) {
            if self.finish() == Flow::Stop {
                return Flow::Stop;
            }
            self.row = Some(row);
        }
        if (column as usize) < MOST_COLUMNS && !matches!(cell, Cell::Empty | Cell::Text("")) {
            self.text.set(column as usize, |text| cell.write(text));
            self.has_own = true;
        }
        Flow::Continue
    }

    /// Hands over the last row.
    pub(crate) fn finish(&mut self) -> Flow {
        let Some(row) = self.row.take() else { return Flow::Continue };
        if !self.merges.is_empty() {
            self.hold(row);
        }
        let flow = if self.has_own { (self.visit)(row + 1, &self.text) } else { Flow::Continue };
        self.text.clear();
        self.has_own = false;
        flow
    }

    /// Notes the merged values that begin here, and fills in those that hold from above.
    fn hold(&mut self, row: u32) {
        while let Some(merge) = self.merges.get(self.next_merge).filter(|merge| merge.rows.0 <= row) {
            let column = merge.columns.0 as usize;
            if merge.rows.0 == row {
                if self.held.len() <= column {
                    self.held.resize(column + 1, None);
                }
                self.held[column] = Some((merge.rows.1, self.text.get(column).to_owned()));
            }
            self.next_merge += 1;
        }
        for (column, held) in self.held.iter().enumerate() {
            if let Some((last, value)) = held
                && *last >= row
                && self.text.get(column).is_empty()
            {
                self.text.set(column, |text| text.push_str(value));
            }
        }
    }
}

/// Rows looked at beyond which no headings are expected, empty ones counted.
const MOST_ROWS: usize = 200;

/// Gathers the first rows, in which headings are looked for.
pub(crate) struct Head<'m> {
    merges: &'m [Merge],
    rows: Vec<HeadRow>,
    filled: usize,
}

impl<'m> Head<'m> {
    pub(crate) fn new(merges: &'m [Merge]) -> Self {
        Head { merges, rows: Vec::new(), filled: 0 }
    }

    pub(crate) fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Flow {
        let mut text = String::new();
        cell.write(&mut text);
        if text.trim().is_empty() || column as usize >= MOST_COLUMNS {
            return if self.rows.last().is_some_and(|last| (row as usize) > last.row as usize + MOST_ROWS) {
                Flow::Stop
            } else {
                Flow::Continue
            };
        }
        if self.rows.last().is_none_or(|last| last.row != row + 1) {
            if self.filled > ROWS_LOOKED_AT + 5 || self.rows.len() > MOST_ROWS {
                return Flow::Stop;
            }
            self.begin(row);
        }
        if let Some(current) = self.rows.last_mut() {
            let column = column as usize;
            if current.cells.len() <= column {
                current.cells.resize(column + 1, String::new());
            }
            current.cells[column] = text;
        }
        Flow::Continue
    }

    /// Begins a row, with the empty rows before it.
    fn begin(&mut self, row: u32) {
        let next = self.rows.last().map_or(1, |last| last.row + 1);
        for empty in next..=row {
            if self.rows.len() > MOST_ROWS {
                break;
            }
            self.rows.push(HeadRow { row: empty, cells: Vec::new() });
        }
        self.rows.push(HeadRow { row: row + 1, cells: Vec::new() });
        self.filled += 1;
    }

    /// The rows, with the value of a merged cell in every cell that it spans.
    pub(crate) fn finish(mut self) -> Vec<HeadRow> {
        for merge in self.merges {
            self.spread(merge);
        }
        self.rows
    }

    fn spread(&mut self, merge: &Merge) {
        let (first, last) = merge.rows;
        let anchor = self.rows.iter().find(|row| row.row == first.saturating_add(1));
        let Some(value) = anchor.and_then(|row| row.cells.get(merge.columns.0 as usize)).cloned() else { return };
        let columns = merge.columns.0 as usize..=(merge.columns.1 as usize).min(MOST_COLUMNS - 1);
        for row in self.rows.iter_mut().filter(|row| row.row > first && row.row <= last.saturating_add(1)) {
            for column in columns.clone() {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, String::new());
                }
                if row.cells[column].is_empty() {
                    row.cells[column].clone_from(&value);
                }
            }
        }
    }
}
