//! A register's values as documents print them: what a desk and the council both make their models from, so that the same
//! draft prints the same wherever it is printed. Owns the council's name, who signs for a centre, and a candidate's entry
//! read from a draft; whether a document is a draft is said by who prints it.

use regulations::{CandidateNumber, CentreCode, CentreKind, Draft, Field, IndexNumber, Pack};

use crate::model::{Candidate, Centre, Head, Masthead, Subject};

/// The council that every document names.
pub const COUNCIL: &str = "The Kenya National Examinations Council";

impl Masthead {
    /// The head of an examination's documents at a centre, neither a draft nor for practice.
    #[must_use]
    pub fn of(pack: &Pack, centre: Centre, printed_on: String) -> Masthead {
        let data = pack.data();
        Masthead {
            council: COUNCIL.to_owned(),
            examination: data.title.en.clone(),
            abbreviation: data.examination.clone(),
            year: u16::try_from(pack.year()).unwrap_or_default(),
            centre,
            printed_on,
            draft: false,
            practice: false,
        }
    }
}

impl Head {
    /// Who signs for a centre of this kind; with an empty name there is a line to write it on.
    #[must_use]
    pub fn of(kind: CentreKind, name: &str) -> Head {
        let office = match kind {
            CentreKind::Private => "Sub-County Director of Education",
            CentreKind::Prison => "Officer in charge",
            CentreKind::School | CentreKind::Special => "Head teacher",
        };
        Head { office: office.to_owned(), name: name.to_owned() }
    }
}

impl Candidate {
    /// An entry of a centre, without the photograph. What is not offered in the year is printed as it was entered.
    #[must_use]
    pub fn of(pack: &Pack, centre: Option<CentreCode>, draft: &Draft) -> Candidate {
        let get = |field: Field| draft.get(field).to_owned();
        let number = CandidateNumber::parse(draft.get(Field::CandidateNo)).ok();
        Candidate {
            index: centre.zip(number).map(|(centre, candidate)| IndexNumber { centre, candidate }),
            admission_no: get(Field::AdmissionNo),
            name: get(Field::Name),
            gender: get(Field::Gender),
            year_of_birth: get(Field::YearOfBirth),
            birth_certificate_no: get(Field::BirthCertificateNo),
            citizenship: get(Field::Citizenship),
            id_document: get(Field::IdDocument),
            entry_code: get(Field::EntryCode),
            qualification: get(Field::Qualification),
            qualifying_index: get(Field::QualifyingIndex),
            qualifying_year: get(Field::QualifyingYear),
            last_kcse_index: get(Field::LastKcseIndex),
            last_kcse_year: get(Field::LastKcseYear),
            subjects: subjects(pack, draft.get(Field::Subjects)),
            special_needs: draft.get(Field::SpecialNeeds).split_whitespace().map(str::to_owned).collect(),
            photograph: None,
        }
    }
}

/// The subjects by code.
fn subjects(pack: &Pack, codes: &str) -> Vec<Subject> {
    let name = |code: &str| pack.subjects().get(code).map(|subject| subject.name.clone()).unwrap_or_default();
    let codes = codes.split([' ', ',', ';', '/']).filter(|code| !code.is_empty());
    let mut subjects: Vec<Subject> = codes.map(|code| Subject { code: code.to_owned(), name: name(code) }).collect();
    subjects.sort_by(|a, b| a.code.cmp(&b.code));
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_printed_as_it_was_entered_with_its_subjects_by_code_and_name() {
        let pack = Pack::bundled(2026).unwrap();
        let mut draft = Draft::default();
        for (field, value) in [
            (Field::CandidateNo, "007"),
            (Field::Name, "Wanjiku  Mary"),
            (Field::Subjects, "231, 101/999"),
            (Field::SpecialNeeds, "BLIND HEARING"),
        ] {
            draft.set(field, value);
        }
        let centre = CentreCode::parse("24505105").ok();
        let candidate = Candidate::of(&pack, centre, &draft);
        assert_eq!(candidate.index.map(|index| index.to_string()).as_deref(), Some("24505105007"));
        assert_eq!((candidate.name.as_str(), candidate.special_needs.len()), ("Wanjiku  Mary", 2));
        let subjects: Vec<(&str, bool)> =
            candidate.subjects.iter().map(|one| (one.code.as_str(), one.name.is_empty())).collect();
        assert_eq!(subjects, [("101", false), ("231", false), ("999", true)]);
        draft.set(Field::CandidateNo, "seven");
        assert_eq!(Candidate::of(&pack, centre, &draft).index, None);
    }

    #[test]
    fn who_signs_goes_by_the_kind_of_centre() {
        for (kind, office) in [
            (CentreKind::School, "Head teacher"),
            (CentreKind::Private, "Sub-County Director of Education"),
            (CentreKind::Prison, "Officer in charge"),
        ] {
            assert_eq!(Head::of(kind, "").office, office);
        }
    }
}
