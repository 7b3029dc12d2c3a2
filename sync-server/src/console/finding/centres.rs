//! Centres that cannot stay as they are: with fewer candidates than a centre presents (2.3.7, 2.3.8), deregistered (2.1.4) or
//! joined to another (2.1.5) while their registers still hold candidates. Owns these cases, looked for among all registers
//! whenever a register, a centre's life or the window changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};
use sync::authority::Here;
use sync::{About, RegisterId};

use super::{Finding, Packs, series};
use crate::console::projection::{Found, key, member};
use crate::console::reason::reason;
use crate::console::state::Summaries;
use crate::office::Office;
use crate::stores::console::cases::{self, Page};
use crate::stores::console::life::{self, Event};
use crate::stores::{Council, Lane, StoreError};

/// The queue.
const QUEUE: &str = "centre";

/// What was last looked at, and what was found in it.
#[derive(Debug, Default)]
pub(crate) struct Swept {
    seen: Option<Seen>,
    found: Option<Vec<Found>>,
}

/// A count of the clock, of the events in centres' lives, and whether years were closed.
#[derive(Debug, PartialEq, Eq)]
struct Seen(i64, i64, BTreeMap<u16, bool>);

/// Looks at all centres, if anything changed since; writes, if something else is found.
pub(super) async fn sweep(office: &Arc<Office>, swept: &mut Swept) -> Result<(), StoreError> {
    let (version, summaries) = office.console.summaries();
    let years: BTreeSet<u16> = summaries.keys().map(|register| register.year).collect();
    let (now, asked) = (office.now(), years.clone());
    let work = move |council: &mut dyn Council| {
        let mut closed = BTreeMap::new();
        for year in &asked {
            closed.insert(*year, council.closes(*year)?.is_some_and(|at| at <= now));
        }
        let events = life::count(council)?;
        Ok((Seen(version, events, closed), life::ended(council, ["deregister", "merge"])?))
    };
    let (seen, ended) = office.transact(Lane::Read, work).await?;
    if swept.seen.as_ref() == Some(&seen) {
        return Ok(());
    }
    let mut packs = BTreeMap::new();
    for year in years {
        packs.insert(year, office.console.rules(office, year).await?);
    }
    let packs: Packs = Arc::new(packs);
    let found = all(&summaries, &packs, &ended.into_iter().collect(), &seen.2);
    if swept.found.as_ref() != Some(&found) {
        let (keys, found) = (office.clone(), found.clone());
        let work = move |council: &mut dyn Council| {
            let here = Here { epoch: council.epoch()?, now, key: &keys.keys.signing };
            bring(council, &here, &packs, &found)
        };
        office.transact(Lane::Write, work).await?;
    }
    *swept = Swept { seen: Some(seen), found: Some(found) };
    Ok(())
}

fn all(summaries: &Summaries, packs: &Packs, ended: &BTreeMap<u32, Event>, closed: &BTreeMap<u16, bool>) -> Vec<Found> {
    let mut all = Vec::new();
    for (register, kept) in summaries.iter().filter(|(_, kept)| kept.summary.candidates > 0) {
        let Some(centres) = packs.get(&register.year).map(|pack| &pack.data().centres) else { continue };
        let summary = &kept.summary;
        let exempt = centres.minimum_exempt.value.contains(&summary.kind);
        // Until then a roll grows.
        let settled =
            closed.get(&register.year).copied().unwrap_or(false) || matches!(summary.state(), "approved" | "returned");
        let least = centres.minimum_candidates.value;
        if settled && !exempt && summary.candidates < least {
            all.push(few(*register, summary.candidates, least));
        }
        all.extend(ended.get(&register.centre).map(|event| no_more(*register, summary.candidates, event)));
    }
    all
}

fn few(register: RegisterId, candidates: u32, least: u32) -> Found {
    let text = format!("The centre presents {candidates} candidates; {least} are the least.");
    let why = reason("few", json!({ "count": candidates, "least": least }), text);
    let evidence = json!({ "candidates": candidates, "least": least, "paragraph": "2.3.7" });
    case(register, "few", 600, why, evidence)
}

fn no_more(register: RegisterId, candidates: u32, event: &Event) -> Found {
    let (on, why) = (&event.day, &event.reason);
    match event.event.as_str() {
        "merge" => {
            let to = format!("{:08}", event.other);
            let text = format!("The centre joined {to}, and its register still holds {candidates} candidates.");
            let reason = reason("merged", json!({ "count": candidates, "to": to }), text);
            let evidence = json!({ "candidates": candidates, "on": on, "reason": why, "to": to, "paragraph": "2.1.5" });
            case(register, "merged", 1000, reason, evidence)
        }
        _ => {
            let text = format!("The centre was deregistered, and its register still holds {candidates} candidates.");
            let reason = reason("deregistered", json!({ "count": candidates }), text);
            let evidence = json!({ "candidates": candidates, "on": on, "reason": why, "paragraph": "2.1.4" });
            case(register, "deregistered", 1000, reason, evidence)
        }
    }
}

fn case(register: RegisterId, kind: &str, score: i64, reason: Value, evidence: Value) -> Found {
    Found {
        key: key(QUEUE, &[register.to_string().as_bytes(), kind.as_bytes()]),
        queue: QUEUE,
        kind: kind.to_owned(),
        score,
        reasons: vec![reason],
        members: vec![member(register, &About::Centre)],
        evidence,
        registers: vec![register],
    }
}

/// Writes what was found; open cases of what is not there any more are gone.
fn bring(council: &mut dyn Council, here: &Here<'_>, packs: &Packs, found: &[Found]) -> Result<(), StoreError> {
    let Some(pack) = packs.values().next().cloned() else { return Ok(()) };
    let page = Page { queue: QUEUE.into(), state: "open".into(), limit: i64::MAX, ..Page::default() };
    let open = cases::page(council, &page)?;
    let mut finding = Finding::new(council, here, pack);
    for one in found {
        finding.put(one)?;
    }
    let keys: BTreeSet<[u8; 32]> = found.iter().map(|one| one.key).collect();
    let own = open.into_iter().filter(|case| case.kind != series::KIND.1);
    for case in own.filter(|case| !keys.contains(&case.key)) {
        finding.gone(case.id)?;
    }
    Ok(())
}
