//! JPEG bytes of a photograph. Owns the search for the best quality that fits; refuses metadata.

use super::{MOST_BYTES, PhotographError};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

/// Above this quality bytes grow and no eye sees more.
const BEST: u8 = 92;

/// The photograph at the best quality of at most [`MOST_BYTES`].
pub(super) fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, PhotographError> {
    let best = at_quality(picture, BEST)?;
    if best.len() <= MOST_BYTES {
        return Ok(best);
    }
    let (mut fits, mut low, mut high) = (None, 1, BEST - 1);
    while low <= high {
        let middle = low + (high - low) / 2;
        let bytes = at_quality(picture, middle)?;
        if bytes.len() <= MOST_BYTES {
            (fits, low) = (Some(bytes), middle + 1);
        } else {
            high = middle - 1;
        }
    }
    fits.ok_or(PhotographError::NotEncoded)
}

fn at_quality(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PhotographError> {
    let mut bytes = Vec::with_capacity(MOST_BYTES);
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|_| PhotographError::NotEncoded)?;
    Ok(bytes)
}
