//! Which pairs of a whole index are worth comparing. Owns the limits on how many stand under one key, which follow the
//! table at hand: what exceeds them is parted by a further key and counted, never passed over in silence.

use crate::compare::MANY;
use crate::entry::Record;
use crate::index::Index;
use crate::keys::Kind;
use crate::shelf::{key, row, sorted};
use crate::spelling::mixed;

/// Two rows in one word, the lower one first.
pub(crate) type Pair = u64;

/// The rows of a pair.
pub(crate) const fn rows(pair: Pair) -> (u32, u32) {
    ((pair >> 24) as u32, row(pair))
}

const fn pair(one: u32, two: u32) -> Pair {
    if one < two { (one as u64) << 24 | two as u64 } else { (two as u64) << 24 | one as u64 }
}

/// How many rows stand under one key at most before they are parted, by kind.
#[derive(Clone, Copy, Debug)]
struct Limits([usize; 8]);

const MOST: usize = 400;
const LEAST: usize = 4;
/// In a group so small, two rows are compared although one of the two numbers is given for both.
const FEW: usize = 20;
/// How many neighbours a row is compared with where even parting leaves too many.
const WINDOW: usize = 3;

/// Pairs looked at for each candidate, by kind.
const fn allowance(kind: Kind) -> usize {
    match kind {
        Kind::NearIndex => 30,
        Kind::NearCertificate => 15,
        Kind::Certificate | Kind::Index => 5,
        Kind::Name => 5,
        Kind::PartOfName => 100,
        Kind::Other | Kind::RareWord => 2,
    }
}

impl Limits {
    /// The largest limits that keep within the allowance.
    fn of(entries: &[u64], people: usize) -> Limits {
        let mut pairs = [[0_usize; MOST + 1]; 8];
        for run in entries.chunk_by(|a, b| key(*a) == key(*b)).filter(|run| run.len() > 1) {
            let kind = Kind::of(run[0]);
            pairs[kind as usize][run.len().min(MOST)] += run.len() * (run.len() - 1) / 2;
        }
        Limits(Kind::ALL.map(|kind| {
            let mut left = allowance(kind) * people;
            let of_kind = &pairs[kind as usize];
            let affordable = (2..=MOST).take_while(|size| {
                let enough = of_kind[*size] <= left;
                left = left.saturating_sub(of_kind[*size]);
                enough
            });
            affordable.last().unwrap_or(LEAST).max(LEAST)
        }))
    }
}

/// The pairs, each once, in order; and how many groups were too large to compare everybody with everybody.
pub(crate) fn worth_comparing(index: &Index, threads: usize) -> (Vec<Pair>, usize) {
    let entries = index.shelf.sorted();
    let lacking = lacking(index);
    let limits = Limits::of(entries, index.len());
    let queue = std::sync::Mutex::new(parts(entries, threads * 8));
    let run = || {
        let mut done = Vec::new();
        while let Some(part) = queue.lock().ok().and_then(|mut queue| queue.pop()) {
            done.push(
                Pairing { index, limits: &limits, lacking: &lacking, gaps: 2, pairs: Vec::new(), parted: 0 }.of(part),
            );
        }
        done
    };
    let parts: Vec<(Vec<Pair>, usize)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(run)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    let parted = parts.iter().map(|(_, parted)| parted).sum();
    let mut pairs = sorted(parts.into_iter().map(|(pairs, _)| pairs).collect(), threads);
    pairs.dedup();
    (pairs, parted)
}

/// A candidate lacks a birth certificate of their own, or an index number.
const LACKS_CERTIFICATE: u8 = 1;
const LACKS_INDEX: u8 = 2;

/// What each row lacks: what is not given, or is borne by many.
fn lacking(index: &Index) -> Vec<u8> {
    let lacks = |record: &Record| {
        let facts = &record.facts;
        u8::from(facts.certificate.is_empty()) * LACKS_CERTIFICATE + u8::from(facts.index.is_empty()) * LACKS_INDEX
    };
    let mut lacking: Vec<u8> = index.records.iter().map(lacks).collect();
    let runs = index.shelf.sorted().chunk_by(|a, b| key(*a) == key(*b));
    let whole = runs.take_while(|run| matches!(Kind::of(run[0]), Kind::Certificate | Kind::Index));
    for run in whole.filter(|run| run.len() >= MANY) {
        let what = if Kind::of(run[0]) == Kind::Index { LACKS_INDEX } else { LACKS_CERTIFICATE };
        run.iter().for_each(|entry| lacking[row(*entry) as usize] |= what);
    }
    lacking
}

/// Cuts a sorted list where keys change.
fn parts(entries: &[u64], count: usize) -> Vec<&[u64]> {
    let size = entries.len().div_ceil(count.max(1)).max(1);
    let mut parts = Vec::new();
    let mut rest = entries;
    while !rest.is_empty() {
        let mut end = size.min(rest.len());
        while end < rest.len() && key(rest[end]) == key(rest[end - 1]) {
            end += 1;
        }
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}

struct Pairing<'a> {
    index: &'a Index,
    limits: &'a Limits,
    lacking: &'a [u8],
    /// How many of the two numbers must be given for one of two rows at most, in the group at hand.
    gaps: u32,
    pairs: Vec<Pair>,
    parted: usize,
}

impl Pairing<'_> {
    fn of(mut self, entries: &[u64]) -> (Vec<Pair>, usize) {
        for run in entries.chunk_by(|a, b| key(*a) == key(*b)).filter(|run| run.len() > 1) {
            let kind = Kind::of(run[0]);
            if run.len() <= self.limits.0[kind as usize] {
                self.everybody(run, kind);
            } else {
                self.parted += 1;
                self.part(run, kind);
            }
        }
        self.pairs.sort_unstable();
        self.pairs.dedup();
        (self.pairs, self.parted)
    }

    fn everybody(&mut self, run: &[u64], kind: Kind) {
        self.gaps = if run.len() <= FEW { 1 } else { 2 };
        for (at, one) in run.iter().enumerate() {
            for two in &run[at + 1..] {
                self.take(row(*one), row(*two), kind);
            }
        }
    }

    fn take(&mut self, one: u32, two: u32, kind: Kind) {
        let sounds = &self.index.sounds;
        let lacking = self.lacking[one as usize] | self.lacking[two as usize];
        if kind.needs_gaps() && lacking.count_ones() < self.gaps {
            return;
        }
        if !kind.needs_a_sound() || sounds[one as usize] & sounds[two as usize] != 0 {
            self.pairs.push(pair(one, two));
        }
    }

    /// Parts a large group by what else its rows may share; where that leaves large groups, a row meets its neighbours.
    fn part(&mut self, run: &[u64], kind: Kind) {
        self.gaps = 2;
        let limit = self.limits.0[kind as usize];
        for which in 0..3 {
            let mut rows: Vec<(u64, u32)> = run
                .iter()
                .map(|entry| (further(&self.index.records[row(*entry) as usize], which), row(*entry)))
                .collect();
            rows.sort_unstable();
            for group in rows.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1 && group[0].0 != 0) {
                let reach = if group.len() <= limit { group.len() } else { WINDOW };
                for (at, (_, one)) in group.iter().enumerate() {
                    for (_, two) in group[at + 1..].iter().take(reach) {
                        self.take(*one, *two, kind);
                    }
                }
            }
        }
    }
}

/// What rows of one large group may share besides: where they are and when they were born, their subjects, their names.
pub(crate) fn further(record: &Record, which: u8) -> u64 {
    let facts = &record.facts;
    let year = u64::from(facts.birth_year) << 48;
    match which {
        0 => mixed(u64::from(facts.sub_county())) ^ year,
        1 => mixed(facts.subjects) ^ u64::from(facts.county()) << 40 ^ year,
        _ => record.words().iter().fold(year, |sum, word| sum.wrapping_add(mixed(u64::from(*word)))),
    }
}
