//! What evidence is worth. Owns the classes that a pair may belong to (the same person; namesakes; strangers that share a
//! number; twins; candidates with neighbouring numbers), how often each shows each level, and the probability that
//! follows. Refuses to learn them: that is [`crate::learn`]'s.

use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, FEATURES, Feature, Levels, name};
use crate::naming::Spelling;

/// Levels that a feature may have.
pub(crate) const LEVELS: usize = 32;

/// What two entries may be to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Kinship {
    /// One person, entered twice.
    Same,
    /// Two people whose names are alike by chance.
    Namesakes,
    /// Two people whose names are alike in part, by chance or in one family.
    PartlyNamesakes,
    /// Two people, one of whom bears the other's birth certificate by mistake.
    SharedCertificate,
    /// Two people, one of whom bears the other's index number by mistake.
    SharedIndex,
    /// Two people whose index numbers are the same in different years.
    RecurringIndex,
    /// Twins.
    Twins,
    /// Two people of one primary school, whose index numbers are near.
    Schoolmates,
    /// Two people whose birth certificates are near by chance.
    NearCertificates,
    /// Two people who share something else, such as a telephone.
    Strangers,
}

/// How many classes there are.
pub(crate) const CLASSES: usize = 10;

impl Kinship {
    /// Every class.
    pub const ALL: [Kinship; CLASSES] = [
        Kinship::Same,
        Kinship::Namesakes,
        Kinship::PartlyNamesakes,
        Kinship::SharedCertificate,
        Kinship::SharedIndex,
        Kinship::RecurringIndex,
        Kinship::Twins,
        Kinship::Schoolmates,
        Kinship::NearCertificates,
        Kinship::Strangers,
    ];

    /// Its name for other programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kinship::Same => "same",
            Kinship::Namesakes => "namesakes",
            Kinship::PartlyNamesakes => "partly-namesakes",
            Kinship::SharedCertificate => "certificate-shared",
            Kinship::SharedIndex => "index-shared",
            Kinship::RecurringIndex => "recurring-index",
            Kinship::Twins => "twins",
            Kinship::Schoolmates => "schoolmates",
            Kinship::NearCertificates => "near-certificates",
            Kinship::Strangers => "strangers",
        }
    }
}

/// How often pairs of one class show each level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Class {
    /// How many pairs of the table belong to it.
    pub(crate) size: f64,
    /// The share of each level, by feature.
    pub(crate) shares: Vec<[f32; LEVELS]>,
    /// Upon how many pairs each feature's shares rest, those of the prior counted.
    pub(crate) rests_on: [f64; FEATURES],
}

impl Class {
    /// The share of pairs in which a number is the same.
    pub(crate) fn share(&self, number: Feature) -> f32 {
        self.shares[number as usize][usize::from(crate::evidence::certificate::SAME)]
    }
}

/// What evidence is worth in a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Model {
    pub(crate) spelling: Spelling,
    pub(crate) classes: Vec<Class>,
    /// The logarithm of size and shares.
    pub(crate) logarithms: Vec<Logarithms>,
}

/// A model as it is kept.
#[derive(Serialize, Deserialize)]
struct Stored {
    spelling: Spelling,
    classes: Vec<Class>,
}

impl From<Stored> for Model {
    fn from(stored: Stored) -> Model {
        Model::new(stored.spelling, stored.classes)
    }
}

impl From<Model> for Stored {
    fn from(model: Model) -> Stored {
        Stored { spelling: model.spelling, classes: model.classes }
    }
}

/// A class's numbers as logarithms.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Logarithms {
    size: f32,
    shares: [[f32; LEVELS]; FEATURES],
}

impl Logarithms {
    pub(crate) fn of(class: &Class) -> Logarithms {
        let mut shares = [[0.0; LEVELS]; FEATURES];
        for (feature, row) in shares.iter_mut().enumerate() {
            *row = class.shares[feature].map(|share| share.max(1e-9).ln());
        }
        Logarithms { size: class.size.max(1e-9).ln() as f32, shares }
    }

    /// The logarithm of how many pairs of this class show these levels.
    #[inline]
    pub(crate) fn expected(&self, levels: Levels) -> f32 {
        Feature::ALL.iter().fold(self.size, |sum, feature| sum + self.shares[*feature as usize][levels.of(*feature)])
    }

    /// The same, with the name's weight between levels.
    fn expected_finely(&self, evidence: &Evidence) -> f32 {
        let shares = &self.shares[Feature::Name as usize];
        let (low, high, part) = name::between(&evidence.naming);
        let fine = shares[usize::from(low)] * (1.0 - part) + shares[usize::from(high)] * part;
        self.expected(evidence.levels) - shares[evidence.levels.of(Feature::Name)] + fine
    }
}

impl Model {
    pub(crate) fn new(spelling: Spelling, classes: Vec<Class>) -> Model {
        let logarithms = classes.iter().map(Logarithms::of).collect();
        Model { spelling, classes, logarithms }
    }

    /// The logarithm of how many pairs of each class show such evidence.
    fn expected(&self, evidence: &Evidence) -> [f32; CLASSES] {
        let mut expected = [f32::MIN; CLASSES];
        expected.iter_mut().zip(&self.logarithms).for_each(|(e, class)| *e = class.expected_finely(evidence));
        expected
    }

    /// Whether it is worth keeping for a better model: one person is not a million times less likely than anything else.
    pub(crate) fn hopeful(&self, evidence: &Evidence) -> bool {
        let expected = self.expected(evidence);
        expected[1..].iter().all(|other| *other < expected[0] + 15.0)
    }

    /// The probability that two entries are of one person, and what they are else, most likely.
    pub(crate) fn judge(&self, evidence: &Evidence) -> (f64, Kinship) {
        let expected = self.expected(evidence);
        let same = f64::from(expected[0]);
        let others = expected[1..].iter().map(|other| (f64::from(*other) - same).exp()).sum::<f64>();
        let likeliest = (1..CLASSES).max_by(|a, b| expected[*a].total_cmp(&expected[*b])).unwrap_or(1);
        (1.0 / (1.0 + others), Kinship::ALL[likeliest])
    }
}

impl Model {
    /// How much a feature says for one person, in bits, against the likeliest of what they may be else.
    pub(crate) fn bits(&self, feature: Feature, evidence: &Evidence) -> f32 {
        let expected = self.expected(evidence);
        let other = (1..CLASSES).max_by(|a, b| expected[*a].total_cmp(&expected[*b])).unwrap_or(1);
        let level = evidence.levels.of(feature);
        let share = |class: usize| self.logarithms[class].shares[feature as usize][level];
        (share(0) - share(other)) / std::f32::consts::LN_2
    }
}

/// What one level of one feature is worth in a table, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weight {
    /// The entry's field.
    pub field: &'static str,
    /// The level.
    pub level: &'static str,
    /// Of a thousand pairs of one person, how many show it.
    pub same: f32,
    /// Of a thousand pairs of namesakes.
    pub namesakes: f32,
    /// How much it says for one person against namesakes, in bits.
    pub bits: f32,
    /// By how much that may be off, in bits, nineteen times of twenty.
    pub give_or_take: f32,
}

impl Model {
    /// What every level is worth.
    #[must_use]
    pub fn weights(&self) -> Vec<Weight> {
        let (same, namesakes) = (&self.classes[0], &self.classes[1]);
        let mut weights = Vec::new();
        for feature in Feature::ALL {
            let at = feature as usize;
            for (level, name) in feature.levels().iter().enumerate() {
                let (m, u) = (same.shares[at][level].max(1e-9), namesakes.shares[at][level].max(1e-9));
                let spread = |share: f32, pairs: f64| (1.0 - f64::from(share)) / (f64::from(share) * (pairs + 2.0));
                let off = 1.96 * (spread(m, same.rests_on[at]) + spread(u, namesakes.rests_on[at])).sqrt();
                weights.push(Weight {
                    field: feature.name(),
                    level: name,
                    same: m * 1000.0,
                    namesakes: u * 1000.0,
                    bits: (m / u).log2(),
                    give_or_take: (off / std::f64::consts::LN_2) as f32,
                });
            }
        }
        weights
    }
}
