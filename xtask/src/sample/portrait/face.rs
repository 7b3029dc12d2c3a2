//! Head, ears, eyes, nose and mouth. Owns the face, friendly and looking at the camera; refuses hair.

use super::canvas::{Canvas, Colour, Place, Step};
use super::look::{Hair, Look};
use Step::{Cubic, From, Line, Quad};

/// The middle of the face.
pub(super) const CENTRE: Place = (240.0, 282.0);
/// How far the eyes are above the middle of the face.
const EYES_UP: f32 = 8.0;

/// The head's outline: broad at the temples, narrower at the chin.
pub(super) fn outline(look: &Look) -> [Step; 5] {
    let ((x, y), w, h) = (CENTRE, look.half_width, look.half_height);
    [
        From(x, y - h),
        Cubic(x + w * 0.80, y - h, x + w * 1.08, y - h * 0.42, x + w, y + h * 0.08),
        Cubic(x + w * 0.93, y + h * 0.62, x + w * 0.46, y + h, x, y + h),
        Cubic(x - w * 0.46, y + h, x - w * 0.93, y + h * 0.62, x - w, y + h * 0.08),
        Cubic(x - w * 1.08, y - h * 0.42, x - w * 0.80, y - h, x, y - h),
    ]
}

/// Ears and head.
pub(super) fn head(canvas: &mut Canvas, look: &Look) {
    if look.hair != Hair::Headscarf {
        ears(canvas, look);
    }
    let light = (CENTRE.0 - 26.0, CENTRE.1 - 30.0);
    canvas.fill_lit(&outline(look), light, 175.0, look.skin.lighter(0.17), look.skin.darker(0.22));
    for (side, alpha) in [(-1.0, 16), (1.0, 9)] {
        let cheek = (CENTRE.0 + side * look.half_width * 0.52, CENTRE.1 + 30.0);
        for step in 0..4_u8 {
            let radius = 26.0 - f32::from(step) * 6.0;
            canvas.ellipse(cheek, radius, radius * 0.8, Colour::rgb(222, 120, 92).with_alpha(alpha));
        }
    }
}

fn ears(canvas: &mut Canvas, look: &Look) {
    for side in [-1.0, 1.0] {
        let x = CENTRE.0 + side * (look.half_width + 3.0);
        let shade = if side < 0.0 { 0.02 } else { 0.18 };
        canvas.ellipse((x, CENTRE.1 + 6.0), 14.0, 25.0, look.skin.darker(shade));
        canvas.ellipse((x + side, CENTRE.1 + 6.0), 7.0, 15.0, look.skin.darker(0.32));
    }
}

/// Eyebrows, eyes, nose and mouth.
pub(super) fn features(canvas: &mut Canvas, look: &Look) {
    for side in [-1.0, 1.0] {
        eye(canvas, look, side);
        eyebrow(canvas, look, side);
    }
    nose(canvas, look);
    mouth(canvas, look);
}

fn eye(canvas: &mut Canvas, look: &Look, side: f32) {
    let (x, y) = (CENTRE.0 + side * look.eyes_apart, CENTRE.1 - EYES_UP);
    let almond = |grow: f32| {
        [
            From(x - 21.0 - grow, y + 1.0),
            Quad(x - side * 2.0, y - 20.0 - grow, x + 21.0 + grow, y + 1.0),
            Quad(x, y + 14.0 + grow, x - 21.0 - grow, y + 1.0),
        ]
    };
    canvas.fill(&almond(3.5), look.skin.darker(0.30).with_alpha(150));
    canvas.fill(&almond(0.0), Colour::rgb(246, 242, 236));
    canvas.ellipse((x, y - 0.8), 9.8, 9.8, Colour::rgb(58, 36, 24));
    canvas.ellipse((x, y - 0.8), 5.2, 5.2, Colour::rgb(12, 8, 8));
    canvas.ellipse((x - 2.8, y - 3.6), 2.2, 2.2, Colour::WHITE.with_alpha(235));
    let lid = [From(x - 22.0, y + 1.0), Quad(x - side * 2.0, y - 20.5, x + 22.0, y + 1.0)];
    canvas.line(&lid, 3.4, Colour::rgb(24, 15, 13));
}

fn eyebrow(canvas: &mut Canvas, look: &Look, side: f32) {
    let (x, y) = (CENTRE.0 + side * look.eyes_apart, CENTRE.1 - EYES_UP - 27.0);
    let arch = [From(x - side * 20.0, y + 4.0), Quad(x + side * 4.0, y - 8.0, x + side * 23.0, y + 5.0)];
    canvas.line(&arch, look.brow, look.hair_colour.with_alpha(215));
}

fn nose(canvas: &mut Canvas, look: &Look) {
    let (x, y, wide) = (CENTRE.0, CENTRE.1 + 36.0, look.nose);
    let bridge = [
        From(x - 5.0, CENTRE.1 - 8.0),
        Line(x + 4.0, CENTRE.1 - 8.0),
        Quad(x + 8.0, y - 14.0, x + wide * 0.6, y),
        Line(x - wide * 0.6, y),
        Quad(x - 8.0, y - 14.0, x - 5.0, CENTRE.1 - 8.0),
    ];
    canvas.fill(&bridge, look.skin.lighter(0.14).with_alpha(90));
    canvas.ellipse((x, y), wide, 11.0, look.skin.darker(0.10));
    canvas.ellipse((x - 1.0, y - 3.5), wide * 0.74, 9.0, look.skin.lighter(0.10));
    for side in [-1.0, 1.0] {
        canvas.ellipse((x + side * wide * 0.48, y + 6.0), 4.4, 2.8, look.skin.darker(0.62));
    }
}

fn mouth(canvas: &mut Canvas, look: &Look) {
    let (x, y, up) = (CENTRE.0, CENTRE.1 + 70.0, look.smile);
    let half = 27.0 + up * 0.75;
    let corner = y - up * 0.45;
    let rose = Colour::rgb(150, 62, 58);
    let upper = [
        From(x - half, corner),
        Quad(x - 14.0, y - 9.0, x - 5.0, y - 8.0),
        Quad(x, y - 5.5, x + 5.0, y - 8.0),
        Quad(x + 14.0, y - 9.0, x + half, corner),
        Quad(x, y + up * 0.9, x - half, corner),
    ];
    let lower = [
        From(x - half, corner),
        Quad(x, y + up * 0.9, x + half, corner),
        Quad(x, y + 23.0 + up * 0.8, x - half, corner),
    ];
    canvas.fill(&lower, look.skin.mixed(rose, 0.50).lighter(0.05));
    canvas.fill(&upper, look.skin.mixed(rose, 0.42).darker(0.16));
    if up > 10.0 {
        teeth(canvas, (x, y), half, up);
    }
    let parting = [From(x - half, corner), Quad(x, y + up * 0.9, x + half, corner)];
    canvas.line(&parting, 2.4, look.skin.darker(0.62));
}

/// What a broad smile shows.
fn teeth(canvas: &mut Canvas, (x, y): Place, half: f32, up: f32) {
    let (edge, corner) = (half * 0.78, y - up * 0.32);
    let row =
        [From(x - edge, corner), Quad(x, y + up * 0.62, x + edge, corner), Quad(x, y + up * 1.75, x - edge, corner)];
    canvas.fill(&row, Colour::rgb(248, 246, 240));
}

/// Round frames.
pub(super) fn glasses(canvas: &mut Canvas, look: &Look) {
    let (y, frame) = (CENTRE.1 - EYES_UP, Colour::rgb(30, 30, 36));
    for side in [-1.0, 1.0] {
        let x = CENTRE.0 + side * (look.eyes_apart + 2.0);
        canvas.ellipse((x, y), 28.0, 25.0, Colour::WHITE.with_alpha(18));
        canvas.ring((x, y), (28.0, 25.0), 4.0, frame);
        let arm = [From(x + side * 28.0, y - 4.0), Line(CENTRE.0 + side * (look.half_width + 2.0), y - 8.0)];
        canvas.line(&arm, 4.0, frame);
    }
    let gap = look.eyes_apart + 2.0 - 28.0;
    canvas.line(&[From(CENTRE.0 - gap, y - 3.0), Quad(CENTRE.0, y - 9.0, CENTRE.0 + gap, y - 3.0)], 4.0, frame);
}
