//! One transaction, awaited: the bridge from the server's async side to a database's jobs. Owns nothing but the wait;
//! refuses to go on before what was written is durable.

use tokio::sync::oneshot;

use crate::stores::{Council, Database, Job, Lane, StoreError};

struct Awaited<F, T> {
    work: F,
    result: Option<T>,
    waits: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Awaited<F, T>
where
    F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError> {
        self.result = Some((self.work)(council)?);
        Ok(())
    }

    fn done(self: Box<Self>, outcome: Result<(), StoreError>) {
        let never_ran = || StoreError::Unavailable("the work was not done".into());
        let Awaited { result, waits, .. } = *self;
        let result = outcome.and_then(|()| result.ok_or_else(never_ran));
        // Who asked may have gone; what was written stays.
        let _ = waits.send(result);
    }
}

/// Runs work in one transaction and waits until it is durable. The work may be run again from its start.
///
/// # Errors
/// When the store does not answer; nothing of the work is kept then.
pub async fn transact<T, F>(database: &dyn Database, lane: Lane, work: F) -> Result<T, StoreError>
where
    F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
    T: Send + 'static,
{
    let (waits, answer) = oneshot::channel();
    database.submit(lane, Box::new(Awaited { work, result: None, waits }));
    answer.await.unwrap_or_else(|_| Err(StoreError::Unavailable("the store was closed".into())))
}
