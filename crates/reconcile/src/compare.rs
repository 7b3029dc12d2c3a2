//! Two records -> evidence. Owns which level of each feature they stand at; the same whichever comes first.

use crate::entry::Record;
use crate::evidence::{Evidence, Feature, Levels, birth_year, certificate, index, name};
use crate::lexicon::Lexicon;
use crate::naming::{Spelling, side_by_side};
use crate::number::{Distance, Number};

/// A number that so many bear is no longer a person's own.
pub(crate) const MANY: usize = 6;
/// A number that so many bear may be two people's.
const FEW: usize = 2;

/// What comparing needs to know beside the two.
pub(crate) struct Ground<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) spelling: &'a Spelling,
    /// How many candidates there are.
    pub(crate) people: f32,
    /// How many bear a number.
    pub(crate) bearers: &'a dyn Fn(Shared, &Number) -> usize,
}

/// Which number two candidates share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    Certificate,
    Index,
}

/// Compares two records.
pub(crate) fn compare(one: &Record, two: &Record, ground: &Ground<'_>) -> Evidence {
    let naming = side_by_side(one, two, ground.lexicon, ground.spelling, ground.people);
    let (a, b) = (&one.facts, &two.facts);
    let levels = Levels::default()
        .with(Feature::Certificate, certificate_level(&a.certificate, &b.certificate, ground))
        .with(Feature::Index, index_level((&a.index, a.index_year), (&b.index, b.index_year), ground))
        .with(Feature::Name, name::level(&naming))
        .with(Feature::Gender, equal(a.gender, b.gender))
        .with(Feature::BirthYear, birth_year_level(a.birth_year, b.birth_year))
        .with(Feature::Place, place_level(a.centre, b.centre))
        .with(Feature::Subjects, subjects_level(a.subjects, b.subjects))
        .with(Feature::Phone, phone_level(a.phone, b.phone))
        .with(Feature::Document, document_level((a.document_kind, &a.document), (b.document_kind, &b.document)))
        .with(Feature::LastAttempt, slip_level(&a.last_index, &b.last_index))
        .with(Feature::Needs, needs_level(a.needs, b.needs))
        .with(Feature::Standing, standing_level((a.code, a.citizenship), (b.code, b.citizenship)))
        .with(Feature::Admission, equal(a.admission, b.admission));
    Evidence { levels, naming }
}

fn given(one: bool, two: bool) -> Option<u8> {
    match (one, two) {
        (true, true) => None,
        (false, false) => Some(certificate::NEITHER),
        _ => Some(certificate::ONE),
    }
}

fn certificate_level(a: &Number, b: &Number, ground: &Ground<'_>) -> u8 {
    if let Some(level) = given(!a.is_empty(), !b.is_empty()) {
        return level;
    }
    match a.distance(b) {
        Distance::Same => shared_level((ground.bearers)(Shared::Certificate, a)),
        distance => near_level(distance),
    }
}

const fn shared_level(bearers: usize) -> u8 {
    match bearers {
        0..=FEW => certificate::SAME,
        MANY.. => certificate::OF_MANY,
        _ => certificate::OF_A_FEW,
    }
}

const fn near_level(distance: Distance) -> u8 {
    match distance {
        Distance::Same => certificate::SAME,
        Distance::Neighbour => certificate::NEXT,
        Distance::Transposed => certificate::TRANSPOSED,
        Distance::OneWrong => certificate::ONE_DIGIT,
        Distance::OneMissing => certificate::ONE_MISSING,
        Distance::TwoWrong => certificate::TWO_DIGITS,
        Distance::Other => certificate::DIFFERS,
    }
}

fn index_level(a: (&Number, u16), b: (&Number, u16), ground: &Ground<'_>) -> u8 {
    if let Some(level) = given(!a.0.is_empty(), !b.0.is_empty()) {
        return level;
    }
    let other_year = a.1 != 0 && b.1 != 0 && a.1 != b.1;
    match (a.0.distance(b.0), other_year) {
        (Distance::Same, true) => index::OTHER_YEAR,
        (Distance::Same, false) => shared_level((ground.bearers)(Shared::Index, a.0)),
        (Distance::Other | Distance::TwoWrong, true) => index::DIFFERS_OTHER_YEAR,
        (_, true) => index::SLIP_OTHER_YEAR,
        (Distance::OneWrong | Distance::Transposed, false) if a.0.same_school(b.0) => index::SCHOOL_ONE_DIGIT,
        (Distance::Other | Distance::TwoWrong, false) if a.0.same_school(b.0) => index::SCHOOL,
        (distance, false) => near_level(distance),
    }
}

fn equal<T: PartialEq + Default + Copy>(a: T, b: T) -> u8 {
    match (a == T::default() || b == T::default(), a == b) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

fn birth_year_level(a: u16, b: u16) -> u8 {
    match (a == 0 || b == 0, a.abs_diff(b)) {
        (true, _) => 0,
        (false, 0) => birth_year::SAME,
        (false, 1) => birth_year::ONE_OFF,
        _ if slip_of_year(a, b) => birth_year::SLIP,
        (false, 2 | 3) => birth_year::FEW_OFF,
        _ => birth_year::DIFFERS,
    }
}

/// The last two digits exchanged, or the tens mistyped.
const fn slip_of_year(a: u16, b: u16) -> bool {
    let exchanged = a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10 && a / 100 == b / 100;
    exchanged || a % 10 == b % 10
}

const fn place_level(a: u32, b: u32) -> u8 {
    match (a == 0 || b == 0, a == b, a / 1000 == b / 1000, a / 1_000_000 == b / 1_000_000) {
        (true, ..) => 0,
        (_, true, ..) => 3,
        (_, _, true, _) => 2,
        (.., true) => 1,
        _ => 0,
    }
}

const fn subjects_level(a: u64, b: u64) -> u8 {
    if a == 0 || b == 0 {
        return 0;
    }
    match (a ^ b).count_ones() {
        0 => 1,
        1 | 2 => 2,
        3 | 4 => 3,
        _ => 4,
    }
}

fn phone_level(a: u32, b: u32) -> u8 {
    match (a == 0 || b == 0, a == b) {
        (true, _) => 0,
        (_, true) => 1,
        _ if slip_level(&Number::of(&a.to_string()), &Number::of(&b.to_string())) == 2 => 2,
        _ => 3,
    }
}

fn document_level(a: (u8, &Number), b: (u8, &Number)) -> u8 {
    if a.0 == b.0 { slip_level(a.1, b.1) } else { 0 }
}

fn slip_level(a: &Number, b: &Number) -> u8 {
    match (a.is_empty() || b.is_empty(), a.distance(b)) {
        (true, _) => 0,
        (_, Distance::Same) => 1,
        (_, Distance::Other | Distance::TwoWrong) => 3,
        _ => 2,
    }
}

const fn needs_level(a: u8, b: u8) -> u8 {
    match (a, b) {
        (0, 0) => 0,
        (0, _) | (_, 0) => 2,
        _ if a == b => 1,
        _ => 3,
    }
}

const fn standing_level(a: (u8, u8), b: (u8, u8)) -> u8 {
    if a.1 != 0 && b.1 != 0 && a.1 != b.1 {
        return 3;
    }
    match (a.0 == 0 || b.0 == 0, a.0 == b.0) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}
