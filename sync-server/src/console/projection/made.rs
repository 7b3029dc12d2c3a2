//! A register projected: its log folded, each candidate judged, all of it summed. A pure function of the log and the rules.
//! Owns what the console's rows say; refuses to write them.

use std::collections::{BTreeMap, BTreeSet};

use regulations::{Centre, Field, Pack, Payer};
use sync::authority::StoredRun;
use sync::fold::Fold;
use sync::{About, CandidateId, Hash, RegisterId};

use super::found::{Found, found};
use super::judged::{Judged, SharedPapers, centre_of, is_entered};
use super::summary::Summary;
use crate::access::scope;
use crate::console::finding::series::series;
use crate::console::log;
use crate::stores::console::candidates::{Candidate, mark};

/// East Africa is three hours before Greenwich, all year.
const EAST: i64 = 3 * 3_600_000;

/// A register as the console's rows have it.
pub(crate) struct Made {
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) summary: Summary,
    pub(crate) found: Vec<Found>,
}

/// The values of one thing.
pub(crate) type Values<'f> = BTreeMap<&'f str, &'f str>;

/// Projects a register.
pub(crate) fn made(register: RegisterId, runs: &[StoredRun], pack: &Pack) -> Made {
    let mut summary = Summary::default();
    let mut schemas = BTreeMap::new();
    let (mut came, mut answers) = (BTreeMap::new(), Answers::new());
    let fold = log::fold(register, runs, |passed| {
        schemas.insert(passed.run.stream.writer, passed.record.schema);
        if let About::Candidate(id) = passed.record.about {
            came.entry(id).or_insert(passed.run.at.0);
            note_answers(&mut answers, id, &passed);
        }
    });
    schemas.values().for_each(|schema| *summary.schemas.entry(*schema).or_insert(0) += 1);
    runs.iter().for_each(|run| note_upload(&mut summary, run));
    let things = things(&fold);
    let centre = read_centre(pack, &things, &mut summary);
    let all: Vec<(CandidateId, Values<'_>)> = candidates_of(&things);
    let shared = SharedPapers::of(&all);
    let (conflicts, held) = (fold.conflicts(), fold.held());
    summary.conflicts = conflicts.len() as u32;
    summary.held = held.iter().filter(|held| held.why.may_pass()).count() as u32;
    let marked = |about: &About| {
        let conflict = conflicts.iter().any(|conflict| conflict.about == *about);
        let held = held.iter().any(|held| held.about == *about && held.why.may_pass());
        i64::from(conflict) * mark::CONFLICT + i64::from(held) * mark::HELD
    };
    let mut candidates = Vec::with_capacity(all.len());
    for (id, values) in &all {
        let judged = Judged::of(pack, &centre, values, &shared);
        sum(&mut summary, pack, values, &judged, came.get(id).copied());
        let mut candidate = row(register, *id, values, &judged);
        candidate.more.extend(answers.get(id).into_iter().flatten().map(|(field, said)| format!("{field}\t{said}\n")));
        if let Some(to) = values.get("transfer.to").and_then(|to| scope::centre(to)).filter(|_| is_entered(values)) {
            summary.leaving.insert(id.0, to);
        }
        candidate.marks = marked(&About::Candidate(*id));
        candidates.push(candidate);
    }
    let mut found = found(register, &conflicts, &held);
    found.extend(series(register, &candidates));
    Made { candidates, summary, found }
}

/// What heads answer to notices, as it is kept with the entry: by candidate and field.
type Answers = BTreeMap<CandidateId, BTreeMap<String, serde_json::Value>>;

fn note_answers(answers: &mut Answers, id: CandidateId, passed: &log::Passed<'_>) {
    let case = |field: &str| field.strip_prefix("notice.")?.strip_suffix(".answer").and_then(CandidateId::parse);
    let said = |write: &&sync::FieldWrite| case(&write.field).is_some();
    for write in passed.record.fields.iter().filter(said) {
        let Ok(text) = serde_json::from_str::<serde_json::Value>(&write.value) else { continue };
        let part = |name: &str| text[name].as_str().unwrap_or_default();
        let said = serde_json::json!({
            "answer": part("answer"), "reason": part("reason"), "by": passed.record.actor, "at": passed.run.at.0,
        });
        // Written by serde in one line, with every tabulator escaped.
        answers.entry(id).or_default().insert(write.field.clone(), said);
    }
}

fn things(fold: &Fold) -> BTreeMap<About, Values<'_>> {
    let mut things: BTreeMap<About, Values<'_>> = BTreeMap::new();
    for (about, field, value, _) in fold.cells().filter(|(_, _, value, _)| !value.is_empty()) {
        things.entry(about).or_default().insert(field, value);
    }
    things
}

/// Candidates that are on record: an entry that was undone has no state.
fn candidates_of<'f>(things: &BTreeMap<About, Values<'f>>) -> Vec<(CandidateId, Values<'f>)> {
    let candidates = things.iter().filter_map(|(about, values)| match about {
        About::Candidate(id) if values.contains_key("state") => Some((*id, values.clone())),
        _ => None,
    });
    candidates.collect()
}

fn note_upload(summary: &mut Summary, run: &StoredRun) {
    let hour = u32::try_from(run.at.0 / 3_600_000).unwrap_or(0);
    let noted = summary.hours.entry(hour).or_default();
    noted.0 += 1;
    noted.1 += u32::try_from(run.last + 1 - run.first).unwrap_or(0);
    noted.2 += run.frame.len() as u64;
    summary.last = summary.last.max(run.at.0);
}

fn read_centre(pack: &Pack, things: &BTreeMap<About, Values<'_>>, summary: &mut Summary) -> Centre {
    let none = Values::new();
    let values = things.get(&About::Centre).unwrap_or(&none);
    let get = |field: &str| values.get(field).copied().unwrap_or_default();
    summary.name = get("name").to_owned();
    summary.kind = get("kind").to_owned();
    let remarks = ["name", "kind", "approved_roll", "reason"];
    // What the council and the centre say to each other is no detail of the centre, and names people.
    let said = |field: &str| ["notice.", "transfer."].iter().any(|beginning| field.starts_with(beginning));
    let details = values.iter().filter(|(field, _)| !remarks.contains(*field) && !said(field));
    summary.details = details.map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    let coming = values.keys().filter_map(|field| field.strip_prefix("transfer.in."));
    summary.coming = coming.map(str::to_owned).collect();
    for (_, slip) in things.iter().filter(|(about, _)| matches!(about, About::Slip(_))) {
        if !slip.contains_key("voided") {
            summary.slips += 1;
            summary.paid += slip.get("amount").and_then(|amount| amount.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    centre_of(pack, values)
}

fn sum(summary: &mut Summary, pack: &Pack, values: &Values<'_>, judged: &Judged, came: Option<i64>) {
    match values.get("state").copied() {
        Some("entered") => {}
        Some("moved") => return summary.moved += 1,
        _ => return summary.withdrawn += 1,
    }
    summary.candidates += 1;
    summary.with_errors += u32::from(judged.errors() > 0);
    summary.photographs += u32::from(values.contains_key("photograph"));
    let rules: BTreeSet<&str> = judged.findings.iter().map(|finding| finding.rule.id()).collect();
    rules.iter().for_each(|rule| *summary.rules.entry((*rule).to_owned()).or_insert(0) += 1);
    let get = |field: &str| values.get(field).copied().unwrap_or_default();
    for subject in pack.subjects().of(pack.subjects().set(get("subjects"))) {
        *summary.subjects.entry(subject.code.clone()).or_insert(0) += 1;
    }
    for need in get("special_needs").split([' ', ',', ';']).filter(|need| !need.is_empty()) {
        if pack.special_needs().place(need.as_bytes()).is_some() {
            *summary.needs.entry(need.to_owned()).or_insert(0) += 1;
        }
    }
    if let Some(fee) = &judged.fee {
        match fee.payer {
            Payer::State => summary.owed_by_state += u64::from(fee.total.0),
            Payer::Candidate => summary.owed_by_candidates += u64::from(fee.total.0),
        }
    }
    if let Some(day) = came.and_then(|at| u32::try_from((at + EAST) / 86_400_000).ok()) {
        *summary.days.entry(day).or_insert(0) += 1;
    }
}

/// Characters of a value that a row keeps: more than any true one has, and less than an index takes.
const KEPT: usize = 500;

fn row(register: RegisterId, id: CandidateId, values: &Values<'_>, judged: &Judged) -> Candidate {
    let get = |field: &str| values.get(field).copied().unwrap_or_default().chars().take(KEPT).collect();
    Candidate {
        register: Some(register),
        id: id.0,
        number: get("candidate_no"),
        name: get("name"),
        gender: get("gender"),
        birth_year: get("year_of_birth"),
        birth_certificate: get("birth_certificate_no"),
        qualification: get("qualification"),
        qualifying_index: get("qualifying_index"),
        qualifying_year: get("qualifying_year"),
        entry_code: get("entry_code"),
        subjects: get("subjects"),
        photograph: values.get("photograph").and_then(|hash| Hash::parse(hash)),
        fee: judged.fee.map_or(0, |fee| fee.total.0),
        errors: judged.errors(),
        marks: 0,
        state: get("state"),
        more: more(values),
    }
}

/// Fields of the entry that have no column of their own.
const MORE: [Field; 13] = [
    Field::AdmissionNo,
    Field::Citizenship,
    Field::QualifyingTestYear,
    Field::EquationYear,
    Field::Country,
    Field::PassportNo,
    Field::IdDocument,
    Field::WaitingCard,
    Field::SpecialNeeds,
    Field::LastKcseIndex,
    Field::LastKcseYear,
    Field::LastKcseSubjects,
    Field::Phone,
];

fn more(values: &Values<'_>) -> String {
    let line = |field: &Field| values.get(field.name()).map(|value| format!("{}\t{value}\n", field.name()));
    MORE.iter().filter_map(line).collect()
}
