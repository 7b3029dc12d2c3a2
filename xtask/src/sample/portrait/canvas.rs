//! Shapes with soft edges, in pixels of the portrait. Owns the calls to the drawing library; refuses to know a face.

use image::RgbImage;
use tiny_skia::{
    FillRule, GradientStop, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Point, RadialGradient, Rect, Shader,
    SpreadMode, Stroke, Transform,
};

/// A place on the portrait: to the right and down, in pixels.
pub(super) type Place = (f32, f32);

/// A colour with its opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8, u8);

impl Colour {
    /// Black.
    pub(super) const BLACK: Colour = Colour::rgb(0, 0, 0);
    /// White.
    pub(super) const WHITE: Colour = Colour::rgb(255, 255, 255);

    /// An opaque colour.
    pub(super) const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Colour(red, green, blue, 255)
    }

    /// The same colour, `alpha` of 255 opaque.
    pub(super) const fn with_alpha(self, alpha: u8) -> Self {
        Colour(self.0, self.1, self.2, alpha)
    }

    /// A mixture with `share` (0 to 1) of another colour.
    pub(super) fn mixed(self, other: Colour, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share) as u8;
        Colour(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2), self.3)
    }

    /// Nearer to white by `share` (0 to 1).
    pub(super) fn lighter(self, share: f32) -> Self {
        self.mixed(Colour::WHITE, share)
    }

    /// Nearer to black by `share` (0 to 1).
    pub(super) fn darker(self, share: f32) -> Self {
        self.mixed(Colour::BLACK, share)
    }

    fn skia(self) -> tiny_skia::Color {
        tiny_skia::Color::from_rgba8(self.0, self.1, self.2, self.3)
    }
}

/// One step of an outline.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Starts at a place.
    From(f32, f32),
    /// A straight line to a place.
    Line(f32, f32),
    /// A curve by one control point to a place.
    Quad(f32, f32, f32, f32),
    /// A curve by two control points to a place.
    Cubic(f32, f32, f32, f32, f32, f32),
}

/// A portrait being drawn, seen from near enough that the face fills it as an identity photograph does.
pub(super) struct Canvas(Pixmap, Transform);

/// How much nearer than drawn the sitter is seen, and the place that stays.
const NEARER: f32 = 1.12;
const STAYS: Place = (240.0, 330.0);

impl Canvas {
    /// An empty portrait of this size; none where the size is nothing.
    pub(super) fn new(width: u32, height: u32) -> Option<Self> {
        let (x, y) = (STAYS.0 * (1.0 - NEARER), STAYS.1 * (1.0 - NEARER));
        let seen = Transform::from_row(NEARER, 0.0, 0.0, NEARER, x, y);
        Pixmap::new(width, height).map(|pixels| Canvas(pixels, seen))
    }

    /// Covers everything with a light that falls off from a place.
    pub(super) fn radial(&mut self, centre: Place, radius: f32, inner: Colour, outer: Colour) {
        let page = Rect::from_xywh(0.0, 0.0, self.0.width() as f32, self.0.height() as f32);
        let (Some(page), Some(shader)) = (page, glow(centre, radius, inner, outer)) else { return };
        let paint = Paint { shader, ..Paint::default() };
        self.0.fill_rect(page, &paint, Transform::identity(), None);
    }

    /// A filled ellipse.
    pub(super) fn ellipse(&mut self, centre: Place, rx: f32, ry: f32, colour: Colour) {
        if let Some(path) = oval(centre, rx, ry) {
            self.0.fill_path(&path, &plain(colour), FillRule::Winding, self.1, None);
        }
    }

    /// The rim of an ellipse.
    pub(super) fn ring(&mut self, centre: Place, radii: Place, width: f32, colour: Colour) {
        if let Some(path) = oval(centre, radii.0, radii.1) {
            self.0.stroke_path(&path, &plain(colour), &pen(width), self.1, None);
        }
    }

    /// A filled outline.
    pub(super) fn fill(&mut self, outline: &[Step], colour: Colour) {
        if let Some(path) = path(outline) {
            self.0.fill_path(&path, &plain(colour), FillRule::Winding, self.1, None);
        }
    }

    /// A filled outline lit from a place.
    pub(super) fn fill_lit(&mut self, outline: &[Step], light: Place, radius: f32, inner: Colour, outer: Colour) {
        let (Some(path), Some(shader)) = (path(outline), glow(light, radius, inner, outer)) else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.0.fill_path(&path, &paint, FillRule::Winding, self.1, None);
    }

    /// A line along an outline, round at its ends.
    pub(super) fn line(&mut self, outline: &[Step], width: f32, colour: Colour) {
        if let Some(path) = path(outline) {
            self.0.stroke_path(&path, &plain(colour), &pen(width), self.1, None);
        }
    }

    /// The picture, without the opacity that it no longer needs.
    pub(super) fn into_picture(self) -> RgbImage {
        let (width, height) = (self.0.width(), self.0.height());
        let rgb = self.0.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
        RgbImage::from_raw(width, height, rgb).unwrap_or_default()
    }
}

fn plain(colour: Colour) -> Paint<'static> {
    Paint { shader: Shader::SolidColor(colour.skia()), anti_alias: true, ..Paint::default() }
}

fn pen(width: f32) -> Stroke {
    Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() }
}

fn glow(centre: Place, radius: f32, inner: Colour, outer: Colour) -> Option<Shader<'static>> {
    let stops = vec![GradientStop::new(0.0, inner.skia()), GradientStop::new(1.0, outer.skia())];
    let centre = Point::from_xy(centre.0, centre.1);
    RadialGradient::new(centre, 0.0, centre, radius, stops, SpreadMode::Pad, Transform::identity())
}

fn oval(centre: Place, rx: f32, ry: f32) -> Option<tiny_skia::Path> {
    PathBuilder::from_oval(Rect::from_xywh(centre.0 - rx, centre.1 - ry, rx * 2.0, ry * 2.0)?)
}

fn path(outline: &[Step]) -> Option<tiny_skia::Path> {
    let mut pen = PathBuilder::new();
    for step in outline {
        match *step {
            Step::From(x, y) => pen.move_to(x, y),
            Step::Line(x, y) => pen.line_to(x, y),
            Step::Quad(x1, y1, x, y) => pen.quad_to(x1, y1, x, y),
            Step::Cubic(x1, y1, x2, y2, x, y) => pen.cubic_to(x1, y1, x2, y2, x, y),
        }
    }
    pen.finish()
}
