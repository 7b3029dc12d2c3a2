//! A request for a transfer: what both registers say of it, read into one. Owns what it lacks and the case that it is.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sync::authority::StoredRun;
use sync::fold::Fold;
use sync::{About, RegisterId, UnixMillis};

use super::limit::months_after;
use super::{Pair, QUEUE, SIDES};
use crate::access::scope;
use crate::console::finding::Finding;
use crate::console::log;
use crate::console::projection::{Found, key, member};
use crate::console::reason::{plain, reason};
use crate::stores::StoreError;

/// Who consents: the two heads, and the two sub-counties' directors.
const CONSENTS: [&str; 4] = ["head.from", "head.to", "scde.from", "scde.to"];

/// A value of a request: when the council received it, from whom, where in the log.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) value: String,
    at: UnixMillis,
    by: String,
    position: u64,
}

/// What one of the two registers says of the request.
pub(super) struct Side {
    pub(super) fold: Fold,
    /// Whether anything ever came of the centre.
    pub(super) known: bool,
    pub(super) said: BTreeMap<String, Said>,
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

    pub(super) fn name(&self) -> &str {
        self.fold.value(&About::Centre, "name").unwrap_or_default()
    }
}

/// A request, with what both sides say.
pub(super) struct Request {
    pub(super) pair: Pair,
    pub(super) from: Side,
    pub(super) to: Side,
    /// The candidate's index number; empty: the candidate has no number.
    pub(super) index: String,
}

impl Request {
    pub(super) fn read(finding: &mut Finding<'_, '_>, pair: Pair) -> Result<Request, StoreError> {
        let from = log::runs(finding.council, pair.from, 0)?;
        let to = log::runs(finding.council, pair.to, 0)?;
        let from = Side::read(pair.from, &from, About::Candidate(pair.candidate));
        let to = Side::read(pair.to, &to, About::Centre);
        let number = from.fold.value(&About::Candidate(pair.candidate), "candidate_no").unwrap_or_default();
        let index = if number.is_empty() { String::new() } else { format!("{:08}{number:0>3}", pair.from.centre) };
        Ok(Request { pair, from, to, index })
    }

    /// What the centre that releases says, if it asks for this transfer.
    pub(super) fn asked(&self) -> Option<&Said> {
        let asked = self.from.said.get("transfer.to")?;
        Some(asked).filter(|asked| scope::centre(&asked.value) == Some(self.pair.to.centre))
    }

    /// What the centre that receives says, if it asks.
    pub(super) fn wanted(&self) -> Option<(&Said, Value)> {
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

    pub(super) fn found(&self, finding: &mut Finding<'_, '_>) -> Result<Option<Found>, StoreError> {
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
}

/// Which of the two asks, as far as it names the case.
const fn kind_of(asked: Option<&Said>) -> &'static str {
    if asked.is_some() { "asked" } else { "wanted" }
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
