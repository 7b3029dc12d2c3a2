//! Whom the records of a batch are about: an identity that follows from its record is not sent, one that the batch has
//! named before is a number, any other goes in full. Owns both directions of that.

use rustc_hash::FxHashMap;

use super::numbers;
use super::packed::{Packed, Source};
use super::shape::Subject;
use super::{Begin, FrameError};
use crate::identity::{About, CANDIDATE, Origin, SLIP};
use crate::record::Record;

/// The identities of a batch being packed. The numbers: 0, an identity in full; else, how many operations ago the batch
/// first wrote about it.
#[derive(Default)]
pub(super) struct Named {
    places: FxHashMap<About, u64>,
    numbers: Vec<u64>,
    ids: Vec<u8>,
}

impl Named {
    /// How the record says whom it is about.
    pub(super) fn add(&mut self, begin: Begin, record: &Record) -> Subject {
        let (named, follows) = match record.about {
            About::Centre => return Subject::Centre,
            About::Candidate(_) => (Subject::Candidate, Subject::Entered),
            About::Slip(_) => (Subject::Slip, Subject::Recorded),
        };
        let place = record.n - begin.first;
        if let Some(first) = self.places.get(&record.about) {
            self.numbers.push(place - first);
            return named;
        }
        self.places.insert(record.about, place);
        if follows_from(begin, record) {
            return follows;
        }
        self.numbers.push(0);
        self.ids.extend_from_slice(&record.about.key());
        named
    }

    pub(super) fn put(&self, packed: &mut Packed) {
        numbers::put(&mut packed.bits, &self.numbers);
        packed.bits.extend_from_slice(&self.ids);
    }
}

fn follows_from(begin: Begin, record: &Record) -> bool {
    let origin = Origin { stream: begin.stream, n: record.n, at: record.at };
    match record.about {
        About::Centre => false,
        About::Candidate(id) => origin.candidate(&record.fields) == id,
        About::Slip(id) => origin.slip(&record.fields) == id,
    }
}

/// The identities of a batch being unpacked.
pub(super) struct Known<'b> {
    numbers: std::vec::IntoIter<u64>,
    ids: std::slice::ChunksExact<'b, u8>,
    /// What each operation so far is about; zeros where that is nobody.
    known: Vec<[u8; 16]>,
}

impl<'b> Known<'b> {
    /// Reads what was written for so many records that are about somebody named.
    pub(super) fn take(source: &mut Source<'b>, count: usize) -> Result<Known<'b>, FrameError> {
        let numbers = source.numbers(count)?;
        let new = numbers.iter().filter(|number| **number == 0).count();
        let ids = source.slice(16 * new)?.chunks_exact(16);
        Ok(Known { numbers: numbers.into_iter(), ids, known: Vec::new() })
    }

    /// The identity that the record at a place of the batch is about; `texts` are its fields' names and values in turn.
    pub(super) fn next<'t>(
        &mut self,
        place: usize,
        subject: Subject,
        origin: Origin,
        texts: impl Iterator<Item = &'t [u8]>,
    ) -> Result<[u8; 16], FrameError> {
        self.known.resize(place, [0; 16]);
        let id = match subject {
            Subject::Centre => [0; 16],
            Subject::Entered => origin.derive(CANDIDATE, texts),
            Subject::Recorded => origin.derive(SLIP, texts),
            Subject::Candidate | Subject::Slip => match self.numbers.next() {
                Some(0) => self.ids.next().and_then(|id| id.try_into().ok()).ok_or(FrameError::Malformed)?,
                Some(back) => self.ago(back)?,
                None => return Err(FrameError::Malformed),
            },
        };
        self.known.push(id);
        Ok(id)
    }

    fn ago(&self, back: u64) -> Result<[u8; 16], FrameError> {
        let place = usize::try_from(back).ok().and_then(|back| self.known.len().checked_sub(back));
        place.and_then(|place| self.known.get(place)).copied().ok_or(FrameError::Malformed)
    }
}
