//! A season in small, recorded call by call: a register is made, enrolled, written in and synced twice, by the real
//! programs. Owns the steps and what each side's folder was between them.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::programs::{CENTRE, Running, printed};
use super::scene::{Scene, copy_folder, pictures};
use super::trace::{Deed, Reader, recording};

/// What one command did, on both sides.
pub(crate) struct Step {
    /// Of the desk.
    pub(crate) school: Vec<Deed>,
    /// Of the council meanwhile.
    pub(crate) council: Vec<Deed>,
    /// The desk's folder before it.
    pub(crate) school_before: PathBuf,
    /// The council's after it.
    pub(crate) council_after: PathBuf,
    /// Who was entered before it.
    pub(crate) entered: Vec<&'static str>,
}

/// All of it.
pub(crate) struct Recording {
    pub(crate) scene: Scene,
    /// The council's folder at first.
    pub(crate) council: Disk,
    /// The desk's.
    pub(crate) school: Disk,
    pub(crate) steps: Vec<Step>,
}

/// The step from which on the computer is enrolled.
pub(crate) const ENROLLED: usize = 2;

impl Recording {
    pub(crate) fn made() -> Recording {
        let scene = Scene::empty();
        fs::create_dir_all(scene.school().0).unwrap();
        let code = scene.code();
        let (council, school) = (Disk::of(&scene.council()), Disk::of(&scene.school().0));
        let notes = scene.folder.path().join("notes");
        let server = Running::start(&scene.council(), 0, &recording(&notes)).unwrap();
        let pictures = pictures(scene.folder.path());
        let url = server.url.clone();
        let mut steps = Steps { scene: &scene, council: Notes::of(&notes), done: Vec::new(), entered: Vec::new() };
        steps.take(&["init", "--centre", CENTRE, "--name", "Practice School", "--kind", "school", "--year", "2026"]);
        steps.take(&["enrol", &url, &code]);
        steps.take(&["enter", "name=AKINYI JANE", "admission_no=3029"]);
        steps.entered.push("AKINYI JANE");
        steps.take(&["sync"]);
        steps.take(&["photos", pictures.to_str().unwrap()]);
        steps.take(&["enter", "name=BARAKA JOHN"]);
        steps.entered.push("BARAKA JOHN");
        steps.take(&["sync"]);
        let steps = steps.done;
        server.stop();
        Recording { council, school, steps, scene }
    }
}

struct Steps<'s> {
    scene: &'s Scene,
    council: Notes,
    done: Vec<Step>,
    entered: Vec<&'static str>,
}

impl Steps<'_> {
    fn take(&mut self, arguments: &[&str]) {
        let folder = self.scene.folder.path().join(format!("step-{}", self.done.len()));
        let (school_before, council_after) = (folder.join("school"), folder.join("council"));
        copy_folder(&self.scene.school().0, &school_before);
        let notes = folder.join("notes");
        printed(self.scene.school().command(&recording(&notes), arguments).output().unwrap(), arguments);
        copy_folder(&self.scene.council(), &council_after);
        let (school, council) = (Notes::of(&notes).since(), self.council.since());
        self.done.push(Step { school, council, school_before, council_after, entered: self.entered.clone() });
    }
}

/// strace's notes, read as they grow.
struct Notes {
    path: PathBuf,
    read: usize,
    reader: Reader,
}

impl Notes {
    fn of(path: &Path) -> Notes {
        Notes { path: path.to_owned(), read: 0, reader: Reader::default() }
    }

    /// What came since.
    fn since(&mut self) -> Vec<Deed> {
        let text = String::from_utf8(fs::read(&self.path).unwrap()).unwrap();
        let new = text[self.read..].rsplit_once('\n').map_or("", |(lines, _)| lines);
        self.read += if new.is_empty() { 0 } else { new.len() + 1 };
        new.lines().filter_map(|line| self.reader.read(line)).collect()
    }
}
