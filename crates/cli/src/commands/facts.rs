//! `list`, `show`, `history`: what is in a register.

use desk::clock::printed;
use desk::judgement::{Judged, Judgement};
use desk::papers::index_of;
use desk::{Desk, Error};
use register::{About, CandidateId, Filter, Standing, Which};
use regulations::slots::Slots;
use regulations::{Entry, Fee, Field, Finding, Language};
use serde_json::{Value, json};

use super::open;
use crate::arguments::{Arguments, List};
use crate::output::{Done, print};

pub(crate) fn list(arguments: &Arguments, command: &List) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let judgement = desk.judge()?;
    let found: Option<Vec<CandidateId>> = match &command.search {
        Some(words) => Some(desk.register().read().search(words, 50)?.into_iter().map(|found| found.id).collect()),
        None => None,
    };
    let wanted = |judged: &&Judged| {
        let draft = &judged.candidate.draft;
        (!command.errors || judged.has_errors())
            && (!command.no_photo || judged.candidate.photograph.is_none())
            && (!command.repeaters || matches!(draft.get(Field::EntryCode), "2" | "3"))
            && found.as_ref().is_none_or(|ids| ids.contains(&judged.candidate.id))
    };
    let mut listed: Vec<&Judged> = judgement.candidates.iter().filter(wanted).collect();
    if let Some(ids) = &found {
        listed.sort_by_key(|judged| ids.iter().position(|id| *id == judged.candidate.id));
    }
    for judged in listed {
        print(&listed_line(arguments, &judgement, judged))?;
    }
    if command.withdrawn {
        list_withdrawn(arguments, &desk)?;
    }
    Ok(Done::Clean)
}

fn listed_line(arguments: &Arguments, judgement: &Judgement, judged: &Judged) -> String {
    let draft = &judged.candidate.draft;
    let index = index_of(&judgement.code, draft.get(Field::CandidateNo)).map(|index| index.to_string());
    let state = match (judged.has_errors(), judged.is_ready()) {
        (true, _) => "errors",
        (false, false) => "warnings",
        (false, true) => "ready",
    };
    if arguments.json {
        let total = judged.fee.map(|fee| fee.total.0);
        let photograph = judged.candidate.photograph.is_some();
        json!({"index": index, "name": draft.get(Field::Name), "state": state, "findings": judged.findings.len(),
               "photograph": photograph, "fee": total})
        .to_string()
    } else {
        let number = index.unwrap_or_else(|| "-".to_owned());
        format!("{number:11}  {:34}  {:9}  {}", draft.get(Field::Name), state, draft.get(Field::Subjects))
    }
}

fn list_withdrawn(arguments: &Arguments, desk: &Desk) -> Result<(), Error> {
    let filter = Filter { standing: Which::Withdrawn, ..Filter::default() };
    for candidate in desk.register().read().candidates(&filter)? {
        let Standing::Withdrawn { reason } = &candidate.standing else { continue };
        let (number, name) = (candidate.draft.get(Field::CandidateNo), candidate.draft.get(Field::Name));
        let line = match arguments.json {
            true => json!({"candidate_no": number, "name": name, "state": "withdrawn", "reason": reason}).to_string(),
            false => format!("{number:11}  {name:34}  withdrawn  {reason}"),
        };
        print(&line)?;
    }
    Ok(())
}

pub(crate) fn show(arguments: &Arguments, words: &str) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let id = desk.find(words)?;
    let judgement = desk.judge()?;
    let Some(judged) = judgement.candidates.iter().find(|judged| judged.candidate.id == id) else {
        return show_withdrawn(arguments, &desk, id);
    };
    let fields = judged.candidate.draft.fields();
    let entry = Entry::read(&desk.book().pack, &judgement.code, &fields);
    let slots = Slots::of(&desk.book().pack, &entry);
    if arguments.json {
        print(&shown(&desk, judged, slots.as_ref()).to_string())?;
    } else {
        show_text(arguments, &desk, judged, slots.as_ref())?;
    }
    Ok(Done::judged(judged.has_errors()))
}

fn show_withdrawn(arguments: &Arguments, desk: &Desk, id: CandidateId) -> Result<Done, Error> {
    let candidate = desk.register().read().candidate(id)?;
    if let Standing::Withdrawn { reason } = &candidate.standing {
        let line = match arguments.json {
            true => json!({"state": "withdrawn", "reason": reason}).to_string(),
            false => format!("withdrawn: {reason}"),
        };
        print(&line)?;
    }
    Ok(Done::Clean)
}

fn given(judged: &Judged) -> impl Iterator<Item = (Field, &str)> {
    Field::ALL
        .into_iter()
        .map(|field| (field, judged.candidate.draft.get(field)))
        .filter(|(_, value)| !value.is_empty())
}

fn shown(desk: &Desk, judged: &Judged, slots: Option<&Slots>) -> Value {
    let pack = &desk.book().pack;
    let entry: serde_json::Map<String, Value> =
        given(judged).map(|(field, value)| (field.name().to_owned(), value.into())).collect();
    let slot = |slot: &regulations::slots::Slot| {
        json!({"slot": slot.id, "paragraph": slot.paragraph, "need": slot.need, "missing": slot.missing(),
               "filled": pack.subjects().codes(slot.filled, " ")})
    };
    let slots = slots.map(|slots| {
        let filled: Vec<Value> = slots.slots.iter().map(slot).collect();
        json!({"pathway": slots.pathway, "slots": filled, "misfits": pack.subjects().codes(slots.misfits, " ")})
    });
    let findings: Vec<Value> = judged.findings.iter().map(|finding| finding_json(desk, finding)).collect();
    let fixes: Vec<Value> =
        judged.fixes.iter().map(|fix| json!({"field": fix.field.name(), "value": fix.value})).collect();
    json!({"id": judged.candidate.id.to_string(), "entry": entry, "signed": judged.candidate.signed,
           "findings": findings, "fixes": fixes, "slots": slots, "fee": judged.fee.map(|fee| fee_json(desk, &fee))})
}

/// A finding as facts, in both languages.
pub(crate) fn finding_json(desk: &Desk, finding: &Finding) -> Value {
    let book = desk.book();
    let say = |language| book.messages.text(language, &book.pack, finding).into_owned();
    let fields: Vec<&str> = finding.rule.fields().iter().map(Field::name).collect();
    json!({"rule": finding.rule.id(), "paragraph": finding.rule.paragraph(), "severity": finding.severity.name(),
           "fields": fields, "message": {"en": say(Language::En), "sw": say(Language::Sw)}})
}

fn fee_json(desk: &Desk, fee: &Fee) -> Value {
    let part = |part: regulations::fees::ComponentFee<'_>| json!({"subject": part.subject.code, "kind": part.component.name(), "amount": part.amount.0});
    let components: Vec<Value> = fee.components(&desk.book().pack).map(part).collect();
    json!({"payer": fee.payer.name(), "basic": fee.basic.0, "subjects": fee.subjects.0, "components": components,
           "total": fee.total.0})
}

fn show_text(arguments: &Arguments, desk: &Desk, judged: &Judged, slots: Option<&Slots>) -> Result<(), Error> {
    let pack = &desk.book().pack;
    for (field, value) in given(judged) {
        print(&format!("{:22} {value}", field.name()))?;
    }
    for slot in slots.iter().flat_map(|slots| &slots.slots) {
        let missing = match slot.missing() {
            0 => String::new(),
            missing => format!("  ({missing} missing)"),
        };
        print(&format!("  {:18} {}{missing}", slot.id, pack.subjects().codes(slot.filled, " ")))?;
    }
    if let Some(fee) = judged.fee {
        print(&format!("fee: {} Kenya shillings, paid by the {}", fee.total, fee.payer.name()))?;
    }
    for finding in &judged.findings {
        print(&finding_line(arguments, desk, finding))?;
    }
    for fix in &judged.fixes {
        let offer = desk.book().messages.offer(arguments.lang.into(), fix);
        print(&format!("fix     {offer}  ({}=\"{}\")", fix.field.name(), fix.value))?;
    }
    Ok(())
}

/// A finding as a person reads it.
pub(crate) fn finding_line(arguments: &Arguments, desk: &Desk, finding: &Finding) -> String {
    let book = desk.book();
    let message = book.messages.text(arguments.lang.into(), &book.pack, finding);
    format!("{:7} {} ({}): {message}", finding.severity.name(), finding.rule.id(), finding.rule.paragraph())
}

pub(crate) fn history(arguments: &Arguments, words: Option<&str>) -> Result<Done, Error> {
    let desk = open(arguments)?;
    let about = match words {
        Some(words) => About::Candidate(desk.find(words)?),
        None => About::Centre,
    };
    for entry in desk.register().read().history(about)? {
        let at = printed(entry.at);
        let line = match arguments.json {
            true => json!({"at": at, "actor": entry.actor, "what": entry.kind.name(), "field": entry.field,
                           "old": entry.old, "new": entry.new})
            .to_string(),
            false => format!(
                "{at}  {:10} {:10} {:22} \"{}\" -> \"{}\"",
                entry.actor,
                entry.kind.name(),
                entry.field,
                entry.old,
                entry.new
            ),
        };
        print(&line)?;
    }
    Ok(Done::Clean)
}
