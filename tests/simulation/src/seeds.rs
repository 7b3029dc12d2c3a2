//! Many seeds on several threads. Owns which seed runs on which store, and the sum of what they met; refuses to stop at
//! the first that ends badly.

use std::collections::BTreeMap;
use std::thread;

use sync::fault::{Fault, plant};

use crate::council::Memory;
#[cfg(feature = "sqlite")]
use crate::council::Sqlite;
use crate::invariant::{Invariant, Violation};
use crate::plan::{Plan, draw};
use crate::shorten::shorten;
use crate::world::{Outcome, run};
#[cfg(feature = "sqlite")]
use crate::world::{YEAR, council_key};

/// What came of many seeds.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// How many ran.
    pub seeds: u64,
    /// Requests that reached the council.
    pub requests: u64,
    /// Operations written.
    pub operations: u64,
    /// How many seeds needed so many rounds until everything was quiet.
    pub rounds: BTreeMap<u32, u64>,
    /// What was met, and how often.
    pub met: BTreeMap<&'static str, u64>,
    /// Seeds that ended badly.
    pub broken: Vec<(u64, Violation)>,
}

/// Runs one seed with a fault planted, or none.
#[must_use]
pub fn run_seed(seed: u64, fault: Option<Fault>, traced: bool) -> Outcome {
    run_on(Kind::of(seed), &draw(seed), fault, traced)
}

/// The store that a world's council has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In memory.
    Memory,
    /// The real one.
    Sqlite,
}

impl Kind {
    /// Every twentieth seed has the real one.
    #[must_use]
    pub const fn of(seed: u64) -> Kind {
        if seed % 20 == 19 { Kind::Sqlite } else { Kind::Memory }
    }
}

/// Carries out a plan on a kind of store, with a fault planted, or none.
#[must_use]
pub fn run_on(kind: Kind, plan: &Plan, fault: Option<Fault>, traced: bool) -> Outcome {
    plant(fault);
    let outcome = match kind {
        Kind::Memory => run(Memory::new(), plan, traced),
        Kind::Sqlite => run_on_sqlite(plan, traced),
    };
    plant(None);
    outcome
}

/// A real store that cannot be made counts as one that broke its first promise.
#[cfg(feature = "sqlite")]
fn run_on_sqlite(plan: &Plan, traced: bool) -> Outcome {
    match Sqlite::new(council_key().public(), YEAR) {
        Ok(store) => run(store, plan, traced),
        Err(error) => {
            let violation = Violation { invariant: Invariant(1), found: error.to_string() };
            Outcome { violation: Some(violation), ..Outcome::default() }
        }
    }
}

#[cfg(not(feature = "sqlite"))]
fn run_on_sqlite(plan: &Plan, traced: bool) -> Outcome {
    run(Memory::new(), plan, traced)
}

/// Runs these seeds on so many threads.
#[must_use]
pub fn run_seeds(from: u64, count: u64, jobs: u64, fault: Option<Fault>) -> Sum {
    let share = |job: u64| {
        let mut sum = Sum::default();
        (from + job..from + count).step_by(jobs as usize).for_each(|seed| sum.add(seed, &run_seed(seed, fault, false)));
        sum
    };
    let parts = thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs.max(1)).map(|job| scope.spawn(move || share(job))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect::<Vec<Sum>>()
    });
    let mut sum = parts.into_iter().fold(Sum::default(), Sum::and);
    sum.broken.sort_by_key(|(seed, _)| *seed);
    sum
}

impl Sum {
    fn add(&mut self, seed: u64, outcome: &Outcome) {
        self.seeds += 1;
        self.requests += u64::from(outcome.requests);
        self.operations += u64::from(outcome.operations);
        *self.rounds.entry(outcome.rounds).or_default() += 1;
        for (what, count) in &outcome.met {
            *self.met.entry(what).or_default() += u64::from(*count);
        }
        self.broken.extend(outcome.violation.clone().map(|violation| (seed, violation)));
    }

    fn and(mut self, other: Sum) -> Sum {
        self.seeds += other.seeds;
        self.requests += other.requests;
        self.operations += other.operations;
        other.rounds.iter().for_each(|(rounds, count)| *self.rounds.entry(*rounds).or_default() += count);
        other.met.iter().for_each(|(what, count)| *self.met.entry(what).or_default() += count);
        self.broken.extend(other.broken);
        self
    }
}

/// The shortest plan found that ends as the seed's does.
#[must_use]
pub fn shortest(seed: u64, fault: Option<Fault>) -> Plan {
    shorten(&draw(seed), |plan| -> Option<Invariant> {
        run_on(Kind::of(seed), plan, fault, false).violation.map(|violation| violation.invariant)
    })
}
