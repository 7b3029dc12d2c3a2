//! Small hexadecimal digits, an even number of them: hashes of photographs and rolls, tags of operations. Each pair is a
//! byte.

use super::Way;
use crate::frame::FrameError;
use crate::frame::packed::{Packed, Source, Span};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The most bytes of a value.
const MOST: usize = 64;

pub(super) struct Hexadecimal {
    length: usize,
    bytes: Vec<u8>,
    exceptions: Vec<usize>,
}

impl Hexadecimal {
    /// All values as long as the first.
    pub(super) fn of(texts: &[&str]) -> Option<Hexadecimal> {
        let length = texts.first().map(|text| text.len() / 2).filter(|length| (1..=MOST).contains(length))?;
        let mut of = Hexadecimal { length, bytes: Vec::new(), exceptions: Vec::new() };
        for (place, text) in texts.iter().enumerate() {
            match parsed(text, length) {
                Some(bytes) => of.bytes.extend(bytes),
                None => of.exceptions.push(place),
            }
        }
        Some(of)
    }
}

fn parsed(text: &str, length: usize) -> Option<Vec<u8>> {
    let value = |digit: u8| DIGITS.iter().position(|known| *known == digit).map(|value| value as u8);
    let pair = |pair: &[u8]| Some(value(pair[0])? << 4 | value(pair[1])?);
    if text.len() == 2 * length { text.as_bytes().chunks_exact(2).map(pair).collect() } else { None }
}

impl Way for Hexadecimal {
    const CODE: u8 = 4;

    fn exceptions(&self) -> &[usize] {
        &self.exceptions
    }

    fn cost(&self) -> usize {
        8 * self.bytes.len() + 8
    }

    fn put(&self, packed: &mut Packed) {
        packed.bits.push(self.length as u8);
        packed.bits.extend_from_slice(&self.bytes);
    }
}

pub(super) fn take(source: &mut Source<'_>, values: &mut [&mut Option<Span>]) -> Result<(), FrameError> {
    let length = source.count(MOST)?;
    for value in values {
        let bytes = source.slice(length)?;
        let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]));
        **value = Some(source.keep(&digits.collect::<Vec<_>>())?);
    }
    Ok(())
}
