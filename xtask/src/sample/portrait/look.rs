//! What a sitter looks like. Owns the choices and their colours; refuses to draw.

use super::canvas::Colour;
use crate::sample::chance::Chance;

/// How the hair is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hair {
    /// Cut close, with a clean line at the forehead.
    Cropped,
    /// Shaved at the sides, short on top.
    Fade,
    /// A small round afro.
    Afro,
    /// Plaited in rows to the back.
    Cornrows,
    /// Tied into a puff on top.
    Puff,
    /// Two puffs at the sides.
    TwoPuffs,
    /// Covered by a headscarf.
    Headscarf,
    /// Shaved.
    Shaved,
}

/// What is worn over the shirt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Garment {
    /// A sweater with a V-neck.
    Sweater,
    /// An open blazer.
    Blazer,
    /// A dress with straps over the shirt.
    Tunic,
    /// The shirt alone.
    Shirt,
}

/// Everything about one sitter.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The wall.
    pub(super) backdrop: Colour,
    /// Colour of the skin.
    pub(super) skin: Colour,
    /// Colour of the hair.
    pub(super) hair_colour: Colour,
    /// How the hair is worn.
    pub(super) hair: Hair,
    /// What is worn over the shirt.
    pub(super) garment: Garment,
    /// Its colour.
    pub(super) cloth: Colour,
    /// Colour of the shirt.
    pub(super) shirt: Colour,
    /// Stripes of the tie and the sweater's trim.
    pub(super) accent: Colour,
    /// Whether a tie is worn.
    pub(super) tie: bool,
    /// Whether glasses are worn.
    pub(super) glasses: bool,
    /// Half the face's width, in pixels.
    pub(super) half_width: f32,
    /// Half the face's height, in pixels.
    pub(super) half_height: f32,
    /// Half the distance between the eyes, in pixels.
    pub(super) eyes_apart: f32,
    /// How far the corners of the mouth go up, in pixels.
    pub(super) smile: f32,
    /// Half the width of the nose, in pixels.
    pub(super) nose: f32,
    /// Weight of the eyebrows, in pixels.
    pub(super) brow: f32,
    /// Half the width of the shoulders, in pixels.
    pub(super) shoulders: f32,
}

const SKINS: [Colour; 8] = [
    Colour::rgb(74, 46, 33),
    Colour::rgb(92, 58, 40),
    Colour::rgb(108, 69, 47),
    Colour::rgb(124, 80, 54),
    Colour::rgb(141, 94, 64),
    Colour::rgb(158, 108, 75),
    Colour::rgb(182, 132, 97),
    Colour::rgb(205, 158, 122),
];
const BACKDROPS: [Colour; 6] = [
    Colour::rgb(122, 164, 196),
    Colour::rgb(196, 202, 206),
    Colour::rgb(214, 203, 180),
    Colour::rgb(150, 180, 150),
    Colour::rgb(86, 134, 178),
    Colour::rgb(201, 178, 164),
];
const CLOTHS: [Colour; 7] = [
    Colour::rgb(27, 45, 84),
    Colour::rgb(112, 26, 38),
    Colour::rgb(22, 82, 56),
    Colour::rgb(82, 88, 98),
    Colour::rgb(44, 96, 158),
    Colour::rgb(74, 40, 92),
    Colour::rgb(60, 46, 38),
];
const SHIRTS: [Colour; 4] =
    [Colour::rgb(244, 245, 247), Colour::rgb(198, 217, 238), Colour::rgb(247, 238, 208), Colour::rgb(241, 214, 222)];
const ACCENTS: [Colour; 5] = [
    Colour::rgb(232, 190, 64),
    Colour::rgb(236, 236, 236),
    Colour::rgb(196, 48, 48),
    Colour::rgb(104, 172, 220),
    Colour::rgb(120, 180, 96),
];
const HAIRS: [Colour; 3] = [Colour::rgb(20, 17, 17), Colour::rgb(33, 25, 22), Colour::rgb(46, 33, 27)];
const STYLES: [(Hair, u32); 8] = [
    (Hair::Cropped, 30),
    (Hair::Fade, 14),
    (Hair::Afro, 12),
    (Hair::Cornrows, 14),
    (Hair::Puff, 9),
    (Hair::TwoPuffs, 5),
    (Hair::Headscarf, 12),
    (Hair::Shaved, 6),
];
const GARMENTS: [(Garment, u32); 4] =
    [(Garment::Sweater, 45), (Garment::Blazer, 20), (Garment::Tunic, 15), (Garment::Shirt, 20)];

impl Look {
    /// Chooses a look.
    pub(super) fn of(chance: &mut Chance) -> Self {
        let garment = weighted(chance, &GARMENTS);
        let cloth = one(chance, &CLOTHS);
        let accent = one(chance, &ACCENTS);
        Look {
            backdrop: one(chance, &BACKDROPS),
            skin: skin(chance),
            hair_colour: one(chance, &HAIRS),
            hair: weighted(chance, &STYLES),
            garment,
            cloth,
            shirt: one(chance, &SHIRTS),
            accent,
            tie: garment != Garment::Tunic && chance.per_mille(if garment == Garment::Shirt { 250 } else { 700 }),
            glasses: chance.per_mille(120),
            half_width: span(chance, 80, 94),
            half_height: span(chance, 106, 120),
            eyes_apart: span(chance, 36, 42),
            smile: span(chance, 2, 15),
            nose: span(chance, 15, 21),
            brow: span(chance, 5, 8),
            shoulders: span(chance, 176, 208),
        }
    }
}

/// A tone between two neighbours of the list, so that few sitters share one.
fn skin(chance: &mut Chance) -> Colour {
    let place = chance.below(SKINS.len() as u64 - 1) as usize;
    SKINS[place].mixed(SKINS[place + 1], span(chance, 0, 100) / 100.0)
}

fn one(chance: &mut Chance, colours: &[Colour]) -> Colour {
    colours[chance.below(colours.len() as u64) as usize]
}

fn weighted<T: Copy>(chance: &mut Chance, list: &[(T, u32)]) -> T {
    list[chance.weighted(list.iter().map(|(_, weight)| *weight))].0
}

fn span(chance: &mut Chance, first: u64, last: u64) -> f32 {
    chance.between(first * 10, last * 10) as f32 / 10.0
}
