//! A disk that keeps only what was waited for. Of the rest, when the power goes, it keeps some sectors and loses others:
//! each 512 bytes of a write by themselves. Names follow each other as in a journal: those before a wait are kept, of
//! those after it the first few. Owns that model.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::trace::{AT_END, Deed};

/// What is written whole or not at all.
const SECTOR: usize = 512;

/// A change of a file that nobody has waited for yet.
#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    now: Vec<u8>,
    kept: Vec<u8>,
    since: Vec<Change>,
}

/// A change of names.
#[derive(Clone, Debug)]
enum Naming {
    Put(PathBuf, usize),
    Gone(PathBuf),
    Moved(PathBuf, PathBuf, usize),
}

/// Files below one folder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    root: PathBuf,
    files: Vec<File>,
    folders: BTreeSet<PathBuf>,
    names: BTreeMap<PathBuf, usize>,
    kept: BTreeMap<PathBuf, usize>,
    since: Vec<Naming>,
}

/// Decides what is kept of what was not waited for.
pub(crate) enum Fate {
    /// Nothing.
    Lost,
    /// What these numbers say.
    Torn(Chance),
}

/// Numbers that look like chance and are the same each time.
pub(crate) struct Chance(blake3::OutputReader);

impl Chance {
    pub(crate) fn of(seed: usize) -> Chance {
        Chance(blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof())
    }

    fn below(&mut self, end: usize) -> usize {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        u32::from_le_bytes(bytes) as usize % end.max(1)
    }
}

impl Fate {
    fn keeps(&mut self) -> bool {
        match self {
            Fate::Lost => false,
            Fate::Torn(chance) => chance.below(2) == 1,
        }
    }

    fn first_of(&mut self, all: usize) -> usize {
        match self {
            Fate::Lost => 0,
            Fate::Torn(chance) => chance.below(all + 1),
        }
    }
}

impl Disk {
    /// As a folder is now, all of it kept.
    pub(crate) fn of(root: &Path) -> Disk {
        let mut disk = Disk { root: root.to_owned(), ..Disk::default() };
        disk.load(root);
        disk.kept = disk.names.clone();
        disk
    }

    fn load(&mut self, folder: &Path) {
        self.folders.insert(folder.to_owned());
        for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                self.load(&path);
            } else {
                let bytes = fs::read(&path).unwrap();
                self.names.insert(path, self.files.len());
                self.files.push(File { now: bytes.clone(), kept: bytes, since: Vec::new() });
            }
        }
    }

    /// One thing done. Tells whether it changed anything here that a cut of power could show. What SQLite keeps in shared
    /// memory is no file to anybody who comes after.
    pub(crate) fn take(&mut self, deed: &Deed) -> bool {
        let here = |path: &Path| path.starts_with(&self.root) && !path.to_string_lossy().ends_with("-shm");
        match deed {
            Deed::Opened { path, emptied } if here(path) => self.open(path, *emptied),
            Deed::Wrote { path, offset, bytes } if here(path) => {
                self.change(path, Change::Write(*offset, bytes.clone()));
            }
            Deed::Cut { path, length } if here(path) => self.change(path, Change::Cut(*length)),
            Deed::Waited { path } if here(path) => self.wait(path),
            Deed::Named { from, to, link } if here(from) => self.rename(from, to, *link),
            Deed::Removed { path } if here(path) => self.name(Naming::Gone(path.clone())),
            Deed::Folder { path } if here(path) => return self.folders.insert(path.clone()),
            _ => return false,
        }
        true
    }

    fn open(&mut self, path: &Path, emptied: bool) {
        if !self.names.contains_key(path) {
            self.files.push(File::default());
            self.name(Naming::Put(path.to_owned(), self.files.len() - 1));
        } else if emptied {
            self.change(path, Change::Cut(0));
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        // A file whose name is gone is nobody's.
        let Some(file) = self.names.get(path).map(|number| &mut self.files[*number]) else { return };
        let change = match change {
            Change::Write(AT_END, bytes) => Change::Write(file.now.len(), bytes),
            change => change,
        };
        apply(&mut file.now, &change, &mut |_| true);
        file.since.push(change);
    }

    fn rename(&mut self, from: &Path, to: &Path, link: bool) {
        let Some(number) = self.names.get(from).copied() else { return };
        self.name(match link {
            true => Naming::Put(to.to_owned(), number),
            false => Naming::Moved(from.to_owned(), to.to_owned(), number),
        });
    }

    fn name(&mut self, naming: Naming) {
        call(&mut self.names, &naming);
        self.since.push(naming);
    }

    /// The bytes of a file are kept; and all names so far, as a journal has them.
    fn wait(&mut self, path: &Path) {
        if let Some(file) = self.names.get(path).map(|number| &mut self.files[*number]) {
            file.kept.clone_from(&file.now);
            file.since.clear();
        }
        self.kept.clone_from(&self.names);
        self.since.clear();
    }

    /// What is found when the power comes back, by their paths below the root.
    pub(crate) fn found(&self, mut fate: Fate) -> Vec<(PathBuf, Vec<u8>)> {
        let mut names = self.kept.clone();
        let first = fate.first_of(self.since.len());
        self.since[..first].iter().for_each(|naming| call(&mut names, naming));
        let relative = |path: &Path| path.strip_prefix(&self.root).unwrap().to_owned();
        names.iter().map(|(path, number)| (relative(path), self.files[*number].found(&mut fate))).collect()
    }

    /// The folders, below the root.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(|path| path.strip_prefix(&self.root).unwrap())
    }
}

impl File {
    fn found(&self, fate: &mut Fate) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        self.since.iter().for_each(|change| apply(&mut bytes, change, &mut |_| fate.keeps()));
        bytes
    }
}

fn call(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Put(path, number) => drop(names.insert(path.clone(), *number)),
        Naming::Gone(path) => drop(names.remove(path)),
        Naming::Moved(from, to, number) => {
            names.remove(from);
            names.insert(to.clone(), *number);
        }
    }
}

/// A change, of which `keeps` says for each sector whether it is made.
fn apply(bytes: &mut Vec<u8>, change: &Change, keeps: &mut dyn FnMut(usize) -> bool) {
    match change {
        Change::Cut(length) => {
            if keeps(0) {
                bytes.resize(*length, 0);
            }
        }
        Change::Write(offset, written) => {
            let mut at = *offset;
            while at < offset + written.len() {
                let end = ((at / SECTOR + 1) * SECTOR).min(offset + written.len());
                if keeps(at / SECTOR) {
                    bytes.resize(bytes.len().max(end), 0);
                    bytes[at..end].copy_from_slice(&written[at - offset..end - offset]);
                }
                at = end;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrote(path: &str, bytes: &[u8]) -> Deed {
        Deed::Wrote { path: path.into(), offset: 0, bytes: bytes.to_vec() }
    }

    #[test]
    fn what_was_waited_for_is_kept_and_the_rest_is_lost_or_torn() {
        let mut disk = Disk { root: "/r".into(), ..Disk::default() };
        let opened = |path: &str| Deed::Opened { path: path.into(), emptied: false };
        disk.take(&opened("/r/a"));
        disk.take(&wrote("/r/a", &[1; 2048]));
        assert!(disk.found(Fate::Lost).is_empty());
        disk.take(&Deed::Waited { path: "/r/a".into() });
        disk.take(&wrote("/r/a", &[2; 2048]));
        disk.take(&Deed::Named { from: "/r/a".into(), to: "/r/b".into(), link: false });
        assert_eq!(disk.found(Fate::Lost), [("a".into(), vec![1; 2048])]);
        let torn: BTreeSet<Vec<u8>> = (0..1000)
            .map(|seed| disk.found(Fate::Torn(Chance::of(seed))))
            .map(|found| found[0].1.chunks(SECTOR).map(|sector| sector[0]).collect())
            .collect();
        assert_eq!(torn.len(), 16, "each of four sectors is kept or lost by itself");
    }
}
