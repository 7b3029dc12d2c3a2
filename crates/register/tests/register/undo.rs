//! Undo and redo, which survive a restart.

use register::{Error, Kind, Operation};
use regulations::Field;

use crate::support::{Desk, stamp};

fn change(desk: &mut Desk, id: register::CandidateId, value: &str) {
    desk.transact(Operation::ChangeFields { candidate: id, fields: vec![(Field::Name, value.into())] });
}

#[test]
fn changes_are_undone_and_done_again_across_restarts() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    change(&mut desk, id, "B");
    change(&mut desk, id, "C");
    for expected in ["B", "A"] {
        desk.restart();
        desk.register().undo(&stamp()).unwrap().unwrap();
        assert_eq!(desk.value(id, Field::Name), expected);
    }
    for expected in ["B", "C"] {
        desk.restart();
        desk.register().redo(&stamp()).unwrap().unwrap();
        assert_eq!(desk.value(id, Field::Name), expected);
    }
    assert!(desk.register().redo(&stamp()).unwrap().is_none());
    desk.register().read().verify().unwrap();
}

#[test]
fn an_undone_entry_is_no_candidate_until_it_is_done_again() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    desk.register().undo(&stamp()).unwrap().unwrap();
    assert!(matches!(desk.register().read().candidate(id), Err(Error::UnknownCandidate(_))));
    assert!(desk.register().read().search("a", 10).unwrap().is_empty());
    assert!(desk.register().undo(&stamp()).unwrap().is_none());
    desk.register().redo(&stamp()).unwrap().unwrap();
    assert_eq!(desk.value(id, Field::Name), "A");
}

#[test]
fn something_new_empties_the_stack_of_redo() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    change(&mut desk, id, "B");
    desk.register().undo(&stamp()).unwrap();
    change(&mut desk, id, "C");
    assert!(desk.register().redo(&stamp()).unwrap().is_none());
    desk.register().undo(&stamp()).unwrap();
    assert_eq!(desk.value(id, Field::Name), "A");
}

#[test]
fn an_operation_without_effect_keeps_the_stack_of_redo() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    change(&mut desk, id, "B");
    desk.register().undo(&stamp()).unwrap();
    change(&mut desk, id, "A");
    assert!(desk.register().redo(&stamp()).unwrap().is_some());
}

#[test]
fn a_bulk_change_is_undone_as_one() {
    let mut desk = Desk::new();
    let ids = [desk.enter([]), desk.enter([])];
    let fields = vec![(Field::Citizenship, "C".to_owned()), (Field::EntryCode, "1".to_owned())];
    desk.transact(Operation::BulkChange(ids.iter().map(|id| (*id, fields.clone())).collect()));
    assert_eq!(ids.map(|id| desk.value(id, Field::CandidateNo)), ["001", "002"]);
    let step = desk.register().read().next_undo().unwrap().unwrap();
    assert_eq!(step.kind, Kind::Bulk);
    desk.register().undo(&stamp()).unwrap();
    assert_eq!(ids.map(|id| desk.value(id, Field::Citizenship)), ["", ""]);
    desk.register().redo(&stamp()).unwrap();
    assert_eq!(ids.map(|id| desk.value(id, Field::CandidateNo)), ["001", "002"]);
}

#[test]
fn an_undo_is_itself_in_history_and_in_the_outbox() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    change(&mut desk, id, "B");
    let receipt = desk.register().undo(&stamp()).unwrap().unwrap();
    let history = desk.register().read().history(register::About::Candidate(id)).unwrap();
    assert_eq!((history[0].kind, history[0].new.as_str()), (Kind::Undo, "A"));
    let last = desk.register().read().outbox(1, receipt.head.n, 10).unwrap();
    assert_eq!((last.len(), last[0].record.kind, last[0].h), (1, Kind::Undo, receipt.head.h));
}

#[test]
fn withdrawal_photograph_paper_slip_and_acknowledgement_are_undone_too() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    let before = desk.register().read().digest().unwrap();
    let slip = register::DepositSlip { number: "S-1".into(), ..Default::default() };
    for operation in [
        Operation::Withdraw { candidate: id, reason: "moved away".into() },
        Operation::AttachPhotograph { candidate: id, jpeg: vec![1, 2] },
        Operation::RecordPaper { candidate: id, paper: register::Paper::EarcReport },
        Operation::RecordDepositSlip(slip),
        Operation::AcknowledgeWarning { candidate: Some(id), rule: "name.single".into(), reason: "so it is".into() },
        Operation::SignRoll { candidates: vec![id], signed: true },
        Operation::ChangeCentre(vec![(register::CentreField::HeadTeacher, "MADE UP".into())]),
        Operation::AnswerNotice {
            candidate: Some(id),
            case: "9f2c".into(),
            answer: r#"{"answer":"accept"}"#.into(),
            fields: vec![(Field::Name, "B".into())],
        },
        Operation::SayOfTransfer {
            candidate: Some(id),
            values: vec![(register::TransferField::To, "24505106".into())],
        },
    ] {
        desk.transact(operation.clone());
        let after = desk.register().read().digest().unwrap();
        assert_ne!(after, before, "{operation:?}");
        desk.register().undo(&stamp()).unwrap().unwrap();
        assert_eq!(desk.register().read().digest().unwrap(), before, "{operation:?}");
        desk.register().redo(&stamp()).unwrap().unwrap();
        assert_eq!(desk.register().read().digest().unwrap(), after, "{operation:?}");
        desk.register().undo(&stamp()).unwrap().unwrap();
    }
    assert!(desk.register().read().slips().unwrap().is_empty());
    desk.register().read().verify().unwrap();
}
