//! What counts as an amendment after closing, and which of its fields ask for a second person. Owns those lists;
//! refuses to hold anything (the gate does).

use crate::identity::About;
use crate::kind::Kind;
use crate::record::Record;

use super::cell::is_remark;

/// Fields that say who a candidate is: after closing, a second person stands for a change of them.
const IDENTITY: [&str; 9] = [
    "name",
    "gender",
    "year_of_birth",
    "birth_certificate_no",
    "citizenship",
    "qualification",
    "qualifying_index",
    "candidate_no",
    "photograph",
];

/// Whether a field of a candidate says who they are.
#[must_use]
pub fn is_identity(field: &str) -> bool {
    IDENTITY.contains(&field)
}

/// What is said beside the entry: requests for a transfer (asked for after closing, 2.3.14) and answers to the council.
const BESIDE: [&str; 3] = ["acknowledged.", "transfer.", "notice."];

/// Whether it changes what an entry says. Signatures, acknowledgements, requests for a transfer, answers to the council,
/// slips and the centre's own details come after closing too and are no amendments.
pub(super) fn is_amendment(record: &Record) -> bool {
    let beside = |field: &str| BESIDE.iter().any(|beginning| field.starts_with(beginning));
    let of_the_entry = |field: &str| !is_remark(field) && field != "signed" && !beside(field);
    matches!(record.about, About::Candidate(_)) && record.fields.iter().any(|write| of_the_entry(&write.field))
}

/// Whether it says why. A resolution has a reason of its own.
pub(super) fn is_signed(record: &Record) -> bool {
    let names_it = |field: &str| field == "amendment_reason" || field == "reason" && record.kind == Kind::Resolve;
    record.fields.iter().any(|write| names_it(&write.field) && !write.value.trim().is_empty())
}
