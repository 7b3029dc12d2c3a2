//! Orders of the council: circulars, the window, transfers, proofs, batches kept aside, the audit. Owns their words.

use std::sync::Arc;

use sync::authority::{self, Here, QuarantinedBecause};
use sync::circular::Circular;
use sync::message::Answer;
use sync::{CandidateId, UnixMillis};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::order::{CircularOrder, TransferAsked, WindowOrder};
use super::{OrderError, Outcome, said};
use crate::access::scope;
use crate::audit::{self, Verdict};
use crate::circulars;
use crate::office::Office;
use crate::proof;
use crate::stores::console::projected;
use crate::stores::{Council, Lane};

const SERVER: &str = "server";

pub(super) async fn circular(office: &Arc<Office>, order: CircularOrder) -> Result<Outcome, OrderError> {
    match order {
        CircularOrder::Issue { file, year } => {
            let text = std::fs::read_to_string(&file).map_err(|error| OrderError::File(file, error))?;
            issue(office, year, text).await
        }
        CircularOrder::List => {
            let circulars = office.transact(Lane::Read, |council| council.circulars(0)).await?;
            let line = |signed: &sync::circular::SignedCircular| {
                let Circular { number, year, at, .. } = &signed.circular;
                format!("{number}\t{year}\t{}\n", written(*at))
            };
            Ok(said(circulars.iter().map(line).collect()))
        }
    }
}

async fn issue(office: &Arc<Office>, year: u16, text: String) -> Result<Outcome, OrderError> {
    let (here, now) = (office.clone(), office.now());
    let work =
        move |council: &mut dyn Council| circulars::issue(council, &here.keys.signing, SERVER, (year, &text), now);
    let number = office.transact(Lane::Write, work).await?;
    let number = number.map_err(|broken| OrderError::Input(format!("the circular does not read: {broken}")))?;
    Ok(said(format!("circular {number} of {year}")))
}

pub(super) async fn window(office: &Arc<Office>, order: WindowOrder) -> Result<Outcome, OrderError> {
    let WindowOrder::Set { year, when } = order;
    let at = match when.as_str() {
        "open" => None,
        moment => Some(read_moment(moment)?),
    };
    let now = office.now();
    let work = move |council: &mut dyn Council| {
        council.set_closes(year, at)?;
        audit::note(council, now, SERVER, "window.set", &format!("{year} {}", at.map_or(0, |at| at.0)))
    };
    office.transact(Lane::Urgent, work).await?;
    Ok(said(match at {
        Some(at) => format!("registration of {year} closes at {}", written(at)),
        None => format!("registration of {year} is open"),
    }))
}

fn read_moment(text: &str) -> Result<UnixMillis, OrderError> {
    let moment = OffsetDateTime::parse(text, &Rfc3339);
    let moment = moment.map_err(|_| OrderError::Usage("a moment is written 2026-03-31T23:59:59+03:00".into()))?;
    Ok(UnixMillis(i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)))
}

fn written(UnixMillis(millis): UnixMillis) -> String {
    let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).ok();
    moment.and_then(|moment| moment.format(&Rfc3339).ok()).unwrap_or_default()
}

pub(super) async fn transfer(office: &Arc<Office>, asked: TransferAsked) -> Result<Outcome, OrderError> {
    let TransferAsked { candidate, from, to, reason } = asked;
    let wrong = || OrderError::Usage("a candidate has 32 hexadecimal digits".into());
    let candidate = CandidateId::parse(&candidate).ok_or_else(wrong)?;
    let (from, to) = (crate::http::read_register(&from)?, crate::http::read_register(&to)?);
    let moved = authority::Transfer { candidate, from, to, by: "KNEC".into(), reason };
    let moved = crate::transfer::move_candidate(office, moved, SERVER.into(), |_| Ok(Ok(()))).await?;
    Ok(said(format!("departed at {} of {from}, arrived at {} of {to}", moved.departed, moved.arrived)))
}

pub(super) async fn proof(office: &Arc<Office>, centre: &str, year: Option<u16>) -> Result<Outcome, OrderError> {
    let centre = scope::centre(centre).ok_or_else(|| OrderError::Usage("a centre has eight digits".into()))?;
    let (here, now) = (office.clone(), office.now());
    let work = move |council: &mut dyn Council| proof::of(council, &here.keys.signing, centre, year, now);
    let proof = office.transact(Lane::Read, work).await??;
    Ok(said(serde_json::to_string_pretty(&proof).unwrap_or_default()))
}

pub(super) async fn quarantine(office: &Arc<Office>, release: Option<u64>) -> Result<Outcome, OrderError> {
    let Some(number) = release else {
        let batches = office.transact(Lane::Read, |council| council.quarantined(0, 10_000)).await?;
        let line = |(n, batch): &(u64, authority::Quarantined)| {
            let why = if batch.why == QuarantinedBecause::Forked { "forked" } else { "revoked" };
            let (device, register) = (batch.device, batch.register);
            format!("{n}\t{}\t{why}\t{device}\t{register}\t{}-{}\n", written(batch.at), batch.first, batch.last)
        };
        return Ok(said(batches.iter().map(line).collect()));
    };
    take_in(office, number).await
}

async fn take_in(office: &Arc<Office>, number: u64) -> Result<Outcome, OrderError> {
    let (here, now) = (office.clone(), office.now());
    let work = move |council: &mut dyn Council| {
        let found = council.quarantined(number.saturating_sub(1), 1)?.into_iter().find(|(n, _)| *n == number);
        let Some((_, batch)) = found else { return Ok(None) };
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        audit::note(council, now, SERVER, "quarantine.release", &number.to_string())?;
        authority::release(council, &here, &batch.frame).map(Some)
    };
    match office.transact(Lane::Write, work).await? {
        Some(Answer::Stored(receipt)) => {
            Ok(said(format!("taken in: up to {} at position {}", receipt.received.n, receipt.received.log.position)))
        }
        Some(Answer::Refused(refusal)) => Err(OrderError::Refused(refusal.into())),
        Some(_) => {
            Err(OrderError::Usage("its place in the stream is taken, or what comes before it is missing".into()))
        }
        None => Err(OrderError::Usage("there is no batch of this number".into())),
    }
}

pub(super) async fn epoch(office: &Arc<Office>, begin: bool) -> Result<Outcome, OrderError> {
    let now = office.now();
    let epoch = match begin {
        false => office.transact(Lane::Read, |council| council.epoch()).await?,
        true => {
            let work = move |council: &mut dyn Council| {
                let epoch = council.begin_epoch()?;
                audit::note(council, now, SERVER, "epoch.begin", &epoch.to_string())?;
                Ok(epoch)
            };
            office.transact(Lane::Urgent, work).await?
        }
    };
    Ok(said(epoch.to_string()))
}

pub(super) async fn audit(office: &Arc<Office>) -> Result<Outcome, OrderError> {
    match office.transact(Lane::Read, |council| audit::verify(council)).await? {
        Verdict::Whole(lines, hash) => Ok(said(format!("the audit holds: {lines} lines, the last {hash}"))),
        Verdict::Broken(line) => {
            let out = format!("the audit does not hold: line {line} is not as it was written\n");
            Ok(Outcome { exit: 1, out, err: String::new() })
        }
    }
}

/// Every row of the console is made anew; a running server goes on with it by itself.
pub(super) async fn rebuild(office: &Arc<Office>) -> Result<Outcome, OrderError> {
    let now = office.now();
    let work = move |council: &mut dyn Council| {
        projected::forget_all(council)?;
        audit::note(council, now, SERVER, "console.rebuild", "")
    };
    office.transact(Lane::Write, work).await?;
    let done = crate::console::catch_up(office).await?;
    Ok(said(format!("{done} registers were made anew")))
}
