//! `conflicts`, `countersign`, `admit`: what people have to decide.

use desk::clock::printed;
use desk::conflicts::{because, called, held_because, undecided};
use desk::sync::{Branch, Conflict, Held};
use desk::{Desk, Error, conflicts as desk_conflicts};
use register::About;
use serde_json::{Value, json};

use super::open;
use crate::arguments::{Arguments, Conflicts};
use crate::output::{Done, print};

pub(crate) fn run(arguments: &Arguments, action: Option<&Conflicts>) -> Result<Done, Error> {
    match action {
        None | Some(Conflicts::List) => list(arguments),
        Some(Conflicts::Resolve { who, field, value, reason }) => {
            let mut desk = open(arguments)?;
            let receipt = desk_conflicts::resolve(&mut desk, who, field, value, reason)?;
            decided(arguments, "resolved", receipt.operations as usize)
        }
    }
}

fn list(arguments: &Arguments) -> Result<Done, Error> {
    let desk = open(arguments)?;
    let undecided = undecided(&desk)?;
    for conflict in &undecided.conflicts {
        print(&conflict_line(arguments, &desk, conflict)?)?;
    }
    for held in &undecided.held {
        print(&held_line(arguments, &desk, held)?)?;
    }
    let none = undecided.conflicts.is_empty() && undecided.held.is_empty();
    if none && !arguments.json {
        print("nothing is to be decided")?;
    }
    Ok(Done::judged(!undecided.conflicts.is_empty()))
}

fn conflict_line(arguments: &Arguments, desk: &Desk, conflict: &Conflict) -> Result<String, Error> {
    let (who, why) = (called(desk, conflict.about)?, because(desk, conflict.why)?);
    if arguments.json {
        let values: Vec<Value> = conflict.branches.iter().map(value_json).collect();
        return Ok(json!({"conflict": id(conflict.about), "who": who, "field": conflict.field, "why": why,
                         "values": values})
        .to_string());
    }
    let mut lines = vec![format!("{who}: {} ({})", conflict.field, why)];
    lines.extend(conflict.branches.iter().enumerate().map(|(place, branch)| value_line(place, branch)));
    Ok(lines.join("\n"))
}

fn id(about: About) -> String {
    match about {
        About::Centre => "centre".to_owned(),
        About::Candidate(id) => id.to_string(),
        About::Slip(id) => id.to_string(),
    }
}

fn value_json(branch: &Branch) -> Value {
    let written = branch.written.iter().map(|writing| {
        json!({"by": writing.actor, "at": printed(writing.at), "what": writing.kind.name(),
               "received": writing.received.map(printed)})
    });
    json!({"value": branch.value, "written": written.collect::<Vec<_>>()})
}

/// The value shown at present has a star.
fn value_line(place: usize, branch: &Branch) -> String {
    let star = if place == 0 { '*' } else { ' ' };
    let by: Vec<String> =
        branch.written.iter().map(|writing| format!("{}, {}", writing.actor, printed(writing.at))).collect();
    format!("  {star} \"{}\"  {}", branch.value, by.join("; "))
}

fn held_line(arguments: &Arguments, desk: &Desk, held: &Held) -> Result<String, Error> {
    let (who, why, at) = (called(desk, held.about)?, held_because(held.why), printed(held.at));
    let (operation, what) = (held.tag.to_string(), held.kind.name());
    Ok(match arguments.json {
        true => {
            let writes: Vec<Value> =
                held.writes.iter().map(|write| json!({"field": write.field, "value": write.value})).collect();
            json!({"held": operation, "who": who, "what": what, "by": held.actor, "at": at, "why": why,
                   "writes": writes})
            .to_string()
        }
        false => {
            let writes: Vec<String> =
                held.writes.iter().map(|write| format!("{} \"{}\"", write.field, write.value)).collect();
            format!("held {operation}: {who}: {what} by {}, {at}: {}\n    {why}", held.actor, writes.join(", "))
        }
    })
}

pub(crate) fn countersign(arguments: &Arguments, what: &str) -> Result<Done, Error> {
    let signed = desk_conflicts::countersign(&mut open(arguments)?, what)?;
    decided(arguments, "countersigned", signed.len())
}

pub(crate) fn admit(arguments: &Arguments, what: &str) -> Result<Done, Error> {
    let admitted = desk_conflicts::admit(&mut open(arguments)?, what)?;
    decided(arguments, "admitted", admitted.len())
}

fn decided(arguments: &Arguments, word: &str, number: usize) -> Result<Done, Error> {
    print(&if arguments.json { json!({word: number}).to_string() } else { word.to_owned() })?;
    Ok(Done::Clean)
}
