//! Pictures within measure: a JPEG whose sides are within the limits, seen at its first part, before anything is kept.
//! Owns that limit; refuses to decode a picture (its head says how large it would grow).

use sync::Hash;
use sync::authority::Pictures;

use crate::stores::StoreError;

/// A hand on pictures that takes only those within measure.
pub struct Measured {
    pictures: Box<dyn Pictures<Error = StoreError> + Send>,
    sides: (u32, u32),
    refused: bool,
}

impl Measured {
    /// Puts the measure before a hand: the least and the most pixels of a side.
    #[must_use]
    pub fn new(pictures: Box<dyn Pictures<Error = StoreError> + Send>, sides: (u32, u32)) -> Measured {
        Measured { pictures, sides, refused: false }
    }

    /// Whether a part was turned away.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.refused
    }
}

impl Pictures for Measured {
    type Error = StoreError;

    fn have(&mut self, hash: Hash) -> Result<u32, StoreError> {
        self.pictures.have(hash)
    }

    fn keep(&mut self, hash: Hash, size: u32, offset: u32, bytes: &[u8]) -> Result<u32, StoreError> {
        if offset == 0 && !within(bytes, self.sides) {
            self.refused = true;
            return Ok(0);
        }
        self.pictures.keep(hash, size, offset, bytes)
    }

    fn get(&mut self, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
        self.pictures.get(hash, offset)
    }
}

/// Whether the beginning of a picture says that it is a JPEG of fitting sides.
#[must_use]
pub fn within(beginning: &[u8], (least, most): (u32, u32)) -> bool {
    let fits = |side: usize| (least as usize..=most as usize).contains(&side);
    matches!(imagesize::image_type(beginning), Ok(imagesize::ImageType::Jpeg))
        && imagesize::blob_size(beginning).is_ok_and(|size| fits(size.width) && fits(size.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a JPEG of these sides: start, one frame header.
    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let (w, h) = (width.to_be_bytes(), height.to_be_bytes());
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, h[0], h[1], w[0], w[1], 1, 1, 0x11, 0];
        bytes.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
        bytes
    }

    #[test]
    fn a_picture_is_taken_by_what_its_head_says() {
        for (bytes, taken) in [
            (jpeg(300, 300), true),
            (jpeg(1024, 300), true),
            (jpeg(299, 300), false),
            (jpeg(300, 1025), false),
            (jpeg(65_535, 65_535), false),
            (b"\x89PNG\r\n\x1a\n".to_vec(), false),
            (vec![0xff, 0xd8, 0xff], false),
            (Vec::new(), false),
        ] {
            assert_eq!(within(&bytes, (300, 1024)), taken, "{bytes:?}");
        }
    }
}
