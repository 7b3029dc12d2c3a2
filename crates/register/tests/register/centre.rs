//! The centre, its payments and its roll.

use register::{About, CentreField, DepositSlip, Error, Operation, SlipId};
use regulations::{Field, Shillings};

use crate::support::{Desk, stamp};

#[test]
fn a_centres_code_can_change_and_history_keeps_the_old_one() {
    let mut desk = Desk::new();
    desk.transact(Operation::ChangeCentre(vec![(CentreField::Code, "24505106".into())]));
    assert_eq!(desk.register().read().centre().unwrap().get(CentreField::Code), "24505106");
    let history = desk.register().read().history(About::Centre).unwrap();
    assert_eq!((history[0].old.as_str(), history[0].new.as_str()), ("24505105", "24505106"));
}

#[test]
fn slips_are_listed_by_date_and_a_voided_one_says_why() {
    let mut desk = Desk::new();
    let slip = |number: &str, date: &str| DepositSlip {
        bank: "MADE-UP BANK".into(),
        number: number.into(),
        date: date.into(),
        amount: Shillings(5200),
    };
    let late = desk.transact(Operation::RecordDepositSlip(slip("S-1", "2026-02-09"))).slip.unwrap();
    let early = desk.transact(Operation::RecordDepositSlip(slip("S-2", "2026-02-01"))).slip.unwrap();
    desk.transact(Operation::VoidDepositSlip { id: late, reason: "bounced".into() });
    desk.transact(Operation::ChangeDepositSlip { id: early, slip: slip("S-3", "2026-02-01") });
    let slips = desk.register().read().slips().unwrap();
    let told: Vec<_> = slips.iter().map(|s| (s.id, s.slip.number.as_str(), s.voided.as_deref())).collect();
    assert_eq!(told, [(early, "S-3", None), (late, "S-1", Some("bounced"))]);
    assert_eq!(slips[0].slip.amount, Shillings(5200));
    let unknown = Operation::VoidDepositSlip { id: SlipId([0; 16]), reason: "x".into() };
    assert!(matches!(desk.register().transact(unknown, &stamp()), Err(Error::UnknownSlip(_))));
}

#[test]
fn an_approval_holds_until_the_roll_changes_and_again_when_it_is_as_it_was() {
    let mut desk = Desk::new();
    let id = desk.enter([(Field::Name, "A")]);
    assert_eq!(desk.register().read().approval().unwrap(), None);
    desk.transact(Operation::ApproveRoll);
    let holds = |desk: &mut Desk| desk.register().read().approval().unwrap().unwrap().holds;
    desk.transact(Operation::SignRoll { candidates: vec![id], signed: true });
    assert!(desk.register().read().candidate(id).unwrap().signed);
    desk.transact(Operation::ChangeCentre(vec![(CentreField::RollReturned, "2026-03-31".into())]));
    assert!(holds(&mut desk));
    desk.enter([(Field::Name, "B")]);
    assert!(!holds(&mut desk));
    desk.register().undo(&stamp()).unwrap();
    assert!(holds(&mut desk));
    desk.transact(Operation::WithdrawApproval);
    assert_eq!(desk.register().read().approval().unwrap(), None);
}

#[test]
fn an_approval_is_not_undone_and_cannot_be_slipped_in_as_a_detail() {
    let mut desk = Desk::new();
    desk.transact(Operation::ApproveRoll);
    assert!(desk.register().undo(&stamp()).unwrap().is_none());
    let forged = vec![(CentreField::ApprovedBy, "somebody else".to_owned())];
    assert_eq!(desk.transact(Operation::ChangeCentre(forged)).operations, 0);
    assert_eq!(desk.register().read().approval().unwrap().unwrap().by, "clerk");
}
