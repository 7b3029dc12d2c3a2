//! Which square of a picture becomes the photograph. Owns the choice and where it lies in the stored pixels; refuses
//! to find faces.

use super::PhotographError;
use image::metadata::Orientation;

/// How to cut the square out of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Crop {
    /// The largest square: in the middle, and for an upright picture nearer to the top, where the face is.
    #[default]
    Largest,
    /// A square in pixels of the upright picture. What reaches over the edge is moved, then shrunk, to fit.
    Square {
        /// Pixels from the left edge.
        left: u32,
        /// Pixels from the top edge.
        top: u32,
        /// Pixels of each side.
        side: u32,
    },
}

/// How a photograph is made of a picture: turned by quarters, clockwise, after it stands as the camera meant it; then cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Framing {
    /// Quarter turns; four are none.
    pub quarter_turns: u8,
    /// The square, in pixels of the turned picture.
    pub crop: Crop,
}

/// The orientation of a picture that is turned a quarter more, clockwise.
pub(super) const fn turned(orientation: Orientation) -> Orientation {
    match orientation {
        Orientation::NoTransforms => Orientation::Rotate90,
        Orientation::Rotate90 => Orientation::Rotate180,
        Orientation::Rotate180 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::NoTransforms,
        Orientation::FlipHorizontal => Orientation::Rotate270FlipH,
        Orientation::Rotate270FlipH => Orientation::FlipVertical,
        Orientation::FlipVertical => Orientation::Rotate90FlipH,
        Orientation::Rotate90FlipH => Orientation::FlipHorizontal,
    }
}

/// A square that lies inside its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Square {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) side: u32,
}

impl Crop {
    /// Left, top and side of the square inside an upright picture of this size; none where it lies outside of it.
    #[must_use]
    pub fn square_of(self, width: u32, height: u32) -> Option<[u32; 3]> {
        self.within(width, height).ok().map(|Square { left, top, side }| [left, top, side])
    }

    /// The square inside an upright picture of this size.
    pub(super) fn within(self, width: u32, height: u32) -> Result<Square, PhotographError> {
        let largest = width.min(height);
        match self {
            Crop::Largest => {
                let spare = u64::from(height - largest);
                Ok(Square { left: (width - largest) / 2, top: (spare * 3 / 10) as u32, side: largest })
            }
            Crop::Square { left, top, side } if side > 0 && left < width && top < height => {
                let side = side.min(largest);
                Ok(Square { left: left.min(width - side), top: top.min(height - side), side })
            }
            Crop::Square { .. } => Err(PhotographError::CropOutside { width, height }),
        }
    }
}

impl Square {
    /// Where a square of the upright picture lies in pixels stored `width` by `height` before turning.
    pub(super) const fn before_turning(self, orientation: Orientation, width: u32, height: u32) -> Square {
        let Square { left, top, side } = self;
        let (from_right, from_bottom) = (width.saturating_sub(left + side), height.saturating_sub(top + side));
        let (turned_right, turned_bottom) = (width.saturating_sub(top + side), height.saturating_sub(left + side));
        let (left, top) = match orientation {
            Orientation::NoTransforms => (left, top),
            Orientation::FlipHorizontal => (from_right, top),
            Orientation::Rotate180 => (from_right, from_bottom),
            Orientation::FlipVertical => (left, from_bottom),
            Orientation::Rotate90 => (top, turned_bottom),
            Orientation::Rotate270 => (turned_right, left),
            Orientation::Rotate90FlipH => (top, left),
            Orientation::Rotate270FlipH => (turned_right, turned_bottom),
        };
        Square { left, top, side }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, RgbImage};
    use proptest::prelude::*;

    #[test]
    fn the_largest_square_is_centred_and_for_upright_pictures_nearer_to_the_top() {
        for (size, left, top, side) in [
            ((300, 300), 0, 0, 300),
            ((480, 600), 0, 36, 480),
            ((600, 480), 60, 0, 480),
            ((1, 20_000), 0, 5_999, 1),
            ((1, 1), 0, 0, 1),
        ] {
            assert_eq!(Crop::Largest.within(size.0, size.1), Ok(Square { left, top, side }), "{size:?}");
        }
    }

    #[test]
    fn a_square_with_nothing_of_the_picture_in_it_is_refused() {
        for (left, top, side) in [(400, 0, 10), (0, 300, 10), (0, 0, 0), (u32::MAX, u32::MAX, u32::MAX)] {
            let outside = Err(PhotographError::CropOutside { width: 400, height: 300 });
            assert_eq!(Crop::Square { left, top, side }.within(400, 300), outside);
        }
    }

    fn numbered(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 7]))
    }

    #[test]
    fn a_quarter_turn_more_is_a_quarter_turn_of_what_was_seen() {
        for exif in 1..9 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let mut seen = DynamicImage::ImageRgb8(numbered(3, 2));
            let mut more = seen.clone();
            seen.apply_orientation(orientation);
            more.apply_orientation(turned(orientation));
            assert_eq!(more, seen.rotate90(), "{orientation:?}");
        }
    }

    proptest! {
        #[test]
        fn any_square_asked_for_ends_inside_the_picture(
            width in 1..5000_u32, height in 1..5000_u32, left: u32, top: u32, side: u32
        ) {
            let crop = Crop::Square { left: left % 6000, top: top % 6000, side };
            if let Ok(square) = crop.within(width, height) {
                prop_assert!(square.side >= 1);
                prop_assert!(square.left + square.side <= width && square.top + square.side <= height);
            }
        }

        #[test]
        fn cutting_before_turning_gives_what_turning_before_cutting_gives(
            width in 1..40_u32, height in 1..40_u32, exif in 1..9_u8, left in 0..40_u32, top in 0..40_u32,
            side in 1..40_u32,
        ) {
            let orientation = Orientation::from_exif(exif).unwrap();
            let mut turned = DynamicImage::ImageRgb8(numbered(width, height));
            turned.apply_orientation(orientation);
            let Ok(square) = Crop::Square { left, top, side }.within(turned.width(), turned.height()) else {
                return Ok(());
            };
            let expected = turned.crop_imm(square.left, square.top, square.side, square.side);
            let stored = square.before_turning(orientation, width, height);
            let whole = DynamicImage::ImageRgb8(numbered(width, height));
            let mut cut = whole.crop_imm(stored.left, stored.top, stored.side, stored.side);
            cut.apply_orientation(orientation);
            prop_assert_eq!(cut, expected);
        }
    }
}
