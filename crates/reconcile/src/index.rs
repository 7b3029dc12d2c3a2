//! All candidates, found by what they share. Owns who is in it, under which keys and words; a candidate is added, replaced
//! or taken out at any time. Refuses to say who is whom: that is the model's.

use rustc_hash::FxHashMap;

use crate::compare::{Ground, Shared, compare};
use crate::entry::{Entry, Record};
use crate::evidence::Evidence;
use crate::keys::{self, Key, Kind, MOST_ROWS};
use crate::lexicon::{Lexicon, WordId};
use crate::naming::Spelling;
use crate::number::Number;
use crate::shelf::Shelf;

/// Who a candidate is to the one who keeps the index: a row's number, or the sixteen bytes of an id.
pub type Id = u128;

/// The index is full: it holds sixteen million rows, those that were replaced since it was made counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl std::fmt::Display for Full {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "more than {MOST_ROWS} candidates")
    }
}

impl std::error::Error for Full {}

/// Candidates by what they share.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(crate) records: Vec<Record>,
    pub(crate) ids: Vec<Id>,
    rows: FxHashMap<Id, u32>,
    pub(crate) lexicon: Lexicon,
    pub(crate) shelf: Shelf,
    /// Rows by word.
    pub(crate) bearers: Shelf,
    /// A bit for the sound of each word, for each row.
    pub(crate) sounds: Vec<u64>,
}

impl Index {
    /// An index of many entries at once. Where an id comes twice, the last entry stands.
    ///
    /// # Errors
    /// [`Full`].
    pub fn of(entries: impl IntoIterator<Item = (Id, Entry)>, threads: usize) -> Result<Index, Full> {
        let mut index = Index::default();
        for (id, entry) in entries {
            index.take_in(id, &entry)?;
        }
        index.shelve(threads);
        Ok(index)
    }

    /// Adds a candidate, or replaces what is known of them.
    ///
    /// # Errors
    /// [`Full`].
    pub fn put(&mut self, id: Id, entry: &Entry) -> Result<(), Full> {
        let row = self.take_in(id, entry)?;
        let mut found = Vec::new();
        keys::of(&self.records[row as usize], &self.lexicon, &mut found);
        found.iter().for_each(|key| self.shelf.add(*key, row));
        for word in self.records[row as usize].words() {
            self.bearers.add(word_key(*word), row);
        }
        Ok(())
    }

    /// Takes a candidate out. Tells whether they were there.
    pub fn remove(&mut self, id: Id) -> bool {
        let Some(row) = self.rows.remove(&id) else { return false };
        self.forget(row);
        true
    }

    /// How many candidates there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a candidate is in it.
    #[must_use]
    pub fn contains(&self, id: Id) -> bool {
        self.rows.contains_key(&id)
    }

    /// About how many bytes it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let row = size_of::<Record>() + size_of::<Id>() + 8;
        let map = size_of::<(Id, u32)>() + 1;
        self.records.capacity() * row
            + self.rows.capacity() * map
            + self.lexicon.len() * 120
            + self.shelf.bytes()
            + self.bearers.bytes()
    }

    fn take_in(&mut self, id: Id, entry: &Entry) -> Result<u32, Full> {
        if self.records.len() >= MOST_ROWS {
            return Err(Full);
        }
        let row = self.records.len() as u32;
        if let Some(before) = self.rows.insert(id, row) {
            self.forget(before);
        }
        let words: Vec<WordId> =
            entry.name.split(' ').filter(|w| !w.is_empty()).map(|w| self.lexicon.take(w)).collect();
        let record = Record::new(entry.facts, &words);
        self.lexicon.count(record.words(), true);
        self.sounds.push(record.words().iter().fold(0, |bits, word| bits | self.lexicon.word(*word).bit));
        self.records.push(record);
        self.ids.push(id);
        Ok(row)
    }

    fn forget(&mut self, row: u32) {
        let record = &mut self.records[row as usize];
        record.present = false;
        self.lexicon.count(record.words(), false);
        self.sounds[row as usize] = 0;
    }

    /// Puts every row under its keys anew.
    pub(crate) fn shelve(&mut self, threads: usize) {
        let threads = threads.max(1);
        let rows = self.records.len();
        let part = rows.div_ceil(threads).max(1);
        let this = &*self;
        let parts: Vec<(Vec<u64>, Vec<u64>)> = std::thread::scope(|scope| {
            let work = |from: usize| this.entries(from..(from + part).min(rows));
            let workers: Vec<_> = (0..rows).step_by(part).map(|from| scope.spawn(move || work(from))).collect();
            workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
        });
        let (keys, words) = parts.into_iter().unzip();
        self.shelf = Shelf::of(keys, threads);
        self.bearers = Shelf::of(words, threads);
    }

    fn entries(&self, rows: std::ops::Range<usize>) -> (Vec<u64>, Vec<u64>) {
        let (mut entries, mut words, mut found) = (Vec::with_capacity(rows.len() * 30), Vec::new(), Vec::new());
        for row in rows.filter(|row| self.records[*row].present) {
            keys::of(&self.records[row], &self.lexicon, &mut found);
            entries.extend(found.iter().map(|key| key | row as u64));
            words.extend(self.records[row].words().iter().map(|word| word_key(*word) | row as u64));
        }
        (entries, words)
    }

    /// Makes one list of what was added since.
    pub(crate) fn settle(&mut self) {
        let records = &self.records;
        if self.shelf.has_fresh() {
            self.shelf.settle(|row| records[row as usize].present);
            self.bearers.settle(|row| records[row as usize].present);
        }
    }

    /// The row of a candidate.
    pub(crate) fn row(&self, id: Id) -> Option<u32> {
        self.rows.get(&id).copied()
    }

    /// Everybody's row, in the order of ids: whatever order they came in.
    pub(crate) fn in_order(&self) -> Vec<u32> {
        let mut rows: Vec<u32> =
            (0..self.records.len() as u32).filter(|row| self.records[*row as usize].present).collect();
        rows.sort_unstable_by_key(|row| self.ids[*row as usize]);
        rows
    }

    /// How many bear a number.
    pub(crate) fn sharing(&self, shared: Shared, number: &Number) -> usize {
        let kind = match shared {
            Shared::Certificate => Kind::Certificate,
            Shared::Index => Kind::Index,
        };
        let present = |row: &u32| self.records[*row as usize].present;
        self.shelf.rows(keys::of_number(kind, number)).filter(present).take(64).count()
    }

    /// Lays two rows side by side.
    pub(crate) fn compare(&self, one: u32, two: u32, spelling: &Spelling) -> Evidence {
        let bearers = |shared: Shared, number: &Number| self.sharing(shared, number);
        let people = self.rows.len() as f32;
        let ground = Ground { lexicon: &self.lexicon, spelling, people, bearers: &bearers };
        compare(&self.records[one as usize], &self.records[two as usize], &ground)
    }
}

/// The key of a word on the shelf of bearers.
pub(crate) const fn word_key(word: WordId) -> Key {
    (word as u64) << keys::ROW_BITS
}
