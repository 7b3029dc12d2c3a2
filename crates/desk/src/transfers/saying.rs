//! What a person at this desk says of a transfer, as values of this register. Owns whose consent is whose: a head's and an
//! office's are told apart by who is at work; refuses to consent for the other centre, but where one office has both.

use register::{CandidateId, Operation, Receipt, TransferField};
use regulations::{CentreCode, IndexNumber};

use super::{In, Transfer, Who, other_centre, transfers};
use crate::clock::Moment;
use crate::desk::Desk;
use crate::error::{Error, Result};

/// The most characters of a reason.
const LONGEST: usize = 500;

/// Whose consents whoever is at work gives. An office that heads a private centre gives both of that centre's, and one that
/// has both centres both offices'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The head's of this centre.
    pub head: bool,
    /// The sub-county's office of this centre.
    pub office: bool,
    /// The sub-county's office of the other centre.
    pub other_office: bool,
}

/// A transfer to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The other centre's code, as typed.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The number of the deposit slip of the fee; empty: it is not paid yet.
    pub slip: String,
}

/// Asks that a candidate of this centre may go to another. Who asks consents.
///
/// # Errors
/// When there is no such other centre, the reason is missing, or the candidate is not on the roll; so for all here.
pub fn ask(desk: &mut Desk, candidate: CandidateId, asked: &Asked, hand: Hand) -> Result<Receipt> {
    let to = other(desk, &asked.to)?.to_string();
    let mut values = vec![(TransferField::To, to), (TransferField::Reason, reason(&asked.reason)?)];
    values.extend(consents(desk, hand));
    if !asked.slip.trim().is_empty() {
        values.push((TransferField::Slip, asked.slip.trim().to_owned()));
    }
    desk.transact(Operation::SayOfTransfer { candidate: Some(candidate), values })
}

/// Asks that a candidate of another centre may come to this one, or answers that centre. Who asks consents.
///
/// # Errors
/// As [`ask`].
pub fn receive(desk: &mut Desk, index: IndexNumber, asked: &Asked, hand: Hand) -> Result<Receipt> {
    other(desk, &index.centre.to_string())?;
    let (reason, slip) = (reason(&asked.reason)?, asked.slip.trim().to_owned());
    say(desk, index, |own| {
        own.reason = reason;
        if !slip.is_empty() {
            own.slip = slip;
        }
        hand
    })
}

/// Consents.
///
/// # Errors
/// When nothing is asked there, or the register refuses.
pub fn consent(desk: &mut Desk, who: Who, hand: Hand) -> Result<Receipt> {
    let known = under_way(desk, who)?;
    match who {
        Who::Leaving(candidate) => {
            let mut values = consents(desk, hand);
            // Whoever consents to what the other centre asked for names that centre.
            if known.asked.is_none() {
                values.push((TransferField::To, known.other));
            }
            desk.transact(Operation::SayOfTransfer { candidate: Some(candidate), values })
        }
        Who::Coming(index) => say(desk, index, |own| {
            if own.reason.is_empty() {
                own.reason = known.reason;
            }
            hand
        }),
    }
}

/// Names the deposit slip of the fee.
///
/// # Errors
/// As [`consent`].
pub fn pay(desk: &mut Desk, who: Who, slip: &str) -> Result<Receipt> {
    under_way(desk, who)?;
    let slip = slip.trim().to_owned();
    match who {
        Who::Leaving(candidate) => {
            let values = vec![(TransferField::Slip, slip)];
            desk.transact(Operation::SayOfTransfer { candidate: Some(candidate), values })
        }
        Who::Coming(index) => say(desk, index, |own| {
            own.slip = slip;
            Hand::default()
        }),
    }
}

/// Takes back, or refuses, what this centre said: nothing of it is left.
///
/// # Errors
/// As [`consent`].
pub fn take_back(desk: &mut Desk, who: Who) -> Result<Receipt> {
    under_way(desk, who)?;
    let all = [
        TransferField::To,
        TransferField::Reason,
        TransferField::HeadFrom,
        TransferField::HeadTo,
        TransferField::OfficeFrom,
        TransferField::OfficeTo,
        TransferField::Slip,
    ];
    let nothing = |field| (field, String::new());
    let (candidate, values) = match who {
        Who::Leaving(candidate) => (Some(candidate), all.map(nothing).into()),
        Who::Coming(index) => (None, vec![nothing(TransferField::In(index))]),
    };
    desk.transact(Operation::SayOfTransfer { candidate, values })
}

fn under_way(desk: &Desk, who: Who) -> Result<Transfer> {
    let known = transfers(desk)?.into_iter().find(|one| one.who == who);
    known.ok_or_else(|| Error::Usage("no transfer is asked for there".to_owned()))
}

fn other(desk: &Desk, code: &str) -> Result<CentreCode> {
    let other = other_centre(desk, code)?;
    other.ok_or_else(|| Error::Usage(format!("\"{}\" is not the code of another centre: eight digits", code.trim())))
}

fn reason(text: &str) -> Result<String> {
    match text.trim() {
        "" => Err(register::Error::ReasonMissing.into()),
        text => Ok(text.chars().take(LONGEST).collect()),
    }
}

/// Who, and the day, as a letter has it.
fn signed(desk: &Desk) -> String {
    format!("{}, {}", desk.actor(), Moment::now().day())
}

fn consents(desk: &Desk, hand: Hand) -> Vec<(TransferField, String)> {
    let fields = [
        (hand.head, TransferField::HeadFrom),
        (hand.office, TransferField::OfficeFrom),
        (hand.other_office, TransferField::OfficeTo),
    ];
    fields.into_iter().filter(|(gives, _)| *gives).map(|(_, field)| (field, signed(desk))).collect()
}

/// Changes what this centre says of one who is to come; `change` tells whose consents go with it.
fn say(desk: &mut Desk, index: IndexNumber, change: impl FnOnce(&mut In) -> Hand) -> Result<Receipt> {
    let field = TransferField::In(index);
    let said = desk.register().read().said(&field.name())?;
    let mut own: In = said.first().map(super::read).unwrap_or_default();
    let hand = change(&mut own);
    if hand.head {
        own.head = signed(desk);
    }
    if hand.office {
        own.scde = signed(desk);
    }
    let text = serde_json::to_string(&own).unwrap_or_default();
    desk.transact(Operation::SayOfTransfer { candidate: None, values: vec![(field, text)] })
}
