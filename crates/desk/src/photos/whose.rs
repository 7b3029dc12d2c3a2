//! Whose photograph a file may be. Owns the names and numbers of everybody on the roll; the telling is `intake`'s.

use intake::photograph::matching::{Matching, PhotoKeys, match_files};
use register::{CandidateId, CentreField, Filter, Hash};
use regulations::{CandidateNumber, Field};

use crate::desk::Desk;
use crate::error::Result;

/// Somebody on the roll, as a sheet of photographs shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// For ever theirs.
    pub id: CandidateId,
    /// The candidate number as it stands.
    pub number: String,
    /// The full index number; empty where there is no number yet.
    pub index: String,
    /// Their name.
    pub name: String,
    /// The school's own number.
    pub admission: String,
    /// The name of the photograph that they have.
    pub photograph: Option<Hash>,
    photo: String,
}

/// Everybody on the roll.
#[derive(Clone, Debug)]
pub struct Whose(Vec<Person>);

impl Whose {
    /// Of a register.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(desk: &Desk) -> Result<Whose> {
        let reading = desk.register().read();
        let centre = reading.centre()?.get(CentreField::Code).to_owned();
        let person = |candidate: register::Candidate| {
            let get = |field| candidate.draft.get(field).to_owned();
            let number = get(Field::CandidateNo);
            let has_number = CandidateNumber::parse(&number).is_ok();
            Person {
                id: candidate.id,
                index: if has_number { format!("{centre}{number}") } else { String::new() },
                number,
                name: get(Field::Name),
                admission: get(Field::AdmissionNo),
                photograph: candidate.photograph,
                photo: get(Field::Photo),
            }
        };
        Ok(Whose(reading.candidates(&Filter::default())?.into_iter().map(person).collect()))
    }

    /// Everybody, in the order of the roll.
    #[must_use]
    pub fn everybody(&self) -> &[Person] {
        &self.0
    }

    /// Somebody by their id.
    #[must_use]
    pub fn person(&self, id: CandidateId) -> Option<&Person> {
        self.0.iter().find(|person| person.id == id)
    }

    /// Whose each file is, by its name.
    #[must_use]
    pub fn of_files(&self, names: &[&str]) -> Matching<CandidateId> {
        let keys: Vec<PhotoKeys<'_, CandidateId>> = self
            .0
            .iter()
            .map(|Person { id, number, index, admission, photo, .. }| PhotoKeys {
                id: *id,
                index,
                number,
                admission,
                photo,
            })
            .collect();
        match_files(names, &keys)
    }
}
