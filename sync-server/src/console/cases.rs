//! Cases: what waits in the queues, side by side with all that helps to decide it. Owns the JSON and the reading; claims and
//! decisions are `decide`'s.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};
use sync::authority::StoredRun;
use sync::{CandidateId, RegisterId};

use super::candidates::tell;
use super::claims;
use super::decide::{self, decisions};
use super::scoped::Scoped;
use super::table::Table;
use super::whom::{both_know, brief, briefs};
use crate::access::Caller;
use crate::http::asked::{Asked, read_register};
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::cases::{self, Case, Happened, Page};
use crate::stores::{Council, Lane, StoreError};

/// Every queue, in the order in which the page lists them.
pub(crate) const QUEUES: [&str; 9] =
    ["duplicate", "conflict", "fork", "late", "amendment", "transfer", "returned", "kcpe", "centre"];

/// Rows on a page, at most.
const MOST: i64 = 200;

/// A case by its name.
pub(super) fn id_of(asked: &Asked) -> Result<[u8; 16], Problem> {
    CandidateId::parse(asked.part("id")).map(|id| id.0).ok_or_else(|| Code::UnknownCase.into())
}

/// A column of a case, or a value that is JSON; `null`, where it does not read.
pub(in crate::console) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// `GET queues`.
pub(super) async fn queues(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (scoped, now) = (Scoped::of(office, asked).await?, office.now());
    let sub_county = scoped.sub_county();
    let work = move |council: &mut dyn Council| cases::standing(council, now, sub_county);
    let standing = office.transact(Lane::Read, work).await?;
    let known: BTreeMap<&str, _> = standing.iter().map(|queue| (queue.queue.as_str(), queue)).collect();
    let mut table = Table::new(["queue", "waiting", "claimed", "oldest", "under_day", "under_week", "over_week"]);
    for name in QUEUES {
        let [waiting, claimed, day, week, over] = known
            .get(name)
            .map_or([0; 5], |queue| [queue.waiting, queue.claimed, queue.ages[0], queue.ages[1], queue.ages[2]]);
        let oldest = known.get(name).map(|queue| queue.oldest.0);
        table.row([json!(name), json!(waiting), json!(claimed), json!(oldest), json!(day), json!(week), json!(over)]);
    }
    table.reply(asked, "queues", || json!({ "rows": table.objects() }))
}

/// `GET queues/{queue}`.
pub(super) async fn queue(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let scoped = Scoped::of(office, asked).await?;
    let number = |name: &str, or: i64| asked.query(name).map_or(Ok(or), str::parse::<i64>);
    let offset = number("after", 0).map_err(|_| invalid("after: a number."))?.max(0);
    let limit = number("limit", 50).map_err(|_| invalid("limit: a number."))?.clamp(1, MOST);
    let page = Page {
        queue: known_queue(asked)?,
        state: asked.query("state").unwrap_or("open").to_owned(),
        offset,
        limit: limit + 1,
        sub_county: scoped.sub_county(),
        ..Page::default()
    };
    let mut found = office.transact(Lane::Read, move |council| cases::page(council, &page)).await?;
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(0));
    let rows = briefs(office, &scoped, &found).await?;
    Reply::json(&json!({ "rows": rows, "next": more.then_some(offset + limit) }))
}

pub(super) fn known_queue(asked: &Asked) -> Result<String, Problem> {
    let queue = asked.part("queue").to_owned();
    if QUEUES.contains(&queue.as_str()) { Ok(queue) } else { Err(invalid("queue: one of the queues.")) }
}

/// A case as it was read: with the logs of all that it is about.
pub(super) struct Read {
    pub(super) case: Case,
    pub(super) registers: Vec<(RegisterId, Vec<StoredRun>)>,
    /// Those of them that are beyond the asker's scope.
    beyond: BTreeSet<RegisterId>,
    pub(super) history: Vec<Happened>,
}

/// Reads a case, if it concerns a centre within the caller's scope.
pub(super) fn read(
    council: &mut dyn Council,
    caller: &Caller,
    id: [u8; 16],
) -> Result<Result<Read, Problem>, StoreError> {
    let Some(case) = cases::by_id(council, id)? else { return Ok(Err(Code::UnknownCase.into())) };
    let concerned = cases::registers(council, id)?;
    let mut beyond = BTreeSet::new();
    for register in &concerned {
        if caller.must_reach(council, register.centre)?.is_err() {
            beyond.insert(*register);
        }
    }
    let nobodys = concerned.is_empty() && caller.scope != crate::stores::Scope::All;
    if nobodys || (!concerned.is_empty() && beyond.len() == concerned.len()) {
        return Ok(Err(Code::UnknownCase.into()));
    }
    let mut registers = Vec::new();
    for register in concerned {
        registers.push((register, super::log::runs(council, register, 0)?));
    }
    let history = cases::history(council, id)?;
    Ok(Ok(Read { case, registers, beyond, history }))
}

/// How a case stood when it was shown: what was found, and how far each log went.
pub(super) fn etag(case: &Case, registers: &[(RegisterId, Vec<StoredRun>)]) -> String {
    let ends = registers.iter().map(|(_, runs)| runs.last().map_or(0, |run| run.log.position).to_string());
    std::iter::once(case.changes.to_string()).chain(ends).collect::<Vec<_>>().join("-")
}

/// `GET cases/{id}`. Whoever claimed it is still at it.
pub(super) async fn case(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (id, caller) = (id_of(asked)?, asked.caller()?.clone());
    claims::renew(office, &caller, id).await?;
    Reply::json(&view(office, caller, id).await?)
}

/// The whole case, as it is now.
pub(super) async fn view(office: &Arc<Office>, caller: Caller, id: [u8; 16]) -> Result<Value, Problem> {
    let work = {
        let caller = caller.clone();
        move |council: &mut dyn Council| read(council, &caller, id)
    };
    let read = office.transact(Lane::Read, work).await??;
    let mut packs = BTreeMap::new();
    for (register, _) in &read.registers {
        packs.insert(register.year, office.console.rules(office, register.year).await?);
    }
    let told = tokio::task::spawn_blocking(move || show(&read, &packs, &caller)).await;
    told.map_err(|_| sync::RefusalCode::Busy.into())
}

fn show(read: &Read, packs: &BTreeMap<u16, Arc<regulations::Pack>>, caller: &Caller) -> Value {
    let case = &read.case;
    let members = parsed(&case.members);
    let members: Vec<Value> = members.as_array().into_iter().flatten().map(|one| member(read, packs, one)).collect();
    let mut shown = brief(case);
    shown["etag"] = json!(etag(case, &read.registers));
    shown["evidence"] = evidence(case, &members);
    shown["differs"] = json!(differs(&members));
    shown["decisions"] = json!(decisions(case, members.len(), caller));
    shown["undoable"] = json!(decide::may_be_undone(case, &read.registers));
    shown["history"] = json!(read.history.iter().map(happened).collect::<Vec<_>>());
    shown["members"] = json!(members);
    shown
}

/// What was found, with what a head answered to the notice of it.
fn evidence(case: &Case, members: &[Value]) -> Value {
    let mut evidence = parsed(&case.evidence);
    let field = format!("notice.{}.answer", CandidateId(case.id));
    let written = members.iter().filter_map(|member| member["history"].as_array()).flatten();
    let last = written.filter(|line| line["field"] == *field).max_by_key(|line| line["received"].as_i64());
    if let Some((line, text)) = last.and_then(|line| Some((line, line["to"].as_str()?))) {
        let said = parsed(text);
        let part = |name: &str| said[name].as_str().unwrap_or_default();
        evidence["answer"] = json!({
            "answer": part("answer"), "reason": part("reason"), "by": line["actor"], "at": line["received"],
        });
    }
    evidence
}

fn happened(one: &Happened) -> Value {
    let Happened { at, who, what, decision, reason } = one;
    json!({ "at": at.0, "who": who, "what": what, "decision": decision, "reason": reason })
}

/// A member with everything that the log says of them now; of one beyond the asker's scope, the centre.
fn member(read: &Read, packs: &BTreeMap<u16, Arc<regulations::Pack>>, one: &Value) -> Value {
    let mut shown = one.clone();
    let register = one["register"].as_str().and_then(|text| read_register(text).ok());
    let found = register.and_then(|register| read.registers.iter().find(|(known, _)| *known == register));
    let candidate = one["candidate"].as_str().and_then(CandidateId::parse);
    if let (Some((register, runs)), Some(id)) = (found, candidate)
        && let Some(pack) = packs.get(&register.year)
    {
        let told = tell(*register, id, runs, pack);
        shown["centre_name"] = told["centre_name"].clone();
        if read.beyond.contains(register) && !both_know(&read.case) {
            return shown;
        }
        for part in ["values", "history", "findings"] {
            shown[part] = told[part].clone();
        }
        shown["photograph"] = json!(told["values"]["photograph"].is_string());
    }
    shown
}

/// The fields in which the members differ, of those whose values are shown.
fn differs(members: &[Value]) -> Vec<String> {
    let shown: Vec<&Map<String, Value>> = members.iter().filter_map(|member| member["values"].as_object()).collect();
    let fields: BTreeSet<&String> = shown.iter().flat_map(|values| values.keys()).collect();
    let unequal = |field: &&&String| {
        let of = |values: &&Map<String, Value>| {
            values.get(field.as_str()).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        shown.iter().map(of).collect::<BTreeSet<String>>().len() > 1
    };
    fields.iter().filter(unequal).map(|field| (*field).clone()).collect()
}
