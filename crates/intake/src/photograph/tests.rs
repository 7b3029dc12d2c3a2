use super::*;
use image::{ImageFormat, Rgb, Rgba, RgbaImage};
use proptest::prelude::*;
use std::io::Cursor;

/// A colourful picture with edges and a mark in its upper left quarter.
fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let checked = (x * 16 / width + y * 16 / height).is_multiple_of(2);
        match (x < width / 2 && y < height / 2, checked) {
            (true, true) => Rgb([220, 40, 30]),
            (true, false) => Rgb([120, 10, 10]),
            (false, true) => Rgb([60, 140, 220]),
            (false, false) => Rgb([20, 40, 90]),
        }
    })
}

fn noise(side: u32) -> RgbImage {
    let mut state = 7_u32;
    RgbImage::from_fn(side, side, |_, _| {
        Rgb([0; 3].map(|_: u8| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        }))
    })
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The JPEG with a block of Exif that turns it, and that names the camera's owner.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0xA4, 0x30, 0, 2, 0, 0, 0, 4, b'O', b'W', b'N', 0]);
    exif.extend([0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
}

fn pixels(photograph: &Photograph) -> RgbImage {
    image::load_from_memory(&photograph.jpeg).unwrap().into_rgb8()
}

fn hints_of(picture: impl Into<DynamicImage>) -> Vec<Hint> {
    normalise(&encoded(picture, ImageFormat::Png), Crop::Largest).unwrap().hints
}

#[test]
fn any_usual_picture_becomes_300_by_300_in_colour_and_under_30_kb() {
    use ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    for format in [Jpeg, Png, Bmp, Gif, WebP, Tiff] {
        let bytes = encoded(scene(480, 600), format);
        let photograph = normalise(&bytes, Crop::Largest).unwrap();
        assert!(photograph.jpeg.len() <= MOST_BYTES, "{format:?}");
        let facts = PhotoFacts { width: 300, height: 300, grey: false };
        assert_eq!((photograph.facts, inspect(&photograph.jpeg)), (facts, Ok(facts)), "{format:?}");
        assert_eq!(photograph.source, PhotoFacts { width: 480, height: 600, grey: false }, "{format:?}");
        assert!(photograph.hints.is_empty(), "{format:?}: {:?}", photograph.hints);
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = encoded(scene(700, 500), ImageFormat::Jpeg);
    assert_eq!(normalise(&bytes, Crop::Largest), normalise(&bytes, Crop::Largest));
}

#[test]
fn a_picture_that_hardly_compresses_still_fits() {
    let photograph = normalise(&encoded(noise(300), ImageFormat::Png), Crop::Largest).unwrap();
    assert!(photograph.jpeg.len() <= MOST_BYTES && photograph.jpeg.len() > MOST_BYTES * 8 / 10);
}

#[test]
fn a_picture_is_turned_as_its_exif_says_and_loses_everything_but_pixels() {
    let upright = encoded(scene(400, 400), ImageFormat::Jpeg);
    for (orientation, red_at) in [(1, (50, 50)), (3, (250, 250)), (6, (250, 50)), (8, (50, 250)), (2, (250, 50))] {
        let photograph = normalise(&with_exif(&upright, orientation), Crop::Largest).unwrap();
        let shown = pixels(&photograph);
        for at in [(50, 50), (250, 50), (50, 250), (250, 250)] {
            let Rgb([red, _, blue]) = *shown.get_pixel(at.0, at.1);
            assert_eq!(red > blue, at == red_at, "orientation {orientation} at {at:?}");
        }
        assert!(!photograph.jpeg.windows(4).any(|bytes| bytes == b"Exif" || &bytes[..3] == b"OWN"));
    }
}

#[test]
fn a_turned_picture_is_as_tall_as_it_is_seen() {
    let bytes = with_exif(&encoded(scene(600, 400), ImageFormat::Jpeg), 6);
    assert_eq!(inspect(&bytes), Ok(PhotoFacts { width: 400, height: 600, grey: false }));
}

#[test]
fn a_square_asked_for_is_what_is_cut_out() {
    let bytes = encoded(scene(800, 600), ImageFormat::Png);
    let red = normalise(&bytes, Crop::Square { left: 10, top: 10, side: 280 }).unwrap();
    assert!(pixels(&red).pixels().all(|p| p.0[0] > p.0[2]));
    assert!(red.hints.contains(&Hint::TooSmall));
    let blue = normalise(&bytes, Crop::Square { left: 500, top: 350, side: 250 }).unwrap();
    assert!(pixels(&blue).pixels().all(|p| p.0[0] < p.0[2]));
    let outside = normalise(&bytes, Crop::Square { left: 800, top: 0, side: 10 });
    assert_eq!(outside, Err(PhotographError::CropOutside { width: 800, height: 600 }));
}

#[test]
fn a_picture_turned_by_a_person_is_cut_as_they_see_it() {
    let bytes = encoded(scene(800, 600), ImageFormat::Png);
    let crop = Crop::Square { left: 310, top: 10, side: 280 };
    let turned = frame(&bytes, Framing { quarter_turns: 1, crop }).unwrap();
    assert_eq!((turned.source.width, turned.source.height), (600, 800));
    assert!(pixels(&turned).pixels().all(|p| p.0[0] > p.0[2]), "the red corner stands at the right now");
    let untouched = frame(&bytes, Framing { quarter_turns: 4, crop: Crop::Largest }).unwrap();
    assert_eq!(untouched, normalise(&bytes, Crop::Largest).unwrap());
}

#[test]
fn a_preview_is_upright_and_small_and_tells_the_size_of_its_source() {
    let bytes = with_exif(&encoded(scene(1200, 800), ImageFormat::Jpeg), 6);
    for (turns, size, shown) in
        [(0, (800, 1200), (200, 300)), (1, (1200, 800), (300, 200)), (2, (800, 1200), (200, 300))]
    {
        let (jpeg, facts) = preview(&bytes, turns, 300).unwrap();
        assert_eq!((facts.width, facts.height), size);
        assert_eq!(inspect(&jpeg).map(|facts| (facts.width, facts.height)), Ok(shown));
    }
}

#[test]
fn only_pictures_without_colour_are_grey_however_they_are_stored() {
    let grey = DynamicImage::ImageRgb8(scene(400, 400)).into_luma8();
    let as_rgb = DynamicImage::ImageLuma8(grey.clone()).into_rgb8();
    for (picture, format, expected) in [
        (DynamicImage::from(grey), ImageFormat::Jpeg, true),
        (as_rgb.clone().into(), ImageFormat::Png, true),
        (as_rgb.into(), ImageFormat::Jpeg, true),
        (scene(400, 400).into(), ImageFormat::Jpeg, false),
    ] {
        let bytes = encoded(picture, format);
        let photograph = normalise(&bytes, Crop::Largest).unwrap();
        assert_eq!((photograph.source.grey, photograph.facts.grey), (expected, expected), "{format:?}");
        assert_eq!(inspect(&photograph.jpeg).map(|facts| facts.grey), Ok(expected));
    }
}

#[test]
fn what_is_clear_in_a_picture_becomes_white() {
    let clear = RgbaImage::from_pixel(300, 300, Rgba([10, 20, 200, 0]));
    let photograph = normalise(&encoded(clear, ImageFormat::Png), Crop::Largest).unwrap();
    assert!(pixels(&photograph).pixels().all(|p| p.0.iter().all(|channel| *channel > 250)));
}

#[test]
fn hints_tell_dark_bright_blurred_and_small_pictures_apart() {
    let scene = DynamicImage::from(scene(600, 600));
    assert_eq!(hints_of(scene.clone()), []);
    assert_eq!(hints_of(scene.brighten(-170)), [Hint::TooDark]);
    assert_eq!(hints_of(scene.brighten(180)), [Hint::TooBright]);
    assert_eq!(hints_of(scene.blur(10.0)), [Hint::Blurred]);
    assert!(hints_of(scene.thumbnail(120, 120)).contains(&Hint::TooSmall));
}

#[test]
fn what_is_no_picture_is_named_for_what_it_is() {
    for (bytes, found) in [
        (&b"%PDF-1.7\n%..."[..], "a PDF document"),
        (b"PK\x03\x04\x14\0\0\0", "a Word or Excel document, or a ZIP archive"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel document"),
        (b"<!doctype html><html>", "a web page"),
        (b"name,gender\nA,F\n", "text"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07", "some other kind of file"),
    ] {
        assert_eq!(inspect(bytes), Err(PhotographError::NotAPicture { found }));
    }
    assert_eq!(inspect(b""), Err(PhotographError::Empty));
}

#[test]
fn pictures_of_phones_that_cannot_be_read_are_told_what_to_become() {
    let error = inspect(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap_err();
    assert_eq!(error, PhotographError::Unsupported { kind: "HEIC".into() });
    assert!(error.to_string().contains("save it as JPEG"));
}

#[test]
fn a_picture_cut_short_is_refused_in_every_format() {
    use ImageFormat::{Bmp, Gif, Jpeg, Png, WebP};
    for format in [Jpeg, Png, Bmp, Gif, WebP] {
        let bytes = encoded(scene(200, 200), format);
        for share in [2, 5, 9] {
            let error = inspect(&bytes[..bytes.len() * share / 10]).unwrap_err();
            let expected = matches!(error, PhotographError::Truncated | PhotographError::Damaged);
            assert!(expected, "{format:?} {share}: {error:?}");
        }
    }
}

#[test]
fn a_jpeg_cut_short_is_called_so() {
    let bytes = encoded(scene(200, 200), ImageFormat::Jpeg);
    assert_eq!(inspect(&bytes[..bytes.len() - 40]), Err(PhotographError::Truncated));
}

/// A PNG that declares a size and holds no pixel.
fn declaring(width: u32, height: u32) -> Vec<u8> {
    let mut header = [b"IHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut sum = u32::MAX;
    for byte in &header {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    header.extend((!sum).to_be_bytes());
    [b"\x89PNG\r\n\x1A\n".as_slice(), &[0, 0, 0, 13], &header, &[0, 0, 0, 0], b"IDAT\x35\xAF\x06\x1E"].concat()
}

#[test]
fn pictures_beyond_the_memory_of_a_laptop_are_refused_with_their_size() {
    for (width, height) in [(12_000, 9_000), (50_000, 10), (60_000, 60_000)] {
        let error = inspect(&declaring(width, height)).unwrap_err();
        assert_eq!(error, PhotographError::TooManyPixels { width, height, limit: 51 });
    }
    let long = [encoded(scene(8, 8), ImageFormat::Jpeg), vec![0; 40_000_000]].concat();
    assert!(matches!(inspect(&long), Err(PhotographError::TooManyBytes { limit: 40_000_000, .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_to_a_picture_can_do_more_than_be_refused(
        kind in 0..4_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP][kind];
        let mut bytes = encoded(scene(48, 64), format);
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Ok(photograph) = normalise(&bytes, Crop::Largest) {
            prop_assert!(photograph.jpeg.len() <= MOST_BYTES);
        }
    }
}
