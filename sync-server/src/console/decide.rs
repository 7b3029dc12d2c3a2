//! Claims and decisions. Owns that one operator at a time is at a case, that what changed since it was shown refuses a
//! decision, and that every decision is an operation in the registers concerned; refuses to find cases.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use sync::authority::{Here, Own, StoredRun, write_own};
use sync::fold::Fold;
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId, Role, Tag, UnixMillis};

use super::cases::{Read, etag, id_of, known_queue, read, view};
use super::log;
use crate::access::{Caller, Decided, Right};
use crate::audit;
use crate::clock;
use crate::http::asked::{Asked, read_register};
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Changed, Code, Problem};
use crate::stores::console::cases::{self, Case, Happened, Page};
use crate::stores::console::projected;
use crate::stores::{Council, Lane, StoreError};

/// How long a claim holds, in seconds, from the claimer's last request for the case.
const HOLDS: u32 = 900;

/// The most characters of a reason.
const LONGEST: usize = 500;

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decide {
    etag: String,
    decision: String,
    reason: String,
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
    if case.state != "open" || !Right::Decide.is_of(caller.role) {
        return Vec::new();
    }
    let evidence: Value = serde_json::from_str(&case.evidence).unwrap_or_default();
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
        "returned" => some(&["seen", "ask"]),
        _ => some(&["seen"]),
    }
}

/// `POST queues/{queue}/next`.
pub(super) async fn next(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (queue, caller, now) = (known_queue(asked)?, asked.caller()?.clone(), office.now());
    let who = caller.who();
    let work = move |council: &mut dyn Council| {
        // Held until the end, so that two who ask at once are not given the same.
        let version = projected::tick(council)?;
        let free_for = Some((who.clone(), now));
        let page = Page { queue: queue.clone(), state: "open".into(), offset: 0, limit: 1, sub_county: None, free_for };
        let Some(case) = cases::page(council, &page)?.pop() else { return Ok(None) };
        let id = case.id;
        claim_now(council, case, &who, version, now)?;
        Ok(Some(id))
    };
    match office.transact(Lane::Write, work).await? {
        Some(id) => Reply::json(&json!({ "case": view(office, caller, id).await? })),
        None => Reply::json(&json!({ "case": null })),
    }
}

/// `POST cases/{id}/claim`.
pub(super) async fn claim(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, caller, now) = (id_of(asked)?, asked.caller()?.clone(), office.now());
    let asking = caller.clone();
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        match read(council, &asking, id)? {
            Err(problem) => Ok(Err(problem)),
            Ok(Read { case, .. }) if case.state != "open" => Ok(Err(settled(&case))),
            Ok(Read { case, .. }) if !is_free(&case, &asking.who(), now) => Ok(Err(claimed(&case))),
            Ok(Read { case, .. }) => claim_now(council, case, &asking.who(), version, now).map(Ok),
        }
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&view(office, caller, id).await?)
}

fn is_free(case: &Case, who: &str, now: UnixMillis) -> bool {
    case.claimed_by.is_empty() || case.claimed_by == who || case.claimed_until <= now
}

fn claimed(case: &Case) -> Problem {
    Problem::of(Code::Claimed, format!("{} is at this case.", case.claimed_by))
}

fn settled(case: &Case) -> Problem {
    match case.state.as_str() {
        "decided" => Problem::of(Code::Settled, format!("{} decided this case.", case.decided_by)),
        _ => Problem::of(Code::Settled, "What was found is no longer there."),
    }
}

fn claim_now(
    council: &mut dyn Council,
    case: Case,
    who: &str,
    version: i64,
    now: UnixMillis,
) -> Result<(), StoreError> {
    let claimed_until = clock::after(now, HOLDS);
    let anew = case.claimed_by != who;
    let case = Case { claimed_by: who.to_owned(), claimed_until, version, ..case };
    cases::put(council, &case)?;
    if anew { note(council, case.id, who, "claim", "", "", now) } else { Ok(()) }
}

fn note(
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

/// `POST cases/{id}/release`.
pub(super) async fn release(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, caller, now) = (id_of(asked)?, asked.caller()?.clone(), office.now());
    let asking = caller.clone();
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        match read(council, &asking, id)? {
            Err(problem) => Ok(Err(problem)),
            Ok(Read { case, .. }) if case.claimed_by != asking.who() => Ok(Err(claimed(&case))),
            Ok(Read { case, .. }) => {
                let free = Case { claimed_by: String::new(), claimed_until: UnixMillis(0), version, ..case };
                cases::put(council, &free)?;
                note(council, id, &asking.who(), "release", "", "", now).map(Ok)
            }
        }
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&view(office, caller, id).await?)
}

/// `POST cases/{id}/decide`.
pub(super) async fn decide(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, caller, said, now): (_, _, Decide, _) =
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
        if let Err(problem) = must_be_decidable(&read, &said, &asking, now) {
            return Ok(Err(problem));
        }
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        carry_out(council, &here, &read, &said, &asking, version)
    };
    office.transact(Lane::Write, work).await??;
    Reply::json(&view(office, caller, id).await?)
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

/// The members of a case: register, and whom or what it is about.
fn members(case: &Case) -> Vec<(RegisterId, About)> {
    let all: Value = serde_json::from_str(&case.members).unwrap_or_default();
    let one = |member: &Value| {
        let register = read_register(member["register"].as_str()?).ok()?;
        let about = match member["candidate"].as_str() {
            Some(id) => About::Candidate(CandidateId::parse(id)?),
            None => match member["slip"].as_str() {
                Some(id) => About::Slip(sync::SlipId::parse(id)?),
                None => About::Centre,
            },
        };
        Some((register, about))
    };
    all.as_array().into_iter().flatten().filter_map(one).collect()
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

/// Writes what was decided to the registers, and that it was.
fn carry_out(
    council: &mut dyn Council,
    here: &Here<'_>,
    read: &Read,
    said: &Decide,
    caller: &Caller,
    version: i64,
) -> Decided<()> {
    let (case, who) = (&read.case, caller.who());
    let mut ends = Vec::new();
    for (register, runs) in &read.registers {
        let fold = log::fold(*register, runs, |_| ());
        let own: Vec<About> =
            members(case).into_iter().filter(|(at, _)| at == register).map(|(_, about)| about).collect();
        let mut writes = Vec::new();
        match effect(case, said, &fold, &own, &who) {
            Ok(effect) => writes.extend(effect),
            Err(problem) => return Ok(Err(problem)),
        }
        let notice = json!({ "queue": case.queue, "decision": said.decision, "reason": said.reason, "by": who });
        writes.extend(own.iter().map(|about| tell_desk(case, *about, &fold, &notice, &who)));
        for own in writes {
            let Some(receipt) = write_own(council, here, *register, own)? else {
                return Err(StoreError::Unavailable("a decision is larger than a batch holds".into()));
            };
            ends.retain(|(known, _): &(RegisterId, u64)| known != register);
            ends.push((*register, receipt.received.log.position));
        }
    }
    let ends: Vec<Value> = ends.iter().map(|(register, end)| json!([register.to_string(), end])).collect();
    let decision = json!({ "decision": said.decision, "reason": said.reason, "ends": ends });
    let decided = Case {
        state: "decided".into(),
        changes: case.changes + 1,
        version,
        claimed_by: String::new(),
        claimed_until: UnixMillis(0),
        decision: decision.to_string(),
        decided_by: who.clone(),
        decided_at: here.now,
        ..case.clone()
    };
    cases::put(council, &decided)?;
    note(council, case.id, &who, "decide", &said.decision, &said.reason, here.now)?;
    audit::note(council, here.now, &who, &format!("case.{}", said.decision), &CandidateId(case.id).to_string()).map(Ok)
}

/// The notice by which the desks learn of a decision: a value of the thing, so that it travels as every value does.
fn tell_desk(case: &Case, about: About, fold: &Fold, notice: &Value, who: &str) -> Own {
    let field = format!("notice.{}", CandidateId(case.id));
    let write = FieldWrite { base: fold.tag(&about, &field), field, value: notice.to_string() };
    Own { about, kind: Kind::Change, fields: vec![write], actor: who.to_owned() }
}

/// What a decision does by itself in a register.
fn effect(case: &Case, said: &Decide, fold: &Fold, own: &[About], who: &str) -> Result<Option<Own>, Problem> {
    let evidence: Value = serde_json::from_str(&case.evidence).unwrap_or_default();
    let Some(about) = own.first().copied() else { return Ok(None) };
    let remark = |kind, field: &str, value: &str| {
        let write = FieldWrite { field: field.to_owned(), value: value.to_owned(), base: None };
        let reason = FieldWrite { field: "reason".into(), value: said.reason.clone(), base: None };
        Some(Own { about, kind, fields: vec![write, reason], actor: who.to_owned() })
    };
    let tag = evidence["tag"].as_str().unwrap_or_default();
    match (said.decision.as_str(), said.decision.split_once(':')) {
        ("admit", _) => Ok(remark(Kind::Admit, "admitted", tag)),
        ("stand", _) => Ok(remark(Kind::Countersign, "countersigned", tag)),
        (_, Some(("choose", place))) => {
            let place: usize = place.parse().map_err(|_| Problem::from(Code::NoDecision))?;
            resolution(&evidence, place, fold, about, &said.reason, who).map(Some)
        }
        _ => Ok(None),
    }
}

/// The conflict closed as the fold has it: the chosen value on one branch, every other branch named.
fn resolution(
    evidence: &Value,
    place: usize,
    fold: &Fold,
    about: About,
    reason: &str,
    who: &str,
) -> Result<Own, Problem> {
    let field = evidence["field"].as_str().unwrap_or_default();
    let open = fold.conflicts().into_iter().find(|one| one.about == about && one.field == field);
    let open = open.ok_or_else(|| Problem::from(Code::Stale))?;
    let chosen = open.branches.get(place).ok_or_else(|| Problem::from(Code::NoDecision))?;
    let last = |tags: &[Tag]| tags.last().copied();
    let mut fields =
        vec![FieldWrite { field: field.to_owned(), value: chosen.value.clone(), base: last(&chosen.tags) }];
    for other in open.branches.iter().filter(|branch| branch.tags != chosen.tags) {
        let field = format!("resolved.{field}");
        fields.push(FieldWrite { field, value: chosen.value.clone(), base: last(&other.tags) });
    }
    fields.push(FieldWrite { field: "reason".into(), value: reason.to_owned(), base: None });
    Ok(Own { about, kind: Kind::Resolve, fields, actor: who.to_owned() })
}

/// Whether a decision can be taken back: it did nothing by itself, and nobody wrote about its members since.
pub(super) fn may_be_undone(case: &Case, registers: &[(RegisterId, Vec<StoredRun>)]) -> bool {
    let decision: Value = serde_json::from_str(&case.decision).unwrap_or_default();
    let did = decision["decision"]
        .as_str()
        .is_none_or(|said| matches!(said, "admit" | "stand" | "move") || said.starts_with("choose:"));
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

fn take_back(
    council: &mut dyn Council,
    here: &Here<'_>,
    read: &Read,
    reason: &str,
    who: &str,
    version: i64,
) -> Result<(), StoreError> {
    let case = &read.case;
    for (register, runs) in &read.registers {
        let fold = log::fold(*register, runs, |_| ());
        let notice = json!({ "queue": case.queue, "decision": "undone", "reason": reason, "by": who });
        for (_, about) in members(case).into_iter().filter(|(at, _)| at == register) {
            write_own(council, here, *register, tell_desk(case, about, &fold, &notice, who))?;
        }
    }
    let open = Case {
        state: "open".into(),
        changes: case.changes + 1,
        version,
        decision: String::new(),
        decided_by: String::new(),
        decided_at: UnixMillis(0),
        ..case.clone()
    };
    cases::put(council, &open)?;
    note(council, case.id, who, "undo", "", reason, here.now)?;
    audit::note(council, here.now, who, "case.undo", &CandidateId(case.id).to_string())
}
