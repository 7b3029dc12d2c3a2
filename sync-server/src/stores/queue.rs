//! Where jobs wait for a database's threads, lane by lane. Owns the order and the bound; refuses to run them.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::access::StoreError;
use super::database::{Job, Lane};

/// Jobs of some lanes, the lane named first served first, each in the order in which they came.
pub(super) struct Queue {
    lanes: Vec<Lane>,
    most: usize,
    state: Mutex<State>,
    more: Condvar,
}

struct State {
    waiting: Vec<VecDeque<Box<dyn Job>>>,
    closed: bool,
}

impl Queue {
    /// A queue of these lanes, each of `most` jobs at most.
    pub(super) fn of(lanes: &[Lane], most: usize) -> Queue {
        let waiting = lanes.iter().map(|_| VecDeque::new()).collect();
        Queue { lanes: lanes.to_vec(), most, state: Mutex::new(State { waiting, closed: false }), more: Condvar::new() }
    }

    /// Queues a job, or answers it at once that it cannot be.
    pub(super) fn submit(&self, lane: Lane, job: Box<dyn Job>) {
        let refused = {
            let mut state = self.state();
            let place = self.place(lane);
            let full = state.waiting[place].len() >= self.most;
            match (state.closed, full) {
                (false, false) => {
                    state.waiting[place].push_back(job);
                    self.more.notify_one();
                    return;
                }
                (true, _) => (job, "it was closed"),
                (false, true) => (job, "too much waits already"),
            }
        };
        let (job, why) = refused;
        job.done(Err(StoreError::Unavailable(why.into())));
    }

    pub(super) fn waiting(&self, lane: Lane) -> usize {
        self.state().waiting[self.place(lane)].len()
    }

    /// Waits for jobs and takes as many as there are, at most `most`; `None`: the queue was closed and is empty.
    pub(super) fn take(&self, most: usize) -> Option<Vec<Box<dyn Job>>> {
        let mut state = self.state();
        loop {
            let mut taken = Vec::new();
            for lane in &mut state.waiting {
                let count = lane.len().min(most - taken.len());
                taken.extend(lane.drain(..count));
            }
            match (taken.is_empty(), state.closed) {
                (false, _) => return Some(taken),
                (true, true) => return None,
                (true, false) => state = self.more.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Takes no more jobs; those that wait are still served.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.more.notify_all();
    }

    fn place(&self, lane: Lane) -> usize {
        self.lanes.iter().position(|known| *known == lane).unwrap_or(0)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs a job. One that panics is one that failed: it takes nobody else with it.
pub(super) fn run_guarded(job: &mut Box<dyn Job>, council: &mut dyn super::access::Council) -> Result<(), StoreError> {
    let run = std::panic::AssertUnwindSafe(|| job.run(council));
    std::panic::catch_unwind(run).unwrap_or_else(|_| Err(StoreError::Unavailable("the work broke off".into())))
}
