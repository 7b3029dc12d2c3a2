//! Within a run: a database has one row for each batch taken in, so what lies between its ends is computed anew from the
//! batch. Owns that; refuses to judge the batch, which was judged when it came.

use sync::frame::Frame;
use sync::{Hash, Mark, log_next};

use super::access::StoreError;
use super::column::damaged;

/// The hashes of operations `first` to `last` of a stream, from the batch that brought them.
pub(super) fn hashes(frame: &[u8], first: u64, last: u64) -> Result<Vec<Hash>, StoreError> {
    let frame = Frame::open(frame).map_err(|_| damaged("batch"))?;
    let places = frame.first..;
    let within = places.zip(&frame.operations).filter(|(n, _)| (first..=last).contains(n));
    let hashes: Vec<Hash> = within.map(|(_, operation)| operation.h).collect();
    let whole = Some(hashes.len() as u64) == last.checked_sub(first).and_then(|more| more.checked_add(1));
    if whole { Ok(hashes) } else { Err(damaged("run")) }
}

/// The log's chain after so many of a run's operations; `before` is its chain before the run.
pub(super) fn log_within(before: Hash, hashes: &[Hash], marks: &[(u32, Mark)], count: u64) -> Hash {
    let marks = marks.iter().flat_map(|(many, mark)| std::iter::repeat_n(mark.to_bytes(), *many as usize));
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    hashes.iter().zip(marks).take(count).fold(before, |l, (h, mark)| log_next(l, *h, mark))
}

#[cfg(test)]
mod tests {
    use sync::{RegisterId, SecretKey, chain_next};

    use super::*;

    #[test]
    fn the_hashes_of_the_new_part_of_a_batch_are_told_and_no_others() {
        let before = Hash([1; 32]);
        let records = [b"one".to_vec(), b"two".to_vec(), b"three".to_vec()];
        let register = RegisterId { centre: 24_505_105, year: 2026 };
        let frame = Frame::seal(&SecretKey::of(&[1; 32]), register, 1, 5, before, &records).unwrap();
        let one = chain_next(before, b"one");
        let two = chain_next(one, b"two");
        let three = chain_next(two, b"three");
        assert_eq!(hashes(&frame, 5, 7).unwrap(), [one, two, three]);
        assert_eq!(hashes(&frame, 6, 7).unwrap(), [two, three]);
        for (first, last) in [(4, 7), (5, 8), (7, 5), (0, u64::MAX)] {
            assert!(hashes(&frame, first, last).is_err(), "{first} to {last}");
        }
        assert!(hashes(&frame[1..], 5, 7).is_err());
    }
}
