//! Records as a register writes them, for the wire's bench and the dictionary's training: from a CSV file of
//! `cargo xtask sample` or of the fixtures. Numbers that the generator counts up are drawn anew, for real ones are not
//! counted up: nothing may look smaller than it is.

#![allow(clippy::unwrap_used)]

use regulations::Field;
use sync::{About, CandidateId, FieldWrite, Kind, Origin, Record, StreamId, Tag, UnixMillis, chain_next};

/// One row: values by field, in the form's order.
pub(crate) type Row = Vec<String>;

/// The operations of one device in one register, chained.
pub(crate) struct Stream {
    pub(crate) id: StreamId,
    pub(crate) start: sync::Hash,
    pub(crate) h: sync::Hash,
    pub(crate) at: i64,
    pub(crate) records: Vec<Vec<u8>>,
    pub(crate) tags: Vec<Tag>,
    chance: u64,
}

/// The centres of a file, in its order.
pub(crate) fn centres(path: &str) -> Vec<Vec<Row>> {
    let mut centres: Vec<Vec<Row>> = Vec::new();
    let mut chance = 7;
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row: Row = row.unwrap().iter().map(str::to_owned).collect();
        let row = drawn_anew(row, &mut chance);
        match centres.last_mut() {
            Some(centre) if centre[0][Field::Centre as usize] == row[Field::Centre as usize] => centre.push(row),
            _ => centres.push(vec![row]),
        }
    }
    centres
}

/// SplitMix64.
pub(crate) fn bits(chance: &mut u64) -> u64 {
    *chance = chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *chance;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn drawn_anew(mut row: Row, chance: &mut u64) -> Row {
    let counted = [Field::AdmissionNo, Field::BirthCertificateNo, Field::QualifyingIndex, Field::IdDocument];
    for field in counted {
        let value = &mut row[field as usize];
        // The first digit, or of an index number the county's two, stay as they are.
        let kept = if field == Field::QualifyingIndex { 2 } else { 1 };
        let digit = |(place, letter): (usize, char)| match letter {
            '0'..='9' if place >= kept => char::from(b'0' + (bits(chance) % 10) as u8),
            other => other,
        };
        *value = value.chars().enumerate().map(digit).collect();
    }
    row
}

impl Stream {
    pub(crate) fn new(id: StreamId) -> Stream {
        let start = sync::chain_start(id.writer, id.incarnation);
        let (records, tags) = (Vec::new(), Vec::new());
        Stream { id, start, h: start, at: 1_770_000_000_000, records, tags, chance: 11 }
    }

    fn write(&mut self, about: Option<About>, kind: Kind, fields: Vec<FieldWrite>) -> CandidateId {
        let origin = Origin { stream: self.id, n: self.records.len() as u64 + 1, at: UnixMillis(self.at) };
        let entered = origin.candidate(&fields);
        let about = about.unwrap_or(About::Candidate(entered));
        let record = Record { n: origin.n, about, kind, fields, actor: "clerk".into(), at: origin.at, schema: 1 };
        let bytes = record.to_bytes();
        self.h = chain_next(self.h, &bytes);
        self.records.push(bytes);
        self.tags.push(self.h.tag());
        entered
    }

    /// Somebody types for a while: so many seconds at least, three times as many at most.
    fn pause(&mut self, seconds: u64) {
        self.at += (seconds * 1000 + bits(&mut self.chance) % (2000 * seconds)) as i64;
    }

    /// A candidate, typed (every one at a moment of its own) or out of a spreadsheet.
    pub(crate) fn enter(&mut self, row: &Row, typed: bool) -> (CandidateId, Tag) {
        if typed {
            self.pause(60);
        }
        let given = Field::ALL.into_iter().map(|field| (field.name(), row[field as usize].as_str()));
        let values = std::iter::once(("state", "entered")).chain(given).filter(|(_, value)| !value.is_empty());
        let write = |(field, value): (&str, &str)| FieldWrite { field: field.into(), value: value.into(), base: None };
        let id = self.write(None, if typed { Kind::Enter } else { Kind::Import }, values.map(write).collect());
        (id, *self.tags.last().unwrap())
    }

    /// One field of a candidate, typed.
    pub(crate) fn edit(&mut self, candidate: CandidateId, field: &str, value: &str, base: Option<Tag>) {
        self.pause(10);
        let fields = vec![FieldWrite { field: field.into(), value: value.into(), base }];
        self.write(Some(About::Candidate(candidate)), Kind::Change, fields);
    }
}
