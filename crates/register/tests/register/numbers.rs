//! Candidate numbers, 2.3.22-2.3.24.

use register::{ImportedRow, NumberRanges, Operation};
use regulations::{Draft, Field};

use crate::support::{Desk, stamp};

fn row<const N: usize>(values: [(Field, &str); N]) -> ImportedRow {
    ImportedRow { candidate: None, draft: Draft::with(values) }
}

fn imported_numbers(desk: &mut Desk, rows: Vec<ImportedRow>) -> Vec<String> {
    let receipt = desk.transact(Operation::ImportDrafts { source: String::new(), rows });
    receipt.entered.iter().map(|id| desk.value(*id, Field::CandidateNo)).collect()
}

#[test]
fn each_entry_code_has_its_range() {
    let mut desk = Desk::new();
    for (code, number) in [("1", "001"), ("3", "801"), ("2", "002"), ("", ""), ("4", ""), ("3", "802")] {
        let id = desk.enter([(Field::EntryCode, code)]);
        assert_eq!(desk.value(id, Field::CandidateNo), number, "code {code}");
    }
}

#[test]
fn a_number_is_allocated_as_soon_as_the_entry_code_is_given_and_then_stays() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "AKINYI JANE")]);
    for (code, number) in [("1", "001"), ("3", "001"), ("x", "001")] {
        desk.transact(Operation::ChangeFields { candidate: id, fields: vec![(Field::EntryCode, code.into())] });
        assert_eq!(desk.value(id, Field::CandidateNo), number, "code {code}");
    }
}

#[test]
fn numbers_typed_in_later_rows_are_not_given_to_earlier_ones() {
    let mut desk = Desk::new();
    let rows = vec![
        row([(Field::EntryCode, "1")]),
        row([(Field::EntryCode, "1"), (Field::CandidateNo, "001")]),
        row([(Field::EntryCode, "1"), (Field::CandidateNo, "7")]),
        row([(Field::EntryCode, "1")]),
    ];
    assert_eq!(imported_numbers(&mut desk, rows), ["002", "001", "7", "003"]);
}

#[test]
fn a_clash_is_kept_as_typed_and_told() {
    let mut desk = Desk::new();
    let holder = desk.enter([(Field::EntryCode, "1")]);
    desk.transact(Operation::Withdraw { candidate: holder, reason: "moved away".into() });
    let second = desk.enter([(Field::EntryCode, "1"), (Field::CandidateNo, "001")]);
    let read = desk.register().read();
    assert_eq!(read.candidate(second).unwrap().number_issued_to, Some(holder));
    assert_eq!(read.candidate(holder).unwrap().number_issued_to, None);
}

#[test]
fn when_no_number_is_left_the_candidate_is_kept_without_one() {
    let mut desk = Desk::new();
    let mut narrow = stamp();
    narrow.numbers = NumberRanges { whole: (1, 1), partial: (801, 801) };
    let enter = || Operation::EnterCandidate(Draft::with([(Field::EntryCode, "1")]));
    desk.register().transact(enter(), &narrow).unwrap();
    let receipt = desk.register().transact(enter(), &narrow).unwrap();
    assert_eq!(receipt.unnumbered, receipt.entered);
    assert_eq!(desk.value(receipt.entered[0], Field::CandidateNo), "");
}

#[test]
fn the_number_of_an_undone_entry_is_given_to_nobody_else_and_comes_back_with_redo() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::EntryCode, "1")]);
    desk.register().undo(&stamp()).unwrap();
    desk.register().redo(&stamp()).unwrap();
    assert_eq!(desk.value(id, Field::CandidateNo), "001");
    desk.register().undo(&stamp()).unwrap();
    let next = desk.enter([(Field::EntryCode, "1")]);
    assert_eq!(desk.value(next, Field::CandidateNo), "002");
}

#[test]
fn who_empties_a_number_gets_their_own_again_or_one_of_the_range_that_is_right_now() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::EntryCode, "1")]);
    let empty = |desk: &mut Desk| {
        let fields = vec![(Field::CandidateNo, String::new())];
        desk.transact(Operation::ChangeFields { candidate: id, fields });
        desk.value(id, Field::CandidateNo)
    };
    assert_eq!(empty(&mut desk), "001");
    desk.transact(Operation::ChangeFields { candidate: id, fields: vec![(Field::EntryCode, "3".into())] });
    assert_eq!(empty(&mut desk), "801");
    let other = desk.enter([(Field::EntryCode, "1")]);
    assert_eq!(desk.value(other, Field::CandidateNo), "002");
}
