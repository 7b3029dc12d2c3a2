//! The life of centres (2.1): application, inspection, approval, relocation, deregistration, merging; and the sub-county in
//! which a centre is listed. Owns which event may follow which.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::access::scope;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::life::{self, Event};
use crate::stores::{Council, Lane};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Happens {
    event: String,
    on: String,
    reason: String,
    to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    sub_county: String,
}

fn centre(asked: &Asked) -> Result<u32, Problem> {
    scope::centre(asked.part("centre")).ok_or_else(|| invalid("centre: eight digits."))
}

/// What may happen to a centre after its last event; of a centre of which nothing is on record yet it is taken that it was
/// approved before the console came.
fn may_follow(last: Option<&str>) -> &'static [&'static str] {
    match last {
        None => &["apply", "relocate", "deregister", "merge"],
        Some("apply") => &["inspect", "refuse"],
        Some("inspect") => &["approve", "refuse"],
        Some("refuse" | "deregister") => &["apply"],
        Some("merge") => &[],
        _ => &["relocate", "deregister", "merge"],
    }
}

/// `GET centres/{centre}/life`.
pub(in crate::console) async fn look(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (centre, caller) = (centre(asked)?, asked.caller()?.clone());
    let work = move |council: &mut dyn Council| match caller.must_reach(council, centre)? {
        Ok(()) => Ok(Ok((life::of(council, centre)?, council.sub_county(centre)?))),
        Err(problem) => Ok(Err(problem)),
    };
    let (events, sub_county) = office.transact(Lane::Read, work).await??;
    Reply::json(&said(centre, &events, sub_county))
}

fn said(centre: u32, events: &[Event], sub_county: u32) -> Value {
    let rows: Vec<Value> = events
        .iter()
        .map(|event| {
            let to = Some(event.other).filter(|code| *code != 0).map(|code| format!("{code:08}"));
            json!({
                "event": event.event, "on": event.day, "reason": event.reason, "to": to, "at": event.at.0,
                "by": event.by,
            })
        })
        .collect();
    let next = may_follow(events.last().map(|event| event.event.as_str()));
    json!({ "centre": format!("{centre:08}"), "sub_county": format!("{sub_county:05}"), "rows": rows, "next": next })
}

/// `POST centres/{centre}/life`.
pub(in crate::console) async fn happens(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (centre, caller, now) = (centre(asked)?, asked.caller()?.clone(), office.now());
    let Happens { event, on, reason, to } = asked.json()?;
    let other = to.map_or(Ok(0), |to| scope::centre(&to).ok_or_else(|| invalid("to: eight digits.")))?;
    let merges = event == "merge";
    if merges != (other != 0) || other == centre {
        return Err(invalid("to: another centre, when one joins it."));
    }
    let day = time::Date::parse(&on, &time::format_description::well_known::Iso8601::DATE);
    let day = day.map_err(|_| invalid("on: YYYY-MM-DD."))?.to_string();
    if reason.trim().is_empty() || reason.chars().count() > 500 {
        return Err(invalid("reason: 1 to 500 characters."));
    }
    let work = move |council: &mut dyn Council| {
        if let Err(problem) = caller.must_reach(council, centre)? {
            return Ok(Err(problem));
        }
        let before = life::of(council, centre)?;
        if !may_follow(before.last().map(|event| event.event.as_str())).contains(&event.as_str()) {
            return Ok(Err(invalid("event: not after what happened before.")));
        }
        let (by, reason) = (caller.who(), reason.clone());
        let one = Event { event: event.clone(), day: day.clone(), reason, other, at: now, by };
        life::add(council, centre, &one)?;
        crate::audit::note(council, now, &one.by, &format!("centre.{}", one.event), &format!("{centre:08}"))?;
        Ok(Ok((life::of(council, centre)?, council.sub_county(centre)?)))
    };
    let (events, sub_county) = office.transact(Lane::Write, work).await??;
    Reply::json(&said(centre, &events, sub_county))
}

/// `POST centres/{centre}/sub-county`.
pub(in crate::console) async fn list_in(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (centre, Listed { sub_county }, who, now) =
        (centre(asked)?, asked.json()?, asked.caller()?.who(), office.now());
    let digits = sub_county.len() == 5 && sub_county.bytes().all(|byte| byte.is_ascii_digit());
    let code: u32 = sub_county.parse().ok().filter(|_| digits).ok_or_else(|| invalid("sub_county: five digits."))?;
    let work = move |council: &mut dyn Council| {
        council.set_sub_county(centre, code)?;
        crate::audit::note(council, now, &who, "centre.sub-county", &format!("{centre:08}"))
    };
    office.transact(Lane::Write, work).await?;
    Ok(Reply::done())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_centre_lives_in_the_order_of_the_manual() {
        for (last, event, may) in [
            (None, "apply", true),
            (Some("apply"), "approve", false),
            (Some("apply"), "inspect", true),
            (Some("inspect"), "approve", true),
            (Some("approve"), "deregister", true),
            (Some("approve"), "apply", false),
            (Some("deregister"), "apply", true),
            (Some("merge"), "relocate", false),
            (None, "relocate", true),
        ] {
            assert_eq!(may_follow(last).contains(&event), may, "{last:?} {event}");
        }
    }
}
