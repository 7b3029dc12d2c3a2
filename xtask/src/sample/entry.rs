//! Candidates that the regulations accept. Owns one story a candidate (first attempt, repeats, comes from abroad, ...)
//! and the values that go with it; refuses to make two candidates share a certificate, unless a fault does so on purpose.

use regulations::{CentreCode, Draft, Field};

use super::centres::Centre;
use super::chance::Chance;
use super::choices::Choice;
use super::names::{self, Letters};

/// What brings a candidate to the examination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// First attempt after KCPE (entry code 1).
    First,
    /// First attempt after KCPE by one who is not a citizen.
    Visitor,
    /// First attempt with a foreign qualification (2.6).
    Foreign,
    /// First attempt, long after the CPE (2.7).
    Cpe,
    /// First attempt of a blind candidate (2.8.3).
    Blind,
    /// First attempt of a hearing-impaired candidate with sign language in the place of Kiswahili.
    Hearing,
    /// First attempt with another special need: its name is drawn.
    OtherNeed,
    /// Repeats the whole examination (entry code 2).
    RepeatsAll,
    /// Repeats up to six subjects (entry code 3).
    RepeatsSome,
}

impl Story {
    /// The story of a country's next candidate, drawn as often as it is met.
    pub fn drawn(chance: &mut Chance, private: bool) -> Self {
        use Story::{Blind, Cpe, First, Foreign, Hearing, OtherNeed, RepeatsAll, RepeatsSome, Visitor};
        const STORIES: [Story; 9] = [First, RepeatsAll, RepeatsSome, Visitor, Foreign, Cpe, OtherNeed, Hearing, Blind];
        let weights: [u32; 9] =
            if private { [4500, 3500, 1200, 200, 300, 290, 10, 0, 0] } else { [9330, 400, 120, 80, 40, 0, 15, 10, 5] };
        STORIES[chance.weighted(weights.into_iter())]
    }
}

/// Who writes entries: each has values of its own, taken from a running number.
#[derive(Clone, Debug)]
pub struct Clerk {
    /// Where the choices come from.
    pub chance: Chance,
    /// The examination's year.
    pub year: u16,
    /// How names are spelt.
    pub letters: Letters,
    serial: u64,
}

impl Clerk {
    /// A clerk for an examination's year.
    #[must_use]
    pub const fn new(seed: u64, year: u16) -> Self {
        Clerk { chance: Chance::of(seed), year, letters: Letters::Any, serial: 0 }
    }

    /// One candidate's entry, with every column that its story fills.
    pub fn entry(&mut self, story: Story, centre: &Centre, number: u16) -> Draft {
        self.serial += 1;
        let mut draft = Draft::default();
        let choice = self.choice(story);
        self.person(&mut draft, story);
        draft.set(Field::Centre, centre.code.to_string());
        draft.set(Field::CandidateNo, format!("{number:03}"));
        draft.set(Field::Photo, format!("{}{number:03}.jpg", centre.code));
        draft.set(Field::Subjects, choice.text());
        match story {
            Story::Foreign => self.certify_abroad(&mut draft),
            Story::Cpe => self.certify_cpe(&mut draft),
            _ => self.certify_kcpe(&mut draft),
        }
        match story {
            Story::RepeatsAll => self.repeats(&mut draft, "2", &choice),
            Story::RepeatsSome => self.repeats_some(&mut draft, &choice),
            _ => draft.set(Field::EntryCode, "1"),
        }
        if centre.private {
            draft.set(Field::AdmissionNo, "");
            draft.set(Field::IdDocument, self.identity_card());
        }
        draft
    }

    fn choice(&mut self, story: Story) -> Choice {
        match story {
            Story::Blind => Choice::blind(&mut self.chance),
            Story::Hearing => Choice::hearing_impaired(&mut self.chance),
            _ => Choice::sciences(&mut self.chance),
        }
    }

    fn person(&mut self, draft: &mut Draft, story: Story) {
        let woman = self.chance.per_mille(498);
        let age = 17 + self.chance.below(4);
        draft.set(Field::AdmissionNo, (3000 + self.serial % 6000).to_string());
        draft.set(Field::Name, names::full(&mut self.chance, woman, self.letters));
        draft.set(Field::Gender, if woman { "F" } else { "M" });
        draft.set(Field::YearOfBirth, (u64::from(self.year) - age).to_string());
        draft.set(Field::Citizenship, if story == Story::Visitor { "N" } else { "C" });
        draft.set(Field::SpecialNeeds, self.need(story));
        if story != Story::Visitor {
            draft.set(Field::BirthCertificateNo, self.birth_certificate());
        }
        if self.chance.per_mille(300) {
            draft.set(Field::Phone, format!("07{:08}", self.chance.below(100_000_000)));
        }
    }

    fn need(&mut self, story: Story) -> &'static str {
        match story {
            Story::Blind => "BLIND",
            Story::Hearing => "HEARING",
            Story::OtherNeed => self.chance.pick(&["PHYSICAL", "PHYSICAL", "LOW_VISION", "MENTAL"]),
            _ => "",
        }
    }

    /// A number that no other entry of this clerk bears: the running number, shuffled without collisions.
    fn shuffled(&self, modulus: u64) -> u64 {
        // 61,803,399 has no factor in common with ten.
        (self.serial * 61_803_399 + 12_345_678) % modulus
    }

    fn birth_certificate(&self) -> String {
        let number = self.shuffled(100_000_000);
        // One digit repeated eight times would be a placeholder.
        if number.is_multiple_of(11_111_111) { format!("A/{number:08}07") } else { format!("{number:08}") }
    }

    fn identity_card(&self) -> String {
        format!("{}", 20_000_000 + self.shuffled(20_000_000))
    }

    fn certify_kcpe(&mut self, draft: &mut Draft) {
        let ago = 4 + [0, 0, 0, 0, 0, 0, 0, 1, 1, 2][self.chance.below(10) as usize];
        let number = self.shuffled(1_000_000_000);
        let (school, candidate) = (number / 199, number % 199 + 1);
        let index = format!("{:02}{:06}{candidate:03}", school % 47 + 1, school / 47);
        draft.set(Field::Qualification, "KCPE");
        draft.set(Field::QualifyingIndex, index);
        draft.set(Field::QualifyingYear, (u64::from(self.year) - ago).to_string());
    }

    fn certify_cpe(&mut self, draft: &mut Draft) {
        let year = 1975 + self.chance.below(10);
        draft.set(Field::YearOfBirth, (year - 13).to_string());
        draft.set(Field::Qualification, "CPE");
        draft.set(Field::QualifyingIndex, format!("{:08}", self.shuffled(100_000_000)));
        draft.set(Field::QualifyingYear, year.to_string());
        draft.set(Field::QualifyingTestYear, (self.year - 1).to_string());
        draft.set(Field::IdDocument, self.identity_card());
    }

    fn certify_abroad(&mut self, draft: &mut Draft) {
        let short = self.chance.per_mille(400);
        let country =
            self.chance.pick(&["Uganda", "Tanzania", "Rwanda", "South Sudan", "Ethiopia", "Burundi", "Somalia"]);
        draft.set(Field::Qualification, "FOREIGN");
        draft.set(Field::QualifyingYear, (self.year - 5).to_string());
        draft.set(Field::EquationYear, (self.year - 2).to_string());
        draft.set(Field::Country, country);
        draft.set(Field::PassportNo, format!("BK{:07}", self.shuffled(10_000_000)));
        draft.set(Field::PrimaryYears, if short { "7" } else { "8" });
        if short {
            draft.set(Field::QualifyingTestYear, (self.year - 1).to_string());
        }
    }

    fn repeats(&mut self, draft: &mut Draft, code: &str, last: &Choice) {
        let ago = 1 + self.chance.below(3);
        let earlier = |field: &str, back: u64| field.parse::<u64>().map_or(String::new(), |y| (y - back).to_string());
        // Everything that led to the last attempt lies as far back as that attempt does.
        for field in [Field::YearOfBirth, Field::QualifyingYear] {
            let value = earlier(draft.get(field), ago);
            draft.set(field, value);
        }
        draft.set(Field::EntryCode, code);
        draft.set(Field::LastKcseIndex, self.last_index());
        draft.set(Field::LastKcseYear, (u64::from(self.year) - ago).to_string());
        draft.set(Field::LastKcseSubjects, last.text());
    }

    fn repeats_some(&mut self, draft: &mut Draft, whole: &Choice) {
        let part = whole.some(&mut self.chance, 6);
        self.repeats(draft, "3", whole);
        draft.set(Field::Subjects, part.text());
    }

    fn last_index(&mut self) -> String {
        format!("20401{:03}{:03}", 101 + self.shuffled(1_000_000) / 10_000, 1 + self.chance.below(400))
    }
}

/// A centre of a code known to be right, for the fixtures.
///
/// # Errors
/// When the text is not a code.
pub fn centre(code: &str, private: bool) -> anyhow::Result<Centre> {
    Ok(Centre { code: CentreCode::parse(code)?, private, candidates: 0 })
}
