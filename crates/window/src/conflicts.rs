//! What people have to decide: values that two wrote apart, side by side, and changes that are held. Owns their shapes at
//! the boundary; what is in conflict and what is held is the fold's word, a decision is an operation like any other.

use desk::conflicts::{self as of_desk, undecided};
use desk::sync::{Branch, Conflict, Held};
use register::About;
use serde::{Deserialize, Serialize};
use sync::fold::{ConflictBecause, HeldBecause};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::window::Nothing;
use crate::{Outcome, Window};

commands! {
    "conflicts.list" => list, (Nothing) -> Undecided;
    "conflicts.resolve" => resolve, (Resolution) -> ();
    "conflicts.countersign" => countersign, (HeldName) -> u32;
    "conflicts.admit" => admit, (HeldName) -> u32;
}

/// What is to be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Undecided {
    /// Values that two wrote apart.
    pub(crate) conflicts: Vec<ConflictView>,
    /// Changes without effect, or not yet.
    pub(crate) held: Vec<HeldView>,
}

/// What something is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AboutWhom")]
pub(crate) struct Subject {
    /// `centre`, `candidate` or `slip`.
    pub(crate) what: String,
    /// The candidate's or slip's id; empty of the centre.
    pub(crate) id: String,
    /// A candidate's number and name.
    pub(crate) called: String,
}

/// Two people wrote one field, neither having seen the other's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ConflictView {
    /// Whom or what it is about.
    pub(crate) subject: Subject,
    /// The field's name.
    pub(crate) field: String,
    /// `field`, `withdrawn` or `number-taken`.
    pub(crate) why: String,
    /// To whom the number was issued, by number and name.
    pub(crate) holder: Option<String>,
    /// The values; the first is the one shown at present.
    pub(crate) values: Vec<ValueView>,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ConflictValue")]
pub(crate) struct ValueView {
    /// The value; empty: none.
    pub(crate) value: String,
    /// Who wrote it.
    pub(crate) written: Vec<WritingView>,
}

/// Who wrote a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ConflictWriting")]
pub(crate) struct WritingView {
    /// The person.
    pub(crate) actor: String,
    /// By the clock of their computer, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
    /// By the council's clock when it came; nothing: it is on its way.
    pub(crate) received: Option<i64>,
    /// Whether it was written on this computer.
    pub(crate) here: bool,
}

/// A change without effect, or not yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct HeldView {
    /// Its name.
    pub(crate) tag: String,
    /// Whom or what it is about.
    pub(crate) subject: Subject,
    /// What was done, as history calls it.
    pub(crate) kind: String,
    /// The person.
    pub(crate) actor: String,
    /// By the clock of their computer.
    pub(crate) at: i64,
    /// `late`, `no-right`, `invalid`, `unsigned`, `countersign`, `base-missing` or `departed`.
    pub(crate) why: String,
    /// The fields with the values that they would have.
    pub(crate) writes: Vec<Write>,
}

/// A field with a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "HeldWrite")]
pub(crate) struct Write {
    /// The field's name.
    pub(crate) field: String,
    /// The value.
    pub(crate) value: String,
}

/// A person's decision.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ConflictResolution")]
pub(crate) struct Resolution {
    /// The candidate's id, or `centre`.
    pub(crate) id: String,
    /// The field.
    pub(crate) field: String,
    /// The value that is right: one of those in conflict, or another.
    pub(crate) value: String,
    /// Why.
    pub(crate) reason: String,
}

/// A held change.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct HeldName {
    /// As [`HeldView::tag`].
    pub(crate) tag: String,
}

fn list(window: &Window, _: Nothing) -> Outcome<Undecided> {
    window.reading(|at_work| {
        let found = undecided(&at_work.desk)?;
        let conflicts = found.conflicts.iter().map(|one| conflict(at_work, one)).collect::<Outcome<_>>()?;
        let held = found.held.iter().map(|one| held_view(at_work, one)).collect::<Outcome<_>>()?;
        Ok(Undecided { conflicts, held })
    })
}

/// Whom or what, as a person calls them.
pub(crate) fn subject(at_work: &AtWork, about: About) -> Outcome<Subject> {
    let (what, id) = match about {
        About::Centre => ("centre", String::new()),
        About::Candidate(id) => ("candidate", id.to_string()),
        About::Slip(id) => ("slip", id.to_string()),
    };
    let called = if what == "candidate" { of_desk::called(&at_work.desk, about)? } else { String::new() };
    Ok(Subject { what: what.to_owned(), id, called })
}

fn conflict(at_work: &AtWork, conflict: &Conflict) -> Outcome<ConflictView> {
    let (why, holder) = match conflict.why {
        ConflictBecause::Field => ("field", None),
        ConflictBecause::Withdrawn => ("withdrawn", None),
        ConflictBecause::NumberTaken { by } => ("number-taken", Some(About::Candidate(by))),
    };
    let holder = holder.map(|about| of_desk::called(&at_work.desk, about)).transpose()?;
    let own = at_work.desk.register().read().writer()?.0;
    Ok(ConflictView {
        subject: subject(at_work, conflict.about)?,
        field: conflict.field.clone(),
        why: why.to_owned(),
        holder,
        values: conflict.branches.iter().map(|branch| value(branch, own)).collect(),
    })
}

fn value(branch: &Branch, own: register::WriterId) -> ValueView {
    let written = branch.written.iter().map(|writing| WritingView {
        actor: writing.actor.clone(),
        at: writing.at.0,
        received: writing.received.map(|at| at.0),
        here: writing.stream.writer == own,
    });
    ValueView { value: branch.value.clone(), written: written.collect() }
}

fn held_view(at_work: &AtWork, held: &Held) -> Outcome<HeldView> {
    let write = |write: &sync::FieldWrite| Write { field: write.field.clone(), value: write.value.clone() };
    Ok(HeldView {
        tag: held.tag.to_string(),
        subject: subject(at_work, held.about)?,
        kind: held.kind.name().to_owned(),
        actor: held.actor.clone(),
        at: held.at.0,
        why: why(held.why).to_owned(),
        writes: held.writes.iter().map(write).collect(),
    })
}

const fn why(why: HeldBecause) -> &'static str {
    match why {
        HeldBecause::Late => "late",
        HeldBecause::NoRight => "no-right",
        HeldBecause::Invalid => "invalid",
        HeldBecause::Unsigned => "unsigned",
        HeldBecause::Countersign => "countersign",
        HeldBecause::BaseMissing => "base-missing",
        HeldBecause::Departed => "departed",
    }
}

fn resolve(window: &Window, with: Resolution) -> Outcome<()> {
    window.changing(|at_work| {
        at_work.changed();
        of_desk::resolve(&mut at_work.desk, &with.id, &with.field, &with.value, &with.reason)?;
        let about = Some(with.id).filter(|id| id != "centre");
        Ok(((), about.into_iter().collect()))
    })
}

fn countersign(window: &Window, HeldName { tag }: HeldName) -> Outcome<u32> {
    decide(window, |at_work| of_desk::countersign(&mut at_work.desk, &tag))
}

fn admit(window: &Window, HeldName { tag }: HeldName) -> Outcome<u32> {
    decide(window, |at_work| of_desk::admit(&mut at_work.desk, &tag))
}

/// Tells how many were decided.
fn decide(window: &Window, decision: impl FnOnce(&mut AtWork) -> desk::Result<Vec<register::Receipt>>) -> Outcome<u32> {
    window.changing(|at_work| {
        at_work.changed();
        let decided = decision(at_work)?.len();
        Ok((u32::try_from(decided).unwrap_or(u32::MAX), Vec::new()))
    })
}
