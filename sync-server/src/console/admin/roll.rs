//! The nominal roll of any centre, as its desk prints it, of what the council has. Owns the model that `documents` prints.

use std::sync::Arc;

use documents::roll::RollModel;
use documents::{Centre, Head, Masthead};
use regulations::{CentreCode, CentreKind, Pack};
use sync::{RegisterId, UnixMillis};
use time::OffsetDateTime;
use time::macros::offset;

use crate::access::scope;
use crate::console::projection::Summary;
use crate::console::scoped::Scoped;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::Lane;
use crate::stores::console::candidates::{self, Candidate};

/// `GET centres/{centre}/roll.pdf`.
pub(in crate::console) async fn roll(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let centre = scope::centre(asked.part("centre")).ok_or_else(|| invalid("centre: eight digits."))?;
    let scoped = Scoped::of(office, asked).await?;
    let (register, kept) = scoped.register(centre).ok_or(Problem::from(sync::RefusalCode::ForeignCentre))?;
    let (summary, pack) = (kept.summary.clone(), office.console.rules(office, register.year).await?);
    let candidates = office.transact(Lane::Read, move |council| candidates::of(council, register)).await?;
    let day = printed_day(office.now());
    let printed = tokio::task::spawn_blocking(move || {
        let model = model(register, &summary, &pack, &candidates, day)?;
        documents::roll::render(&model).ok()
    });
    let printed = printed.await.map_err(|_| sync::RefusalCode::Busy)?.ok_or(Problem::from(Code::NotFound))?;
    Ok(Reply::file("application/pdf", &format!("roll-{register}.pdf"), printed))
}

/// The day in East Africa, written out: `1 May 2026`.
fn printed_day(now: UnixMillis) -> String {
    let Ok(at) = OffsetDateTime::from_unix_timestamp(now.0 / 1000) else { return String::new() };
    let date = at.to_offset(offset!(+3)).date();
    format!("{} {} {}", date.day(), date.month(), date.year())
}

fn model(
    register: RegisterId,
    summary: &Summary,
    pack: &Pack,
    candidates: &[Candidate],
    printed_on: String,
) -> Option<RollModel> {
    let code = CentreCode::parse(&format!("{:08}", register.centre)).ok()?;
    let detail = |field: &str| summary.details.get(field).cloned().unwrap_or_default();
    let kind = CentreKind::named(&summary.kind).unwrap_or_default();
    let centre = Centre {
        code,
        name: summary.name.clone(),
        county: detail("county"),
        sub_county: detail("sub_county"),
        head: Head::of(kind, &detail("head_teacher")),
    };
    let draft = !matches!(summary.state(), "approved" | "returned") || summary.with_errors > 0;
    let masthead = Masthead { draft, ..Masthead::of(pack, centre, printed_on) };
    let entered = candidates.iter().filter(|one| one.state == "entered");
    let candidates = entered.map(|one| documents::Candidate::of(pack, Some(code), &one.draft())).collect();
    Some(RollModel { masthead, candidates })
}
