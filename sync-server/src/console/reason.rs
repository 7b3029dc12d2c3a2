//! Why a case is one: a code with what it is about, which the page puts into any language, and the English words. Owns the
//! codes and that form; what is found, and why, is the finders'.

use serde_json::{Value, json};

/// The finders' codes; those of doubles are `reconcile`'s.
const CODES: [&str; 26] = [
    // Conflicts.
    "written-twice",
    "withdrawn-unseen",
    "number-taken",
    // Forks.
    "two-as-one",
    "revoked",
    // What is held, and what came in vain.
    "late",
    "second-person",
    "no-right",
    "invalid",
    "unsigned",
    "departed",
    // Pictures.
    "same-picture",
    // Transfers.
    "asked",
    "wanted",
    "both",
    "missing",
    "after-limit",
    // Results.
    "no-result",
    "result-differs",
    "head-objects",
    // Centres.
    "few",
    "deregistered",
    "merged",
    "rising",
    "repeated",
    "filler",
];

/// Every code that a reason may have.
pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
    CODES.into_iter().chain(reconcile::Reason::codes())
}

/// A reason: its code, what it is about (an object of the schema's fields), and the English words.
pub(super) fn reason(code: &'static str, about: Value, text: impl Into<String>) -> Value {
    let mut reason = about;
    reason["code"] = json!(code);
    reason["text"] = json!(text.into());
    reason
}

/// A reason that says no more than its code.
pub(super) fn plain(code: &'static str, text: impl Into<String>) -> Value {
    reason(code, json!({}), text)
}

/// Why two may be one person, or not.
pub(super) fn of_pair(found: &reconcile::Reason) -> Value {
    let mut reason = json!(found);
    reason["text"] = json!(found.text);
    reason
}

/// The English words of reasons.
pub(super) fn words(reasons: &[Value]) -> String {
    reasons.iter().filter_map(|reason| reason["text"].as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_code_means_two_things() {
        let all: Vec<&str> = codes().collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }
}
