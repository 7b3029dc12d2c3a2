//! Drawing in millimetres on genpdf's areas: baselines instead of tops, and text cut into lines that fit. genpdf knows one
//! width of line; the finished file makes it a hairline.

use genpdf::render::Area;
use genpdf::style::{Color, Style};
use genpdf::{Context, Mm, Position};

use crate::measure::{BLACK, GREEN, GREY, HAIR, Ink};
use crate::print_text::{printable, wrap};

/// How a text looks.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: u8,
    pub(crate) bold: bool,
    pub(crate) ink: Ink,
}

impl Look {
    pub(crate) const LABEL: Look = Look { size: 7, bold: false, ink: GREY };
    pub(crate) const TEXT: Look = Look { size: 9, bold: false, ink: BLACK };
    pub(crate) const STRONG: Look = Look { size: 9, bold: true, ink: BLACK };
    pub(crate) const HEADING: Look = Look { size: 11, bold: true, ink: GREEN };

    pub(crate) const fn sized(self, size: u8) -> Look {
        Look { size, ..self }
    }

    pub(crate) const fn inked(self, ink: Ink) -> Look {
        Look { ink, ..self }
    }

    /// From one baseline to the next.
    pub(crate) fn leading(self) -> f64 {
        f64::from(self.size) * 0.47
    }

    fn style(self) -> Style {
        let (red, green, blue) = self.ink;
        let style = Style::new().with_font_size(self.size).with_color(Color::Rgb(red, green, blue));
        if self.bold { style.bold() } else { style }
    }
}

/// Measures text.
#[derive(Clone, Copy)]
pub(crate) struct Ruler<'a> {
    pub(crate) context: &'a Context,
}

impl Ruler<'_> {
    pub(crate) fn width(self, look: Look, text: &str) -> f64 {
        look.style().str_width(&self.context.font_cache, text).into()
    }

    /// The text in lines no wider than `width`.
    pub(crate) fn lines(self, look: Look, text: &str, width: f64) -> Vec<String> {
        wrap(&self.printable(look, text), width as f32, |piece| self.width(look, piece) as f32)
    }

    fn printable(self, look: Look, text: &str) -> String {
        let font = look.style().font(&self.context.font_cache);
        let face = self.context.font_cache.get_rt_font(font);
        printable(text, |letter| face.glyph(letter).id().0 != 0)
    }
}

/// Draws on an area.
pub(crate) struct Pen<'a> {
    pub(crate) ruler: Ruler<'a>,
    pub(crate) area: Area<'a>,
}

impl Pen<'_> {
    /// The pen moved down.
    pub(crate) fn below(&self, distance: f64) -> Self {
        self.at(0.0, distance)
    }

    /// The pen moved right and down.
    pub(crate) fn at(&self, right: f64, down: f64) -> Self {
        let mut area = self.area.clone();
        area.add_offset(Position::new(right, down));
        Pen { ruler: self.ruler, area }
    }

    /// Writes from `x` on the baseline `y`; returns where the text ends. What lies outside the area is not drawn.
    pub(crate) fn text(&self, x: f64, y: f64, look: Look, text: &str) -> f64 {
        let text = self.ruler.printable(look, text);
        let cache = &self.ruler.context.font_cache;
        let style = look.style();
        let drop: f64 = style.font(cache).glyph_height(look.size).into();
        if !text.is_empty() {
            // The only error is a letter that a built-in font lacks, and no built-in font is used.
            let _ = self.area.print_str(cache, Position::new(x, y - drop), style, &text);
        }
        x + self.ruler.width(look, &text)
    }

    /// Writes a text that ends at `x`.
    pub(crate) fn text_to(&self, x: f64, y: f64, look: Look, text: &str) {
        let width = self.ruler.width(look, &self.ruler.printable(look, text));
        self.text(x - width, y, look, text);
    }

    /// Writes lines one below the other, the first on the baseline `y`; returns the baseline after the last.
    pub(crate) fn lines(&self, (x, y): (f64, f64), look: Look, text: &str, width: f64) -> f64 {
        let mut baseline = y;
        for line in self.ruler.lines(look, text, width) {
            self.text(x, baseline, look, &line);
            baseline += look.leading();
        }
        baseline
    }

    /// Draws a hairline.
    pub(crate) fn rule(&self, from: f64, to: f64, y: f64, ink: Ink) {
        self.line((from, y), (to, y), ink);
    }

    /// Draws a rule as thick as several hairlines.
    pub(crate) fn thick_rule(&self, from: f64, to: f64, y: f64, ink: Ink) {
        for step in 0..5 {
            self.rule(from, to, y - 0.25 + f64::from(step) * 0.1, ink);
        }
    }

    /// Draws a box.
    pub(crate) fn frame(&self, (x, y): (f64, f64), (width, height): (f64, f64), ink: Ink) {
        let (right, bottom) = (x + width, y + height);
        self.line((x, y), (right, y), ink);
        self.line((right, y), (right, bottom), ink);
        self.line((right, bottom), (x, bottom), ink);
        self.line((x, bottom), (x, y), ink);
    }

    /// Draws a rule of dashes.
    pub(crate) fn dashes(&self, from: f64, to: f64, y: f64) {
        let mut x = from;
        while x < to {
            self.rule(x, (x + 2.0).min(to), y, HAIR);
            x += 3.5;
        }
    }

    /// Draws a box to tick, ticked or not.
    pub(crate) fn tick_box(&self, x: f64, baseline: f64, ticked: bool) {
        let side = 3.0;
        let top = baseline - side + 0.4;
        self.frame((x, top), (side, side), GREY);
        if ticked {
            for nudge in [0.0, 0.12, 0.24] {
                self.line((x + 0.6, top + 1.5 + nudge), (x + 1.3, top + 2.3 + nudge), BLACK);
                self.line((x + 1.3, top + 2.3 + nudge), (x + 2.5, top + 0.5 + nudge), BLACK);
            }
        }
    }

    fn line(&self, from: (f64, f64), to: (f64, f64), (red, green, blue): Ink) {
        let point = |(x, y): (f64, f64)| Position::new(Mm::from(x), Mm::from(y));
        let style = Style::new().with_color(Color::Rgb(red, green, blue));
        self.area.draw_line(vec![point(from), point(to)], style);
    }
}
