//! Hair and headscarves. Owns what is behind the head and what is before it; refuses the face.

use super::canvas::{Canvas, Place, Step};
use super::face::CENTRE;
use super::look::{Hair, Look};
use Step::{Cubic, From, Line, Quad};

/// What the head covers.
pub(super) fn behind(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    match look.hair {
        Hair::Afro => curls(canvas, look, (x, y - h * 0.42), (w * 1.30, h * 0.92)),
        Hair::Puff => curls(canvas, look, (x, y - h * 1.16), (w * 0.62, h * 0.42)),
        Hair::TwoPuffs => {
            for side in [-1.0, 1.0] {
                curls(canvas, look, (x + side * w * 0.92, y - h * 0.80), (w * 0.44, h * 0.34));
            }
        }
        Hair::Headscarf => scarf_behind(canvas, look),
        Hair::Cornrows => curls(canvas, look, (x, y - h * 0.22), (w * 1.04, h * 0.84)),
        Hair::Cropped | Hair::Fade | Hair::Shaved => {}
    }
}

/// What covers the head.
pub(super) fn before(canvas: &mut Canvas, look: &Look) {
    match look.hair {
        Hair::Cropped => cap(canvas, look, 0.50, 0.05, 255),
        Hair::Fade => {
            cap(canvas, look, 0.54, 0.02, 150);
            flat_top(canvas, look);
        }
        Hair::Afro => cap(canvas, look, 0.48, 0.06, 255),
        Hair::Cornrows => cornrows(canvas, look),
        Hair::Puff | Hair::TwoPuffs => {
            cap(canvas, look, 0.52, 0.05, 255);
            strands(canvas, look);
        }
        Hair::Headscarf => scarf(canvas, look),
        Hair::Shaved => cap(canvas, look, 0.56, 0.0, 70),
    }
}

/// Hair along the skull from ear to ear. `line` is how high the forehead's line is, `thick` how far the hair stands
/// off, both in parts of the head's half height.
fn cap(canvas: &mut Canvas, look: &Look, line: f32, thick: f32, alpha: u8) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    let (out, top) = (w * (0.98 + thick * 0.8), y - h * (1.0 + thick));
    let (temple, brow) = (y - h * 0.18, y - h * line);
    let outline = [
        From(x - out, temple),
        Cubic(x - out * 1.05, y - h * 0.72, x - w * 0.72, top, x, top),
        Cubic(x + w * 0.72, top, x + out * 1.05, y - h * 0.72, x + out, temple),
        Quad(x + w * 0.90, y - h * 0.30, x + w * 0.80, brow + h * 0.02),
        Quad(x, brow - h * 0.20, x - w * 0.80, brow + h * 0.02),
        Quad(x - w * 0.90, y - h * 0.30, x - out, temple),
    ];
    let colour = look.hair_colour;
    let light = (x - 40.0, top + 10.0);
    let sheen = if look.hair == Hair::Afro { 0.0 } else { 0.16 };
    canvas.fill_lit(&outline, light, 150.0, colour.lighter(sheen).with_alpha(alpha), colour.with_alpha(alpha));
}

/// The longer hair on top of a fade.
fn flat_top(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    let top = y - h * 1.16;
    let outline = [
        From(x - w * 0.80, y - h * 0.54),
        Cubic(x - w * 1.02, y - h * 0.84, x - w * 0.96, top + h * 0.02, x - w * 0.58, top),
        Quad(x, top - h * 0.09, x + w * 0.58, top),
        Cubic(x + w * 0.96, top + h * 0.02, x + w * 1.02, y - h * 0.84, x + w * 0.80, y - h * 0.54),
        Quad(x, y - h * 0.74, x - w * 0.80, y - h * 0.54),
    ];
    canvas.fill_lit(&outline, (x - 40.0, top + 10.0), 150.0, look.hair_colour.lighter(0.16), look.hair_colour);
}

/// A round mass of curls.
fn curls(canvas: &mut Canvas, look: &Look, centre: Place, radii: Place) {
    let colour = look.hair_colour;
    canvas.ellipse(centre, radii.0 * 0.95, radii.1 * 0.95, colour);
    for step in 0..30_u8 {
        let angle = f32::from(step) / 30.0 * std::f32::consts::TAU;
        let at = (centre.0 + angle.cos() * radii.0 * 0.90, centre.1 + angle.sin() * radii.1 * 0.90);
        canvas.ellipse(at, radii.0 * 0.14, radii.0 * 0.14, colour);
    }
    for step in 0..40_u8 {
        let (turn, share) = (f32::from(step) * 2.4, (f32::from(step) / 40.0).sqrt());
        let at = (centre.0 + turn.cos() * radii.0 * 0.84 * share, centre.1 + turn.sin() * radii.1 * 0.84 * share);
        canvas.ring(at, (radii.0 * 0.07, radii.0 * 0.07), 1.6, colour.lighter(0.14).with_alpha(120));
    }
}

/// Rows from the forehead to the crown, with the scalp between them.
fn cornrows(canvas: &mut Canvas, look: &Look) {
    cap(canvas, look, 0.54, 0.03, 255);
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    for row in -4..=4_i8 {
        let side = f32::from(row) / 4.0;
        let start = (x + side * w * 0.80, y - h * (0.70 - 0.16 * side * side));
        let end = (x + side * w * 0.34, y - h * 1.0);
        let bend = (x + side * w * 0.66, y - h * 0.92);
        let parting = [From(start.0, start.1), Quad(bend.0, bend.1, end.0, end.1)];
        canvas.line(&parting, 2.6, look.skin.darker(0.25).with_alpha(190));
    }
}

/// Lines of hair drawn back to where it is tied.
fn strands(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    for row in -3..=3_i8 {
        let side = f32::from(row) / 3.0;
        let line = [
            From(x + side * w * 0.76, y - h * (0.72 - 0.12 * side * side)),
            Quad(x + side * w * 0.60, y - h * 0.95, x + side * w * 0.24, y - h * 1.02),
        ];
        canvas.line(&line, 1.8, look.hair_colour.lighter(0.22).with_alpha(130));
    }
}

/// The scarf's fall behind the neck and over the shoulders.
fn scarf_behind(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width + 20.0, look.half_height);
    let fall = [
        From(x, y - h * 1.14),
        Cubic(x + w * 1.2, y - h * 1.14, x + w * 1.12, y + h * 0.4, x + w * 1.2, y + h * 1.5),
        Line(x - w * 1.2, y + h * 1.5),
        Cubic(x - w * 1.12, y + h * 0.4, x - w * 1.2, y - h * 1.14, x, y - h * 1.14),
    ];
    canvas.fill(&fall, scarf_colour(look).darker(0.28));
}

/// The scarf round the face and over the chest.
fn scarf(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    let colour = scarf_colour(look);
    let (outer, low) = (w + 24.0, y + h * 2.05);
    let ring = [
        From(x, y - h * 1.16),
        Cubic(x + outer * 1.02, y - h * 1.16, x + outer * 1.12, y + h * 0.1, x + outer * 0.98, y + h * 0.9),
        Cubic(x + outer * 1.30, y + h * 1.3, x + outer * 0.9, low, x, low),
        Cubic(x - outer * 0.9, low, x - outer * 1.30, y + h * 1.3, x - outer * 0.98, y + h * 0.9),
        Cubic(x - outer * 1.12, y + h * 0.1, x - outer * 1.02, y - h * 1.16, x, y - h * 1.16),
        Line(x, y - h * 0.66),
        Cubic(x - w * 0.70, y - h * 0.66, x - w * 0.96, y - h * 0.2, x - w * 0.90, y + h * 0.16),
        Cubic(x - w * 0.84, y + h * 0.66, x - w * 0.42, y + h * 0.97, x, y + h * 0.97),
        Cubic(x + w * 0.42, y + h * 0.97, x + w * 0.84, y + h * 0.66, x + w * 0.90, y + h * 0.16),
        Cubic(x + w * 0.96, y - h * 0.2, x + w * 0.70, y - h * 0.66, x, y - h * 0.66),
        Line(x, y - h * 1.16),
    ];
    canvas.fill_lit(&ring, (x - 60.0, y - 60.0), 330.0, colour.lighter(0.12), colour.darker(0.16));
    folds(canvas, look);
}

fn folds(canvas: &mut Canvas, look: &Look) {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    let shade = scarf_colour(look).darker(0.30).with_alpha(120);
    for (reach, drop) in [(1.04, 1.16), (0.86, 1.42), (0.62, 1.70)] {
        let fold = [
            From(x - w * reach, y + h * (drop - 0.36)),
            Quad(x + w * 0.1, y + h * (drop + 0.16), x + w * reach, y + h * (drop - 0.44)),
        ];
        canvas.line(&fold, 3.4, shade);
    }
}

/// Scarves are worn white or in the colour of the uniform.
fn scarf_colour(look: &Look) -> super::Colour {
    if look.smile < 8.0 { look.shirt.darker(0.04) } else { look.cloth.lighter(0.10) }
}
