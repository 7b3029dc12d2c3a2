//! What the council has, for those whose scope it is: receipts, proofs, conflicts, batches kept aside, the audit. Owns
//! the JSON of these answers; reads only.

use std::sync::Arc;

use serde_json::{Value, json};
use sync::authority::{self, Quarantined, QuarantinedBecause};
use sync::fold::{Branch, Conflict, Held};
use sync::{About, Receipt, RegisterId};

use super::asked::Asked;
use super::entrance::invalid;
use super::reply::Reply;
use crate::access::{Decided, scope};
use crate::office::Office;
use crate::problem::Problem;
use crate::proof;
use crate::stores::{AuditLine, Council, Lane};

/// Rows on a page.
const PAGE: usize = 500;

/// Reads of a register within the caller's scope.
async fn of_register<T: Send + 'static>(
    office: &Arc<Office>,
    asked: &Asked,
    register: RegisterId,
    mut read: impl FnMut(&mut dyn Council) -> Decided<T> + Send + 'static,
) -> Result<T, Problem> {
    let caller = asked.caller()?.clone();
    let work = move |council: &mut dyn Council| match caller.must_reach(council, register.centre)? {
        Ok(()) => read(council),
        Err(problem) => Ok(Err(problem)),
    };
    office.transact(Lane::Read, work).await?
}

pub(super) async fn receipts(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let register = asked.register()?;
    let receipts = of_register(office, asked, register, move |council| council.receipts(register).map(Ok)).await?;
    let written: Vec<Value> = receipts.iter().map(receipt).collect();
    Reply::json(&json!({ "register": register.to_string(), "receipts": written }))
}

fn receipt(Receipt { received, signature }: &Receipt) -> Value {
    let signature: String = signature.0.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "epoch": received.epoch.to_string(), "writer": received.stream.writer.to_string(),
        "incarnation": received.stream.incarnation, "n": received.n, "h": received.h.to_string(),
        "position": received.log.position, "l": received.log.l.to_string(), "at": received.at.0,
        "signature": signature,
    })
}

pub(super) async fn proof(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let centre = scope::centre(asked.part("centre")).ok_or_else(|| invalid("centre: eight digits."))?;
    let year = asked.query("year").map_or(Ok(None), |year| year.parse().map(Some));
    let year: Option<u16> = year.map_err(|_| invalid("year: four digits."))?;
    let (here, now) = (office.clone(), office.now());
    let whose = RegisterId { centre, year: year.unwrap_or(0) };
    let read = move |council: &mut dyn Council| proof::of(council, &here.keys.signing, centre, year, now);
    Reply::json(&of_register(office, asked, whose, read).await?)
}

pub(super) async fn conflicts(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let register = asked.register()?;
    let read = move |council: &mut dyn Council| {
        let fold = authority::folded(council, register)?;
        Ok(Ok((fold.conflicts(), fold.held())))
    };
    let (conflicts, held) = of_register(office, asked, register, read).await?;
    let conflicts: Vec<Value> = conflicts.iter().map(conflict).collect();
    let held: Vec<Value> = held.iter().map(one_held).collect();
    Reply::json(&json!({ "register": register.to_string(), "conflicts": conflicts, "held": held }))
}

fn about(about: &About) -> Value {
    match about {
        About::Centre => json!({ "centre": true }),
        About::Candidate(id) => json!({ "candidate": id.to_string() }),
        About::Slip(id) => json!({ "slip": id.to_string() }),
    }
}

fn conflict(one: &Conflict) -> Value {
    let branches: Vec<Value> = one.branches.iter().map(branch).collect();
    json!({ "about": about(&one.about), "field": one.field, "why": format!("{:?}", one.why), "branches": branches })
}

fn branch(one: &Branch) -> Value {
    let tags: Vec<String> = one.tags.iter().map(ToString::to_string).collect();
    let by: Vec<Value> =
        one.written.iter().map(|writing| json!({ "actor": writing.actor, "at": writing.at.0 })).collect();
    json!({ "value": one.value, "tags": tags, "written": by })
}

fn one_held(one: &Held) -> Value {
    json!({
        "about": about(&one.about), "kind": one.kind.name(), "tag": one.tag.to_string(), "position": one.position,
        "why": format!("{:?}", one.why), "actor": one.actor, "at": one.at.0,
    })
}

pub(super) async fn quarantine(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (caller, after) = (asked.caller()?.clone(), asked.after()?);
    let work = move |council: &mut dyn Council| {
        let (mut rows, page) = (Vec::new(), council.quarantined(after, PAGE)?);
        let last = page.last().filter(|_| page.len() == PAGE).map(|(n, _)| *n);
        for (n, batch) in page {
            if scope::reaches(council, &caller.scope, batch.register.centre)? {
                rows.push(kept_aside(n, &batch));
            }
        }
        Ok(json!({ "batches": rows, "next": last }))
    };
    Reply::json(&office.transact(Lane::Read, work).await?)
}

fn kept_aside(n: u64, batch: &Quarantined) -> Value {
    let why = match batch.why {
        QuarantinedBecause::Forked => "forked",
        QuarantinedBecause::Revoked => "revoked",
    };
    json!({
        "n": n, "why": why, "device": batch.device.to_string(), "register": batch.register.to_string(),
        "incarnation": batch.stream.incarnation, "first": batch.first, "last": batch.last, "at": batch.at.0,
        "bytes": batch.frame.len(),
    })
}

pub(super) async fn audit(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let after = asked.after()?;
    let lines = office.transact(Lane::Read, move |council| council.audit_after(after, PAGE)).await?;
    let next = lines.last().filter(|_| lines.len() == PAGE).map(|line| line.n);
    let lines: Vec<Value> = lines.iter().map(line).collect();
    Reply::json(&json!({ "lines": lines, "next": next }))
}

fn line(line: &AuditLine) -> Value {
    let AuditLine { n, at, who, what, about, hash } = line;
    json!({ "n": n, "at": at.0, "who": who, "what": what, "about": about, "hash": hash.to_string() })
}
