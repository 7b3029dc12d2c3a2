//! Requests for transfers (2.3.14, 2.11): what the two centres say in their registers, brought into one case with the
//! consents, the slip and the limit, and told to the other side. Owns when requests are looked at and what each side hears;
//! to move or to refuse is decided by people (`decide`), and the move itself is the authority's.

mod limit;
mod request;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sync::authority::Own;
use sync::fold::Fold;
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId};

use super::Finding;
use crate::access::scope;
use crate::console::effect::members;
use crate::console::projection::{Summary, is_settled};
use crate::stores::StoreError;
use crate::stores::console::{candidates, cases, projected};
use request::Request;

/// The queue.
const QUEUE: &str = "transfer";

/// The sides of a transfer whose sub-counties consent.
pub(in crate::console) const SIDES: [&str; 2] = ["from", "to"];

/// A candidate whom a centre asks to send or to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    candidate: CandidateId,
    from: RegisterId,
    to: RegisterId,
}

/// Looks at the requests of a register, and again at those of its open cases.
pub(super) fn look(finding: &mut Finding<'_, '_>, register: RegisterId) -> Result<(), StoreError> {
    let row = projected::of(finding.council, register)?;
    let Some(summary) = row.and_then(|row| Summary::unpacked(&row.summary)) else { return Ok(()) };
    let mut pairs = BTreeSet::new();
    let of = |centre: u32| RegisterId { centre, year: register.year };
    for (candidate, to) in &summary.leaving {
        let candidate = CandidateId(*candidate);
        pairs.insert(Pair { candidate, from: register, to: of(*to) });
    }
    for index in &summary.coming {
        let Some((from, number)) = index.split_at_checked(8) else { continue };
        let Some(from) = scope::centre(from).map(of) else { continue };
        let bearers = candidates::by_number(finding.council, from, number)?;
        let entered = bearers.into_iter().find(|one| one.state == "entered");
        pairs.extend(entered.map(|one| Pair { candidate: CandidateId(one.id), from, to: register }));
    }
    for case in cases::of(finding.council, register, QUEUE)? {
        pairs.extend(Some(&case).filter(|case| case.state == "open").and_then(pair));
    }
    pairs.into_iter().filter(|pair| pair.from.centre != pair.to.centre).try_for_each(|pair| look_at(finding, pair))
}

/// Looks at a case again, of which something was said meanwhile.
pub(in crate::console) fn look_again(finding: &mut Finding<'_, '_>, case: &cases::Case) -> Result<(), StoreError> {
    pair(case).map_or(Ok(()), |pair| look_at(finding, pair))
}

fn pair(case: &cases::Case) -> Option<Pair> {
    let members = members(case);
    let (from, About::Candidate(candidate)) = *members.first()? else { return None };
    let (to, _) = *members.get(1)?;
    Some(Pair { candidate, from, to })
}

fn look_at(finding: &mut Finding<'_, '_>, pair: Pair) -> Result<(), StoreError> {
    let request = Request::read(finding, pair)?;
    let about = About::Candidate(pair.candidate);
    let open: Vec<cases::Case> = cases::of(finding.council, pair.from, QUEUE)?
        .into_iter()
        .filter(|case| case.state == "open" && self::pair(case) == Some(pair))
        .collect();
    let entered = request.from.fold.value(&about, "state") == Some("entered");
    let found = if entered { request.found(finding)? } else { None };
    for case in open.iter().filter(|case| found.as_ref().is_none_or(|found| found.key != case.key)) {
        finding.gone(case.id)?;
    }
    let settled = match &found {
        Some(found) => {
            finding.put(found)?;
            cases::by_id(finding.council, found.id())?.is_some_and(|case| is_settled(&case))
        }
        None => true,
    };
    request.tell(finding, !settled)
}

/// Takes back what was told to both sides: it is settled.
pub(in crate::console) fn clear(finding: &mut Finding<'_, '_>, case: &cases::Case) -> Result<(), StoreError> {
    let Some(pair) = pair(case) else { return Ok(()) };
    Request::read(finding, pair)?.tell(finding, false)
}

impl Request {
    /// Tells each side what the other asks, while it is `open`; else takes it back.
    fn tell(&self, finding: &mut Finding<'_, '_>, open: bool) -> Result<(), StoreError> {
        let about = About::Candidate(self.pair.candidate);
        if !self.index.is_empty() && self.to.known {
            let asked = self.asked().filter(|_| open).map(|_| {
                json!({
                    "candidate": self.pair.candidate.to_string(),
                    "name": self.from.fold.value(&about, "name").unwrap_or_default(),
                    "from": format!("{:08}", self.pair.from.centre), "from_name": self.from.name(),
                    "reason": self.from.said.get("transfer.reason").map(|said| said.value.as_str()),
                })
            });
            let field = format!("transfer.asked.{}", self.index);
            tell(finding, self.pair.to, &self.to.fold, (About::Centre, Kind::Centre), field, asked)?;
        }
        let wanted = self.wanted().filter(|_| open).map(|(_, said)| {
            json!({
                "to": format!("{:08}", self.pair.to.centre), "to_name": self.to.name(), "reason": said["reason"],
                "head": said["head"],
            })
        });
        let (fold, field) = (&self.from.fold, "transfer.wanted".to_owned());
        tell(finding, self.pair.from, fold, (about, Kind::Change), field, wanted)
    }
}

fn tell(
    finding: &mut Finding<'_, '_>,
    register: RegisterId,
    fold: &Fold,
    (about, kind): (About, Kind),
    field: String,
    value: Option<Value>,
) -> Result<(), StoreError> {
    let value = value.map_or_else(String::new, |value| value.to_string());
    if fold.value(&about, &field).unwrap_or_default() == value {
        return Ok(());
    }
    let base = fold.tag(&about, &field);
    let fields = vec![FieldWrite { field, value, base }];
    finding.say(register, Own { about, kind, fields, actor: "server".into() })
}
