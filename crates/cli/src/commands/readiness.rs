//! `readiness`: what is left before a centre is ready, on one page.

use desk::judgement::Judgement;
use desk::readiness::{Left, Readiness, readiness};
use desk::{Desk, Error};
use register::CentreField;
use regulations::{Field, Severity};
use serde_json::{Value, json};

use super::facts::{finding_json, finding_line};
use super::open;
use crate::arguments::Arguments;
use crate::output::{Done, colours, print};

/// Names told of those concerned; `list` tells the rest.
const NAMED: usize = 5;

pub(crate) fn run(arguments: &Arguments) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let judgement = desk.judge()?;
    let readiness = readiness(&judgement);
    if arguments.json {
        print(&facts(&desk, &judgement, &readiness).to_string())?;
    } else {
        page(arguments, &desk, &judgement, &readiness)?;
    }
    Ok(Done::judged(readiness.left.iter().any(|left| left.severity == Severity::Error)))
}

fn facts(desk: &Desk, judgement: &Judgement, readiness: &Readiness) -> Value {
    let conditions: serde_json::Map<String, Value> =
        readiness.conditions.iter().map(|(condition, met)| (condition.name().to_owned(), (*met).into())).collect();
    let left = |left: &Left| json!({"finding": finding_json(desk, &left.finding), "candidates": left.candidates.len()});
    json!({
        "centre": judgement.code, "candidates": readiness.candidates, "ready": readiness.ready,
        "duly_registered": readiness.duly_registered, "conditions": conditions,
        "fees": {"state": judgement.state.0, "candidate": judgement.owed.0, "paid": judgement.paid.0},
        "left": readiness.left.iter().map(left).collect::<Vec<_>>(),
    })
}

fn page(arguments: &Arguments, desk: &Desk, judgement: &Judgement, readiness: &Readiness) -> Result<(), Error> {
    let name = judgement.centre.get(CentreField::Name);
    print(&format!("{} {name}: {} candidates, {} ready", judgement.code, readiness.candidates, readiness.ready))?;
    for (condition, met) in &readiness.conditions {
        let mark = if *met == readiness.candidates { "done" } else { "left" };
        print(&format!(
            "  {mark}  {:14} {met} of {}  ({})",
            condition.name(),
            readiness.candidates,
            condition.paragraph()
        ))?;
    }
    print(&format!(
        "fees: the state pays {}, candidates {} (slips on record: {})",
        judgement.state, judgement.owed, judgement.paid
    ))?;
    if readiness.left.is_empty() {
        return print("nothing is left to do");
    }
    print("left to do:")?;
    readiness.left.iter().try_for_each(|left| print_left(arguments, desk, judgement, left))
}

fn print_left(arguments: &Arguments, desk: &Desk, judgement: &Judgement, left: &Left) -> Result<(), Error> {
    let line = finding_line(arguments, desk, &left.finding);
    let coloured = match (colours(), left.severity) {
        (true, Severity::Error) => format!("\x1b[31m{line}\x1b[0m"),
        (true, Severity::Warning) => format!("\x1b[33m{line}\x1b[0m"),
        _ => line,
    };
    print(&format!("  {coloured}"))?;
    if left.candidates.is_empty() {
        return Ok(());
    }
    let who = left.candidates.iter().take(NAMED).filter_map(|place| judgement.candidates.get(*place)).map(|judged| {
        let draft = &judged.candidate.draft;
        format!("{} {}", draft.get(Field::CandidateNo), draft.get(Field::Name)).trim().to_owned()
    });
    let who = who.collect::<Vec<_>>().join(", ");
    let more = match left.candidates.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    print(&format!("      {}: {who}{more}", left.candidates.len()))
}
