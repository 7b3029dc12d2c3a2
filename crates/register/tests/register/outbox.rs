//! What sync finds: a dense chain with everything in it.

use register::{About, Operation, Record, WriterId};
use regulations::Field;

use crate::support::Desk;

#[test]
fn each_field_names_the_operation_that_wrote_it_last() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A"), (Field::Gender, "F")]);
    let entered = desk.register().head().unwrap();
    let change = |value: &str| Operation::ChangeFields {
        candidate: id,
        fields: vec![(Field::Name, value.to_owned()), (Field::Phone, value.to_owned())],
    };
    desk.transact(change("B"));
    let second = desk.register().head().unwrap();
    desk.transact(change("C"));
    let sent = desk.register().read().outbox(1, entered.n + 1, 10).unwrap();
    let bases: Vec<_> = sent.iter().map(|o| o.record.fields.iter().map(|f| f.base).collect::<Vec<_>>()).collect();
    assert_eq!(bases, [vec![Some(entered.h.tag()), None], vec![Some(second.h.tag()), Some(second.h.tag())]]);
    assert!(sent.iter().all(|o| o.record.about == About::Candidate(id)));
}

#[test]
fn the_chain_is_dense_and_each_hash_covers_the_one_before() {
    let mut desk = Desk::new();
    for name in ["A", "B", "C"] {
        desk.enter([(Field::Name, name), (Field::EntryCode, "1")]);
    }
    let sent = desk.register().read().outbox(1, 1, 100).unwrap();
    assert_eq!(sent.iter().map(|o| o.record.n).collect::<Vec<_>>(), [1, 2, 3, 4]);
    for pair in sent.windows(2) {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&pair[0].h.0);
        hasher.update(&pair[1].bytes);
        assert_eq!(pair[1].h.0, *hasher.finalize().as_bytes());
        assert_eq!(Record::from_bytes(&pair[1].bytes).unwrap(), pair[1].record);
    }
    assert_eq!(desk.register().read().writer().unwrap(), (WriterId([1; 16]), 1));
    assert_eq!(desk.register().read().outbox(1, 3, 1).unwrap().len(), 1);
    assert!(desk.register().read().outbox(1, u64::MAX, 1).unwrap().is_empty());
}

#[test]
fn two_registers_with_the_same_operations_hold_the_same() {
    let mut desks = [Desk::new(), Desk::new()];
    let digests = desks.each_mut().map(|desk| {
        desk.enter([(Field::Name, "A"), (Field::EntryCode, "1")]);
        desk.register().read().digest().unwrap()
    });
    assert_eq!(digests[0], digests[1]);
}
