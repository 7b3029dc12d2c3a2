//! A register in a folder of its own, for one test.
#![allow(unreachable_pub)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use register::{
    CandidateId, CentreField, Founding, Key, NumberRanges, Operation, Receipt, Register, Stamp, UnixMillis, WriterId,
};
use regulations::{Draft, Field};

pub static KEY: LazyLock<Key> = LazyLock::new(|| Key::raw([7; 32]));

pub const RANGES: NumberRanges = NumberRanges { whole: (1, 499), partial: (801, 899) };

pub fn stamp() -> Stamp {
    Stamp { actor: "clerk".into(), at: UnixMillis(1_780_000_000_000), numbers: RANGES }
}

pub fn founding() -> Founding {
    let centre = [
        (CentreField::Code, "24505105"),
        (CentreField::Name, "MADE-UP SCHOOL"),
        (CentreField::Kind, "school"),
        (CentreField::Year, "2026"),
    ];
    let centre = centre.map(|(field, value)| (field, value.to_owned())).to_vec();
    Founding { writer: WriterId([1; 16]), salt: [2; 16], centre }
}

pub struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    register: Option<Register>,
}

impl Desk {
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("24505105-2026.daftari");
        let register = Register::create(&path, &KEY, &founding(), &stamp()).unwrap();
        Desk { folder, path, register: Some(register) }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn register(&mut self) -> &mut Register {
        self.register.as_mut().unwrap()
    }

    pub fn close(&mut self) {
        self.register = None;
    }

    pub fn restart(&mut self) {
        self.close();
        self.register = Some(Register::open(&self.path, &KEY).unwrap());
    }

    pub fn transact(&mut self, operation: Operation) -> Receipt {
        self.register().transact(operation, &stamp()).unwrap()
    }

    pub fn enter<const N: usize>(&mut self, values: [(Field, &str); N]) -> CandidateId {
        self.transact(Operation::EnterCandidate(Draft::with(values))).entered[0]
    }

    pub fn value(&mut self, id: CandidateId, field: Field) -> String {
        self.register().read().candidate(id).unwrap().draft.get(field).to_owned()
    }
}
