//! Words in rising order, one blank between them: the subjects of an entry. Each word of the column is written once, and
//! a value is a bit for each word that is not in all.

use super::{Way, text_cost};
use crate::frame::FrameError;
use crate::frame::numbers;
use crate::frame::packed::{Packed, Source, Span};
use crate::record::put_number;

/// The most words of a column.
const MOST: usize = 64;

pub(super) struct Set<'r> {
    words: Vec<&'r str>,
    in_all: u64,
    choices: Vec<u64>,
    exceptions: Vec<usize>,
}

impl<'r> Set<'r> {
    pub(super) fn of(texts: &[&'r str]) -> Option<Set<'r>> {
        let (fitting, others): (Vec<_>, Vec<_>) = texts.iter().enumerate().partition(|(_, text)| is_set(text));
        let mut words: Vec<&str> = fitting.iter().flat_map(|(_, text)| text.split(' ')).collect();
        words.sort_unstable();
        words.dedup();
        if !(2..=MOST).contains(&words.len()) {
            return None;
        }
        let bit = |word: &str| words.binary_search(&word).map_or(0, |place| 1_u64 << place);
        let sets: Vec<u64> = fitting.iter().map(|(_, text)| text.split(' ').map(bit).sum()).collect();
        let in_all = sets.iter().fold(u64::MAX, |all, set| all & set);
        let choices = sets.iter().map(|set| gathered(*set, in_all)).collect();
        Some(Set { words, in_all, choices, exceptions: others.into_iter().map(|(place, _)| place).collect() })
    }
}

fn is_set(text: &str) -> bool {
    !text.is_empty() && text.split(' ').all(|word| !word.is_empty()) && text.split(' ').is_sorted_by(|a, b| a < b)
}

/// The bits of a set without those that are in all, moved together.
fn gathered(set: u64, in_all: u64) -> u64 {
    let free = (0..MOST).filter(|bit| in_all >> bit & 1 == 0);
    free.enumerate().fold(0, |choice, (place, bit)| choice | (set >> bit & 1) << place)
}

/// The inverse of [`gathered`].
fn scattered(choice: u64, in_all: u64) -> u64 {
    let free = (0..MOST).filter(|bit| in_all >> bit & 1 == 0);
    free.enumerate().fold(in_all, |set, (place, bit)| set | (choice >> place & 1) << bit)
}

impl Way for Set<'_> {
    const CODE: u8 = 5;

    fn exceptions(&self) -> &[usize] {
        &self.exceptions
    }

    fn cost(&self) -> usize {
        64 + self.words.iter().map(|word| text_cost(word)).sum::<usize>() + numbers::cost(&self.choices)
    }

    fn put(&self, packed: &mut Packed) {
        packed.put_texts(self.words.iter().copied());
        put_number(&mut packed.bits, self.in_all);
        numbers::put(&mut packed.bits, &self.choices);
    }
}

pub(super) fn take(source: &mut Source<'_>, values: &mut [&mut Option<Span>]) -> Result<(), FrameError> {
    let words = source.texts()?;
    let in_all = source.number()?;
    let choices = source.numbers(values.len())?;
    for (value, choice) in values.iter_mut().zip(choices) {
        let set = scattered(choice, in_all);
        if words.len() > MOST || (words.len() < MOST && set >> words.len() != 0) {
            return Err(FrameError::Malformed);
        }
        let chosen = words.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, word)| *word);
        **value = Some(source.join(chosen, b" ")?);
    }
    Ok(())
}
