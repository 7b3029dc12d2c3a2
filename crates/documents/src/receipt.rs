//! The council's receipt on a page: what it holds of a centre's register, the letters by which it is read out, and the
//! whole receipt with its signature as a square to be scanned. Words and signature come from outside; nothing is checked
//! here.

use krilla::tagging::{Node, Tag, TagGroup};

use crate::error::DocumentError;
use crate::measure::{BLACK, GREY, MARGIN, PAGE, TOP, mm};
use crate::model::Masthead;
use crate::sheet::{Book, Furniture, LETTERHEAD, Sheet, Style};

const LEFT: f32 = mm(MARGIN);
const WIDTH: f32 = mm(PAGE.0 - 2.0 * MARGIN);
/// Side of the square: a telephone reads it at arm's length.
const SQUARE: f32 = mm(80.0);
const BODY: Style = Style::plain(11.0, BLACK);
const LETTERS: Style = Style::bold(17.0, BLACK);
const NOTE: Style = Style::plain(8.5, GREY);

/// What a receipt is printed from.
#[derive(Clone, Debug)]
pub struct ReceiptModel {
    /// The head of the document.
    pub masthead: Masthead,
    /// What the council confirms, in a sentence.
    pub said: String,
    /// The letters, in the groups that they are read out in.
    pub letters: Vec<String>,
    /// The square.
    pub square: Square,
}

/// A square of light and dark fields, with its quiet border.
#[derive(Clone, Debug, Default)]
pub struct Square {
    /// Fields a side; 0: there is no square.
    pub side: u32,
    /// The dark ones, from the top left: column and row.
    pub dark: Vec<(u32, u32)>,
}

/// The receipt as PDF.
///
/// # Errors
/// When the PDF writer refuses the page.
pub fn render(model: &ReceiptModel) -> Result<Vec<u8>, DocumentError> {
    let furniture = Furniture { masthead: &model.masthead, title: "Receipt", candidates: None };
    let mut book = Book::open("receipt", &furniture.window_title(), &model.masthead)?;
    let read = book.page(|sheet| {
        let mut read = vec![furniture.letterhead(sheet)];
        read.extend(model.draw(sheet, mm(TOP + LETTERHEAD + 6.0)));
        furniture.foot(sheet, 1, 1);
        read
    })?;
    read.into_iter().for_each(|node| book.read(node));
    book.bookmark("Receipt");
    book.bind()
}

impl ReceiptModel {
    fn draw(&self, sheet: &mut Sheet<'_>, top: f32) -> Vec<Node> {
        let mut below = top;
        let confirms = format!("{} confirms to the centre above {}", self.masthead.council, self.said);
        let said = paragraph(sheet, &mut below, BODY, &confirms);
        below += mm(6.0);
        let letters = paragraph(sheet, &mut below, LETTERS, &self.letters.join("  "));
        below += mm(4.0);
        let square = self.square(sheet, below);
        below += if self.square.side > 0 { SQUARE + mm(8.0) } else { 0.0 };
        let note = "The square holds the whole receipt with the council's signature: anybody can check it without a \
                    network. The letters stand for the same, to be read out or sent as a message.";
        let note = paragraph(sheet, &mut below, NOTE, note);
        vec![said, letters, square, note]
    }

    fn square(&self, sheet: &mut Sheet<'_>, top: f32) -> Node {
        let Square { side, dark } = &self.square;
        if *side == 0 {
            return TagGroup::new(Tag::Div).into();
        }
        let field = SQUARE / *side as f32;
        let place = |(column, row): &(u32, u32)| (LEFT + *column as f32 * field, top + *row as f32 * field);
        let drawn = sheet.tagged(|sheet| sheet.fields(dark.iter().map(place), field, BLACK));
        let alt = "The receipt as a square to be scanned".to_owned();
        TagGroup::with_children(Tag::Figure(Some(alt)), vec![drawn.into()]).into()
    }
}

fn paragraph(sheet: &mut Sheet<'_>, below: &mut f32, style: Style, text: &str) -> Node {
    let lines = style.face(sheet.faces).wrap(text, style.size, WIDTH);
    let drawn = sheet.tagged(|sheet| {
        for line in &lines {
            *below += style.size * 1.35;
            sheet.text(LEFT, *below, style, line);
        }
    });
    TagGroup::with_children(Tag::P, vec![drawn.into()]).into()
}
