//! The cases of who may be one person. Owns that who hangs together is one case, that what people settled stays so, and
//! when a case is there no longer.

use std::collections::BTreeSet;

use reconcile::{Id, Match};
use serde_json::{Value, json};
use sync::{About, CandidateId, RegisterId};

use super::everybody::{Doubles, Pair};
use crate::console::cases::parsed;
use crate::console::effect::members;
use crate::console::finding::pictures;
use crate::console::projection::{Found, key, put_found};
use crate::console::reason::of_pair;
use crate::stores::console::cases::{self, Case};
use crate::stores::console::projected;
use crate::stores::{Council, StoreError};

/// The queue.
pub(super) const QUEUE: &str = "duplicate";

/// Keeps pairs as cases: who hangs together is one case, and what people settled stays so.
pub(super) fn keep(council: &mut dyn Council, pairs: &[Pair], now: sync::UnixMillis) -> Result<(), StoreError> {
    let version = projected::tick(council)?;
    for Pair { registers, found } in pairs {
        let names = found.ids.map(id_text);
        let mut with = Vec::new();
        for register in BTreeSet::from(*registers) {
            with.extend(cases::of(council, register, QUEUE)?.into_iter().filter(is_own));
        }
        let has = |case: &Case, name: &String| case.members.contains(name.as_str());
        if with.iter().any(|case| case.state == "decided" && names.iter().all(|name| has(case, name))) {
            continue;
        }
        let open = with.into_iter().find(|case| case.state == "open" && names.iter().any(|name| has(case, name)));
        put_found(council, &grown(open.as_ref(), *registers, found, &names), version, now)?;
    }
    Ok(())
}

/// Whether it is of people who may be one, not of one picture that stands for several.
pub(super) fn is_own(case: &Case) -> bool {
    case.kind != pictures::KIND.1
}

/// The case with one pair more.
fn grown(open: Option<&Case>, registers: [RegisterId; 2], found: &Match, names: &[String; 2]) -> Found {
    let members = with_both(open, registers, names);
    let pairs = with_pair(open, found, names);
    let best = pairs.first();
    Found {
        key: open.map_or_else(|| key(QUEUE, &[names[0].as_bytes(), names[1].as_bytes()]), |case| case.key),
        queue: QUEUE,
        kind: kind(&members).to_owned(),
        score: best.and_then(|pair| pair["score"].as_i64()).unwrap_or_default(),
        reasons: best.map(telling).unwrap_or_default(),
        members,
        evidence: json!({ "pairs": pairs }),
        registers: registers.to_vec(),
    }
}

/// The reasons that tell somebody something: that neither has what others have may weigh, but says nothing to the eye.
fn telling(pair: &Value) -> Vec<Value> {
    const NOTHING: [&str; 3] = ["none", "neither-given", "not-given"];
    let all = pair["reasons"].as_array().into_iter().flatten();
    all.filter(|reason| !reason["code"].as_str().is_some_and(|code| NOTHING.contains(&code))).cloned().collect()
}

fn with_both(open: Option<&Case>, registers: [RegisterId; 2], names: &[String; 2]) -> Vec<Value> {
    let mut members = open.and_then(|case| parsed(&case.members).as_array().cloned()).unwrap_or_default();
    for (name, register) in names.iter().zip(registers) {
        if !members.iter().any(|member| member["candidate"] == *name.as_str()) {
            members.push(json!({ "register": register.to_string(), "candidate": name }));
        }
    }
    members
}

/// The surest first.
fn with_pair(open: Option<&Case>, found: &Match, names: &[String; 2]) -> Vec<Value> {
    let mut pairs = open.and_then(|case| parsed(&case.evidence)["pairs"].as_array().cloned()).unwrap_or_default();
    pairs.retain(|pair| pair["ids"] != json!(names));
    let reasons: Vec<Value> = found.reasons.iter().map(of_pair).collect();
    let score = (found.score * 1000.0).round() as i64;
    pairs.push(json!({ "ids": names, "score": score, "otherwise": found.otherwise.name(), "reasons": reasons }));
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair["score"].as_i64()));
    pairs
}

/// Entered at several centres (2.12), or twice or more on one roll.
fn kind(members: &[Value]) -> &'static str {
    let centres: BTreeSet<Option<&str>> = members.iter().map(|member| member["register"].as_str()).collect();
    match (centres.len(), members.len()) {
        (2.., _) => "centres",
        (_, 3..) => "several",
        _ => "pair",
    }
}

/// Whether nobody who changed is anybody's double in it any more.
pub(super) fn is_gone(doubles: &Doubles, case: &Case, changed: &BTreeSet<Id>) -> bool {
    let id = |(_, about)| match about {
        About::Candidate(id) => Some(u128::from_be_bytes(id.0)),
        _ => None,
    };
    let ids: Vec<Id> = members(case).into_iter().filter_map(id).collect();
    let concerned = ids.iter().any(|id| changed.contains(id));
    let still =
        ids.iter().enumerate().any(|(at, one)| ids.iter().skip(at + 1).any(|other| doubles.holds(*one, *other)));
    concerned && !still
}

fn id_text(id: Id) -> String {
    CandidateId(id.to_be_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_neither_has_is_no_reason_to_show_first() {
        let reasons = json!([{ "code": "none", "bits": 20 }, { "code": "same", "bits": 14 }]);
        assert_eq!(telling(&json!({ "reasons": reasons })), [json!({ "code": "same", "bits": 14 })]);
    }
}
