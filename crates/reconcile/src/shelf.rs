//! Keys and the rows that stand under them, sorted. Owns a large sorted list that is made at once, and beside it what was
//! added since; refuses to know what a key means.

use std::collections::BTreeSet;

use crate::keys::{Key, ROW_BITS};

/// What is added to the small list before both are made one.
const MOST_FRESH: usize = 2_000_000;
const ROWS: u64 = (1 << ROW_BITS) - 1;
/// Buckets of the sort: the kind of key and eight bits of it.
const BUCKETS: usize = 1 << 11;

/// Rows by key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    sorted: Vec<u64>,
    fresh: BTreeSet<u64>,
}

/// The row of an entry.
pub(crate) const fn row(entry: u64) -> u32 {
    (entry & ROWS) as u32
}

/// The key of an entry.
pub(crate) const fn key(entry: u64) -> Key {
    entry & !ROWS
}

impl Shelf {
    /// A shelf of entries (key and row in one word) in any order.
    pub(crate) fn of(parts: Vec<Vec<u64>>, threads: usize) -> Shelf {
        Shelf { sorted: sorted(parts, threads), fresh: BTreeSet::new() }
    }

    /// Adds a row under a key.
    pub(crate) fn add(&mut self, key: Key, row: u32) {
        self.fresh.insert(key | u64::from(row));
        if self.fresh.len() > MOST_FRESH {
            self.settle(|_| true);
        }
    }

    /// Makes one list of both, without the rows that are not to stay.
    pub(crate) fn settle(&mut self, stays: impl Fn(u32) -> bool) {
        let mut fresh = std::mem::take(&mut self.fresh).into_iter().filter(|entry| stays(row(*entry))).peekable();
        let mut whole = Vec::with_capacity(self.sorted.len() + fresh.size_hint().1.unwrap_or(0));
        for &entry in self.sorted.iter().filter(|entry| stays(row(**entry))) {
            while let Some(earlier) = fresh.next_if(|fresh| *fresh < entry) {
                whole.push(earlier);
            }
            whole.push(entry);
        }
        whole.extend(fresh);
        self.sorted = whole;
    }

    /// Rows under a key.
    pub(crate) fn rows(&self, key: Key) -> impl Iterator<Item = u32> + Clone + '_ {
        let from = self.sorted.partition_point(|entry| *entry < key);
        let run = self.sorted[from..].iter().take_while(move |entry| self::key(**entry) == key);
        run.copied().chain(self.fresh.range(key..=key | ROWS).copied()).map(row)
    }

    /// The sorted list, for a full run; what was added since must be settled before.
    pub(crate) fn sorted(&self) -> &[u64] {
        &self.sorted
    }

    /// Whether anything was added since the list was made.
    pub(crate) fn has_fresh(&self) -> bool {
        !self.fresh.is_empty()
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.sorted.capacity() * 8 + self.fresh.len() * 14
    }
}

/// Sorts numbers by buckets of their highest bits, each bucket by itself, on all threads. They are best spread evenly.
pub(crate) fn sorted(parts: Vec<Vec<u64>>, threads: usize) -> Vec<u64> {
    let highest = parts.iter().flatten().fold(0, |bits, entry| bits | entry);
    let shift = (64 - highest.leading_zeros()).saturating_sub(11);
    let bucket = |entry: u64| ((entry >> shift) as usize).min(BUCKETS - 1);
    let mut ends = vec![0_usize; BUCKETS + 1];
    for entry in parts.iter().flatten() {
        ends[bucket(*entry) + 1] += 1;
    }
    for at in 0..BUCKETS {
        ends[at + 1] += ends[at];
    }
    let mut whole = vec![0; ends[BUCKETS]];
    let mut next = ends.clone();
    for part in parts {
        for entry in part {
            let place = &mut next[bucket(entry)];
            whole[*place] = entry;
            *place += 1;
        }
    }
    let mut buckets = Vec::with_capacity(BUCKETS);
    let mut rest = whole.as_mut_slice();
    for at in 0..BUCKETS {
        let (bucket, after) = rest.split_at_mut(ends[at + 1] - ends[at]);
        buckets.push(bucket);
        rest = after;
    }
    let work = std::sync::Mutex::new(buckets);
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while let Some(bucket) = work.lock().ok().and_then(|mut work| work.pop()) {
                    bucket.sort_unstable();
                }
            });
        }
    });
    whole
}
