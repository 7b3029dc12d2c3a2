//! The typefaces of the photo tables: Noto Sans in two weights, shaped letter by letter so that marks sit on their
//! letters. Owns measuring and wrapping in points; refuses to draw.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};

use crate::error::DocumentError;
use crate::print_text::{printable, wrap};

static REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");

/// Both weights.
pub(crate) struct Typefaces {
    pub(crate) regular: Typeface,
    pub(crate) bold: Typeface,
}

impl Typefaces {
    pub(crate) fn load() -> Result<Self, DocumentError> {
        Ok(Typefaces {
            regular: Typeface::read(REGULAR).ok_or(DocumentError::Typeface("Noto Sans Regular"))?,
            bold: Typeface::read(BOLD).ok_or(DocumentError::Typeface("Noto Sans Bold"))?,
        })
    }
}

/// One weight.
pub(crate) struct Typeface {
    pub(crate) font: Font,
    face: Face<'static>,
    plan: ShapePlan,
    /// Advances of the ASCII letters in ems: most of what is measured.
    ascii: [f32; 128],
}

/// A text shaped for drawing.
pub(crate) struct Shaped {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In ems.
    pub(crate) width: f32,
}

impl Typeface {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let face = Face::from_slice(bytes, 0)?;
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let mut typeface = Typeface { font, face, plan, ascii: [0.0; 128] };
        typeface.ascii = std::array::from_fn(|code| typeface.advance(char::from(code as u8)));
        Some(typeface)
    }

    fn em(&self) -> f32 {
        self.font.units_per_em()
    }

    fn advance(&self, letter: char) -> f32 {
        let glyph = self.face.glyph_index(letter);
        f32::from(glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph)).unwrap_or(0)) / self.em()
    }

    /// The text's width in points, without kerning: never less than drawn by more than a hair.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let ems: f32 =
            text.chars().map(|c| self.ascii.get(c as usize).copied().unwrap_or_else(|| self.advance(c))).sum();
        ems * size
    }

    /// The text in lines no wider than `width` points.
    pub(crate) fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        wrap(&self.printable(text), width, |piece| self.width(piece, size))
    }

    fn printable(&self, text: &str) -> String {
        if text.bytes().all(|b| (0x20..0x7F).contains(&b)) {
            return text.to_owned();
        }
        printable(text, |c| self.face.glyph_index(c).is_some())
    }

    /// The text's glyphs with their places.
    pub(crate) fn shape(&self, text: &str) -> Shaped {
        let text = self.printable(text);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.face, &self.plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let em = self.em();
        let glyphs: Vec<KrillaGlyph> = std::iter::zip(shaped.glyph_infos(), shaped.glyph_positions())
            .enumerate()
            .map(|(i, (info, at))| {
                let start = starts[i];
                let end = starts[i..].iter().copied().find(|next| *next > start).unwrap_or(text.len());
                let [advance, x, y] = [at.x_advance, at.x_offset, at.y_offset].map(|units| units as f32 / em);
                KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, 0.0, start..end, None)
            })
            .collect();
        let width = shaped.glyph_positions().iter().map(|at| at.x_advance as f32).sum::<f32>() / em;
        Shaped { text, glyphs, width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measured_width_is_close_to_the_drawn_one() {
        let faces = Typefaces::load().unwrap();
        for text in ["AKINYI JANE", "Wũnjirũ Ng’ang’a", "24505105001", "TAVETA AVOIDS VAULTS"] {
            let (measured, drawn) = (faces.bold.width(text, 1.0), faces.bold.shape(text).width);
            assert!((measured - drawn).abs() < 0.03 * drawn, "{text}: {measured} {drawn}");
        }
    }

    #[test]
    fn letters_of_kenyan_names_have_glyphs() {
        let faces = Typefaces::load().unwrap();
        for letter in "ŋŊũŨĩĨñÑéâ’'êôɛɔ".chars() {
            assert!(faces.regular.face.glyph_index(letter).is_some(), "{letter}");
            assert!(faces.bold.face.glyph_index(letter).is_some(), "{letter}");
        }
    }
}
