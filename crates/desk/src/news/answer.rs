//! The head's answer to a notice: accepted, and then the entry has the results' values, or objected to. Owns how it
//! travels; it is one operation, so that one undo takes back answer and values.

use register::{About, Operation, Receipt, Said};
use regulations::Field;
use serde::{Deserialize, Serialize};

use super::{Answered, Difference, decisions};
use crate::desk::Desk;
use crate::error::{Error, Result};

/// An answer as a person gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The council's case.
    pub case: String,
    /// Of whom or what.
    pub about: About,
    /// Whether the council is right.
    pub accepts: bool,
    /// Why; never blank.
    pub reason: String,
}

/// An answer as it travels.
#[derive(Serialize, Deserialize)]
struct Travelling {
    answer: String,
    #[serde(default)]
    reason: String,
}

impl Answered {
    pub(super) fn read(said: &Said) -> Option<Answered> {
        let read: Travelling = serde_json::from_str(&said.value).ok()?;
        let (accepts, by, at) = (read.answer == "accept", said.by.clone(), said.at);
        Some(Answered { accepts, reason: read.reason, by, at })
    }
}

/// Answers a notice. Accepting a difference writes the results' values.
///
/// # Errors
/// When there is no such notice, the reason is missing, or the register refuses.
pub fn answer(desk: &mut Desk, given: &Answer) -> Result<Receipt> {
    let known = decisions(desk)?.into_iter().find(|one| one.case == given.case && one.about == given.about);
    let known = known.ok_or_else(|| Error::Usage("there is no such notice of the council's".to_owned()))?;
    let reason = given.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(register::Error::ReasonMissing.into());
    }
    let (candidate, fields) = match given.about {
        About::Candidate(id) if given.accepts => (Some(id), values(&known.text.differences)),
        About::Candidate(id) => (Some(id), Vec::new()),
        About::Centre => (None, Vec::new()),
        About::Slip(_) => return Err(Error::Usage("a notice of a slip asks for no answer".to_owned())),
    };
    let word = if given.accepts { "accept" } else { "object" };
    let travelling = Travelling { answer: word.to_owned(), reason: reason.clone() };
    let answer = serde_json::to_string(&travelling).unwrap_or_default();
    let amends = !fields.is_empty();
    let operation = Operation::AnswerNotice { candidate, case: given.case.clone(), answer, fields };
    // After closing the values take effect with a reason only; before, it is as good to know.
    desk.transact(if amends { Operation::Amend { what: Box::new(operation), reason } } else { operation })
}

fn values(differences: &[Difference]) -> Vec<(Field, String)> {
    let value = |one: &Difference| Some((Field::named(&one.field)?, one.result.clone()));
    differences.iter().filter_map(value).collect()
}
