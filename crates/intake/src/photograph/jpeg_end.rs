//! Whether a JPEG file is whole. Owns the walk from marker to marker; refuses to decode.
//!
//! Decoders fill what is missing with grey and say nothing, and half a face is no photograph.

const FILL: u8 = 0xFF;
const START_OF_SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// Whether the picture's end is reached before the file's. What stands after the end does not count.
pub(super) fn reaches_its_end(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(found) = next_marker(bytes, at) {
        let (marker, after) = found;
        match marker {
            END => return true,
            0x01 | 0xD0..=0xD8 => at = after,
            _ => {
                let Some(length) = bytes.get(after..after + 2) else {
                    return false;
                };
                let body = after + usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
                at = if marker == START_OF_SCAN { after_scan(bytes, body) } else { body };
            }
        }
    }
    false
}

/// The next marker from a place on, and the place after it.
fn next_marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut at = from + memchr::memchr(FILL, bytes.get(from..)?)?;
    while *bytes.get(at)? == FILL {
        at += 1;
    }
    Some((bytes[at], at + 1))
}

/// The place of the first marker after the compressed data of a scan.
fn after_scan(bytes: &[u8], from: usize) -> usize {
    let scan = bytes.get(from..).unwrap_or_default();
    let is_marker = |at: &usize| !matches!(scan.get(at + 1), Some(0x00 | 0xD0..=0xD7 | 0xFF) | None);
    memchr::memchr_iter(FILL, scan).find(is_marker).map_or(bytes.len(), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_marker_outside_of_segments_ends_a_picture() {
        let whole: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 0xFF, 0xD9, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0, 9, 0xFF, 0xD9, 1];
        assert!(reaches_its_end(whole));
        for cut in 0..whole.len() - 1 {
            assert!(!reaches_its_end(&whole[..cut]), "{cut}");
        }
    }
}
