//! A full run: everybody against everybody worth comparing. Owns the order of the steps and the threads; refuses to keep
//! what cannot become a case.

use crate::evidence::Evidence;
use crate::index::{Id, Index};
use crate::learn::{self, Counts};
use crate::model::{Kinship, Model};
use crate::pairs::{self, Pair};
use crate::reasons::{Reason, reasons};

/// Two candidates that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Who they are, the lower id first.
    pub ids: [Id; 2],
    /// The probability that they are one person.
    pub score: f64,
    /// What they most likely are if they are not.
    pub otherwise: Kinship,
    /// What speaks for it and against it, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// What a full run came to.
#[derive(Clone, Debug)]
pub struct Run {
    /// What evidence is worth in this table.
    pub model: Model,
    /// The pairs, the likeliest first.
    pub matches: Vec<Match>,
    /// How many pairs were compared.
    pub compared: usize,
    /// How many groups were too large to compare everybody in them with everybody.
    pub parted: usize,
}

struct Kept {
    pair: Pair,
    evidence: Evidence,
}

impl Index {
    /// Compares everybody with everybody worth comparing, learns what evidence is worth, and gives the pairs that are one
    /// person with at least this probability.
    #[must_use]
    pub fn full_run(&mut self, least: f64, threads: usize) -> Run {
        self.full_run_told(least, threads, &|_| {})
    }

    /// The same, telling which step is done.
    #[must_use]
    pub fn full_run_told(&mut self, least: f64, threads: usize, told: &dyn Fn(&str)) -> Run {
        self.settle();
        let ground = learn::ground(self);
        told("grounds laid");
        let (pairs, parted) = pairs::worth_comparing(self, threads);
        told("pairs found");
        let first = Model::new(ground.spelling, ground.classes.clone());
        let (kept, counts) = self.compare_all(&pairs, &first, threads);
        let compared = pairs.len();
        drop(pairs);
        told("pairs compared");
        let model = learn::learn(ground, counts);
        told("weights learned");
        let mut matches: Vec<Match> = kept.iter().filter_map(|kept| self.found(kept, &model, least)).collect();
        matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.ids.cmp(&b.ids)));
        Run { model, matches, compared, parted }
    }

    fn found(&self, kept: &Kept, model: &Model, least: f64) -> Option<Match> {
        let (one, two) = pairs::rows(kept.pair);
        self.matched(one, two, &kept.evidence, model, least)
    }

    pub(crate) fn matched(&self, one: u32, two: u32, evidence: &Evidence, model: &Model, least: f64) -> Option<Match> {
        let (score, otherwise) = model.judge(evidence);
        if score < least {
            return None;
        }
        let (one, two) = if self.ids[one as usize] < self.ids[two as usize] { (one, two) } else { (two, one) };
        let ids = [self.ids[one as usize], self.ids[two as usize]];
        Some(Match { ids, score, otherwise, reasons: reasons(evidence, model) })
    }

    fn compare_all(&self, pairs: &[Pair], first: &Model, threads: usize) -> (Vec<Kept>, Counts) {
        let size = 50_000;
        let queue = std::sync::Mutex::new(pairs.chunks(size));
        let work = || {
            let (mut kept, mut counts) = (Vec::new(), Counts::default());
            while let Some(chunk) = queue.lock().ok().and_then(|mut queue| queue.next()) {
                for pair in chunk {
                    let (one, two) = pairs::rows(*pair);
                    let evidence = self.compare(one, two, &first.spelling);
                    *counts.entry(evidence.levels).or_default() += 1;
                    if first.hopeful(&evidence) {
                        kept.push(Kept { pair: *pair, evidence });
                    }
                }
            }
            (kept, counts)
        };
        let done: Vec<(Vec<Kept>, Counts)> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
            workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
        });
        let (mut kept, mut counts) = (Vec::new(), Counts::default());
        for (some, more) in done {
            kept.extend(some);
            if counts.is_empty() {
                counts = more;
            } else {
                more.into_iter().for_each(|(levels, count)| *counts.entry(levels).or_default() += count);
            }
        }
        kept.sort_unstable_by_key(|kept| kept.pair);
        (kept, counts)
    }
}
