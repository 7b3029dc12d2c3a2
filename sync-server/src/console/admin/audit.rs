//! The audit: searched and verified.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::audit::{self, Verdict};
use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::{AuditLine, Lane};

/// Lines on a page, at most.
const MOST: usize = 500;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Search {
    #[serde(default)]
    who: String,
    /// A code or its beginning: `case.` for all decisions.
    #[serde(default)]
    what: String,
    #[serde(default)]
    about: String,
    /// Lines before this number: the newest come first.
    before: Option<u64>,
    limit: Option<usize>,
}

/// `POST audit/search`.
pub(in crate::console) async fn search(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    asked.caller()?;
    let Search { who, what, about, before, limit } = asked.json()?;
    let (limit, before) = (limit.unwrap_or(100).min(MOST), before.unwrap_or(u64::MAX));
    let work = move |council: &mut dyn crate::stores::Council| {
        crate::stores::console::audit::search(council, (&who, &what, &about), before, limit)
    };
    let lines = office.transact(Lane::Read, work).await?;
    let next = lines.last().filter(|_| lines.len() == limit).map(|line| line.n);
    let rows: Vec<Value> = lines.iter().map(line).collect();
    Reply::json(&json!({ "rows": rows, "next": next }))
}

fn line(line: &AuditLine) -> Value {
    let AuditLine { n, at, who, what, about, hash } = line;
    json!({ "n": n, "at": at.0, "who": who, "what": what, "about": about, "hash": hash.to_string() })
}

/// `GET audit/verify`.
pub(in crate::console) async fn verify(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    asked.caller()?;
    let verdict = office.transact(Lane::Read, |council| audit::verify(council)).await?;
    Reply::json(&match verdict {
        Verdict::Whole(lines, hash) => json!({ "whole": true, "lines": lines, "hash": hash.to_string() }),
        Verdict::Broken(line) => json!({ "whole": false, "broken_at": line }),
    })
}
