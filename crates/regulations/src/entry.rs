//! An entry as the rules see it: its text read once into numbers and bits. Owns the reading; refuses to judge. Nothing
//! is lost by it, for what cannot be read is marked as such and the rule concerned says so.

use crate::subjects::{SubjectSet, tokens};
use crate::{CentreCode, Field, Fields, Pack, Papers};

pub use crate::given::{Number, Year};

/// Gender (2.3.27(iv)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Gender {
    Male,
    Female,
}

/// Citizenship (2.3.27(v)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Citizenship {
    Citizen,
    NonCitizen,
}

/// The entry code (2.3.20).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryCode {
    /// 1: first attempt.
    First,
    /// 2: repeats the whole examination.
    Whole,
    /// 3: repeats some subjects.
    Partial,
}

impl EntryCode {
    /// The digit written on forms.
    #[must_use]
    pub const fn digit(self) -> u8 {
        match self {
            EntryCode::First => 1,
            EntryCode::Whole => 2,
            EntryCode::Partial => 3,
        }
    }

    /// Whether the whole examination is taken, under a number of the first range (2.3.23).
    #[must_use]
    pub const fn is_whole(self) -> bool {
        !matches!(self, EntryCode::Partial)
    }

    /// Reads one digit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "1" => Some(EntryCode::First),
            "2" => Some(EntryCode::Whole),
            "3" => Some(EntryCode::Partial),
            _ => None,
        }
    }
}

/// The primary certificate (2.3.4, 2.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Qualification {
    Kcpe,
    Cpe,
    Kce,
    Eace,
    Foreign,
}

impl Qualification {
    /// Every certificate, with its name.
    pub const NAMES: [(&'static str, Qualification); 5] = [
        ("KCPE", Qualification::Kcpe),
        ("CPE", Qualification::Cpe),
        ("KCE", Qualification::Kce),
        ("EACE", Qualification::Eace),
        ("FOREIGN", Qualification::Foreign),
    ];

    /// The certificate of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(name, _)| *name == text).map(|(_, qualification)| qualification)
    }
}

/// The categories of special needs an entry declares, as bits in the pack's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    bits: u32,
    /// Whether a word was not a category.
    pub unknown: bool,
}

impl Needs {
    /// Reads the categories of a list.
    #[must_use]
    pub fn read(pack: &Pack, text: &str) -> Needs {
        let mut needs = Needs::default();
        for token in text.split([' ', ',', ';']).filter(|token| !token.is_empty()) {
            match pack.special_needs().place(token.as_bytes()) {
                Some(place) => needs.bits |= 1 << place,
                None => needs.unknown = true,
            }
        }
        needs
    }

    /// The papers that the categories declared ask for (2.8.5(ii)).
    #[must_use]
    pub fn papers(self, pack: &Pack) -> Papers {
        let asked = self.places().flat_map(|place| pack.special_needs().papers(place));
        asked.fold(Papers::default(), |papers, paper| papers.with(*paper))
    }

    /// Whether the category at this place of the pack is declared.
    #[must_use]
    pub const fn declares(self, place: Option<u8>) -> bool {
        matches!(place, Some(place) if self.bits & (1 << place) != 0)
    }

    /// Whether any category is declared.
    #[must_use]
    pub const fn any(self) -> bool {
        self.bits != 0
    }

    /// The places of the categories declared.
    pub fn places(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |place| self.bits & (1 << place) != 0)
    }
}

/// The last full attempt, as given (2.5).
#[derive(Clone, Copy, Debug, Default)]
pub struct LastAttempt {
    /// Whether an index number is given.
    pub index: bool,
    /// Its year.
    pub year: Year,
    /// Its subjects, where any are given.
    pub subjects: Option<SubjectSet>,
}

impl LastAttempt {
    /// Whether anything is known of an earlier attempt.
    #[must_use]
    pub const fn is_given(&self) -> bool {
        self.index || self.year.is_given() || self.subjects.is_some()
    }
}

/// One candidate's entry, read.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The text it was read from.
    pub text: &'a Fields<'a>,
    /// The centre that the row or the register belongs to; `None` where its code is not eight digits.
    pub centre: Option<CentreCode>,
    /// The candidate's number.
    pub number: Number,
    /// `None` where it is neither M nor F.
    pub gender: Option<Gender>,
    /// The year of birth.
    pub birth_year: Year,
    /// `None` where it is neither C nor N.
    pub citizenship: Option<Citizenship>,
    /// `None` where it is not 1, 2 or 3.
    pub code: Option<EntryCode>,
    /// `None` where it is not one of the five.
    pub qualification: Option<Qualification>,
    /// The year of the primary certificate.
    pub qualifying_year: Year,
    /// The year the Qualifying Test was passed.
    pub qualifying_test_year: Year,
    /// The year of the equation letter.
    pub equation_year: Year,
    /// Years of primary school.
    pub primary_years: Year,
    /// Declared special needs.
    pub needs: Needs,
    /// Whether BLIND is among them.
    pub blind: bool,
    /// Whether HEARING is among them.
    pub hearing: bool,
    /// The last full attempt.
    pub last: LastAttempt,
    /// The distinct subjects entered that the pack offers.
    pub subjects: SubjectSet,
    /// Whether a code entered is not offered.
    pub unknown_subject: bool,
    /// Whether a code is entered twice.
    pub duplicate_subject: bool,
}

impl<'a> Entry<'a> {
    /// Reads the text of an entry. `centre` is the code of the register, or of the file checked; the entry's own
    /// column comes before it, and a full index number stands in where neither is given.
    #[must_use]
    pub fn read(pack: &Pack, centre: &str, text: &'a Fields<'a>) -> Entry<'a> {
        let get = |field: Field| text[field as usize];
        let subjects = read_subjects(pack, get(Field::Subjects));
        let needs = Needs::read(pack, get(Field::SpecialNeeds));
        let number = Number::parse(get(Field::CandidateNo));
        Entry {
            text,
            centre: read_centre(get(Field::Centre), centre, number),
            number,
            gender: read_gender(get(Field::Gender)),
            birth_year: Year::parse(get(Field::YearOfBirth)),
            citizenship: read_citizenship(get(Field::Citizenship)),
            code: EntryCode::parse(get(Field::EntryCode)),
            qualification: Qualification::parse(get(Field::Qualification)),
            qualifying_year: Year::parse(get(Field::QualifyingYear)),
            qualifying_test_year: Year::parse(get(Field::QualifyingTestYear)),
            equation_year: Year::parse(get(Field::EquationYear)),
            primary_years: Year::count(get(Field::PrimaryYears)),
            needs,
            blind: needs.declares(pack.special_needs().blind),
            hearing: needs.declares(pack.special_needs().hearing),
            last: LastAttempt {
                index: !get(Field::LastKcseIndex).is_empty(),
                year: Year::parse(get(Field::LastKcseYear)),
                subjects: read_last_subjects(pack, get(Field::LastKcseSubjects)),
            },
            subjects: subjects.set,
            unknown_subject: subjects.unknown,
            duplicate_subject: subjects.duplicate,
        }
    }

    /// The text of a field, empty where it is not given.
    #[must_use]
    pub const fn get(&self, field: Field) -> &'a str {
        self.text[field as usize]
    }

    /// Whether a field is given.
    #[must_use]
    pub const fn has(&self, field: Field) -> bool {
        !self.text[field as usize].is_empty()
    }

    /// Whether the whole examination is taken: entry code 1 or 2.
    #[must_use]
    pub fn takes_whole(&self) -> bool {
        self.code.is_some_and(EntryCode::is_whole)
    }

    /// Whether the candidate repeats: entry code 2 or 3.
    #[must_use]
    pub const fn repeats(&self) -> bool {
        matches!(self.code, Some(EntryCode::Whole | EntryCode::Partial))
    }
}

fn read_centre(column: &str, centre: &str, number: Number) -> Option<CentreCode> {
    let given = if column.is_empty() { centre } else { column };
    match (given.is_empty(), number) {
        (true, Number::Full(centre, _)) => Some(centre),
        _ => CentreCode::parse(given).ok(),
    }
}

fn read_gender(text: &str) -> Option<Gender> {
    match text {
        "M" => Some(Gender::Male),
        "F" => Some(Gender::Female),
        _ => None,
    }
}

fn read_citizenship(text: &str) -> Option<Citizenship> {
    match text {
        "C" => Some(Citizenship::Citizen),
        "N" => Some(Citizenship::NonCitizen),
        _ => None,
    }
}

fn read_last_subjects(pack: &Pack, text: &str) -> Option<SubjectSet> {
    (!text.is_empty()).then(|| pack.subjects().set(text))
}

struct SubjectsRead {
    set: SubjectSet,
    unknown: bool,
    duplicate: bool,
}

fn read_subjects(pack: &Pack, text: &str) -> SubjectsRead {
    let mut read = SubjectsRead { set: SubjectSet::EMPTY, unknown: false, duplicate: false };
    for token in tokens(text) {
        if let Some(place) = pack.subjects().place(token) {
            let single = SubjectSet::single(place);
            read.duplicate |= read.set.meets(single);
            read.set = read.set.or(single);
        } else {
            read.unknown = true;
        }
    }
    // Codes that are not offered have no bit; only where there is one are the texts compared.
    if read.unknown && !read.duplicate {
        read.duplicate =
            tokens(text).take(64).enumerate().any(|(i, token)| tokens(text).take(i).any(|other| other == token));
    }
    read
}
