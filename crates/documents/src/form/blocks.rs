//! The blocks that forms are made of.

use super::{Block, Look, Pen, Ruler};
use crate::measure::{GREEN, GREY, HAIR};
use crate::model::Head;

/// A heading of a part.
pub(crate) struct Heading(pub(crate) String);

impl Block for Heading {
    fn height(&self, _: &Ruler<'_>, _: f64) -> f64 {
        8.6
    }

    fn draw(&self, pen: &Pen<'_>, _: f64) {
        pen.text(0.0, 6.0, Look::HEADING, &self.0);
    }
}

/// A paragraph.
pub(crate) struct Prose(pub(crate) String);

impl Block for Prose {
    fn height(&self, ruler: &Ruler<'_>, width: f64) -> f64 {
        ruler.lines(Look::TEXT, &self.0, width).len() as f64 * Look::TEXT.leading() + 1.8
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        pen.lines((0.0, 3.4), Look::TEXT, &self.0, width);
    }
}

/// Blocks that stay on one page.
pub(crate) struct Together(pub(crate) Vec<Box<dyn Block>>);

impl Block for Together {
    fn height(&self, ruler: &Ruler<'_>, width: f64) -> f64 {
        self.0.iter().map(|block| block.height(ruler, width)).sum()
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        let mut top = 0.0;
        for block in &self.0 {
            block.draw(&pen.below(top), width);
            top += block.height(&pen.ruler, width);
        }
    }
}

/// Labels over their values, in columns of equal width; an empty value is a line to write on.
pub(crate) struct Facts {
    pub(crate) columns: usize,
    pub(crate) facts: Vec<(String, String)>,
}

impl Facts {
    fn step(&self, width: f64) -> f64 {
        (width + GUTTER) / self.columns.max(1) as f64
    }

    fn row_height(&self, ruler: Ruler<'_>, row: &[(String, String)], width: f64) -> f64 {
        let wide = self.step(width) - GUTTER;
        let tallest = row.iter().map(|(_, value)| ruler.lines(Look::TEXT, value, wide).len()).max();
        5.4 + tallest.unwrap_or(1).max(1) as f64 * Look::TEXT.leading() + 0.6
    }
}

/// Space between columns.
const GUTTER: f64 = 4.0;

impl Block for Facts {
    fn height(&self, ruler: &Ruler<'_>, width: f64) -> f64 {
        self.facts.chunks(self.columns.max(1)).map(|row| self.row_height(*ruler, row, width)).sum()
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        let step = self.step(width);
        let mut top = 0.0;
        for row in self.facts.chunks(self.columns.max(1)) {
            for (column, (label, value)) in row.iter().enumerate() {
                let x = column as f64 * step;
                pen.text(x, top + 3.0, Look::LABEL, label);
                pen.lines((x, top + 7.2), Look::TEXT, value, step - GUTTER);
                if value.is_empty() {
                    pen.rule(x, x + step - GUTTER, top + 8.0, HAIR);
                }
            }
            top += self.row_height(pen.ruler, row, width);
        }
    }
}

/// Boxes to tick, one after the other.
pub(crate) struct Ticks {
    pub(crate) label: String,
    pub(crate) boxes: Vec<(String, bool)>,
}

/// Where the boxes begin, right of their label.
const TICKS: f64 = 32.0;
const TICK_LINE: f64 = 5.2;

impl Ticks {
    /// Where each box goes: its place and line.
    fn places(&self, ruler: Ruler<'_>, width: f64) -> Vec<(f64, usize)> {
        let (mut x, mut line) = (TICKS, 0);
        let mut places = Vec::new();
        for (text, _) in &self.boxes {
            let wide = 4.2 + ruler.width(Look::TEXT, text) + 5.0;
            if x > TICKS && x + wide - 5.0 > width {
                (x, line) = (TICKS, line + 1);
            }
            places.push((x, line));
            x += wide;
        }
        places
    }
}

impl Block for Ticks {
    fn height(&self, ruler: &Ruler<'_>, width: f64) -> f64 {
        (self.places(*ruler, width).last().map_or(0, |(_, line)| *line) + 1) as f64 * TICK_LINE + 0.6
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        pen.text(0.0, 3.8, Look::LABEL, &self.label);
        for ((text, ticked), (x, line)) in self.boxes.iter().zip(self.places(pen.ruler, width)) {
            let baseline = 3.8 + line as f64 * TICK_LINE;
            pen.tick_box(x, baseline, *ticked);
            pen.text(x + 4.2, baseline, Look::TEXT, text);
        }
    }
}

/// A sum that must be seen: a label and an amount between two rules.
pub(crate) struct Sum {
    pub(crate) label: String,
    pub(crate) amount: String,
}

impl Block for Sum {
    fn height(&self, _: &Ruler<'_>, _: f64) -> f64 {
        13.6
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        pen.thick_rule(0.0, width, 2.0, GREEN);
        pen.text(0.0, 8.6, Look::STRONG.sized(11), &self.label);
        pen.text_to(width, 8.8, Look::STRONG.sized(15), &self.amount);
        pen.thick_rule(0.0, width, 12.0, GREEN);
    }
}

/// Lines for name, signature and date, and a place for the stamp.
pub(crate) struct Signing {
    pub(crate) head: Head,
}

impl Block for Signing {
    fn height(&self, _: &Ruler<'_>, _: f64) -> f64 {
        37.0
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        let (stamp, lines) = (50.0, width - 56.0);
        pen.text(0.0, 5.0, Look::STRONG, &self.head.office);
        pen.text(0.0, 16.6, Look::STRONG, &self.head.name);
        for (label, from, to, y) in
            [("Name", 0.0, lines, 18.0), ("Signature", 0.0, lines * 0.62, 33.0), ("Date", lines * 0.68, lines, 33.0)]
        {
            pen.rule(from, to, y, GREY);
            pen.text(from, y + 3.2, Look::LABEL, label);
        }
        pen.frame((width - stamp, 2.0), (stamp, 34.0), HAIR);
        pen.text(width - stamp + 2.0, 34.4, Look::LABEL, "Official stamp");
    }
}
