//! What a batch's text is compressed with: zstd, knowing beforehand the words that registers are full of. Owns the
//! dictionaries, each frozen under its number, and the bound on what unpacks; refuses to know what the text says.

use std::sync::LazyLock;

use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

use super::{FrameError, MOST_UNPACKED};

/// The text stands there as it is.
const PLAIN: u8 = 0;

/// Compressed with dictionary 1, written by `cargo xtask dictionary`.
const FIRST: u8 = 1;

const WORDS: &[u8] = include_bytes!("../../dictionary/1.zstd-dictionary");

/// A high level, for a batch is packed once, by who writes it, and carried over dear links.
const LEVEL: i32 = 19;

/// What every zstd frame begins with; it does not travel.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

static PACKING: LazyLock<EncoderDictionary<'static>> = LazyLock::new(|| EncoderDictionary::copy(WORDS, LEVEL));
static UNPACKING: LazyLock<DecoderDictionary<'static>> = LazyLock::new(|| DecoderDictionary::copy(WORDS));

/// Appends the text, compressed where that is shorter.
pub(super) fn put(out: &mut Vec<u8>, text: &[u8]) {
    match compressed(text).ok().filter(|short| short.len() < text.len() + MAGIC.len()) {
        Some(short) if short.starts_with(&MAGIC) => {
            out.push(FIRST);
            out.extend_from_slice(&short[MAGIC.len()..]);
        }
        _ => {
            out.push(PLAIN);
            out.extend_from_slice(text);
        }
    }
}

fn compressed(text: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressor = Compressor::with_prepared_dictionary(&PACKING)?;
    compressor.include_dictid(false)?;
    compressor.include_checksum(false)?;
    compressor.compress(text)
}

/// The text that [`put`] wrote into these bytes.
pub(super) fn take(bytes: &[u8]) -> Result<Vec<u8>, FrameError> {
    match bytes.split_first() {
        Some((&PLAIN, text)) => Ok(text.to_vec()),
        Some((&FIRST, short)) => expanded(&[&MAGIC, short].concat()),
        _ => Err(FrameError::Malformed),
    }
}

fn expanded(frame: &[u8]) -> Result<Vec<u8>, FrameError> {
    let size = zstd::zstd_safe::get_frame_content_size(frame).ok().flatten().ok_or(FrameError::Malformed)?;
    let size = usize::try_from(size).ok().filter(|size| *size <= MOST_UNPACKED).ok_or(FrameError::Bomb)?;
    let unpacked = Decompressor::with_prepared_dictionary(&UNPACKING).and_then(|mut zstd| zstd.decompress(frame, size));
    unpacked.map_err(|_| FrameError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    // What breaks: every batch packed under number 1 reads only with these very bytes. Another dictionary, another number.
    #[test]
    fn dictionary_1_is_frozen() {
        let hash = "b20936ad223bdc0b5384f86095956d17db5c2e0a3dbc7a0fbb3f6a94fbaeece7";
        assert_eq!(blake3::hash(WORDS).to_hex().to_string(), hash);
    }

    #[test]
    fn text_is_read_back_and_what_grows_beyond_measure_is_not() {
        let packed = |text: &[u8]| {
            let mut out = Vec::new();
            put(&mut out, text);
            out
        };
        for text in [&b""[..], b"x", &[b'x'; 5000]] {
            assert_eq!(take(&packed(text)).unwrap(), text);
        }
        assert_eq!(take(&packed(&vec![0; MOST_UNPACKED + 1])), Err(FrameError::Bomb));
        assert_eq!(take(&[9, 1, 2]), Err(FrameError::Malformed));
    }
}
