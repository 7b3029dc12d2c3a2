//! The photo register: every candidate's photograph large enough to know a face by, with index number and name beneath,
//! for the invigilator at the door and for checking that each picture is of the candidate named (2.9.2).

use krilla::image::Image;
use krilla::tagging::{Node, Tag, TagGroup};

use crate::error::DocumentError;
use crate::measure::{BLACK, BODY_END, GREY, MARGIN, TOP, mm};
use crate::model::{Candidate, Language};
use crate::pagination::{Placed, paginate};
use crate::roll::RollModel;
use crate::roll::closing::{CERTIFICATE, certify};
use crate::roll::row::{alt, draw_photograph};
use crate::sheet::{Book, Furniture, LETTERHEAD, RUNNING, Sheet, Style};
use crate::words;

/// Photographs in a row.
const ACROSS: usize = 5;
/// Distance between columns and side of a photograph, in millimetres: 302 dots to the inch.
const STEP: f32 = 39.9;
const SIDE: f32 = 25.2;
/// Height of a row with its captions, in points.
const ROW: f32 = mm(39.3);

const STATEMENT: &str =
    "I certify that each photograph in this register is a recent likeness of the candidate named beneath it.";

/// The photo register as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages; never for what a candidate's entry holds.
pub fn render(model: &RollModel) -> Result<Vec<u8>, DocumentError> {
    let furniture =
        Furniture { masthead: &model.masthead, title: "Photo register", candidates: Some(model.candidates.len()) };
    let mut book = Book::open("photo register", &furniture.window_title(), &model.masthead)?;
    let (pages, closing) = lay_out(model.candidates.len());
    for (number, rows) in pages.iter().enumerate() {
        let shown: Vec<(Placed, Vec<Tile<'_>>)> =
            rows.iter().map(|row| (*row, tiles(model, *row, &mut book))).collect();
        let read = book.page(|sheet| {
            let mut read = head(sheet, &furniture, number);
            for (row, tiles) in &shown {
                read.extend(tiles.iter().enumerate().map(|(column, tile)| tile.draw(sheet, column, number, *row)));
            }
            if number + 1 == pages.len() {
                read.extend(certify(sheet, closing, &model.masthead, STATEMENT));
            }
            furniture.foot(sheet, number + 1, pages.len());
            read
        })?;
        read.into_iter().for_each(|node| book.read(node));
        if number == 0 {
            book.bookmark("Photographs");
        }
    }
    book.bookmark("Certificate");
    book.bind()
}

/// The rows of each page, and where the certificate stands on the last.
fn lay_out(candidates: usize) -> (Vec<Vec<Placed>>, f32) {
    let end = mm(BODY_END);
    let rows = std::iter::repeat_n(ROW, candidates.div_ceil(ACROSS));
    let mut pages = paginate(rows, end - top(0), end - top(1));
    let last = pages.last().and_then(|page| page.last()).map_or(0.0, |row| row.bottom());
    let mut closing = top(pages.len() - 1) + last + mm(4.0);
    if closing + CERTIFICATE > end {
        pages.push(Vec::new());
        closing = top(1);
    }
    (pages, closing)
}

/// Top of the first row on a page, in points.
fn top(page: usize) -> f32 {
    mm(TOP + if page == 0 { LETTERHEAD } else { RUNNING })
}

fn head(sheet: &mut Sheet<'_>, furniture: &Furniture<'_>, page: usize) -> Vec<Node> {
    if page == 0 {
        return vec![furniture.letterhead(sheet)];
    }
    furniture.running_head(sheet);
    Vec::new()
}

/// A candidate with the picture as the PDF holds it.
struct Tile<'m> {
    candidate: &'m Candidate,
    picture: Option<Image>,
}

fn tiles<'m>(model: &'m RollModel, row: Placed, book: &mut Book) -> Vec<Tile<'m>> {
    let candidates = model.candidates.iter().skip(row.row * ACROSS).take(ACROSS);
    let picture = |candidate: &Candidate, book: &mut Book| candidate.photograph.as_ref().and_then(|p| book.picture(p));
    candidates.map(|candidate| Tile { candidate, picture: picture(candidate, book) }).collect()
}

impl Tile<'_> {
    fn draw(&self, sheet: &mut Sheet<'_>, column: usize, page: usize, row: Placed) -> Node {
        let (x, y) = (mm(MARGIN + column as f32 * STEP), top(page) + row.top);
        let picture = self.picture.clone();
        let drawn = sheet.tagged(|sheet| draw_photograph(sheet, (x, y), mm(SIDE), picture, self.candidate));
        let caption = sheet.tagged(|sheet| self.caption(sheet, x, y + mm(SIDE)));
        let figure = TagGroup::with_children(Tag::Figure(Some(alt(self.candidate))), vec![drawn.into()]);
        let caption = TagGroup::with_children(Tag::P, vec![caption.into()]);
        TagGroup::with_children(Tag::Div, vec![figure.into(), caption.into()]).into()
    }

    /// Index number, then the name in at most two lines, then gender and year of birth.
    fn caption(&self, sheet: &mut Sheet<'_>, x: f32, y: f32) {
        let index = self.candidate.index.map_or_else(|| "No number yet".to_owned(), |index| index.to_string());
        sheet.text(x, y + mm(3.5), Style::bold(8.5, BLACK), &index);
        let style = Style::plain(7.5, BLACK);
        let name = style.face(sheet.faces).wrap(&self.candidate.name, style.size, mm(STEP - 3.0));
        let mut below = y + mm(3.5);
        for (line, text) in name.iter().take(2).enumerate() {
            below += mm(3.3);
            let cut = line == 1 && name.len() > 2;
            sheet.text(x, below, style, &if cut { format!("{text}…") } else { text.clone() });
        }
        let gender = words::gender(&self.candidate.gender, Language::En);
        let person = format!("{gender} {}", self.candidate.year_of_birth);
        sheet.text(x, below + mm(3.2), Style::plain(7.0, GREY), person.trim());
    }
}
