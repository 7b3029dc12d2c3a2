//! Under which keys a candidate is found again: numbers, numbers with one sign left out, sounds of names. Owns what makes
//! two candidates worth comparing; refuses to compare them.

use crate::entry::Record;
use crate::lexicon::Lexicon;
use crate::number::Number;
use crate::spelling::{hashed, mixed};

/// A key: what it is of in the top three bits, then 37 bits of it, then room for a row.
pub(crate) type Key = u64;

/// Bits of a row in a key's entry.
pub(crate) const ROW_BITS: u32 = 24;
/// The most rows of an index.
pub(crate) const MOST_ROWS: usize = 1 << ROW_BITS;
const HASH: u64 = (1 << 61) - (1 << ROW_BITS);
/// A word borne by so many at most leads to its bearers by itself.
const RARE: u32 = 12;

/// What a key is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// The birth certificate.
    Certificate,
    /// The index number of the primary certificate.
    Index,
    /// Another number: telephone, identity document, last attempt.
    Other,
    /// The birth certificate with a sign left out.
    NearCertificate,
    /// The index number with a sign left out, and its year.
    NearIndex,
    /// All sounds of the name.
    Name,
    /// Two sounds of the name.
    PartOfName,
    /// A rare word.
    RareWord,
}

impl Kind {
    /// Every kind, in the order of keys.
    pub(crate) const ALL: [Kind; 8] = [
        Kind::Certificate,
        Kind::Index,
        Kind::Other,
        Kind::NearCertificate,
        Kind::NearIndex,
        Kind::Name,
        Kind::PartOfName,
        Kind::RareWord,
    ];

    /// What a key is of.
    pub(crate) const fn of(key: Key) -> Kind {
        Kind::ALL[(key >> 61) as usize]
    }

    /// Whether two candidates under one key must also share a sound to be worth comparing.
    pub(crate) const fn needs_a_sound(self) -> bool {
        matches!(self, Kind::NearCertificate | Kind::NearIndex)
    }
}

impl Kind {
    /// Whether two candidates under one key are worth comparing only where no number is given for both: else a slip in a
    /// number, or the whole name, would lead from one to the other.
    pub(crate) const fn needs_gaps(self) -> bool {
        matches!(self, Kind::PartOfName)
    }
}

fn key(kind: Kind, hash: u64) -> Key {
    (kind as u64) << 61 | mixed(hash) & HASH
}

/// The key of a whole number.
pub(crate) fn of_number(kind: Kind, number: &Number) -> Key {
    key(kind, hashed(number.signs()))
}

/// Every key of a candidate, each once.
pub(crate) fn of(record: &Record, lexicon: &Lexicon, out: &mut Vec<Key>) {
    out.clear();
    let facts = &record.facts;
    if !facts.certificate.is_empty() {
        out.push(of_number(Kind::Certificate, &facts.certificate));
        near(Kind::NearCertificate, &facts.certificate, 0, out);
    }
    if !facts.index.is_empty() {
        out.push(of_number(Kind::Index, &facts.index));
        near(Kind::NearIndex, &facts.index, facts.index_year, out);
    }
    others(record, out);
    names(record, lexicon, out);
    out.sort_unstable();
    out.dedup();
}

fn others(record: &Record, out: &mut Vec<Key>) {
    let facts = &record.facts;
    if facts.phone != 0 {
        out.push(key(Kind::Other, 1 << 40 | u64::from(facts.phone)));
    }
    for (salt, number) in [(2_u64, &facts.document), (3, &facts.last_index)] {
        if !number.is_empty() {
            out.push(key(Kind::Other, hashed(number.signs()) ^ salt << 40));
        }
    }
}

/// The number, and the number without each of its signs in turn: two numbers one slip apart share one of these.
fn near(kind: Kind, number: &Number, year: u16, out: &mut Vec<Key>) {
    let (signs, salt) = (number.signs(), u64::from(year) << 48);
    if signs.len() < 5 {
        return;
    }
    out.push(key(kind, hashed(signs) ^ salt));
    let mut rest = [0; 16];
    for left_out in 0..signs.len() {
        let (head, tail) = (&signs[..left_out], &signs[left_out + 1..]);
        rest[..head.len()].copy_from_slice(head);
        rest[head.len()..signs.len() - 1].copy_from_slice(tail);
        out.push(key(kind, hashed(&rest[..signs.len() - 1]) ^ salt));
    }
}

fn names(record: &Record, lexicon: &Lexicon, out: &mut Vec<Key>) {
    let (year, gender) = (u64::from(record.facts.birth_year), u64::from(record.facts.gender));
    let mut sounds: Vec<u64> = Vec::with_capacity(crate::entry::MOST_WORDS);
    for id in record.words() {
        let word = lexicon.word(*id);
        if word.text.len() > 1 {
            sounds.push(lexicon.sound(word.sound).code);
            if word.bearers <= RARE {
                out.push(key(Kind::RareWord, hashed(word.text.as_bytes())));
            }
        }
    }
    sounds.sort_unstable();
    if sounds.len() < 2 {
        return;
    }
    let whole = sounds.iter().fold(0, |hash, sound| mixed(hash ^ sound));
    out.push(key(Kind::Name, whole ^ year << 8));
    out.push(key(Kind::Name, whole ^ gender << 4 ^ 1));
    let place = u64::from(record.facts.sub_county());
    for (at, one) in sounds.iter().enumerate() {
        for two in &sounds[at + 1..] {
            let both = mixed(mixed(*one) ^ two);
            out.push(key(Kind::PartOfName, both ^ year << 8));
            if place != 0 {
                out.push(key(Kind::PartOfName, both ^ place << 20 ^ 3));
            }
        }
    }
}
