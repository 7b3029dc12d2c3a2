//! Bytes of a text file -> UTF-8. Owns the encodings: UTF-8 and UTF-16 with a mark or without, and Windows-1252 for
//! lines that are not UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

const CHUNK: usize = 64 * 1024;
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A text file as a stream of bytes, UTF-8 unless it is in a code page of one byte a letter.
pub(crate) struct Text<R> {
    source: R,
    /// Bytes read to tell the encoding, not yet given out.
    head: Vec<u8>,
    decoder: Option<Decoder>,
}

impl<R: Read> Text<R> {
    /// Reads enough to tell the encoding. Also gives back the first bytes as they are.
    pub(crate) fn open(mut source: R) -> io::Result<(Self, Vec<u8>)> {
        let mut head = Vec::new();
        source.by_ref().take(4096).read_to_end(&mut head)?;
        let raw = head.clone();
        let encoding = utf16_of(&head);
        let text = if let Some((encoding, mark)) = encoding {
            head.drain(..mark);
            Text { source, head, decoder: Some(encoding.new_decoder_without_bom_handling()) }
        } else {
            if head.starts_with(UTF8_MARK) {
                head.drain(..UTF8_MARK.len());
            }
            Text { source, head, decoder: None }
        };
        Ok((text, raw))
    }

    /// Appends more bytes; 0 at the end.
    pub(crate) fn read_more(&mut self, out: &mut Vec<u8>) -> io::Result<usize> {
        let before = out.len();
        if self.decoder.is_none() {
            if self.head.is_empty() {
                return self.source.by_ref().take(CHUNK as u64).read_to_end(out);
            }
            out.append(&mut self.head);
            return Ok(out.len() - before);
        }
        while out.len() == before && self.decoder.is_some() {
            self.decode_more(out)?;
        }
        Ok(out.len() - before)
    }

    fn decode_more(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        let mut raw = std::mem::take(&mut self.head);
        if raw.is_empty() {
            self.source.by_ref().take(CHUNK as u64).read_to_end(&mut raw)?;
        }
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let last = raw.is_empty();
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(raw.len()).unwrap_or(4 * CHUNK));
        let _ = decoder.decode_to_string(&raw, &mut text, last);
        out.extend_from_slice(text.as_bytes());
        if last {
            self.decoder = None;
        }
        Ok(())
    }
}

/// UTF-16 by its mark, or by the zero that every other byte is in Latin text; and the mark's length.
fn utf16_of(head: &[u8]) -> Option<(&'static encoding_rs::Encoding, usize)> {
    match head {
        [0xFF, 0xFE, ..] => return Some((UTF_16LE, 2)),
        [0xFE, 0xFF, ..] => return Some((UTF_16BE, 2)),
        _ => {}
    }
    let (pairs, _) = head.as_chunks::<2>();
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let most =
        |zeros: usize, others: usize| pairs.len() >= 2 && zeros * 10 >= pairs.len() * 7 && others * 20 <= pairs.len();
    if most(second, first) {
        Some((UTF_16LE, 0))
    } else if most(first, second) {
        Some((UTF_16BE, 0))
    } else {
        None
    }
}

/// Whether a text begins as UTF-16.
pub(crate) fn is_utf16(head: &[u8]) -> bool {
    utf16_of(head).is_some()
}

/// Makes whole lines UTF-8: a line that is not is read as Windows-1252. Decided line by line, so that a file put
/// together from two encodings is read right, and reading in blocks of any size gives the same text.
pub(crate) fn into_utf8(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(wrong) => repair(wrong.as_bytes()),
    }
}

#[cold]
fn repair(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for line in bytes.split_inclusive(|&b| b == b'\n' || b == b'\r') {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(bytes: &[u8]) -> String {
        let (mut text, _) = Text::open(bytes).unwrap();
        let mut out = Vec::new();
        while text.read_more(&mut out).unwrap() > 0 {}
        into_utf8(out)
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "name,sex\nWanjik\u{169} \u{2713},F\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            [UTF8_MARK, text.as_bytes()].concat(),
            le.clone(),
            be.clone(),
            [&[0xFF, 0xFE][..], &le].concat(),
            [&[0xFE, 0xFF][..], &be].concat(),
        ] {
            assert_eq!(read_all(&bytes), text);
        }
    }

    #[test]
    fn a_line_that_is_not_utf8_is_windows_1252() {
        assert_eq!(read_all(b"name\nN\x92Gala\n\xC5\xA8\n"), "name\nN\u{2019}Gala\n\u{168}\n");
    }

    #[test]
    fn long_utf16_is_read_to_its_end() {
        let text = "abc,def\n".repeat(40_000);
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read_all(&bytes), text);
    }
}
