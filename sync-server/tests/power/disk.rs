//! A disk that keeps what was waited for, and of the rest what it likes: some writes and not others, whatever their
//! order, some of them by half.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::trace::Event;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A small generator, so that a failure comes again (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.bits() % limit
    }
}

#[derive(Clone, Default)]
struct File {
    kept: Vec<u8>,
    waiting: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

/// Files by name, and what was made and removed without waiting for the folder.
#[derive(Default)]
pub(crate) struct Disk {
    files: BTreeMap<String, File>,
    removed: BTreeMap<String, File>,
}

impl Disk {
    pub(crate) fn does(&mut self, event: &Event) {
        match event {
            Event::Created(name) => drop(self.files.entry(name.clone()).or_default()),
            Event::Wrote(name, at, bytes) => self.waits(name, Change::Write(*at, bytes.clone())),
            Event::Cut(name, size) => self.waits(name, Change::Cut(*size)),
            Event::Waited(name) => {
                if let Some(file) = self.files.get_mut(name) {
                    std::mem::take(&mut file.waiting).iter().for_each(|change| change.to(&mut file.kept));
                }
            }
            Event::Removed(name) => {
                let removed = self.files.remove(name);
                self.removed.extend(removed.map(|file| (name.clone(), file)));
            }
            Event::WaitedForFolder => self.removed.clear(),
            Event::Acknowledged(_) => {}
        }
    }

    fn waits(&mut self, name: &str, change: Change) {
        if let Some(file) = self.files.get_mut(name) {
            file.waiting.push(change);
        }
    }

    /// Writes the disk into a folder as it may be after the power was cut: with nothing that was not waited for (way 0),
    /// with the first of it in order (way 1), or with any of it, torn (others).
    pub(crate) fn after_a_cut(&self, folder: &Path, way: u64, chance: &mut Chance) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir(folder).unwrap();
        let back = self.removed.iter().filter(|(name, _)| !self.files.contains_key(*name));
        let back: Vec<_> = back.filter(|_| way > 0 && chance.below(2) == 0).collect();
        // The index of the journal is made anew after a restart.
        for (name, file) in self.files.iter().chain(back).filter(|(name, _)| !name.ends_with("-shm")) {
            fs::write(folder.join(name), file.after_a_cut(way, chance)).unwrap();
        }
    }
}

impl File {
    fn after_a_cut(&self, way: u64, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        let first = match way {
            0 => 0,
            1 => chance.below(self.waiting.len() as u64 + 1) as usize,
            _ => self.waiting.len(),
        };
        for change in &self.waiting[..first] {
            match (way, chance.below(4)) {
                (1, _) | (_, 0 | 1) => change.to(&mut bytes),
                (_, 2) => change.torn(&mut bytes, chance),
                _ => {}
            }
        }
        bytes
    }
}

impl Change {
    fn to(&self, file: &mut Vec<u8>) {
        match self {
            Change::Write(at, bytes) => {
                file.resize(file.len().max(at + bytes.len()), 0);
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Change::Cut(size) => file.resize(*size, 0),
        }
    }

    /// Some of its sectors and not others.
    fn torn(&self, file: &mut Vec<u8>, chance: &mut Chance) {
        let Change::Write(at, bytes) = self else { return };
        for (sector, place) in bytes.chunks(SECTOR).zip((*at..).step_by(SECTOR)) {
            if chance.below(2) == 0 {
                Change::Write(place, sector.to_vec()).to(file);
            }
        }
    }
}
