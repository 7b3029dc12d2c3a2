//! A centre's office: one computer, one register, as a person works on it through `desk`.

use std::path::Path;

use desk::sync::{Cancel, Council, Options, Patience, Report, enrol, synchronise};
use desk::{Desk, NewCentre, Office, Vault};
use register::{CandidateId, Operation, RegisterId};
use regulations::{CentreCode, CentreKind, Draft, Field};

pub(crate) const CENTRE: u32 = 24_505_105;
pub(crate) const REGISTER: RegisterId = RegisterId { centre: CENTRE, year: 2026 };

pub(crate) struct School {
    pub(crate) office: Office,
    pub(crate) desk: Desk,
    council: Option<Council>,
    entered: Option<CandidateId>,
    written: u32,
}

impl School {
    /// A new register in a folder.
    pub(crate) fn at(folder: &Path) -> School {
        let office = office(folder);
        let code = CentreCode::parse("24505105").unwrap();
        let centre = NewCentre { code, name: "Practice School".to_owned(), kind: CentreKind::School, year: 2026 };
        let desk = Desk::create(&office, None, &centre, "clerk", &[]).unwrap();
        School { office, desk, council: None, entered: None, written: 0 }
    }

    pub(crate) fn enrol(&mut self, url: &str, code: &str) {
        enrol(&self.office, url, code, "the head's", false, Cancel::default()).unwrap();
        self.council = Some(Council::of(&self.office, Cancel::default()).unwrap());
    }

    /// Enters somebody.
    pub(crate) fn enter(&mut self) {
        let draft = Draft::with([(Field::Name, "AKINYI JANE"), (Field::AdmissionNo, "4001")]);
        self.entered = self.desk.transact(Operation::EnterCandidate(draft)).unwrap().entered.first().copied();
    }

    /// Writes down another telephone of theirs.
    pub(crate) fn amend(&mut self) {
        self.written += 1;
        let fields = vec![(Field::Phone, format!("07{:08}", self.written))];
        let candidate = self.entered.unwrap();
        self.desk.transact(Operation::ChangeFields { candidate, fields }).unwrap();
    }

    /// One round, asking each thing once.
    pub(crate) fn sync(&mut self) -> Report {
        let options = Options { patience: Patience::NONE, ..Options::with_pictures(true) };
        let council = self.council.as_mut().unwrap();
        synchronise(&self.office, council, &mut self.desk, &options, &mut |_| ()).unwrap()
    }
}

pub(crate) fn office(folder: &Path) -> Office {
    let vault = Vault::new(Some("practice".to_owned()));
    Office::at(folder.join("registers"), vault).with_anchors(folder.join("anchors"))
}
