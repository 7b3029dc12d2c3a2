//! Few values, over and over: each is written once, and then its number, the commonest lowest.

use rustc_hash::FxHashMap;

use super::{Way, text_cost};
use crate::frame::FrameError;
use crate::frame::numbers;
use crate::frame::packed::{Packed, Source, Span};

pub(super) struct Table<'r> {
    entries: Vec<&'r str>,
    numbers: Vec<u64>,
}

impl<'r> Table<'r> {
    pub(super) fn of(texts: &[&'r str]) -> Table<'r> {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut entries = Vec::new();
        for text in texts {
            let count = counts.entry(*text).or_insert(0);
            if *count == 0 {
                entries.push(*text);
            }
            *count += 1;
        }
        entries.sort_by_key(|text| std::cmp::Reverse(counts[text]));
        let place: FxHashMap<&str, u64> = entries.iter().copied().zip(0..).collect();
        Table { numbers: texts.iter().map(|text| place[text]).collect(), entries }
    }
}

impl Way for Table<'_> {
    const CODE: u8 = 1;

    fn exceptions(&self) -> &[usize] {
        &[]
    }

    fn cost(&self) -> usize {
        self.entries.iter().map(|text| text_cost(text)).sum::<usize>() + numbers::cost(&self.numbers)
    }

    fn put(&self, packed: &mut Packed) {
        packed.put_texts(self.entries.iter().copied());
        numbers::put(&mut packed.bits, &self.numbers);
    }
}

pub(super) fn take(source: &mut Source<'_>, values: &mut [&mut Option<Span>]) -> Result<(), FrameError> {
    let entries = source.texts()?;
    let numbers = source.numbers(values.len())?;
    for (value, number) in values.iter_mut().zip(numbers) {
        let entry = usize::try_from(number).ok().and_then(|number| entries.get(number));
        **value = Some(*entry.ok_or(FrameError::Malformed)?);
    }
    Ok(())
}
