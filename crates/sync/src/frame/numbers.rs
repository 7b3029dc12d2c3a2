//! Numbers packed in as many bits as most of them need. Owns that packing: all are counted from the least; those that
//! need more bits than the rest leave their upper part to a list. Refuses to know what the numbers mean.

use crate::record::{Cursor, put_number};

/// About how many bits the place of one number in the list of exceptions takes.
const PLACE: usize = 8;

/// How a list is packed: what is taken off each number, and how many bits stay in its place.
struct Plan {
    least: u64,
    width: u32,
    bits: usize,
}

impl Plan {
    fn of(numbers: &[u64]) -> Plan {
        let least = numbers.iter().copied().min().unwrap_or(0);
        let mut lengths = [0_usize; 65];
        numbers.iter().for_each(|number| lengths[length(number - least) as usize] += 1);
        let bits = |width: u32| {
            let over = (width + 1..=64).map(|length| lengths[length as usize] * over(length - width));
            numbers.len() * width as usize + over.sum::<usize>()
        };
        let (bits, width) = (0..=64).map(|width| (bits(width), width)).min().unwrap_or((0, 0));
        Plan { least, width, bits }
    }
}

const fn length(number: u64) -> u32 {
    64 - number.leading_zeros()
}

/// The bits of an exception whose upper part has so many.
const fn over(bits: u32) -> usize {
    PLACE + 8 * bits.div_ceil(7) as usize
}

/// About how many bits the packed numbers take.
pub(super) fn cost(numbers: &[u64]) -> usize {
    Plan::of(numbers).bits + 24
}

/// Packs numbers; how many there are, the reader knows.
pub(super) fn put(out: &mut Vec<u8>, numbers: &[u64]) {
    if numbers.is_empty() {
        return;
    }
    let Plan { least, width, .. } = Plan::of(numbers);
    let upper = |number: &u64| if width == 64 { 0 } else { (number - least) >> width };
    put_number(out, least);
    out.push(width as u8);
    let over: Vec<_> = numbers.iter().map(upper).enumerate().filter(|(_, upper)| *upper > 0).collect();
    put_places(out, &over.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    over.iter().for_each(|(_, upper)| put_number(out, *upper));
    put_bits(out, numbers.iter().map(|number| number - least), width);
}

fn put_bits(out: &mut Vec<u8>, numbers: impl Iterator<Item = u64>, width: u32) {
    let (mut held, mut bits) = (0_u128, 0);
    for number in numbers {
        held |= u128::from(number & mask(width)) << bits;
        bits += width;
        while bits >= 8 {
            out.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 {
        out.push(held as u8);
    }
}

const fn mask(width: u32) -> u64 {
    if width == 64 { u64::MAX } else { (1 << width) - 1 }
}

/// Reads so many packed numbers.
pub(super) fn take(from: &mut Cursor<'_>, count: usize) -> Option<Vec<u64>> {
    if count == 0 {
        return Some(Vec::new());
    }
    let (least, width) = (from.number()?, u32::from(from.byte()?));
    let over = take_places(from, count)?;
    let uppers = over.iter().map(|_| from.number()).collect::<Option<Vec<_>>>()?;
    let mut numbers = take_bits(from, count, width)?;
    for (place, upper) in over.into_iter().zip(uppers) {
        numbers[place] |= upper.checked_shl(width).filter(|shifted| shifted >> width == upper)?;
    }
    numbers.iter_mut().try_for_each(|number| number.checked_add(least).map(|sum| *number = sum))?;
    Some(numbers)
}

fn take_bits(from: &mut Cursor<'_>, count: usize, width: u32) -> Option<Vec<u64>> {
    if width > 64 {
        return None;
    }
    let mut bytes = from.take(count.checked_mul(width as usize)?.div_ceil(8))?.iter();
    let (mut held, mut bits) = (0_u128, 0);
    let mut next = || {
        while bits < width {
            held |= u128::from(*bytes.next().unwrap_or(&0)) << bits;
            bits += 8;
        }
        let number = held as u64 & mask(width);
        held >>= width;
        bits -= width;
        number
    };
    Some((0..count).map(|_| next()).collect())
}

/// Writes places in a list, rising: how many, and each as its distance from the one before.
pub(super) fn put_places(out: &mut Vec<u8>, places: &[usize]) {
    put_number(out, places.len() as u64);
    let mut next = 0;
    for place in places {
        put_number(out, (place - next) as u64);
        next = place + 1;
    }
}

/// Reads places in a list of so many.
pub(super) fn take_places(from: &mut Cursor<'_>, count: usize) -> Option<Vec<usize>> {
    let places = usize::try_from(from.number()?).ok().filter(|places| *places <= count)?;
    let mut next = 0_usize;
    let mut place = || {
        let place = next.checked_add(usize::try_from(from.number()?).ok()?).filter(|place| *place < count)?;
        next = place + 1;
        Some(place)
    };
    (0..places).map(|_| place()).collect()
}

/// A difference as a number without sign, small for small ones of either.
pub(super) const fn folded(difference: i64) -> u64 {
    (difference << 1 ^ difference >> 63) as u64
}

/// The inverse of [`folded`].
pub(super) const fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn packed(numbers: &[u64]) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, numbers);
        out
    }

    #[test]
    fn equal_numbers_take_four_bytes_however_many() {
        assert_eq!(packed(&[7; 200]).len(), 3);
        assert_eq!(packed(&[200; 200]).len(), 4);
    }

    #[test]
    fn one_number_out_of_bounds_does_not_widen_the_rest() {
        let mut numbers = vec![1; 200];
        numbers[100] = u64::MAX;
        assert!(packed(&numbers).len() < 16);
    }

    proptest! {
        #[test]
        fn numbers_are_read_back(numbers in prop::collection::vec(prop_oneof![0..9_u64, 0..5_000_u64, any::<u64>()], 0..300)) {
            let bytes = packed(&numbers);
            let mut from = Cursor(&bytes);
            prop_assert_eq!(take(&mut from, numbers.len()), Some(numbers));
            prop_assert!(from.0.is_empty());
        }

        #[test]
        fn any_bytes_are_numbers_or_refused(bytes: Vec<u8>, count in 0..500_usize) {
            if let Some(numbers) = take(&mut Cursor(&bytes), count) {
                prop_assert_eq!(numbers.len(), count);
            }
        }

        #[test]
        fn a_difference_is_unfolded(difference: i64) {
            prop_assert_eq!(unfolded(folded(difference)), difference);
        }
    }
}
