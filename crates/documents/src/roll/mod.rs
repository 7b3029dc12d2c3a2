//! The nominal roll (2.3.12 iv, 2.17.1 iv, vii): every candidate once, with photograph, entry and a box to sign in; then
//! the centre's summary and the head's certificate.

pub(crate) mod closing;
mod columns;
pub(crate) mod row;
mod tally;

use krilla::tagging::{ArtifactType, Node, TableHeaderScope, Tag, TagGroup};

use self::columns::{HEAD, READ, SIGNATURE};
use self::row::Row;
use self::tally::Tally;
use crate::error::DocumentError;
use crate::measure::{BLACK, BODY_END, GREY, HAIR, MARGIN, PAGE, TINT, TOP, mm};
use crate::model::{Candidate, Masthead};
use crate::pagination::{Placed, paginate};
use crate::sheet::{Book, Furniture, LETTERHEAD, RUNNING, Sheet, Style};
use crate::typeface::Typefaces;

/// What the roll is printed from.
#[derive(Clone, Debug)]
pub struct RollModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// The candidates, in the order to print them.
    pub candidates: Vec<Candidate>,
}

/// The nominal roll as PDF.
///
/// # Errors
/// When the PDF writer refuses the pages; never for what a candidate's entry holds.
pub fn render(model: &RollModel) -> Result<Vec<u8>, DocumentError> {
    let furniture =
        Furniture { masthead: &model.masthead, title: "Nominal roll", candidates: Some(model.candidates.len()) };
    let mut book = Book::open("nominal roll", &furniture.window_title(), &model.masthead)?;
    let roll = Roll::lay_out(model, book.faces());
    let mut reading = Reading::new();
    for number in 0..roll.page_count() {
        let pictures = roll.pictures(&mut book, number);
        book.page(|sheet| {
            roll.draw_page(sheet, &furniture, number, pictures, &mut reading);
            furniture.foot(sheet, number + 1, roll.page_count());
        })?;
        if number == 0 {
            book.bookmark("Candidates");
        }
    }
    book.bookmark("Summary and certificate");
    reading.into_book(&mut book);
    book.bind()
}

/// What a screen reader is told, in its order: pages come one by one, but the table is one.
struct Reading {
    before: Vec<Node>,
    table: TagGroup,
    body: TagGroup,
    after: Vec<Node>,
}

impl Reading {
    fn new() -> Self {
        let (table, body) = (TagGroup::new(Tag::Table), TagGroup::new(Tag::TBody));
        Reading { before: Vec::new(), table, body, after: Vec::new() }
    }

    fn into_book(mut self, book: &mut Book) {
        self.before.into_iter().for_each(|node| book.read(node));
        self.table.push(self.body);
        book.read(self.table);
        self.after.into_iter().for_each(|node| book.read(node));
    }
}

/// The roll laid out: which row is where.
struct Roll<'m> {
    model: &'m RollModel,
    rows: Vec<Row<'m>>,
    tally: Tally,
    pages: Vec<Vec<Placed>>,
    /// Top of the closing on the last page, in points.
    closing: f32,
}

impl<'m> Roll<'m> {
    fn lay_out(model: &'m RollModel, faces: &Typefaces) -> Self {
        let rows: Vec<Row<'m>> = model.candidates.iter().map(|candidate| Row::of(candidate, faces)).collect();
        let tally = Tally::of(&model.candidates);
        let end = mm(BODY_END);
        let mut pages = paginate(rows.iter().map(|row| row.height), end - rows_top(0), end - rows_top(1));
        let last = pages.last().and_then(|page| page.last()).map_or(NOBODY, |placed| placed.bottom());
        let mut closing = rows_top(pages.len() - 1) + last;
        if closing + closing::height(&tally) > end {
            pages.push(Vec::new());
            closing = mm(TOP + RUNNING);
        }
        Roll { model, rows, tally, pages, closing }
    }

    fn page_count(&self) -> usize {
        self.pages.len()
    }

    fn pictures(&self, book: &mut Book, page: usize) -> Vec<Option<krilla::image::Image>> {
        let jpeg = |placed: &Placed| self.model.candidates[placed.row].photograph.as_ref();
        self.pages[page].iter().map(|placed| jpeg(placed).and_then(|jpeg| book.picture(jpeg))).collect()
    }

    fn draw_page(
        &self,
        sheet: &mut Sheet<'_>,
        furniture: &Furniture<'_>,
        number: usize,
        pictures: Vec<Option<krilla::image::Image>>,
        reading: &mut Reading,
    ) {
        if number == 0 {
            reading.before.push(furniture.letterhead(sheet));
            reading.table.push(table_head(sheet, number));
        } else {
            furniture.running_head(sheet);
            if !self.pages[number].is_empty() {
                sheet.artifact(ArtifactType::PaginationOther, |sheet| draw_head(sheet, number));
            }
        }
        for (placed, picture) in std::iter::zip(&self.pages[number], pictures) {
            reading.body.push(self.draw_row(sheet, rows_top(number), *placed, picture));
        }
        if self.rows.is_empty() && number == 0 {
            reading.after.push(nobody(sheet));
        }
        if number + 1 == self.page_count() {
            reading.after.extend(closing::draw(sheet, self.closing, &self.tally, &self.model.masthead));
        }
    }

    fn draw_row(&self, sheet: &mut Sheet<'_>, top: f32, placed: Placed, picture: Option<krilla::image::Image>) -> Node {
        let node = self.rows[placed.row].draw(sheet, top + placed.top, placed.height, picture);
        sheet.artifact(ArtifactType::Layout, |sheet| {
            sheet.rule(mm(MARGIN), mm(PAGE.0 - MARGIN), top + placed.bottom(), 0.4, HAIR);
        });
        node
    }
}

/// Height of the line that stands for no candidates, in points.
const NOBODY: f32 = mm(12.0);

fn nobody(sheet: &mut Sheet<'_>) -> Node {
    let drawn = sheet.tagged(|sheet| {
        sheet.text(
            mm(MARGIN),
            rows_top(0) + mm(7.0),
            Style::plain(9.0, GREY),
            "No candidate is entered at this centre.",
        );
    });
    TagGroup::with_children(Tag::P, vec![drawn.into()]).into()
}

/// Top of the table's head on a page, in points.
fn head_top(page: usize) -> f32 {
    mm(TOP + if page == 0 { LETTERHEAD } else { RUNNING })
}

/// Top of the first row on a page, in points.
fn rows_top(page: usize) -> f32 {
    head_top(page) + mm(HEAD)
}

fn table_head(sheet: &mut Sheet<'_>, page: usize) -> TagGroup {
    sheet.artifact(ArtifactType::Layout, |sheet| tint_head(sheet, page));
    let mut row = TagGroup::new(Tag::TR);
    for column in READ {
        let drawn = sheet.tagged(|sheet| draw_column_head(sheet, column, page));
        row.push(TagGroup::with_children(Tag::TH(TableHeaderScope::Column), vec![drawn.into()]));
    }
    TagGroup::with_children(Tag::THead, vec![row.into()])
}

fn draw_head(sheet: &mut Sheet<'_>, page: usize) {
    tint_head(sheet, page);
    for column in READ {
        draw_column_head(sheet, column, page);
    }
}

fn tint_head(sheet: &mut Sheet<'_>, page: usize) {
    let (left, width) = (mm(MARGIN), mm(PAGE.0 - 2.0 * MARGIN));
    sheet.tint((left, head_top(page)), (width, mm(HEAD - 0.4)), TINT);
    draw_column_head(sheet, &SIGNATURE, page);
}

fn draw_column_head(sheet: &mut Sheet<'_>, column: &columns::Column, page: usize) {
    for (line, text) in column.head.iter().enumerate() {
        let style = if line == 0 { Style::bold(6.5, BLACK) } else { Style::plain(6.5, BLACK) };
        sheet.text(mm(MARGIN + column.x), head_top(page) + mm(3.0) + line as f32 * mm(2.7), style, text);
    }
}
