//! Pictures, in a folder and in S3, their parts in a folder and in PostgreSQL.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sync::Hash;
use sync_server::stores::{Place, S3, StoreError, Stores, open};
use tempfile::TempDir;

use crate::bed::{cluster, council};
use crate::bucket::Bucket;

const WHOLE: u32 = u32::MAX;

/// Servers' places, and where the whole pictures are.
struct Kept {
    folders: Vec<TempDir>,
    postgres: Option<String>,
    bucket: Option<Bucket>,
}

impl Kept {
    fn in_a_folder() -> Kept {
        Kept { folders: vec![tempfile::tempdir().unwrap()], postgres: None, bucket: None }
    }

    fn in_a_bucket() -> Kept {
        Kept { bucket: Some(Bucket::start()), ..Kept::in_a_folder() }
    }

    fn in_a_bucket_of_two_servers() -> Kept {
        let folders = (0..2).map(|_| tempfile::tempdir().unwrap()).collect();
        Kept { folders, postgres: Some(cluster().database().unwrap()), bucket: Some(Bucket::start()) }
    }

    fn open(&self, server: usize) -> Stores {
        let place = Place {
            folder: self.folders[server % self.folders.len()].path().to_owned(),
            postgres: self.postgres.clone(),
            s3: self.bucket.as_ref().map(Bucket::place),
            council: council().public(),
        };
        open(&place).unwrap()
    }

    fn whole(&self) -> PathBuf {
        let here = || self.folders[0].path().join("pictures").join("whole");
        self.bucket.as_ref().map_or_else(here, Bucket::folder)
    }
}

fn picture(seed: u8, size: usize) -> (Hash, Vec<u8>) {
    let mut bytes = vec![0; size];
    blake3::Hasher::new().update(&[seed]).finalize_xof().fill(&mut bytes);
    (Hash(*blake3::hash(&bytes).as_bytes()), bytes)
}

fn have(stores: &Stores, hash: Hash) -> u32 {
    stores.photographs.hand().have(hash).unwrap()
}

fn keep(stores: &Stores, hash: Hash, size: usize, offset: usize, bytes: &[u8]) -> u32 {
    stores.photographs.hand().keep(hash, size as u32, offset as u32, bytes).unwrap()
}

fn get(stores: &Stores, hash: Hash, offset: u32) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
    stores.photographs.hand().get(hash, offset)
}

/// Two hands, which may be of one server or of two.
fn parts_become_whole_and_nothing_less_is_shown(a: &Stores, b: &Stores) {
    let (hash, bytes) = picture(1, 60_000);
    a.photographs.ready().unwrap();
    assert_eq!((have(a, hash), get(a, hash, 0).unwrap()), (0, None));
    assert_eq!(keep(a, hash, 60_000, 0, &bytes[..20_000]), 20_000);
    assert_eq!((have(b, hash), get(b, hash, 0).unwrap()), (20_000, None));
    assert_eq!(keep(b, hash, 60_000, 30_000, &bytes[30_000..]), 20_000, "beyond the end: left alone");
    assert_eq!(keep(b, hash, 60_000, 10_000, &bytes[10_000..30_000]), 30_000, "what is there is cut off");
    assert_eq!(keep(a, hash, 60_000, 0, &bytes[..30_000]), 30_000, "nothing new");
    assert_eq!(get(a, hash, 0).unwrap(), None);
    assert_eq!(keep(a, hash, 60_000, 30_000, &bytes[30_000..]), WHOLE);
    assert_eq!((have(a, hash), have(b, hash)), (WHOLE, WHOLE));
    for offset in [0, 1, 59_999, 60_000, 70_000, u32::MAX] {
        let rest = bytes.get(offset as usize..).unwrap_or_default().to_vec();
        assert_eq!(get(b, hash, offset).unwrap(), Some((60_000, rest)), "{offset}");
    }
    assert_eq!(keep(b, hash, 60_000, 0, &bytes), WHOLE, "again");
}

fn what_is_not_of_its_name_is_thrown_away(stores: &Stores) {
    let (hash, bytes) = picture(2, 9_000);
    let (_, others) = picture(3, 9_000);
    assert_eq!(keep(stores, hash, 9_000, 0, &others), 0);
    assert_eq!(keep(stores, hash, 9_000, 0, &others[..4_000]), 4_000);
    assert_eq!(keep(stores, hash, 9_000, 4_000, &bytes[4_000..]), 0, "half another's");
    assert_eq!((have(stores, hash), get(stores, hash, 0).unwrap()), (0, None));
    assert_eq!(keep(stores, hash, 9_000, 0, &bytes), WHOLE);
}

fn what_nobody_goes_on_with_is_swept(stores: &Stores) {
    let ((hash, bytes), day) = (picture(7, 9_000), Duration::from_secs(86_400));
    assert_eq!(keep(stores, hash, 9_000, 0, &bytes[..4_000]), 4_000);
    assert_eq!(stores.photographs.sweep(SystemTime::now() - day).unwrap(), 0);
    assert_eq!(have(stores, hash), 4_000);
    assert_eq!(stores.photographs.sweep(SystemTime::now() + day).unwrap(), 1);
    assert_eq!(have(stores, hash), 0);
    assert_eq!(keep(stores, hash, 9_000, 0, &bytes), WHOLE);
    assert_eq!(stores.photographs.sweep(SystemTime::now() + day).unwrap(), 0, "what is whole stays");
    assert_eq!(have(stores, hash), WHOLE);
}

fn altered(folder: &Path, hash: Hash) -> bool {
    let name = hash.to_string();
    let path = folder.join(&name[..2]).join(&name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[5] ^= 1;
    fs::write(&path, bytes).is_ok()
}

fn tried(kept: &Kept) {
    let (a, b) = (kept.open(0), (kept.folders.len() > 1).then(|| kept.open(1)));
    parts_become_whole_and_nothing_less_is_shown(&a, b.as_ref().unwrap_or(&a));
    what_is_not_of_its_name_is_thrown_away(&a);
    what_nobody_goes_on_with_is_swept(&a);
    let (hash, bytes) = picture(4, 5_000);
    keep(&a, hash, 5_000, 0, &bytes[..3_000]);
    a.database.close();
    drop((a, b));
    let again = kept.open(0);
    assert_eq!(have(&again, hash), 3_000, "what came before the restart need not come again");
    assert_eq!(keep(&again, hash, 5_000, 3_000, &bytes[3_000..]), WHOLE);
    assert!(altered(&kept.whole(), hash));
    assert!(matches!(get(&again, hash, 0), Err(StoreError::Damaged(_))), "what the disk altered is not shown");
}

#[test]
fn a_picture_in_a_folder_is_there_when_it_is_whole_and_right() {
    tried(&Kept::in_a_folder());
}

#[test]
fn a_picture_in_a_bucket_is_there_when_it_is_whole_and_right() {
    tried(&Kept::in_a_bucket());
}

#[test]
fn parts_that_come_to_two_servers_make_one_picture() {
    tried(&Kept::in_a_bucket_of_two_servers());
}

#[test]
fn the_same_picture_from_many_at_once_is_kept_once() {
    let kept = Kept::in_a_folder();
    let (stores, (hash, bytes)) = (kept.open(0), picture(5, 50_000));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut had = 0_usize;
                while had < bytes.len() {
                    let end = bytes.len().min(had + 7_000);
                    let now = keep(&stores, hash, bytes.len(), had, &bytes[had..end]);
                    had = if now == WHOLE { bytes.len() } else { now as usize };
                }
            });
        }
    });
    assert_eq!(get(&stores, hash, 0).unwrap(), Some((50_000, bytes)));
}

#[test]
fn a_bucket_that_does_not_answer_is_not_ready_and_acknowledges_nothing() {
    let kept = Kept::in_a_bucket();
    let (hash, bytes) = picture(6, 100);
    let wrong = S3 { secret: "another".into(), ..kept.bucket.as_ref().unwrap().place() };
    let folder = tempfile::tempdir().unwrap();
    let place =
        Place { folder: folder.path().to_owned(), postgres: None, s3: Some(wrong), council: council().public() };
    let stores = open(&place).unwrap();
    let refused = stores.photographs.ready().unwrap_err().to_string();
    assert!(!refused.contains("another"), "{refused}");
    assert!(stores.photographs.hand().keep(hash, 100, 0, &bytes).is_err());
}
