//! How the second entry of a person differs from the first. Owns the slips that clerks make and how often; each leaves
//! its name in the truth.

use regulations::{Draft, Field};

use super::super::chance::Chance;

/// One slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Slip {
    OtherOrder,
    OtherSpelling,
    LetterOff,
    MiddleNameLeftOut,
    Initial,
    CertificateDigit,
    CertificateTransposed,
    CertificateLeftOut,
    CertificateOther,
    IndexDigit,
    IndexTransposed,
    IndexLeftOut,
    IndexOther,
    YearOff,
    YearDigit,
    Gender,
    Subjects,
}

/// How often of a thousand each slip is made.
const SLIPS: &[(Slip, u64)] = &[
    (Slip::OtherSpelling, 240),
    (Slip::LetterOff, 200),
    (Slip::MiddleNameLeftOut, 220),
    (Slip::Initial, 70),
    (Slip::OtherOrder, 250),
    (Slip::CertificateDigit, 110),
    (Slip::CertificateTransposed, 90),
    (Slip::CertificateLeftOut, 170),
    (Slip::CertificateOther, 50),
    (Slip::IndexDigit, 110),
    (Slip::IndexTransposed, 90),
    (Slip::IndexLeftOut, 150),
    (Slip::IndexOther, 50),
    (Slip::YearOff, 80),
    (Slip::YearDigit, 40),
    (Slip::Gender, 25),
    (Slip::Subjects, 450),
];

impl Slip {
    /// Its name in the truth.
    #[must_use]
    pub(super) const fn name(self) -> &'static str {
        match self {
            Slip::OtherOrder => "order",
            Slip::OtherSpelling => "spelling",
            Slip::LetterOff => "letter",
            Slip::MiddleNameLeftOut => "middle-name",
            Slip::Initial => "initial",
            Slip::CertificateDigit => "certificate-digit",
            Slip::CertificateTransposed => "certificate-transposed",
            Slip::CertificateLeftOut => "certificate-left-out",
            Slip::CertificateOther => "certificate-other",
            Slip::IndexDigit => "index-digit",
            Slip::IndexTransposed => "index-transposed",
            Slip::IndexLeftOut => "index-left-out",
            Slip::IndexOther => "index-other",
            Slip::YearOff => "year-off",
            Slip::YearDigit => "year-digit",
            Slip::Gender => "gender",
            Slip::Subjects => "subjects",
        }
    }

    fn make(self, draft: &mut Draft, chance: &mut Chance) {
        let before = |field: Field, draft: &Draft| draft.get(field).to_owned();
        let (field, after) = match self {
            Slip::OtherOrder => (Field::Name, reordered(draft.get(Field::Name), chance)),
            Slip::OtherSpelling => (Field::Name, on_a_word(draft.get(Field::Name), chance, respelt)),
            Slip::LetterOff => (Field::Name, on_a_word(draft.get(Field::Name), chance, letter_off)),
            Slip::MiddleNameLeftOut => (Field::Name, shortened(draft.get(Field::Name), None)),
            Slip::Initial => (Field::Name, shortened(draft.get(Field::Name), Some('.'))),
            Slip::CertificateDigit => (Field::BirthCertificateNo, digit(draft.get(Field::BirthCertificateNo), chance)),
            Slip::CertificateTransposed => {
                (Field::BirthCertificateNo, transposed(draft.get(Field::BirthCertificateNo), chance))
            }
            Slip::CertificateOther => (Field::BirthCertificateNo, format!("{:08}", chance.below(100_000_000))),
            Slip::CertificateLeftOut => (Field::BirthCertificateNo, String::new()),
            Slip::IndexDigit => (Field::QualifyingIndex, digit(draft.get(Field::QualifyingIndex), chance)),
            Slip::IndexTransposed => (Field::QualifyingIndex, transposed(draft.get(Field::QualifyingIndex), chance)),
            Slip::IndexOther => (Field::QualifyingIndex, format!("{:011}", chance.below(47_999_999_999))),
            Slip::IndexLeftOut => (Field::QualifyingIndex, String::new()),
            Slip::YearOff => (Field::YearOfBirth, year_off(draft.get(Field::YearOfBirth), chance)),
            Slip::YearDigit => (Field::YearOfBirth, digit(draft.get(Field::YearOfBirth), chance)),
            Slip::Gender => (Field::Gender, if before(Field::Gender, draft) == "M" { "F" } else { "M" }.to_owned()),
            Slip::Subjects => (Field::Subjects, exchanged(draft.get(Field::Subjects), chance)),
        };
        draft.set(field, after);
    }
}

/// Makes slips, and tells which.
pub(super) fn corrupted(draft: &mut Draft, chance: &mut Chance) -> Vec<Slip> {
    let mut made = Vec::new();
    for (slip, often) in SLIPS {
        let before = draft.clone();
        if chance.per_mille(*often) {
            slip.make(draft, chance);
        }
        if *draft != before {
            made.push(*slip);
        }
    }
    if chance.per_mille(600) {
        draft.set(Field::Phone, "");
    }
    made
}

fn reordered(name: &str, chance: &mut Chance) -> String {
    let mut words: Vec<&str> = name.split(' ').collect();
    let turns = 1 + chance.below(words.len().saturating_sub(1).max(1) as u64) as usize;
    let count = words.len();
    words.rotate_left(turns % count);
    words.join(" ")
}

fn on_a_word(name: &str, chance: &mut Chance, slip: fn(&str, &mut Chance) -> String) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    let at = chance.below(words.len() as u64) as usize;
    words[at] = slip(&words[at], chance);
    words.join(" ")
}

/// What clerks write for each other, by ear.
const BY_EAR: &[(&str, &str)] = &[
    ("ro", "lo"),
    ("ri", "li"),
    ("gg", "g"),
    ("mm", "m"),
    ("ie", "e"),
    ("oe", "o"),
    ("ph", "f"),
    ("th", "t"),
    ("mo", "mu"),
    ("ch", "sh"),
    ("wa", "ua"),
    ("ny", "ni"),
    ("k", "c"),
    ("s", "z"),
    ("ũ", "u"),
    ("u", "ũ"),
    ("ĩ", "i"),
    ("'", ""),
    ("ng", "ng'"),
    ("e", "i"),
    ("o", "oh"),
    ("a", "aa"),
    ("t", "tt"),
    ("n", "nn"),
    ("i", "y"),
];

fn respelt(word: &str, chance: &mut Chance) -> String {
    let lower = word.to_lowercase();
    let from = chance.below(BY_EAR.len() as u64) as usize;
    let found = (0..BY_EAR.len()).map(|k| BY_EAR[(from + k) % BY_EAR.len()]).find(|(heard, _)| lower.contains(heard));
    let after = found.map_or(lower.clone(), |(heard, written)| lower.replacen(heard, written, 1));
    if word.chars().nth(1).is_some_and(char::is_uppercase) { after.to_uppercase() } else { capital(&after) }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn letter_off(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = chance.below(letters.len() as u64) as usize;
    let other = char::from(b'a' + chance.below(26) as u8);
    let other = if letters[at].is_uppercase() { other.to_ascii_uppercase() } else { other };
    match chance.below(4) {
        0 if letters.len() > 3 => drop(letters.remove(at)),
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        2 => letters.insert(at, other),
        _ => letters[at] = other,
    }
    letters.into_iter().collect()
}

/// Without its second of three names, or with only its first letter.
fn shortened(name: &str, sign: Option<char>) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    match (words.as_slice(), sign) {
        ([first, _, rest @ ..], None) if !rest.is_empty() => format!("{first} {}", rest.join(" ")),
        ([first, middle, rest @ ..], Some(sign)) if !rest.is_empty() => {
            let initial: String = middle.chars().take(1).collect();
            format!("{first} {initial}{sign} {}", rest.join(" "))
        }
        _ => name.to_owned(),
    }
}

fn digit(number: &str, chance: &mut Chance) -> String {
    let mut signs: Vec<char> = number.chars().collect();
    if let Some(sign) = signs.len().checked_sub(1).map(|last| chance.between(0, last as u64) as usize) {
        signs[sign] = char::from(b'0' + chance.below(10) as u8);
    }
    signs.into_iter().collect()
}

fn transposed(number: &str, chance: &mut Chance) -> String {
    let mut signs: Vec<char> = number.chars().collect();
    if signs.len() > 1 {
        let at = chance.below(signs.len() as u64 - 1) as usize;
        signs.swap(at, at + 1);
    }
    signs.into_iter().collect()
}

fn year_off(year: &str, chance: &mut Chance) -> String {
    let step = if chance.per_mille(500) { 1 } else { -1 };
    year.parse::<i32>().map_or_else(|_| year.to_owned(), |year| (year + step).to_string())
}

/// The last option exchanged for another.
fn exchanged(subjects: &str, chance: &mut Chance) -> String {
    let mut codes: Vec<&str> = subjects.split(' ').collect();
    let other = chance.pick(&["443", "565", "451", "441", "501", "312", "311"]);
    if !codes.contains(&other) && codes.len() > 1 {
        codes.pop();
        codes.push(other);
        codes.sort_unstable();
    }
    codes.join(" ")
}
