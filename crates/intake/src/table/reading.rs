//! The cells of a whole table as its reader sees them, and what becomes of a row that reads otherwise. Owns the way from
//! kept cells back to outcomes; the path that rows take is that of every format.

use regulations::Field;

use super::{Table, TableCell};
use crate::rows::{RowReader, RowScratch};
use crate::workbook::{Cell, Flow, RowText, Rows};
use crate::{Outcome, Role};

impl Table {
    /// What becomes of each row below the headings, from the cells kept.
    pub(super) fn read_outcomes(&mut self) {
        let first = self.layout.heading_rows().1;
        let reader = RowReader::new(&self.layout, None);
        let mut scratch = RowScratch::default();
        let mut outcomes = Vec::with_capacity(self.rows.len());
        self.for_each_text(|row, text| {
            let mut found = None;
            if row > first {
                reader.read(row, text.iter(), &mut scratch, &mut |outcome| found = Some(outcome.to_owned()));
            }
            outcomes.push(found);
        });
        for (row, outcome) in self.rows.iter_mut().zip(outcomes) {
            row.outcome = outcome;
        }
    }

    /// Every row's cells as text, in the order of the rows: numbers written out, merged values in every row they span.
    #[must_use]
    pub fn texts(&self) -> Vec<Vec<String>> {
        let mut texts = Vec::with_capacity(self.rows.len());
        self.for_each_text(|_, text| texts.push(text.iter().map(str::to_owned).collect()));
        texts
    }

    /// What becomes of a row whose cells read so; `None` where it is empty.
    #[must_use]
    pub fn outcome_of(&self, row: u32, texts: &[String]) -> Option<Outcome> {
        let mut found = None;
        let cells = texts.iter().map(String::as_str);
        RowReader::new(&self.layout, None)
            .read(row, cells, &mut RowScratch::default(), &mut |outcome| found = Some(outcome.to_owned()));
        found
    }

    /// The columns that feed a field.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let feeds = move |role: &Role| match role {
            Role::Field(other) => *other == field,
            Role::NamePart(_) => field == Field::Name,
            Role::Subject(_) => field == Field::Subjects,
            Role::Ignored => false,
        };
        self.layout.columns().iter().filter(move |column| feeds(&column.role)).map(|column| column.index)
    }

    fn for_each_text(&self, mut visit: impl FnMut(u32, &RowText)) {
        let mut rows = Rows::new(&self.merges, |row, text: &RowText| {
            visit(row, text);
            Flow::Continue
        });
        for row in &self.rows {
            for (column, cell) in (0..).zip(&row.cells) {
                rows.cell(row.row - 1, column, cell.into());
            }
        }
        rows.finish();
    }
}

impl<'a> From<&'a TableCell> for Cell<'a> {
    fn from(cell: &'a TableCell) -> Self {
        match cell {
            TableCell::Empty => Cell::Empty,
            TableCell::Text(text) => Cell::Text(text),
            TableCell::Number(number) => Cell::Number(*number),
        }
    }
}
