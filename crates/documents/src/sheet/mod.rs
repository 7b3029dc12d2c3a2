//! Drawing on the pages of the photo tables. Owns text, rules, boxes and pictures in points from the page's top left
//! corner, and that all of it is either tagged or an artifact; refuses to decide where things go.

mod book;
mod furniture;

pub(crate) use book::Book;
pub(crate) use furniture::{Furniture, LETTERHEAD, RUNNING};

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};

use crate::measure::Ink;
use crate::typeface::{Typeface, Typefaces};

/// How a text looks.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) ink: Ink,
}

impl Style {
    pub(crate) const fn plain(size: f32, ink: Ink) -> Self {
        Style { size, bold: false, ink }
    }

    pub(crate) const fn bold(size: f32, ink: Ink) -> Self {
        Style { size, bold: true, ink }
    }

    pub(crate) fn face(self, faces: &Typefaces) -> &Typeface {
        if self.bold { &faces.bold } else { &faces.regular }
    }
}

/// A page being drawn.
pub(crate) struct Sheet<'p> {
    surface: Surface<'p>,
    pub(crate) faces: &'p Typefaces,
}

impl Sheet<'_> {
    /// Draws something that a reader should find; the identifier belongs into the tag tree, once.
    pub(crate) fn tagged(&mut self, draw: impl FnOnce(&mut Self)) -> Identifier {
        let identifier = self.surface.start_tagged(ContentTag::Other);
        draw(self);
        self.surface.end_tagged();
        identifier
    }

    /// Draws what only helps the eye.
    pub(crate) fn artifact(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    /// Writes a text from `x`, on the baseline `y`; returns where it ends.
    pub(crate) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) -> f32 {
        let face = style.face(self.faces);
        let shaped = face.shape(text);
        if !shaped.glyphs.is_empty() {
            self.surface.set_fill(Some(fill(style.ink)));
            self.surface.set_stroke(None);
            let start = Point::from_xy(hundredth(x), hundredth(y));
            self.surface.draw_glyphs(start, &shaped.glyphs, face.font.clone(), &shaped.text, style.size, false);
        }
        x + shaped.width * style.size
    }

    /// Writes a text that ends at `x`.
    pub(crate) fn text_to(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let width = style.face(self.faces).shape(text).width * style.size;
        self.text(x - width, y, style, text);
    }

    /// Writes a text with its middle at `x`.
    pub(crate) fn text_at(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let width = style.face(self.faces).shape(text).width * style.size;
        self.text(x - width / 2.0, y, style, text);
    }

    /// Draws a rule across.
    pub(crate) fn rule(&mut self, from: f32, to: f32, y: f32, width: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        path.move_to(from, y);
        path.line_to(to, y);
        self.stroke(path, width, ink, false);
    }

    /// Draws a box.
    pub(crate) fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink, dashed: bool) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        self.stroke(path, 0.5, ink, dashed);
    }

    /// Fills a box.
    pub(crate) fn tint(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(fill(ink)));
            self.surface.draw_path(&path);
        }
    }

    /// Fills square fields, all of them as one shape: no seam shows between neighbours.
    pub(crate) fn fields(&mut self, corners: impl Iterator<Item = (f32, f32)>, side: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        corners.filter_map(|(x, y)| Rect::from_xywh(x, y, side, side)).for_each(|rect| path.push_rect(rect));
        if let Some(path) = path.finish() {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(fill(ink)));
            self.surface.draw_path(&path);
        }
    }

    /// Places a picture in a square.
    pub(crate) fn picture(&mut self, (x, y): (f32, f32), side: f32, image: Image) {
        let Some(size) = Size::from_wh(side, side) else { return };
        self.surface.push_transform(&Transform::from_translate(x, y));
        self.surface.draw_image(image, size);
        self.surface.pop();
    }

    fn stroke(&mut self, path: PathBuilder, width: f32, ink: Ink, dashed: bool) {
        let Some(path): Option<Path> = path.finish() else { return };
        let dash = dashed.then(|| StrokeDash { array: vec![2.0, 2.0], offset: 0.0 });
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { paint: colour(ink).into(), width, dash, ..Stroke::default() }));
        self.surface.draw_path(&path);
    }

    /// Writes one word across the page, see-through.
    pub(crate) fn watermark(&mut self, word: &str, size: f32, ink: Ink) {
        let middle = (crate::measure::mm(105.0), crate::measure::mm(160.0));
        let face = &self.faces.bold;
        let shaped = face.shape(word);
        let fill = Fill { opacity: NormalizedF32::new(0.10).unwrap_or(NormalizedF32::ONE), ..fill(ink) };
        self.surface.push_transform(&Transform::from_rotate_at(-52.0, middle.0, middle.1));
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill));
        let start = Point::from_xy(middle.0 - shaped.width * size / 2.0, middle.1 + size * 0.35);
        self.surface.draw_glyphs(start, &shaped.glyphs, face.font.clone(), &shaped.text, size, false);
        self.surface.pop();
    }
}

/// A printer sees no finer; the pages are a tenth smaller for it.
fn hundredth(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

fn colour((red, green, blue): Ink) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: colour(ink).into(), opacity: NormalizedF32::ONE, rule: krilla::paint::FillRule::default() }
}
