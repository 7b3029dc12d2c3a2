//! What stands on every page of a photo table: the letterhead on the first, a running head on the others, the foot
//! with "Page x of y", and the mark of what may not be handed in.

use std::num::NonZeroU16;

use krilla::tagging::{ArtifactType, Node, Tag, TagGroup};

use super::{Sheet, Style};
use crate::measure::{BLACK, FOOT, GREEN, GREY, HAIR, MARGIN, PAGE, RED, TOP, mm};
use crate::model::{Language, Masthead};

/// Height of the letterhead below the top margin, in millimetres, with the space after it.
pub(crate) const LETTERHEAD: f32 = 33.5;
/// The same of the running head.
pub(crate) const RUNNING: f32 = 9.0;

const LEFT: f32 = mm(MARGIN);
const RIGHT: f32 = mm(PAGE.0 - MARGIN);

/// The parts of a page around its content.
pub(crate) struct Furniture<'m> {
    pub(crate) masthead: &'m Masthead,
    /// The document's name, as in "Nominal roll".
    pub(crate) title: &'m str,
    /// How many candidates the document holds, where it holds any.
    pub(crate) candidates: Option<usize>,
}

impl Furniture<'_> {
    /// The document's title for a viewer's window.
    pub(crate) fn window_title(&self) -> String {
        let Masthead { abbreviation, year, centre, .. } = self.masthead;
        format!("{}, {abbreviation} {year}, {} {}", self.title, centre.code, centre.name)
    }

    /// Draws the letterhead; returns it for the tag tree.
    pub(crate) fn letterhead(&self, sheet: &mut Sheet<'_>) -> Node {
        let mut head = TagGroup::new(Tag::Section);
        let council = sheet.tagged(|sheet| {
            sheet.text(LEFT, mm(TOP + 3.0), Style::bold(8.5, GREEN), &self.masthead.council);
        });
        let title = sheet.tagged(|sheet| {
            sheet.text(LEFT, mm(TOP + 11.5), Style::bold(19.0, BLACK), self.title);
        });
        let examination = sheet.tagged(|sheet| self.examination(sheet));
        sheet.artifact(ArtifactType::Layout, |sheet| sheet.rule(LEFT, RIGHT, mm(TOP + 15.0), 1.6, GREEN));
        head.push(TagGroup::with_children(Tag::P, vec![council.into()]));
        head.push(TagGroup::with_children(Tag::Hn(NonZeroU16::MIN, Some(self.title.to_owned())), vec![title.into()]));
        head.push(TagGroup::with_children(Tag::P, vec![examination.into()]));
        for fact in self.facts(sheet) {
            head.push(fact);
        }
        head.into()
    }

    fn examination(&self, sheet: &mut Sheet<'_>) {
        let Masthead { abbreviation, year, examination, .. } = self.masthead;
        sheet.text_to(RIGHT, mm(TOP + 11.5), Style::bold(19.0, GREEN), &format!("{abbreviation} {year}"));
        sheet.text_to(RIGHT, mm(TOP + 3.0), Style::plain(8.5, GREY), examination);
    }

    /// The centre's particulars, each a label over its value.
    fn facts(&self, sheet: &mut Sheet<'_>) -> Vec<Node> {
        let centre = &self.masthead.centre;
        let code = centre.code.to_string();
        let count = self.candidates.map(|count| count.to_string());
        let strong = Style::bold(11.0, BLACK);
        let fine = Style::plain(8.5, BLACK);
        let facts: [(f32, f32, &str, Style, &str); 4] = [
            (0.0, 27.0, "Centre", strong, code.as_str()),
            (29.0, 80.0, "Name of centre", strong, &centre.name),
            (111.0, 27.0, "County", fine, &centre.county),
            (139.0, 27.0, "Sub-county", fine, &centre.sub_county),
        ];
        let held = count.as_deref().map(|count| (167.0, 19.0, "Candidates", fine, count));
        let facts = facts.into_iter().chain(held);
        facts.map(|(x, width, label, style, value)| fact(sheet, x, width, label, style, value)).collect()
    }

    /// Draws the head of the pages after the first.
    pub(crate) fn running_head(&self, sheet: &mut Sheet<'_>) {
        let Masthead { abbreviation, year, centre, .. } = self.masthead;
        sheet.artifact(ArtifactType::Header, |sheet| {
            let end = sheet.text(LEFT, mm(TOP + 3.0), Style::bold(8.5, GREEN), self.title);
            sheet.text(end + 6.0, mm(TOP + 3.0), Style::plain(8.5, GREY), &format!("{abbreviation} {year}"));
            let name = Style::plain(8.5, BLACK).face(sheet.faces).wrap(&centre.name, 8.5, mm(95.0));
            let shown = name.first().map_or("", String::as_str);
            sheet.text_to(RIGHT, mm(TOP + 3.0), Style::plain(8.5, BLACK), &format!("{}  {shown}", centre.code));
            sheet.rule(LEFT, RIGHT, mm(TOP + 5.2), 1.0, GREEN);
        });
    }

    /// Draws the foot and the mark, where there is one.
    pub(crate) fn foot(&self, sheet: &mut Sheet<'_>, page: usize, pages: usize) {
        sheet.artifact(ArtifactType::Footer, |sheet| {
            let style = Style::plain(7.0, GREY);
            sheet.rule(LEFT, RIGHT, mm(FOOT - 3.6), 0.4, HAIR);
            sheet.text(LEFT, mm(FOOT), style, &format!("Printed on {}", self.masthead.printed_on));
            sheet.text_to(RIGHT, mm(FOOT), style, &format!("Page {page} of {pages}"));
            if let Some(mark) = self.masthead.mark() {
                let words = crate::words::mark(mark, Language::En);
                sheet.text_at(mm(PAGE.0 / 2.0), mm(FOOT), Style::bold(7.0, RED), words);
            }
        });
        if let Some(mark) = self.masthead.mark() {
            let (word, size) = mark.word();
            sheet.artifact(ArtifactType::Watermark, |sheet| sheet.watermark(word, f32::from(size), RED));
        }
    }
}

fn fact(sheet: &mut Sheet<'_>, x: f32, width: f32, label: &str, style: Style, value: &str) -> Node {
    let x = LEFT + mm(x);
    let drawn = sheet.tagged(|sheet| {
        sheet.text(x, mm(TOP + 19.4), Style::plain(6.5, GREY), label);
        let (lines, size) = fitted(sheet, style, value, mm(width));
        for (line, text) in lines.iter().enumerate() {
            sheet.text(x, mm(TOP + 24.2) + line as f32 * size * 1.15, Style { size, ..style }, text);
        }
    });
    TagGroup::with_children(Tag::P, vec![drawn.into()]).into()
}

/// The value in at most two lines, smaller where it must be.
fn fitted(sheet: &Sheet<'_>, style: Style, value: &str, width: f32) -> (Vec<String>, f32) {
    let face = style.face(sheet.faces);
    let sizes = [style.size, style.size * 0.85, style.size * 0.7];
    let tries = sizes.map(|size| (face.wrap(value, size, width), size));
    let fits = |lines: &Vec<String>| lines.len() <= 2;
    let [.., (mut smallest, size)] = tries.clone();
    smallest.truncate(2);
    tries.into_iter().find(|(lines, _)| fits(lines)).unwrap_or((smallest, size))
}
