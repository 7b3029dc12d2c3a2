//! Commands that change one thing of a register: each one operation, each undone by `undo`.

use desk::clock::Moment;
use desk::returned::ReturnDocument;
use desk::{Desk, Error};
use register::{CandidateId, DepositSlip, Filter, Operation, Receipt, Step};
use regulations::{Draft, Field, Paper, Rule, Severity, Shillings};
use serde_json::json;

use super::open;
use crate::arguments::Arguments;
use crate::output::{Done, print, say};

pub(crate) fn enter(arguments: &Arguments, fields: &[String]) -> Result<Done, Error> {
    let mut draft = Draft::default();
    for (field, value) in assignments(fields)? {
        draft.set(field, value);
    }
    let mut desk = open(arguments)?;
    let receipt = desk.transact(Operation::EnterCandidate(draft))?;
    for id in &receipt.entered {
        let candidate = desk.register().read().candidate(*id)?;
        let (number, name) = (candidate.draft.get(Field::CandidateNo), candidate.draft.get(Field::Name));
        let line = match arguments.json {
            true => json!({"candidate": id.to_string(), "candidate_no": number, "name": name}).to_string(),
            false => format!("entered: {number} {name}"),
        };
        print(&line)?;
    }
    Ok(Done::Clean)
}

pub(crate) fn set(
    arguments: &Arguments,
    candidate: &str,
    fields: &[String],
    reason: Option<&str>,
) -> Result<Done, Error> {
    let (fields, mut desk) = (assignments(fields)?, open(arguments)?);
    let candidate = desk.find(candidate)?;
    let what = Operation::ChangeFields { candidate, fields };
    let receipt = desk.transact(match reason {
        Some(reason) => Operation::Amend { what: Box::new(what), reason: reason.to_owned() },
        None => what,
    })?;
    let closes = desk.register().read().sync_state()?.closes;
    if reason.is_none() && receipt.operations > 0 && closes.is_some_and(|closes| closes < Moment::now().millis()) {
        say("registration has closed: this is held until it is written again with --reason");
    }
    saved(arguments, &receipt)
}

pub(crate) fn withdraw(arguments: &Arguments, candidate: &str, reason: &str) -> Result<Done, Error> {
    let reason = reason.to_owned();
    on_one(arguments, candidate, |candidate| Operation::Withdraw { candidate, reason })
}

pub(crate) fn reinstate(arguments: &Arguments, candidate: &str) -> Result<Done, Error> {
    on_one(arguments, candidate, Operation::Reinstate)
}

pub(crate) fn paper(arguments: &Arguments, candidate: &str, paper: &str, remove: bool) -> Result<Done, Error> {
    let names = || Paper::ALL.map(Paper::name).join(", ");
    let paper = Paper::named(paper).ok_or_else(|| Error::Usage(format!("\"{paper}\" is none of: {}", names())))?;
    on_one(arguments, candidate, |candidate| match remove {
        true => Operation::RemovePaper { candidate, paper },
        false => Operation::RecordPaper { candidate, paper },
    })
}

pub(crate) fn slip(arguments: &Arguments, bank: &str, number: &str, date: &str, amount: u32) -> Result<Done, Error> {
    let (bank, number, date) = (bank.to_owned(), number.to_owned(), date.to_owned());
    let slip = DepositSlip { bank, number, date, amount: Shillings(amount) };
    let receipt = open(arguments)?.transact(Operation::RecordDepositSlip(slip))?;
    saved(arguments, &receipt)
}

pub(crate) fn acknowledge(
    arguments: &Arguments,
    rule: &str,
    candidate: Option<&str>,
    reason: &str,
) -> Result<Done, Error> {
    let known = Rule::named(rule).ok_or_else(|| Error::Usage(format!("there is no rule \"{rule}\"")))?;
    if known.severity() == Severity::Error && known != Rule::CentreCode {
        return Err(Error::Usage(format!("{rule} is an error: it is mended, not acknowledged")));
    }
    let mut desk = open(arguments)?;
    let candidate = candidate.map(|words| desk.find(words)).transpose()?;
    let (rule, reason) = (rule.to_owned(), reason.to_owned());
    let receipt = desk.transact(Operation::AcknowledgeWarning { candidate, rule, reason })?;
    saved(arguments, &receipt)
}

pub(crate) fn signed(arguments: &Arguments, candidates: &[String], signed: bool) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let candidates: Vec<CandidateId> = if candidates.is_empty() {
        desk.register().read().candidates(&Filter::default())?.into_iter().map(|candidate| candidate.id).collect()
    } else {
        candidates.iter().map(|words| desk.find(words)).collect::<Result<_, _>>()?
    };
    let receipt = desk.transact(Operation::SignRoll { candidates, signed })?;
    saved(arguments, &receipt)
}

pub(crate) fn approve(arguments: &Arguments, withdraw: bool) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    if withdraw {
        let receipt = desk.transact(Operation::WithdrawApproval)?;
        return saved(arguments, &receipt);
    }
    let errors = desk.judge()?.candidates.iter().filter(|judged| judged.has_errors()).count();
    if errors > 0 {
        print(&format!("not approved: {errors} entries have errors; `daftari readiness` lists them"))?;
        return Ok(Done::WithErrors);
    }
    let receipt = desk.transact(Operation::ApproveRoll)?;
    saved(arguments, &receipt)
}

pub(crate) fn returned(arguments: &Arguments, document: &str, undo: bool) -> Result<Done, Error> {
    let names = || ReturnDocument::ALL.map(ReturnDocument::name).join(", ");
    let document = ReturnDocument::named(document)
        .ok_or_else(|| Error::Usage(format!("\"{document}\" is none of: {}", names())))?;
    let day = if undo { String::new() } else { Moment::now().day() };
    let receipt = open(arguments)?.transact(Operation::ChangeCentre(vec![(document.field(), day)]))?;
    saved(arguments, &receipt)
}

pub(crate) fn undo(arguments: &Arguments) -> Result<Done, Error> {
    let step = open(arguments)?.undo()?;
    stepped(arguments, "undone", step)
}

pub(crate) fn redo(arguments: &Arguments) -> Result<Done, Error> {
    let step = open(arguments)?.redo()?;
    stepped(arguments, "done again", step)
}

fn stepped(arguments: &Arguments, what: &str, step: Option<(Step, Receipt)>) -> Result<Done, Error> {
    let line = match (arguments.json, step) {
        (true, step) => json!({what: step.map(|(step, _)| step.kind.name())}).to_string(),
        (false, None) => format!("nothing to be {what}"),
        (false, Some((step, receipt))) => {
            let left = match receipt.left_alone {
                0 => String::new(),
                some => format!("; {some} fields left alone, for they were changed since"),
            };
            format!("{what}: {} {}{left}", step.kind.name(), step.note)
        }
    };
    print(line.trim_end())?;
    Ok(Done::Clean)
}

fn on_one(arguments: &Arguments, words: &str, of: impl FnOnce(CandidateId) -> Operation) -> Result<Done, Error> {
    let mut desk: Desk = open(arguments)?;
    let operation = of(desk.find(words)?);
    let receipt = desk.transact(operation)?;
    saved(arguments, &receipt)
}

fn saved(arguments: &Arguments, receipt: &Receipt) -> Result<Done, Error> {
    let line = match (arguments.json, receipt.operations) {
        (true, operations) => json!({"saved": operations}).to_string(),
        (false, 0) => "nothing was different from before".to_owned(),
        (false, _) => "saved".to_owned(),
    };
    print(&line)?;
    Ok(Done::Clean)
}

fn assignments(fields: &[String]) -> Result<Vec<(Field, String)>, Error> {
    let names = || Field::ALL.map(Field::name).join(", ");
    let read = |text: &String| {
        let (name, value) = text.split_once('=')?;
        Some((Field::named(name.trim())?, value.trim().to_owned()))
    };
    let wrong = |text: &String| Error::Usage(format!("\"{text}\" is not FIELD=VALUE with a field of: {}", names()));
    fields.iter().map(|text| read(text).ok_or_else(|| wrong(text))).collect()
}
