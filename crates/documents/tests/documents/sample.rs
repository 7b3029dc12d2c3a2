//! Made-up centres for the tests, the benchmark and the eye. Names are put together from parts; photographs are drawn.

#![allow(dead_code, reason = "each program that shares these uses its own part")]
#![allow(clippy::unwrap_used, reason = "a sample that fails should stop its program")]

use std::sync::Arc;

use documents::{Candidate, Centre, Head, Masthead, Subject};
use image::{ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use regulations::{CandidateNumber, CentreCode, IndexNumber};

const SURNAMES: [&str; 12] = [
    "AKINYI",
    "BARASA",
    "CHEBET",
    "DARKO",
    "EKAI",
    "FUNDI",
    "GĨTAŨ",
    "HALAKE",
    "ĨRERI",
    "JUMA",
    "KĨPŊETICH",
    "LEMARON",
];
const OTHERS: [&str; 11] = [
    "JANE",
    "PETER MWANGI",
    "ROSE",
    "ABDI NOOR",
    "NG'ANG'A",
    "MARY WANJIKŨ",
    "OTIENO",
    "FAITH",
    "DAVID",
    "ZAWADI NEEMA",
    "IBRAHIM",
];
const SUBJECTS: [(&str, &str); 12] = [
    ("101", "English"),
    ("102", "Kiswahili"),
    ("121", "Mathematics A"),
    ("231", "Biology"),
    ("233", "Chemistry"),
    ("311", "History and Government"),
    ("312", "Geography"),
    ("313", "Christian Religious Education"),
    ("443", "Agriculture"),
    ("451", "Computer Studies"),
    ("565", "Business Studies"),
    ("232", "Physics"),
];

pub(crate) fn masthead() -> Masthead {
    Masthead {
        council: "The Kenya National Examinations Council".into(),
        examination: "Kenya Certificate of Secondary Education".into(),
        abbreviation: "KCSE".into(),
        year: 2026,
        centre: Centre {
            code: CentreCode::parse("24505105").unwrap(),
            name: "Mlima Mawe Secondary School".into(),
            county: "Bonde Kuu".into(),
            sub_county: "Mto Mrefu".into(),
            head: Head { office: "Head teacher".into(), name: "Zuhura Tabu Mfano".into() },
        },
        printed_on: "22 November 2026".into(),
        draft: false,
    }
}

pub(crate) fn subjects(codes: &[usize]) -> Vec<Subject> {
    codes.iter().map(|i| SUBJECTS[*i]).map(|(code, name)| Subject { code: code.into(), name: name.into() }).collect()
}

pub(crate) fn candidate(number: u16) -> Candidate {
    let n = usize::from(number);
    let centre = CentreCode::parse("24505105").unwrap();
    let wide = n % 3 == 0;
    let repeats = n % 41 == 0;
    Candidate {
        index: Some(IndexNumber { centre, candidate: CandidateNumber::new(number).unwrap() }),
        admission_no: (4000 + n).to_string(),
        name: format!("{} {}", SURNAMES[n % SURNAMES.len()], OTHERS[n % OTHERS.len()]),
        gender: if n % 2 == 0 { "F" } else { "M" }.into(),
        year_of_birth: (2006 + n % 4).to_string(),
        birth_certificate_no: (1_000_000 + n * 7919).to_string(),
        citizenship: "C".into(),
        entry_code: if repeats { "2" } else { "1" }.into(),
        qualification: if repeats { "" } else { "KCPE" }.into(),
        qualifying_index: if repeats { String::new() } else { format!("24505101{:03}", n % 400) },
        qualifying_year: if repeats { "" } else { "2021" }.into(),
        last_kcse_index: if repeats { format!("24505105{n:03}") } else { String::new() },
        last_kcse_year: if repeats { "2024" } else { "" }.into(),
        subjects: subjects(if wide { &[0, 1, 2, 3, 4, 5, 7, 8, 10] } else { &[0, 1, 2, 3, 4, 6, 9, 11] }),
        special_needs: if n % 29 == 0 { vec!["LOW_VISION".into()] } else { Vec::new() },
        ..Candidate::default()
    }
}

/// Candidates numbered from 1, each with a photograph of its own except every `missing`-th.
pub(crate) fn centre_of(count: u16, missing: u16) -> Vec<Candidate> {
    (1..=count)
        .map(|number| {
            let photograph = (missing == 0 || number % missing != 0).then(|| Arc::new(photograph(number)));
            Candidate { photograph, ..candidate(number) }
        })
        .collect()
}

/// A drawn head and shoulders before a wall, grained so that it takes about 8 kB like a real one.
pub(crate) fn photograph(seed: u16) -> Vec<u8> {
    let mut noise = u32::from(seed).wrapping_mul(2_654_435_761) | 1;
    let cloth = [40 + (seed % 7) as u8 * 20, 30 + (seed % 5) as u8 * 30, 120];
    let picture = RgbImage::from_fn(300, 300, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 28) as i32 - 8;
        let (dx, dy) = (x as i32 - 150, y as i32 - 120);
        let head = dx * dx * 10 + dy * dy * 7 < 56_000;
        let eyes = ((dx.abs() - 26).pow(2) + (dy + 12).pow(2)) < 40;
        let shoulders = y > 215 && dx.abs() < 60 + (y as i32 - 215);
        let [r, g, b] = if eyes {
            [25, 20, 20]
        } else if head {
            [112 + (seed % 3) as i32 * 14, 76, 54]
        } else if shoulders {
            cloth.map(i32::from)
        } else {
            [196, 212, 224]
        };
        Rgb([r, g, b].map(|value| (value + grain).clamp(0, 255) as u8))
    });
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, 58);
    encoder.write_image(picture.as_raw(), 300, 300, image::ExtendedColorType::Rgb8).unwrap();
    jpeg
}
