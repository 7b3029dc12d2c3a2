//! The head's approval, the return and what was handed in with it. Owns that the approver gives a password of their own;
//! what stands in the way is the rules', what is on record the register's.

mod slips;

use desk::clock::Moment;
use desk::people::Role;
use desk::returned::{ReturnDocument, asked};
use register::{CandidateId, Operation};
use regulations::{CentreKind, Field};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::home::{ApprovedView, FeesView, approved};
use crate::people::{Credentials, RoleView};
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};
use slips::SlipView;

commands! {
    "approval.status" => status, (Nothing) -> Approval;
    "approval.approve" => approve, (Credentials) -> ();
    "approval.withdraw" => withdraw, (Nothing) -> ();
    "approval.sign" => sign, (Signing) -> ();
    "approval.returned" => returned, (ReturnHandedIn) -> ();
    "approval.slip" => slips::record, (slips::Slip) -> ();
    "approval.void" => slips::void, (slips::Voiding) -> ();
}

/// How far approval and return are.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Approval {
    pub(crate) approved: Option<ApprovedView>,
    /// Who approves a centre of this kind.
    pub(crate) approver: RoleView,
    /// Those of that role who have a password, by name.
    pub(crate) approvers: Vec<String>,
    /// Entries with errors: none may be left.
    pub(crate) errors: usize,
    pub(crate) candidates: Vec<Signature>,
    pub(crate) documents: Vec<ReturnView>,
    pub(crate) slips: Vec<SlipView>,
    pub(crate) fees: FeesView,
    /// The banks that take the fees.
    pub(crate) banks: Vec<String>,
}

/// A candidate's signature on the roll.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Signature {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) signed: bool,
}

/// A document of the return (2.19.2).
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ReturnView {
    pub(crate) name: String,
    /// The day it was handed in, as `2026-02-28`.
    pub(crate) day: Option<String>,
}

/// Who signed, or did not.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Signing {
    /// Ids; none: everybody on the roll.
    pub(crate) candidates: Vec<String>,
    pub(crate) signed: bool,
}

/// A document that was handed in today, or was not.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct ReturnHandedIn {
    pub(crate) name: String,
    pub(crate) returned: bool,
}

const fn approver_of(kind: CentreKind) -> Role {
    match kind {
        CentreKind::Private => Role::Scde,
        CentreKind::School | CentreKind::Prison | CentreKind::Special => Role::Head,
    }
}

fn status(window: &Window, _: Nothing) -> Outcome<Approval> {
    let people = window.people()?;
    window.reading(|at_work| {
        let judgement = at_work.judgement()?;
        let role = approver_of(judgement.kind);
        let approvers = people.all().iter().filter(|person| person.role == role && person.has_password());
        let signature = |judged: &desk::judgement::Judged| Signature {
            id: judged.candidate.id.to_string(),
            number: judged.candidate.draft.get(Field::CandidateNo).to_owned(),
            name: judged.candidate.draft.get(Field::Name).to_owned(),
            signed: judged.candidate.signed,
        };
        let day = |document: ReturnDocument| judgement.returned.day(document).map(str::to_owned);
        let document = |document| ReturnView { name: ReturnDocument::name(document).to_owned(), day: day(document) };
        Ok(Approval {
            approved: approved(at_work)?,
            approver: role.into(),
            approvers: approvers.map(|person| person.name.clone()).collect(),
            errors: judgement.candidates.iter().filter(|judged| judged.has_errors()).count(),
            candidates: judgement.candidates.iter().map(signature).collect(),
            documents: asked(&judgement).map(document).collect(),
            slips: slips::all(at_work)?,
            fees: FeesView { state: judgement.state.0, owed: judgement.owed.0, paid: judgement.paid.0 },
            banks: at_work.desk.book().pack.data().banks.iter().map(|bank| bank.name.clone()).collect(),
        })
    })
}

/// The approval is the head's own, whoever is at work: history names who gave the password.
fn approve(window: &Window, Credentials { name, password }: Credentials) -> Outcome<()> {
    let people = window.people()?;
    let person = window.door.try_password(|| people.check(&name, &password))?;
    if !person.has_password() {
        return Err(Problem::new("window.no-password", "usage", "set a password before approving"));
    }
    window.changing(|at_work| {
        let judgement = at_work.judgement()?;
        let role = approver_of(judgement.kind);
        if person.role != role {
            return Err(desk::Error::NotAllowed { who: role.name() }.into());
        }
        if judgement.candidates.iter().any(desk::judgement::Judged::has_errors) {
            return Err(Problem::new("window.roll-errors", "input", "entries with errors are left: mend them first"));
        }
        as_person(at_work, &person.name, Operation::ApproveRoll)
    })
}

fn as_person(at_work: &mut AtWork, name: &str, operation: Operation) -> Outcome<((), Vec<String>)> {
    let before = at_work.desk.actor().to_owned();
    at_work.desk.taken_over_by(name);
    let done = at_work.transact(operation);
    at_work.desk.taken_over_by(&before);
    done.map(|_| ((), Vec::new()))
}

fn withdraw(window: &Window, _: Nothing) -> Outcome<()> {
    transact(window, |_| Ok(Operation::WithdrawApproval))
}

fn sign(window: &Window, Signing { candidates, signed }: Signing) -> Outcome<()> {
    transact(window, |at_work| {
        let unknown = || Problem::unknown("such candidate");
        let named = candidates.iter().map(|id| CandidateId::parse(id).ok_or_else(unknown));
        let mut candidates = named.collect::<Outcome<Vec<CandidateId>>>()?;
        if candidates.is_empty() {
            candidates = at_work.judgement()?.candidates.iter().map(|judged| judged.candidate.id).collect();
        }
        Ok(Operation::SignRoll { candidates, signed })
    })
}

fn returned(window: &Window, ReturnHandedIn { name, returned }: ReturnHandedIn) -> Outcome<()> {
    let document = ReturnDocument::named(&name).ok_or_else(|| Problem::unknown("such document"))?;
    let day = if returned { Moment::now().day() } else { String::new() };
    transact(window, |_| Ok(Operation::ChangeCentre(vec![(document.field(), day)])))
}

/// One operation on the whole register.
fn transact(window: &Window, of: impl FnOnce(&mut AtWork) -> Outcome<Operation>) -> Outcome<()> {
    window.changing(|at_work| {
        let operation = of(at_work)?;
        at_work.transact(operation)?;
        Ok(((), Vec::new()))
    })
}
