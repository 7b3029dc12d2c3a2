//! A candidate goes over to another centre (2.3.14, 2.11): asked for, consented to, taken back. Owns what either centre
//! says of it in its own register, and how what stands there is read; the conditions are the rules', and who is moved the
//! council's. A centre that receives has not the candidate's entry until they come: it knows them by the index number, and
//! by what the council tells it.

mod saying;

use ::sync::UnixMillis;
use register::{Candidate, CandidateId, CentreField, Filter, Said, TransferField, Which};
use regulations::{CentreCode, Field, IndexNumber, Shillings, Stands, TransferCondition, TransferFacts};
use serde::{Deserialize, Serialize};

pub use saying::{Asked, Hand, ask, consent, pay, receive, take_back};

use crate::clock::Moment;
use crate::deadlines::closing_day;
use crate::desk::Desk;
use crate::error::Result;

/// How the fields begin in which a centre speaks of candidates who are to come to it.
const COMING: &str = "transfer.in.";
/// How those begin in which the council tells a centre who is asked to come to it.
const ASKED: &str = "transfer.asked.";

/// Whom a transfer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A candidate of this register, who is to leave.
    Leaving(CandidateId),
    /// One of another centre, who is to come.
    Coming(IndexNumber),
}

/// A transfer under way, as far as this register knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Whom it is about.
    pub who: Who,
    /// The index number at the centre that releases; empty where there is none.
    pub index: String,
    /// The candidate's name; empty where it is not known here.
    pub name: String,
    /// The code of the other centre.
    pub other: String,
    /// Its name, where the council told it.
    pub other_name: String,
    /// Why, in the words of who asked.
    pub reason: String,
    /// Who asked here, and when; nothing: the other centre did.
    pub asked: Option<(String, UnixMillis)>,
    /// Whether the other centre has asked too, as the council told.
    pub other_asked: bool,
    /// The number of the deposit slip.
    pub slip: String,
    /// Each condition (2.3.14, 2.11), as far as it is known here.
    pub conditions: Vec<Known>,
}

/// A condition, as far as it is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub condition: TransferCondition,
    /// How it stands; nothing: it is for the other centre, and the council knows.
    pub stands: Option<Stands>,
    /// Who consented and when, as it was written; the slip's number; empty where there is none.
    pub says: String,
}

/// What every transfer of a year is under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The fee (2.3.14(iii)).
    pub fee: Shillings,
    /// The last day on which one is asked for, `YYYY-MM-DD`; nothing: closing is not announced.
    pub last: Option<String>,
    /// Whether it has passed.
    pub over: bool,
}

/// What the centre that receives says, as it travels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct In {
    pub(crate) reason: String,
    pub(crate) head: String,
    pub(crate) scde: String,
    pub(crate) slip: String,
}

/// What the council tells the centre that receives.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ToldHere {
    name: String,
    from: String,
    from_name: String,
    reason: String,
}

/// What the council tells of a candidate whom another centre asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    to: String,
    to_name: String,
    reason: String,
    head: String,
}

/// The terms of this register's year.
///
/// # Errors
/// When the register cannot be read; so for every function here.
pub fn terms(desk: &Desk) -> Result<Terms> {
    let pack = &desk.book().pack;
    let last = closing_day(desk)?.and_then(|(closes, _)| regulations::transfer::last_day(pack, &closes));
    let over = last.as_ref().is_some_and(|last| Moment::now().day() > *last);
    Ok(Terms { fee: pack.data().fees.others.transfer.value, last, over })
}

/// Every transfer under way that this register knows of: those who leave by number, then those who come.
///
/// # Errors
/// When the register cannot be read.
pub fn transfers(desk: &Desk) -> Result<Vec<Transfer>> {
    let reading = desk.register().read();
    let said = reading.said("transfer.")?;
    let code = reading.centre()?.get(CentreField::Code).to_owned();
    let closes = closing_day(desk)?.map(|(day, _)| day);
    let view = View { desk, said: &said, code: &code, closes: closes.as_deref() };
    let on_roll = reading.candidates(&Filter { standing: Which::Entered, ..Filter::default() })?;
    let leaving = on_roll.iter().filter_map(|candidate| view.leaving(candidate));
    Ok(leaving.chain(view.indices().into_iter().map(|index| view.coming(index))).collect())
}

/// What stands in a register, read.
struct View<'v> {
    desk: &'v Desk,
    said: &'v [Said],
    code: &'v str,
    closes: Option<&'v str>,
}

impl View<'_> {
    fn of(&self, candidate: Option<CandidateId>, field: &str) -> Option<&Said> {
        self.said.iter().find(|said| said.about == candidate.into() && said.field == field)
    }

    fn text(&self, candidate: CandidateId, field: TransferField) -> &str {
        self.of(Some(candidate), &field.name()).map_or("", |said| said.value.as_str())
    }

    fn leaving(&self, candidate: &Candidate) -> Option<Transfer> {
        let asked = self.of(Some(candidate.id), &TransferField::To.name());
        let wanted = self.of(Some(candidate.id), "transfer.wanted").map(read::<Wanted>);
        if asked.is_none() && wanted.is_none() {
            return None;
        }
        let (other_asked, wanted) = (wanted.is_some(), wanted.unwrap_or_default());
        let text = |field| self.text(candidate.id, field).to_owned();
        let says = |condition| match condition {
            TransferCondition::InTime => Some(String::new()),
            TransferCondition::ReleasingHead => Some(text(TransferField::HeadFrom)),
            TransferCondition::ReceivingHead => either(text(TransferField::HeadTo), &wanted.head),
            TransferCondition::ReleasingOffice => Some(text(TransferField::OfficeFrom)),
            TransferCondition::ReceivingOffice => either(text(TransferField::OfficeTo), ""),
            TransferCondition::Fee => Some(text(TransferField::Slip)),
        };
        let to = asked.map_or(wanted.to.as_str(), |said| said.value.as_str());
        Some(Transfer {
            who: Who::Leaving(candidate.id),
            index: candidate.number().map(|number| format!("{}{number}", self.code)).unwrap_or_default(),
            name: candidate.draft.get(Field::Name).to_owned(),
            other: to.to_owned(),
            other_name: if wanted.to == to { wanted.to_name.clone() } else { String::new() },
            reason: either(text(TransferField::Reason), &wanted.reason).unwrap_or_default(),
            asked: asked.map(|said| (said.by.clone(), said.at)),
            other_asked,
            slip: text(TransferField::Slip),
            conditions: self.known(asked, says),
        })
    }

    fn coming(&self, index: IndexNumber) -> Transfer {
        let asked = self.of(None, &TransferField::In(index).name());
        let told = self.of(None, &format!("{ASKED}{index}")).map(read::<ToldHere>);
        let (other_asked, told) = (told.is_some(), told.unwrap_or_default());
        let own = asked.map(read::<In>).unwrap_or_default();
        let says = |condition| match condition {
            TransferCondition::InTime => Some(String::new()),
            TransferCondition::ReceivingHead => Some(own.head.clone()),
            TransferCondition::ReceivingOffice => Some(own.scde.clone()),
            TransferCondition::Fee => either(own.slip.clone(), ""),
            TransferCondition::ReleasingHead | TransferCondition::ReleasingOffice => None,
        };
        Transfer {
            who: Who::Coming(index),
            index: index.to_string(),
            name: told.name.clone(),
            other: if told.from.is_empty() { index.centre.to_string() } else { told.from.clone() },
            other_name: told.from_name.clone(),
            reason: either(own.reason.clone(), &told.reason).unwrap_or_default(),
            asked: asked.map(|said| (said.by.clone(), said.at)),
            other_asked,
            slip: own.slip.clone(),
            conditions: self.known(asked, says),
        }
    }

    /// Everybody who is to come, whoever asked.
    fn indices(&self) -> Vec<IndexNumber> {
        let of = |said: &Said| {
            let index = said.field.strip_prefix(COMING).or_else(|| said.field.strip_prefix(ASKED))?;
            IndexNumber::parse(index).ok()
        };
        let mut all: Vec<IndexNumber> = self.said.iter().filter_map(of).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The conditions by what is said here; what is said nowhere here is the other centre's.
    fn known(&self, asked: Option<&Said>, says: impl Fn(TransferCondition) -> Option<String>) -> Vec<Known> {
        let on = asked.map_or_else(Moment::now, |said| Moment::at(said.at)).day();
        let has = |condition| says(condition).is_some_and(|text| !text.is_empty());
        let facts = TransferFacts {
            asked: &on,
            closes: self.closes,
            releasing_head: has(TransferCondition::ReleasingHead),
            receiving_head: has(TransferCondition::ReceivingHead),
            releasing_office: has(TransferCondition::ReleasingOffice),
            receiving_office: has(TransferCondition::ReceivingOffice),
            slip: has(TransferCondition::Fee),
        };
        let known = |condition: TransferCondition| {
            let text = says(condition);
            let stands = condition.of(&self.desk.book().pack, &facts);
            Known {
                condition,
                stands: (text.is_some() || stands == Stands::Met).then_some(stands),
                says: text.unwrap_or_default(),
            }
        };
        TransferCondition::ALL.map(known).into()
    }
}

/// The first that is not empty; nothing where the other centre may have said it.
fn either(here: String, told: &str) -> Option<String> {
    if here.is_empty() { Some(told.to_owned()).filter(|told| !told.is_empty()) } else { Some(here) }
}

/// What does not read says nothing.
fn read<T: Default + serde::de::DeserializeOwned>(said: &Said) -> T {
    serde_json::from_str(&said.value).unwrap_or_default()
}

/// Whether a text is another centre's code.
pub(crate) fn other_centre(desk: &Desk, text: &str) -> Result<Option<CentreCode>> {
    let own = desk.register().read().centre()?.get(CentreField::Code).to_owned();
    Ok(CentreCode::parse(text.trim()).ok().filter(|code| code.to_string() != own))
}
