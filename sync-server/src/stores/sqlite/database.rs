//! The embedded database as the server uses it: one thread that writes, some that read. Owns the threads and the queues.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;
use rusqlite::backup::Backup;
use sync::PublicKey;

use super::store::{Setup, Store};
use super::transaction::Transaction;
use super::{schema, writer};
use crate::stores::access::StoreError;
use crate::stores::database::{Database, Job, Lane};
use crate::stores::queue::{Queue, run_guarded};

/// The most jobs that wait in a lane. A job holds a batch, 64 kB at most and mostly a tenth of that.
const MOST: usize = 16_384;

/// Threads that read: as many as a small computer has cores.
const READERS: usize = 2;

/// The file's name in a backup's folder.
const COPY: &str = "council.db";

/// The embedded database. Dropped, it finishes what is queued and closes.
pub struct Sqlite {
    path: PathBuf,
    writes: Arc<Queue>,
    reads: Arc<Queue>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Sqlite {
    /// Opens the database as [`Store::open`] does, and starts its threads.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path, epoch: &Path, setup: Setup) -> Result<Sqlite, StoreError> {
        let store = Store::open(path, epoch, setup)?;
        let writes = Arc::new(Queue::of(&[Lane::Urgent, Lane::Write], MOST));
        let reads = Arc::new(Queue::of(&[Lane::Read], MOST));
        let (path, council) = (store.path().to_owned(), store.council());
        let sqlite = Sqlite { path, writes, reads, threads: Mutex::default() };
        for _ in 0..READERS {
            let (connection, queue) = (schema::reader(&sqlite.path)?, Arc::clone(&sqlite.reads));
            sqlite.start("store reads", move || read(&connection, council, &queue))?;
        }
        let queue = Arc::clone(&sqlite.writes);
        let mut store = store;
        sqlite.start("store writes", move || writer::serve(&mut store, &queue))?;
        Ok(sqlite)
    }

    fn start(&self, name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
        let started = thread::Builder::new().name(name.into()).spawn(work);
        let thread = started.map_err(|e| StoreError::Unavailable(format!("no thread for the store: {e}")))?;
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        Ok(())
    }

    fn queue(&self, lane: Lane) -> &Queue {
        if lane == Lane::Read { &self.reads } else { &self.writes }
    }
}

impl Database for Sqlite {
    fn submit(&self, lane: Lane, job: Box<dyn Job>) {
        self.queue(lane).submit(lane, job);
    }

    fn waiting(&self, lane: Lane) -> usize {
        self.queue(lane).waiting(lane)
    }

    fn back_up(&self, folder: &Path) -> Result<(), StoreError> {
        let failed = |e: std::io::Error| StoreError::Unavailable(format!("{}: {e}", folder.display()));
        std::fs::create_dir_all(folder).map_err(failed)?;
        let unfinished = folder.join("council.db.unfinished");
        match std::fs::remove_file(&unfinished) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(failed(e)),
            _ => {}
        }
        copy(&schema::reader(&self.path)?, &unfinished)?;
        std::fs::rename(&unfinished, folder.join(COPY)).map_err(failed)?;
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
    }

    fn close(&self) {
        self.writes.close();
        self.reads.close();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // A thread that panicked has nothing left to finish.
            let _ = thread.join();
        }
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.close();
    }
}

/// Copies in one step, so that the copy is of one moment although work goes on.
fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open(to)?;
    {
        let backup = Backup::new(from, &mut to)?;
        backup.step(-1)?;
    }
    // The copy is one file, whatever the original's journal.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    to.close().map_err(|(_, error)| error.into())
}

/// Serves the queue of those who only read, each on a snapshot of its own.
fn read(connection: &Connection, council: PublicKey, queue: &Queue) {
    while let Some(jobs) = queue.take(1) {
        for mut job in jobs {
            let outcome = look(connection, council, &mut job);
            job.done(outcome);
        }
    }
}

fn look(connection: &Connection, council: PublicKey, job: &mut Box<dyn Job>) -> Result<(), StoreError> {
    let snapshot = connection.unchecked_transaction()?;
    let mut transaction = Transaction::reading(connection, council)?;
    let outcome = run_guarded(job, &mut transaction);
    snapshot.finish()?;
    outcome
}
