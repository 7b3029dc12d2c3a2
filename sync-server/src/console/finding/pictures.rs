//! One picture that stands for several candidates, of one centre or of several: the same bytes, told by their hash. Owns
//! these cases; a picture that was saved anew is another to it.

use std::collections::BTreeSet;

use serde_json::json;
use sync::{About, Hash, RegisterId};

use super::Finding;
use crate::console::cases::parsed;
use crate::console::projection::{Found, key, member};
use crate::console::reason::reason;
use crate::stores::StoreError;
use crate::stores::console::candidates::{shared_pictures, with_picture};
use crate::stores::console::cases;

/// The queue, and the kind of its cases.
pub(crate) const KIND: (&str, &str) = ("duplicate", "photograph");

/// Candidates that a case names, at most: a drawing in place of a photograph may stand for a whole centre.
const NAMED: i64 = 40;

/// Looks at the pictures of a register, and again at those of its cases.
pub(super) fn look(finding: &mut Finding<'_, '_>, register: RegisterId) -> Result<(), StoreError> {
    let mut pictures: BTreeSet<Hash> = shared_pictures(finding.council, register)?.into_iter().collect();
    let mut open = Vec::new();
    for case in cases::of(finding.council, register, KIND.0)? {
        let evidence = parsed(&case.evidence);
        if let Some(picture) = evidence["photograph"].as_str().and_then(Hash::parse).filter(|_| case.kind == KIND.1) {
            pictures.insert(picture);
            open.push((picture, case.id));
        }
    }
    for picture in pictures {
        let bearers = with_picture(finding.council, picture, NAMED)?;
        let bearers: Vec<_> = bearers.into_iter().filter(|(at, _)| at.year == register.year).collect();
        match bearers.len() {
            0 | 1 => {
                for (_, id) in open.iter().filter(|(of, _)| *of == picture) {
                    finding.gone(*id)?;
                }
            }
            _ => finding.put(&case(register.year, picture, &bearers))?,
        }
    }
    Ok(())
}

fn case(year: u16, picture: Hash, bearers: &[(RegisterId, sync::CandidateId)]) -> Found {
    let registers: BTreeSet<RegisterId> = bearers.iter().map(|(register, _)| *register).collect();
    let several = if registers.len() > 1 { format!(" of {} centres", registers.len()) } else { String::new() };
    let text = format!("The same photograph stands for {} candidates{several}.", bearers.len());
    Found {
        key: key(KIND.0, &[KIND.1.as_bytes(), &year.to_le_bytes(), &picture.0]),
        queue: KIND.0,
        kind: KIND.1.to_owned(),
        score: 950,
        reasons: vec![reason("same-picture", json!({ "count": bearers.len(), "centres": registers.len() }), text)],
        members: bearers.iter().map(|(register, id)| member(*register, &About::Candidate(*id))).collect(),
        evidence: json!({ "photograph": picture.to_string(), "count": bearers.len() }),
        registers: registers.into_iter().collect(),
    }
}
