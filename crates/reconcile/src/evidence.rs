//! What two entries show when laid side by side: one level a feature, packed into a word. Owns the features and what their
//! levels mean; refuses to weigh them (that is [`crate::model`]'s).

use crate::naming::Naming;

/// A feature that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Feature {
    Certificate,
    Index,
    Name,
    Gender,
    BirthYear,
    Place,
    Subjects,
    Phone,
    Document,
    LastAttempt,
    Needs,
    Standing,
    Admission,
}

/// How many features there are.
pub(crate) const FEATURES: usize = 13;

impl Feature {
    /// Every feature.
    pub(crate) const ALL: [Feature; FEATURES] = [
        Feature::Certificate,
        Feature::Index,
        Feature::Name,
        Feature::Gender,
        Feature::BirthYear,
        Feature::Place,
        Feature::Subjects,
        Feature::Phone,
        Feature::Document,
        Feature::LastAttempt,
        Feature::Needs,
        Feature::Standing,
        Feature::Admission,
    ];

    /// The names of its levels, in order.
    pub(crate) const fn levels(self) -> &'static [&'static str] {
        match self {
            Feature::Certificate => &certificate::NAMES,
            Feature::Index => &index::NAMES,
            Feature::Name => &name::NAMES,
            Feature::Gender => &["not given", "same", "differs"],
            Feature::BirthYear => &birth_year::NAMES,
            Feature::Place => &["other county", "same county", "same sub-county", "same centre"],
            Feature::Subjects => &["not given", "same", "one exchanged", "two exchanged", "mostly other"],
            Feature::Phone | Feature::Document | Feature::LastAttempt => &["not given", "same", "one slip", "differs"],
            Feature::Needs => &["none", "same", "one has none", "differ"],
            Feature::Standing => &["not given", "same", "entry code differs", "citizenship differs"],
            Feature::Admission => &["not given", "same", "differs"],
        }
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Feature::Certificate => "birth_certificate_no",
            Feature::Index => "qualifying_index",
            Feature::Name => "name",
            Feature::Gender => "gender",
            Feature::BirthYear => "year_of_birth",
            Feature::Place => "centre",
            Feature::Subjects => "subjects",
            Feature::Phone => "phone",
            Feature::Document => "id_document",
            Feature::LastAttempt => "last_kcse_index",
            Feature::Needs => "special_needs",
            Feature::Standing => "entry_code",
            Feature::Admission => "admission_no",
        }
    }
}

/// Levels of the birth certificate.
pub(crate) mod certificate {
    pub(crate) const NAMES: [&str; 11] = [
        "neither given",
        "one not given",
        "same",
        "same, of many",
        "next to it",
        "transposed",
        "one digit",
        "one missing",
        "two digits",
        "differs",
        "same, of a few",
    ];
    pub(crate) const NEITHER: u8 = 0;
    pub(crate) const ONE: u8 = 1;
    pub(crate) const SAME: u8 = 2;
    pub(crate) const OF_MANY: u8 = 3;
    pub(crate) const NEXT: u8 = 4;
    pub(crate) const TRANSPOSED: u8 = 5;
    pub(crate) const ONE_DIGIT: u8 = 6;
    pub(crate) const ONE_MISSING: u8 = 7;
    pub(crate) const TWO_DIGITS: u8 = 8;
    pub(crate) const DIFFERS: u8 = 9;
    pub(crate) const OF_A_FEW: u8 = 10;
}

/// Levels of the index number and year of the primary certificate.
pub(crate) mod index {
    pub(crate) const NAMES: [&str; 16] = [
        "neither given",
        "one not given",
        "same",
        "same, of many",
        "next to it",
        "transposed",
        "one digit",
        "one missing",
        "two digits",
        "differs",
        "same, of a few",
        "same, other year",
        "same school",
        "one slip, other year",
        "same school, one digit",
        "differs, other year",
    ];
    pub(crate) const OTHER_YEAR: u8 = 11;
    pub(crate) const SCHOOL: u8 = 12;
    pub(crate) const SLIP_OTHER_YEAR: u8 = 13;
    pub(crate) const SCHOOL_ONE_DIGIT: u8 = 14;
    pub(crate) const DIFFERS_OTHER_YEAR: u8 = 15;
}

/// Levels of the year of birth.
pub(crate) mod birth_year {
    pub(crate) const NAMES: [&str; 6] =
        ["not given", "same", "one year off", "one digit or two exchanged", "two or three years off", "differs"];
    pub(crate) const SAME: u8 = 1;
    pub(crate) const ONE_OFF: u8 = 2;
    pub(crate) const SLIP: u8 = 3;
    pub(crate) const FEW_OFF: u8 = 4;
    pub(crate) const DIFFERS: u8 = 5;
}

/// Levels of the name: by how many words are other ones, then by weight.
pub(crate) mod name {
    use super::Naming;
    use crate::naming::Likeness;

    pub(crate) const NAMES: [&str; 27] = [
        "not given",
        "agree, <2",
        "agree, 2-4",
        "agree, 4-6",
        "agree, 6-8",
        "agree, 8-10",
        "agree, 10-12",
        "agree, 12-14",
        "agree, 14-16",
        "agree, 16-18",
        "agree, 18-20",
        "agree, 20-22",
        "agree, 22-24",
        "agree, >24",
        "one other, <-2",
        "one other, -2-0",
        "one other, 0-2",
        "one other, 2-4",
        "one other, 4-6",
        "one other, 6-8",
        "one other, 8-10",
        "one other, 10-12",
        "one other, >12",
        "two other, <-4",
        "two other, -4-0",
        "two other, 0-4",
        "two other, >4",
    ];
    pub(crate) const MISSING: u8 = 0;

    /// The first level of a group, the weight at its upper edge, the width of a level, and how many levels there are.
    const GROUPS: [(u8, f32, f32, u8); 3] = [(1, 2.0, 2.0, 13), (14, -2.0, 2.0, 9), (23, -4.0, 4.0, 4)];

    const fn group(naming: &Naming) -> (u8, f32, f32, u8) {
        match naming.answers[Likeness::Unlike as usize] {
            0 => GROUPS[0],
            1 => GROUPS[1],
            _ => GROUPS[2],
        }
    }

    /// Where in its group a weight stands, in levels.
    fn height(naming: &Naming) -> (u8, f32, u8) {
        let (first, edge, width, count) = group(naming);
        (first, (naming.weight - edge) / width + 1.0, count)
    }

    /// The level.
    pub(crate) fn level(naming: &Naming) -> u8 {
        if naming.missing {
            return MISSING;
        }
        let (first, height, count) = height(naming);
        first + (height.max(0.0) as u8).min(count - 1)
    }

    /// The two levels between whose middles a weight stands, and how near it is to the second.
    pub(crate) fn between(naming: &Naming) -> (u8, u8, f32) {
        if naming.missing {
            return (MISSING, MISSING, 0.0);
        }
        let (first, height, count) = height(naming);
        let middle = (height - 0.5).clamp(0.0, f32::from(count - 1));
        let low = (middle as u8).min(count - 1);
        (first + low, first + (low + 1).min(count - 1), middle - f32::from(low))
    }

    /// The weight in the middle of a level, and how many words are other ones; nothing for a missing name.
    pub(crate) fn middle(level: u8) -> Option<(usize, f32)> {
        let group = GROUPS.iter().rposition(|(first, ..)| level >= *first)?;
        let (first, edge, width, _) = GROUPS[group];
        Some((group, edge + (f32::from(level - first) - 0.5) * width))
    }
}

/// One level a feature, five bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Levels(pub(crate) u128);

impl Levels {
    /// With a feature at a level.
    #[must_use]
    pub(crate) const fn with(self, feature: Feature, level: u8) -> Levels {
        Levels(self.0 | (level as u128) << (feature as u32 * 5))
    }

    /// The level of a feature.
    pub(crate) const fn of(self, feature: Feature) -> usize {
        (self.0 >> (feature as u32 * 5)) as usize & 31
    }
}

/// What two entries show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Evidence {
    pub(crate) levels: Levels,
    pub(crate) naming: Naming,
}
