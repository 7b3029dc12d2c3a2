//! Neck, shirt, tie and what is worn over them. Owns everything below the chin; refuses the face.

use super::canvas::{Canvas, Colour, Step};
use super::look::{Garment, Look};
use Step::{Cubic, From, Line, Quad};

/// The middle of the portrait.
const MID: f32 = 240.0;

/// The neck, darker under the chin.
pub(super) fn neck(canvas: &mut Canvas, look: &Look) {
    let skin = look.skin;
    let outline = [
        From(MID - 46.0, 300.0),
        Line(MID + 46.0, 300.0),
        Cubic(MID + 46.0, 400.0, MID + 50.0, 425.0, MID + 84.0, 440.0),
        Line(MID, 520.0),
        Line(MID - 84.0, 440.0),
        Cubic(MID - 50.0, 425.0, MID - 46.0, 400.0, MID - 46.0, 300.0),
    ];
    canvas.fill_lit(&outline, (MID, 372.0), 95.0, skin.darker(0.30), skin.darker(0.06));
}

/// The shirt and what is worn over it.
pub(super) fn clothes(canvas: &mut Canvas, look: &Look) {
    let body = if look.garment == Garment::Shirt || look.garment == Garment::Tunic { look.shirt } else { look.cloth };
    canvas.fill_lit(&torso(look), (150.0, 430.0), 330.0, body.lighter(0.10), body.darker(0.16));
    shirt_front(canvas, look);
    if look.tie {
        tie(canvas, look);
    }
    match look.garment {
        Garment::Sweater => sweater_trim(canvas, look),
        Garment::Blazer => lapels(canvas, look),
        Garment::Tunic => straps(canvas, look),
        Garment::Shirt => buttons(canvas, look),
    }
    collar(canvas, look);
    sleeves(canvas, body);
}

fn torso(look: &Look) -> [Step; 7] {
    let wide = look.shoulders;
    [
        From(MID - 66.0, 424.0),
        Cubic(MID - 100.0, 450.0, MID - wide + 30.0, 448.0, MID - wide, 500.0),
        Quad(MID - wide - 20.0, 540.0, MID - wide - 28.0, 610.0),
        Line(MID + wide + 28.0, 610.0),
        Quad(MID + wide + 20.0, 540.0, MID + wide, 500.0),
        Cubic(MID + wide - 30.0, 448.0, MID + 100.0, 450.0, MID + 66.0, 424.0),
        Line(MID, 505.0),
    ]
}

/// The shirt in the opening of the garment.
fn shirt_front(canvas: &mut Canvas, look: &Look) {
    let depth = if look.garment == Garment::Blazer { 620.0 } else { 556.0 };
    let front = [From(MID - 66.0, 426.0), Line(MID + 66.0, 426.0), Line(MID, depth), Line(MID - 66.0, 426.0)];
    let skin = [
        From(MID - 52.0, 420.0),
        Line(MID + 52.0, 420.0),
        Quad(MID + 20.0, 470.0, MID, 484.0),
        Quad(MID - 20.0, 470.0, MID - 52.0, 420.0),
    ];
    canvas.fill(&front, look.shirt.darker(0.06));
    canvas.fill_lit(&skin, (MID, 372.0), 95.0, look.skin.darker(0.28), look.skin.darker(0.02));
}

fn collar(canvas: &mut Canvas, look: &Look) {
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MID + side * offset;
        let wing = [
            From(x(62.0), 404.0),
            Quad(x(76.0), 418.0, x(80.0), 440.0),
            Line(x(50.0), 492.0),
            Line(x(2.0), 478.0),
            Quad(x(44.0), 448.0, x(62.0), 404.0),
        ];
        let shade = if side < 0.0 { look.shirt } else { look.shirt.darker(0.07) };
        canvas.fill(&wing, shade);
        canvas.line(&wing, 2.0, look.shirt.darker(0.28).with_alpha(150));
    }
}

fn tie(canvas: &mut Canvas, look: &Look) {
    let cloth = if look.garment == Garment::Shirt { look.cloth } else { look.cloth.darker(0.25) };
    let blade = [From(MID - 11.0, 496.0), Line(MID + 11.0, 496.0), Line(MID + 25.0, 610.0), Line(MID - 25.0, 610.0)];
    let knot = [From(MID - 19.0, 474.0), Line(MID + 19.0, 474.0), Line(MID + 11.0, 500.0), Line(MID - 11.0, 500.0)];
    canvas.fill(&blade, cloth);
    for stripe in 0..4_u8 {
        let y = 512.0 + f32::from(stripe) * 27.0;
        let half = 12.0 + (y - 500.0) * 0.12;
        canvas.line(&[From(MID - half + 3.0, y + 9.0), Line(MID + half - 3.0, y - 3.0)], 6.0, look.accent);
    }
    canvas.fill(&knot, cloth.lighter(0.07));
}

/// The ribbed edge of a V-neck, in two colours.
fn sweater_trim(canvas: &mut Canvas, look: &Look) {
    for (width, colour) in [(19.0, look.cloth.darker(0.12)), (5.0, look.accent)] {
        let edge = [From(MID - 70.0, 430.0), Line(MID, 562.0), Line(MID + 70.0, 430.0)];
        canvas.line(&edge, width, colour);
    }
}

fn lapels(canvas: &mut Canvas, look: &Look) {
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MID + side * offset;
        let lapel = [
            From(x(70.0), 424.0),
            Line(x(118.0), 468.0),
            Line(x(92.0), 500.0),
            Line(x(112.0), 516.0),
            Line(x(14.0), 612.0),
            Line(x(4.0), 612.0),
        ];
        canvas.fill(&lapel, look.cloth.lighter(if side < 0.0 { 0.10 } else { 0.04 }));
        canvas.line(&lapel[..5], 2.5, look.cloth.darker(0.35));
    }
    badge(canvas, look);
}

/// A school's badge that belongs to no school.
fn badge(canvas: &mut Canvas, look: &Look) {
    let shield = [
        From(352.0, 528.0),
        Line(386.0, 528.0),
        Line(386.0, 550.0),
        Quad(384.0, 566.0, 369.0, 572.0),
        Quad(354.0, 566.0, 352.0, 550.0),
    ];
    canvas.fill(&shield, look.accent);
    canvas.ellipse((369.0, 547.0), 8.0, 8.0, look.cloth);
}

fn straps(canvas: &mut Canvas, look: &Look) {
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MID + side * offset;
        let strap = [From(x(92.0), 438.0), Line(x(142.0), 452.0), Line(x(128.0), 612.0), Line(x(62.0), 612.0)];
        canvas.fill(&strap, look.cloth.lighter(if side < 0.0 { 0.08 } else { 0.0 }));
    }
    let bib = [From(MID - 112.0, 548.0), Line(MID + 112.0, 548.0), Line(MID + 132.0, 612.0), Line(MID - 132.0, 612.0)];
    canvas.fill(&bib, look.cloth);
}

fn buttons(canvas: &mut Canvas, look: &Look) {
    if look.tie {
        return;
    }
    canvas.line(&[From(MID, 482.0), Line(MID, 610.0)], 2.5, look.shirt.darker(0.22));
    for y in [516.0, 562.0] {
        canvas.ellipse((MID + 9.0, y), 4.5, 4.5, look.shirt.darker(0.30));
    }
}

/// The folds between arms and body.
fn sleeves(canvas: &mut Canvas, body: Colour) {
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MID + side * offset;
        let fold = [From(x(142.0), 610.0), Quad(x(152.0), 566.0, x(140.0), 530.0)];
        canvas.line(&fold, 4.0, body.darker(0.45).with_alpha(110));
    }
}
