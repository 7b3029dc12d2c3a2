//! Photographs: from the bytes of any usual picture to the 300 x 300 JPEG of 2.9. Owns decoding within limits,
//! turning upright, cropping, scaling, encoding, hints for the eye, and matching file names to candidates; refuses to
//! judge a photograph (that is the rules') and to open files.
//!
//! What the camera wrote beside the picture (place, time, owner) never gets into the result: only pixels do.

mod crop;
mod decode;
mod encode;
mod error;
mod hints;
mod jpeg_end;
pub mod matching;

use std::panic::catch_unwind;

pub use crop::{Crop, Framing};
pub use error::PhotographError;
pub use hints::Hint;

use decode::Picture;
use image::imageops::FilterType;
use image::{DynamicImage, RgbImage};

/// Width and height of a photograph in pixels (2.9).
pub const SIDE: u32 = 300;
/// The most bytes that a photograph may take (2.9).
pub const MOST_BYTES: usize = 30_000;

/// From this side on a crop is first averaged down to twice [`SIDE`], which is as sharp and several times faster.
const AVERAGED_FROM: u32 = 4 * SIDE;

/// What a rule asks about a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoFacts {
    /// Pixels from left to right, as seen upright.
    pub width: u32,
    /// Pixels from top to bottom, as seen upright.
    pub height: u32,
    /// Whether it has no colour that an eye would see, however it is stored.
    pub grey: bool,
}

/// A photograph ready for the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photograph {
    /// The picture: [`SIDE`] by [`SIDE`], at most [`MOST_BYTES`], without metadata. The same source and crop give the
    /// same bytes.
    pub jpeg: Vec<u8>,
    /// What somebody should look at. Never a reason to refuse.
    pub hints: Vec<Hint>,
    /// Facts of the picture in `jpeg`.
    pub facts: PhotoFacts,
    /// Facts of the picture it was made from.
    pub source: PhotoFacts,
}

/// Looks at a picture without changing it.
///
/// # Errors
/// When it cannot be decoded within the limits.
pub fn inspect(bytes: &[u8]) -> Result<PhotoFacts, PhotographError> {
    contained(|| decode::decode(bytes).map(|picture| facts_of(&picture)))
}

/// Makes the register's photograph of a picture: upright, cropped to a square, 300 x 300 pixels, at most 30 kB (2.9).
///
/// # Errors
/// When it cannot be decoded within the limits, or the crop lies outside of it.
pub fn normalise(bytes: &[u8], crop: Crop) -> Result<Photograph, PhotographError> {
    frame(bytes, Framing { quarter_turns: 0, crop })
}

/// Makes the register's photograph of a picture that somebody framed.
///
/// # Errors
/// As [`normalise`].
pub fn frame(bytes: &[u8], Framing { quarter_turns, crop }: Framing) -> Result<Photograph, PhotographError> {
    contained(|| {
        let picture = decode::decode(bytes)?.turned(quarter_turns);
        let source = facts_of(&picture);
        let square = crop.within(source.width, source.height)?;
        let upright = scaled(picture, square)?;
        let facts = PhotoFacts { width: SIDE, height: SIDE, grey: hints::is_grey(&upright) };
        let hints = hints::hints(&upright, square.side);
        Ok(Photograph { jpeg: encode::jpeg(&upright)?, hints, facts, source })
    })
}

/// The whole picture upright and turned by so many quarters more, as a JPEG for the eye: no side longer than `longest`
/// pixels, without metadata. Its facts are those of the picture it was made from.
///
/// # Errors
/// As [`inspect`].
pub fn preview(bytes: &[u8], quarter_turns: u8, longest: u32) -> Result<(Vec<u8>, PhotoFacts), PhotographError> {
    contained(|| {
        let picture = decode::decode(bytes)?.turned(quarter_turns);
        let facts = facts_of(&picture);
        Ok((encode::preview(&picture.within(longest))?, facts))
    })
}

/// Runs decoders of foreign formats, and turns a panic of theirs into [`PhotographError::Damaged`].
fn contained<T>(work: impl FnOnce() -> Result<T, PhotographError>) -> Result<T, PhotographError> {
    catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or(Err(PhotographError::Damaged))
}

fn facts_of(picture: &Picture) -> PhotoFacts {
    let (width, height) = picture.seen();
    PhotoFacts { width, height, grey: picture.is_grey() }
}

/// The square of the picture at the register's size, upright.
fn scaled(picture: Picture, square: crop::Square) -> Result<RgbImage, PhotographError> {
    let orientation = picture.orientation;
    let cut = DynamicImage::ImageRgb8(picture.cut(square)?);
    let near = if square.side >= AVERAGED_FROM { cut.thumbnail_exact(2 * SIDE, 2 * SIDE) } else { cut };
    let mut small = if near.width() == SIDE { near } else { near.resize_exact(SIDE, SIDE, FilterType::Lanczos3) };
    small.apply_orientation(orientation);
    Ok(small.into_rgb8())
}

#[cfg(test)]
mod tests;
