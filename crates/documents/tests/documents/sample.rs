//! Made-up centres for the tests, the benchmark and the eye. Names are put together from parts; photographs are drawn.

#![allow(dead_code, reason = "each program that shares these uses its own part")]
#![allow(clippy::unwrap_used, reason = "a sample that fails should stop its program")]

use std::sync::Arc;

use documents::declaration::{DeclarationModel, DepositSlip};
use documents::foreign::{ForeignCandidate, ForeignModel};
use documents::label::LabelModel;
use documents::nil_return::{NilReturnModel, ReturnLine};
use documents::proforma::{ComponentLine, FeeCategory, FeeLine, ProformaModel};
use documents::slips::SlipsModel;
use documents::special_needs::{QuestionPapers, SpecialNeedsEntry, SpecialNeedsModel};
use documents::{Candidate, Centre, Head, Language, Masthead, Subject};
use image::{ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use regulations::{CandidateNumber, CentreCode, IndexNumber, Shillings};

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
        practice: false,
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
        last_kcse_index: if repeats { format!("24505199{n:03}") } else { String::new() },
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
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, 52);
    encoder.write_image(picture.as_raw(), 300, 300, image::ExtendedColorType::Rgb8).unwrap();
    jpeg
}

pub(crate) fn proforma(masthead: Masthead) -> ProformaModel {
    let fee = |category, subjects: u32, candidates, basic| {
        let (basic, subject_fees) = (Shillings(basic), Shillings(400 * subjects));
        FeeLine { category, subjects, candidates, basic, subject_fees }
    };
    let component = |category, code: &str, subject: &str, kind: &str, entries, each| {
        let (code, subject, kind) = (code.to_owned(), subject.to_owned(), kind.to_owned());
        ComponentLine { category, code, subject, kind, entries, each: Shillings(each) }
    };
    ProformaModel {
        masthead,
        reference: "KNEC/EA/EM/KCSE/REG/FS".into(),
        fees: vec![
            fee(FeeCategory::StatePaid, 7, 41, 2200),
            fee(FeeCategory::StatePaid, 8, 203, 2200),
            fee(FeeCategory::StatePaid, 9, 67, 2200),
            fee(FeeCategory::Repeater, 1, 3, 2700),
            fee(FeeCategory::Repeater, 4, 2, 2700),
            fee(FeeCategory::Repeater, 8, 11, 2700),
            fee(FeeCategory::NonCitizen, 8, 1, 2700),
        ],
        components: vec![
            component(FeeCategory::StatePaid, "443", "Agriculture", "Project", 160, 200),
            component(FeeCategory::StatePaid, "450", "Aviation Technology", "Practical", 12, 2500),
            component(FeeCategory::StatePaid, "501", "French", "Oral", 38, 500),
            component(FeeCategory::Repeater, "443", "Agriculture", "Project", 7, 200),
        ],
        banks: ["Co-operative Bank", "National Bank of Kenya", "Kenya Commercial Bank", "Equity Bank"]
            .map(str::to_owned)
            .into(),
        pay_by: "31 March 2026".into(),
    }
}

fn returns() -> Vec<ReturnLine> {
    [
        ("Signed nominal rolls", 2),
        ("Declaration", 1),
        ("Forms for candidates with special needs", 3),
        ("Deposit slips", 1),
    ]
    .into_iter()
    .chain([("Sheets of foreign certificates", 0), ("Candidates who repeat some subjects", 0)])
    .map(|(what, count)| ReturnLine { what: what.into(), count })
    .collect()
}

fn officer() -> Head {
    Head { office: "Sub-County Director of Education".into(), name: String::new() }
}

pub(crate) fn declaration(masthead: Masthead) -> DeclarationModel {
    let slip = |bank: &str, number: &str, amount| DepositSlip {
        bank: bank.into(),
        number: number.into(),
        date: "12 March 2026".into(),
        amount: Shillings(amount),
    };
    DeclarationModel {
        masthead,
        reference: String::new(),
        candidates: [("First attempt", 311), ("Repeats all", 11), ("Repeats some", 5), ("Non-citizens", 1)]
            .map(|(kind, count)| (kind.to_owned(), count))
            .into(),
        fees_due: Shillings(90_100),
        deposits: vec![slip("Equity Bank", "EB-0091822", 90_100)],
        received_by: officer(),
    }
}

pub(crate) fn nil_return(masthead: Masthead) -> NilReturnModel {
    NilReturnModel { masthead, reference: String::new(), returns: returns() }
}

pub(crate) fn special_needs(masthead: Masthead) -> SpecialNeedsModel {
    let papers = |there: bool| {
        ["Medical report", "EARC report", "Head's report on help needed", "Head's report on help given", "Photograph"]
            .map(|paper| (paper.to_owned(), there))
            .into()
    };
    let entry = |number, need: &str, there| SpecialNeedsEntry {
        candidate: Candidate { special_needs: vec![need.into()], ..candidate(number) },
        question_papers: (need == "LOW_VISION").then_some(QuestionPapers::LargePrint),
        papers: papers(there),
        assistance: if there {
            "Twenty minutes more in each paper and a seat near a window".into()
        } else {
            String::new()
        },
        ..SpecialNeedsEntry::default()
    };
    let candidates = vec![
        entry(29, "LOW_VISION", true),
        entry(58, "HEARING", false),
        entry(87, "PHYSICAL", true),
        entry(90, "MENTAL", false),
    ];
    SpecialNeedsModel { masthead, reference: String::new(), candidates }
}

pub(crate) fn foreign(masthead: Masthead) -> ForeignModel {
    let sitter = |number: u16, name: &str, country: &str| ForeignCandidate {
        index: candidate(number).index,
        name: name.into(),
        country: country.into(),
        year: "2020".into(),
        passport_no: format!("P{number:07}"),
        travel: "Entered 14 January 2021".into(),
        equation_year: "2024".into(),
    };
    let candidates = vec![
        sitter(12, "ACHOL DENG MABIOR", "South Sudan"),
        sitter(77, "NAMUKASA PATIENCE BIRUNGI", "Uganda"),
        ForeignCandidate { name: "TESFAYE LIYA".into(), ..ForeignCandidate::default() },
    ];
    ForeignModel { masthead, candidates, countersigned_by: officer() }
}

pub(crate) fn label(masthead: Masthead) -> LabelModel {
    let to = ["The Chief Executive", "Kenya National Examinations Council", "Examinations Administration", "Nairobi"];
    LabelModel { masthead, to: to.map(str::to_owned).into(), contents: returns() }
}

pub(crate) fn slips(masthead: Masthead, language: Language, count: u16) -> SlipsModel {
    SlipsModel { masthead, language, candidates: (1..=count).map(candidate).collect() }
}

/// Candidates with names too long, subjects too many, nothing at all, and words no form expects.
pub(crate) fn awkward() -> Vec<Candidate> {
    let long = "WAWERU MAKOKHA NYAMBURA-OTIENO KIPRUTO ABDULRAHMAN CHEROTICH NJERI WA KAMAU";
    vec![
        Candidate { name: long.into(), ..candidate(1) },
        Candidate { name: long.replace([' ', '-'], ""), ..candidate(2) },
        Candidate { subjects: subjects(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3]), ..candidate(3) },
        Candidate { special_needs: ["BLIND", "HEARING", "PHYSICAL"].map(str::to_owned).into(), ..candidate(4) },
        Candidate::default(),
        Candidate {
            gender: "unknown, see note of the school".into(),
            birth_certificate_no: "123456789012345678901234567890".into(),
            entry_code: "9".into(),
            ..candidate(6)
        },
        Candidate { name: "Wu\u{303}njiru\u{303} 漢字".into(), subjects: subjects(&[0]), ..candidate(7) },
    ]
}
