//! What is decided of a transfer (2.3.14, 2.11): an SCDE's officer consents, the council moves or refuses. Owns what is written
//! for it beside the notices; what a request lacks is `finding::transfers`' to say, and the move is the authority's.

use std::sync::Arc;

use regulations::Pack;
use serde_json::json;
use sync::authority::{self, Here, NotMoved, Own, folded, write_own};
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId};

use super::cases::{Read, parsed};
use super::decide::{Decide, consents, note};
use super::effect::{members, tell_desk};
use super::finding::{Finding, clear_transfer, look_at_transfer};
use crate::access::{Caller, Decided};
use crate::audit;
use crate::problem::{Code, Problem};
use crate::stores::{Council, StoreError};

/// Where a case's candidate is, who they are, and where they ask to go.
fn asked(read: &Read) -> Option<(RegisterId, CandidateId, RegisterId)> {
    let all = members(&read.case);
    match (all.first()?, all.get(1)?) {
        ((from, About::Candidate(id)), (to, _)) => Some((*from, *id, *to)),
        _ => None,
    }
}

/// Writes the consent of an SCDE's officer into the register of the centre that releases. The case stays open.
pub(super) fn consent(
    council: &mut dyn Council,
    here: &Here<'_>,
    pack: &Arc<Pack>,
    read: &Read,
    said: &Decide,
    caller: &Caller,
) -> Decided<()> {
    let Some((from, candidate, _)) = asked(read) else { return Ok(Err(Code::NoDecision.into())) };
    let evidence = parsed(&read.case.evidence);
    let (about, who) = (About::Candidate(candidate), caller.who());
    let fold = folded(council, from)?;
    let mut fields = Vec::new();
    for side in consents(&evidence, caller) {
        let field = format!("transfer.scde.{side}");
        fields.push(FieldWrite { base: fold.tag(&about, &field), field, value: who.clone() });
    }
    fields.push(FieldWrite { field: "reason".into(), value: said.reason.clone(), base: None });
    write_own(council, here, from, Own { about, kind: Kind::Change, fields, actor: who.clone() })?;
    look_at_transfer(&mut Finding::new(council, here, pack.clone()), &read.case)?;
    note(council, read.case.id, &who, "decide", "consent", &said.reason, here.now)?;
    audit::note(council, here.now, &who, "case.consent", &CandidateId(read.case.id).to_string()).map(Ok)
}

/// Moves the candidate, and tells both desks. Tells how far the two logs go then.
pub(super) fn moved(
    council: &mut dyn Council,
    here: &Here<'_>,
    read: &Read,
    said: &Decide,
    who: &str,
) -> Decided<Vec<(RegisterId, u64)>> {
    let Some((from, candidate, to)) = asked(read) else { return Ok(Err(Code::NoDecision.into())) };
    let asked = authority::Transfer { candidate, from, to, by: who.to_owned(), reason: said.reason.clone() };
    match authority::transfer(council, here, &asked)? {
        Ok(_) => {}
        // Departure is written: the transaction goes.
        Err(NotMoved::TooLarge) => return Err(StoreError::Unavailable(NotMoved::TooLarge.to_string())),
        Err(not) => return Ok(Err(Problem::of(Code::BadTransfer, format!("It is refused: {not}.")))),
    }
    let notice = json!({ "queue": read.case.queue, "decision": "move", "reason": said.reason, "by": who });
    let mut ends = Vec::new();
    for register in [from, to] {
        let fold = folded(council, register)?;
        let own = tell_desk(&read.case, About::Candidate(candidate), &fold, &notice, who);
        let Some(receipt) = write_own(council, here, register, own)? else {
            return Err(StoreError::Unavailable("a decision is larger than a batch holds".into()));
        };
        ends.push((register, receipt.received.log.position));
    }
    Ok(Ok(ends))
}

/// Takes back what each side was told of the other's request.
pub(super) fn settled(
    council: &mut dyn Council,
    here: &Here<'_>,
    pack: &Arc<Pack>,
    read: &Read,
) -> Result<(), StoreError> {
    clear_transfer(&mut Finding::new(council, here, pack.clone()), &read.case)
}
