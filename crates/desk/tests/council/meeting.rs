//! Two desks of one centre and the sub-county's office: they meet at the council and come to the same.

use desk::conflicts;
use register::{CentreField, Operation};
use regulations::Field;
use sync::Role;
use sync::circular::Circular;

use crate::place::Place;
use crate::server::Council;

impl Council {
    /// Issues a circular.
    pub(crate) fn issue(&self, number: u32, text: &str) {
        let circular = Circular { number, year: 2026, text: text.to_owned(), at: self.office().now() };
        let signed = circular.sign(&self.office().keys.signing);
        self.at_the_store(move |store| store.issue(&signed));
    }
}

#[test]
fn two_desks_and_the_sub_countys_office_come_to_the_same_state() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    let office = Place::enrolled("Office", &mut council, Role::Scde);
    assert!([&clerk, &head].iter().all(|place| place.sync().is_clean()), "each learns which numbers it may give out");
    let akinyi = clerk.enter("AKINYI JANE");
    head.enter("OTIENO JOHN");
    assert!(clerk.sync().is_clean());
    assert!(head.sync().is_clean());
    assert_eq!(head.names(), ["AKINYI JANE", "OTIENO JOHN"]);

    // Both work without a network, on the same field and on others.
    clerk.set(akinyi, Field::YearOfBirth, "2008");
    clerk.set(akinyi, Field::Gender, "F");
    head.set(akinyi, Field::YearOfBirth, "2009");
    assert!(clerk.sync().is_clean());
    assert!(head.sync().is_clean());
    assert!(clerk.sync().is_clean());
    let undecided = conflicts::undecided(&clerk.desk()).unwrap().conflicts;
    let values: Vec<&str> = undecided[0].branches.iter().map(|branch| branch.value.as_str()).collect();
    assert_eq!((undecided.len(), undecided[0].field.as_str(), values), (1, "year_of_birth", vec!["2008", "2009"]));
    assert_eq!(head.value(akinyi, Field::Gender), "F", "other fields of the same candidate meet in peace");

    let receipt = conflicts::resolve(&mut head.desk(), "AKINYI JANE", "year_of_birth", "2009", "as on the certificate");
    assert_eq!(receipt.unwrap().operations, 1);
    for place in [&head, &clerk, &office] {
        assert!(place.sync().is_clean());
        assert_eq!(place.value(akinyi, Field::YearOfBirth), "2009");
        assert!(conflicts::undecided(&place.desk()).unwrap().conflicts.is_empty());
    }
    assert!([&head, &office].iter().all(|place| place.digest() == clerk.digest()));
    assert_eq!((clerk.state().waiting, head.state().waiting, office.state().waiting), (0, 0, 0));
}

#[test]
fn photographs_follow_the_text_and_are_fetched_whole() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    let candidate = clerk.enter("AKINYI JANE");
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/school/photos");
    let file = std::fs::read_dir(fixture).unwrap().map(|entry| entry.unwrap().path()).min().unwrap();
    let picture = intake::photograph::normalise(&std::fs::read(file).unwrap(), Default::default()).unwrap().jpeg;
    let attach = Operation::AttachPhotograph { candidate, jpeg: picture.clone() };
    clerk.desk().transact(attach).unwrap();
    let sent = clerk.sync();
    assert_eq!((sent.is_clean(), sent.summary.pictures_sent), (true, 1), "{:?}", sent.summary);
    assert_eq!(clerk.state().pictures_to_send, 0);
    let fetched = head.sync().summary;
    assert_eq!(
        (fetched.pictures_fetched, fetched.pictures_sent),
        (1, 0),
        "what came from the council is not sent back"
    );
    assert_eq!(head.state().pictures_to_send, 0);
    let desk = head.desk();
    let hash = desk.register().read().candidate(candidate).unwrap().photograph.unwrap();
    assert_eq!(desk.register().read().photograph(hash).unwrap(), Some(picture));
}

#[test]
fn a_circular_of_the_council_changes_the_fees_of_every_desk_that_syncs() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let basic = |place: &Place| place.desk().book().pack.data().fees.state.basic.value.0;
    let before = basic(&clerk);
    council.issue(1, "[fees.state.basic]\nvalue = 2750\n");
    assert_eq!(clerk.sync().summary.circulars, 1);
    assert_ne!(before, 2750);
    assert_eq!(basic(&clerk), 2750, "at once");
    clerk.close();
    assert_eq!(basic(&clerk), 2750, "kept in the register, and laid over the pack at each opening");
}

#[test]
fn a_circular_that_does_not_read_is_told_and_the_desk_goes_on() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    council.issue(1, "[fees.state]\nbasic = \"much\"\n");
    assert!(clerk.sync().is_clean());
    for _ in 0..2 {
        let notices = clerk.desk().take_notices();
        assert!(matches!(&notices[..], [desk::Notice::Circular(broken)] if broken.number == 1), "{notices:?}");
        clerk.close();
    }
}

#[test]
fn receipts_are_kept_and_an_idle_round_costs_little() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    clerk.enter("AKINYI JANE");
    clerk.sync();
    let receipts = clerk.desk().register().read().receipts().unwrap();
    let council_key = clerk.council().unwrap().enrolment().council();
    assert!(!receipts.is_empty() && receipts.iter().all(|receipt| receipt.is_of(&council_key)));
    let idle = clerk.sync();
    assert_eq!((idle.summary.operations_sent, idle.summary.operations_taken), (0, 0));
    assert!(idle.traffic.sent + idle.traffic.received < 600, "{:?}", idle.traffic);
}

#[test]
fn what_is_entered_after_closing_waits_for_the_council_and_an_amendment_for_a_reason_and_a_second_person() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    let candidate = clerk.enter("AKINYI JANE");
    clerk.sync();
    council.closes_in(-60);
    let amend = |reason: &str| Operation::Amend {
        what: Box::new(Operation::ChangeFields { candidate, fields: vec![(Field::Name, "AKINYI JANET".to_owned())] }),
        reason: reason.to_owned(),
    };
    clerk.desk().transact(amend("as on the certificate")).unwrap();
    clerk.sync();
    head.sync();
    let held = conflicts::undecided(&head.desk()).unwrap().held;
    assert_eq!(held.len(), 1, "{held:?}");
    assert_eq!(head.value(candidate, Field::Name), "AKINYI JANE");
    assert_eq!(conflicts::countersign(&mut head.desk(), "AKINYI JANE").unwrap().len(), 1);
    head.sync();
    clerk.sync();
    assert_eq!(clerk.value(candidate, Field::Name), "AKINYI JANET");
    assert_eq!(clerk.digest(), head.digest());
}

#[test]
fn a_centre_renamed_by_two_is_a_conflict_of_the_centre() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    for (place, name) in [(&clerk, "Practice Secondary"), (&head, "Practice High")] {
        let change = Operation::ChangeCentre(vec![(CentreField::Name, name.to_owned())]);
        place.desk().transact(change).unwrap();
    }
    clerk.sync();
    head.sync();
    conflicts::resolve(&mut head.desk(), "centre", "name", "Practice High", "as on the certificate").unwrap();
    head.sync();
    clerk.sync();
    assert_eq!(clerk.digest(), head.digest());
    assert_eq!(clerk.desk().register().read().centre().unwrap().get(CentreField::Name), "Practice High");
}
