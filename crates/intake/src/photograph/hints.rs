//! What an eye should check in a photograph. Owns the measures and their bounds; refuses to be a gate.

use super::SIDE;
use image::RgbImage;

/// Something about a photograph that somebody should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// Nothing in it is bright.
    TooDark,
    /// Nothing in it is dark.
    TooBright,
    /// Its edges are soft.
    Blurred,
    /// It had to be enlarged.
    TooSmall,
}

impl Hint {
    /// The name used in reports and in the keys of messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Hint::TooDark => "too-dark",
            Hint::TooBright => "too-bright",
            Hint::Blurred => "blurred",
            Hint::TooSmall => "too-small",
        }
    }
}

/// Brightness is judged by the brightest and the darkest twentieth, never by the average: a dark face before a dark
/// wall, rightly exposed, still has bright eyes and a bright collar.
const DARK_BELOW: u8 = 96;
const BRIGHT_ABOVE: u8 = 150;
/// Variance of the Laplacian, divided by that of the picture, in thousandths: contrast does not count.
const SHARP_FROM: f64 = 12.0;
/// A channel may differ by so much from another without being a colour to the eye.
const NEUTRAL: u8 = 10;

/// The hints for a photograph cut from a square of `side` pixels.
pub(super) fn hints(picture: &RgbImage, side: u32) -> Vec<Hint> {
    let light = luma(picture);
    let mut found = Vec::new();
    let (darkest, brightest) = twentieths(&light);
    if brightest < DARK_BELOW {
        found.push(Hint::TooDark);
    }
    if darkest > BRIGHT_ABOVE {
        found.push(Hint::TooBright);
    }
    if sharpness(&light, picture.width() as usize) < SHARP_FROM {
        found.push(Hint::Blurred);
    }
    if side < SIDE {
        found.push(Hint::TooSmall);
    }
    found
}

/// Whether fewer than one pixel in fifty has a colour.
pub(super) fn is_grey(picture: &RgbImage) -> bool {
    let spread = |p: &[u8]| p[0].max(p[1]).max(p[2]) - p[0].min(p[1]).min(p[2]);
    let coloured = picture.as_raw().chunks_exact(3).filter(|pixel| spread(pixel) > NEUTRAL).count();
    coloured * 50 < picture.as_raw().len() / 3
}

fn luma(picture: &RgbImage) -> Vec<u8> {
    let light = |p: &[u8]| ((299 * u32::from(p[0]) + 587 * u32::from(p[1]) + 114 * u32::from(p[2])) / 1000) as u8;
    picture.as_raw().chunks_exact(3).map(light).collect()
}

/// The brightness that a twentieth of the pixels stays under, and the one that a twentieth exceeds.
fn twentieths(light: &[u8]) -> (u8, u8) {
    let mut sorted = light.to_vec();
    sorted.sort_unstable();
    let at = |share: usize| sorted.get(sorted.len() * share / 20).copied().unwrap_or_default();
    (at(1), at(19))
}

/// How much of the picture's contrast lies in its finest detail.
fn sharpness(light: &[u8], width: usize) -> f64 {
    let whole = variance(light.iter().map(|&value| f64::from(value)));
    let lines: Vec<&[u8]> = light.chunks_exact(width).collect();
    let edges = lines.windows(3).flat_map(|three| {
        (1..width.saturating_sub(1)).map(|x| {
            let around = [three[0][x], three[2][x], three[1][x - 1], three[1][x + 1]];
            around.iter().map(|&value| f64::from(value)).sum::<f64>() - 4.0 * f64::from(three[1][x])
        })
    });
    if whole < 1.0 { 0.0 } else { variance(edges) / whole * 1000.0 }
}

fn variance(values: impl Iterator<Item = f64>) -> f64 {
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values {
        count += 1.0;
        sum += value;
        squares += value * value;
    }
    if count == 0.0 { 0.0 } else { squares / count - (sum / count) * (sum / count) }
}
