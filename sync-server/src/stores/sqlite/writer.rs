//! Group commit: one thread takes what waits, runs it in one transaction, commits once, and answers. Owns that an answer
//! leaves only after the commit, and that a job which fails takes nothing of the others with it.

use super::store::Store;
use crate::stores::access::StoreError;
use crate::stores::database::Job;
use crate::stores::queue::{Queue, run_guarded};

/// The most jobs of one commit: at a tenth of a millisecond each, nobody waits long for the others of the group.
const GROUP: usize = 256;

/// Serves the queue until it is closed.
pub(super) fn serve(store: &mut Store, queue: &Queue) {
    while let Some(jobs) = queue.take(GROUP) {
        commit_together(store, jobs);
    }
}

type Outcomes = Vec<Result<(), StoreError>>;

/// Commits the jobs together. A job that fails after it wrote something takes the transaction with it: it is answered,
/// and the others run again without it.
fn commit_together(store: &mut Store, mut jobs: Vec<Box<dyn Job>>) {
    while !jobs.is_empty() {
        match attempt(store, &mut jobs) {
            Ok(outcomes) => {
                jobs.drain(..).zip(outcomes).for_each(|(job, outcome)| job.done(outcome));
            }
            Err((broken, error)) => jobs.remove(broken).done(Err(error)),
        }
    }
}

fn attempt(store: &mut Store, jobs: &mut [Box<dyn Job>]) -> Result<Outcomes, (usize, StoreError)> {
    if let Err(error) = store.begin() {
        return Ok(all_failed(jobs.len(), &error));
    }
    let start = store.written();
    let mut outcomes = Vec::with_capacity(jobs.len());
    for (index, job) in jobs.iter_mut().enumerate() {
        let before = store.written();
        let outcome = run_guarded(job, &mut store.hand());
        match outcome {
            Err(error) if store.written() != before => {
                store.roll_back();
                return Err((index, error));
            }
            outcome => outcomes.push(outcome),
        }
    }
    if store.written() == start {
        store.roll_back();
        return Ok(outcomes);
    }
    match store.commit() {
        Ok(()) => Ok(outcomes),
        Err(error) => Ok(all_failed(jobs.len(), &error)),
    }
}

fn all_failed(count: usize, error: &StoreError) -> Outcomes {
    (0..count).map(|_| Err(StoreError::Unavailable(error.to_string()))).collect()
}
