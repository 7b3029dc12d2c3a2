//! Digits: numbers of certificates and telephones, all of one length, or without zeros in front. As they are, or, where
//! one follows another, as steps from the one before.

use super::Way;
use crate::frame::FrameError;
use crate::frame::numbers::{self, folded, unfolded};
use crate::frame::packed::{Packed, Source, Span};

/// The longest number of digits that always fits its number.
const MOST: usize = 18;

/// Any length, without zeros in front.
const ANY: usize = 0;

pub(super) struct Digits<const STEPS: bool> {
    length: usize,
    numbers: Vec<u64>,
    exceptions: Vec<usize>,
}

impl<const STEPS: bool> Digits<STEPS> {
    pub(super) fn of(texts: &[&str]) -> Option<Self> {
        let lengths = [ANY, common_length(texts)?];
        lengths.map(|length| Self::with(length, texts)).into_iter().min_by_key(|digits| {
            digits.cost() + digits.exceptions.iter().map(|place| super::text_cost(texts[*place])).sum::<usize>()
        })
    }

    fn with(length: usize, texts: &[&str]) -> Self {
        let (mut numbers, mut exceptions, mut last) = (Vec::with_capacity(texts.len()), Vec::new(), 0);
        for (place, text) in texts.iter().enumerate() {
            match parse(text, length) {
                Some(number) if STEPS => {
                    numbers.push(folded(number - last));
                    last = number;
                }
                Some(number) => numbers.push(number as u64),
                None => exceptions.push(place),
            }
        }
        Digits { length, numbers, exceptions }
    }

    pub(super) fn take(source: &mut Source<'_>, values: &mut [&mut Option<Span>]) -> Result<(), FrameError> {
        let length = source.count(MOST)?;
        let (mut last, mut room) = (0_i64, [0; MOST]);
        let numbers = source.numbers(values.len())?;
        for (value, number) in values.iter_mut().zip(numbers) {
            last = if STEPS { last.wrapping_add(unfolded(number)) } else { number as i64 };
            let number = u64::try_from(last).map_err(|_| FrameError::Malformed)?;
            let digits = written(&mut room, number, length).ok_or(FrameError::Malformed)?;
            **value = Some(source.keep(digits)?);
        }
        Ok(())
    }
}

/// The length that most of the texts of digits have.
fn common_length(texts: &[&str]) -> Option<usize> {
    let mut counts = [0_usize; MOST + 1];
    for text in texts.iter().filter(|text| (1..=MOST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
    {
        counts[text.len()] += 1;
    }
    (1..=MOST).filter(|length| counts[*length] > 0).max_by_key(|length| counts[*length])
}

fn parse(text: &str, length: usize) -> Option<i64> {
    let digits = text.as_bytes();
    let fits = match length {
        ANY => matches!(digits, [b'0'] | [b'1'..=b'9', ..]) && digits.len() <= MOST,
        _ => digits.len() == length,
    };
    let add = |sum: i64, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0'));
    if fits { digits.iter().try_fold(0, add) } else { None }
}

/// The digits of a number at the end of the room given, `None` where they are not of that length.
fn written(room: &mut [u8; MOST], number: u64, length: usize) -> Option<&[u8]> {
    let (mut begin, mut left) = (MOST, number);
    while left > 0 || MOST - begin < length.max(1) {
        begin = begin.checked_sub(1)?;
        room[begin] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    (length == ANY || MOST - begin == length).then_some(&room[begin..])
}

impl<const STEPS: bool> Way for Digits<STEPS> {
    const CODE: u8 = if STEPS { 3 } else { 2 };

    fn exceptions(&self) -> &[usize] {
        &self.exceptions
    }

    fn cost(&self) -> usize {
        numbers::cost(&self.numbers)
    }

    fn put(&self, packed: &mut Packed) {
        packed.bits.push(self.length as u8);
        numbers::put(&mut packed.bits, &self.numbers);
    }
}
