//! Decisions. Owns what may be decided by whom, and that what changed since a case was shown refuses a decision; who is at
//! a case is `claims`', and what a decision does `effect`'s.

use std::sync::Arc;

use regulations::Pack;
use serde::Deserialize;
use serde_json::{Value, json};
use sync::authority::{Here, StoredRun};
use sync::{About, RegisterId, Role, UnixMillis};

use super::cases::{Read, etag, id_of, parsed, read, view};
use super::claims::{claimed, is_free, settled};
use super::effect::{carry_out, members, take_back};
use super::finding::SIDES;
use super::{log, transfers};
use crate::access::{Caller, Right};
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Changed, Code, Problem};
use crate::stores::console::cases::{self, Case, Happened};
use crate::stores::console::projected;
use crate::stores::{Council, Lane, Scope, StoreError};

/// The most characters of a reason.
const LONGEST: usize = 500;

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decide {
    etag: String,
    pub(super) decision: String,
    pub(super) reason: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Undo {
    reason: String,
    #[serde(default)]
    #[allow(dead_code, reason = "the page sends it with every act; undoing looks at the logs")]
    etag: String,
}

/// What may be decided of a case, by somebody.
pub(super) fn decisions(case: &Case, members: usize, caller: &Caller) -> Vec<String> {
    let evidence = parsed(&case.evidence);
    if case.state == "open" && case.queue == "transfer" && !consents(&evidence, caller).is_empty() {
        return vec!["consent".to_owned()];
    }
    if case.state != "open" || !Right::Decide.is_of(caller.role) {
        return Vec::new();
    }
    let branches = evidence["branches"].as_array().map_or(0, Vec::len);
    let some = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    match case.queue.as_str() {
        "duplicate" => (0..members).map(|n| format!("same:{n}")).chain(some(&["different", "ask"])).collect(),
        "conflict" if case.kind == "number" => some(&["ask"]),
        "conflict" => (0..branches).map(|n| format!("choose:{n}")).chain(some(&["ask"])).collect(),
        "late" => some(&["admit", "leave"]),
        // Who wrote it is not the second person.
        "amendment" if evidence["actor"].as_str() == Some(&caller.who()) => some(&["refuse"]),
        "amendment" => some(&["stand", "refuse"]),
        "kcpe" => some(&["send-back", "accept"]),
        "returned" | "centre" => some(&["seen", "ask"]),
        "transfer" if may_move(&evidence, caller) => some(&["move", "refuse", "ask"]),
        "transfer" => some(&["refuse", "ask"]),
        _ => some(&["seen"]),
    }
}

/// The sides whose consent is missing and which are of the sub-county of an SCDE's officer.
pub(super) fn consents(evidence: &Value, caller: &Caller) -> Vec<&'static str> {
    let Scope::SubCounty(own) = &caller.scope else { return Vec::new() };
    let own = format!("{own:05}");
    let asked = |side: &&&str| {
        let missing = evidence["missing"].as_array().is_some_and(|all| all.contains(&json!(format!("scde.{side}"))));
        missing && evidence["sub_counties"][**side] == *own
    };
    if caller.role == Role::Scde { SIDES.iter().filter(asked).copied().collect() } else { Vec::new() }
}

/// A transfer lacks nothing; one asked for after the last day (2.3.14, 2.11.2) is a supervisor's to allow.
fn may_move(evidence: &Value, caller: &Caller) -> bool {
    let whole = evidence["missing"].as_array().is_some_and(Vec::is_empty);
    whole && (evidence["late"] != true || caller.role == Role::Supervisor)
}

pub(super) fn note(
    council: &mut dyn Council,
    id: [u8; 16],
    who: &str,
    what: &str,
    decision: &str,
    reason: &str,
    at: UnixMillis,
) -> Result<(), StoreError> {
    let [who, what, decision, reason] = [who, what, decision, reason].map(str::to_owned);
    cases::note(council, id, &Happened { at, who, what, decision, reason })
}

/// `POST cases/{id}/decide`. An SCDE's officer consents to transfers and decides nothing else.
pub(super) async fn decide(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let caller = asked.caller()?.clone();
    if caller.role != Role::Scde {
        caller.must_have(Right::Decide)?;
    }
    let (id, said, now): (_, Decide, _) = (id_of(asked)?, asked.json()?, office.now());
    if said.decision != "consent" {
        caller.must_have(Right::Decide)?;
    }
    if said.reason.trim().is_empty() || said.reason.chars().count() > LONGEST {
        return Err(invalid("reason: 1 to 500 characters."));
    }
    let (asking, here, pack) = (caller.clone(), office.clone(), rules(office, id).await?);
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        let read = match read(council, &asking, id)? {
            Ok(read) => read,
            Err(problem) => return Ok(Err(problem)),
        };
        if let Err(problem) = must_be_decidable(&read, &said, &asking, now) {
            return Ok(Err(problem));
        }
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        match said.decision.as_str() {
            "consent" => transfers::consent(council, &here, &pack, &read, &said, &asking),
            _ => carry_out(council, &here, &pack, &read, &said, &asking, version),
        }
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&view(office, caller, id).await?)
}

/// The rules of a case's year.
async fn rules(office: &Arc<Office>, id: [u8; 16]) -> Result<Arc<Pack>, Problem> {
    let concerned = office.transact(Lane::Read, move |council| cases::registers(council, id)).await?;
    let year = concerned.first().map(|register| register.year).ok_or(Code::UnknownCase)?;
    Ok(office.console.rules(office, year).await?)
}

fn must_be_decidable(read: &Read, said: &Decide, caller: &Caller, now: UnixMillis) -> Result<(), Problem> {
    let Read { case, registers, .. } = read;
    if case.state != "open" {
        return Err(settled(case));
    }
    if !is_free(case, &caller.who(), now) {
        return Err(claimed(case));
    }
    let members = members(case).len();
    if !decisions(case, members, caller).contains(&said.decision) {
        return Err(Code::NoDecision.into());
    }
    if said.etag == etag(case, registers) {
        return Ok(());
    }
    let changed = changed(read, &said.etag);
    if changed.is_empty() { Ok(()) } else { Err(Problem { changed, ..Code::Stale.into() }) }
}

/// What changed since the case was shown: of what was found, and of the members in their logs. What else was written to
/// their registers does not matter.
fn changed(read: &Read, shown: &str) -> Vec<Changed> {
    let mut parts = shown.split('-').map(|part| part.parse::<u64>().unwrap_or(0));
    let found = parts.next().unwrap_or(0);
    let mut all = Vec::new();
    for ((register, runs), position) in read.registers.iter().zip(parts.chain(std::iter::repeat(0))) {
        let own: Vec<About> =
            members(&read.case).into_iter().filter(|(at, _)| at == register).map(|(_, about)| about).collect();
        all.extend(written_after(runs, &own, position, false));
    }
    if all.is_empty() && found != read.case.changes.cast_unsigned() {
        let to = read.case.changes.to_string();
        all.push(Changed { what: "found".into(), from: found.to_string(), to });
    }
    all
}

/// What was written about things after a position; `others` only: not by the council.
fn written_after(runs: &[StoredRun], own: &[About], position: u64, others: bool) -> Vec<Changed> {
    let mut values = std::collections::BTreeMap::new();
    let mut all = Vec::new();
    log::pass(runs, |passed| {
        if !own.contains(&passed.record.about) {
            return;
        }
        for write in &passed.record.fields {
            let key = (passed.record.about, write.field.clone());
            let from = values.insert(key, write.value.clone()).unwrap_or_default();
            let counts = passed.position > position && !(others && passed.mark.role == Role::Council);
            if counts && !write.field.starts_with("notice.") {
                all.push(Changed { what: write.field.clone(), from, to: write.value.clone() });
            }
        }
    });
    all
}

/// Whether a decision can be taken back: it did nothing by itself, and nobody wrote about its members since.
pub(super) fn may_be_undone(case: &Case, registers: &[(RegisterId, Vec<StoredRun>)]) -> bool {
    let decision = parsed(&case.decision);
    let did = decision["decision"]
        .as_str()
        .is_none_or(|said| matches!(said, "admit" | "stand" | "move" | "answered") || said.starts_with("choose:"));
    if case.state != "decided" || did {
        return false;
    }
    let ends = decision["ends"].as_array().cloned().unwrap_or_default();
    registers.iter().all(|(register, runs)| {
        let end = ends.iter().find(|end| end[0] == register.to_string()).and_then(|end| end[1].as_u64()).unwrap_or(0);
        let own: Vec<About> =
            members(case).into_iter().filter(|(at, _)| at == register).map(|(_, about)| about).collect();
        written_after(runs, &own, end, true).is_empty()
    })
}

/// `POST cases/{id}/undo`.
pub(super) async fn undo(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, caller, said, now): (_, _, Undo, _) =
        (id_of(asked)?, asked.caller()?.clone(), asked.json()?, office.now());
    if said.reason.trim().is_empty() || said.reason.chars().count() > LONGEST {
        return Err(invalid("reason: 1 to 500 characters."));
    }
    let (asking, here) = (caller.clone(), office.clone());
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        let read = match read(council, &asking, id)? {
            Ok(read) => read,
            Err(problem) => return Ok(Err(problem)),
        };
        if !may_be_undone(&read.case, &read.registers) {
            return Ok(Err(Code::Settled.into()));
        }
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        take_back(council, &here, &read, &said.reason, &asking.who(), version).map(Ok)
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&view(office, caller, id).await?)
}
