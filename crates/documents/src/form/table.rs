//! Tables of a form: columns of set widths, rows kept whole, the head printed again on each page.

use std::rc::Rc;

use genpdf::error::Error;
use genpdf::render::Area;
use genpdf::style::Style;
use genpdf::{Context, Element, RenderResult, Size};

use super::element::size;
use super::{Look, Pen, Ruler};
use crate::measure::{GREY, HAIR};

/// To which side a column's text is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    /// For figures.
    Right,
}

/// A column: its head, its width in millimetres, its side.
pub(crate) struct Column(pub(crate) &'static str, pub(crate) f64, pub(crate) Align);

/// A row.
pub(crate) enum Row {
    /// Values, one a column.
    Values(Vec<String>),
    /// A line that heads the rows below it.
    Group(String),
    /// Values that sum the rows above.
    Total(Vec<String>),
}

/// A table.
pub(crate) struct Table {
    /// Stands over it and stays with its first rows; may be empty.
    pub(crate) heading: &'static str,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// Space between columns.
const GUTTER: f64 = 3.0;
const HEAD: f64 = 6.2;
const HEADING: f64 = 8.6;
const PADDING: f64 = 1.3;

impl Table {
    fn row_height(&self, ruler: Ruler<'_>, row: &Row) -> f64 {
        let lines = match row {
            Row::Group(_) => return 6.8,
            Row::Values(values) | Row::Total(values) => {
                let columns = self.columns.iter().zip(values);
                columns.map(|(column, value)| ruler.lines(row.look(), value, column.1 - GUTTER).len()).max()
            }
        };
        lines.unwrap_or(1).max(1) as f64 * Look::TEXT.leading() + PADDING
    }

    fn width(&self) -> f64 {
        self.columns.iter().map(|column| column.1).sum::<f64>()
    }

    fn draw_head(&self, pen: &Pen<'_>) {
        let mut x = 0.0;
        for Column(head, width, align) in &self.columns {
            match align {
                Align::Left => drop(pen.text(x, 4.0, Look::LABEL, head)),
                Align::Right => pen.text_to(x + width, 4.0, Look::LABEL, head),
            }
            x += width;
        }
        pen.rule(0.0, self.width(), 5.6, GREY);
    }

    fn draw_row(&self, pen: &Pen<'_>, row: &Row, top: f64, height: f64) {
        match row {
            Row::Group(name) => drop(pen.text(0.0, top + 4.8, Look::STRONG, name)),
            Row::Values(values) | Row::Total(values) => self.draw_values(pen, values, row.look(), top),
        }
        pen.rule(0.0, self.width(), top + height - 0.1, HAIR);
    }

    fn draw_values(&self, pen: &Pen<'_>, values: &[String], look: Look, top: f64) {
        let mut x = 0.0;
        for (Column(_, width, align), value) in self.columns.iter().zip(values) {
            let mut baseline = top + 3.9;
            for line in pen.ruler.lines(look, value, width - GUTTER) {
                match align {
                    Align::Left => drop(pen.text(x, baseline, look, &line)),
                    Align::Right => pen.text_to(x + width, baseline, look, &line),
                }
                baseline += look.leading();
            }
            x += width;
        }
    }
}

impl Row {
    fn look(&self) -> Look {
        match self {
            Row::Values(_) => Look::TEXT,
            Row::Group(_) | Row::Total(_) => Look::STRONG,
        }
    }
}

/// A table on its way over the pages.
pub(super) struct Flow {
    table: Rc<Table>,
    next: usize,
}

impl Flow {
    pub(super) fn new(table: Rc<Table>) -> Self {
        Flow { table, next: 0 }
    }

    /// Height of what stands above the rows on this page.
    fn above(&self) -> f64 {
        if self.next == 0 && !self.table.heading.is_empty() { HEADING + HEAD } else { HEAD }
    }

    /// How many of the rows still to come fit on this page, and the height of each. A group's line is not left alone at
    /// the foot of a page.
    fn fitting(&self, ruler: Ruler<'_>, room: f64) -> Vec<f64> {
        let mut heights = Vec::new();
        let mut used = self.above();
        for row in self.table.rows.iter().skip(self.next) {
            let height = self.table.row_height(ruler, row);
            if used + height > room {
                break;
            }
            used += height;
            heights.push(height);
        }
        let more = self.next + heights.len() < self.table.rows.len();
        while more && matches!(self.last_of(heights.len()), Some(Row::Group(_))) {
            heights.pop();
        }
        heights
    }

    /// The last of the next `count` rows.
    fn last_of(&self, count: usize) -> Option<&Row> {
        self.table.rows.get((self.next + count).checked_sub(1)?).filter(|_| count > 0)
    }
}

impl Element for Flow {
    fn render(&mut self, context: &Context, area: Area<'_>, _: Style) -> Result<RenderResult, Error> {
        let (width, room) = size(&area);
        let ruler = Ruler { context };
        let mut heights = self.fitting(ruler, room);
        if heights.is_empty() && self.next < self.table.rows.len() {
            if room < super::page::whole_page(room) - 0.02 {
                return Ok(RenderResult { size: Size::default(), has_more: true });
            }
            heights.push(room - self.above());
        }
        let pen = Pen { ruler, area };
        let mut top = self.above();
        pen.text(0.0, 6.0, Look::HEADING, if self.next == 0 { self.table.heading } else { "" });
        self.table.draw_head(&pen.below(top - HEAD));
        for height in heights {
            if let Some(row) = self.table.rows.get(self.next) {
                self.table.draw_row(&pen, row, top, height);
            }
            top += height;
            self.next += 1;
        }
        let has_more = self.next < self.table.rows.len();
        Ok(RenderResult { size: Size::new(width, top + 1.5), has_more })
    }
}
