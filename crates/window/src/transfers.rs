//! Transfers as a desk shows them: of candidates who are to leave this centre and of those who are to come (2.3.14, 2.11).
//! Owns their shapes at the boundary, and whose hand whoever is at work writes with; conditions and what is written are
//! `desk`'s.

use desk::people::Role;
use desk::sync::Enrolment;
use desk::transfers::{self as of_desk, Asked, Hand, Known, Transfer, Who};
use regulations::{CentreKind, IndexNumber, Stands, TransferCondition};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::candidates::id_of;
use crate::view::centre;
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

commands! {
    "transfers.list" => list, (Nothing) -> Transfers;
    "transfers.ask" => ask, (TransferAsk) -> ();
    "transfers.receive" => receive, (TransferReceive) -> ();
    "transfers.consent" => consent, (TransferName) -> ();
    "transfers.pay" => pay, (TransferSlip) -> ();
    "transfers.take-back" => take_back, (TransferName) -> ();
}

/// Every transfer under way that the open register knows of, and what each is under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Transfers {
    /// Those who leave, then those who come.
    pub(crate) all: Vec<TransferView>,
    /// Of these, how many wait for whoever is at work.
    pub(crate) waiting: usize,
    /// The fee, in Kenya shillings.
    pub(crate) fee: u32,
    /// The last day on which one is asked for; nothing: closing is not announced.
    pub(crate) last: Option<String>,
    /// Whether it has passed.
    pub(crate) over: bool,
    /// Whether who is at work may ask and consent.
    pub(crate) may: bool,
}

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Transfer")]
pub(crate) struct TransferView {
    /// Its name: the candidate's id, or the index number of who is to come.
    pub(crate) key: String,
    /// `leaving` or `coming`.
    pub(crate) way: &'static str,
    /// The index number at the centre that releases; empty: there is none.
    pub(crate) index: String,
    /// The candidate's name; empty: it is not known here.
    pub(crate) name: String,
    /// The other centre's code.
    pub(crate) other: String,
    /// Its name, where it is known.
    pub(crate) other_name: String,
    /// Why.
    pub(crate) reason: String,
    /// Who asked here; nothing: the other centre asks.
    pub(crate) asked_by: Option<String>,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) asked_at: Option<i64>,
    /// Whether KNEC told that the other centre asks.
    pub(crate) other_asked: bool,
    /// The number of the deposit slip.
    pub(crate) slip: String,
    /// The conditions.
    pub(crate) conditions: Vec<ConditionKnown>,
    /// Whether the consent of whoever is at work is still asked for.
    pub(crate) waits: bool,
}

/// A condition of a transfer, as far as it is known here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ConditionKnown {
    /// `in-time`, `releasing-head`, `receiving-head`, `releasing-office`, `receiving-office`, `fee`.
    pub(crate) name: &'static str,
    /// Its paragraph.
    pub(crate) paragraph: &'static str,
    /// `met`, `open`, `missed`, or `elsewhere`: KNEC knows, this register does not.
    pub(crate) stands: &'static str,
    /// Who consented and when; the slip's number.
    pub(crate) says: String,
}

/// A candidate is to leave.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct TransferAsk {
    /// Whose id.
    pub(crate) id: String,
    /// The other centre's code.
    pub(crate) to: String,
    /// Why.
    pub(crate) reason: String,
    /// The deposit slip's number; empty: it is not paid yet.
    pub(crate) slip: String,
}

/// A candidate of another centre is to come.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct TransferReceive {
    /// The index number there.
    pub(crate) index: String,
    /// Why.
    pub(crate) reason: String,
    /// The deposit slip's number; empty: it is not paid yet.
    pub(crate) slip: String,
}

/// One transfer.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct TransferName {
    /// As [`TransferView::key`].
    pub(crate) key: String,
}

/// The fee was paid.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct TransferSlip {
    /// As [`TransferView::key`].
    pub(crate) key: String,
    /// The deposit slip's number.
    pub(crate) slip: String,
}

/// Whose consents whoever is at work gives for a transfer with another centre.
fn hand(window: &Window, at_work: &AtWork, other: &str) -> Outcome<Hand> {
    let (own, role) = (centre(&at_work.desk)?, window.door.at_work().map(|(_, role)| role));
    let scope = Enrolment::read(window.office.folder())?.map(|enrolment| enrolment.admission.scope).unwrap_or_default();
    let covers = |code: &str| scope.iter().any(|beginning| code.starts_with(beginning.as_str()));
    let office = role == Some(Role::Scde);
    let private = CentreKind::named(&own.kind) == Some(CentreKind::Private);
    let other_office = office && covers(&own.code) && covers(other);
    Ok(Hand { head: role == Some(Role::Head) || office && private, office, other_office })
}

fn who_of(key: &str) -> Outcome<Who> {
    match IndexNumber::parse(key) {
        Ok(index) => Ok(Who::Coming(index)),
        Err(_) => Ok(Who::Leaving(id_of(key)?)),
    }
}

/// How many wait for the consent of whoever is at work.
pub(crate) fn waiting(window: &Window, at_work: &AtWork) -> Outcome<usize> {
    Ok(all(window, at_work)?.iter().filter(|one| one.waits).count())
}

fn all(window: &Window, at_work: &AtWork) -> Outcome<Vec<TransferView>> {
    let found = of_desk::transfers(&at_work.desk)?;
    found.iter().map(|one| Ok(view(one, hand(window, at_work, &one.other)?))).collect()
}

fn list(window: &Window, _: Nothing) -> Outcome<Transfers> {
    let may = window.answers_for_centre().is_ok();
    window.reading(|at_work| {
        let terms = of_desk::terms(&at_work.desk)?;
        let all = all(window, at_work)?;
        let waiting = all.iter().filter(|one| one.waits).count();
        Ok(Transfers { all, waiting, fee: terms.fee.0, last: terms.last, over: terms.over, may })
    })
}

fn view(one: &Transfer, hand: Hand) -> TransferView {
    let (key, way) = match one.who {
        Who::Leaving(id) => (id.to_string(), "leaving"),
        Who::Coming(index) => (index.to_string(), "coming"),
    };
    TransferView {
        key,
        way,
        index: one.index.clone(),
        name: one.name.clone(),
        other: one.other.clone(),
        other_name: one.other_name.clone(),
        reason: one.reason.clone(),
        asked_by: one.asked.as_ref().map(|(by, _)| by.clone()),
        asked_at: one.asked.as_ref().map(|(_, at)| at.0),
        other_asked: one.other_asked,
        slip: one.slip.clone(),
        conditions: one.conditions.iter().map(condition).collect(),
        waits: one.conditions.iter().any(|known| known.stands == Some(Stands::Open) && gives(hand, one.who, known)),
    }
}

/// Whether this hand gives the consent that a condition asks for.
fn gives(hand: Hand, who: Who, known: &Known) -> bool {
    match (known.condition, who) {
        (TransferCondition::ReleasingHead, Who::Leaving(_)) | (TransferCondition::ReceivingHead, Who::Coming(_)) => {
            hand.head
        }
        (TransferCondition::ReleasingOffice, Who::Leaving(_))
        | (TransferCondition::ReceivingOffice, Who::Coming(_)) => hand.office,
        _ => false,
    }
}

fn condition(known: &Known) -> ConditionKnown {
    let stands = match known.stands {
        Some(Stands::Met) => "met",
        Some(Stands::Open) => "open",
        Some(Stands::Missed) => "missed",
        None => "elsewhere",
    };
    let (name, paragraph) = (known.condition.name(), known.condition.paragraph());
    ConditionKnown { name, paragraph, stands, says: known.says.clone() }
}

/// Does something to the open register for a person who answers for the centre.
fn saying(
    window: &Window,
    about: Vec<String>,
    work: impl FnOnce(&mut AtWork) -> Outcome<register::Receipt>,
) -> Outcome<()> {
    window.answers_for_centre()?;
    window.changing(|at_work| {
        at_work.changed();
        work(at_work)?;
        Ok(((), about))
    })
}

fn ask(window: &Window, given: TransferAsk) -> Outcome<()> {
    let id = id_of(&given.id)?;
    saying(window, vec![given.id], |at_work| {
        let hand = hand(window, at_work, given.to.trim())?;
        let asked = Asked { to: given.to, reason: given.reason, slip: given.slip };
        Ok(of_desk::ask(&mut at_work.desk, id, &asked, hand)?)
    })
}

fn receive(window: &Window, given: TransferReceive) -> Outcome<()> {
    let wrong = |_| Problem::new("window.index", "input", "an index number has eleven digits");
    let index = IndexNumber::parse(given.index.trim()).map_err(wrong)?;
    saying(window, Vec::new(), |at_work| {
        let hand = hand(window, at_work, &index.centre.to_string())?;
        let asked = Asked { to: String::new(), reason: given.reason, slip: given.slip };
        Ok(of_desk::receive(&mut at_work.desk, index, &asked, hand)?)
    })
}

fn consent(window: &Window, TransferName { key }: TransferName) -> Outcome<()> {
    let who = who_of(&key)?;
    saying(window, about(&key, who), |at_work| {
        let other = of_desk::transfers(&at_work.desk)?.into_iter().find(|one| one.who == who).map(|one| one.other);
        let hand = hand(window, at_work, &other.unwrap_or_default())?;
        Ok(of_desk::consent(&mut at_work.desk, who, hand)?)
    })
}

fn pay(window: &Window, TransferSlip { key, slip }: TransferSlip) -> Outcome<()> {
    let who = who_of(&key)?;
    saying(window, about(&key, who), |at_work| Ok(of_desk::pay(&mut at_work.desk, who, &slip)?))
}

fn take_back(window: &Window, TransferName { key }: TransferName) -> Outcome<()> {
    let who = who_of(&key)?;
    saying(window, about(&key, who), |at_work| Ok(of_desk::take_back(&mut at_work.desk, who)?))
}

fn about(key: &str, who: Who) -> Vec<String> {
    if matches!(who, Who::Leaving(_)) { vec![key.to_owned()] } else { Vec::new() }
}
