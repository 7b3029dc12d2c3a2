//! A store of each kind, opened in a folder of its own, and the council that works on it.

use std::path::PathBuf;
use std::sync::mpsc;
use std::sync::{Arc, LazyLock};

use sync::authority::{Here, answer};
use sync::message::{Answer, Request};
use sync::{Epoch, RegisterId, Role, SecretKey, UnixMillis};
use sync_server::stores::postgres::Postgres;
use sync_server::stores::postgres::cluster::Cluster;
use sync_server::stores::sqlite::{Setup, Sqlite};
use sync_server::stores::{Council, Database, Job, Lane, Scope, StoreError};
use tempfile::TempDir;

use crate::school::School;

/// A store and its council.
pub(crate) struct Bed {
    pub(crate) database: Arc<dyn Database>,
    pub(crate) council: SecretKey,
    pub(crate) now: UnixMillis,
    open: Box<dyn Fn() -> Arc<dyn Database>>,
    pub(crate) folder: TempDir,
}

pub(crate) fn council() -> SecretKey {
    SecretKey::of(&[9; 32])
}

pub(crate) fn sqlite() -> Bed {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    bed(folder, Box::new(move || Arc::new(open_sqlite(&path).unwrap())))
}

/// All tests' databases are in one cluster, which ends with the process.
pub(crate) fn cluster() -> &'static Cluster {
    static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| Cluster::start().unwrap());
    &CLUSTER
}

pub(crate) fn postgres() -> Bed {
    let (folder, url) = (tempfile::tempdir().unwrap(), cluster().database().unwrap());
    let epoch = folder.path().join("epoch");
    bed(folder, Box::new(move || Arc::new(Postgres::open(&url, &epoch, council().public()).unwrap())))
}

pub(crate) fn open_sqlite(folder: &std::path::Path) -> Result<Sqlite, StoreError> {
    let (database, epoch) = files(folder);
    Sqlite::open(&database, &epoch, Setup::of(council().public()))
}

pub(crate) fn files(folder: &std::path::Path) -> (PathBuf, PathBuf) {
    (folder.join("council.db"), folder.join("epoch"))
}

fn bed(folder: TempDir, open: Box<dyn Fn() -> Arc<dyn Database>>) -> Bed {
    Bed { database: open(), council: council(), now: UnixMillis(1_000), open, folder }
}

struct Waited<F, T> {
    work: F,
    value: Option<T>,
    waits: mpsc::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Waited<F, T>
where
    F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn run(&mut self, council: &mut dyn Council) -> Result<(), StoreError> {
        self.value = Some((self.work)(council)?);
        Ok(())
    }

    fn done(self: Box<Self>, outcome: Result<(), StoreError>) {
        let value = self.value;
        let _ = self.waits.send(outcome.map(|()| value.unwrap()));
    }
}

/// Queues work; the receiver gets its outcome.
pub(crate) fn queue<T, F>(database: &dyn Database, lane: Lane, work: F) -> mpsc::Receiver<Result<T, StoreError>>
where
    T: Send + 'static,
    F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
{
    let (waits, outcome) = mpsc::channel();
    database.submit(lane, Box::new(Waited { work, value: None, waits }));
    outcome
}

impl Bed {
    pub(crate) fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
    {
        queue(&*self.database, Lane::Write, work).recv().unwrap()
    }

    pub(crate) fn read<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
    {
        queue(&*self.database, Lane::Read, work).recv().unwrap().unwrap()
    }

    /// Asks the council, in the lane of writes.
    pub(crate) fn ask(&self, request: Request) -> Answer {
        self.write(asking(self.council.clone(), self.now, request)).unwrap()
    }

    pub(crate) fn epoch(&self) -> Epoch {
        self.read(|council| council.epoch())
    }

    /// Closes the store and opens it again.
    pub(crate) fn reopen(&mut self) {
        self.database.close();
        self.database = (self.open)();
    }

    /// Closes the store, does something to its files, and opens it again.
    pub(crate) fn reopen_after(&mut self, happens: impl FnOnce(&std::path::Path)) {
        self.database.close();
        happens(self.folder.path());
        self.database = (self.open)();
    }
}

impl School {
    /// A computer of this centre, enrolled for it.
    pub(crate) fn enrolled(bed: &Bed, seed: u8, register: RegisterId) -> School {
        let school = School::with(seed, register);
        let device = school.device(Role::Clerk, Scope::Centres(vec![register.centre]));
        bed.write(move |council| council.put_device(&device)).unwrap();
        school
    }
}

/// The work of answering a request.
pub(crate) fn asking(
    key: SecretKey,
    now: UnixMillis,
    request: Request,
) -> impl FnMut(&mut dyn Council) -> Result<Answer, StoreError> + Send + 'static {
    move |council| {
        let epoch = council.epoch()?;
        answer(council, &Here { epoch, now, key: &key }, request.clone())
    }
}
