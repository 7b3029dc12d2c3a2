//! Pictures from bytes, within limits. Owns what is read and how much memory it may take; refuses to trust a decoder.

use std::io::Cursor;

use super::crop::Square;
use super::jpeg_end::reaches_its_end;
use super::{PhotographError, SIDE, hints};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};

/// The most bytes of a file that are decoded.
const MOST_BYTES: usize = 40_000_000;
/// The most pixels: a phone of 50 megapixels is read, and a progressive JPEG of that size stays under 512 MB.
const MOST_MEGAPIXELS: u32 = 51;
/// The most pixels along one side.
const LONGEST_SIDE: u32 = 20_000;
/// The most bytes of decoded pixels, and of what a decoder takes beside them where it counts that.
const MOST_DECODED: u64 = 210_000_000;

/// A decoded picture, its pixels as they were stored.
pub(super) struct Picture {
    pixels: RgbImage,
    /// How to turn the pixels to see them upright.
    pub(super) orientation: Orientation,
}

/// Decodes any picture that is read.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, PhotographError> {
    let format = recognised(bytes)?;
    if format == ImageFormat::Jpeg && !reaches_its_end(bytes) {
        return Err(PhotographError::Truncated);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error, bytes))?;
    within_limits(&decoder)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, bytes))?;
    Ok(Picture { pixels: flattened(decoded), orientation })
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    // Sides are judged by `within_limits`, which tells the figures.
    limits.max_alloc = Some(2 * MOST_DECODED);
    limits
}

fn within_limits(decoder: &impl ImageDecoder) -> Result<(), PhotographError> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LONGEST_SIDE
        || pixels > u64::from(MOST_MEGAPIXELS) * 1_000_000
        || decoder.total_bytes() > MOST_DECODED
    {
        return Err(PhotographError::TooManyPixels { width, height, limit: MOST_MEGAPIXELS });
    }
    if pixels == 0 { Err(PhotographError::Damaged) } else { Ok(()) }
}

/// The format by content: what the file is called does not count.
fn recognised(bytes: &[u8]) -> Result<ImageFormat, PhotographError> {
    if bytes.is_empty() {
        return Err(PhotographError::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(PhotographError::TooManyBytes { bytes: bytes.len(), limit: MOST_BYTES });
    }
    if let Some(kind) = unread_kind(bytes) {
        return Err(PhotographError::Unsupported { kind: kind.to_owned() });
    }
    match image::guess_format(bytes) {
        Ok(format) if format.reading_enabled() => Ok(format),
        Ok(format) => Err(PhotographError::Unsupported { kind: format!("{format:?}") }),
        Err(_) => Err(PhotographError::NotAPicture { found: looks_like(bytes) }),
    }
}

/// Kinds of pictures that phones make and that need decoders bound by patents.
fn unread_kind(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(4..12)?.strip_prefix(b"ftyp")?;
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" => Some("HEIC"),
        b"avif" | b"avis" => Some("AVIF"),
        _ => Some("video"),
    }
}

fn looks_like(bytes: &[u8]) -> &'static str {
    const STARTS: [(&[u8], &str); 7] = [
        (b"%PDF", "a PDF document"),
        (b"PK", "a Word or Excel document, or a ZIP archive"),
        (b"\xD0\xCF\x11\xE0", "an old Word or Excel document"),
        (b"Rar!", "a RAR archive"),
        (b"<svg", "a drawing (SVG)"),
        (b"<", "a web page"),
        (b"MZ", "a program"),
    ];
    let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    match known {
        Some((_, name)) => name,
        None if bytes.iter().take(512).all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) => "text",
        None => "some other kind of file",
    }
}

fn refusal(error: &ImageError, bytes: &[u8]) -> PhotographError {
    match error {
        ImageError::Limits(_) => declared_size(bytes),
        ImageError::Unsupported(what) => PhotographError::Unsupported { kind: what.format_hint().to_string() },
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PhotographError::Truncated,
        _ => PhotographError::Damaged,
    }
}

/// The refusal for size where the decoder stopped before it could be asked.
fn declared_size(bytes: &[u8]) -> PhotographError {
    let size = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok();
    match size.and_then(|reader| reader.into_dimensions().ok()) {
        Some((width, height)) => PhotographError::TooManyPixels { width, height, limit: MOST_MEGAPIXELS },
        None => PhotographError::Damaged,
    }
}

/// Pixels without opacity: what is clear shows white, as on paper.
fn flattened(decoded: DynamicImage) -> RgbImage {
    if !decoded.color().has_alpha() {
        return decoded.into_rgb8();
    }
    let clear = decoded.into_rgba8();
    let (width, height) = clear.dimensions();
    let mut rgb = Vec::with_capacity(clear.as_raw().len() / 4 * 3);
    for pixel in clear.as_raw().chunks_exact(4) {
        let alpha = u32::from(pixel[3]);
        rgb.extend(
            pixel[..3].iter().map(|&value| ((u32::from(value) * alpha + 255 * (255 - alpha) + 127) / 255) as u8),
        );
    }
    RgbImage::from_raw(width, height, rgb).unwrap_or_default()
}

impl Picture {
    /// The picture turned by so many quarters more, clockwise.
    pub(super) fn turned(mut self, quarters: u8) -> Picture {
        for _ in 0..quarters % 4 {
            self.orientation = super::crop::turned(self.orientation);
        }
        self
    }

    /// The whole picture upright, no side longer than `longest`.
    pub(super) fn within(self, longest: u32) -> RgbImage {
        let stored = DynamicImage::ImageRgb8(self.pixels);
        let is_larger = stored.width().max(stored.height()) > longest;
        let mut shown = if is_larger { stored.thumbnail(longest, longest) } else { stored };
        shown.apply_orientation(self.orientation);
        shown.into_rgb8()
    }

    /// Width and height of the upright picture.
    pub(super) fn seen(&self) -> (u32, u32) {
        let (width, height) = self.pixels.dimensions();
        match self.orientation {
            Orientation::NoTransforms
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical
            | Orientation::Rotate180 => (width, height),
            _ => (height, width),
        }
    }

    /// Whether it has no colour. Judged on averages, so that neither noise nor the size of the picture counts.
    pub(super) fn is_grey(&self) -> bool {
        let (width, height) = self.pixels.dimensions();
        let small = image::imageops::thumbnail(&self.pixels, width.min(SIDE), height.min(SIDE));
        hints::is_grey(&small)
    }

    /// The stored pixels of a square of the upright picture.
    pub(super) fn cut(self, square: Square) -> Result<RgbImage, PhotographError> {
        let (width, height) = self.pixels.dimensions();
        let Square { left, top, side } = square.before_turning(self.orientation, width, height);
        if (left, top, side, side) == (0, 0, width, height) {
            return Ok(self.pixels);
        }
        let lines = self.pixels.as_raw().chunks_exact(width as usize * 3);
        let across = left as usize * 3..(left + side) as usize * 3;
        let inside = lines.skip(top as usize).take(side as usize);
        let cut: Vec<u8> = inside.flat_map(|line| line.get(across.clone()).unwrap_or_default()).copied().collect();
        RgbImage::from_raw(side, side, cut).ok_or(PhotographError::Damaged)
    }
}
