//! Confirmation of names, birth years and gender against the results of the primary examination (2.3.25): compared as
//! registers arrive and when all are asked for. What differs is a case, and goes back to the centre's desk at once, where the
//! head accepts it or objects. Owns the comparison and the answers; refuses to change an entry.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};
use sync::authority::{Here, Own, folded};
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId};

use super::{AT_ONCE, Finding};
use crate::console::cases::parsed;
use crate::console::projection::{Found, is_settled, key, member};
use crate::console::reason::{plain, reason, words};
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::candidates::{self, words as words_of};
use crate::stores::console::cases::{self, Case, Happened};
use crate::stores::console::kcpe::{self, Beside};
use crate::stores::{Council, Lane, StoreError};

/// The queue.
pub(crate) const QUEUE: &str = "kcpe";

/// Compares registers: how many entries are confirmed, differ, are not among the results (of years that were imported).
pub(crate) async fn compare(office: &Arc<Office>, year: u16, registers: Vec<RegisterId>) -> Result<[u32; 3], Problem> {
    let pack = office.console.rules(office, year).await?;
    let mut sums = [0; 3];
    for part in registers.chunks(AT_ONCE) {
        let (part, keys, pack, now) = (part.to_vec(), office.clone(), pack.clone(), office.now());
        let work = move |council: &mut dyn Council| {
            let here = Here { epoch: council.epoch()?, now, key: &keys.keys.signing };
            let (years, mut sums) = (kcpe::years(council)?, [0; 3]);
            let mut finding = Finding::new(council, &here, pack.clone());
            for register in &part {
                add(&mut sums, look(&mut finding, *register, &years)?);
            }
            Ok(sums)
        };
        add(&mut sums, office.transact(Lane::Write, work).await?);
    }
    Ok(sums)
}

fn add(sums: &mut [u32; 3], more: [u32; 3]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// Compares a register.
pub(super) fn look(finding: &mut Finding<'_, '_>, register: RegisterId, years: &[i64]) -> Result<[u32; 3], StoreError> {
    let mut sums = [0; 3];
    if years.is_empty() {
        return Ok(sums);
    }
    let (mut found, mut open) = (BTreeSet::new(), Vec::new());
    for one in kcpe::beside(finding.council, register, years)? {
        let differences = differences(&one);
        let place = match (&one.sat, differences.is_empty()) {
            (Some(_), true) => 0,
            (Some(_), false) => 1,
            (None, _) => 2,
        };
        sums[place] += 1;
        if place > 0 {
            let case = case_of(register, &one, &differences);
            found.insert(case.key);
            open.push((one.id, case));
        }
    }
    send(finding, register, &open)?;
    for case in cases::of(finding.council, register, QUEUE)? {
        if case.state == "open" && !found.contains(&case.key) {
            close(finding, register, case)?;
        }
    }
    Ok(sums)
}

/// Writes cases; a difference that is new goes back to the desk.
fn send(finding: &mut Finding<'_, '_>, register: RegisterId, found: &[([u8; 16], Found)]) -> Result<(), StoreError> {
    let mut fold = None;
    for (candidate, case) in found {
        let before = cases::by_id(finding.council, case.id())?;
        let settled = before.as_ref().is_some_and(is_settled);
        let told = before.filter(|case| case.state != "gone").map(|case| parsed(&case.evidence)["differences"].clone());
        finding.put(case)?;
        if settled || case.kind != "differs" || told.as_ref() == Some(&case.evidence["differences"]) {
            continue;
        }
        if fold.is_none() {
            fold = Some(folded(finding.council, register)?);
        }
        let (about, field) = (About::Candidate(CandidateId(*candidate)), case.notice());
        let notice = json!({
            "queue": QUEUE, "decision": "differs", "reason": words(&case.reasons), "by": "server",
            "differences": case.evidence["differences"],
        });
        let base = fold.as_ref().and_then(|fold| fold.tag(&about, &field));
        let write = FieldWrite { field, value: notice.to_string(), base };
        let own = Own { about, kind: Kind::Change, fields: vec![write], actor: "server".into() };
        finding.say(register, own)?;
    }
    Ok(())
}

/// The answer to a case among an entry's lines, as the projection wrote it.
pub(crate) fn answer(more: &str, case: [u8; 16]) -> Option<Value> {
    let field = format!("notice.{}.answer", CandidateId(case));
    let (_, value) = more.lines().filter_map(|line| line.split_once('\t')).find(|(name, _)| *name == field)?;
    serde_json::from_str(value).ok()
}

/// There is no difference any more: answered, when the head accepted it; else it took care of itself.
fn close(finding: &mut Finding<'_, '_>, register: RegisterId, case: Case) -> Result<(), StoreError> {
    let members = parsed(&case.members);
    let id = members[0]["candidate"].as_str().and_then(CandidateId::parse);
    let row = match id {
        Some(id) => candidates::one(finding.council, register, id.0)?,
        None => None,
    };
    let answer = row.filter(|row| row.state == "entered").and_then(|row| answer(&row.more, case.id));
    match answer.filter(|answer| answer["answer"] == "accept") {
        Some(answer) => answered(finding, case, &answer),
        None => finding.gone(case.id),
    }
}

fn answered(finding: &mut Finding<'_, '_>, case: Case, answer: &Value) -> Result<(), StoreError> {
    let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
    let (version, now) = (finding.version()?, finding.now());
    let decision = json!({ "decision": "answered", "reason": text("reason"), "ends": [] });
    let (id, by) = (case.id, text("by"));
    let decided = Case {
        state: "decided".into(),
        changes: case.changes + 1,
        version,
        claimed_by: String::new(),
        decision: decision.to_string(),
        decided_by: by.clone(),
        decided_at: now,
        ..case
    };
    cases::put(finding.council, &decided)?;
    let decision = "answered".to_owned();
    let line = Happened { at: now, who: by, what: "decide".into(), decision, reason: text("reason") };
    cases::note(finding.council, id, &line)
}

/// The fields in which an entry differs from the result. The order of names does not matter: the certificate's stands.
fn differences(one: &Beside) -> Vec<(&'static str, String, String)> {
    let Some(sat) = &one.sat else { return Vec::new() };
    let mut all = Vec::new();
    if words_of(&one.name) != words_of(&sat.name) {
        all.push(("name", one.name.clone(), sat.name.clone()));
    }
    let pairs = [("gender", &one.gender, &sat.gender), ("year_of_birth", &one.birth_year, &sat.birth_year)];
    let given = pairs.into_iter().filter(|(_, entered, sat)| !sat.is_empty() && entered != sat);
    all.extend(given.map(|(field, entered, sat)| (field, entered.clone(), sat.clone())));
    all
}

fn differs(field: &str) -> Value {
    reason("result-differs", json!({ "field": field }), format!("The result differs: {field}."))
}

fn case_of(register: RegisterId, one: &Beside, differences: &[(&'static str, String, String)]) -> Found {
    let candidate = CandidateId(one.id);
    let reasons = match &one.sat {
        None => vec![plain("no-result", "No result bears this index number.")],
        Some(_) => differences.iter().map(|(field, ..)| differs(field)).collect(),
    };
    let differences: Vec<Value> = differences
        .iter()
        .map(|(field, entered, result)| json!({ "field": field, "entered": entered, "result": result }))
        .collect();
    let name = candidate.to_string();
    let mut found = Found {
        key: key(QUEUE, &[register.to_string().as_bytes(), name.as_bytes(), one.number.as_bytes()]),
        queue: QUEUE,
        kind: if one.sat.is_some() { "differs" } else { "unknown" }.to_owned(),
        score: if one.sat.is_some() { 500 } else { 700 },
        reasons,
        members: vec![member(register, &About::Candidate(candidate))],
        evidence: json!({ "differences": differences }),
        registers: vec![register],
    };
    if let Some(answer) = answer(&one.more, found.id()) {
        if answer["answer"] == "object" {
            found.score = 1000;
            found.reasons.push(plain("head-objects", "The head objects."));
        }
        found.evidence["answer"] = answer;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stores::console::kcpe::Sat;

    fn beside(name: &str, gender: &str, year: &str) -> Beside {
        let sat =
            Sat { number: "1".into(), name: "OTIENO PETER".into(), gender: "M".into(), birth_year: String::new() };
        Beside {
            id: [1; 16],
            name: name.into(),
            gender: gender.into(),
            birth_year: year.into(),
            number: "1".into(),
            year: "2021".into(),
            more: String::new(),
            sat: Some(sat),
        }
    }

    #[test]
    fn order_of_names_and_what_a_result_does_not_tell_are_no_difference() {
        let fields = |one: Beside| differences(&one).into_iter().map(|(field, ..)| field).collect::<Vec<_>>();
        assert!(fields(beside("Peter Otieno", "M", "2008")).is_empty());
        assert_eq!(fields(beside("PETER OTIENO ODUYA", "F", "2008")), ["name", "gender"]);
    }

    #[test]
    fn an_objection_comes_first_in_the_queue_and_another_cases_answer_does_not_count() {
        let register = RegisterId { centre: 24_505_105, year: 2026 };
        let one = beside("PETER OTIENO ODUYA", "M", "2008");
        let differences = differences(&one);
        let plain = case_of(register, &one, &differences);
        let said = r#"{"answer":"object","reason":"As on the certificate."}"#;
        let other = Beside { more: format!("notice.{}.answer\t{said}\n", "0".repeat(32)), ..one.clone() };
        assert_eq!(case_of(register, &other, &differences), plain);
        let own = Beside { more: format!("{}.answer\t{said}\n", plain.notice()), ..one };
        let objected = case_of(register, &own, &differences);
        assert_eq!(
            (objected.key, objected.score, &objected.evidence["answer"]["answer"]),
            (plain.key, 1000, &json!("object"))
        );
    }
}
