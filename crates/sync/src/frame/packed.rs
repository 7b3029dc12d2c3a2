//! The two halves of a packed batch: text, which is compressed, and bits, which have nothing left to compress. Owns how
//! both are written and read back in order, and how much may come of them; refuses to know what they hold.

use super::{FrameError, MOST_UNPACKED, dictionary, numbers};
use crate::record::{Cursor, put_number};

/// Ends a text. UTF-8 never has this byte.
const END: u8 = 0xff;

/// A batch being packed.
#[derive(Default)]
pub(super) struct Packed {
    /// Names, words, forms of records.
    pub(super) text: Vec<u8>,
    /// Numbers, identities, hashes.
    pub(super) bits: Vec<u8>,
}

impl Packed {
    pub(super) fn put_text(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
        self.text.push(END);
    }

    pub(super) fn put_texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>) {
        put_number(&mut self.bits, texts.len() as u64);
        texts.for_each(|text| self.put_text(text));
    }

    /// Both halves as a frame has them: the length of the bits, the bits, the text compressed.
    pub(super) fn put_into(&self, out: &mut Vec<u8>) {
        put_number(out, self.bits.len() as u64);
        out.extend_from_slice(&self.bits);
        dictionary::put(out, &self.text);
    }
}

/// A stretch of what was unpacked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

/// A batch being unpacked. Texts stay where they are; values that are made of them or of bits are added behind.
pub(super) struct Source<'b> {
    kept: Vec<u8>,
    text_end: usize,
    next: usize,
    bits: Cursor<'b>,
}

impl<'b> Source<'b> {
    pub(super) fn of(body: &'b [u8]) -> Result<Source<'b>, FrameError> {
        let mut from = Cursor(body);
        let length = from.number().and_then(|length| usize::try_from(length).ok());
        let bits = length.and_then(|length| from.take(length)).ok_or(FrameError::Malformed)?;
        let kept = dictionary::take(from.0)?;
        Ok(Source { text_end: kept.len(), kept, next: 0, bits: Cursor(bits) })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.next == self.text_end && self.bits.0.is_empty()
    }

    /// What stands at a span that this source gave out.
    pub(super) fn get(&self, span: Span) -> &[u8] {
        &self.kept[span.start as usize..span.end as usize]
    }

    /// The next bytes of the text.
    pub(super) fn bytes(&mut self, length: usize) -> Result<Span, FrameError> {
        let end = self.next.checked_add(length).filter(|end| *end <= self.text_end).ok_or(FrameError::Malformed)?;
        let span = span(self.next, end);
        self.next = end;
        Ok(span)
    }

    /// The next number of the text.
    pub(super) fn text_number(&mut self) -> Result<u64, FrameError> {
        let mut from = Cursor(&self.kept[self.next..self.text_end]);
        let number = from.number().ok_or(FrameError::Malformed)?;
        self.next = self.text_end - from.0.len();
        Ok(number)
    }

    /// The next byte of the text.
    pub(super) fn text_byte(&mut self) -> Result<u8, FrameError> {
        self.bytes(1).map(|span| self.kept[span.start as usize])
    }

    /// The next text.
    pub(super) fn text(&mut self) -> Result<Span, FrameError> {
        let length = self.kept[self.next..self.text_end].iter().position(|byte| *byte == END);
        let text = self.bytes(length.ok_or(FrameError::Malformed)?)?;
        self.next += 1;
        Ok(text)
    }

    /// As many texts as the bits say; each has taken a byte at least.
    pub(super) fn texts(&mut self) -> Result<Vec<Span>, FrameError> {
        let count = self.count(self.text_end - self.next)?;
        (0..count).map(|_| self.text()).collect()
    }

    pub(super) fn byte(&mut self) -> Result<u8, FrameError> {
        self.bits.byte().ok_or(FrameError::Malformed)
    }

    pub(super) fn slice(&mut self, length: usize) -> Result<&'b [u8], FrameError> {
        self.bits.take(length).ok_or(FrameError::Malformed)
    }

    pub(super) fn number(&mut self) -> Result<u64, FrameError> {
        self.bits.number().ok_or(FrameError::Malformed)
    }

    /// A number that says how many of something there are, or which of them: no more than `most`.
    pub(super) fn count(&mut self, most: usize) -> Result<usize, FrameError> {
        usize::try_from(self.number()?).ok().filter(|count| *count <= most).ok_or(FrameError::Malformed)
    }

    pub(super) fn numbers(&mut self, count: usize) -> Result<Vec<u64>, FrameError> {
        numbers::take(&mut self.bits, count).ok_or(FrameError::Malformed)
    }

    pub(super) fn places(&mut self, count: usize) -> Result<Vec<usize>, FrameError> {
        numbers::take_places(&mut self.bits, count).ok_or(FrameError::Malformed)
    }

    /// Keeps a value that was made of bits.
    pub(super) fn keep(&mut self, value: &[u8]) -> Result<Span, FrameError> {
        let start = self.kept.len();
        self.kept.extend_from_slice(value);
        self.kept_from(start)
    }

    /// Keeps a value that is made of others, with something between them.
    pub(super) fn join(&mut self, parts: impl Iterator<Item = Span>, between: &[u8]) -> Result<Span, FrameError> {
        let start = self.kept.len();
        for (place, part) in parts.enumerate() {
            if place > 0 {
                self.kept.extend_from_slice(between);
            }
            self.kept.extend_from_within(part.start as usize..part.end as usize);
            self.kept_from(start)?;
        }
        self.kept_from(start)
    }

    fn kept_from(&self, start: usize) -> Result<Span, FrameError> {
        let end = self.kept.len();
        if end - self.text_end > MOST_UNPACKED { Err(FrameError::Bomb) } else { Ok(span(start, end)) }
    }
}

/// What is kept is less than twice [`MOST_UNPACKED`] and a value.
const fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}
