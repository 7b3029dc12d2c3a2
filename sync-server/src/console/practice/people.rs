//! People who do not exist: names put together from common ones, numbers from nowhere. Owns that each is another, and that
//! the same place is always the same person.

use sync::FieldWrite;

use super::desk::write;

const FIRST: [&str; 16] = [
    "MARY", "JOHN", "PETER", "FAITH", "GRACE", "BRIAN", "KEVIN", "MERCY", "JAMES", "ESTHER", "DENNIS", "JOYCE",
    "AMINA", "COLLINS", "RUTH", "VICTOR",
];

const SECOND: [&str; 17] = [
    "KAMAU", "OTIENO", "CHEBET", "MUTUA", "WAFULA", "HASSAN", "KIPROP", "MORAA", "NJERI", "BARASA", "LETING", "MWENDE",
    "OMONDI", "JEPKOECH", "KARIUKI", "SALIM", "NEKESA",
];

const THIRD: [&str; 19] = [
    "WANJIKU",
    "ODHIAMBO",
    "KIPTOO",
    "MUSYOKA",
    "SIMIYU",
    "ABDI",
    "CHEPKEMOI",
    "NYABOKE",
    "MWANGI",
    "OKUMU",
    "LOKWANG",
    "KILONZO",
    "ACHIENG",
    "ROTICH",
    "GITAU",
    "BAKARI",
    "NALIAKA",
    "EKAL",
    "MAINA",
];

const SUBJECTS: [&str; 4] = [
    "101 102 121 231 232 233 311 443",
    "101 102 121 231 233 312 313 565",
    "101 102 121 232 233 311 313 443",
    "101 102 121 231 232 312 313 451",
];

/// Somebody made up.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) gender: &'static str,
    pub(super) birth_year: String,
    pub(super) certificate: String,
    pub(super) index: String,
    subjects: &'static str,
}

impl Person {
    /// The person of a place.
    pub(super) fn of(place: usize) -> Person {
        let first = place * 7 % FIRST.len();
        let name = format!("{} {} {}", FIRST[first], SECOND[place * 5 % SECOND.len()], THIRD[place * 11 % THIRD.len()]);
        let women = [0, 3, 4, 7, 9, 11, 12, 14];
        Person {
            name,
            gender: if women.contains(&first) { "F" } else { "M" },
            birth_year: (2006 + place * 3 % 4).to_string(),
            certificate: (310_000_000 + place * 7_654_321 % 80_000_000 + place).to_string(),
            index: format!("{:011}", 20_700_100_000_u64 + (place as u64 * 977) % 88_000_000),
            subjects: SUBJECTS[place % SUBJECTS.len()],
        }
    }

    /// As a centre enters them, under a number of its roll.
    pub(super) fn entry(&self, number: usize) -> Vec<FieldWrite> {
        [
            ("state", "entered"),
            ("candidate_no", &format!("{number:03}")),
            ("admission_no", &format!("{}", 4000 + number)),
            ("name", &self.name),
            ("gender", self.gender),
            ("year_of_birth", &self.birth_year),
            ("birth_certificate_no", &self.certificate),
            ("citizenship", "C"),
            ("entry_code", "1"),
            ("qualification", "KCPE"),
            ("qualifying_index", &self.index),
            ("qualifying_year", "2021"),
            ("subjects", self.subjects),
        ]
        .map(|(field, value)| write(field, value))
        .to_vec()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_is_another_person() {
        let all: Vec<Person> = (0..600).map(Person::of).collect();
        for of in
            [|one: &Person| one.name.clone(), |one: &Person| one.certificate.clone(), |one: &Person| one.index.clone()]
        {
            assert_eq!(all.iter().map(of).collect::<BTreeSet<String>>().len(), all.len());
        }
    }
}
