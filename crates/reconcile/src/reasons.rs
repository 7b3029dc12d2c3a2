//! Why a pair is thought to be one person, or not: codes that any language can put into words, and the English words of
//! the command line. Owns what is worth saying; refuses names and numbers, for a reason may be logged.

use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, Feature};
use crate::model::Model;
use crate::naming::Likeness;

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What is compared: the name of the entry's field.
    pub field: &'static str,
    /// How it compares; the same code always means the same.
    pub code: &'static str,
    /// How much it says for one person (above 0) or against (below), in bits: 10 is a thousand to one.
    pub bits: f32,
    /// In English.
    pub text: String,
}

/// The reasons, the heaviest first.
pub(crate) fn reasons(evidence: &Evidence, model: &Model) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for feature in Feature::ALL {
        let bits = model.bits(feature, evidence);
        if bits.abs() >= 0.5 {
            let code = feature.levels().get(evidence.levels.of(feature)).copied().unwrap_or("");
            reasons.push(Reason { field: feature.name(), code, bits, text: words(feature, code, evidence) });
        }
    }
    reasons.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()));
    reasons
}

fn words(feature: Feature, code: &str, evidence: &Evidence) -> String {
    let subject = match feature {
        Feature::Name => return name_words(evidence),
        Feature::Certificate => "birth certificate",
        Feature::Index => "index number of the primary certificate",
        Feature::Gender => "gender",
        Feature::BirthYear => "year of birth",
        Feature::Place => return code.to_owned(),
        Feature::Subjects => "subjects",
        Feature::Phone => "telephone",
        Feature::Document => "identity document",
        Feature::LastAttempt => "index number of the last attempt",
        Feature::Needs => "special needs",
        Feature::Standing => "entry code and citizenship",
        Feature::Admission => "admission number",
    };
    format!("{subject}: {code}")
}

fn name_words(evidence: &Evidence) -> String {
    let naming = &evidence.naming;
    let count = |likeness: Likeness| naming.answers[likeness as usize];
    let mut parts = Vec::new();
    for (likeness, words) in [
        (Likeness::Same, "the same"),
        (Likeness::Sounds, "alike in sound"),
        (Likeness::Near, "a letter off"),
        (Likeness::Stem, "of one stem"),
        (Likeness::Initial, "an initial"),
        (Likeness::Unlike, "another"),
    ] {
        if count(likeness) > 0 {
            parts.push(format!("{} {words}", count(likeness)));
        }
    }
    if naming.left_out > 0 {
        parts.push(format!("{} left out", naming.left_out));
    }
    let order = if naming.reordered { ", in another order" } else { "" };
    format!("names: {}{order}", parts.join(", "))
}
