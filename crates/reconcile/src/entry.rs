//! A candidate's entry made small and comparable. Owns the reading of its fields; refuses to judge them: what cannot be
//! read counts as not given.

use regulations::{Field, Fields};

use crate::lexicon::WordId;
use crate::number::Number;
use crate::spelling::{fold, hashed, mixed};

/// The most words of a name that are compared.
pub(crate) const MOST_WORDS: usize = 6;

/// An entry that is read, before its words are known to an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub(crate) facts: Facts,
    pub(crate) name: String,
}

impl Entry {
    /// Reads an entry's fields in canonical spelling.
    #[must_use]
    pub fn read(fields: &Fields<'_>) -> Entry {
        let mut name = String::new();
        fold(fields[Field::Name as usize], &mut name);
        Entry { facts: Facts::read(fields), name }
    }
}

/// What is compared besides the name. 0 and an empty number: not given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    pub(crate) certificate: Number,
    pub(crate) index: Number,
    pub(crate) last_index: Number,
    pub(crate) document: Number,
    /// Which of identity document, passport and waiting card the document is.
    pub(crate) document_kind: u8,
    pub(crate) phone: u32,
    /// A bit for each subject.
    pub(crate) subjects: u64,
    pub(crate) centre: u32,
    pub(crate) admission: u32,
    pub(crate) birth_year: u16,
    pub(crate) index_year: u16,
    pub(crate) last_year: u16,
    pub(crate) gender: u8,
    pub(crate) needs: u8,
    pub(crate) code: u8,
    pub(crate) citizenship: u8,
}

impl Facts {
    fn read(fields: &Fields<'_>) -> Facts {
        let text = |field: Field| fields[field as usize];
        let year = |field: Field| text(field).parse().ok().filter(|year| (1900..=2200).contains(year)).unwrap_or(0);
        let number = |field: Field| Some(Number::of(text(field))).filter(|n| !n.is_placeholder()).unwrap_or_default();
        let (document_kind, document) = document(fields);
        Facts {
            certificate: number(Field::BirthCertificateNo),
            index: number(Field::QualifyingIndex),
            last_index: number(Field::LastKcseIndex),
            document,
            document_kind,
            phone: phone(text(Field::Phone)),
            subjects: subjects(text(Field::Subjects)),
            centre: text(Field::Centre).parse().unwrap_or(0),
            admission: mark(text(Field::AdmissionNo)),
            birth_year: year(Field::YearOfBirth),
            index_year: year(Field::QualifyingYear),
            last_year: year(Field::LastKcseYear),
            gender: letter(text(Field::Gender), b"MF"),
            needs: needs(text(Field::SpecialNeeds)),
            code: letter(text(Field::EntryCode), b"123"),
            citizenship: letter(text(Field::Citizenship), b"CN"),
        }
    }

    /// The county's and the sub-county's digits of the centre.
    pub(crate) const fn sub_county(&self) -> u32 {
        self.centre / 1000
    }

    /// The county's digits of the centre.
    pub(crate) const fn county(&self) -> u32 {
        self.centre / 1_000_000
    }
}

/// The place of a single letter in a list, from 1 on.
fn letter(text: &str, list: &[u8]) -> u8 {
    match text.as_bytes() {
        [one] => list.iter().position(|b| b == one).map_or(0, |at| at as u8 + 1),
        _ => 0,
    }
}

fn document(fields: &Fields<'_>) -> (u8, Number) {
    let kinds = [Field::IdDocument, Field::PassportNo, Field::WaitingCard];
    let given = kinds.iter().zip(1..).map(|(field, kind)| (kind, Number::of(fields[*field as usize])));
    given.into_iter().find(|(_, number)| !number.is_placeholder()).unwrap_or_default()
}

/// The last nine digits: with or without the country's 254.
fn phone(text: &str) -> u32 {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let last = &digits[digits.len().saturating_sub(9)..];
    if last.len() < 7 {
        0
    } else {
        last.iter().fold(0_u32, |n, d| n.wrapping_mul(10).wrapping_add(u32::from(d - b'0')))
    }
}

/// A number for a text; 0 for none.
fn mark(text: &str) -> u32 {
    let text = text.trim_start_matches('0');
    if text.is_empty() { 0 } else { hashed(text.as_bytes()) as u32 | 1 }
}

fn subjects(text: &str) -> u64 {
    let codes = text.split([' ', ',', ';', '/']).filter_map(|code| code.parse::<u64>().ok());
    codes.fold(0, |set, code| set | 1 << (mixed(code) & 63))
}

fn needs(text: &str) -> u8 {
    let words = text.split([' ', ',', ';']).filter(|word| !word.is_empty());
    words.fold(0, |set, word| set | 1 << (hashed(word.as_bytes()) & 7))
}

/// A candidate in an index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) facts: Facts,
    words: [WordId; MOST_WORDS],
    word_count: u8,
    pub(crate) present: bool,
}

impl Record {
    pub(crate) fn new(facts: Facts, words: &[WordId]) -> Record {
        let mut kept = [0; MOST_WORDS];
        let count = words.len().min(MOST_WORDS);
        kept[..count].copy_from_slice(&words[..count]);
        Record { facts, words: kept, word_count: count as u8, present: true }
    }

    /// The words of the name, in order.
    pub(crate) fn words(&self) -> &[WordId] {
        &self.words[..usize::from(self.word_count)]
    }
}
