//! Candidates who may be one person (2.12, 2.3.18): everybody of a year in memory, whoever changed looked at as they arrive,
//! and a case for those who hang together. Owns the index's upkeep and the cases; who is whom is `reconcile`'s to say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use reconcile::{Entry, Id, Index, Match, Model};
use serde_json::{Value, json};
use sync::{CandidateId, RegisterId};

use super::finding::pictures;
use super::projection::{Found, key, put_found};
use super::reason::of_pair;
use super::state::locked;
use crate::office::Office;
use crate::stores::console::candidates::{self, Candidate};
use crate::stores::console::cases::{self, Case};
use crate::stores::console::projected;
use crate::stores::{Council, Lane, StoreError};

/// The least probability of a pair that people look at.
const LEAST: f64 = 0.5;

/// More who changed at once than this, and more than a fiftieth of all, are looked at in a run of all: it takes as long as
/// that many looked at one by one.
const AT_ONCE: usize = 2000;

/// Registers read at a time.
const REGISTERS: usize = 100;

/// The queue.
pub(super) const QUEUE: &str = "duplicate";

/// Everybody of a year.
#[derive(Default)]
pub(crate) struct Doubles {
    index: Index,
    model: Option<Model>,
    /// How many there were when the model was learned.
    learned: usize,
    /// Whom the index has, and where they are.
    known: BTreeMap<Id, RegisterId>,
    /// The same by register, with the digest as of which they were looked at.
    rolls: BTreeMap<RegisterId, BTreeMap<Id, [u8; 8]>>,
}

/// Looks for doubles of all who changed.
pub(super) async fn catch_up(office: &Arc<Office>) -> Result<(), StoreError> {
    if !office.settings.console.doubles {
        return Ok(());
    }
    // Held first: who finds nothing to look at has waited for who looks.
    let mut held = office.console.doubles.lock().await;
    let changed = office.console.take_unchecked();
    let mut years: BTreeMap<u16, Vec<RegisterId>> = BTreeMap::new();
    changed.iter().for_each(|register| years.entry(register.year).or_default().push(*register));
    for (year, registers) in years {
        let doubles = held.entry(year).or_default().clone();
        if let Err(error) = look(office, &doubles, registers).await {
            office.console.give_back(&changed);
            return Err(error);
        }
    }
    Ok(())
}

async fn look(
    office: &Arc<Office>,
    doubles: &Arc<Mutex<Doubles>>,
    registers: Vec<RegisterId>,
) -> Result<(), StoreError> {
    let mut changed = Vec::new();
    for part in registers.chunks(REGISTERS) {
        let part = part.to_vec();
        let work = move |council: &mut dyn Council| {
            part.iter()
                .map(|register| Ok((*register, candidates::of(council, *register)?)))
                .collect::<Result<Vec<_>, _>>()
        };
        let read = office.transact(Lane::Read, work).await?;
        let doubles = doubles.clone();
        let taken = tokio::task::spawn_blocking(move || locked(&doubles).take_in(read)).await;
        changed.extend(taken.map_err(|_| broken_off())?);
    }
    let (here, ids) = (doubles.clone(), changed.clone());
    let matches = tokio::task::spawn_blocking(move || locked(&here).check(&ids)).await.map_err(|_| broken_off())?;
    for part in matches.chunks(50) {
        let (found, now) = (part.to_vec(), office.now());
        office.transact(Lane::Write, move |council| keep(council, &found, now)).await?;
    }
    let gone = changed.into_iter().collect::<BTreeSet<Id>>();
    settle(office, doubles, &registers, gone).await
}

fn broken_off() -> StoreError {
    StoreError::Unavailable("the search for doubles broke off".into())
}

/// A pair, with where the two are.
#[derive(Clone)]
struct Pair {
    registers: [RegisterId; 2],
    found: Match,
}

impl Doubles {
    /// Takes registers in as they are now; tells who is new, changed or gone.
    fn take_in(&mut self, registers: Vec<(RegisterId, Vec<Candidate>)>) -> Vec<Id> {
        let mut changed = Vec::new();
        for (register, candidates) in registers {
            let entered: BTreeMap<Id, &Candidate> = candidates
                .iter()
                .filter(|one| one.state == "entered")
                .map(|one| (u128::from_be_bytes(one.id), one))
                .collect();
            let before = std::mem::take(self.rolls.entry(register).or_default());
            for id in before.keys().filter(|id| !entered.contains_key(*id)) {
                if self.known.get(id) == Some(&register) {
                    self.index.remove(*id);
                    self.known.remove(id);
                }
                changed.push(*id);
            }
            let mut roll = BTreeMap::new();
            for (id, one) in entered {
                let digest = identity(one);
                self.known.insert(id, register);
                roll.insert(id, digest);
                // A full index finds no more; what it has stays.
                if before.get(&id) != Some(&digest) && self.index.put(id, &entry(one)).is_ok() {
                    changed.push(id);
                }
            }
            self.rolls.insert(register, roll);
        }
        changed
    }

    fn check(&mut self, changed: &[Id]) -> Vec<Pair> {
        // What was learned of few says little of many: all who registered since the first day are worth another lesson.
        let outgrown = self.known.len() > self.learned + self.learned / 2;
        let many = changed.len() > AT_ONCE.max(self.known.len() / 50);
        let matches = match self.model.take().filter(|_| !many && !outgrown) {
            Some(model) => {
                let found = changed.iter().flat_map(|id| self.index.check(*id, &model, LEAST)).collect();
                self.model = Some(model);
                found
            }
            None => {
                let run = self.index.full_run(LEAST, 1);
                (self.model, self.learned) = (Some(run.model), self.known.len());
                run.matches
            }
        };
        let at = |id: Id| self.known.get(&id).copied();
        let pair = |found: Match| Some(Pair { registers: [at(found.ids[0])?, at(found.ids[1])?], found });
        matches.into_iter().filter_map(pair).collect()
    }

    /// Whether two are still thought to be one; what is no longer entered is nobody's double.
    fn holds(&self, one: Id, other: Id) -> bool {
        let there = self.known.contains_key(&one) && self.known.contains_key(&other);
        let ids = [one.min(other), one.max(other)];
        there
            && self
                .model
                .as_ref()
                .and_then(|model| self.index.explain(ids, model))
                .is_none_or(|found| found.score >= LEAST / 2.0)
    }
}

/// A hash of what says who somebody is: marks and errors are not looked at.
fn identity(one: &Candidate) -> [u8; 8] {
    Candidate { marks: 0, errors: 0, fee: 0, photograph: None, number: String::new(), ..one.clone() }.digest()
}

fn entry(one: &Candidate) -> Entry {
    let draft = one.draft();
    Entry::read(&draft.fields())
}

fn id_text(id: Id) -> String {
    CandidateId(id.to_be_bytes()).to_string()
}

/// Keeps pairs as cases: who hangs together is one case, and what people settled stays so.
fn keep(council: &mut dyn Council, pairs: &[Pair], now: sync::UnixMillis) -> Result<(), StoreError> {
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
fn is_own(case: &Case) -> bool {
    case.kind != pictures::KIND.1
}

/// The case with one pair more.
fn grown(open: Option<&Case>, registers: [RegisterId; 2], found: &Match, names: &[String; 2]) -> Found {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut members: Vec<Value> = open.and_then(|case| parsed(&case.members).as_array().cloned()).unwrap_or_default();
    for (name, register) in names.iter().zip(registers) {
        if !members.iter().any(|member| member["candidate"] == *name.as_str()) {
            members.push(json!({ "register": register.to_string(), "candidate": name }));
        }
    }
    let mut pairs: Vec<Value> =
        open.and_then(|case| parsed(&case.evidence)["pairs"].as_array().cloned()).unwrap_or_default();
    pairs.retain(|pair| pair["ids"] != json!(names));
    let score = (found.score * 1000.0).round() as i64;
    let reasons: Vec<Value> = found.reasons.iter().map(of_pair).collect();
    pairs.push(json!({ "ids": names, "score": score, "otherwise": found.otherwise.name(), "reasons": reasons }));
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair["score"].as_i64()));
    let best = pairs.iter().filter_map(|pair| pair["score"].as_i64()).max().unwrap_or(score);
    Found {
        key: open.map_or_else(|| key(QUEUE, &[names[0].as_bytes(), names[1].as_bytes()]), |case| case.key),
        queue: QUEUE,
        kind: kind(&members).to_owned(),
        score: best,
        reasons: pairs.first().and_then(|pair| pair["reasons"].as_array().cloned()).unwrap_or_default(),
        members,
        evidence: json!({ "pairs": pairs }),
        registers: registers.to_vec(),
    }
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

/// Cases of those who changed, in which nobody is anybody's double any more, are gone.
async fn settle(
    office: &Arc<Office>,
    doubles: &Arc<Mutex<Doubles>>,
    registers: &[RegisterId],
    changed: BTreeSet<Id>,
) -> Result<(), StoreError> {
    if changed.is_empty() {
        return Ok(());
    }
    let mut open: Vec<Case> = Vec::new();
    for part in registers.chunks(REGISTERS) {
        let part = part.to_vec();
        let work = move |council: &mut dyn Council| {
            let of = part.iter().map(|register| cases::of(council, *register, QUEUE));
            Ok(of.collect::<Result<Vec<_>, _>>()?.concat())
        };
        open.extend(office.transact(Lane::Read, work).await?);
    }
    open.retain(|case| case.state == "open" && is_own(case));
    let here = doubles.clone();
    let gone = tokio::task::spawn_blocking(move || {
        let doubles = locked(&here);
        open.into_iter().filter(|case| is_gone(&doubles, case, &changed)).collect::<Vec<_>>()
    });
    let (gone, now) = (gone.await.map_err(|_| broken_off())?, office.now());
    if gone.is_empty() {
        return Ok(());
    }
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        gone.iter().try_for_each(|case| super::projection::put_gone(council, case.id, version, now))
    };
    office.transact(Lane::Write, work).await
}

fn is_gone(doubles: &Doubles, case: &Case, changed: &BTreeSet<Id>) -> bool {
    let members: Value = serde_json::from_str(&case.members).unwrap_or_default();
    let ids: Vec<Id> = members
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|member| CandidateId::parse(member["candidate"].as_str()?))
        .map(|id| u128::from_be_bytes(id.0))
        .collect();
    let concerned = ids.iter().any(|id| changed.contains(id));
    let still =
        ids.iter().enumerate().any(|(at, one)| ids.iter().skip(at + 1).any(|other| doubles.holds(*one, *other)));
    concerned && !still
}
