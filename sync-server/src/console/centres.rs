//! Centres: the list behind every number of the overview, and one centre's page. Owns the JSON; reads only.

use std::collections::BTreeMap;
use std::sync::Arc;

use regulations::Rule;
use serde_json::{Value, json};
use sync::RefusalCode;

use super::filters::Filters;
use super::overview;
use super::scoped::{Scoped, code};
use super::state::Kept;
use super::table::Table;
use super::whom::briefs;
use crate::access::scope;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::candidates::{self, Candidate, mark};
use crate::stores::console::cases;
use crate::stores::{Council, Device, Lane, Scope};
use sync::RegisterId;

/// Rows on a page, at most.
const MOST: usize = 1000;

const COLUMNS: [&str; 15] = [
    "centre",
    "name",
    "county",
    "sub_county",
    "kind",
    "candidates",
    "errors",
    "photographs_missing",
    "state",
    "last",
    "conflicts",
    "held",
    "expected",
    "paid",
    "withdrawn",
];

fn row(register: RegisterId, kept: &Kept) -> [Value; 15] {
    let summary = &kept.summary;
    [
        code(register.centre),
        json!(summary.name),
        json!(format!("{:02}", register.centre / 1_000_000)),
        json!(format!("{:05}", kept.sub_county)),
        json!(summary.kind),
        json!(summary.candidates),
        json!(summary.with_errors),
        json!(summary.candidates.saturating_sub(summary.photographs)),
        json!(summary.state()),
        json!(summary.last),
        json!(summary.conflicts),
        json!(summary.held),
        json!(summary.owed_by_candidates),
        json!(summary.paid),
        json!(summary.withdrawn),
    ]
}

/// A centre that has a device, but of which nothing came.
fn enrolled(centre: u32) -> [Value; 15] {
    let mut row = [const { Value::Null }; 15];
    row[0] = code(centre);
    row[1] = json!("");
    row[2] = json!(format!("{:02}", centre / 1_000_000));
    row[3] = json!(format!("{:05}", centre / 1000));
    row[5] = json!(0);
    row[8] = json!("enrolled");
    row
}

/// `GET centres`.
pub(super) async fn list(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (scoped, now) = (Scoped::of(office, asked).await?, office.now());
    let (filters, seen) = (Filters::of(asked)?, overview::see(office, &scoped).await?);
    let after = asked.query("after").map_or(Some(0), scope::centre).ok_or_else(|| invalid("after: eight digits."))?;
    let limit = asked.query("limit").map_or(Ok(100), str::parse).map_err(|_| invalid("limit: a number."))?;
    let limit = if asked.query("format").is_some() { usize::MAX } else { usize::min(limit, MOST) };
    let mut found: BTreeMap<u32, Option<(RegisterId, &Kept)>> = BTreeMap::new();
    let own = scoped.registers().filter(|(_, kept)| filters.fit(kept, now));
    found.extend(own.map(|(register, kept)| (register.centre, Some((register, kept)))));
    let without = seen.without_register().map(|(centre, _)| centre);
    found.extend(without.filter(|centre| filters.fit_enrolled(*centre)).map(|centre| (centre, None)));
    let mut table = Table::new(COLUMNS);
    let mut page = found.range(after + 1..);
    for (centre, known) in page.by_ref().take(limit) {
        table.row(known.map_or_else(|| enrolled(*centre), |(register, kept)| row(register, kept)));
    }
    let more = page.next().is_some();
    let last = table.rows.last().map(|row| row[0].clone()).filter(|_| more);
    let count = found.len();
    table.reply(
        asked,
        &format!("centres-{}", scoped.year),
        || json!({ "year": scoped.year, "count": count, "rows": table.objects(), "next": last }),
    )
}

/// `GET centres/{centre}`.
pub(super) async fn page(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let centre = scope::centre(asked.part("centre")).ok_or_else(|| invalid("centre: eight digits."))?;
    let (scoped, caller) = (Scoped::of(office, asked).await?, asked.caller()?.clone());
    let register = RegisterId { centre, year: scoped.year };
    let work = move |council: &mut dyn Council| {
        if let Err(problem) = caller.must_reach(council, centre)? {
            return Ok(Err(problem));
        }
        let devices = council.devices()?.into_iter().filter(|device| serves(device, centre)).collect::<Vec<_>>();
        Ok(Ok((devices, candidates::of(council, register)?, cases::of(council, register, "")?)))
    };
    let (devices, candidates, cases) = office.transact(Lane::Read, work).await??;
    let kept = scoped.register(centre);
    if kept.is_none() && devices.is_empty() {
        return Err(RefusalCode::UnknownRegister.into());
    }
    let mut page = match kept {
        Some((register, kept)) => {
            let mut table = Table::new(COLUMNS);
            table.row(row(register, kept));
            let mut page = table.objects().remove(0);
            page["fields"] = json!(kept.summary.details);
            page["findings"] = json!(findings(&kept.summary.rules));
            page["uploads"] = json!(uploads(kept));
            page["subjects"] = json!(kept.summary.subjects);
            page["needs"] = json!(hide_small(&kept.summary.needs));
            page["slips"] = json!({ "count": kept.summary.slips, "paid": kept.summary.paid });
            page
        }
        None => json!({ "centre": code(centre), "state": "enrolled", "candidates": 0 }),
    };
    page["year"] = json!(scoped.year);
    page["devices"] = json!(devices.iter().map(device).collect::<Vec<_>>());
    page["roll"] = json!(candidates.iter().map(short).collect::<Vec<_>>());
    page["cases"] = json!(briefs(office, &scoped, &cases).await?);
    Reply::json(&page)
}

fn serves(device: &Device, centre: u32) -> bool {
    matches!(&device.scope, Scope::Centres(centres) if centres.contains(&centre))
}

/// Who may look at a centre may know how many of its candidates have a need, but not of whom it is said.
fn hide_small(needs: &BTreeMap<String, u32>) -> BTreeMap<&str, Option<u32>> {
    needs.iter().map(|(need, count)| (need.as_str(), Some(*count).filter(|count| *count >= 5))).collect()
}

fn findings(rules: &BTreeMap<String, u32>) -> Vec<Value> {
    let known = rules.iter().filter_map(|(id, count)| Rule::named(id).map(|rule| (rule, count)));
    known
        .map(|(rule, count)| {
            json!({
                "rule": rule.id(), "paragraph": rule.paragraph(), "severity": rule.severity().name(), "count": count,
            })
        })
        .collect()
}

fn uploads(kept: &Kept) -> Vec<Value> {
    let hours = kept.summary.hours.iter().rev().take(200);
    hours
        .map(|(hour, (batches, operations, bytes))| {
            json!({ "at": i64::from(*hour) * 3_600_000, "batches": batches, "operations": operations, "bytes": bytes })
        })
        .collect()
}

/// A device, as lists have it.
pub(super) fn device(device: &Device) -> Value {
    json!({
        "id": device.key.device().to_string(), "name": device.name, "role": device.role.name(),
        "scope": scope::written(&device.scope), "at": device.at.0, "by": device.by,
        "revoked": device.revoked.map(|at| at.0),
    })
}

/// A candidate, as lists have them.
pub(super) fn short(one: &Candidate) -> Value {
    let marks = [(mark::CONFLICT, "conflict"), (mark::HELD, "held")];
    let marks: Vec<&str> = marks.into_iter().filter(|(bit, _)| one.marks & bit != 0).map(|(_, name)| name).collect();
    json!({
        "id": sync::CandidateId(one.id).to_string(), "number": one.number, "name": one.name, "gender": one.gender,
        "birth_year": one.birth_year, "entry_code": one.entry_code, "state": one.state, "errors": one.errors,
        "fee": one.fee, "photograph": one.photograph.is_some(), "marks": marks,
        "centre": one.register.map(|register| format!("{:08}", register.centre)),
        "year": one.register.map(|register| register.year),
    })
}
