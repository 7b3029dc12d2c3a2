//! Killing a run at each of its spots in turn, each time on a copy of the same scene. Owns the count.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;

use crash::tries;

use super::strace::{Passed, Spot};

/// How many tries run side by side.
const SIDE_BY_SIDE: usize = 2;

/// What came of all tries.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    kills: BTreeMap<String, u32>,
    pub(crate) killed: u32,
    pub(crate) unreached: u32,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls: Vec<String> = self.kills.iter().map(|(call, count)| format!("{call} {count}")).collect();
        write!(f, "{} kills ({}), {} not reached again", self.killed, calls.join(", "), self.unreached)
    }
}

/// Tries every spot, as often as a thread passes it where all is to be tried. `attempt` says whether the run was killed there.
pub(crate) fn at_each(spots: &BTreeMap<Spot, Passed>, attempt: impl Fn(&Spot, u32) -> bool + Sync) -> Tally {
    let each = |(spot, passed): (&Spot, &Passed)| tries((1..=passed.most).map(|n| (spot.clone(), n)));
    let all: Vec<(Spot, u32)> = spots.iter().flat_map(each).collect();
    let tally = Mutex::new(Tally::default());
    side_by_side(all, |(spot, n)| {
        let killed = attempt(&spot, n);
        tally.lock().unwrap().add(&spot, killed);
    });
    tally.into_inner().unwrap()
}

/// Does something with each, a few at once. After a failure no more are begun.
pub(crate) fn side_by_side<T: Send>(all: Vec<T>, work: impl Fn(T) + Sync) {
    let left = Mutex::new(all);
    let next = || left.lock().unwrap().pop();
    let each = || {
        while let Some(one) = next() {
            catch_unwind(AssertUnwindSafe(|| work(one))).unwrap_or_else(|cause| {
                left.lock().unwrap().clear();
                resume_unwind(cause)
            });
        }
    };
    std::thread::scope(|scope| (0..SIDE_BY_SIDE).for_each(|_| drop(scope.spawn(each))));
}

impl Tally {
    fn add(&mut self, spot: &Spot, killed: bool) {
        if !killed {
            self.unreached += 1;
            return;
        }
        self.killed += 1;
        *self.kills.entry(spot.call.clone()).or_default() += 1;
    }
}
