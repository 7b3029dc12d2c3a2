//! Circulars and announcements. A circular changes the rules of a year and is signed; an announcement is words, kept in the
//! register of every centre as a notice, so that desks hear of it as of any value.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use sync::authority::{Here, Own, write_own};
use sync::{About, FieldWrite, Kind, RegisterId, UnixMillis};

use crate::circulars::issue;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::announcements::{self, Announcement};
use crate::stores::{Council, Lane, StoreError};

/// Registers to which an announcement is written in one transaction.
const AT_ONCE: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    year: u16,
    text: String,
    closes: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Announce {
    year: u16,
    text_en: String,
    text_sw: String,
    until: i64,
}

/// `GET circulars`.
pub(in crate::console) async fn list(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    asked.caller()?;
    let all = office.transact(Lane::Read, |council| council.circulars(0)).await?;
    let rows: Vec<Value> = all
        .iter()
        .rev()
        .map(|signed| &signed.circular)
        .map(|one| json!({ "number": one.number, "year": one.year, "text": one.text, "at": one.at.0 }))
        .collect();
    Reply::json(&json!({ "rows": rows }))
}

/// `POST circulars`. With `closes`, registration of the year closes then.
pub(in crate::console) async fn publish(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Issue { year, text, closes }, who, now) = (asked.json()?, asked.caller()?.who(), office.now());
    let here = office.clone();
    let work = move |council: &mut dyn Council| {
        let issued = issue(council, &here.keys.signing, &who, (year, &text), now)?;
        if let (Ok(_), Some(at)) = (&issued, closes) {
            council.set_closes(year, Some(UnixMillis(at)))?;
            crate::audit::note(council, now, &who, "window.set", &format!("{year} {at}"))?;
        }
        Ok(issued)
    };
    let issued = office.transact(Lane::Write, work).await?;
    let number = issued.map_err(|broken| invalid(&format!("text: {broken}")))?;
    Reply::json(&json!({ "number": number, "year": year }))
}

/// `POST circulars/check`: the number that it would have.
pub(in crate::console) async fn check(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let Issue { year, text, .. } = asked.json()?;
    asked.caller()?;
    let work = move |council: &mut dyn Council| crate::circulars::check(council, (year, &text));
    let number = office.transact(Lane::Read, work).await?.map_err(|broken| invalid(&format!("text: {broken}")))?;
    Reply::json(&json!({ "number": number, "year": year }))
}

/// `GET announcements`.
pub(in crate::console) async fn announcements(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    asked.caller()?;
    let all = office.transact(Lane::Read, |council| announcements::all(council)).await?;
    let rows: Vec<Value> = all.iter().map(written).collect();
    Reply::json(&json!({ "rows": rows }))
}

fn written(one: &Announcement) -> Value {
    json!({
        "n": one.n, "year": one.year, "text_en": one.english, "text_sw": one.swahili, "until": one.until.0,
        "at": one.at.0, "by": one.by,
    })
}

/// `POST announcements`: to every centre of which something came.
pub(in crate::console) async fn announce(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let (Announce { year, text_en, text_sw, until }, who, now) = (asked.json()?, asked.caller()?.who(), office.now());
    let fits = |text: &str| (1..=1000).contains(&text.trim().chars().count());
    if !fits(&text_en) || !fits(&text_sw) {
        return Err(invalid("text_en, text_sw: 1 to 1000 characters."));
    }
    let one =
        Announcement { n: 0, year, english: text_en, swahili: text_sw, until: UnixMillis(until), at: now, by: who };
    let keep = one.clone();
    let work = move |council: &mut dyn Council| {
        let n = announcements::add(council, &keep)?;
        crate::audit::note(council, now, &keep.by, "announcement.add", &n.to_string())?;
        Ok((n, of_year(council, year)?))
    };
    let (n, registers) = office.transact(Lane::Write, work).await?;
    let one = Announcement { n, ..one };
    for part in registers.chunks(AT_ONCE) {
        let (part, one, here) = (part.to_vec(), one.clone(), office.clone());
        office.transact(Lane::Write, move |council| tell(council, &here, &part, &one)).await?;
    }
    let mut said = written(&one);
    said["centres"] = json!(registers.len());
    Reply::json(&said)
}

/// The registers of a year of which something came.
fn of_year(council: &mut dyn Council, year: u16) -> Result<Vec<RegisterId>, StoreError> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = council.registers(after, 1000)?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(last.register);
        all.extend(page.iter().map(|end| end.register).filter(|register| register.year == year));
    }
}

fn tell(
    council: &mut dyn Council,
    office: &Office,
    registers: &[RegisterId],
    one: &Announcement,
) -> Result<(), StoreError> {
    let here = Here { epoch: council.epoch()?, now: one.at, key: &office.keys.signing };
    let value = json!({ "en": one.english, "sw": one.swahili, "until": one.until.0 }).to_string();
    for register in registers {
        let fields = vec![FieldWrite { field: format!("announcement.{}", one.n), value: value.clone(), base: None }];
        let own = Own { about: About::Centre, kind: Kind::Centre, fields, actor: one.by.clone() };
        write_own(council, &here, *register, own)?;
    }
    Ok(())
}
