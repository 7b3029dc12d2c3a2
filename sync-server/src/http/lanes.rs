//! Places in the queues, one queue a lane, so that photographs never keep a batch waiting nor batches a commitment.
//! Owns how many are served at a time and how many may wait; who finds no place is told at once when to come again.

use std::time::Duration;

use sync::RefusalCode;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::endpoint::RequestLane;
use crate::problem::Problem;

struct Lane {
    served: Semaphore,
    waiting: Semaphore,
    patience: Duration,
}

/// A place; served until it is dropped.
pub struct Place<'l> {
    _served: Option<SemaphorePermit<'l>>,
}

/// The queues.
pub struct Lanes {
    urgent: Lane,
    push: Lane,
    pull: Lane,
    pictures: Lane,
    heavy: Lane,
    bundles: Lane,
}

impl Lane {
    fn new(served: usize, waiting: usize, seconds: u64) -> Lane {
        let patience = Duration::from_secs(seconds);
        Lane { served: Semaphore::new(served), waiting: Semaphore::new(waiting), patience }
    }

    async fn enter(&self) -> Result<Place<'_>, Problem> {
        if let Ok(served) = self.served.try_acquire() {
            return Ok(Place { _served: Some(served) });
        }
        let busy = || Problem::from(RefusalCode::Busy).retry_after(10);
        let _waits = self.waiting.try_acquire().map_err(|_| busy())?;
        match tokio::time::timeout(self.patience, self.served.acquire()).await {
            Ok(Ok(served)) => Ok(Place { _served: Some(served) }),
            _ => Err(busy()),
        }
    }
}

impl Default for Lanes {
    fn default() -> Lanes {
        Lanes::new()
    }
}

impl Lanes {
    /// The queues, empty. A batch is some ten kilobytes, so that all that wait together are tens of megabytes.
    #[must_use]
    pub fn new() -> Lanes {
        Lanes {
            urgent: Lane::new(512, 4096, 10),
            push: Lane::new(512, 4096, 20),
            pull: Lane::new(128, 2048, 10),
            pictures: Lane::new(16, 64, 5),
            heavy: Lane::new(4, 64, 20),
            bundles: Lane::new(1, 16, 60),
        }
    }

    /// Waits for a place in a lane.
    ///
    /// # Errors
    /// Busy, when too many wait, or it takes too long. Pictures give way while batches wait.
    pub async fn enter(&self, lane: RequestLane) -> Result<Place<'_>, Problem> {
        let lane = match lane {
            RequestLane::Free => return Ok(Place { _served: None }),
            RequestLane::Pictures if self.push.served.available_permits() == 0 => {
                return Err(Problem::from(RefusalCode::Busy).retry_after(15));
            }
            RequestLane::Urgent => &self.urgent,
            RequestLane::Push => &self.push,
            RequestLane::Pull => &self.pull,
            RequestLane::Pictures => &self.pictures,
            RequestLane::Heavy => &self.heavy,
            RequestLane::Bundles => &self.bundles,
        };
        lane.enter().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(work)
    }

    #[test]
    fn pictures_that_fill_their_lane_leave_batches_theirs_and_give_way_to_them() {
        run(async {
            let lanes = Lanes::new();
            let mut pictures = Vec::new();
            for _ in 0..16 {
                pictures.push(lanes.enter(RequestLane::Pictures).await.ok().unwrap());
            }
            assert_eq!(lanes.enter(RequestLane::Pictures).await.err().unwrap().code, RefusalCode::Busy.into());
            assert!(lanes.enter(RequestLane::Push).await.is_ok());
            drop(pictures);
            let mut pushes = Vec::new();
            for _ in 0..512 {
                pushes.push(lanes.enter(RequestLane::Push).await.ok().unwrap());
            }
            assert!(lanes.enter(RequestLane::Pictures).await.is_err());
            assert!(lanes.enter(RequestLane::Urgent).await.is_ok());
        });
    }
}
