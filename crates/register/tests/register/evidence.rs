//! Photographs, papers and acknowledged warnings.

use register::{Error, Operation, Paper, UnixMillis};
use regulations::Field;

use crate::support::{Desk, stamp};

#[test]
fn a_photograph_is_kept_under_the_hash_of_its_bytes_once() {
    let mut desk = Desk::new();
    let ids = [desk.enter([]), desk.enter([])];
    let jpeg = b"stands for a picture".to_vec();
    desk.transact(Operation::AttachPhotographs(ids.iter().map(|id| (*id, jpeg.clone())).collect()));
    let read = desk.register().read();
    let hash = read.candidate(ids[0]).unwrap().photograph.unwrap();
    assert_eq!(hash.0, *blake3::hash(&jpeg).as_bytes());
    assert_eq!(read.photographs().unwrap(), [hash]);
    assert_eq!(read.photograph(hash).unwrap(), Some(jpeg));
    assert_eq!(read.candidate(ids[1]).unwrap().photograph, Some(hash));
}

#[test]
fn a_photograph_replaced_is_kept_for_undo() {
    let mut desk = Desk::new();
    let id = desk.enter([]);
    desk.transact(Operation::AttachPhotograph { candidate: id, jpeg: vec![1] });
    desk.transact(Operation::AttachPhotograph { candidate: id, jpeg: vec![2] });
    desk.transact(Operation::RemovePhotograph(id));
    assert_eq!(desk.register().read().candidate(id).unwrap().photograph, None);
    desk.register().undo(&stamp()).unwrap();
    desk.register().undo(&stamp()).unwrap();
    let hash = desk.register().read().candidate(id).unwrap().photograph.unwrap();
    assert_eq!(desk.register().read().photograph(hash).unwrap(), Some(vec![1]));
}

#[test]
fn a_picture_that_has_not_arrived_is_no_error() {
    let mut desk = Desk::new();
    assert_eq!(desk.register().read().photograph(register::Hash([3; 32])).unwrap(), None);
}

#[test]
fn papers_are_listed_until_they_are_removed() {
    let mut desk = Desk::new();
    let id = desk.enter([]);
    for paper in Paper::ALL {
        desk.transact(Operation::RecordPaper { candidate: id, paper });
    }
    assert_eq!(desk.register().read().candidate(id).unwrap().papers, Paper::ALL);
    desk.transact(Operation::RemovePaper { candidate: id, paper: Paper::MedicalReport });
    assert_eq!(desk.register().read().candidate(id).unwrap().papers, &Paper::ALL[1..]);
}

#[test]
fn an_acknowledged_warning_tells_who_gave_which_reason_when() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "AKINYI")]);
    let mut head = stamp();
    (head.actor, head.at) = ("head".into(), UnixMillis(5));
    let rule = "name.single".to_owned();
    let reason = "as on the certificate".to_owned();
    let acknowledge = Operation::AcknowledgeWarning { candidate: Some(id), rule: rule.clone(), reason };
    desk.register().transact(acknowledge, &head).unwrap();
    let given = desk.register().read().candidate(id).unwrap().acknowledged;
    assert_eq!(
        (given.len(), given[0].rule.as_str(), given[0].actor.as_str(), given[0].at.0),
        (1, "name.single", "head", 5)
    );
    assert_eq!(given[0].reason, "as on the certificate");
    desk.transact(Operation::RetractAcknowledgement { candidate: Some(id), rule });
    assert!(desk.register().read().candidate(id).unwrap().acknowledged.is_empty());
}

#[test]
fn a_warning_about_the_centre_is_acknowledged_apart_from_those_of_candidates() {
    let mut desk = Desk::new();
    let (rule, reason) = ("centre.too-few".to_owned(), "hosted next door".to_owned());
    desk.transact(Operation::AcknowledgeWarning { candidate: None, rule: rule.clone(), reason });
    assert_eq!(desk.register().read().centre_acknowledged().unwrap()[0].rule, rule);
    let blank = Operation::AcknowledgeWarning { candidate: None, rule, reason: String::new() };
    assert!(matches!(desk.register().transact(blank, &stamp()), Err(Error::ReasonMissing)));
}
