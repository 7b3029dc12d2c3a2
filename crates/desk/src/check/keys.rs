//! What rows of one file share: numbers borne twice, and candidates for whom no number is left. Owns the first pass over
//! a file, which keeps at most 32 bytes a row; refuses to keep any text.

use regulations::entry::{EntryCode, Number};
use regulations::{CentreCode, Field, Fields, Pack, Shared};
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// The fields that the first pass reads.
pub(super) const KEY_FIELDS: [Field; 7] = [
    Field::Centre,
    Field::CandidateNo,
    Field::BirthCertificateNo,
    Field::EntryCode,
    Field::Qualification,
    Field::QualifyingIndex,
    Field::QualifyingYear,
];

/// Ten bits hold a candidate's number.
const NUMBER_BITS: u32 = 10;
/// Set in the key of a centre whose code is not eight digits; the rest is a hash of its text.
const ODD_CENTRE: u64 = 1 << 52;

/// The keys of the rows seen so far.
#[derive(Debug, Default)]
pub(super) struct Keys {
    certificates: Vec<u64>,
    qualifications: Vec<u64>,
    numbers: Vec<u64>,
    unnumbered: Vec<(u64, u32)>,
}

/// What rows share, found once all are seen.
#[derive(Debug, Default)]
pub(super) struct Doubles {
    certificates: FxHashSet<u64>,
    qualifications: FxHashSet<u64>,
    numbers: FxHashSet<u64>,
    exhausted: FxHashSet<u32>,
}

/// The text of the row's centre: its own column, else the file's, else the first digits of a full index number.
pub(super) fn centre_text<'a>(default: &'a str, fields: &Fields<'a>) -> &'a str {
    let column = fields[Field::Centre as usize];
    let given = if column.is_empty() { default } else { column };
    let number = fields[Field::CandidateNo as usize];
    match Number::parse(number) {
        Number::Full(..) if given.is_empty() => &number[..8],
        _ => given,
    }
}

fn centre_key(text: &str) -> u64 {
    CentreCode::parse(text)
        .map_or_else(|_| (xxh3_64(text.as_bytes()) & (ODD_CENTRE - 1)) | ODD_CENTRE, |code| u64::from(code.value()))
}

fn certificate_key(fields: &Fields<'_>) -> Option<u64> {
    let number = fields[Field::BirthCertificateNo as usize];
    (!number.is_empty()).then(|| xxh3_64(number.as_bytes()))
}

fn qualification_key(fields: &Fields<'_>) -> Option<u64> {
    let parts = [Field::Qualification, Field::QualifyingIndex, Field::QualifyingYear].map(|f| fields[f as usize]);
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let mut joined = [0; 64];
    let mut length = 0;
    for part in parts {
        let Some(place) = joined.get_mut(length..length + part.len() + 1) else { return Some(long_key(parts)) };
        place[1..].copy_from_slice(part.as_bytes());
        length += part.len() + 1;
    }
    Some(xxh3_64(&joined[..length]))
}

fn long_key(parts: [&str; 3]) -> u64 {
    let mut hasher = Xxh3::new();
    for part in parts {
        hasher.update(&[0]);
        hasher.update(part.as_bytes());
    }
    hasher.digest()
}

impl Keys {
    /// Takes in one row.
    pub(super) fn add(&mut self, row: u32, default_centre: &str, fields: &Fields<'_>) {
        self.certificates.extend(certificate_key(fields));
        self.qualifications.extend(qualification_key(fields));
        let centre = centre_key(centre_text(default_centre, fields));
        match Number::parse(fields[Field::CandidateNo as usize]) {
            Number::Malformed => {}
            Number::Plain(number) | Number::Full(_, number) => {
                self.numbers.push(centre << NUMBER_BITS | u64::from(number.value()));
            }
            Number::Absent => {
                if let Some(code) = EntryCode::parse(fields[Field::EntryCode as usize]) {
                    self.unnumbered.push((centre << 1 | u64::from(!code.is_whole()), row));
                }
            }
        }
    }

    /// Takes in the rows that another worker saw.
    pub(super) fn merge(&mut self, mut other: Keys) {
        self.certificates.append(&mut other.certificates);
        self.qualifications.append(&mut other.qualifications);
        self.numbers.append(&mut other.numbers);
        self.unnumbered.append(&mut other.unnumbered);
    }

    /// What the rows share.
    pub(super) fn finish(self, pack: &Pack) -> Doubles {
        let Keys { certificates, qualifications, mut numbers, mut unnumbered } = self;
        let (certificates, qualifications) = std::thread::scope(|scope| {
            let certificates = scope.spawn(|| doubles_of(certificates));
            let qualifications = doubles_of(qualifications);
            (certificates.join().unwrap_or_default(), qualifications)
        });
        numbers.sort_unstable();
        unnumbered.sort_unstable();
        let exhausted = exhausted_rows(pack, &numbers, &unnumbered);
        Doubles { certificates, qualifications, numbers: doubles_of_sorted(&numbers), exhausted }
    }
}

fn doubles_of(mut keys: Vec<u64>) -> FxHashSet<u64> {
    keys.sort_unstable();
    doubles_of_sorted(&keys)
}

fn doubles_of_sorted(keys: &[u64]) -> FxHashSet<u64> {
    keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// Of the rows without a number, in file order within their centre and range, those that come after the last number
/// that is free.
fn exhausted_rows(pack: &Pack, numbers: &[u64], unnumbered: &[(u64, u32)]) -> FxHashSet<u32> {
    unnumbered
        .chunk_by(|a, b| a.0 == b.0)
        .flat_map(|group| {
            let (centre, partial) = (group[0].0 >> 1, group[0].0 & 1 == 1);
            let code = if partial { EntryCode::Partial } else { EntryCode::First };
            let free = free_numbers(pack.numbers(code), centre, numbers);
            group.get(free..).unwrap_or_default().iter().map(|(_, row)| *row)
        })
        .collect()
}

fn free_numbers((first, last): (u16, u16), centre: u64, numbers: &[u64]) -> usize {
    let key = |number: u16| centre << NUMBER_BITS | u64::from(number);
    let from = numbers.partition_point(|number| *number < key(first));
    let to = numbers.partition_point(|number| *number <= key(last));
    let taken = numbers[from..to].chunk_by(|a, b| a == b).count();
    usize::from(last - first + 1).saturating_sub(taken)
}

impl Doubles {
    /// What this row shares with others.
    pub(super) fn shared(&self, row: u32, default_centre: &str, fields: &Fields<'_>) -> Shared {
        let has = |set: &FxHashSet<u64>, key: Option<u64>| !set.is_empty() && key.is_some_and(|key| set.contains(&key));
        let number = if self.numbers.is_empty() { None } else { number_key(default_centre, fields) };
        Shared {
            birth_certificate: has(&self.certificates, certificate_key(fields)),
            qualification: has(&self.qualifications, qualification_key(fields)),
            number: has(&self.numbers, number),
            exhausted: !self.exhausted.is_empty() && self.exhausted.contains(&row),
        }
    }
}

fn number_key(default_centre: &str, fields: &Fields<'_>) -> Option<u64> {
    let number = Number::parse(fields[Field::CandidateNo as usize]).candidate()?;
    Some(centre_key(centre_text(default_centre, fields)) << NUMBER_BITS | u64::from(number.value()))
}

/// Tallies by centre, kept by the text of its code.
pub(super) type ByCentre<T> = FxHashMap<String, T>;

#[cfg(test)]
mod tests {
    use super::*;
    use regulations::Draft;

    fn doubles(rows: &[Draft]) -> Doubles {
        let mut keys = Keys::default();
        for (row, draft) in (2..).zip(rows) {
            keys.add(row, "24505105", &draft.fields());
        }
        keys.finish(&Pack::bundled(2026).unwrap())
    }

    #[test]
    fn the_same_number_counts_once_a_centre() {
        let row = |centre, number| Draft::with([(Field::Centre, centre), (Field::CandidateNo, number)]);
        let rows = [row("", "001"), row("", "24505105001"), row("24505106", "001")];
        let doubles = doubles(&rows);
        let shared: Vec<bool> = rows.iter().map(|r| doubles.shared(2, "24505105", &r.fields()).number).collect();
        assert_eq!(shared, [true, true, false]);
    }

    #[test]
    fn the_rows_after_the_last_free_number_find_none() {
        let mut rows = vec![Draft::with([(Field::CandidateNo, "850"), (Field::EntryCode, "3")])];
        rows.resize(101, Draft::with([(Field::EntryCode, "3")]));
        let doubles = doubles(&rows);
        let exhausted: Vec<u32> = (2..103).filter(|row| doubles.exhausted.contains(row)).collect();
        assert_eq!(exhausted, [101, 102]);
    }

    #[test]
    fn a_certificate_is_the_same_only_with_its_index_and_year() {
        let row = |index, year| {
            Draft::with([
                (Field::Qualification, "KCPE"),
                (Field::QualifyingIndex, index),
                (Field::QualifyingYear, year),
            ])
        };
        let long = "9".repeat(80);
        let rows = [
            row("12", "2020"),
            row("12", "2020"),
            row("1", "22020"),
            row("12", ""),
            row("12", ""),
            row(&long, "1"),
            row(&long, "1"),
        ];
        let doubles = doubles(&rows);
        let shared: Vec<bool> = rows.iter().map(|r| doubles.shared(2, "", &r.fields()).qualification).collect();
        assert_eq!(shared, [true, true, false, false, false, true, true]);
    }
}
