//! What every document is told: the examination, the centre and its candidates, as plain values. Owns no judgement on
//! them: a draft's values print as they were entered, and what is empty prints as a gap to fill in by hand.

use std::sync::Arc;

use regulations::{CentreCode, IndexNumber};

/// The language of a document's own words. Names and values stay as given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Kiswahili.
    Sw,
}

impl Language {
    /// The language's tag, as PDF names it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::En => "en-KE",
            Language::Sw => "sw-KE",
        }
    }
}

/// What stands at the head of every document.
#[derive(Clone, Debug)]
pub struct Masthead {
    /// The council's name in full.
    pub council: String,
    /// The examination's name in full.
    pub examination: String,
    /// Its usual abbreviation, as in `KCSE`.
    pub abbreviation: String,
    /// The year of the examination.
    pub year: u16,
    /// The centre that the document is of.
    pub centre: Centre,
    /// The day of printing, written out in the document's language. The crate has no clock.
    pub printed_on: String,
    /// Whether the register is not yet accepted: every page then says DRAFT.
    pub draft: bool,
    /// Whether the centre is made up, to practise on: every page then says PRACTICE, draft or not.
    pub practice: bool,
}

/// What a page says across itself when it may not be handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Not accepted yet.
    Draft,
    /// Of a centre that does not exist.
    Practice,
}

impl Masthead {
    /// The mark of the document, where it bears one.
    pub(crate) const fn mark(&self) -> Option<Mark> {
        match (self.practice, self.draft) {
            (true, _) => Some(Mark::Practice),
            (false, true) => Some(Mark::Draft),
            (false, false) => None,
        }
    }
}

impl Mark {
    /// The word across the page, with its size in points.
    pub(crate) const fn word(self) -> (&'static str, u8) {
        match self {
            Mark::Draft => ("DRAFT", 130),
            Mark::Practice => ("PRACTICE", 96),
        }
    }
}

/// An examination centre as its documents name it.
#[derive(Clone, Debug)]
pub struct Centre {
    /// Its eight digits.
    pub code: CentreCode,
    /// Its name as on the certificate of registration (2.17.3 ix).
    pub name: String,
    /// Its county's name.
    pub county: String,
    /// Its sub-county's name.
    pub sub_county: String,
    /// Who answers for it.
    pub head: Head,
}

/// The officer who signs for a centre.
#[derive(Clone, Debug)]
pub struct Head {
    /// The office: `Head teacher`, or `Sub-County Director of Education` for a private centre.
    pub office: String,
    /// The officer's name, or empty: then there is a line to write it on.
    pub name: String,
}

/// A subject as a candidate entered it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Its code of three digits.
    pub code: String,
    /// Its name in the document's language.
    pub name: String,
}

/// A candidate's entry as the documents print it. The texts are the register's, however wrong.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// The full index number, or none while no number is allocated.
    pub index: Option<IndexNumber>,
    /// The school's own number.
    pub admission_no: String,
    /// In full, as on the qualifying certificate (2.3.19).
    pub name: String,
    /// `M` or `F`.
    pub gender: String,
    /// Four digits.
    pub year_of_birth: String,
    /// Entry number of the birth certificate.
    pub birth_certificate_no: String,
    /// `C` or `N`.
    pub citizenship: String,
    /// Identity card, passport or alien card number.
    pub id_document: String,
    /// `1`, `2` or `3` (2.3.20).
    pub entry_code: String,
    /// `KCPE` and its kin.
    pub qualification: String,
    /// Index number on the qualifying certificate.
    pub qualifying_index: String,
    /// Year of the qualifying certificate.
    pub qualifying_year: String,
    /// Index number of the last full attempt.
    pub last_kcse_index: String,
    /// Year of the last full attempt.
    pub last_kcse_year: String,
    /// The subjects entered, in the order to print them.
    pub subjects: Vec<Subject>,
    /// Categories of special needs: `BLIND LOW_VISION HEARING PHYSICAL MENTAL` (2.3.9).
    pub special_needs: Vec<String>,
    /// The photograph as JPEG, 300 x 300 pixels (2.9). It is embedded as it is.
    pub photograph: Option<Arc<Vec<u8>>>,
}

impl Candidate {
    /// The certificate behind the entry with its year, and its index number: the qualifying one, or for a candidate
    /// who repeats the last full attempt.
    pub(crate) fn certificate(&self) -> (String, &str) {
        let joined = |name: &str, year: &str| format!("{name} {year}").trim().to_owned();
        if self.qualification.is_empty() && !self.last_kcse_year.is_empty() {
            (joined("KCSE", &self.last_kcse_year), &self.last_kcse_index)
        } else {
            (joined(&self.qualification, &self.qualifying_year), &self.qualifying_index)
        }
    }

    /// The codes of the subjects entered.
    pub(crate) fn subject_codes(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().map(|subject| subject.code.as_str())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A head for documents under test.
    pub(crate) fn masthead() -> Masthead {
        Masthead {
            council: "The Council".into(),
            examination: "Certificate".into(),
            abbreviation: "KCSE".into(),
            year: 2026,
            centre: Centre {
                code: CentreCode::parse("24505105").unwrap(),
                name: "Mlima Mawe".into(),
                county: "Bonde".into(),
                sub_county: "Mto".into(),
                head: Head { office: "Head teacher".into(), name: String::new() },
            },
            printed_on: "1 May 2026".into(),
            draft: false,
            practice: false,
        }
    }

    #[test]
    fn a_repeater_shows_the_last_attempt_in_place_of_a_qualification() {
        let mut candidate =
            Candidate { last_kcse_index: "24505105007".into(), last_kcse_year: "2024".into(), ..Candidate::default() };
        assert_eq!(candidate.certificate(), ("KCSE 2024".into(), "24505105007"));
        candidate.qualification = "KCPE".into();
        assert_eq!(candidate.certificate(), ("KCPE".into(), ""));
    }
}
