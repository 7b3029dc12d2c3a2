//! The practice centre's candidates: made-up names and certificates from a running number, most of them right, and one
//! spoilt for each mistake that people make most. No list of real people went into it.

use regulations::{Draft, Field};

/// Enough that the centre is no small one (2.3.7).
pub(super) const HOW_MANY: usize = 36;

/// The last of them have no photograph yet.
pub(super) const UNPHOTOGRAPHED: usize = 5;

const WOMEN: [&str; 18] = [
    "AKINYI", "AMINA", "CHEBET", "DAMARIS", "ESTHER", "FATUMA", "GLADYS", "HALIMA", "JEBET", "KEMUNTO", "LILIAN",
    "MERCY", "MUENI", "NAFULA", "NJERI", "REHEMA", "WAIRIMU", "ZAINAB",
];
const MEN: [&str; 18] = [
    "ABDI", "BARASA", "COLLINS", "DENNIS", "ELIJAH", "GIDEON", "HASSAN", "ISAAC", "JUMA", "KAMAU", "KIPRUTO",
    "MUSYOKA", "MWANGI", "OCHIENG", "OMONDI", "SALIM", "SIMIYU", "WAFULA",
];
/// Words of the land, not families.
const FAMILIES: [&str; 12] =
    ["MLIMA", "MTO", "BONDE", "ZIWA", "MVUA", "JUA", "NYOTA", "MSITU", "PWANI", "UPEPO", "MAWE", "BUSTANI"];

const SUBJECTS: [&str; 6] = [
    "101 102 121 231 233 311 443 565",
    "101 102 121 231 233 312 313 443",
    "101 102 121 231 232 233 312 565",
    "101 102 121 231 233 311 313 451",
    "101 102 121 231 232 233 311 443",
    "101 102 121 231 233 312 443 565",
];

/// One mistake each: whose it is, the field, what stands there.
const MISTAKES: [(usize, Field, &str); 9] = [
    (2, Field::BirthCertificateNo, "0000000"),
    (5, Field::Subjects, "101 102 121 231 233 443"),
    (8, Field::Name, "WAMBUI"),
    (11, Field::YearOfBirth, "2O08"),
    (14, Field::QualifyingIndex, ""),
    (17, Field::Gender, ""),
    (20, Field::Subjects, "101 102 121 231 233 313 314 443"),
    (23, Field::SpecialNeeds, "LOW_VISION"),
    (26, Field::BirthCertificateNo, ""),
];

/// The entries, in the order of their numbers.
pub(super) fn drafts(year: u16) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = (0..HOW_MANY).map(|place| right(place, year)).collect();
    for (place, field, value) in MISTAKES {
        drafts[place].set(field, value);
    }
    repeats(&mut drafts[29], year);
    drafts
}

fn right(place: usize, year: u16) -> Draft {
    let woman = place.is_multiple_of(2);
    let given = if woman { WOMEN[place / 2 % 18] } else { MEN[place / 2 % 18] };
    let name = format!("{given} {} {}", FAMILIES[place * 5 % 12], FAMILIES[(place * 7 + 3 + place / 12) % 12]);
    let mut draft = Draft::with([
        (Field::Name, name.as_str()),
        (Field::Gender, if woman { "F" } else { "M" }),
        (Field::Citizenship, "C"),
        (Field::EntryCode, "1"),
        (Field::Qualification, "KCPE"),
        (Field::Subjects, SUBJECTS[place % 6]),
    ]);
    draft.set(Field::AdmissionNo, (4101 + place).to_string());
    draft.set(Field::YearOfBirth, (year - 18 - (place % 3) as u16).to_string());
    draft.set(Field::BirthCertificateNo, (51_370_246 + place * 7_919).to_string());
    draft.set(Field::QualifyingIndex, format!("00000002{:03}", place + 1));
    draft.set(Field::QualifyingYear, (year - 4).to_string());
    draft
}

/// Repeats some subjects, and so pays (2.15).
fn repeats(draft: &mut Draft, year: u16) {
    let before = |years: u16| (year - years).to_string();
    draft.set(Field::EntryCode, "3");
    draft.set(Field::QualifyingYear, before(6));
    draft.set(Field::YearOfBirth, before(20));
    draft.set(Field::LastKcseIndex, "00000001017");
    draft.set(Field::LastKcseYear, before(1));
    draft.set(Field::LastKcseSubjects, SUBJECTS[5]);
    draft.set(Field::Subjects, "121 233 443");
}
