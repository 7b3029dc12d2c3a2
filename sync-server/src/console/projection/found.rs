//! Cases that a register's own log shows: conflicts, what is held until the council or a second person speaks, and what
//! came in vain. Owns what makes a case the same when it is found again; refuses to write it.

use serde_json::{Value, json};
use sync::authority::{Quarantined, QuarantinedBecause};
use sync::fold::{Branch, Conflict, ConflictBecause, Held, HeldBecause};
use sync::{About, CandidateId, RegisterId};

use crate::console::finding::series;
use crate::console::reason::plain;

/// A case as it was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) key: [u8; 32],
    pub(crate) queue: &'static str,
    pub(crate) kind: String,
    pub(crate) score: i64,
    /// As `console::reason` writes them.
    pub(crate) reasons: Vec<Value>,
    pub(crate) members: Vec<Value>,
    pub(crate) evidence: Value,
    pub(crate) registers: Vec<RegisterId>,
}

impl Found {
    /// The case's name: the first half of its key.
    pub(crate) fn id(&self) -> [u8; 16] {
        let mut id = [0; 16];
        id.copy_from_slice(&self.key[..16]);
        id
    }

    /// The field of its members in which the desks are told of it.
    pub(crate) fn notice(&self) -> String {
        format!("notice.{}", CandidateId(self.id()))
    }
}

/// Whether a register's log alone makes and takes away such a case.
pub(crate) fn is_own(queue: &str, kind: &str) -> bool {
    matches!(queue, "conflict" | "late" | "amendment" | "returned") || (queue, kind) == series::KIND
}

/// The name of a case from what it is about.
pub(crate) fn key(queue: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("daftari case 1");
    for part in [queue.as_bytes()].iter().chain(parts) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

/// Everything that waits for somebody.
pub(crate) fn found(register: RegisterId, conflicts: &[Conflict], held: &[Held]) -> Vec<Found> {
    let conflicts = conflicts.iter().map(|one| conflict(register, one));
    let held = held.iter().filter_map(|one| waiting(register, one));
    conflicts.chain(held).collect()
}

/// Whom something is about, as a member of a case.
pub(crate) fn member(register: RegisterId, about: &About) -> Value {
    match about {
        About::Candidate(id) => json!({ "register": register.to_string(), "candidate": id.to_string() }),
        About::Slip(id) => json!({ "register": register.to_string(), "slip": id.to_string() }),
        About::Centre => json!({ "register": register.to_string() }),
    }
}

fn bytes_of(about: &About) -> Vec<u8> {
    format!("{about:?}").into_bytes()
}

fn conflict(register: RegisterId, one: &Conflict) -> Found {
    let (kind, reason) = match one.why {
        ConflictBecause::Field => ("field", plain("written-twice", "Two people wrote the field differently.")),
        ConflictBecause::Withdrawn => {
            let text = "The candidate was changed by one who had not seen the withdrawal.";
            ("withdrawn", plain("withdrawn-unseen", text))
        }
        ConflictBecause::NumberTaken { .. } => {
            ("number", plain("number-taken", "The candidate's number was issued to another first."))
        }
    };
    let branches: Vec<Value> = one.branches.iter().map(branch).collect();
    Found {
        key: key("conflict", &[register.to_string().as_bytes(), &bytes_of(&one.about), one.field.as_bytes()]),
        queue: "conflict",
        kind: kind.to_owned(),
        score: 1000,
        reasons: vec![reason],
        members: vec![member(register, &one.about)],
        evidence: json!({ "field": one.field, "branches": branches }),
        registers: vec![register],
    }
}

fn branch(one: &Branch) -> Value {
    let tags: Vec<String> = one.tags.iter().map(ToString::to_string).collect();
    let written = one.written.iter().map(|writing| {
        json!({
            "actor": writing.actor, "at": writing.at.0, "received": writing.received.map(|at| at.0),
            "kind": writing.kind.name(),
        })
    });
    json!({ "value": one.value, "tags": tags, "written": written.collect::<Vec<_>>() })
}

/// A batch that was kept aside: of a copied, restored or stolen computer.
pub(crate) fn kept_aside(batch: &Quarantined) -> Found {
    let (kind, reason) = match batch.why {
        QuarantinedBecause::Forked => {
            ("forked", plain("two-as-one", "Two computers wrote as one, or a copy was put back."))
        }
        QuarantinedBecause::Revoked => ("revoked", plain("revoked", "A computer that was revoked went on sending.")),
    };
    let stream = format!("{}.{}", batch.stream.writer, batch.stream.incarnation);
    Found {
        key: key("fork", &[kind.as_bytes(), stream.as_bytes()]),
        queue: "fork",
        kind: kind.to_owned(),
        score: 1000,
        reasons: vec![reason],
        members: vec![member(batch.register, &About::Centre)],
        // Nothing that differs from batch to batch of the same stream: it is one case.
        evidence: json!({ "device": batch.device.to_string(), "incarnation": batch.stream.incarnation }),
        registers: vec![batch.register],
    }
}

fn waiting(register: RegisterId, one: &Held) -> Option<Found> {
    let own = one.kind.name();
    let (queue, kind, code, text) = match one.why {
        HeldBecause::Late => ("late", own, "late", "It was entered after registration closed."),
        HeldBecause::Countersign => {
            let text = "Who a candidate is was amended after closing: a second person is asked.";
            ("amendment", own, "second-person", text)
        }
        HeldBecause::NoRight => returned("no-right", "Whoever wrote it has no right to such an operation."),
        HeldBecause::Invalid => returned("invalid", "It makes no sense, or only the council may write it."),
        HeldBecause::Unsigned => returned("unsigned", "It amends an entry after closing and does not say why."),
        HeldBecause::Departed => returned("departed", "The candidate had left for another centre."),
        // It comes with its base.
        HeldBecause::BaseMissing => return None,
    };
    let writes: Vec<Value> =
        one.writes.iter().map(|write| json!({ "field": write.field, "value": write.value })).collect();
    Some(Found {
        key: key(queue, &[register.to_string().as_bytes(), &one.tag.0]),
        queue,
        kind: kind.to_owned(),
        score: 1000,
        reasons: vec![plain(code, text)],
        members: vec![member(register, &one.about)],
        evidence: json!({
            "tag": one.tag.to_string(), "position": one.position, "actor": one.actor, "at": one.at.0, "writes": writes,
        }),
        registers: vec![register],
    })
}

/// What came in vain is of the kind of its reason.
const fn returned(code: &'static str, text: &'static str) -> (&'static str, &'static str, &'static str, &'static str) {
    ("returned", code, code, text)
}
