//! Candidates: searched, and one with all that is known. Owns the JSON; reads only. Nothing of a person stands in an
//! address: what is searched comes in a body, a candidate is asked for by an id that says nothing.

use std::sync::{Arc, LazyLock};

use regulations::{Finding, Language, Message, Messages, Pack};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sync::authority::StoredRun;
use sync::fold::is_remark;
use sync::{About, CandidateId, Hash, RegisterId, Standing, Timing};

use super::cases::parsed;
use super::centres::short;
use super::projection::{Judged, SharedPapers, Values, centre_of};
use super::scoped::Scoped;
use super::whom::briefs;
use super::{doubles, log};
use crate::access::{Caller, scope};
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::candidates::{self, Candidate, words};
use crate::stores::console::cases;
use crate::stores::console::search::{Within, by_words};
use crate::stores::{Council, Lane, StoreError};

/// Rows of a search, at most.
const MOST: usize = 200;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Search {
    text: String,
    year: Option<u32>,
    county: Option<u32>,
    centre: Option<String>,
    limit: Option<usize>,
}

/// `POST candidates/search`.
pub(super) async fn search(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Search { text, year, county, centre, limit } = asked.json()?;
    let began = std::time::Instant::now();
    let centre = centre.map(|centre| scope::centre(&centre).ok_or_else(|| invalid("centre: eight digits.")));
    let scoped = Scoped::at(office, asked, year, county).await?;
    let within = scoped.within(centre.transpose()?)?;
    let limit = limit.unwrap_or(50).min(MOST);
    let typed = text.clone();
    let work = move |council: &mut dyn Council| find(council, &text, &within, limit + 1);
    let mut found = office.transact(Lane::Read, work).await?;
    let own = |one: &Candidate| one.register.is_some_and(|register| scoped.register(register.centre).is_some());
    found.retain(own);
    let alike = found.is_empty() && !typed.chars().any(|c| c.is_ascii_digit());
    if alike {
        found = resembling(office, &scoped, &typed, &within).await?;
        found.retain(own);
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let alike = alike && !found.is_empty();
    let rows: Vec<Value> = found.iter().map(short).collect();
    Reply::json(&json!({ "rows": rows, "more": more, "alike": alike, "ms": ms }))
}

/// Who is called nearly so, when nobody is called so.
async fn resembling(
    office: &Arc<Office>,
    scoped: &Scoped,
    typed: &str,
    within: &Within,
) -> Result<Vec<Candidate>, Problem> {
    let (first, last) = within.centres;
    let mut near = doubles::resembling(office, scoped.year, typed, MOST).await;
    near.retain(|(register, _)| (first..=last).contains(&register.centre));
    Ok(office.transact(Lane::Read, move |council| candidates::these(council, &near)).await?)
}

/// By an index number, by the number of a paper, or by words of the name.
fn find(council: &mut dyn Council, text: &str, within: &Within, limit: usize) -> Result<Vec<Candidate>, StoreError> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '/').collect();
    let (first, last) = within.centres;
    let fits =
        |one: &Candidate| one.register.is_some_and(|at| at.year == within.year && (first..=last).contains(&at.centre));
    if digits.chars().any(|c| c.is_ascii_digit()) {
        let mut found = match (digits.get(..8).and_then(scope::centre), digits.get(8..)) {
            (Some(centre), Some(number)) if number.len() == 3 => {
                candidates::by_number(council, RegisterId { centre, year: within.year }, number)?
            }
            _ => Vec::new(),
        };
        found.extend(candidates::by_paper(council, &digits, most)?);
        if digits != text.trim() {
            found.extend(candidates::by_paper(council, text.trim(), most)?);
        }
        found.retain(fits);
        return Ok(found);
    }
    by_words(council, &words(text), within, limit)
}

/// Where a candidate is now, if the caller may look there.
async fn found(office: &Arc<Office>, asked: &Asked) -> Result<(CandidateId, Vec<Candidate>), Problem> {
    let unknown = || Problem::from(Code::NotFound);
    let id = CandidateId::parse(asked.part("id")).ok_or_else(unknown)?;
    let caller = asked.caller()?.clone();
    let work = move |council: &mut dyn Council| reached(council, &caller, id);
    let homes = office.transact(Lane::Read, work).await?;
    if homes.is_empty() { Err(unknown()) } else { Ok((id, homes)) }
}

/// The registers of a candidate that lie within the caller's scope; one from which they did not depart last.
fn reached(council: &mut dyn Council, caller: &Caller, id: CandidateId) -> Result<Vec<Candidate>, StoreError> {
    let mut homes = Vec::new();
    for one in candidates::by_id(council, id)? {
        let Some(register) = one.register else { continue };
        if caller.must_reach(council, register.centre)?.is_ok() {
            homes.push(one);
        }
    }
    homes.sort_by_key(|one| (one.state != "moved", one.register));
    Ok(homes)
}

/// `GET candidates/{id}`.
pub(super) async fn page(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, homes) = found(office, asked).await?;
    let Some(home) = homes.last().cloned() else { return Err(Code::NotFound.into()) };
    let register = home.register.ok_or(Code::NotFound)?;
    let pack = office.console.rules(office, register.year).await?;
    let work = move |council: &mut dyn Council| {
        let runs = log::runs(council, register, 0)?;
        let own = cases::of(council, register, "")?;
        let name = id.to_string();
        let own: Vec<_> = own.into_iter().filter(|case| case.members.contains(&name)).collect();
        Ok((runs, own))
    };
    let (runs, cases) = office.transact(Lane::Read, work).await?;
    let told = tokio::task::spawn_blocking(move || tell(register, id, &runs, &pack)).await;
    let mut page = told.map_err(|_| sync::RefusalCode::Busy)?;
    page["id"] = json!(id.to_string());
    page["register"] = json!(register.to_string());
    page["short"] = short(&home);
    page["elsewhere"] = json!(homes.iter().filter(|one| one.register != Some(register)).map(short).collect::<Vec<_>>());
    page["cases"] = json!(briefs(office, &Scoped::of(office, asked).await?, &cases).await?);
    Reply::json(&page)
}

/// Everything that the log says of a candidate.
pub(super) fn tell(register: RegisterId, id: CandidateId, runs: &[StoredRun], pack: &Pack) -> Value {
    let about = About::Candidate(id);
    let mut lines = Vec::new();
    let mut values: Map<String, Value> = Map::new();
    let fold = log::fold(register, runs, |passed| {
        if passed.record.about == about {
            lines.extend(history(&passed, &mut values));
        }
    });
    lines.reverse();
    let shown = fold.values_of(&about);
    let notices: Vec<Value> = shown
        .iter()
        .filter_map(|(field, value)| field.strip_prefix("notice.").map(|case| (case, value)))
        .filter(|(case, _)| !case.ends_with(".answer"))
        .map(|(case, value)| json!({ "case": case, "says": parsed(value) }))
        .collect();
    let conflicts: Vec<Value> = fold
        .conflicts()
        .iter()
        .filter(|conflict| conflict.about == about)
        .map(|conflict| json!({ "field": conflict.field, "values": conflict.branches.iter().map(|one| &one.value).collect::<Vec<_>>() }))
        .collect();
    let held: Vec<Value> = fold
        .held()
        .iter()
        .filter(|held| held.about == about)
        .map(|held| json!({ "kind": held.kind.name(), "why": format!("{:?}", held.why), "actor": held.actor, "at": held.at.0 }))
        .collect();
    let centre = fold.values_of(&About::Centre);
    let rules = centre_of(pack, &centre);
    let everybody = everybody(&fold);
    let judged = Judged::of(pack, &rules, &shown, &SharedPapers::of(&everybody));
    let entered: Map<String, Value> = shown
        .iter()
        .filter(|(field, _)| !is_remark(field) && !field.starts_with("notice."))
        .map(|(field, value)| ((*field).to_owned(), json!(value)))
        .collect();
    json!({
        "values": entered, "findings": judged.findings.iter().map(|one| finding(pack, one)).collect::<Vec<_>>(), "history": lines,
        "conflicts": conflicts, "held": held, "notices": notices, "centre_name": centre.get("name"),
    })
}

fn everybody(fold: &sync::fold::Fold) -> Vec<(CandidateId, Values<'_>)> {
    let mut all: std::collections::BTreeMap<CandidateId, Values<'_>> = std::collections::BTreeMap::new();
    for (about, field, value, _) in fold.cells().filter(|(_, _, value, _)| !value.is_empty()) {
        if let About::Candidate(id) = about {
            all.entry(id).or_default().insert(field, value);
        }
    }
    all.into_iter().collect()
}

/// A finding by its ids, and in words of both languages: the regulations have them, and no page its own.
fn finding(pack: &Pack, finding: &Finding) -> Value {
    static MESSAGES: LazyLock<Messages> = LazyLock::new(Messages::default);
    let words = Language::ALL.map(|language| {
        let Message { what, action, .. } = MESSAGES.parts(language, pack, finding);
        (language.code().to_owned(), json!({ "what": what, "action": action }))
    });
    json!({
        "rule": finding.rule.id(), "paragraph": finding.rule.paragraph(), "severity": finding.severity.name(),
        "fields": finding.rule.fields().iter().map(regulations::Field::name).collect::<Vec<_>>(),
        "words": Map::from_iter(words),
    })
}

/// The lines of one operation: a line a field.
fn history(passed: &log::Passed<'_>, values: &mut Map<String, Value>) -> Vec<Value> {
    let record = passed.record;
    let timing = match passed.mark.timing {
        Timing::InTime => "in-time",
        Timing::ByCommitment => "by-commitment",
        Timing::Late => "late",
    };
    let standing = match passed.mark.standing {
        Standing::Effective => "effective",
        Standing::NoRight => "no-right",
        Standing::Invalid => "invalid",
    };
    let line = |write: &sync::FieldWrite| {
        let from = values.insert(write.field.clone(), json!(write.value)).unwrap_or(json!(""));
        json!({
            "position": passed.position, "at": record.at.0, "received": passed.run.at.0, "actor": record.actor,
            "role": passed.mark.role.name(), "kind": record.kind.name(), "field": write.field, "from": from,
            "to": write.value, "timing": timing, "standing": standing,
        })
    };
    record.fields.iter().map(line).collect()
}

/// `GET candidates/{id}/photograph`.
pub(super) async fn photograph(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (_, homes) = found(office, asked).await?;
    let hash: Hash = homes.iter().rev().find_map(|home| home.photograph).ok_or(Code::NotFound)?;
    let photographs = office.stores.photographs.clone();
    let whole = move || {
        let (mut hand, mut bytes) = (photographs.hand(), Vec::new());
        loop {
            let at = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            match hand.get(hash, at)? {
                Some((_, part)) if !part.is_empty() => bytes.extend(part),
                _ => return Ok::<_, StoreError>(bytes),
            }
        }
    };
    let bytes = tokio::task::spawn_blocking(whole).await.map_err(|_| sync::RefusalCode::Busy)??;
    if bytes.is_empty() {
        return Err(Code::NotFound.into());
    }
    Ok(Reply::of("image/jpeg", bytes))
}
