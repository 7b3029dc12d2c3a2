//! Schemas of queues and cases.

use serde_json::Value;

use super::words::{any, centre, id, int, list, map, maybe, moment, named, number, object, one_of, text, with, yes};
use crate::console::{QUEUES, reason_codes};

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("QueueRow", queue_row()),
        ("CaseRow", case_row([("members", int()), ("names", list(text())), ("others", int())])),
        ("Case", case()),
        ("CaseMember", member()),
        ("Reason", reason()),
        ("Evidence", evidence()),
        ("Happened", happened()),
    ]
}

fn queue() -> Value {
    one_of(QUEUES)
}

fn queue_row() -> Value {
    object([
        ("queue", queue()),
        ("waiting", int()),
        ("claimed", int()),
        ("oldest", maybe(moment())),
        ("under_day", int()),
        ("under_week", int()),
        ("over_week", int()),
    ])
}

fn case_row<const N: usize>(more: [(&str, Value); N]) -> Value {
    let row = object([
        ("id", id()),
        ("queue", queue()),
        ("kind", text()),
        ("score", number()),
        ("reasons", list(named("Reason"))),
        ("state", one_of(["open", "decided", "gone"])),
        ("at", moment()),
        ("centres", list(centre())),
        ("claimed_by", text()),
        ("claimed_until", moment()),
        ("decision", maybe(decision())),
        ("decided_by", text()),
        ("decided_at", moment()),
    ]);
    with(row, more)
}

/// `ends`: up to where the logs went with the decision.
fn decision() -> Value {
    object([("decision", text()), ("reason", text()), ("ends", list(list(any([text(), int()]))))])
}

fn case() -> Value {
    case_row([
        ("etag", text()),
        ("evidence", named("Evidence")),
        ("differs", list(text())),
        ("decisions", list(text())),
        ("undoable", yes()),
        ("history", list(named("Happened"))),
        ("members", list(named("CaseMember"))),
    ])
}

/// A candidate, a slip, or (with neither) a centre. Of one beyond the asker's scope, the centre's name alone.
fn member() -> Value {
    object([
        ("register", named("RegisterName")),
        ("candidate?", id()),
        ("slip?", text()),
        ("centre_name?", maybe(text())),
        ("values?", map(text())),
        ("findings?", list(named("Finding"))),
        ("history?", list(named("Line"))),
        ("photograph?", yes()),
    ])
}

fn happened() -> Value {
    object([
        ("at", moment()),
        ("who", text()),
        ("what", one_of(["found", "changed", "gone", "claim", "release", "decide", "undo"])),
        ("decision", text()),
        ("reason", text()),
    ])
}

/// Why a case is one, or why two may be one person: a code, what it is about, and English words. Which of the others are
/// there goes by the code.
fn reason() -> Value {
    let kinds = ["same", "sounds", "near", "stem", "initial", "unlike", "left_out"];
    let names = kinds.map(|kind| (kind, int()));
    object([
        ("code", one_of(reason_codes())),
        ("text", text()),
        ("field?", text()),
        ("bits?", number()),
        ("names?", with(object(names), [("reordered", yes())])),
        ("count?", int()),
        ("least?", int()),
        ("centres?", int()),
        ("to?", centre()),
        ("missing?", list(missing())),
    ])
}

/// What was found: which of these are there goes by the queue.
fn evidence() -> Value {
    let otherwise = one_of(reconcile::Kinship::ALL.map(reconcile::Kinship::name));
    // Of these, each says how much.
    let reasons = list(with(reason(), [("bits", number())]));
    let pair = [("ids", list(text())), ("score", int()), ("otherwise", otherwise), ("reasons", reasons)];
    let written = object([("actor", text()), ("at", moment()), ("received", maybe(moment())), ("kind", text())]);
    let branch = [("value", text()), ("tags", list(text())), ("written", list(written))];
    object([
        ("pairs?", list(object(pair))),
        ("field?", text()),
        ("branches?", list(object(branch))),
        ("tag?", text()),
        ("position?", int()),
        ("actor?", text()),
        ("at?", moment()),
        ("writes?", list(object([("field", text()), ("value", text())]))),
        ("device?", text()),
        ("incarnation?", int()),
        ("differences?", list(object([("field", text()), ("entered", text()), ("result", text())]))),
        ("answer?", object([("answer", text()), ("reason", text()), ("by", text()), ("at", moment())])),
        ("photograph?", text()),
        ("count?", int()),
        ("how?", one_of(["rising", "repeated", "filler"])),
        ("first?", text()),
        ("last?", text()),
        ("candidates?", int()),
        ("least?", int()),
        ("paragraph?", text()),
        ("on?", text()),
        ("from?", centre()),
        ("to?", centre()),
        ("reason?", text()),
        ("asked?", object([("from", maybe(moment())), ("to", maybe(moment()))])),
        ("consents?", consents()),
        ("slip?", maybe(consent())),
        ("fee?", int()),
        ("closes?", maybe(moment())),
        ("limit?", maybe(moment())),
        ("late?", yes()),
        ("missing?", list(missing())),
        ("sub_counties?", object([("from", text()), ("to", text())])),
    ])
}

/// What a transfer may lack.
fn missing() -> Value {
    one_of(["head.from", "head.to", "scde.from", "scde.to", "slip", "centre"])
}

/// Who consented to a transfer, in whose words.
fn consent() -> Value {
    object([("value", text()), ("at", moment()), ("by", text())])
}

fn consents() -> Value {
    object(["head.from", "head.to", "scde.from", "scde.to"].map(|name| (name, maybe(consent()))))
}

pub(super) fn page() -> Value {
    object([("rows", list(named("CaseRow"))), ("next", maybe(int()))])
}

/// `after`: the case that is left for now.
pub(super) fn ask_next() -> Value {
    object([("after?", id())])
}

pub(super) fn next() -> Value {
    object([("case", maybe(named("Case")))])
}

pub(super) fn decide() -> Value {
    object([("etag", text()), ("decision", text()), ("reason", text())])
}

pub(super) fn undo() -> Value {
    object([("reason", text()), ("etag?", text())])
}
