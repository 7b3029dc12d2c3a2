//! Requests for transfers (2.3.14, 2.11): what the two centres say in their registers, brought into one case with the
//! consents, the slip and the limit, and told to the other side. Owns what a request is and what it lacks; to move or to
//! refuse is decided by people (`decide`), and the move itself is the authority's.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sync::authority::{Own, StoredRun};
use sync::fold::Fold;
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId, UnixMillis};

use super::Finding;
use crate::access::scope;
use crate::console::log;
use crate::console::projection::{Found, Summary, is_settled, key, member};
use crate::console::reason::{plain, reason};
use crate::stores::StoreError;
use crate::stores::console::{candidates, cases, projected};

/// The queue.
const QUEUE: &str = "transfer";

/// Who consents: the two heads, and the two sub-counties' directors.
const CONSENTS: [&str; 4] = ["head.from", "head.to", "scde.from", "scde.to"];

/// The sides of a transfer whose sub-counties consent.
pub(in crate::console) const SIDES: [&str; 2] = ["from", "to"];

/// A candidate whom a centre asks to send or to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    candidate: CandidateId,
    from: RegisterId,
    to: RegisterId,
}

/// Looks at the requests of a register, and again at those of its open cases.
pub(super) fn look(finding: &mut Finding<'_, '_>, register: RegisterId) -> Result<(), StoreError> {
    let row = projected::of(finding.council, register)?;
    let Some(summary) = row.and_then(|row| Summary::unpacked(&row.summary)) else { return Ok(()) };
    let mut pairs = BTreeSet::new();
    let of = |centre: u32| RegisterId { centre, year: register.year };
    for (candidate, to) in &summary.leaving {
        let candidate = CandidateId(*candidate);
        pairs.insert(Pair { candidate, from: register, to: of(*to) });
    }
    for index in &summary.coming {
        let Some((from, number)) = index.split_at_checked(8) else { continue };
        let Some(from) = scope::centre(from).map(of) else { continue };
        let bearers = candidates::by_number(finding.council, from, number)?;
        let entered = bearers.into_iter().find(|one| one.state == "entered");
        pairs.extend(entered.map(|one| Pair { candidate: CandidateId(one.id), from, to: register }));
    }
    for case in cases::of(finding.council, register, QUEUE)? {
        pairs.extend(Some(&case).filter(|case| case.state == "open").and_then(pair));
    }
    pairs.into_iter().filter(|pair| pair.from.centre != pair.to.centre).try_for_each(|pair| look_at(finding, pair))
}

/// Looks at a case again, of which something was said meanwhile.
pub(in crate::console) fn look_again(finding: &mut Finding<'_, '_>, case: &cases::Case) -> Result<(), StoreError> {
    pair(case).map_or(Ok(()), |pair| look_at(finding, pair))
}

fn pair(case: &cases::Case) -> Option<Pair> {
    let members = crate::console::effect::members(case);
    let (from, About::Candidate(candidate)) = *members.first()? else { return None };
    let (to, _) = *members.get(1)?;
    Some(Pair { candidate, from, to })
}

/// A value of a request: when the council received it, from whom, where in the log.
#[derive(Clone, Debug)]
struct Said {
    value: String,
    at: UnixMillis,
    by: String,
    position: u64,
}

/// What one of the two registers says of the request.
struct Side {
    fold: Fold,
    /// Whether anything ever came of the centre.
    known: bool,
    said: BTreeMap<String, Said>,
}

impl Side {
    fn read(register: RegisterId, runs: &[StoredRun], about: About) -> Side {
        let mut last: BTreeMap<String, Said> = BTreeMap::new();
        let fold = log::fold(register, runs, |passed| {
            if passed.record.about != about {
                return;
            }
            for write in passed.record.fields.iter().filter(|write| write.field.starts_with("transfer.")) {
                let (value, by) = (write.value.clone(), passed.record.actor.clone());
                let said = Said { value, at: passed.run.at, by, position: passed.position };
                last.insert(write.field.clone(), said);
            }
        });
        // What is held, or was said against another, is not said.
        last.retain(|field, said| !said.value.is_empty() && fold.value(&about, field) == Some(said.value.as_str()));
        Side { fold, known: !runs.is_empty(), said: last }
    }

    fn name(&self) -> &str {
        self.fold.value(&About::Centre, "name").unwrap_or_default()
    }
}

/// A request, with what both sides say.
struct Request {
    pair: Pair,
    from: Side,
    to: Side,
    /// The candidate's index number; empty: the candidate has no number.
    index: String,
}

fn look_at(finding: &mut Finding<'_, '_>, pair: Pair) -> Result<(), StoreError> {
    let request = Request::read(finding, pair)?;
    let about = About::Candidate(pair.candidate);
    let open: Vec<cases::Case> = cases::of(finding.council, pair.from, QUEUE)?
        .into_iter()
        .filter(|case| case.state == "open" && self::pair(case) == Some(pair))
        .collect();
    let entered = request.from.fold.value(&about, "state") == Some("entered");
    let found = if entered { request.found(finding)? } else { None };
    for case in open.iter().filter(|case| found.as_ref().is_none_or(|found| found.key != case.key)) {
        finding.gone(case.id)?;
    }
    let settled = match &found {
        Some(found) => {
            finding.put(found)?;
            cases::by_id(finding.council, found.id())?.is_some_and(|case| is_settled(&case))
        }
        None => true,
    };
    request.tell(finding, !settled)
}

/// Takes back what was told to both sides: it is settled.
pub(in crate::console) fn clear(finding: &mut Finding<'_, '_>, case: &cases::Case) -> Result<(), StoreError> {
    let Some(pair) = pair(case) else { return Ok(()) };
    Request::read(finding, pair)?.tell(finding, false)
}

impl Request {
    fn read(finding: &mut Finding<'_, '_>, pair: Pair) -> Result<Request, StoreError> {
        let from = log::runs(finding.council, pair.from, 0)?;
        let to = log::runs(finding.council, pair.to, 0)?;
        let from = Side::read(pair.from, &from, About::Candidate(pair.candidate));
        let to = Side::read(pair.to, &to, About::Centre);
        let number = from.fold.value(&About::Candidate(pair.candidate), "candidate_no").unwrap_or_default();
        let index = if number.is_empty() { String::new() } else { format!("{:08}{number:0>3}", pair.from.centre) };
        Ok(Request { pair, from, to, index })
    }

    /// What the centre that releases says, if it asks for this transfer.
    fn asked(&self) -> Option<&Said> {
        let asked = self.from.said.get("transfer.to")?;
        Some(asked).filter(|asked| scope::centre(&asked.value) == Some(self.pair.to.centre))
    }

    /// What the centre that receives says, if it asks.
    fn wanted(&self) -> Option<(&Said, Value)> {
        let wanted = self.to.said.get(&format!("transfer.in.{}", self.index)).filter(|_| !self.index.is_empty())?;
        Some((wanted, serde_json::from_str(&wanted.value).unwrap_or_default()))
    }

    /// A consent, or the slip, from whichever side says it.
    fn consent(&self, name: &str) -> Option<Value> {
        let own = self.from.said.get(&format!("transfer.{name}"));
        if let Some(Said { value, at, by, .. }) = own.filter(|said| !said.value.trim().is_empty()) {
            return Some(json!({ "value": value, "at": at.0, "by": by }));
        }
        let field = match name {
            "head.to" => "head",
            "scde.to" => "scde",
            "slip" => "slip",
            _ => return None,
        };
        let (said, wanted) = self.wanted()?;
        let value = wanted[field].as_str().filter(|value| !value.trim().is_empty())?;
        Some(json!({ "value": value, "at": said.at.0, "by": said.by }))
    }

    fn found(&self, finding: &mut Finding<'_, '_>) -> Result<Option<Found>, StoreError> {
        let (asked, wanted) = (self.asked(), self.wanted());
        let Some(first) = [asked, wanted.as_ref().map(|(said, _)| *said)].into_iter().flatten().min_by_key(|s| s.at)
        else {
            return Ok(None);
        };
        let kind = match (asked, &wanted) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "asked",
            _ => "wanted",
        };
        let months = finding.pack.data().calendar.transfer_months.value;
        let closes = finding.council.closes(self.pair.from.year)?;
        let limit = closes.map(|closes| months_after(closes, months));
        let late = limit.is_some_and(|limit| first.at > limit);
        let consents: BTreeMap<&str, Option<Value>> =
            CONSENTS.into_iter().map(|name| (name, self.consent(name))).collect();
        let slip = self.consent("slip");
        let mut missing: Vec<&str> = CONSENTS.into_iter().filter(|name| consents[name].is_none()).collect();
        missing.extend(slip.is_none().then_some("slip"));
        missing.extend((!self.to.known).then_some("centre"));
        let mut sub_counties = BTreeMap::new();
        for (side, register) in SIDES.into_iter().zip([self.pair.from, self.pair.to]) {
            sub_counties.insert(side, format!("{:05}", finding.council.sub_county(register.centre)?));
        }
        let reason = self.from.said.get("transfer.reason").map(|said| said.value.clone());
        let reason =
            reason.or_else(|| wanted.as_ref().and_then(|(_, said)| said["reason"].as_str().map(str::to_owned)));
        let at = |said: Option<&Said>| said.map(|said| said.at.0);
        // The request that stands names the case, so that one who asks again after a refusal is heard again.
        let round = asked.map_or_else(|| wanted.as_ref().map_or(0, |(said, _)| said.position), |said| said.position);
        let parts = [self.pair.from.to_string(), self.pair.to.to_string(), self.pair.candidate.to_string()];
        let [from, to, candidate] = parts.each_ref().map(std::string::String::as_bytes);
        Ok(Some(Found {
            key: key(QUEUE, &[from, to, candidate, kind_of(asked).as_bytes(), &round.to_le_bytes()]),
            queue: QUEUE,
            kind: kind.to_owned(),
            score: if missing.is_empty() { 1000 } else { 500 },
            reasons: reasons(kind, &missing, late),
            members: vec![
                member(self.pair.from, &About::Candidate(self.pair.candidate)),
                member(self.pair.to, &About::Centre),
            ],
            evidence: json!({
                "from": format!("{:08}", self.pair.from.centre), "to": format!("{:08}", self.pair.to.centre),
                "reason": reason.unwrap_or_default(),
                "asked": { "from": at(asked), "to": at(wanted.as_ref().map(|(said, _)| *said)) },
                "consents": consents, "slip": slip, "fee": finding.pack.data().fees.others.transfer.value.0,
                "closes": closes.map(|at| at.0), "limit": limit.map(|at| at.0), "late": late, "missing": missing,
                "sub_counties": sub_counties,
            }),
            registers: vec![self.pair.from, self.pair.to],
        }))
    }

    /// Tells each side what the other asks, while it is `open`; else takes it back.
    fn tell(&self, finding: &mut Finding<'_, '_>, open: bool) -> Result<(), StoreError> {
        let about = About::Candidate(self.pair.candidate);
        if !self.index.is_empty() && self.to.known {
            let asked = self.asked().filter(|_| open).map(|_| {
                json!({
                    "candidate": self.pair.candidate.to_string(),
                    "name": self.from.fold.value(&about, "name").unwrap_or_default(),
                    "from": format!("{:08}", self.pair.from.centre), "from_name": self.from.name(),
                    "reason": self.from.said.get("transfer.reason").map(|said| said.value.as_str()),
                })
            });
            let field = format!("transfer.asked.{}", self.index);
            tell(finding, self.pair.to, &self.to.fold, (About::Centre, Kind::Centre), field, asked)?;
        }
        let wanted = self.wanted().filter(|_| open).map(|(_, said)| {
            json!({
                "to": format!("{:08}", self.pair.to.centre), "to_name": self.to.name(), "reason": said["reason"],
                "head": said["head"],
            })
        });
        let (fold, field) = (&self.from.fold, "transfer.wanted".to_owned());
        tell(finding, self.pair.from, fold, (about, Kind::Change), field, wanted)
    }
}

/// Which of the two asks, as far as it names the case.
const fn kind_of(asked: Option<&Said>) -> &'static str {
    if asked.is_some() { "asked" } else { "wanted" }
}

fn tell(
    finding: &mut Finding<'_, '_>,
    register: RegisterId,
    fold: &Fold,
    (about, kind): (About, Kind),
    field: String,
    value: Option<Value>,
) -> Result<(), StoreError> {
    let value = value.map_or_else(String::new, |value| value.to_string());
    if fold.value(&about, &field).unwrap_or_default() == value {
        return Ok(());
    }
    let base = fold.tag(&about, &field);
    let fields = vec![FieldWrite { field, value, base }];
    finding.say(register, Own { about, kind, fields, actor: "server".into() })
}

fn reasons(kind: &str, missing: &[&str], late: bool) -> Vec<Value> {
    let asks = match kind {
        "both" => plain("both", "Both centres ask for it."),
        "asked" => plain("asked", "The centre that releases asks for it."),
        _ => plain("wanted", "The centre that receives asks for it."),
    };
    let mut all = vec![asks];
    if !missing.is_empty() {
        let name = |one: &&str| match *one {
            "head.from" => "consent of the head who releases",
            "head.to" => "consent of the head who receives",
            "scde.from" => "consent of the SCDE of the centre that releases",
            "scde.to" => "consent of the SCDE of the centre that receives",
            "slip" => "slip of the fee",
            _ => "a register of the centre that receives",
        };
        let text = format!("Missing: {}.", missing.iter().map(name).collect::<Vec<_>>().join(", "));
        all.push(reason("missing", json!({ "missing": missing }), text));
    }
    if late {
        all.push(plain("after-limit", "It was asked for after the last day of transfers."));
    }
    all
}

/// A moment so many months later, at the same time of day; of a shorter month the last day.
fn months_after(at: UnixMillis, months: u32) -> UnixMillis {
    let Ok(from) = time::OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000)) else { return at };
    // In East Africa.
    let from = from.to_offset(time::macros::offset!(+3));
    let whole = from.year() * 12 + i32::from(u8::from(from.month())) - 1 + i32::try_from(months).unwrap_or(0);
    let (year, month) = (whole.div_euclid(12), u8::try_from(whole.rem_euclid(12) + 1).unwrap_or(1));
    let Ok(month) = time::Month::try_from(month) else { return at };
    let day = from.day().min(month.length(year));
    let date = time::Date::from_calendar_date(year, month, day);
    date.map_or(at, |date| UnixMillis(from.replace_date(date).unix_timestamp() * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_months_after_closing_is_the_same_day_or_the_last_of_a_shorter_month() {
        use time::macros::datetime;
        for (closes, limit) in [
            (datetime!(2026-02-28 17:00 +3), datetime!(2026-04-28 17:00 +3)),
            (datetime!(2026-12-31 23:59 +3), datetime!(2027-02-28 23:59 +3)),
            (datetime!(2026-03-01 00:30 +3), datetime!(2026-05-01 00:30 +3)),
        ] {
            let millis = |at: time::OffsetDateTime| UnixMillis(at.unix_timestamp() * 1000);
            assert_eq!(months_after(millis(closes), 2), millis(limit), "{closes}");
        }
    }
}
