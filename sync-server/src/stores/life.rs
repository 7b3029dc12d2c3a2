//! The file beside the database that says which life the database lives and how far it had come: by it a database that
//! was put back from a copy is known. Owns the file and the verdict; refuses to draw the epoch and to write the
//! database.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use sync::Epoch;

use super::access::StoreError;

const WORD: &str = "daftari-epoch-1";

/// What the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noted {
    /// The life.
    pub(super) epoch: Epoch,
    /// How often something had been committed. It may lag behind the database, and is never ahead of it.
    pub(super) commits: u64,
}

/// The file, held by one process.
#[derive(Debug)]
pub(super) struct LifeFile(File);

/// Takes the lock; a server that was just killed may still be on its way out of the system, so it is asked for again
/// for a while.
fn lock(file: &File) -> Result<(), std::fs::TryLockError> {
    let mut left = 60;
    loop {
        match file.try_lock() {
            Err(std::fs::TryLockError::WouldBlock) if left > 0 => left -= 1,
            ended => return ended,
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

impl LifeFile {
    /// Opens or makes it. While it is open no other process can have it.
    pub(super) fn open(path: &Path) -> Result<LifeFile, StoreError> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = file.map_err(|e| StoreError::Unavailable(format!("{} cannot be opened: {e}", path.display())))?;
        let taken =
            |e| StoreError::Unavailable(format!("another server works here ({} is locked): {e}", path.display()));
        lock(&file).map_err(taken)?;
        Ok(LifeFile(file))
    }

    /// What it says; `None`: nothing, or nothing that reads.
    pub(super) fn read(&mut self) -> Result<Option<Noted>, StoreError> {
        let mut text = Vec::new();
        self.0.seek(SeekFrom::Start(0)).map_err(|e| failed(&e))?;
        (&self.0).take(256).read_to_end(&mut text).map_err(|e| failed(&e))?;
        Ok(String::from_utf8(text).ok().and_then(|text| parse(&text)))
    }

    /// Notes how far the database has come, after it committed. Not waited for: a note that is lost with the power
    /// makes the file lag, no more.
    pub(super) fn note(&mut self, noted: Noted) -> Result<(), StoreError> {
        self.0.seek(SeekFrom::Start(0)).and_then(|_| self.0.write_all(line(noted).as_bytes())).map_err(|e| failed(&e))
    }

    /// Notes that another life begins, durable on return: before the database says so.
    pub(super) fn begin(&mut self, noted: Noted) -> Result<(), StoreError> {
        self.note(noted)?;
        self.0.sync_all().map_err(|e| failed(&e))
    }
}

fn failed(error: &std::io::Error) -> StoreError {
    StoreError::Unavailable(format!("the file `epoch` beside the database does not answer: {error}"))
}

/// One line, always as long, so that it is overwritten whole.
fn line(Noted { epoch, commits }: Noted) -> String {
    let said = format!("{WORD} {epoch} {commits:020}");
    format!("{said} {}\n", check(&said))
}

fn parse(text: &str) -> Option<Noted> {
    let (said, given) = text.lines().next()?.rsplit_once(' ')?;
    let mut words = said.split(' ');
    let known = given == check(said) && words.next() == Some(WORD);
    let noted = Noted { epoch: Epoch::parse(words.next()?)?, commits: words.next()?.parse().ok()? };
    known.then_some(noted)
}

/// A file half written by a power cut does not read.
fn check(said: &str) -> String {
    blake3::hash(said.as_bytes()).to_hex()[..8].to_owned()
}

/// Whether another life must begin: the database is new, or was put back from a copy. `alone`: this server is the only
/// one that works on the database, so that a missing file shows that the database came from elsewhere.
pub(super) fn begins(noted: Option<Noted>, lives: &[Epoch], commits: u64, alone: bool) -> bool {
    match (noted, lives.last()) {
        (_, None) => true,
        (None, Some(_)) => alone,
        (Some(noted), Some(current)) if noted.epoch == *current => commits < noted.commits,
        (Some(noted), Some(_)) => alone || !lives.contains(&noted.epoch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Epoch = Epoch([1; 8]);
    const B: Epoch = Epoch([2; 8]);

    #[test]
    fn another_life_begins_when_the_database_is_new_or_behind_the_file() {
        let noted = |epoch, commits| Some(Noted { epoch, commits });
        for (name, file, lives, commits, alone, shared) in [
            ("nothing yet", None, &[][..], 0, true, true),
            ("the database was lost", noted(A, 5), &[], 0, true, true),
            ("as it was left", noted(A, 5), &[A], 5, false, false),
            ("killed before the note", noted(A, 5), &[A], 9, false, false),
            ("put back from a copy", noted(A, 5), &[A], 4, true, true),
            ("put back from before this life", noted(B, 0), &[A], 9, true, true),
            ("another server began it, or the file is older", noted(A, 9), &[A, B], 5, true, false),
            ("the file is missing", None, &[A], 5, true, false),
        ] {
            assert_eq!(begins(file, lives, commits, true), alone, "{name}, alone");
            assert_eq!(begins(file, lives, commits, false), shared, "{name}, shared");
        }
    }

    #[test]
    fn a_file_is_read_back_and_one_that_was_cut_or_altered_says_nothing() {
        let noted = Noted { epoch: A, commits: 12 };
        let text = line(noted);
        assert_eq!(parse(&text), Some(noted));
        assert_eq!(line(Noted { commits: u64::MAX, ..noted }).len(), text.len());
        for end in 0..text.len() - 1 {
            assert_eq!(parse(&text[..end]), None, "{end}");
        }
        assert_eq!(parse(&text.replace("012", "013")), None);
    }

    #[test]
    fn two_processes_do_not_have_it_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("epoch");
        let mut file = LifeFile::open(&path).unwrap();
        assert_eq!(file.read().unwrap(), None);
        file.begin(Noted { epoch: A, commits: 1 }).unwrap();
        file.note(Noted { epoch: A, commits: 2 }).unwrap();
        assert!(LifeFile::open(&path).is_err());
        drop(file);
        let noted = LifeFile::open(&path).unwrap().read().unwrap();
        assert_eq!(noted, Some(Noted { epoch: A, commits: 2 }));
    }
}
