//! Entering, changing, importing, withdrawing.

use register::{About, Error, Filter, ImportedRow, Kind, Operation, Standing, Which};
use regulations::{Draft, Field};

use crate::support::{Desk, stamp};

#[test]
fn an_entry_is_there_after_a_restart_with_every_value_as_typed() {
    let mut desk = Desk::new();
    let mut draft = Draft::default();
    for field in Field::ALL {
        draft.set(field, format!("  {} «Ngũgĩ» \u{0} '; DROP TABLE candidates", field.name()));
    }
    let id = desk.transact(Operation::EnterCandidate(draft.clone())).entered[0];
    desk.restart();
    assert_eq!(desk.register().read().candidate(id).unwrap().draft, draft);
    desk.register().read().verify().unwrap();
}

#[test]
fn an_empty_entry_is_kept() {
    let mut desk = Desk::new();
    let id = desk.enter([]);
    assert!(desk.register().read().candidate(id).unwrap().is_entered());
}

#[test]
fn history_tells_who_changed_what_from_what_latest_first() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "AKINYI JANE")]);
    let mut head = stamp();
    head.actor = "head".into();
    let fields = vec![(Field::Name, "AKINYI JOAN".to_owned()), (Field::Gender, "F".to_owned())];
    desk.register().transact(Operation::ChangeFields { candidate: id, fields }, &head).unwrap();
    let history = desk.register().read().history(About::Candidate(id)).unwrap();
    let told: Vec<_> =
        history.iter().map(|h| (h.field.as_str(), h.old.as_str(), h.new.as_str(), h.kind, h.actor.as_str())).collect();
    let expected = [
        ("gender", "", "F", Kind::Change, "head"),
        ("name", "AKINYI JANE", "AKINYI JOAN", Kind::Change, "head"),
        ("name", "", "AKINYI JANE", Kind::Enter, "clerk"),
        ("state", "", "entered", Kind::Enter, "clerk"),
    ];
    assert_eq!(told, expected);
    assert_eq!(history[0].change, history[1].change);
}

#[test]
fn a_value_that_is_there_already_writes_nothing() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "AKINYI JANE")]);
    let head = desk.register().head().unwrap();
    let fields = vec![(Field::Name, "AKINYI JANE".to_owned())];
    assert_eq!(desk.transact(Operation::ChangeFields { candidate: id, fields }).operations, 0);
    assert_eq!(desk.register().head().unwrap(), head);
}

#[test]
fn of_a_field_given_twice_the_last_value_counts() {
    let mut desk = Desk::new();
    let id = desk.enter([]);
    let fields = vec![(Field::Gender, "M".to_owned()), (Field::Gender, "F".to_owned())];
    assert_eq!(desk.transact(Operation::ChangeFields { candidate: id, fields }).operations, 1);
    assert_eq!(desk.value(id, Field::Gender), "F");
}

#[test]
fn an_import_enters_new_rows_and_changes_known_candidates_as_one_change() {
    let mut desk = Desk::new();
    let known = desk.enter([(Field::Name, "AKINYI JANE"), (Field::Phone, "0700")]);
    let rows = vec![
        ImportedRow { candidate: Some(known), draft: Draft::with([(Field::Name, "AKINYI JOAN")]) },
        ImportedRow { candidate: None, draft: Draft::with([(Field::Name, "OTIENO PAUL")]) },
    ];
    let receipt = desk.transact(Operation::ImportDrafts { source: "form 4.xlsx".into(), rows });
    assert_eq!((receipt.operations, receipt.entered.len()), (2, 1));
    assert_eq!(
        (desk.value(known, Field::Name), desk.value(known, Field::Phone)),
        ("AKINYI JOAN".into(), "0700".into())
    );
    let step = desk.register().read().next_undo().unwrap().unwrap();
    assert_eq!((step.kind, step.note.as_str()), (Kind::Import, "form 4.xlsx"));
}

#[test]
fn an_import_with_one_row_of_an_unknown_candidate_changes_nothing() {
    let mut desk = Desk::new();
    let (head, digest) = (desk.register().head().unwrap(), desk.register().read().digest().unwrap());
    let unknown = register::CandidateId([9; 16]);
    let rows = vec![
        ImportedRow { candidate: None, draft: Draft::with([(Field::EntryCode, "1")]) },
        ImportedRow { candidate: Some(unknown), draft: Draft::default() },
    ];
    let refused = desk.register().transact(Operation::ImportDrafts { source: String::new(), rows }, &stamp());
    assert!(matches!(refused, Err(Error::UnknownCandidate(id)) if id == unknown));
    assert_eq!((desk.register().head().unwrap(), desk.register().read().digest().unwrap()), (head, digest));
    assert!(desk.register().read().issued_numbers().unwrap().is_empty());
}

#[test]
fn a_withdrawn_candidate_keeps_the_number_and_is_changed_only_after_reinstatement() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::EntryCode, "1")]);
    desk.transact(Operation::Withdraw { candidate: id, reason: " moved away ".into() });
    let candidate = desk.register().read().candidate(id).unwrap();
    assert_eq!(candidate.standing, Standing::Withdrawn { reason: "moved away".into() });
    assert_eq!(candidate.number().unwrap().to_string(), "001");
    let change = Operation::ChangeFields { candidate: id, fields: vec![(Field::Gender, "F".into())] };
    assert!(matches!(desk.register().transact(change.clone(), &stamp()), Err(Error::CandidateWithdrawn(_))));
    desk.transact(Operation::Reinstate(id));
    desk.transact(change);
    assert_eq!(desk.register().read().candidate(id).unwrap().standing, Standing::Entered);
}

#[test]
fn a_withdrawal_without_a_reason_is_refused() {
    let mut desk = Desk::new();
    let id = desk.enter([]);
    let refused = desk.register().transact(Operation::Withdraw { candidate: id, reason: " ".into() }, &stamp());
    assert!(matches!(refused, Err(Error::ReasonMissing)));
}

#[test]
fn filters_let_through_what_they_name_in_the_order_of_the_roll() {
    let mut desk = Desk::new();
    let partial = desk.enter([(Field::EntryCode, "3")]);
    let blank = desk.enter([]);
    let first = desk.enter([(Field::EntryCode, "1")]);
    let gone = desk.enter([(Field::EntryCode, "1")]);
    desk.transact(Operation::Withdraw { candidate: gone, reason: "moved away".into() });
    desk.transact(Operation::AttachPhotograph { candidate: first, jpeg: vec![1] });
    let entry_code = Some("1".to_owned());
    for (filter, expected) in [
        (Filter::default(), vec![first, partial, blank]),
        (Filter { standing: Which::All, ..Filter::default() }, vec![first, gone, partial, blank]),
        (Filter { standing: Which::Withdrawn, ..Filter::default() }, vec![gone]),
        (Filter { entry_code, ..Filter::default() }, vec![first]),
        (Filter { without_photograph: true, ..Filter::default() }, vec![partial, blank]),
    ] {
        let ids: Vec<_> = desk.register().read().candidates(&filter).unwrap().iter().map(|c| c.id).collect();
        assert_eq!(ids, expected, "{filter:?}");
    }
}
