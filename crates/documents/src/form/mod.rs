//! Forms that flow over pages, set with genpdf: blocks are kept whole, tables repeat their heads. Owns the way from
//! blocks to bytes; refuses to know what any form says.

mod blocks;
mod element;
mod finish;
mod page;
mod pen;
mod table;

pub(crate) use blocks::{Facts, Heading, Prose, Signing, Sum, Ticks, Together};
pub(crate) use pen::{Look, Pen, Ruler};
pub(crate) use table::{Align, Column, Row, Table};

use std::cell::Cell;
use std::rc::Rc;

use genpdf::elements::LinearLayout;
use genpdf::fonts::{FontData, FontFamily};

use self::element::{Boxed, Whole};
use self::page::Page;
use crate::error::DocumentError;
use crate::measure::PAGE;
use crate::model::{Language, Masthead};

static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular-Latin.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold-Latin.ttf");

/// Something drawn on one page, never split. Lengths are millimetres.
pub(crate) trait Block {
    /// How much of the page's height it takes.
    fn height(&self, ruler: &Ruler<'_>, width: f64) -> f64;
    /// Draws it below the pen's origin.
    fn draw(&self, pen: &Pen<'_>, width: f64);
}

/// How a form presents itself.
#[derive(Clone)]
pub(crate) struct Identity {
    /// Its name in errors, as in "fees proforma".
    pub(crate) kind: &'static str,
    /// Its title, in its language.
    pub(crate) title: String,
    /// The council's reference of the form, or empty.
    pub(crate) reference: String,
    pub(crate) masthead: Masthead,
    pub(crate) language: Language,
    /// Whether pages carry the letterhead: slips and labels have heads of their own.
    pub(crate) letterhead: bool,
}

type Make = Box<dyn Fn() -> Boxed>;

/// A form being put together.
pub(crate) struct Form {
    identity: Identity,
    parts: Vec<Make>,
}

impl Form {
    pub(crate) fn new(identity: Identity) -> Self {
        Form { identity, parts: Vec::new() }
    }

    /// Adds a block.
    pub(crate) fn block(&mut self, block: impl Block + 'static) -> &mut Self {
        let block: Rc<dyn Block> = Rc::new(block);
        self.parts.push(Box::new(move || Boxed::new(Whole(Rc::clone(&block)))));
        self
    }

    /// Adds a table.
    pub(crate) fn table(&mut self, table: Table) -> &mut Self {
        let table = Rc::new(table);
        self.parts.push(Box::new(move || Boxed::new(table::Flow::new(Rc::clone(&table)))));
        self
    }

    /// The form as PDF: set once to count its pages, and again to print their number on each.
    pub(crate) fn render(&self) -> Result<Vec<u8>, DocumentError> {
        let pages = Rc::new(Cell::new(0));
        self.set(&pages, None)?;
        let total = pages.replace(0);
        let bytes = self.set(&pages, Some(total))?;
        finish::finish(&bytes, &self.identity).map_err(|error| self.writing(&error))
    }

    fn set(&self, pages: &Rc<Cell<usize>>, total: Option<usize>) -> Result<Vec<u8>, DocumentError> {
        let mut document = genpdf::Document::new(family()?);
        document.set_minimal_conformance();
        document.set_title(self.identity.title.as_str());
        document.set_paper_size(genpdf::Size::new(f64::from(PAGE.0), f64::from(PAGE.1)));
        document.set_page_decorator(Page::new(self.identity.clone(), Rc::clone(pages), total));
        let mut layout = LinearLayout::vertical();
        self.parts.iter().for_each(|make| layout.push(make()));
        document.push(layout);
        let mut bytes = Vec::new();
        document.render(&mut bytes).map_err(|error| self.writing(&error))?;
        Ok(bytes)
    }

    fn writing(&self, error: &impl std::fmt::Display) -> DocumentError {
        DocumentError::Writing { document: self.identity.kind, reason: error.to_string() }
    }
}

/// genpdf wants four faces; the ones not used are dropped again from the finished file.
fn family() -> Result<FontFamily<FontData>, DocumentError> {
    let read =
        |bytes: &[u8]| FontData::new(bytes.to_vec(), None).map_err(|_| DocumentError::Typeface("Noto Sans Latin"));
    let (regular, bold) = (read(REGULAR)?, read(BOLD)?);
    Ok(FontFamily { italic: regular.clone(), bold_italic: bold.clone(), regular, bold })
}
