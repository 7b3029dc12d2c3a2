//! A rule pack, compiled: the data of an examination year with its subjects as bits and its fees as a table. Owns
//! which pack holds for which year and how a circular is laid over it; refuses to hold any rule.

mod bounds;
pub mod data;
mod differences;
mod load;
mod special_needs;

use crate::centre::CentreKind;
use crate::entry::{Citizenship, EntryCode};
use crate::subjects::{SubjectSet, Subjects};
use data::{PackData, Tariff};

pub use differences::Difference;
pub use load::PackError;
pub use special_needs::SpecialNeeds;

/// A compiled pack for one examination year.
#[derive(Clone, Debug)]
pub struct Pack {
    data: PackData,
    year: i32,
    subjects: Subjects,
    special_needs: SpecialNeeds,
    pub(crate) sets: Sets,
    pathways: Vec<Pathway>,
    component_fees: [u32; 64],
    with_component_fee: SubjectSet,
    pub(crate) qualification_years: [(i32, i32); 5],
    counties: Box<[u8; 100]>,
}

/// The sets of subjects that rules name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sets {
    pub(crate) english: SubjectSet,
    pub(crate) kiswahili: SubjectSet,
    pub(crate) mathematics_a: SubjectSet,
    pub(crate) mathematics_b: SubjectSet,
    pub(crate) general_science: SubjectSet,
    pub(crate) blind_biology: SubjectSet,
    pub(crate) sign_language: SubjectSet,
    pub(crate) sciences: SubjectSet,
    pub(crate) humanities: SubjectSet,
    pub(crate) religious: SubjectSet,
    pub(crate) blind_excluded: SubjectSet,
}

/// A pathway with its subjects as sets.
#[derive(Clone, Debug)]
pub struct Pathway {
    /// `A`, `B` or `BLIND`.
    pub id: String,
    /// The paragraph.
    pub source: String,
    /// Slots in the order they are filled.
    pub slots: Vec<PathwaySlot>,
    /// What further subjects come from.
    pub rest: SubjectSet,
    /// The paragraph of the rest.
    pub rest_source: String,
}

/// A slot of a pathway.
#[derive(Clone, Debug)]
pub struct PathwaySlot {
    /// Its name, as `sciences`.
    pub id: String,
    /// The subjects that fill it.
    pub from: SubjectSet,
    /// The subjects that fill it for a hearing-impaired candidate where none of `from` does.
    pub hearing: SubjectSet,
    /// How many it takes.
    pub need: u32,
    /// The paragraph.
    pub source: String,
}

impl Pack {
    /// The bundled pack that holds for an examination year: the newest that is not later, else the oldest.
    ///
    /// # Errors
    /// When the bundled data is broken.
    pub fn bundled(year: u16) -> Result<Pack, PackError> {
        load::compile(load::bundled(year)?, year)
    }

    /// The bundled pack of a year with circulars laid over it, each a TOML text that names only what it changes.
    ///
    /// # Errors
    /// When a circular is not TOML, or the result is not a pack.
    pub fn with_circulars(year: u16, circulars: &[&str]) -> Result<Pack, PackError> {
        load::compile(load::overlay(load::bundled(year)?, circulars)?, year)
    }

    /// The data the pack was compiled from.
    #[must_use]
    pub const fn data(&self) -> &PackData {
        &self.data
    }

    /// The examination year judged.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The subjects offered.
    #[must_use]
    pub const fn subjects(&self) -> &Subjects {
        &self.subjects
    }

    /// The categories of special needs.
    #[must_use]
    pub const fn special_needs(&self) -> &SpecialNeeds {
        &self.special_needs
    }

    /// The pathways, in the pack's order.
    #[must_use]
    pub fn pathways(&self) -> &[Pathway] {
        &self.pathways
    }

    /// The first and the last number of the range of an entry code (2.3.23, 2.3.24).
    #[must_use]
    pub fn numbers(&self, code: EntryCode) -> (u16, u16) {
        let ranges = &self.data.numbers;
        let range = if code.is_whole() { &ranges.whole } else { &ranges.partial };
        (range.first, range.last)
    }

    /// Whether the state pays for such a candidate (2.14.1).
    #[must_use]
    pub fn state_pays(&self, code: EntryCode, citizenship: Citizenship, kind: CentreKind) -> bool {
        let rule = &self.data.fees.state_pays;
        let letter = if citizenship == Citizenship::Citizen { "C" } else { "N" };
        rule.entry_codes.contains(&code.digit())
            && rule.citizenship.iter().any(|c| c == letter)
            && rule.kinds.iter().any(|k| k == kind.name())
    }

    /// What a payer pays.
    #[must_use]
    pub const fn tariff(&self, state: bool) -> &Tariff {
        if state { &self.data.fees.state } else { &self.data.fees.candidate }
    }

    /// The extra fee of the subject at a place, in shillings; 0 where it has none.
    #[must_use]
    pub const fn component_fee(&self, place: u8) -> u32 {
        self.component_fees[place as usize % 64]
    }

    /// Those of the subjects that ask for an extra fee.
    #[must_use]
    pub const fn with_component_fee(&self, subjects: SubjectSet) -> SubjectSet {
        subjects.and(self.with_component_fee)
    }

    /// The third digit that schools of a county bear, `None` where the county is not known.
    #[must_use]
    pub const fn county_third_digit(&self, county: u8) -> Option<u8> {
        match self.counties[county as usize % 100] {
            0 => None,
            digit => Some(digit),
        }
    }
}
