//! Check slips: each candidate's entry on a slip of its own, to check against the certificate and to sign before the
//! roll is printed, in English or in Kiswahili.

use crate::error::DocumentError;
use crate::form::{Block, Form, Heading, Identity, Look, Pen, Ruler};
use crate::measure::{GREEN, GREY, HAIR};
use crate::model::{Candidate, Language, Masthead};
use crate::words::{self, Slip};

/// What the slips are printed from.
#[derive(Clone, Debug)]
pub struct SlipsModel {
    /// The head of each slip.
    pub masthead: Masthead,
    /// The language of the slips' words. Subjects carry their names with them.
    pub language: Language,
    /// The candidates, in the order to print them.
    pub candidates: Vec<Candidate>,
}

/// The check slips as PDF, three on a page.
///
/// # Errors
/// When the PDF writer refuses the pages.
pub fn render(model: &SlipsModel) -> Result<Vec<u8>, DocumentError> {
    let words = words::slip(model.language);
    let mut form = Form::new(Identity {
        kind: "check slips",
        title: words.title.into(),
        reference: String::new(),
        masthead: model.masthead.clone(),
        language: model.language,
        letterhead: false,
    });
    for candidate in &model.candidates {
        let (masthead, candidate) = (model.masthead.clone(), candidate.clone());
        form.block(OneSlip { masthead, candidate, language: model.language, words });
    }
    if model.candidates.is_empty() {
        form.block(Heading(words.nobody.into()));
    }
    form.render()
}

struct OneSlip {
    masthead: Masthead,
    candidate: Candidate,
    language: Language,
    words: &'static Slip,
}

/// A third of the page's body.
const HEIGHT: f64 = 89.9;
/// Where the subjects' list begins below the particulars.
const SUBJECTS: f64 = 40.0;
/// Room kept for the admission number.
const ADMISSION: f64 = 34.0;
/// Columns and lines of the subjects' list; more than these are listed by code alone.
const COLUMNS: usize = 3;
const LINES: usize = 4;

impl Block for OneSlip {
    fn height(&self, _: &Ruler<'_>, _: f64) -> f64 {
        HEIGHT
    }

    fn draw(&self, pen: &Pen<'_>, width: f64) {
        self.head(pen, width);
        self.particulars(pen, width);
        self.subjects(pen, width);
        self.signing(pen, width);
        pen.dashes(0.0, width, HEIGHT - 3.5);
    }
}

impl OneSlip {
    fn head(&self, pen: &Pen<'_>, width: f64) {
        let Masthead { abbreviation, year, centre, .. } = &self.masthead;
        let end = pen.text(0.0, 3.4, Look::STRONG.inked(GREEN), self.words.title);
        pen.text(end + 2.5, 3.4, Look::LABEL.sized(8), &format!("{abbreviation} {year}"));
        let name = pen.ruler.lines(Look::LABEL.sized(8), &centre.name, 90.0).into_iter().next().unwrap_or_default();
        pen.text_to(width, 3.4, Look::LABEL.sized(8), &format!("{}  {name}", centre.code));
        pen.thick_rule(0.0, width, 5.4, GREEN);
        let index = self.candidate.index.map_or_else(|| self.words.no_number.to_owned(), |index| index.to_string());
        let end = pen.text(0.0, 12.2, Look::STRONG.sized(13), &index);
        self.admission(pen, width);
        let (look, room) = (Look::STRONG.sized(13), width - end - 5.0 - ADMISSION);
        let fits = pen.ruler.lines(look, &self.candidate.name, room).len() <= 1;
        let (look, top) = if fits { (look, 12.2) } else { (Look::STRONG.sized(8), 9.6) };
        pen.lines((end + 5.0, top), look, &self.candidate.name, room);
    }

    fn admission(&self, pen: &Pen<'_>, width: f64) {
        if !self.candidate.admission_no.is_empty() {
            pen.text_to(width, 9.4, Look::LABEL, self.words.admission);
            pen.text_to(width, 13.4, Look::TEXT, &self.candidate.admission_no);
        }
    }

    fn facts(&self) -> [(&'static str, String); 8] {
        let (candidate, words) = (&self.candidate, self.words);
        let (certificate, its_index) = candidate.certificate();
        let meaning = words::entry_code(&candidate.entry_code, self.language);
        let needs = candidate.special_needs.iter().map(|code| words::need(code, self.language)).collect::<Vec<_>>();
        [
            (words.gender, words::gender(&candidate.gender, self.language).to_owned()),
            (words.year_of_birth, candidate.year_of_birth.clone()),
            (words.birth_certificate, candidate.birth_certificate_no.clone()),
            (words.citizenship, words::citizenship(&candidate.citizenship, self.language).to_owned()),
            (words.entry_code, format!("{} {meaning}", candidate.entry_code)),
            (words.certificate, certificate),
            (words.its_index, its_index.to_owned()),
            (words.special_needs, if needs.is_empty() { words.none.to_owned() } else { needs.join(", ") }),
        ]
    }

    fn particulars(&self, pen: &Pen<'_>, width: f64) {
        let step = width / 4.0;
        for (place, (label, value)) in self.facts().into_iter().enumerate() {
            let (x, y) = ((place % 4) as f64 * step, 17.4 + (place / 4) as f64 * 10.8);
            pen.text(x, y, Look::LABEL, label);
            let lines = pen.ruler.lines(Look::TEXT, &value, step - 3.0).len();
            let look = if lines > 1 { Look::TEXT.sized(7) } else { Look::TEXT };
            pen.lines((x, y + 4.2), look, &value, step - 3.0);
        }
    }

    fn subjects(&self, pen: &Pen<'_>, width: f64) {
        let subjects = &self.candidate.subjects;
        pen.text(0.0, SUBJECTS, Look::LABEL, &format!("{} ({})", self.words.subjects, subjects.len()));
        pen.rule(0.0, width, SUBJECTS + 1.4, HAIR);
        if subjects.len() > COLUMNS * LINES {
            let codes: Vec<&str> = self.candidate.subject_codes().collect();
            pen.lines((0.0, SUBJECTS + 5.6), Look::STRONG, &codes.join("  "), width);
            return;
        }
        let lines = subjects.len().div_ceil(COLUMNS).max(1);
        for (place, subject) in subjects.iter().enumerate() {
            let x = (place / lines) as f64 * width / COLUMNS as f64;
            let y = SUBJECTS + 5.6 + (place % lines) as f64 * 4.6;
            pen.text(x, y, Look::STRONG, &subject.code);
            let name = pen.ruler.lines(Look::TEXT, &subject.name, width / COLUMNS as f64 - 11.0);
            pen.text(x + 8.0, y, Look::TEXT, name.first().map_or("", String::as_str));
        }
    }

    fn signing(&self, pen: &Pen<'_>, width: f64) {
        let words = self.words;
        pen.lines((0.0, 65.6), Look::TEXT.sized(8), words.statement, width);
        for (label, from, to) in
            [(words.signature, 0.0, 0.46), (words.date, 0.5, 0.68), (words.class_teacher, 0.72, 1.0)]
        {
            pen.rule(width * from, width * to, 79.6, GREY);
            pen.text(width * from, 82.8, Look::LABEL, label);
        }
    }
}
