//! The bases of a batch's writes: an operation of the batch itself is a number, and so is a base that it has named
//! before; any other tag goes in full. Owns both directions of that.

use rustc_hash::FxHashMap;

use super::FrameError;
use super::numbers;
use super::packed::{Packed, Source};
use crate::identity::Tag;

/// The bases of a batch being packed. The numbers: 0, a tag in full; even, twice how many operations ago; odd, one less
/// than twice how many tags in full ago.
#[derive(Default)]
pub(super) struct Named {
    own: FxHashMap<Tag, usize>,
    operations: usize,
    foreign: FxHashMap<Tag, usize>,
    numbers: Vec<u64>,
    tags: Vec<u8>,
}

impl Named {
    /// A base of the operation that comes next.
    pub(super) fn add(&mut self, base: Tag) {
        let named = self.foreign.len();
        let number = match (self.own.get(&base), self.foreign.get(&base)) {
            (Some(place), _) => 2 * (self.operations - place),
            (None, Some(place)) => 2 * (named - place) - 1,
            (None, None) => {
                self.foreign.insert(base, named);
                self.tags.extend_from_slice(&base.0);
                0
            }
        };
        self.numbers.push(number as u64);
    }

    /// The operation itself: later ones may have it as their base.
    pub(super) fn passed(&mut self, tag: Tag) {
        self.own.insert(tag, self.operations);
        self.operations += 1;
    }

    pub(super) fn put(&self, packed: &mut Packed) {
        numbers::put(&mut packed.bits, &self.numbers);
        packed.bits.extend_from_slice(&self.tags);
    }
}

/// The bases of a batch being unpacked.
pub(super) struct Known<'b> {
    numbers: std::vec::IntoIter<u64>,
    tags: std::slice::ChunksExact<'b, u8>,
    foreign: Vec<Tag>,
}

impl<'b> Known<'b> {
    /// Reads so many bases.
    pub(super) fn take(source: &mut Source<'b>, count: usize) -> Result<Known<'b>, FrameError> {
        let numbers = source.numbers(count)?;
        let new = numbers.iter().filter(|number| **number == 0).count();
        let tags = source.slice(8 * new)?.chunks_exact(8);
        Ok(Known { numbers: numbers.into_iter(), tags, foreign: Vec::new() })
    }

    /// The next base; `own` are the operations before.
    pub(super) fn next(&mut self, own: &[super::Chained]) -> Result<Tag, FrameError> {
        let number = usize::try_from(self.numbers.next().ok_or(FrameError::Malformed)?).unwrap_or(usize::MAX);
        let tag = match (number, number % 2) {
            (0, _) => return self.tag(),
            (_, 0) => own.len().checked_sub(number / 2).and_then(|place| own.get(place)).map(|one| one.h.tag()),
            _ => self.foreign.len().checked_sub(number / 2 + 1).and_then(|place| self.foreign.get(place)).copied(),
        };
        tag.ok_or(FrameError::Malformed)
    }

    fn tag(&mut self) -> Result<Tag, FrameError> {
        let tag = self.tags.next().and_then(|tag| tag.try_into().ok()).map(Tag).ok_or(FrameError::Malformed)?;
        self.foreign.push(tag);
        Ok(tag)
    }
}
