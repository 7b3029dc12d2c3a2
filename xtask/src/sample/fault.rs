//! What goes wrong with entries. Owns one fault a rule: the story it happens in, how it spoils the entry, and every
//! finding that follows from it; refuses faults of papers and pictures, which a bare file cannot show.

use regulations::{Draft, Field};

use super::chance::Chance;
use super::choices::Choice;
use super::entry::Story;

/// A mistake, and the rules that fire on the spoilt entry, in the order of their ids.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Every rule that the spoilt entry breaks.
    pub rules: &'static [&'static str],
    /// The story of the entry it happens to.
    pub story: Story,
    spoil: fn(&mut Draft, &mut Chance, u16),
}

impl Fault {
    /// Spoils an entry of the fault's own story.
    pub fn spoil(&self, draft: &mut Draft, chance: &mut Chance, year: u16) {
        (self.spoil)(draft, chance, year);
    }
}

const fn fault(story: Story, rules: &'static [&'static str], spoil: fn(&mut Draft, &mut Chance, u16)) -> Fault {
    Fault { rules, story, spoil }
}

fn years_before(draft: &mut Draft, field: Field, year: u16, back: u16) {
    draft.set(field, (year - back).to_string());
}

fn enter(draft: &mut Draft, codes: &[u16]) {
    draft.set(Field::Subjects, Choice::of(codes).text());
}

fn add(draft: &mut Draft, code: &str) {
    let subjects = format!("{} {code}", draft.get(Field::Subjects));
    draft.set(Field::Subjects, subjects);
}

/// A certificate number that somebody typed to get past the field; each one differs, so that none is a repetition too.
fn placeholder(chance: &mut Chance) -> String {
    let word = chance.pick(&["PENDING", "NOT YET", "NIL", "APPLIED"]);
    format!("{word} {}", chance.below(1_000_000))
}

/// Faults that one entry shows by itself.
pub const FAULTS: &[Fault] = &[
    fault(Story::First, &["name.missing"], |d, _, _| d.set(Field::Name, "")),
    fault(Story::First, &["name.characters"], |d, _, _| {
        let name = d.get(Field::Name).replacen(['a', 'A'], "4", 1) + " 2";
        d.set(Field::Name, name);
    }),
    fault(Story::First, &["name.single"], |d, _, _| d.set(Field::Name, "WANJIRATHI")),
    fault(Story::First, &["gender.invalid"], |d, _, _| d.set(Field::Gender, "B")),
    fault(Story::First, &["birth-year.invalid"], |d, _, _| d.set(Field::YearOfBirth, "208")),
    fault(Story::First, &["birth-year.implausible"], |d, _, y| years_before(d, Field::YearOfBirth, y, 12)),
    fault(Story::First, &["birth-certificate.missing"], |d, _, _| d.set(Field::BirthCertificateNo, "")),
    fault(Story::First, &["birth-certificate.placeholder"], |d, c, _| d.set(Field::BirthCertificateNo, placeholder(c))),
    fault(Story::First, &["citizenship.invalid"], |d, _, _| d.set(Field::Citizenship, "K")),
    fault(Story::First, &["entry-code.invalid"], |d, _, _| d.set(Field::EntryCode, "4")),
    fault(Story::First, &["index.format"], |d, _, _| {
        let number = format!("X{}", &d.get(Field::CandidateNo)[1..]);
        d.set(Field::CandidateNo, number);
    }),
    fault(Story::First, &["index.range"], |d, _, _| {
        // Below 400 the wrong numbers differ as the right ones do.
        let wrong = match d.get(Field::CandidateNo).parse::<u16>() {
            Ok(number @ 0..300) => 500 + number,
            Ok(number @ 300..400) => 600 + number,
            _ => 0,
        };
        d.set(Field::CandidateNo, format!("{wrong:03}"));
    }),
    fault(Story::First, &["qualification.missing"], |d, _, _| d.set(Field::Qualification, "")),
    fault(Story::First, &["qualification.index-missing"], |d, _, _| d.set(Field::QualifyingIndex, "")),
    fault(Story::First, &["qualification.index-format"], |d, _, _| {
        let index = d.get(Field::QualifyingIndex)[..7].to_owned();
        d.set(Field::QualifyingIndex, index);
    }),
    fault(Story::First, &["qualification.year-impossible"], |d, _, _| d.set(Field::QualifyingYear, "1984")),
    fault(Story::First, &["qualification.too-recent"], |d, _, y| years_before(d, Field::QualifyingYear, y, 3)),
    fault(Story::Foreign, &["qualification.foreign-equation"], |d, _, _| d.set(Field::EquationYear, "")),
    fault(Story::Foreign, &["qualification.foreign-qualifying-test"], |d, _, _| {
        d.set(Field::PrimaryYears, "7");
        d.set(Field::QualifyingTestYear, "");
    }),
    fault(Story::Foreign, &["qualification.foreign-primary-years"], |d, _, _| d.set(Field::PrimaryYears, "")),
    fault(Story::Foreign, &["qualification.foreign-particulars"], |d, _, _| d.set(Field::PassportNo, "")),
    fault(Story::Cpe, &["qualification.cpe-qualifying-test"], |d, _, _| d.set(Field::QualifyingTestYear, "")),
    fault(Story::Cpe, &["identity.missing"], |d, _, _| d.set(Field::IdDocument, "")),
    fault(Story::RepeatsAll, &["repeat.previous-missing"], |d, _, _| d.set(Field::LastKcseIndex, "")),
    fault(Story::RepeatsAll, &["repeat.previous-year"], |d, _, y| years_before(d, Field::LastKcseYear, y, 0)),
    fault(Story::First, &["repeat.first-attempt"], |d, _, y| {
        let subjects = d.get(Field::Subjects).to_owned();
        years_before(d, Field::LastKcseYear, y, 1);
        d.set(Field::LastKcseIndex, "20401101007");
        d.set(Field::LastKcseSubjects, subjects);
    }),
    fault(Story::RepeatsAll, &["repeat.new-subject"], |d, _, _| {
        d.set(Field::LastKcseSubjects, "101 102 121 231 233 311 443");
        enter(d, &[101, 102, 121, 231, 233, 311, 565]);
    }),
    fault(Story::RepeatsAll, &["repeat.too-few"], |d, _, _| {
        d.set(Field::LastKcseSubjects, "101 102 121 231 233 311 443");
        enter(d, &[101, 102, 121, 231, 233, 311]);
    }),
    fault(Story::RepeatsSome, &["repeat.too-many"], |d, _, _| {
        let whole = d.get(Field::LastKcseSubjects).to_owned();
        d.set(Field::Subjects, whole);
    }),
    fault(Story::RepeatsSome, &["repeat.none"], |d, _, _| d.set(Field::Subjects, "")),
    fault(Story::RepeatsSome, &["repeat.old-attempt"], |d, _, y| years_before(d, Field::LastKcseYear, y, 5)),
    fault(Story::First, &["subjects.unknown"], |d, _, _| add(d, "999")),
    fault(Story::First, &["subjects.duplicate"], |d, _, _| add(d, "101")),
    fault(Story::First, &["subjects.too-few"], |d, _, _| enter(d, &[101, 102, 121, 231, 233, 312])),
    fault(Story::First, &["subjects.too-many"], |d, _, _| {
        enter(d, &[101, 102, 121, 231, 232, 233, 311, 312, 443, 565]);
    }),
    fault(Story::First, &["subjects.compulsory"], |d, _, _| enter(d, &[101, 121, 231, 232, 233, 311, 443, 565])),
    fault(Story::First, &["subjects.general-science", "subjects.mathematics-choice"], |d, _, _| {
        enter(d, &[101, 102, 121, 122, 231, 233, 311, 565]);
    }),
    fault(Story::First, &["subjects.religious-choice"], |d, _, _| enter(d, &[101, 102, 121, 231, 233, 313, 314])),
    fault(Story::First, &["subjects.sciences"], |d, _, _| enter(d, &[101, 102, 121, 231, 311, 443, 565])),
    fault(Story::First, &["subjects.general-science"], |d, _, _| enter(d, &[101, 102, 121, 231, 233, 237, 311, 565])),
    fault(Story::First, &["subjects.option-b-clearance", "subjects.option-b-extras"], |d, _, _| {
        enter(d, &[101, 102, 122, 231, 237, 311, 443, 565]);
    }),
    fault(Story::First, &["subjects.option-b-clearance"], |d, c, _| {
        d.set(Field::Subjects, Choice::general_science(c).text());
    }),
    fault(Story::First, &["subjects.humanity"], |d, _, _| enter(d, &[101, 102, 121, 231, 232, 233, 443, 565])),
    fault(Story::First, &["subjects.blind-only"], |d, _, _| enter(d, &[101, 102, 121, 231, 233, 236, 311, 565])),
    fault(Story::Blind, &["subjects.blind-biology"], |d, _, _| enter(d, &[101, 102, 121, 311, 313, 501, 565])),
    fault(Story::Blind, &["subjects.blind-excluded"], |d, _, _| enter(d, &[101, 102, 121, 236, 311, 443, 565])),
    fault(Story::First, &["subjects.compulsory", "subjects.sign-language"], |d, _, _| {
        enter(d, &[101, 121, 231, 232, 233, 311, 443, 504]);
    }),
    fault(Story::First, &["special-needs.unknown"], |d, _, _| d.set(Field::SpecialNeeds, "DYSLEXIA")),
];
