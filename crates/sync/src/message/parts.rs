//! [`Request::PictureParts`] read while it comes: each part is handed out once its last byte is here, so that a cut
//! costs no more than one. Owns that reading; refuses to keep a part and to know how many bytes may come.
//!
//! [`Request::PictureParts`]: super::Request::PictureParts

use postcard::Error as Wrong;
use serde::Deserialize;

use super::{MessageError, PROTOCOLS, PicturePart};
use crate::identity::{Hash, RegisterId};

/// The number of `PictureParts` among the requests. Frozen.
const PARTS: u32 = 9;

/// A part where it lies.
#[derive(Deserialize)]
struct Lying<'b> {
    register: RegisterId,
    hash: Hash,
    size: u32,
    offset: u32,
    bytes: &'b [u8],
}

/// Reads parts as their bytes come.
#[derive(Clone, Debug, Default)]
pub struct PartsReader {
    /// What came and was not handed out.
    bytes: Vec<u8>,
    /// How many parts are still to come; `None`: the beginning is not here.
    left: Option<u64>,
}

impl PartsReader {
    /// Takes in what came.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next part; `None`: it is not whole yet, or there is no more.
    ///
    /// # Errors
    /// When what came is the beginning of no such request.
    pub fn next_part(&mut self) -> Result<Option<PicturePart>, MessageError> {
        if self.left.is_none() {
            self.left = self.begin()?;
        }
        match self.left {
            None => Ok(None),
            Some(0) if self.bytes.is_empty() => Ok(None),
            Some(0) => Err(MessageError::Malformed),
            Some(left) => self.part(left),
        }
    }

    /// Whether every part was handed out.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.left == Some(0) && self.bytes.is_empty()
    }

    /// The protocol's number, the request's, and how many parts there are.
    fn begin(&mut self) -> Result<Option<u64>, MessageError> {
        let Some((protocol, rest)) = self.bytes.split_first() else { return Ok(None) };
        if !(PROTOCOLS.0..=PROTOCOLS.1).contains(protocol) {
            return Err(MessageError::Protocol(*protocol));
        }
        let Some(((request, parts), rest)) = taken::<(u32, u64)>(rest)? else { return Ok(None) };
        if request != PARTS {
            return Err(MessageError::Malformed);
        }
        self.drop_but(rest.len());
        Ok(Some(parts))
    }

    fn part(&mut self, left: u64) -> Result<Option<PicturePart>, MessageError> {
        let Some((part, rest)) = taken::<Lying<'_>>(&self.bytes)? else { return Ok(None) };
        let Lying { register, hash, size, offset, bytes } = part;
        let part = PicturePart { register, hash, size, offset, bytes: bytes.to_vec() };
        self.drop_but(rest.len());
        self.left = Some(left - 1);
        Ok(Some(part))
    }

    fn drop_but(&mut self, rest: usize) {
        self.bytes.drain(..self.bytes.len() - rest);
    }
}

/// Reads a value from the front; `None`: its end has not come.
fn taken<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<Option<(T, &'b [u8])>, MessageError> {
    match postcard::take_from_bytes(bytes) {
        Ok(taken) => Ok(Some(taken)),
        Err(Wrong::DeserializeUnexpectedEnd) => Ok(None),
        Err(_) => Err(MessageError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Request, to_bytes};

    fn parts() -> Vec<PicturePart> {
        let part = |n: u8, offset, length| PicturePart {
            register: RegisterId { centre: 24_505_105, year: 2026 },
            hash: Hash([n; 32]),
            size: 9_000,
            offset,
            bytes: vec![n; length],
        };
        vec![part(1, 4_096, 300), part(2, 0, 0), part(3, 0, 200)]
    }

    fn read(reader: &mut PartsReader) -> Vec<PicturePart> {
        std::iter::from_fn(|| reader.next_part().unwrap()).collect()
    }

    #[test]
    fn a_request_cut_at_any_byte_has_the_parts_that_came_whole_and_the_rest_follows() {
        let (parts, bytes) = (parts(), to_bytes(&Request::PictureParts(parts())));
        for cut in 0..=bytes.len() {
            let mut reader = PartsReader::default();
            reader.push(&bytes[..cut]);
            let mut came = read(&mut reader);
            assert!(parts.starts_with(&came) && reader.is_done() == (cut == bytes.len()), "{cut}");
            reader.push(&bytes[cut..]);
            came.extend(read(&mut reader));
            assert_eq!(came, parts, "{cut}");
            assert!(reader.is_done());
        }
    }

    #[test]
    fn what_is_no_such_request_is_known_by_its_first_bytes_or_by_what_comes_after_the_last_part() {
        let good = to_bytes(&Request::PictureParts(parts()));
        let newer = [vec![PROTOCOLS.1 + 1], good[1..].to_vec()].concat();
        for (bytes, wrong) in [
            (to_bytes(&Request::PicturePart(parts().remove(0))), MessageError::Malformed),
            (newer, MessageError::Protocol(PROTOCOLS.1 + 1)),
            ([good, vec![0]].concat(), MessageError::Malformed),
            (vec![PROTOCOLS.1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], MessageError::Malformed),
        ] {
            let mut reader = PartsReader::default();
            reader.push(&bytes);
            let end = std::iter::from_fn(|| reader.next_part().transpose()).find_map(Result::err);
            assert_eq!(end, Some(wrong));
        }
    }
}
