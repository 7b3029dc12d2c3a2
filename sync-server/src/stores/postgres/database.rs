//! PostgreSQL as the server uses it: some threads that write side by side, some that read, each with a connection for as
//! long as a job takes. Owns the threads, the queues, and that work is done again when others' work came between.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use deadpool_postgres::{Object, Pool};
use sync::PublicKey;

use crate::stores::StoreError;
use crate::stores::database::{Database, Job, Lane};
use crate::stores::engine::Engine;
use crate::stores::life::LifeFile;
use crate::stores::queue::{Queue, run_guarded};

use super::connect::{failed, pool};
use super::life::Outside;
use super::parts::Parts;
use super::row::Columns;
use super::transaction::{Common, Ended, Transaction};

/// The most jobs that wait in a lane.
const MOST: usize = 16_384;

/// Threads that write: the database commits what they have at the same time with one wait for the disk.
const WRITERS: usize = 12;

/// Threads that read.
const READERS: usize = 4;

/// How often work is tried when others' work comes between.
const TRIES: usize = 8;

/// How often, and after how long each time, it is asked what became of a transaction whose connection was lost.
const ASKED: (usize, Duration) = (20, Duration::from_millis(250));

/// A PostgreSQL. Dropped, it finishes what is queued and closes.
pub struct Postgres {
    hand: Arc<Hand>,
    writes: Arc<Queue>,
    reads: Arc<Queue>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

/// What a thread works with.
struct Hand {
    pool: Pool,
    common: Common,
}

impl Postgres {
    /// Opens the database at this URL, brings its schema up to date, and begins another life when it is new or was put
    /// back from a copy, as the file at `epoch` shows.
    ///
    /// # Errors
    /// When it cannot be reached, is of a newer version, or does not wait for its disk.
    pub fn open(url: &str, epoch: &Path, council: PublicKey) -> Result<Postgres, StoreError> {
        let engine = Engine::start()?;
        Postgres::with(url, epoch, council, engine)
    }

    pub(in crate::stores) fn with(
        url: &str,
        epoch: &Path,
        council: PublicKey,
        engine: Engine,
    ) -> Result<Postgres, StoreError> {
        let outside = Arc::new(Outside::of(LifeFile::open(epoch)?)?);
        let pool = pool(url, WRITERS + READERS + 2, &outside)?;
        let hand = Arc::new(Hand { pool, common: Common { engine, council, outside } });
        drop(hand.client()?);
        let writes = Arc::new(Queue::of(&[Lane::Urgent, Lane::Write], MOST));
        let reads = Arc::new(Queue::of(&[Lane::Read], MOST));
        let postgres = Postgres { hand, writes, reads, threads: Mutex::default() };
        for place in 0..WRITERS + READERS {
            postgres.start(place < WRITERS)?;
        }
        Ok(postgres)
    }

    /// Parts of pictures, shared with the other servers.
    pub(in crate::stores) fn parts(&self) -> Parts {
        Parts::of(self.hand.pool.clone(), self.hand.common.engine.clone())
    }

    fn start(&self, writes: bool) -> Result<(), StoreError> {
        let queue = Arc::clone(if writes { &self.writes } else { &self.reads });
        let hand = Arc::clone(&self.hand);
        let name = if writes { "store writes" } else { "store reads" };
        let started = thread::Builder::new().name(name.into()).spawn(move || hand.serve(&queue, writes));
        let thread = started.map_err(|e| StoreError::Unavailable(format!("no thread for the store: {e}")))?;
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        Ok(())
    }

    fn queue(&self, lane: Lane) -> &Queue {
        if lane == Lane::Read { &self.reads } else { &self.writes }
    }
}

impl Hand {
    fn client(&self) -> Result<Object, StoreError> {
        let unreachable = |e| StoreError::Unavailable(format!("the database: {e}"));
        self.common.engine.wait(async { self.pool.get().await.map_err(unreachable) })
    }

    fn serve(&self, queue: &Queue, writes: bool) {
        while let Some(jobs) = queue.take(1) {
            for mut job in jobs {
                let outcome = self.work(&mut job, writes);
                job.done(outcome);
            }
        }
    }

    /// Does the work, again and again while others' work comes between.
    fn work(&self, job: &mut Box<dyn Job>, writes: bool) -> Result<(), StoreError> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.attempt(job, writes) {
                Attempt::Ended(outcome) => return outcome,
                Attempt::Again(error) if tries == TRIES => return Err(error),
                Attempt::Again(_) => {}
            }
        }
    }

    fn attempt(&self, job: &mut Box<dyn Job>, writes: bool) -> Attempt {
        let client = match self.client() {
            Ok(client) => client,
            Err(error) => return Attempt::Ended(Err(error)),
        };
        let mut transaction = match Transaction::begin(&client, &self.common, writes) {
            Ok(transaction) => transaction,
            // The connection had died unseen: the next is another.
            Err(error) if client.is_closed() => return Attempt::Again(error),
            Err(error) => return give_up(client, error),
        };
        if let Err(error) = run_guarded(job, &mut transaction) {
            let again = transaction.again() || client.is_closed();
            let rolled_back = transaction.roll_back();
            return match (again, rolled_back) {
                (true, _) => Attempt::Again(error),
                (false, true) => Attempt::Ended(Err(error)),
                (false, false) => give_up(client, error),
            };
        }
        match transaction.commit() {
            Ok(Ended::Committed) => Attempt::Ended(Ok(())),
            Ok(Ended::Unknown(number)) => self.resolve(&number),
            Err(error) => give_up(client, error),
        }
    }

    /// Asks what became of a transaction whose connection was lost while it committed.
    fn resolve(&self, number: &str) -> Attempt {
        let unknown = || StoreError::Unavailable("the connection was lost while it committed".into());
        for _ in 0..ASKED.0 {
            match self.status(number).as_deref() {
                Ok("committed") => return Attempt::Ended(Ok(())),
                Ok("aborted") => return Attempt::Again(unknown()),
                _ => thread::sleep(ASKED.1),
            }
        }
        Attempt::Ended(Err(unknown()))
    }

    fn status(&self, number: &str) -> Result<String, StoreError> {
        let client = self.client()?;
        let sql = "SELECT coalesce(pg_xact_status($1::text::xid8), 'aborted')";
        let asked = async { client.query_one(sql, &[&number]).await.map_err(|e| failed(&e)) };
        self.common.engine.wait(asked)?.get_column(0)
    }
}

enum Attempt {
    Ended(Result<(), StoreError>),
    Again(StoreError),
}

/// A connection whose state is not known is not used again.
fn give_up(client: Object, error: StoreError) -> Attempt {
    drop(Object::take(client));
    Attempt::Ended(Err(error))
}

impl Database for Postgres {
    fn submit(&self, lane: Lane, job: Box<dyn Job>) {
        self.queue(lane).submit(lane, job);
    }

    fn waiting(&self, lane: Lane) -> usize {
        self.queue(lane).waiting(lane)
    }

    fn back_up(&self, _: &Path) -> Result<(), StoreError> {
        let text = "a PostgreSQL is backed up with its own tools: pg_basebackup, or pg_dump";
        Err(StoreError::Unavailable(text.into()))
    }

    fn close(&self) {
        self.writes.close();
        self.reads.close();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // A thread that panicked has nothing left to finish.
            let _ = thread.join();
        }
        self.hand.pool.close();
        self.hand.common.outside.close();
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.close();
    }
}
