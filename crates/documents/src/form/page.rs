//! What stands on every page of a form: letterhead or running head, foot, and the mark behind it all.

use std::cell::Cell;
use std::rc::Rc;

use genpdf::error::Error;
use genpdf::render::Area;
use genpdf::style::Style;
use genpdf::{Context, Margins, PageDecorator};

use super::{Identity, Look, Pen, Ruler};
use crate::measure::{BLACK, BODY_END, FOOT, GREEN, HAIR, Ink, MARGIN, PAGE, RED, TOP};
use crate::model::Mark;

/// Height of the letterhead below the top margin, with the space after it.
const LETTERHEAD: f64 = 29.5;
/// The same of the running head.
const RUNNING: f64 = 9.0;
/// The mark is printed first on its page; the finished file turns it, for genpdf cannot.
const MARK: Ink = (248, 230, 230);
const WIDTH: f64 = (PAGE.0 - 2.0 * MARGIN) as f64;
const LEFT: f64 = MARGIN as f64;
const T: f64 = TOP as f64;

/// The decorator of a form's pages.
pub(super) struct Page {
    identity: Identity,
    count: Rc<Cell<usize>>,
    total: Option<usize>,
}

/// The height that a block finds on a page with nothing else on it, where `room` is at most what there is.
pub(super) fn whole_page(room: f64) -> f64 {
    let bare = f64::from(BODY_END - TOP);
    [bare - LETTERHEAD, bare - RUNNING, bare].into_iter().find(|space| room <= *space + 0.01).unwrap_or(room)
}

impl Page {
    pub(super) fn new(identity: Identity, count: Rc<Cell<usize>>, total: Option<usize>) -> Self {
        Page { identity, count, total }
    }

    fn head(&self, pen: &Pen<'_>, page: usize) -> f64 {
        match (self.identity.letterhead, page) {
            (false, _) => 0.0,
            (true, 1) => self.letterhead(pen),
            (true, _) => self.running_head(pen),
        }
    }

    fn letterhead(&self, pen: &Pen<'_>) -> f64 {
        let Identity { title, reference, masthead, .. } = &self.identity;
        let right = LEFT + WIDTH;
        pen.text(LEFT, T + 3.0, Look::STRONG.sized(8).inked(GREEN), &masthead.council);
        pen.text_to(right, T + 3.0, Look::LABEL.sized(8), &masthead.examination);
        let end = pen.text(LEFT, T + 11.5, Look::STRONG.sized(19), title);
        pen.text(end + 4.0, T + 11.5, Look::LABEL.sized(8), reference);
        let year = format!("{} {}", masthead.abbreviation, masthead.year);
        pen.text_to(right, T + 11.5, Look::STRONG.sized(19).inked(GREEN), &year);
        pen.thick_rule(LEFT, right, T + 15.0, GREEN);
        self.centre(pen);
        LETTERHEAD
    }

    fn centre(&self, pen: &Pen<'_>) {
        let centre = &self.identity.masthead.centre;
        let code = centre.code.to_string();
        let (strong, fine) = (Look::STRONG.sized(11), Look::TEXT.sized(9));
        let facts = [
            (0.0, 27.0, "Centre", strong, &code),
            (29.0, 92.0, "Name of centre", strong, &centre.name),
            (125.0, 29.0, "County", fine, &centre.county),
            (156.0, 30.0, "Sub-county", fine, &centre.sub_county),
        ];
        for (x, width, label, look, value) in facts {
            pen.text(LEFT + x, T + 19.4, Look::LABEL, label);
            let lines = pen.ruler.lines(look, value, width).len();
            let look = if lines > 1 { look.sized(8) } else { look };
            pen.lines((LEFT + x, T + 24.2), look, value, width);
        }
    }

    fn running_head(&self, pen: &Pen<'_>) -> f64 {
        let Identity { title, masthead, .. } = &self.identity;
        let year = format!("{} {}", masthead.abbreviation, masthead.year);
        let end = pen.text(LEFT, T + 3.0, Look::STRONG.sized(8).inked(GREEN), title);
        pen.text(end + 2.0, T + 3.0, Look::LABEL.sized(8), &year);
        let name = pen.ruler.lines(Look::TEXT.sized(8), &masthead.centre.name, 95.0);
        let shown = format!("{}  {}", masthead.centre.code, name.first().map_or("", String::as_str));
        pen.text_to(LEFT + WIDTH, T + 3.0, Look::TEXT.sized(8).inked(BLACK), &shown);
        pen.thick_rule(LEFT, LEFT + WIDTH, T + 5.2, GREEN);
        RUNNING
    }

    fn foot(&self, pen: &Pen<'_>, page: usize) {
        let masthead = &self.identity.masthead;
        let foot = f64::from(FOOT);
        pen.rule(LEFT, LEFT + WIDTH, foot - 3.6, HAIR);
        let words = crate::words::foot(self.identity.language);
        pen.text(LEFT, foot, Look::LABEL, &format!("{} {}", words.printed_on, masthead.printed_on));
        let count = self.total.unwrap_or(page);
        let pages = format!("{} {page} {} {count}", words.page, words.of);
        pen.text_to(LEFT + WIDTH, foot, Look::LABEL, &pages);
        if let Some(mark) = masthead.mark() {
            let (look, text) = (Look::STRONG.sized(7), crate::words::mark(mark, self.identity.language));
            pen.text_to(LEFT + WIDTH / 2.0 + pen.ruler.width(look, text) / 2.0, foot, look.inked(RED), text);
        }
    }
}

impl PageDecorator for Page {
    fn decorate_page<'a>(&mut self, context: &Context, area: Area<'a>, _: Style) -> Result<Area<'a>, Error> {
        let page = self.count.get() + 1;
        self.count.set(page);
        let pen = Pen { ruler: Ruler { context }, area: area.clone() };
        if let Some((word, size)) = self.identity.masthead.mark().map(Mark::word) {
            let mark = Look { size, bold: true, ink: MARK };
            let middle = f64::from(PAGE.0) / 2.0 + pen.ruler.width(mark, word) / 2.0;
            pen.text_to(middle, f64::from(PAGE.1) / 2.0 + 16.0, mark, word);
        }
        let head = self.head(&pen, page);
        self.foot(&pen, page);
        let mut body = area;
        let margin = f64::from(MARGIN);
        body.add_margins(Margins::trbl(T + head, margin, f64::from(PAGE.1 - BODY_END), margin));
        Ok(body)
    }
}
