//! The council's real embedded store. Owns putting its files back, with the file that would show it or without; refuses
//! to know its tables. Pictures have a store of their own, in memory here.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use sync::authority::{Ledger, Quarantined};
use sync::circular::SignedCircular;
use sync::fault::{Fault, planted};
use sync::{DeviceId, Epoch, PublicKey, RegisterId, UnixMillis};
use sync_server::stores::sqlite::{Setup, Store, Transaction};
use sync_server::stores::{Access, Device, Scope, ShortCode, StoreError};
use tempfile::TempDir;

use super::memory::{Shelf, life};
use super::{CouncilStore, Lost, Member};

/// The database and what stands beside it.
const FILES: [&str; 3] = ["council.db", "council.db-wal", "council.db-shm"];

/// Beside the database: which life it lives.
const EPOCH: &str = "epoch";

/// The real store, in a folder of its own.
pub struct Sqlite {
    /// `None` only while files are put back.
    store: Option<Store>,
    folder: TempDir,
    council: PublicKey,
    year: u16,
    shelf: Shelf,
    lives: std::sync::Arc<std::sync::atomic::AtomicU64>,
}

impl From<Lost> for StoreError {
    fn from(_: Lost) -> StoreError {
        StoreError::Unavailable("a crash".into())
    }
}

impl Sqlite {
    /// An empty store in a temporary folder.
    ///
    /// # Errors
    /// When there is no such folder or the database cannot be made.
    pub fn new(council: PublicKey, year: u16) -> Result<Sqlite, StoreError> {
        let folder = tempfile::tempdir().map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let (shelf, lives) = (Shelf::default(), std::sync::Arc::default());
        let mut sqlite = Sqlite { store: None, folder, council, year, shelf, lives };
        sqlite.open()?;
        Ok(sqlite)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&mut self) -> Result<(), StoreError> {
        let lives = std::sync::Arc::clone(&self.lives);
        let draw = Box::new(move || Ok(life(1_000 + lives.fetch_add(1, std::sync::atomic::Ordering::Relaxed))));
        let setup = Setup { council: self.council, draw, durable: false };
        self.store = Some(Store::open(&self.at(FILES[0]), &self.at(EPOCH), setup)?);
        Ok(())
    }

    fn write<T>(&mut self, work: impl FnOnce(&mut Transaction<'_>) -> Result<T, StoreError>) -> Result<T, Lost> {
        let store = self.store.as_mut().ok_or(Lost)?;
        store.transaction(work).map_err(|_| Lost)
    }
}

fn put(path: &Path, bytes: Option<&Vec<u8>>) {
    // A file that was not there then is not there now; what fails here shows as a store that does not open.
    let _ = match bytes {
        Some(bytes) => fs::write(path, bytes),
        None => fs::remove_file(path),
    };
}

/// The files as they were.
type Files = Rc<[Option<Vec<u8>>; 4]>;

impl CouncilStore for Sqlite {
    type Error = StoreError;
    type Ledger<'l> = Transaction<'l>;
    type Pictures = Shelf;
    type Backup = Files;

    fn transact<T>(
        &mut self,
        durable: bool,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Lost> {
        let mut said = None;
        let kept = self.write(|transaction| match work(transaction) {
            Ok(answer) if durable => Ok(Some(answer)),
            answer => {
                said = answer.ok();
                Err(Lost.into())
            }
        });
        kept.unwrap_or(said).ok_or(Lost)
    }

    fn pictures(&mut self) -> &mut Shelf {
        &mut self.shelf
    }

    fn lose_parts(&mut self) {
        self.shelf.lose_parts();
    }

    fn back_up(&mut self) -> Files {
        Rc::new([FILES[0], FILES[1], FILES[2], EPOCH].map(|name| fs::read(self.at(name)).ok()))
    }

    fn restore(&mut self, files: &Files, noticed: bool) {
        self.store = None;
        for (name, bytes) in FILES.iter().zip(files.iter()) {
            put(&self.at(name), bytes.as_ref());
        }
        if !noticed || planted(Fault::OldEpoch) {
            put(&self.at(EPOCH), files[3].as_ref());
        }
        // A store that does not open answers nothing from now on, and a checker says so.
        let _ = self.open();
    }

    fn epoch(&mut self) -> Epoch {
        self.store.as_ref().map_or(Epoch([0; 8]), Store::epoch)
    }

    fn enrol(&mut self, member: &Member) {
        let centres = member.registers.iter().map(|register| register.centre).collect();
        let device = Device {
            key: member.key,
            name: String::new(),
            recipient: String::new(),
            role: member.role,
            scope: Scope::Centres(centres),
            at: UnixMillis(0),
            by: "server".into(),
            revoked: None,
        };
        let _ = self.write(|transaction| transaction.put_device(&device));
    }

    fn revoke(&mut self, device: DeviceId) {
        let _ = self.write(|transaction| match transaction.device(device)? {
            Some(found) => transaction.put_device(&Device { revoked: Some(UnixMillis(0)), ..found }),
            None => Ok(()),
        });
    }

    fn close(&mut self, year: u16, at: UnixMillis) {
        let _ = self.write(|transaction| transaction.set_closes(year, Some(at)));
    }

    fn short_code(&mut self, register: RegisterId, code: &str, at: UnixMillis) {
        let code = ShortCode { register, code: code.into(), at, by: "server".into() };
        let _ = self.write(|transaction| transaction.keep_short_code(&code));
    }

    fn issue(&mut self, circular: &SignedCircular) {
        let _ = self.write(|transaction| transaction.issue(circular));
    }

    fn next_circular(&mut self) -> u32 {
        let newest = self.write(|transaction| transaction.circulars(0));
        newest.ok().and_then(|all| all.last().map(|signed| signed.circular.number)).unwrap_or(0) + 1
    }

    fn quarantined(&mut self) -> Vec<Quarantined> {
        let all = self.write(|transaction| transaction.quarantined(0, usize::MAX >> 1));
        all.unwrap_or_default().into_iter().map(|(_, batch)| batch).collect()
    }

    fn members(&mut self) -> Vec<Member> {
        let year = self.year;
        let member = |device: Device| Member {
            key: device.key,
            role: device.role,
            registers: match device.scope {
                Scope::Centres(centres) => centres.into_iter().map(|centre| RegisterId { centre, year }).collect(),
                _ => Vec::new(),
            },
            revoked: device.revoked.is_some(),
        };
        self.write(|transaction| transaction.devices()).unwrap_or_default().into_iter().map(member).collect()
    }
}
