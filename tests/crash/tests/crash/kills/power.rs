//! The power goes at every call of a recorded season, on either side: what a disk then has is put in place, and both
//! sides meet again. Owns what must be so then: all that was said to be saved or received is there, once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crash::tries;
use desk::Desk;
use desk::sync::{Cancel, Council as Line, Options, Patience, synchronise};
use sync::Receipt;
use sync::message::{Answer, from_bytes};

use super::disk::{Chance, Disk, Fate};
use super::programs::Computer;
use super::recording::{ENROLLED, Recording, Step};
use super::scene::{Scene, copy_folder, names_of, pictures_of};
use super::strace;
use super::trace::Deed;
use super::tries::side_by_side;
use crate::council::Council;
use crate::office::{REGISTER, office};

/// A folder as it is found when the power comes back.
struct Found {
    step: usize,
    files: Vec<(PathBuf, Vec<u8>)>,
    folders: Vec<PathBuf>,
    /// What the council had said by then.
    said: Said,
}

/// What the council acknowledged.
#[derive(Clone, Debug, Default)]
struct Said {
    receipts: Vec<Receipt>,
    pictures: usize,
}

impl Said {
    fn hear(&mut self, deed: &Deed) {
        let Deed::Sent { bytes } = deed else { return };
        let Some(head) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return };
        match from_bytes::<Answer>(&bytes[head + 4..]) {
            Ok(Answer::Stored(receipt)) => self.receipts.push(receipt),
            Ok(Answer::PictureTaken(u32::MAX)) => self.pictures = 1,
            _ => {}
        }
    }
}

impl Found {
    fn put(&self, folder: &Path) {
        self.folders.iter().for_each(|path| fs::create_dir_all(folder.join(path)).unwrap());
        self.files.iter().for_each(|(path, bytes)| fs::write(folder.join(path), bytes).unwrap());
    }
}

/// One call of so many is followed by a disk that tore what was not waited for; each by one that lost it.
const TORN: usize = 4;

/// All that can be found after each call: what was not waited for lost, or torn by chance; each only once.
fn found<'s>(disk: &Disk, steps: impl Iterator<Item = &'s [Deed]>) -> Vec<Found> {
    let (mut disk, mut said, mut all, mut seen) = (disk.clone(), Said::default(), Vec::new(), BTreeSet::new());
    let mut calls = 0;
    for (step, deeds) in steps.enumerate() {
        for deed in deeds {
            let heard = said.receipts.len() + said.pictures;
            said.hear(deed);
            if !disk.take(deed) && said.receipts.len() + said.pictures == heard {
                continue;
            }
            calls += 1;
            let torn = (calls % TORN == 0).then(|| Fate::Torn(Chance::of(calls)));
            for fate in [Some(Fate::Lost), torn].into_iter().flatten() {
                let files = disk.found(fate);
                let mut hash = blake3::Hasher::new();
                files.iter().for_each(|(path, bytes)| {
                    hash.update(path.as_os_str().as_encoded_bytes()).update(&bytes.len().to_le_bytes()).update(bytes);
                });
                let like = (step, said.receipts.len(), said.pictures, *hash.finalize().as_bytes());
                if seen.insert(like) {
                    let folders = disk.folders().map(Path::to_owned).collect();
                    all.push(Found { step, files, folders, said: said.clone() });
                }
            }
        }
    }
    all
}

/// A school and the council meet; what they have then.
fn meet(scene: &Scene, council: &Council, step: &Step, told: &str) {
    scene.school().turn_to(&format!("http://{}", council.server.address));
    let office = office(&scene.school().0);
    let mut desk = Desk::open(&office, None, "clerk", &[]).unwrap_or_else(|error| panic!("{told}: {error}"));
    let mut line = Line::of(&office, Cancel::default()).unwrap_or_else(|error| panic!("{told}: {error}"));
    let options = Options { patience: Patience::NONE, ..Options::with_pictures(true) };
    let report = synchronise(&office, &mut line, &mut desk, &options, &mut |_| ()).unwrap();
    assert!(report.error().is_none() && report.summary.troubles.is_empty(), "{told}: {report:?}");
    let reading = desk.register().read();
    reading.verify().unwrap_or_else(|error| panic!("{told}: {error}"));
    let (end, digest) = (council.end(REGISTER), council.digest(REGISTER));
    assert_eq!((reading.digest().unwrap(), reading.sync_state().unwrap().log), (digest, end.position), "{told}");
    assert_eq!(reading.sync_state().unwrap().waiting, 0, "{told}");
    let names = names_of(desk.register());
    assert!(names.values().all(|count| *count == 1), "{told}: {names:?}");
    assert!(step.entered.iter().all(|name| names.contains_key(*name)), "{told}: {names:?}");
}

/// The desk's power went.
fn school_comes_back(step: &Step, found: &Found, told: &str) {
    let scene = Scene::empty();
    found.put(&scene.school().0);
    match found.step {
        0 => begins_or_goes_on(&scene.school(), told),
        before if before < ENROLLED => {
            let opened = Desk::open(&office(&scene.school().0), None, "clerk", &[]);
            let desk = opened.unwrap_or_else(|error| panic!("{told}: {error}"));
            desk.register().read().verify().unwrap();
        }
        _ => {
            copy_folder(&step.council_after, &scene.council());
            meet(&scene, &Council::at(&scene.council()), step, told);
        }
    }
}

/// A register that was being made is there whole, or can be made.
fn begins_or_goes_on(computer: &Computer, told: &str) {
    let file = computer.registers().join("24505105-2026.daftari");
    match file.exists() {
        true => drop(Desk::open(&office(&computer.0), None, "clerk", &[]).unwrap_or_else(|e| panic!("{told}: {e}"))),
        false => drop(crate::office::School::at(&computer.0)),
    }
}

/// The council's power went.
fn council_comes_back(step: &Step, found: &Found, told: &str) {
    let scene = Scene::empty();
    found.put(&scene.council());
    let council = Council::at(&scene.council());
    let end = council.end(REGISTER);
    for Receipt { received, .. } in &found.said.receipts {
        let log = received.log;
        assert!(end.position > log.position || end == log, "{told}: {received:?} was said, {end:?} is there");
    }
    assert!(pictures_of(&scene.council()) >= found.said.pictures, "{told}: a photograph is gone");
    if found.step >= ENROLLED {
        copy_folder(&step.school_before, &scene.school().0);
        meet(&scene, &council, step, told);
    }
}

fn try_each(side: &str, steps: &[Step], all: Vec<Found>, comes_back: impl Fn(&Step, &Found, &str) + Sync) {
    let (count, tried) = (all.len(), AtomicUsize::new(0));
    side_by_side(all, |found| {
        let told =
            format!("{side}, step {}, {} left to try", found.step, count - tried.fetch_add(1, Ordering::Relaxed));
        comes_back(&steps[found.step], &found, &told);
    });
    println!("{side}: power lost in {count} different states; 0 acknowledged lost, 0 doubled");
    assert!(count > 10, "{count}");
}

#[test]
fn whatever_a_disk_keeps_when_the_power_goes_all_that_was_acknowledged_is_there() {
    strace::present();
    let Recording { scene: _scene, council, school, steps } = Recording::made();
    let of_school = tries(found(&school, steps.iter().map(|step| step.school.as_slice())));
    let of_council = tries(found(&council, steps.iter().map(|step| step.council.as_slice())));
    assert!(of_council.last().unwrap().said.receipts.len() >= 2 && of_council.last().unwrap().said.pictures == 1);
    try_each("desk", &steps, of_school, school_comes_back);
    try_each("council", &steps, of_council, council_comes_back);
}
