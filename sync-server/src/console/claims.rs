//! Who is at a case. Owns that one operator at a time is, and for how long; what is decided is `decide`'s.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::json;
use sync::{CandidateId, UnixMillis};

use super::cases::{Read, id_of, known_queue, read, view};
use super::decide::note;
use crate::access::Caller;
use crate::clock;
use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::console::cases::{self, Case, Page};
use crate::stores::console::projected;
use crate::stores::{Council, Lane, StoreError};

/// How long a claim holds, in seconds, from the claimer's last request for the case.
const HOLDS: u32 = 900;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    /// The case that is left for now: the next is the one behind it.
    after: Option<String>,
}

/// `POST queues/{queue}/next`.
pub(super) async fn next(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (queue, caller, now) = (known_queue(asked)?, asked.caller()?.clone(), office.now());
    let (who, Next { after }) = (caller.who(), asked.json()?);
    let after = after.and_then(|id| CandidateId::parse(&id)).map(|id| id.0);
    let work = move |council: &mut dyn Council| {
        // Held until the end, so that two who ask at once are not given the same.
        let version = projected::tick(council)?;
        let free_for = Some((who.clone(), now));
        let page = Page { queue: queue.clone(), state: "open".into(), limit: 1, free_for, after, ..Page::default() };
        let mut found = cases::page(council, &page)?;
        if found.is_empty() && after.is_some() {
            found = cases::page(council, &Page { after: None, ..page })?;
        }
        let Some(case) = found.pop() else { return Ok(None) };
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

/// Whoever claimed a case and looks at it again is still at it.
pub(super) async fn renew(office: &Arc<Office>, caller: &Caller, id: [u8; 16]) -> Result<(), Problem> {
    let (now, who) = (office.now(), caller.who());
    let asked = who.clone();
    let is_at = move |case: &Case| case.state == "open" && case.claimed_by == asked && case.claimed_until > now;
    let here = is_at.clone();
    let case = office.transact(Lane::Read, move |council| cases::by_id(council, id)).await?;
    // Not at every look: a minute less is no matter.
    let fresh = clock::after(now, HOLDS - 60);
    if !case.is_some_and(|case| is_at(&case) && case.claimed_until < fresh) {
        return Ok(());
    }
    let work = move |council: &mut dyn Council| {
        let version = projected::tick(council)?;
        match cases::by_id(council, id)?.filter(|case| here(case)) {
            Some(case) => claim_now(council, case, &who, version, now),
            None => Ok(()),
        }
    };
    Ok(office.transact(Lane::Write, work).await?)
}

pub(super) fn is_free(case: &Case, who: &str, now: UnixMillis) -> bool {
    case.claimed_by.is_empty() || case.claimed_by == who || case.claimed_until <= now
}

pub(super) fn claimed(case: &Case) -> Problem {
    Problem::of(Code::Claimed, format!("{} is at this case.", case.claimed_by))
}

pub(super) fn settled(case: &Case) -> Problem {
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
