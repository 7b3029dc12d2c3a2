//! What is summed of a register: one packed value of some kilobytes, of which the country's overview is made. Owns its form
//! and the packing; refuses names of people.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The form of a summary. Another number: all are made anew.
pub(crate) const FORMAT: u32 = 2;

/// What is summed of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    pub(crate) name: String,
    pub(crate) kind: String,
    /// Details of the centre that are given, by field.
    pub(crate) details: BTreeMap<String, String>,
    pub(crate) candidates: u32,
    pub(crate) withdrawn: u32,
    pub(crate) moved: u32,
    /// Candidates with an error.
    pub(crate) with_errors: u32,
    pub(crate) photographs: u32,
    /// Findings by rule: how many candidates.
    pub(crate) rules: BTreeMap<String, u32>,
    pub(crate) subjects: BTreeMap<String, u32>,
    pub(crate) needs: BTreeMap<String, u32>,
    /// What candidates and the state owe, and what slips say, in shillings.
    pub(crate) owed_by_candidates: u64,
    pub(crate) owed_by_state: u64,
    pub(crate) slips: u32,
    pub(crate) paid: u64,
    pub(crate) conflicts: u32,
    pub(crate) held: u32,
    /// Hours since 1970 in which something came: batches, operations, bytes.
    pub(crate) hours: BTreeMap<u32, (u32, u32, u64)>,
    /// Days since 1970, East African time, on which candidates came first.
    pub(crate) days: BTreeMap<u32, u32>,
    /// When something last came, in milliseconds since 1970.
    pub(crate) last: i64,
    /// The schemas that desks write: how many streams.
    pub(crate) schemas: BTreeMap<u32, u32>,
    /// Candidates whom the centre asks to send elsewhere, with the code of the other centre.
    pub(crate) leaving: BTreeMap<[u8; 16], u32>,
    /// The index numbers of candidates whom the centre asks to take.
    pub(crate) coming: BTreeSet<String>,
}

impl Summary {
    /// As it is kept.
    pub(crate) fn packed(&self) -> Vec<u8> {
        // Writing to memory fails for no value of these types.
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// What [`Summary::packed`] wrote; `None`: it is of another form.
    pub(crate) fn unpacked(bytes: &[u8]) -> Option<Summary> {
        postcard::from_bytes(bytes).ok()
    }

    /// How far the centre has come.
    pub(crate) fn state(&self) -> &'static str {
        let given = |field: &str| self.details.contains_key(field);
        match () {
            () if given("roll_returned") || given("nil_returned") => "returned",
            () if given("approved_by") => "approved",
            () if self.candidates > 0 && self.with_errors == 0 => "ready",
            () if self.candidates > 0 => "entered",
            () => "uploading",
        }
    }
}

/// Each state that a centre can be in, in order.
pub(crate) const STATES: [&str; 6] = ["enrolled", "uploading", "entered", "ready", "approved", "returned"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_reads_back_and_the_state_follows_from_it() {
        let mut summary = Summary { candidates: 40, with_errors: 2, ..Summary::default() };
        summary.hours.insert(493_000, (1, 40, 9000));
        assert_eq!(Summary::unpacked(&summary.packed()), Some(summary.clone()));
        assert_eq!(Summary::unpacked(b"\xff\xff"), None);
        assert_eq!(summary.state(), "entered");
        summary.with_errors = 0;
        assert_eq!(summary.state(), "ready");
        summary.details.insert("approved_by".into(), "head".into());
        assert_eq!(summary.state(), "approved");
        summary.details.insert("roll_returned".into(), "2026-03-01".into());
        assert_eq!(summary.state(), "returned");
        assert_eq!(Summary::default().state(), "uploading");
        assert!(STATES.contains(&summary.state()));
    }
}
