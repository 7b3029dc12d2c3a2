//! A computer at a centre or an office: its own folders, a register, and what a person there does.

use std::cell::{RefCell, RefMut};
use std::path::PathBuf;

use desk::sync::{self, Cancel, Options, Patience, Report};
use desk::{Desk, Error, NewCentre, Office, Vault};
use register::{CandidateId, Operation};
use regulations::{CentreCode, CentreKind, Draft, Field};
use tempfile::TempDir;

use crate::server::Council;

pub(crate) struct Place {
    pub(crate) folder: TempDir,
    actor: &'static str,
    at_work: RefCell<Option<Desk>>,
}

impl Place {
    /// A computer with an empty register of the centre.
    pub(crate) fn new(actor: &'static str) -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap(), actor, at_work: RefCell::new(None) };
        let code = CentreCode::parse("24505105").unwrap();
        let centre = NewCentre { code, name: "Practice School".into(), kind: CentreKind::School, year: 2026 };
        let desk = Desk::create(&place.office(), None, &centre, actor, &[]).unwrap();
        place.at_work.replace(Some(desk));
        place
    }

    /// A computer at a centre, enrolled.
    pub(crate) fn enrolled(actor: &'static str, council: &mut Council, role: ::sync::Role) -> Place {
        let place = Place::new(actor);
        let code = council.code(role);
        sync::enrol(&place.office(), &council.url(), &code, actor, false, Cancel::default()).unwrap();
        place
    }

    pub(crate) fn office(&self) -> Office {
        let vault = Vault::new(Some("a made-up passphrase".into()));
        Office::at(self.folder.path().join("data"), vault).with_anchors(self.folder.path().join("anchors"))
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("data/24505105-2026.daftari")
    }

    /// The register, opened where it is not open yet.
    pub(crate) fn desk(&self) -> RefMut<'_, Desk> {
        let open = || Desk::open(&self.office(), None, self.actor, &[]).unwrap();
        RefMut::map(self.at_work.borrow_mut(), |desk| desk.get_or_insert_with(open))
    }

    /// The person goes home.
    pub(crate) fn close(&self) {
        self.at_work.replace(None);
    }

    pub(crate) fn council(&self) -> Result<sync::Council, Error> {
        sync::Council::of(&self.office(), Cancel::default())
    }

    /// A round, without any waiting.
    pub(crate) fn sync(&self) -> Report {
        let options = Options { patience: Patience::NONE, ..Options::with_pictures(true) };
        let (office, mut council) = (self.office(), self.council().unwrap());
        sync::synchronise(&office, &mut council, &mut self.desk(), &options, &mut |_| {}).unwrap()
    }

    pub(crate) fn enter(&self, name: &str) -> CandidateId {
        let draft = Draft::with([(Field::Name, name), (Field::EntryCode, "1")]);
        self.desk().transact(Operation::EnterCandidate(draft)).unwrap().entered[0]
    }

    pub(crate) fn set(&self, candidate: CandidateId, field: Field, value: &str) {
        let fields = vec![(field, value.to_owned())];
        self.desk().transact(Operation::ChangeFields { candidate, fields }).unwrap();
    }

    pub(crate) fn value(&self, candidate: CandidateId, field: Field) -> String {
        self.desk().register().read().candidate(candidate).unwrap().draft.get(field).to_owned()
    }

    pub(crate) fn digest(&self) -> register::Hash {
        self.desk().register().read().verify().unwrap().digest
    }

    pub(crate) fn state(&self) -> register::SyncState {
        self.desk().register().read().sync_state().unwrap()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let desk = self.desk();
        let everybody = desk.register().read().candidates(&register::Filter::default()).unwrap();
        let mut names: Vec<String> =
            everybody.iter().map(|candidate| candidate.draft.get(Field::Name).to_owned()).collect();
        names.sort();
        names
    }
}
