//! Blocks as genpdf's elements.

use std::rc::Rc;

use genpdf::error::Error;
use genpdf::render::Area;
use genpdf::style::Style;
use genpdf::{Context, Element, Mm, RenderResult, Size};

use super::{Block, Pen, Ruler};

/// An element of any kind.
pub(super) struct Boxed(Box<dyn Element>);

impl Boxed {
    pub(super) fn new(element: impl Element + 'static) -> Self {
        Boxed(Box::new(element))
    }
}

impl Element for Boxed {
    fn render(&mut self, context: &Context, area: Area<'_>, style: Style) -> Result<RenderResult, Error> {
        self.0.render(context, area, style)
    }
}

/// A block that moves to the next page where this one has no room for it. One taller than a page is drawn as far as
/// the page goes.
pub(super) struct Whole(pub(super) Rc<dyn Block>);

impl Element for Whole {
    fn render(&mut self, context: &Context, area: Area<'_>, _: Style) -> Result<RenderResult, Error> {
        let (width, room) = size(&area);
        let height = self.0.height(&Ruler { context }, width);
        if height > room && room < super::page::whole_page(room) - 0.02 {
            return Ok(RenderResult { size: Size::default(), has_more: true });
        }
        self.0.draw(&Pen { ruler: Ruler { context }, area }, width);
        Ok(RenderResult { size: Size::new(width, height.min(room)), has_more: false })
    }
}

/// Width and height of an area, in millimetres.
pub(super) fn size(area: &Area<'_>) -> (f64, f64) {
    let length = |mm: Mm| f64::from(mm);
    (length(area.size().width), length(area.size().height))
}
