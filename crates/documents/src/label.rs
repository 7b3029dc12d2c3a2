//! The label of the return envelope (2.17.3 ix, x): whose papers these are, where they go, and what is inside.

use crate::error::DocumentError;
use crate::form::{Block, Form, Identity, Look, Pen, Ruler};
use crate::measure::{GREEN, GREY, HAIR};
use crate::model::{Language, Masthead};
use crate::nil_return::ReturnLine;

/// What the label is printed from.
#[derive(Clone, Debug)]
pub struct LabelModel {
    /// The head of the document. The centre's name must be the one on its certificate of registration.
    pub masthead: Masthead,
    /// The lines of the address.
    pub to: Vec<String>,
    /// What is inside, and how many of each.
    pub contents: Vec<ReturnLine>,
}

/// The label as PDF: the upper half of a page, to cut off and paste.
///
/// # Errors
/// When the PDF writer refuses the page.
pub fn render(model: &LabelModel) -> Result<Vec<u8>, DocumentError> {
    let mut form = Form::new(Identity {
        kind: "envelope label",
        title: "Return envelope".into(),
        reference: String::new(),
        masthead: model.masthead.clone(),
        language: Language::En,
        letterhead: false,
    });
    form.block(Label(model.clone())).render()
}

struct Label(LabelModel);

/// Height of the label: half a page.
const HEIGHT: f64 = 138.0;
const LEFT: f64 = 7.0;

impl Block for Label {
    fn height(&self, _: &Ruler<'_>, _: f64) -> f64 {
        HEIGHT + 4.0
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        pen.frame((0.0, 0.0), (width, HEIGHT), GREY);
        self.head(pen, width);
        self.sender(pen, width);
        self.receiver(pen);
        self.contents(pen, width);
    }
}

impl Label {
    fn head(&self, pen: &Pen<'_>, width: f64) {
        let masthead = &self.0.masthead;
        let year = format!("{} {}", masthead.abbreviation, masthead.year);
        pen.text(LEFT, 10.0, Look::STRONG.inked(GREEN), &masthead.council);
        pen.text(LEFT, 18.5, Look::STRONG.sized(17), "Registration documents");
        pen.text_to(width - LEFT, 18.5, Look::STRONG.sized(17).inked(GREEN), &year);
        pen.thick_rule(LEFT, width - LEFT, 22.5, GREEN);
    }

    fn sender(&self, pen: &Pen<'_>, width: f64) {
        let centre = &self.0.masthead.centre;
        pen.text(LEFT, 28.0, Look::LABEL, "Centre");
        pen.text(LEFT, 37.5, Look::STRONG.sized(24), &centre.code.to_string());
        pen.text(LEFT, 43.5, Look::LABEL, "Name of school, as on its certificate of registration");
        pen.lines((LEFT, 50.0), Look::STRONG.sized(15), &centre.name, width - 2.0 * LEFT);
        let place = format!("{}, {}", centre.sub_county, centre.county);
        pen.text_to(width - LEFT, 28.0, Look::LABEL, "Sub-county and county");
        pen.text_to(width - LEFT, 33.0, Look::TEXT, &place);
    }

    fn receiver(&self, pen: &Pen<'_>) {
        pen.text(LEFT, 68.0, Look::LABEL, "To");
        let mut baseline = 74.0;
        for line in &self.0.to {
            pen.text(LEFT, baseline, Look::TEXT.sized(12), line);
            baseline += 5.8;
        }
        pen.text(LEFT, 112.0, Look::LABEL, "Through the Sub-County Director of Education");
        pen.rule(LEFT, 84.0, 122.0, GREY);
        pen.text(LEFT, 125.4, Look::LABEL, "Signature and stamp of the officer who received it");
        pen.text(LEFT, 132.5, Look::LABEL, "Not to be sent by post");
    }

    fn contents(&self, pen: &Pen<'_>, width: f64) {
        let (from, to) = (96.0, width - LEFT);
        pen.text(from, 68.0, Look::LABEL, "Inside");
        pen.text_to(to, 68.0, Look::LABEL, "Number");
        let mut baseline = 74.0;
        for line in &self.0.contents {
            pen.tick_box(from, baseline, line.count > 0);
            let end = pen.lines((from + 4.6, baseline), Look::TEXT, &line.what, to - from - 22.0);
            let count = if line.count == 0 { "NIL".to_owned() } else { line.count.to_string() };
            pen.text_to(to, baseline, Look::STRONG, &count);
            baseline = end + 1.6;
            pen.rule(from, to, baseline - 4.0, HAIR);
        }
    }
}
