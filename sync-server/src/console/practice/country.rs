//! Made-up registers by the thousand, written as if they had been projected: what the bench of the console looks at. Owns
//! their making; no server has it (a feature of tests).

use std::sync::Arc;

use sync::{Hash, LogEnd, RegisterId, UnixMillis};

use crate::console::projection::{FORMAT, Summary};
use crate::office::Office;
use crate::stores::console::candidates::{self, Candidate};
use crate::stores::console::projected::{self, Projected};
use crate::stores::{Council, Lane, StoreError};

/// Registers written in one transaction.
const AT_ONCE: u32 = 25;

const FIRST: [&str; 40] = [
    "MARY", "JOHN", "PETER", "FAITH", "GRACE", "BRIAN", "KEVIN", "MERCY", "JAMES", "ESTHER", "DENNIS", "JOYCE", "PAUL",
    "SHARON", "COLLINS", "RUTH", "VICTOR", "DORCAS", "ALEX", "LYDIA", "SAMUEL", "NAOMI", "DAVID", "CAROLINE", "EVANS",
    "BEATRICE", "MOSES", "GLADYS", "GEOFFREY", "PURITY", "STEPHEN", "LILIAN", "JOSEPH", "EUNICE", "DANIEL", "MARTHA",
    "ISAAC", "JANE", "AMOS", "ROSE",
];

/// A number that looks drawn by lot, the same for the same place.
fn lot(place: u64) -> u64 {
    let mut mixed = place.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A surname: some are borne by tens of thousands, most by few.
fn surname(drawn: u64) -> String {
    const SYLLABLES: [&str; 16] =
        ["KA", "MA", "NJE", "WA", "OTI", "CHE", "MU", "RO", "KI", "NGE", "ODU", "BA", "LE", "TU", "ACHI", "SO"];
    let rank = ((drawn % 10_000) as f64 / 10_000.0).powi(3) * 4000.0;
    let mut rank = rank as usize + 16;
    let mut name = String::new();
    while rank > 0 {
        name += SYLLABLES[rank % 16];
        rank /= 16;
    }
    name
}

/// The name of the so-manieth candidate.
#[must_use]
pub fn name(place: u64) -> String {
    let drawn = lot(place);
    let first = FIRST[(drawn % 40) as usize];
    format!("{first} {} {}", surname(lot(drawn ^ 1)), surname(lot(drawn ^ 2)))
}

/// Writes so many registers of 2026, each of so many candidates.
///
/// # Errors
/// When the store does not answer.
pub async fn fill(office: &Arc<Office>, registers: u32, each: u32) -> Result<(), StoreError> {
    let mut from = 0;
    while from < registers {
        let until = (from + AT_ONCE).min(registers);
        office.transact(Lane::Write, move |council| write(council, from, until, each)).await?;
        from = until;
    }
    Ok(())
}

fn write(council: &mut dyn Council, from: u32, until: u32, each: u32) -> Result<(), StoreError> {
    for place in from..until {
        let centre = (place % 47 + 1) * 1_000_000 + 500_000 + place / 47 + 1;
        let register = RegisterId { centre, year: 2026 };
        let all: Vec<Candidate> = (0..each).map(|number| candidate(register, place, each, number)).collect();
        candidates::bring(council, register, &candidates::Kept::new(), &all)?;
        let version = projected::tick(council)?;
        projected::put(
            council,
            &Projected {
                register,
                sub_county: centre / 1000,
                log: LogEnd { position: 1, l: Hash([0; 32]) },
                format: FORMAT,
                rules: 0,
                version,
                at: UnixMillis(1_770_000_000_000),
                summary: summary(place, each).packed(),
            },
        )?;
    }
    Ok(())
}

fn candidate(register: RegisterId, place: u32, each: u32, number: u32) -> Candidate {
    let at = u64::from(place) * u64::from(each) + u64::from(number);
    let mut id = [0; 16];
    id[..8].copy_from_slice(&lot(at).to_be_bytes());
    id[8..].copy_from_slice(&at.to_be_bytes());
    Candidate {
        register: Some(register),
        id,
        number: format!("{:03}", number + 1),
        name: name(at),
        gender: if at.is_multiple_of(2) { "M" } else { "F" }.into(),
        birth_year: format!("{}", 2005 + at % 5),
        birth_certificate: format!("{}", 100_000_000 + lot(at) % 800_000_000),
        qualification: "KCPE".into(),
        qualifying_index: format!("{:011}", 10_000_000_000 + at),
        qualifying_year: "2021".into(),
        entry_code: "1".into(),
        subjects: "101 102 121 231 232 233 311 443".into(),
        state: "entered".into(),
        ..Candidate::default()
    }
}

fn summary(place: u32, each: u32) -> Summary {
    let mut summary = Summary { name: format!("MADE UP {place}"), kind: "school".into(), ..Summary::default() };
    (summary.candidates, summary.photographs, summary.with_errors) = (each, each - place % 7, place % 5);
    summary.owed_by_state = u64::from(each) * 5800;
    for subject in ["101", "102", "121", "231", "232", "233", "311", "312", "313", "443", "565"] {
        summary.subjects.insert(subject.into(), each);
    }
    for rule in ["photo.missing", "birth-certificate.missing", "subjects.sciences"] {
        summary.rules.insert(rule.into(), place % 9);
    }
    for hour in 0..20 {
        summary.hours.insert(491_000 + (place + hour * 17) % 700, (2, 60, 9_000));
    }
    for day in 0..10 {
        summary.days.insert(20_480 + (place + day * 3) % 40, each / 10);
    }
    summary.last = 1_769_900_000_000;
    summary.schemas.insert(4, 2);
    summary
}
