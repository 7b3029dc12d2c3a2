//! One candidate's row on the nominal roll: its text broken into lines first, so that its height is known before any
//! page is begun, then drawn whole.

use krilla::image::Image;
use krilla::tagging::{ArtifactType, Identifier, Node, Tag, TagGroup};

use super::columns::{CANDIDATE, Column, ENTRY, PADDING, PERSON, PHOTO, PHOTO_SIDE, SIGNATURE, SUBJECTS};
use crate::measure::{BLACK, GREY, HAIR, MARGIN, mm};
use crate::model::{Candidate, Language};
use crate::sheet::{Sheet, Style};
use crate::typeface::Typefaces;
use crate::words;

const INDEX: Style = Style::bold(10.0, BLACK);
const NAME: Style = Style::bold(9.0, BLACK);
const TEXT: Style = Style::plain(8.5, BLACK);
const NOTE: Style = Style::plain(7.5, GREY);
const CODES: Style = Style::plain(9.0, BLACK);
/// Codes on a line of the subjects' column.
const CODES_A_LINE: usize = 3;

/// A line of text and how it looks.
struct Line(String, Style);

/// A row, broken into lines.
pub(super) struct Row<'m> {
    candidate: &'m Candidate,
    cells: [(&'static Column, Vec<Line>); 4],
    /// In points.
    pub(super) height: f32,
}

impl<'m> Row<'m> {
    pub(super) fn of(candidate: &'m Candidate, faces: &Typefaces) -> Self {
        let cells = [
            (&CANDIDATE, particulars(candidate)),
            (&PERSON, person(candidate)),
            (&ENTRY, entry(candidate)),
            (&SUBJECTS, subjects(candidate)),
        ];
        let cells = cells.map(|(column, lines)| (column, broken(lines, column, faces)));
        let tallest = cells.iter().map(|(_, lines)| lines.iter().map(leading).sum()).fold(0.0, f32::max);
        Row { candidate, cells, height: tallest.max(mm(PHOTO_SIDE)) + 2.0 * mm(PADDING) }
    }

    /// Draws the row with its top at `top`, in points; nothing of it reaches below `top + height`.
    pub(super) fn draw(&self, sheet: &mut Sheet<'_>, top: f32, height: f32, picture: Option<Image>) -> Node {
        let mut row = TagGroup::new(Tag::TR);
        let photograph = sheet.tagged(|sheet| self.photograph(sheet, top + mm(PADDING), picture));
        row.push(TagGroup::with_children(Tag::TD, vec![self.figure(photograph)]));
        for (column, lines) in &self.cells {
            let cell = sheet.tagged(|sheet| draw_lines(sheet, column, lines, top + mm(PADDING), height));
            row.push(TagGroup::with_children(Tag::TD, vec![cell.into()]));
        }
        sheet.artifact(ArtifactType::Layout, |sheet| self.signature(sheet, top));
        row.into()
    }

    fn figure(&self, drawn: Identifier) -> Node {
        TagGroup::with_children(Tag::Figure(Some(alt(self.candidate))), vec![drawn.into()]).into()
    }

    fn photograph(&self, sheet: &mut Sheet<'_>, top: f32, picture: Option<Image>) {
        draw_photograph(sheet, (mm(MARGIN + PHOTO.x), top), mm(PHOTO_SIDE), picture, self.candidate);
    }

    /// A box to sign in, with the candidate's number so that a signature is not set in the wrong one. Nothing in it is
    /// news to a screen reader.
    fn signature(&self, sheet: &mut Sheet<'_>, top: f32) {
        let (x, y) = (mm(MARGIN + SIGNATURE.x), top + mm(PADDING));
        sheet.frame((x, y), (mm(SIGNATURE.width), mm(PHOTO_SIDE)), HAIR, false);
        let number = self.candidate.index.map_or_else(String::new, |index| index.candidate.to_string());
        sheet.text(x + mm(1.0), y + mm(PHOTO_SIDE - 1.2), Style::plain(6.0, GREY), &number);
    }
}

/// What a screen reader says in place of the photograph.
pub(crate) fn alt(candidate: &Candidate) -> String {
    match candidate.photograph {
        Some(_) => format!("Photograph of {}", candidate.name),
        None => "No photograph".to_owned(),
    }
}

/// The picture in its square, or a dashed one that says what is wrong.
pub(crate) fn draw_photograph(
    sheet: &mut Sheet<'_>,
    at: (f32, f32),
    side: f32,
    picture: Option<Image>,
    candidate: &Candidate,
) {
    if let Some(picture) = picture {
        return sheet.picture(at, side, picture);
    }
    let missing = if candidate.photograph.is_some() { "unreadable" } else { "missing" };
    sheet.frame(at, (side, side), GREY, true);
    let middle = at.0 + side / 2.0;
    sheet.text_at(middle, at.1 + side / 2.0 - 1.5, Style::plain(6.5, GREY), "Photograph");
    sheet.text_at(middle, at.1 + side / 2.0 + 6.5, Style::plain(6.5, GREY), missing);
}

fn leading(line: &Line) -> f32 {
    line.1.size * 1.36
}

/// The lines, each broken to the column's width.
fn broken(lines: Vec<Line>, column: &Column, faces: &Typefaces) -> Vec<Line> {
    let pieces = |Line(text, style): Line| {
        let pieces = style.face(faces).wrap(&text, style.size, mm(column.width));
        pieces.into_iter().map(move |piece| Line(piece, style))
    };
    lines.into_iter().flat_map(pieces).collect()
}

/// Lines that would leave the row (only those of a text longer than a page) are left out, the last one marked.
fn draw_lines(sheet: &mut Sheet<'_>, column: &Column, lines: &[Line], top: f32, height: f32) {
    let mut y = top;
    for (number, line) in lines.iter().enumerate() {
        let Line(text, style) = line;
        let cut = lines.get(number + 1).is_some_and(|next| y + leading(line) + leading(next) > top + height);
        let shown = if cut { "…" } else { text };
        sheet.text(mm(MARGIN + column.x), y + style.size * 1.02, *style, shown);
        y += leading(line);
        if cut {
            return;
        }
    }
}

fn particulars(candidate: &Candidate) -> Vec<Line> {
    let index = candidate.index.map_or_else(|| "No number yet".to_owned(), |index| index.to_string());
    let mut lines = vec![Line(index, INDEX), Line(candidate.name.clone(), NAME)];
    if !candidate.special_needs.is_empty() {
        let needs = candidate.special_needs.iter().map(|code| words::need(code, Language::En)).collect::<Vec<_>>();
        lines.push(Line(needs.join(", "), Style::plain(8.0, BLACK)));
    }
    lines
}

fn person(candidate: &Candidate) -> Vec<Line> {
    let gender = words::gender(&candidate.gender, Language::En);
    [gender, &candidate.year_of_birth, &candidate.birth_certificate_no].map(|text| Line(text.to_owned(), TEXT)).into()
}

fn entry(candidate: &Candidate) -> Vec<Line> {
    let (certificate, index) = candidate.certificate();
    let meaning = words::entry_code(&candidate.entry_code, Language::En);
    vec![
        Line(format!("{} {meaning}", candidate.entry_code), TEXT),
        Line(certificate, TEXT),
        Line(index.to_owned(), TEXT),
    ]
}

fn subjects(candidate: &Candidate) -> Vec<Line> {
    let codes: Vec<&str> = candidate.subject_codes().collect();
    let mut lines: Vec<Line> = codes.chunks(CODES_A_LINE).map(|codes| Line(codes.join("  "), CODES)).collect();
    let noun = if codes.len() == 1 { "subject" } else { "subjects" };
    lines.push(Line(format!("{} {noun}", codes.len()), NOTE));
    lines
}
