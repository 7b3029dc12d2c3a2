//! The six conditions of being duly registered (2.3.12). Owns which rule belongs to which; refuses to judge.

use crate::finding::Rule;

/// A condition of being duly registered (2.3.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Entry requirements and criteria of the award are met (i).
    Requirements,
    /// Details are captured and subjects chosen by cluster (ii).
    Details,
    /// The photograph is there in the right form (iii).
    Photograph,
    /// The nominal roll is signed (iv).
    Roll,
    /// Fees are paid where they apply (v).
    Fees,
    /// The documents are handed in (vi).
    Documents,
}

impl Condition {
    /// Every condition, in the manual's order.
    pub const ALL: [Condition; 6] = [
        Condition::Requirements,
        Condition::Details,
        Condition::Photograph,
        Condition::Roll,
        Condition::Fees,
        Condition::Documents,
    ];

    /// Its paragraph.
    #[must_use]
    pub const fn paragraph(self) -> &'static str {
        match self {
            Condition::Requirements => "2.3.12(i)",
            Condition::Details => "2.3.12(ii)",
            Condition::Photograph => "2.3.12(iii)",
            Condition::Roll => "2.3.12(iv)",
            Condition::Fees => "2.3.12(v)",
            Condition::Documents => "2.3.12(vi)",
        }
    }

    /// Its name in facts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Condition::Requirements => "requirements",
            Condition::Details => "details",
            Condition::Photograph => "photograph",
            Condition::Roll => "roll",
            Condition::Fees => "fees",
            Condition::Documents => "documents",
        }
    }

    /// The condition that a rule belongs to.
    #[must_use]
    pub fn of(rule: Rule) -> Condition {
        match rule.id().split('.').next() {
            Some("photo") => Condition::Photograph,
            Some("qualification" | "identity" | "repeat") => Condition::Requirements,
            Some("roll") => Condition::Roll,
            Some("fees" | "bank") => Condition::Fees,
            Some("return" | "window") => Condition::Documents,
            _ => Condition::Details,
        }
    }
}
