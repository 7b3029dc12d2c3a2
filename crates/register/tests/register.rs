//! The register as its users meet it.

mod support;

use register::{Error, Filter, Operation, Register};
use regulations::{Draft, Field};
use support::{Desk, KEY, stamp};

#[test]
fn a_candidate_entered_is_there_after_a_restart() {
    let mut desk = Desk::new();
    let draft = Draft::with([(Field::Name, "AKINYI JANE"), (Field::EntryCode, "1")]);
    let receipt = desk.register().transact(Operation::EnterCandidate(draft), &stamp()).unwrap();
    desk.restart();
    let all = desk.register().read().candidates(&Filter::default()).unwrap();
    assert_eq!(all[0].id, receipt.entered[0]);
    assert_eq!(all[0].draft.get(Field::CandidateNo), "001");
    desk.register().read().verify().unwrap();
}

#[test]
fn a_register_open_already_is_refused() {
    let desk = Desk::new();
    assert!(matches!(Register::open(desk.path(), &KEY), Err(Error::Locked { .. })));
}
