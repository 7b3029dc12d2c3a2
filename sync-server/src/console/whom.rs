//! Cases as lists have them, with whom each is about, so that a person chooses by eye. Owns that row and whose names stand in
//! it: candidates' of centres within the asker's scope, or the centre's; of a transfer both sides know the candidate.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};
use sync::{About, CandidateId, RegisterId};

use super::cases::parsed;
use super::effect::members;
use super::scoped::Scoped;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::candidates;
use crate::stores::console::cases::Case;
use crate::stores::{Council, Lane};

/// Names in a row, at most: more only say how many more there are.
const NAMED: usize = 3;

/// A transfer is agreed on by both sides (2.3.14): each knows of whom. Of other cases nobody is shown the candidates of
/// a centre beyond their scope.
pub(super) fn both_know(case: &Case) -> bool {
    case.queue == "transfer"
}

/// The rows of a list.
pub(super) async fn briefs(office: &Arc<Office>, scoped: &Scoped, found: &[Case]) -> Result<Vec<Value>, Problem> {
    let known: Vec<Vec<(RegisterId, About)>> = found.iter().map(|case| known(scoped, case)).collect();
    let whom: Vec<(RegisterId, CandidateId)> =
        known.iter().flat_map(|some| some.iter().take(NAMED)).filter_map(candidate).collect();
    let names = office.transact(Lane::Read, move |council: &mut dyn Council| candidates::names(council, &whom)).await?;
    let row = |(case, known): (&Case, &Vec<(RegisterId, About)>)| {
        let mut row = brief(case);
        let named = named(scoped, case, known, &names);
        let people = members(case).iter().filter_map(candidate).count();
        row["others"] = json!(people.saturating_sub(named.len()));
        row["names"] = json!(named);
        row
    };
    Ok(found.iter().zip(&known).map(row).collect())
}

fn known(scoped: &Scoped, case: &Case) -> Vec<(RegisterId, About)> {
    members(case).into_iter().filter(|(register, _)| both_know(case) || scoped.any(*register).is_some()).collect()
}

fn candidate((register, about): &(RegisterId, About)) -> Option<(RegisterId, CandidateId)> {
    match about {
        About::Candidate(id) => Some((*register, *id)),
        _ => None,
    }
}

/// The candidates' names in the order of the members; of a case without candidates the centre's.
fn named(
    scoped: &Scoped,
    case: &Case,
    known: &[(RegisterId, About)],
    names: &BTreeMap<(RegisterId, CandidateId), String>,
) -> Vec<String> {
    let people: Vec<_> = known.iter().filter_map(candidate).take(NAMED).collect();
    if !people.is_empty() {
        let name = |whom| names.get(whom).filter(|name| !name.is_empty()).cloned().or_else(|| written(case));
        return people.iter().filter_map(name).collect();
    }
    let centre = known.iter().find_map(|(register, _)| scoped.any(*register));
    centre.map(|kept| kept.summary.name.clone()).filter(|name| !name.is_empty()).into_iter().collect()
}

/// The name that an entry without effect would have written.
fn written(case: &Case) -> Option<String> {
    let evidence = parsed(&case.evidence);
    let name = evidence["writes"].as_array()?.iter().find(|write| write["field"] == "name")?["value"].as_str()?;
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// A case as lists have it, without whom it is about.
pub(super) fn brief(case: &Case) -> Value {
    let members = members(case);
    let centres: BTreeSet<String> = members.iter().map(|(register, _)| format!("{:08}", register.centre)).collect();
    json!({
        "id": CandidateId(case.id).to_string(), "queue": case.queue, "kind": case.kind,
        "score": case.score as f64 / 1000.0, "reasons": parsed(&case.reasons), "state": case.state, "at": case.at.0,
        "centres": centres, "members": members.len(), "claimed_by": case.claimed_by,
        "claimed_until": case.claimed_until.0, "decision": parsed(&case.decision), "decided_by": case.decided_by,
        "decided_at": case.decided_at.0,
    })
}
