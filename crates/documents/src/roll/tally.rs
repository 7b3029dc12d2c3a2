//! What a centre's summary counts: candidates by entry code and gender, by number of subjects, and entries by subject.

use std::collections::BTreeMap;

use crate::model::Candidate;

/// The counts at the end of a roll.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// By entry code: female, male, neither.
    pub(super) entries: BTreeMap<String, [u32; 3]>,
    /// Candidates by number of subjects.
    pub(super) sizes: BTreeMap<usize, u32>,
    /// Entries by subject code, with the subject's name.
    pub(super) subjects: BTreeMap<String, (String, u32)>,
    /// Candidates with a photograph.
    pub(super) photographs: u32,
    /// Candidates with a special need.
    pub(super) special_needs: u32,
}

impl Tally {
    pub(super) fn of(candidates: &[Candidate]) -> Self {
        let mut tally = Tally::default();
        for candidate in candidates {
            tally.add(candidate);
        }
        tally
    }

    fn add(&mut self, candidate: &Candidate) {
        let entry = self.entries.entry(candidate.entry_code.trim().to_owned()).or_default();
        entry[gender_column(&candidate.gender)] += 1;
        *self.sizes.entry(candidate.subjects.len()).or_default() += 1;
        for subject in &candidate.subjects {
            let counted = self.subjects.entry(subject.code.clone()).or_insert_with(|| (subject.name.clone(), 0));
            counted.1 += 1;
        }
        self.photographs += u32::from(candidate.photograph.is_some());
        self.special_needs += u32::from(!candidate.special_needs.is_empty());
    }

    /// The totals of the genders over all entry codes.
    pub(super) fn genders(&self) -> [u32; 3] {
        self.entries.values().fold([0; 3], |sum, row| std::array::from_fn(|column| sum[column] + row[column]))
    }

    /// How many subjects are entered by all candidates together.
    pub(super) fn subject_entries(&self) -> u32 {
        self.subjects.values().map(|(_, count)| count).sum()
    }
}

fn gender_column(gender: &str) -> usize {
    match gender {
        "F" => 0,
        "M" => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Subject;

    fn entered(gender: &str, entry_code: &str, codes: &[&str]) -> Candidate {
        let subjects = codes.iter().map(|code| Subject { code: (*code).into(), name: format!("Subject {code}") });
        let (gender, entry_code) = (gender.to_owned(), entry_code.to_owned());
        Candidate { gender, entry_code, subjects: subjects.collect(), ..Candidate::default() }
    }

    #[test]
    fn candidates_are_counted_by_code_gender_and_number_of_subjects() {
        let tally = Tally::of(&[
            entered("F", "1", &["101", "102"]),
            entered("M", "1", &["101", "102"]),
            entered("F", "3", &["101"]),
            entered("?", "", &[]),
        ]);
        assert_eq!(tally.entries["1"], [1, 1, 0]);
        assert_eq!(tally.genders(), [2, 1, 1]);
        assert_eq!(tally.sizes, BTreeMap::from([(0, 1), (1, 1), (2, 2)]));
        assert_eq!(tally.subjects["101"], ("Subject 101".to_owned(), 3));
        assert_eq!(tally.subject_entries(), 5);
    }
}
