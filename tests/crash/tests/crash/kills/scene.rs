//! A council and a centre's two computers out of step, made once by the real programs and copied for each try: one
//! computer has candidates and a photograph to send and news of the other to take in. Owns what must be so when both
//! have met again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use register::{Filter, Key, Register};
use regulations::Field;
use tempfile::TempDir;

use super::programs::{CENTRE, Computer, PASSPHRASE, Running, WORKSPACE, order};

/// Folders in which both sides work.
pub(crate) struct Scene {
    pub(crate) folder: TempDir,
}

/// What both sides have when they have met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Met {
    /// Candidates by name, and how often each is there.
    pub(crate) names: BTreeMap<String, u32>,
    /// Operations in the council's log.
    pub(crate) position: u64,
    /// Of the register as the council has it.
    pub(crate) digest: String,
    /// The life that the copy lives.
    pub(crate) incarnation: u64,
    /// Pictures that the council has.
    pub(crate) pictures: usize,
}

impl Met {
    /// Every candidate of the scene once, and the photograph.
    pub(crate) fn is_everything(&self) {
        assert!(self.names.len() == 5 && self.names.values().all(|count| *count == 1), "{self:?}");
        assert_eq!((self.pictures, self.incarnation), (1, 1), "{self:?}");
    }
}

impl Scene {
    pub(crate) fn empty() -> Scene {
        Scene { folder: tempfile::tempdir().unwrap() }
    }

    /// The school that has something to send.
    pub(crate) fn school(&self) -> Computer {
        Computer(self.folder.path().join("school"))
    }

    pub(crate) fn council(&self) -> PathBuf {
        self.folder.path().join("council")
    }

    /// Out of step: one computer has sent, the other has sent before that and has written since.
    pub(crate) fn out_of_step() -> Scene {
        let scene = Scene::empty();
        let (school, other) = (scene.school(), Computer(scene.folder.path().join("other")));
        let codes = [scene.code(), scene.code()];
        let server = Running::start(&scene.council(), 0, &[]).unwrap();
        join(&school, &server.url, &codes[0]);
        school.run(&["enter", "name=AKINYI JANE", "admission_no=3029"]);
        school.run(&["sync"]);
        join(&other, &server.url, &codes[1]);
        other.run(&["sync"]);
        enter(&other, "BARAKA JOHN");
        enter(&other, "CHEBET RUTH");
        other.run(&["sync"]);
        server.stop();
        enter(&school, "DEMBA ALI");
        enter(&school, "ESHIWANI MARY");
        photograph(&school, scene.folder.path());
        // It signs in anew, so that this is tried too.
        fs::remove_file(school.registers().join("session.sealed")).unwrap();
        fs::remove_dir_all(&other.0).unwrap();
        scene
    }

    /// A one-time code for a head.
    pub(crate) fn code(&self) -> String {
        order(&self.council(), &["code", "--role", "head", "--centre", CENTRE]).trim().to_owned()
    }

    /// The same, elsewhere.
    pub(crate) fn copy(&self) -> Scene {
        let copy = Scene::empty();
        copy_folder(self.folder.path(), copy.folder.path());
        copy
    }

    /// What both sides have, once each says the same.
    pub(crate) fn met(&self, told: &str) -> Met {
        let proof: serde_json::Value = serde_json::from_str(&order(&self.council(), &["proof", CENTRE])).unwrap();
        let register = opened(&self.school());
        let reading = register.read();
        reading.verify().unwrap();
        let state = reading.sync_state().unwrap();
        assert_eq!((state.waiting, state.set_aside, state.pictures_to_fetch), (0, 0, 0), "{told}");
        assert!(reading.conflicts().unwrap().is_empty(), "{told}");
        let digest = reading.digest().unwrap().to_string();
        assert_eq!(proof["digest"], digest.as_str(), "{told}");
        assert_eq!(proof["position"], state.log, "{told}");
        let incarnation = register.head().unwrap().incarnation;
        assert!(reading.pictures_to_send().unwrap().is_empty(), "{told}");
        let pictures = pictures_of(&self.council());
        Met { names: names_of(&register), position: state.log, digest, incarnation, pictures }
    }
}

pub(crate) fn opened(computer: &Computer) -> Register {
    let path = computer.registers().join(format!("{CENTRE}-2026.daftari"));
    Register::open(&path, &Key::passphrase(PASSPHRASE)).unwrap()
}

pub(crate) fn names_of(register: &Register) -> BTreeMap<String, u32> {
    let mut names = BTreeMap::new();
    for candidate in register.read().candidates(&Filter::default()).unwrap() {
        *names.entry(candidate.draft.get(Field::Name).to_owned()).or_default() += 1;
    }
    names
}

/// A register of the centre on a computer that the council knows.
pub(crate) fn join(computer: &Computer, url: &str, code: &str) {
    computer.run(&["init", "--centre", CENTRE, "--name", "Practice School", "--kind", "school", "--year", "2026"]);
    computer.run(&["enrol", url, code]);
}

pub(crate) fn enter(computer: &Computer, name: &str) {
    computer.run(&["enter", &format!("name={name}")]);
}

/// Of the candidate whose admission number is in its name.
fn photograph(computer: &Computer, folder: &Path) {
    let pictures = pictures(folder);
    let told: serde_json::Value =
        serde_json::from_str(&computer.run(&["--json", "photos", pictures.to_str().unwrap()])).unwrap();
    assert_eq!(told["matched"], 1, "{told}");
}

/// A folder with one picture, of the candidate 3029.
pub(crate) fn pictures(folder: &Path) -> PathBuf {
    let (pictures, name) = (folder.join("pictures"), "adm-3029.jpg");
    fs::create_dir_all(&pictures).unwrap();
    fs::copy(Path::new(WORKSPACE).join("fixtures/school/photos").join(name), pictures.join(name)).unwrap();
    pictures
}

/// How many pictures a council has, each under the hash of its bytes.
pub(crate) fn pictures_of(council: &Path) -> usize {
    let files = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let right = |path: &PathBuf| {
        let hash = blake3::hash(&fs::read(path).unwrap()).to_hex();
        path.file_name().is_some_and(|name| name.to_str() == Some(hash.as_str()))
    };
    files(&council.join("pictures/whole")).iter().flat_map(|folder| files(folder)).filter(right).count()
}

/// Everything in a folder, into another.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}
