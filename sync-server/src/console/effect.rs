//! What a decision does: operations of the council's own in the registers concerned, and always a notice by which the desks
//! learn of it. Owns these writes, in the transaction of the decision; whether it may be decided is `decide`'s.

use std::sync::Arc;

use regulations::Pack;
use serde_json::{Value, json};
use sync::authority::{Here, Own, write_own};
use sync::fold::Fold;
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId, Tag, UnixMillis};

use super::cases::{Read, parsed};
use super::decide::{Decide, note};
use super::log;
use super::transfers;
use crate::access::{Caller, Decided};
use crate::audit;
use crate::http::asked::read_register;
use crate::problem::{Code, Problem};
use crate::stores::console::cases::{self, Case};
use crate::stores::{Council, StoreError};

/// The members of a case: register, and whom or what it is about.
pub(super) fn members(case: &Case) -> Vec<(RegisterId, About)> {
    let all = parsed(&case.members);
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

/// Writes what was decided to the registers, and that it was.
pub(super) fn carry_out(
    council: &mut dyn Council,
    here: &Here<'_>,
    pack: &Arc<Pack>,
    read: &Read,
    said: &Decide,
    caller: &Caller,
    version: i64,
) -> Decided<()> {
    let (case, who) = (&read.case, caller.who());
    let ends = match said.decision.as_str() {
        "move" => transfers::moved(council, here, read, said, &who)?,
        _ => say(council, here, read, said, &who)?,
    };
    let ends = match ends {
        Ok(ends) => ends,
        Err(problem) => return Ok(Err(problem)),
    };
    if case.queue == "transfer" && said.decision != "ask" {
        transfers::settled(council, here, pack, read)?;
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

/// Writes to each register what the decision does there, and the notices. Tells how far the logs go then.
fn say(
    council: &mut dyn Council,
    here: &Here<'_>,
    read: &Read,
    said: &Decide,
    who: &str,
) -> Decided<Vec<(RegisterId, u64)>> {
    let (case, kept, mut ends) = (&read.case, kept(read, said), Vec::new());
    for (register, runs) in &read.registers {
        let fold = log::fold(*register, runs, |_| ());
        let own: Vec<About> =
            members(case).into_iter().filter(|(at, _)| at == register).map(|(_, about)| about).collect();
        let mut writes = Vec::new();
        match effect(case, said, &fold, &own, who) {
            Ok(effect) => writes.extend(effect),
            Err(problem) => return Ok(Err(problem)),
        }
        let mut notice = json!({ "queue": case.queue, "decision": said.decision, "reason": said.reason, "by": who });
        let evidence = parsed(&case.evidence);
        if let Some(differences) = evidence.get("differences") {
            notice["differences"] = differences.clone();
        }
        for about in &own {
            if let Some((one, index)) = &kept {
                (notice["keep"], notice["kept"]) = (json!(one == about), json!(index));
            }
            writes.push(tell_desk(case, *about, &fold, &notice, who));
        }
        for own in writes {
            let Some(receipt) = write_own(council, here, *register, own)? else {
                return Err(StoreError::Unavailable("a decision is larger than a batch holds".into()));
            };
            ends.retain(|(known, _): &(RegisterId, u64)| known != register);
            ends.push((*register, receipt.received.log.position));
        }
    }
    Ok(Ok(ends))
}

/// Of one person entered twice: who is kept, and the index number, so that the desks of the others know whom to withdraw.
fn kept(read: &Read, said: &Decide) -> Option<(About, String)> {
    let place: usize = said.decision.strip_prefix("same:")?.parse().ok()?;
    let (at, about) = members(&read.case).into_iter().nth(place)?;
    let (_, runs) = read.registers.iter().find(|(register, _)| *register == at)?;
    let fold = log::fold(at, runs, |_| ());
    let number = fold.value(&about, "candidate_no").unwrap_or_default();
    Some((about, format!("{:08}{number}", at.centre)))
}

/// The notice by which the desks learn of a decision: a value of the thing, so that it travels as every value does.
pub(super) fn tell_desk(case: &Case, about: About, fold: &Fold, notice: &Value, who: &str) -> Own {
    let field = format!("notice.{}", CandidateId(case.id));
    let write = FieldWrite { base: fold.tag(&about, &field), field, value: notice.to_string() };
    Own { about, kind: Kind::Change, fields: vec![write], actor: who.to_owned() }
}

/// What a decision does by itself in a register.
fn effect(case: &Case, said: &Decide, fold: &Fold, own: &[About], who: &str) -> Result<Option<Own>, Problem> {
    let evidence = parsed(&case.evidence);
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

/// Opens a case again, and tells the desks.
pub(super) fn take_back(
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
