//! Portraits drawn by program. Owns made-up faces in school uniform, as a camera in a school office would frame them;
//! refuses real people: no picture of anybody went into it.

mod canvas;
mod face;
mod hair;
mod look;
mod uniform;

use super::chance::Chance;
use canvas::{Canvas, Colour};
use image::RgbImage;
use look::Look;

/// Width of a portrait in pixels.
pub const WIDTH: u32 = 480;
/// Height of a portrait in pixels: upright, so that a crop to a square has something to choose.
pub const HEIGHT: u32 = 600;

/// The portrait of a seed: the same picture each time, another for nearly every other seed.
#[must_use]
pub fn draw(seed: u64) -> RgbImage {
    let mut chance = Chance::of(seed ^ 0x0070_6F72_7472_6169);
    let look = Look::of(&mut chance);
    let Some(mut canvas) = Canvas::new(WIDTH, HEIGHT) else { return RgbImage::new(WIDTH, HEIGHT) };
    backdrop(&mut canvas, &look);
    hair::behind(&mut canvas, &look);
    uniform::neck(&mut canvas, &look);
    uniform::clothes(&mut canvas, &look);
    face::head(&mut canvas, &look);
    face::features(&mut canvas, &look);
    hair::before(&mut canvas, &look);
    if look.glasses {
        face::glasses(&mut canvas, &look);
    }
    let mut picture = canvas.into_picture();
    grain(&mut picture, &mut chance);
    picture
}

/// A plain wall, lit from one side, with the soft shadow of the sitter.
fn backdrop(canvas: &mut Canvas, look: &Look) {
    let light = look.backdrop.lighter(0.28);
    canvas.radial((160.0, 170.0), 620.0, light, look.backdrop.darker(0.10));
    let shadow = |alpha| Colour::BLACK.with_alpha(alpha);
    canvas.radial((272.0, 330.0), 250.0, shadow(70), shadow(0));
}

/// The sensor's noise, without which a photograph would compress far better than real ones do.
fn grain(picture: &mut RgbImage, chance: &mut Chance) {
    for pixel in picture.pixels_mut() {
        let bits = chance.bits().to_le_bytes();
        let noise = i16::from(bits[0] & 3) + i16::from(bits[1] & 3) + i16::from(bits[2] & 1) - 3;
        for channel in &mut pixel.0 {
            *channel = (i16::from(*channel) + noise).clamp(0, 255) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_seed_always_draws_the_same_portrait() {
        assert_eq!(draw(7).as_raw(), draw(7).as_raw());
    }

    #[test]
    fn other_seeds_draw_other_portraits() {
        let portraits: HashSet<Vec<u8>> = (0..40).map(|seed| draw(seed).into_raw()).collect();
        assert_eq!(portraits.len(), 40);
    }

    #[test]
    fn every_portrait_is_in_colour_and_upright() {
        for seed in 0..20 {
            let portrait = draw(seed);
            assert_eq!(portrait.dimensions(), (WIDTH, HEIGHT));
            let coloured = portrait.pixels().filter(|p| p.0[0].abs_diff(p.0[2]) > 16).count();
            assert!(coloured > (WIDTH * HEIGHT / 20) as usize, "seed {seed}: {coloured}");
        }
    }
}
