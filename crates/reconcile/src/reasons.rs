//! Why a pair is thought to be one person, or not: codes with their parameters, which any language puts into words, and the
//! English words of the command line. Owns what is worth saying; refuses names and numbers, for a reason may be logged.

use serde::Serialize;

use crate::evidence::{Evidence, Feature};
use crate::model::Model;
use crate::naming::{Likeness, Naming};

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// What is compared: the name of the entry's field.
    pub field: &'static str,
    /// How it compares, one of [`Reason::codes`]; the same code always means the same.
    pub code: &'static str,
    /// Of names: how many words answer to each other, and how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Names>,
    /// How much it says for one person (above 0) or against (below), in bits: 10 is a thousand to one.
    pub bits: f32,
    /// In English.
    #[serde(skip)]
    pub text: String,
}

/// How the words of two names answer to each other: how many of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Names {
    /// The same.
    pub same: u8,
    /// Alike in sound.
    pub sounds: u8,
    /// A letter off.
    pub near: u8,
    /// Of one stem.
    pub stem: u8,
    /// An initial.
    pub initial: u8,
    /// Another word.
    pub unlike: u8,
    /// Words that only one of the names has.
    pub left_out: u8,
    /// Whether they stand in another order.
    pub reordered: bool,
}

/// The code of each level, by its English words.
const CODES: [(&str, &str); 33] = [
    ("neither given", "neither-given"),
    ("one not given", "one-given"),
    ("not given", "not-given"),
    ("same", "same"),
    ("same, of many", "same-of-many"),
    ("same, of a few", "same-of-few"),
    ("next to it", "next"),
    ("transposed", "transposed"),
    ("one digit", "one-digit"),
    ("one missing", "one-missing"),
    ("two digits", "two-digits"),
    ("differs", "differs"),
    ("same, other year", "same-other-year"),
    ("same school", "same-school"),
    ("one slip, other year", "one-slip-other-year"),
    ("same school, one digit", "same-school-one-digit"),
    ("differs, other year", "differs-other-year"),
    ("one year off", "one-year-off"),
    ("one digit or two exchanged", "slip"),
    ("two or three years off", "few-years-off"),
    ("other county", "other-county"),
    ("same county", "same-county"),
    ("same sub-county", "same-sub-county"),
    ("same centre", "same-centre"),
    ("one exchanged", "one-exchanged"),
    ("two exchanged", "two-exchanged"),
    ("mostly other", "mostly-other"),
    ("one slip", "one-slip"),
    ("none", "none"),
    ("one has none", "one-has-none"),
    ("differ", "differ"),
    ("entry code differs", "entry-code-differs"),
    ("citizenship differs", "citizenship-differs"),
];

/// Names are told by their words; the code only by how many of these are others.
const NAMED: [&str; 4] = ["names-agree", "one-name-other", "two-names-other", "not-given"];

impl Reason {
    /// Every code that a reason may have.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        CODES.iter().map(|(_, code)| *code).chain(NAMED.into_iter().take(3))
    }

    /// Every field that may be compared.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        Feature::ALL.into_iter().map(Feature::name)
    }
}

/// The reasons, the heaviest first.
pub(crate) fn reasons(evidence: &Evidence, model: &Model) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for feature in Feature::ALL {
        let bits = model.bits(feature, evidence);
        if bits.abs() >= 0.5 {
            reasons.push(reason(feature, bits, evidence));
        }
    }
    reasons.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()));
    reasons
}

fn reason(feature: Feature, bits: f32, evidence: &Evidence) -> Reason {
    let field = feature.name();
    if feature == Feature::Name {
        let names = Names::of(&evidence.naming);
        let place = if evidence.naming.missing { 3 } else { usize::from(names.unlike.min(2)) };
        return Reason { field, code: NAMED[place], names: Some(names), bits, text: names.words() };
    }
    let level = feature.levels().get(evidence.levels.of(feature)).copied().unwrap_or("");
    Reason { field, code: code(level), names: None, bits, text: words(feature, level) }
}

fn code(level: &str) -> &'static str {
    CODES.iter().find(|(words, _)| *words == level).map_or("", |(_, code)| code)
}

fn words(feature: Feature, level: &str) -> String {
    let subject = match feature {
        Feature::Name => "names",
        Feature::Certificate => "birth certificate",
        Feature::Index => "index number of the primary certificate",
        Feature::Gender => "gender",
        Feature::BirthYear => "year of birth",
        Feature::Place => return level.to_owned(),
        Feature::Subjects => "subjects",
        Feature::Phone => "telephone",
        Feature::Document => "identity document",
        Feature::LastAttempt => "index number of the last attempt",
        Feature::Needs => "special needs",
        Feature::Standing => "entry code and citizenship",
        Feature::Admission => "admission number",
    };
    format!("{subject}: {level}")
}

impl Names {
    fn of(naming: &Naming) -> Names {
        let count = |likeness: Likeness| naming.answers[likeness as usize];
        Names {
            same: count(Likeness::Same),
            sounds: count(Likeness::Sounds),
            near: count(Likeness::Near),
            stem: count(Likeness::Stem),
            initial: count(Likeness::Initial),
            unlike: count(Likeness::Unlike),
            left_out: naming.left_out,
            reordered: naming.reordered,
        }
    }

    fn words(&self) -> String {
        let counted = [
            (self.same, "the same"),
            (self.sounds, "alike in sound"),
            (self.near, "a letter off"),
            (self.stem, "of one stem"),
            (self.initial, "an initial"),
            (self.unlike, "another"),
            (self.left_out, "left out"),
        ];
        let parts = counted.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, words)| format!("{count} {words}")).collect();
        let order = if self.reordered { ", in another order" } else { "" };
        format!("names: {}{order}", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_of_every_field_has_a_code_and_no_two_levels_of_a_field_share_one() {
        for feature in Feature::ALL.into_iter().filter(|feature| *feature != Feature::Name) {
            let mut codes: Vec<&str> = feature.levels().iter().map(|level| code(level)).collect();
            assert!(codes.iter().all(|code| !code.is_empty()), "{}: {codes:?}", feature.name());
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), feature.levels().len(), "{}", feature.name());
        }
    }

    #[test]
    fn names_are_told_by_how_many_words_answer_and_how() {
        let naming = Naming { answers: [2, 0, 1, 0, 0, 0], left_out: 1, reordered: true, ..Naming::default() };
        let names = Names::of(&naming);
        assert_eq!(names, Names { same: 2, near: 1, left_out: 1, reordered: true, ..Names::default() });
        assert_eq!(names.words(), "names: 2 the same, 1 a letter off, 1 left out, in another order");
    }
}
