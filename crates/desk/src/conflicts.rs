//! What people have to decide: values that two wrote apart, side by side, and operations that are held. Owns how a
//! decision is named by a person (who, which field; or an operation's letters); the fold decides what is to be decided.

use ::sync::fold::{Conflict, ConflictBecause, Held, HeldBecause};
use register::{About, CandidateId, Operation, Receipt, Tag};
use regulations::Field;

use crate::desk::Desk;
use crate::error::{Error, Result};

/// What is to be decided of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Values that two wrote apart.
    pub conflicts: Vec<Conflict>,
    /// Operations without effect, or not yet.
    pub held: Vec<Held>,
}

/// What is to be decided.
///
/// # Errors
/// When the register cannot be read.
pub fn undecided(desk: &Desk) -> Result<Undecided> {
    let reading = desk.register().read();
    Ok(Undecided { conflicts: reading.conflicts()?, held: reading.held()? })
}

/// A thing as a person calls it: a candidate's number and name, a slip, the centre.
///
/// # Errors
/// When the register cannot be read.
pub fn called(desk: &Desk, about: About) -> Result<String> {
    let About::Candidate(id) = about else {
        return Ok(if about == About::Centre { "centre".to_owned() } else { "slip".to_owned() });
    };
    match desk.register().read().candidate(id) {
        Ok(candidate) => {
            let (number, name) = (candidate.draft.get(Field::CandidateNo), candidate.draft.get(Field::Name));
            Ok(format!("{number} {name}").trim().to_owned())
        }
        Err(register::Error::UnknownCandidate(_)) => Ok(format!("candidate {}", &id.to_string()[..8])),
        Err(error) => Err(error.into()),
    }
}

/// Why a conflict is one, and what helps, in words.
///
/// # Errors
/// When the register cannot be read.
pub fn because(desk: &Desk, why: ConflictBecause) -> Result<String> {
    Ok(match why {
        ConflictBecause::Field => "two people wrote different values".to_owned(),
        ConflictBecause::Withdrawn => "changed by one who did not know that the candidate was withdrawn".to_owned(),
        ConflictBecause::NumberTaken { by } => {
            let holder = called(desk, About::Candidate(by))?;
            format!("the number was issued to {holder}: `set` another one, or an empty one to be given the next")
        }
    })
}

/// Why an operation is held, and what helps, in words.
#[must_use]
pub const fn held_because(why: HeldBecause) -> &'static str {
    match why {
        HeldBecause::Late => "it came after closing; KNEC decides whether it is admitted",
        HeldBecause::NoRight => "the computer that wrote it has no right to it",
        HeldBecause::Invalid => "it makes no sense to the council",
        HeldBecause::Unsigned => "after closing a change needs a reason: write it again with `set --reason`",
        HeldBecause::Countersign => "it changes who the candidate is: a second person stands for it with `countersign`",
        HeldBecause::BaseMissing => "what it builds on is still on its way",
        HeldBecause::Departed => "the candidate has moved to another centre",
    }
}

/// Closes a conflict with the value that is right.
///
/// # Errors
/// When nothing is in conflict there, or the reason is missing.
pub fn resolve(desk: &mut Desk, who: &str, field: &str, value: &str, reason: &str) -> Result<Receipt> {
    let about = about_of(desk, who)?;
    let conflicts = desk.register().read().conflicts()?;
    if !conflicts.iter().any(|conflict| conflict.about == about && conflict.field == field) {
        let fields: Vec<&str> = conflicts
            .iter()
            .filter(|conflict| conflict.about == about)
            .map(|conflict| conflict.field.as_str())
            .collect();
        let others = if fields.is_empty() { "nothing".to_owned() } else { fields.join(", ") };
        return Err(Error::Usage(format!("{field} of {who} is not in conflict; in conflict there: {others}")));
    }
    let (field, value, reason) = (field.to_owned(), value.to_owned(), reason.to_owned());
    desk.transact(Operation::Resolve { about, field, value, reason })
}

fn about_of(desk: &Desk, who: &str) -> Result<About> {
    if who.eq_ignore_ascii_case("centre") {
        return Ok(About::Centre);
    }
    match CandidateId::parse(who) {
        Some(id) => Ok(About::Candidate(id)),
        None => Ok(About::Candidate(desk.find(who)?)),
    }
}

/// Stands, as a second person, for one operation that is held, or for all of one candidate.
///
/// # Errors
/// When none is held there for a second person.
pub fn countersign(desk: &mut Desk, what: &str) -> Result<Vec<Receipt>> {
    let tags = waiting_for(desk, what, HeldBecause::Countersign)?;
    tags.into_iter().map(|tag| desk.transact(Operation::Countersign(tag))).collect()
}

/// Lets one operation that came late take effect, or all of one candidate.
///
/// # Errors
/// When none is held there as late.
pub fn admit(desk: &mut Desk, what: &str) -> Result<Vec<Receipt>> {
    let tags = waiting_for(desk, what, HeldBecause::Late)?;
    tags.into_iter().map(|tag| desk.transact(Operation::Admit(tag))).collect()
}

fn waiting_for(desk: &Desk, what: &str, why: HeldBecause) -> Result<Vec<Tag>> {
    let held = desk.register().read().held()?;
    let waiting = held.iter().filter(|held| held.why == why);
    let meant: Vec<Tag> = match Tag::parse(what) {
        Some(tag) => waiting.filter(|held| held.tag == tag).map(|held| held.tag).collect(),
        None => {
            let about = about_of(desk, what)?;
            waiting.filter(|held| held.about == about).map(|held| held.tag).collect()
        }
    };
    if meant.is_empty() {
        return Err(Error::Usage(format!(
            "nothing of \"{what}\" waits for that; `daftari conflicts` lists what is held"
        )));
    }
    Ok(meant)
}
