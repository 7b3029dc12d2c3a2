//! The pack as it stands in its files: every value with the paragraph it comes from. Owns the files' format; refuses
//! to interpret it (that is `Pack`'s).

mod centres;
mod fees;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Shillings;

pub use centres::{Bank, Calendar, Centres, County};
pub use fees::{ComponentFee, FeesData, OtherFees, StatePays, Tariff};

/// A value and the paragraph of the manual, or the circular, that sets it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub source: String,
}

/// A date (`YYYY-MM-DD`) that a circular sets; absent until one does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitedDate {
    /// The date, where one is announced.
    pub value: Option<String>,
    /// Where it is written.
    pub source: String,
}

/// One text in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Kiswahili.
    pub sw: String,
}

/// A whole pack, all its files read as one table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackData {
    /// The examination, as `KCSE`.
    pub examination: String,
    /// Its full name.
    pub title: Words,
    /// The first examination year the pack holds for.
    pub year: u16,
    /// The text that the pack follows.
    pub source: String,
    /// Circulars laid over the pack, in order; empty in the pack itself.
    #[serde(default)]
    pub circulars: Vec<String>,
    /// The subjects offered (2.8.1).
    pub subjects: Vec<SubjectData>,
    /// Named sets of subjects.
    pub sets: BTreeMap<String, Vec<String>>,
    /// Numbers of subjects of an entry.
    pub entry: EntryLimits,
    /// Combinations of subjects (2.8.2-2.8.4).
    pub pathways: Vec<PathwayData>,
    /// Ranges of candidates' numbers.
    pub numbers: NumberRanges,
    /// Ages that ask for a second look.
    pub birth_year: Ages,
    /// What a birth certificate's number looks like.
    pub birth_certificate: CertificateShape,
    /// The primary certificates and their years, by name.
    pub qualifications: BTreeMap<String, Years>,
    /// What a KCPE index number looks like.
    pub kcpe_index: KcpeIndex,
    /// Years of secondary school.
    pub secondary: Secondary,
    /// Foreign certificates.
    pub foreign: Foreign,
    /// The Qualifying Test (2.20).
    pub qualifying_test: QualifyingTest,
    /// Partial repetition.
    pub partial_repeat: PartialRepeat,
    /// The categories of special needs (2.3.9) and their papers (2.8.5).
    pub special_needs: Vec<SpecialNeedData>,
    /// The photograph (2.9).
    pub photograph: PhotographSpec,
    /// Fees (2.15).
    pub fees: FeesData,
    /// Centres.
    pub centres: Centres,
    /// Banks that take the fees (2.15.2).
    pub banks: Vec<Bank>,
    /// Dates and periods.
    pub calendar: Calendar,
    /// KNEC's counties by number.
    pub counties: BTreeMap<String, County>,
}

/// A subject.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectData {
    /// Three digits.
    pub code: String,
    /// The name printed.
    pub name: String,
    /// `I` to `V`.
    pub group: String,
    /// Other names; the first is the abbreviation printed.
    pub short: Vec<String>,
    /// The component beside the written papers.
    pub component: Option<Component>,
    /// The paper whose marks the school keys in (2.18.5).
    pub score: Option<String>,
}

/// A component that is not written in the hall (2.15.7, 2.15.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Component {
    /// Work done over months.
    Project,
    /// Done under supervision.
    Practical,
    /// Spoken.
    Oral,
}

impl Component {
    /// The word of the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Component::Project => "project",
            Component::Practical => "practical",
            Component::Oral => "oral",
        }
    }
}

/// How many subjects an entry has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EntryLimits {
    pub minimum_subjects: Cited<u32>,
    pub maximum_subjects: Cited<u32>,
    pub partial_minimum: Cited<u32>,
    pub partial_maximum: Cited<u32>,
}

/// A pathway.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PathwayData {
    pub id: String,
    pub source: String,
    pub slots: Vec<SlotData>,
    pub rest: RestData,
}

/// A slot of a pathway: so many of these subjects.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SlotData {
    pub id: String,
    pub from: Vec<String>,
    #[serde(default)]
    pub hearing: Vec<String>,
    pub need: u32,
    pub source: String,
}

/// Where a pathway's further subjects come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RestData {
    pub from: Vec<String>,
    pub except: Vec<String>,
    pub source: String,
}

/// The two ranges of candidates' numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NumberRanges {
    pub whole: NumberRange,
    pub partial: NumberRange,
}

/// A range of candidates' numbers, both ends belonging to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NumberRange {
    pub first: u16,
    pub last: u16,
    pub source: String,
}

/// Ages in years.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Ages {
    pub youngest: Cited<i32>,
    pub oldest: Cited<i32>,
}

/// The shape of a birth certificate's entry number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CertificateShape {
    pub shortest: Cited<usize>,
    pub longest: Cited<usize>,
    pub fewest_digits: Cited<usize>,
}

/// The years in which a certificate was examined.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Years {
    pub first: Option<u16>,
    pub last: Option<u16>,
    pub source: String,
}

/// The shape of a KCPE index number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct KcpeIndex {
    pub digits: Cited<usize>,
    pub old_digits: Cited<usize>,
    pub old_until: Cited<u16>,
}

/// Years of secondary school before the examination.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Secondary {
    pub least_difference: Cited<i32>,
}

/// Foreign certificates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Foreign {
    pub full_primary_years: Cited<u16>,
}

/// The Qualifying Test.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct QualifyingTest {
    pub years_before: Cited<i32>,
    pub fee: Cited<Shillings>,
    pub pass_percent: Cited<u32>,
    pub papers: Vec<TestPaper>,
}

/// A paper of the Qualifying Test.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TestPaper {
    pub code: String,
    pub name: String,
    pub marks: u32,
    pub source: String,
}

/// Partial repetition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PartialRepeat {
    pub recent_years: Cited<i32>,
}

/// A category of special needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SpecialNeedData {
    pub id: String,
    pub papers: Vec<String>,
    pub name: Words,
    pub source: String,
}

/// What a photograph is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PhotographSpec {
    pub width: Cited<u32>,
    pub height: Cited<u32>,
    pub largest_bytes: Cited<u32>,
}
