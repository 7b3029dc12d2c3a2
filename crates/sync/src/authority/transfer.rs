//! A candidate's move from one centre to another: departure and arrival, the council's own operations, written to both
//! logs in one transaction, so that a candidate has one home; and the end of the receiving centre's request for them. Owns
//! what moves along; refuses to move a candidate about whom people are at odds.

use crate::fault::{Fault, planted};
use crate::fold::{Fold, is_remark};
use crate::identity::{About, CandidateId, RegisterId};
use crate::kind::Kind;
use crate::receipt::Receipt;
use crate::record::FieldWrite;

use super::facts::Here;
use super::ledger::Ledger;
use super::log_fold::folded;
use super::own::{Own, write_own};

/// A move that somebody at the council asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Who moves.
    pub candidate: CandidateId,
    /// The register that they leave.
    pub from: RegisterId,
    /// The register that they come to.
    pub to: RegisterId,
    /// Who asks, for the history.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Why a candidate does not move. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMoved {
    /// The two registers are one, or of different years.
    #[error("a candidate moves between two centres of one year")]
    SameCentre,
    /// The candidate is not on the roll of the centre that they are to leave.
    #[error("the candidate is not on the roll of that centre")]
    NotThere,
    /// People are at odds about the candidate, or something of theirs is held: it is decided where they are.
    #[error("something about the candidate is not decided yet")]
    Undecided,
    /// A value of the candidate is larger than a batch holds.
    #[error("what is known of the candidate is more than a batch holds")]
    TooLarge,
}

/// Moves a candidate, within one transaction. Tells the receipts of departure and arrival.
///
/// The candidate number stays behind, for it is of the centre (2.3.22) and issued there for ever; so does the signature
/// on that centre's roll, and what the centre and the council said to each other: the request and the notices.
///
/// # Errors
/// The outer error when the store does not answer; the transaction is to be dropped after either.
pub fn transfer<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    asked: &Transfer,
) -> Result<Result<(Receipt, Receipt), NotMoved>, L::Error> {
    if asked.from == asked.to || asked.from.year != asked.to.year {
        return Ok(Err(NotMoved::SameCentre));
    }
    let fold = folded(ledger, asked.from)?;
    if let Some(why) = stays(&fold, asked.candidate) {
        return Ok(Err(why));
    }
    let departure = departure(&fold, asked);
    let arrival = arrival(&fold, asked);
    let said = |kind, fields| Own { about: About::Candidate(asked.candidate), kind, fields, actor: asked.by.clone() };
    let Some(departed) = write_own(ledger, here, asked.from, said(Kind::Depart, departure))? else {
        return Ok(Err(NotMoved::TooLarge));
    };
    if planted(Fault::TransferInTwo) {
        return Ok(Ok((departed, departed)));
    }
    let arrived = write_own(ledger, here, asked.to, said(Kind::Arrive, arrival))?;
    end_request(ledger, here, asked, &fold)?;
    Ok(arrived.map(|arrived| (departed, arrived)).ok_or(NotMoved::TooLarge))
}

/// Who has come is asked for no more: the request in the register that they came to is emptied.
fn end_request<L: Ledger + ?Sized>(
    ledger: &mut L,
    here: &Here<'_>,
    asked: &Transfer,
    left: &Fold,
) -> Result<(), L::Error> {
    let number = left.value(&About::Candidate(asked.candidate), "candidate_no").unwrap_or_default();
    let field = format!("transfer.in.{:08}{number:0>3}", asked.from.centre);
    let to = folded(ledger, asked.to)?;
    if number.is_empty() || to.value(&About::Centre, &field).unwrap_or_default().is_empty() {
        return Ok(());
    }
    let fields = vec![FieldWrite { base: to.tag(&About::Centre, &field), field, value: String::new() }];
    let own = Own { about: About::Centre, kind: Kind::Centre, fields, actor: asked.by.clone() };
    write_own(ledger, here, asked.to, own).map(drop)
}

fn stays(fold: &Fold, candidate: CandidateId) -> Option<NotMoved> {
    let about = About::Candidate(candidate);
    let undecided = fold.conflicts().iter().any(|conflict| conflict.about == about)
        || fold.held().iter().any(|held| held.about == about && held.why.may_pass());
    match fold.value(&about, "state") {
        Some("entered") if undecided => Some(NotMoved::Undecided),
        Some("entered") => None,
        _ => Some(NotMoved::NotThere),
    }
}

fn departure(fold: &Fold, asked: &Transfer) -> Vec<FieldWrite> {
    let about = About::Candidate(asked.candidate);
    let write = |(field, value): (&str, String)| {
        let base = if is_remark(field) { None } else { fold.tag(&about, field) };
        FieldWrite { field: field.to_owned(), value, base }
    };
    let to = format!("{:08}", asked.to.centre);
    [("state", "moved".to_owned()), ("moved_to", to), ("reason", asked.reason.clone())].map(write).into()
}

fn stays_behind(field: &str) -> bool {
    matches!(field, "candidate_no" | "signed" | "moved_to" | "moved_from")
        || ["transfer.", "notice."].iter().any(|beginning| field.starts_with(beginning))
}

fn arrival(fold: &Fold, asked: &Transfer) -> Vec<FieldWrite> {
    let own = fold.values_of(&About::Candidate(asked.candidate));
    let values = own.into_iter().filter(|(field, _)| !stays_behind(field)).map(|(field, value)| match field {
        "centre" => (field, format!("{:08}", asked.to.centre)),
        _ => (field, value.to_owned()),
    });
    let from = ("moved_from", format!("{:08}", asked.from.centre));
    let all = values.chain([from, ("reason", asked.reason.clone())]);
    all.map(|(field, value)| FieldWrite { field: field.to_owned(), value, base: None }).collect()
}
