//! The user's sheet as cells. Owns their kinds and what can be told from them; refuses to read files.

use regulations::Field;

use crate::layout::Role;
use crate::table::{Table, TableCell};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    /// Nothing.
    Empty,
    /// Text, as typed.
    Text(String),
    /// A number.
    Number(f64),
    /// A truth value.
    Bool(bool),
    /// A date, in days since the last day of 1899 but one, as spreadsheets count.
    Date(f64),
    /// A formula's error, such as `#N/A`.
    Error(String),
}

/// One sheet of the user's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetCells {
    /// The sheet's name; empty for a text file.
    pub name: String,
    /// The last row of the headings, as a spreadsheet program shows it; 0 where there are none.
    pub heading_row: u32,
    /// Rows that are not empty, in order, with their numbers as a spreadsheet program shows them.
    pub rows: Vec<(u32, Vec<CellValue>)>,
    /// Which columns, counted from 0, hold which field. A field may have several.
    pub columns: Vec<(Field, usize)>,
}

/// The widest a column becomes, in characters.
const WIDEST: usize = 45;
/// So many rows tell how wide the columns are.
const ROWS_MEASURED: usize = 500;

impl SheetCells {
    /// The cells of a table that was read.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let field = |role: &Role| match role {
            Role::Field(field) => Some(*field),
            Role::NamePart(_) => Some(Field::Name),
            Role::Subject(_) => Some(Field::Subjects),
            Role::Ignored => None,
        };
        let columns = table.layout.columns().iter();
        SheetCells {
            name: table.sheet.clone().unwrap_or_default(),
            heading_row: table.layout.heading_rows().1,
            rows: table.rows.iter().map(|row| (row.row, row.cells.iter().map(CellValue::from).collect())).collect(),
            columns: columns.filter_map(|column| Some((field(&column.role)?, column.index))).collect(),
        }
    }

    /// The fields that a column holds.
    pub(super) fn fields_at(&self, place: usize) -> impl Iterator<Item = Field> {
        self.columns.iter().filter(move |(_, at)| *at == place).map(|(field, _)| *field)
    }

    /// The name as .xlsx allows it: at most 31 characters, without `[]:*?/\` and without apostrophes at its ends.
    pub(super) fn usable_name(&self) -> String {
        let allowed = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
        let mut room = 31;
        let fits = |c: &char| {
            room -= c.len_utf16() as i32;
            room >= 0
        };
        let name: String = self.name.chars().filter(allowed).take_while(fits).collect();
        let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        if name.is_empty() { "Candidates".to_owned() } else { name.to_owned() }
    }

    /// Where the added columns begin: over those of an earlier round, else after the last column.
    pub(super) fn place_of_added(&self, headings: &[&str]) -> usize {
        let widest = self.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let known = self.columns.iter().map(|(_, place)| place + 1).max().unwrap_or(0);
        let heading = self.rows.iter().find(|(row, _)| *row == self.heading_row);
        let earlier = heading.and_then(|(_, cells)| {
            let first = cells.len().checked_sub(headings.len())?;
            let same = |(cell, text): (&CellValue, &&str)| matches!(cell, CellValue::Text(t) if t == text);
            (cells[first..].iter().zip(headings).all(same) && first >= known).then_some(first)
        });
        earlier.unwrap_or(widest.max(known))
    }

    /// How wide each column should be to show its values, in characters.
    pub(super) fn widths(&self) -> Vec<f64> {
        let mut widths = Vec::new();
        let below_title = self.rows.iter().filter(|(row, _)| *row >= self.heading_row);
        for (_, cells) in below_title.take(ROWS_MEASURED) {
            widths.resize(widths.len().max(cells.len()), 9_usize);
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.characters().min(WIDEST) + 2);
            }
        }
        widths.into_iter().map(|width| width as f64).collect()
    }
}

impl CellValue {
    fn characters(&self) -> usize {
        match self {
            CellValue::Empty => 0,
            CellValue::Text(text) | CellValue::Error(text) => text.chars().count(),
            CellValue::Number(number) => number.to_string().len(),
            CellValue::Bool(_) => 5,
            CellValue::Date(_) => 10,
        }
    }
}

impl From<&TableCell> for CellValue {
    fn from(cell: &TableCell) -> Self {
        match cell {
            TableCell::Empty => CellValue::Empty,
            TableCell::Text(text) => CellValue::Text(text.clone()),
            TableCell::Number(number) => CellValue::Number(*number),
        }
    }
}
