//! JPEG bytes of a photograph. Owns the choice of quality; refuses metadata.
//!
//! A photograph travels over a telephone and stands on a roll of hundreds, so it is made as small as an eye allows: colour
//! at half the resolution, and the best quality that keeps it within [`USUAL_BYTES`]. Only a picture that would visibly
//! suffer may be larger, up to [`MOST_BYTES`]. The encoder's own Huffman tables are left alone: with colour at half the
//! resolution it writes files of its version 0.7.1 that decode to other colours.

use super::{MOST_BYTES, PhotographError};
use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// What a photograph usually takes; 400 of them make a roll of under 4 MB.
const USUAL_BYTES: usize = 8_000;
/// Above this quality bytes grow and no eye sees more.
const BEST: u8 = 90;
/// Below this quality an eye sees it at the size of a certificate.
const GOOD: u8 = 70;

/// The photograph at the best quality of at most [`USUAL_BYTES`], at [`GOOD`] where that takes more, and below it
/// where even that is over [`MOST_BYTES`].
pub(super) fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, PhotographError> {
    if let Some(bytes) = best_within(picture, USUAL_BYTES, GOOD, BEST)? {
        return Ok(bytes);
    }
    best_within(picture, MOST_BYTES, 1, GOOD)?.ok_or(PhotographError::NotEncoded)
}

/// A picture for the screen alone.
pub(super) fn preview(picture: &RgbImage) -> Result<Vec<u8>, PhotographError> {
    at_quality(picture, GOOD)
}

/// The best quality of this range that fits. Bytes grow with quality, so the range is halved.
fn best_within(picture: &RgbImage, room: usize, lowest: u8, highest: u8) -> Result<Option<Vec<u8>>, PhotographError> {
    let best = at_quality(picture, highest)?;
    if best.len() <= room {
        return Ok(Some(best));
    }
    let (mut fits, mut low, mut high) = (None, lowest, highest - 1);
    while low <= high {
        let middle = low + (high - low) / 2;
        let bytes = at_quality(picture, middle)?;
        if bytes.len() <= room {
            (fits, low) = (Some(bytes), middle + 1);
        } else {
            high = middle - 1;
        }
    }
    Ok(fits)
}

fn at_quality(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PhotographError> {
    let not_encoded = |_| PhotographError::NotEncoded;
    let width = u16::try_from(picture.width()).map_err(|_| PhotographError::NotEncoded)?;
    let height = u16::try_from(picture.height()).map_err(|_| PhotographError::NotEncoded)?;
    let mut bytes = Vec::with_capacity(USUAL_BYTES);
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).map_err(not_encoded)?;
    Ok(bytes)
}
