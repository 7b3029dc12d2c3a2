//! The nominal roll and the photo register.

use std::sync::Arc;

use documents::receipt::{self, ReceiptModel, Square};
use documents::roll::{self, RollModel};
use documents::{Candidate, Masthead, Subject, photo_register};
use proptest::prelude::*;

use crate::{pdf, sample};

fn model(count: u16, missing: u16) -> RollModel {
    RollModel { masthead: sample::masthead(), candidates: sample::centre_of(count, missing) }
}

/// A centre whose candidates share one photograph, so that drawing it costs nothing.
fn plain(count: u16) -> RollModel {
    let photograph = Arc::new(sample::photograph(1));
    let with = |number| Candidate { photograph: Some(Arc::clone(&photograph)), ..sample::candidate(number) };
    RollModel { masthead: sample::masthead(), candidates: (1..=count).map(with).collect() }
}

#[test]
fn each_candidate_stands_on_the_roll_and_the_photo_register_exactly_once() {
    let model = plain(60);
    for rendered in [roll::render(&model).unwrap(), photo_register::render(&model).unwrap()] {
        let text = pdf::text(&rendered);
        for candidate in &model.candidates {
            let index = candidate.index.unwrap().to_string();
            let lines = text.lines().filter(|line| *line == index || line.starts_with(&format!("{index} ")));
            assert_eq!(lines.count(), 1, "{index}");
        }
    }
}

#[test]
fn the_roll_shows_all_that_is_known_of_a_candidate() {
    let candidate = Candidate {
        name: "KĨPŊETICH NG'ANG'A WŨNJIRŨ".into(),
        birth_certificate_no: "BC/77-1204".into(),
        special_needs: vec!["HEARING".into(), "MENTAL".into()],
        ..sample::candidate(3)
    };
    let text = pdf::text(&roll::render(&RollModel { candidates: vec![candidate], ..plain(0) }).unwrap());
    for expected in [
        "24505105003",
        "KĨPŊETICH NG'ANG'A WŨNJIRŨ",
        "Male",
        "2009",
        "BC/77-1204",
        "1 First attempt",
        "KCPE 2021",
        "24505101003",
        "Hearing impaired, Mentally challenged",
        "101 102 121",
        "9 subjects",
        "Photograph",
        "Signature of candidate",
        "Official stamp",
        "Zuhura Tabu Mfano",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn every_page_has_its_number_and_the_heads_of_the_columns() {
    let pages = pdf::pages(&roll::render(&plain(60)).unwrap());
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} of {}", number + 1, pages.len())), "{page}");
        assert!(page.contains("24505105"), "{page}");
        let rows = page.contains("KCPE 2021");
        assert_eq!(page.contains("Signature of candidate"), rows, "{page}");
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_document_on_none() {
    let pages_of = |draft| {
        let model = RollModel { masthead: Masthead { draft, ..sample::masthead() }, ..plain(40) };
        [pdf::pages(&roll::render(&model).unwrap()), pdf::pages(&photo_register::render(&model).unwrap())].concat()
    };
    assert!(pages_of(true).iter().all(|page| page.contains("DRAFT: not for submission")));
    assert!(pages_of(false).iter().all(|page| !page.contains("DRAFT")));
}

#[test]
fn the_same_roll_gives_the_same_bytes() {
    let model = model(15, 4);
    assert_eq!(roll::render(&model).unwrap(), roll::render(&model.clone()).unwrap());
    assert_eq!(photo_register::render(&model).unwrap(), photo_register::render(&model.clone()).unwrap());
}

#[test]
fn photographs_are_embedded_as_they_are_and_sharp_and_each_once() {
    let model = model(14, 7);
    let rendered = roll::render(&model).unwrap();
    let pictures = pdf::pictures(&rendered);
    assert_eq!(pictures.len(), 12);
    for picture in &pictures {
        let columns: Vec<&str> = picture.split_whitespace().collect();
        assert_eq!((columns[3], columns[4], columns[8]), ("300", "300", "jpeg"), "{picture}");
        assert!(columns[12].parse::<u32>().unwrap() >= 300, "{picture}");
    }
    for jpeg in model.candidates.iter().filter_map(|candidate| candidate.photograph.as_ref()) {
        let found = rendered.windows(jpeg.len()).filter(|window| *window == jpeg.as_slice()).count();
        assert_eq!(found, 1);
    }
}

#[test]
fn equal_photographs_do_not_make_the_file_larger() {
    let photograph = sample::photograph(9);
    let copies = |count: u16| -> Vec<Candidate> {
        let with = |number| Candidate { photograph: Some(Arc::new(photograph.clone())), ..sample::candidate(number) };
        (1..=count).map(with).collect()
    };
    let rendered = roll::render(&RollModel { candidates: copies(10), ..plain(0) }).unwrap();
    assert!(rendered.len() < 5 * photograph.len() + 40_000, "{}", rendered.len());
}

#[test]
fn a_photograph_that_is_no_picture_leaves_a_marked_gap() {
    let broken = Candidate { photograph: Some(Arc::new(b"no picture".to_vec())), ..sample::candidate(1) };
    let missing = sample::candidate(2);
    let text = pdf::text(&roll::render(&RollModel { candidates: vec![broken, missing], ..plain(0) }).unwrap());
    assert!(text.contains("unreadable") && text.contains("missing"), "{text}");
}

#[test]
fn a_centre_without_candidates_still_has_a_roll() {
    let text = pdf::text(&roll::render(&plain(0)).unwrap());
    assert!(text.contains("No candidate is entered at this centre."), "{text}");
    assert!(text.contains("Page 1 of 1"), "{text}");
    photo_register::render(&plain(0)).unwrap();
}

#[test]
fn a_screen_reader_finds_title_language_and_structure() {
    let rendered = roll::render(&plain(3)).unwrap();
    let info = pdf::info(&rendered);
    assert!(info.contains("Nominal roll, KCSE 2026, 24505105 Mlima Mawe Secondary School"), "{info}");
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{info}");
    let raw = String::from_utf8_lossy(&rendered);
    for expected in ["/S/Table", "/S/TH", "/S/Figure", "Photograph of ", "/Lang(en-KE)", "pdfuaid:part"] {
        assert!(raw.contains(expected), "{expected}");
    }
}

#[test]
fn the_summary_counts_the_centre() {
    let pages = pdf::pages(&roll::render(&plain(41)).unwrap());
    let closing = pages.last().unwrap();
    for expected in
        ["1 First attempt 20 20 0 40", "2 Repeats all 0 1 0 1", "All candidates 20 21 0 41", "41 of 41 photographs"]
    {
        assert!(closing.contains(expected), "{expected} in {closing}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn no_value_however_odd_stops_a_roll_or_loses_a_candidate(
        texts in proptest::collection::vec(("\\PC{0,200}", any::<String>(), 0usize..40), 1..8),
    ) {
        let odd = |(number, (name, other, subjects)): (usize, &(String, String, usize))| Candidate {
            name: name.clone(),
            gender: other.clone(),
            birth_certificate_no: name.clone(),
            entry_code: other.clone(),
            special_needs: vec![other.clone()],
            subjects: (0..*subjects).map(|_| Subject { code: other.clone(), name: name.clone() }).collect(),
            ..sample::candidate(number as u16 + 1)
        };
        let candidates: Vec<Candidate> = texts.iter().enumerate().map(odd).collect();
        let count = candidates.len();
        let model = RollModel { candidates, ..plain(0) };
        let text = pdf::text(&roll::render(&model).unwrap());
        let all = (1..=count).all(|number| text.contains(&format!("24505105{number:03}")));
        prop_assert!(all, "{text}");
        photo_register::render(&model).unwrap();
    }
}

#[test]
fn a_receipt_shows_what_was_confirmed_its_letters_and_a_square_and_is_never_a_draft() {
    let square = Square { side: 29, dark: (4..25).flat_map(|y| (4..25).map(move |x| (x, y))).collect() };
    let model = ReceiptModel {
        masthead: sample::masthead(),
        said: "that it holds all changes to the register up to number 412".into(),
        letters: ["7K3QM0", "D9ZT4", "XW2H8", "BVRN7Q"].map(str::to_owned).into(),
        square,
    };
    let rendered = receipt::render(&model).unwrap();
    let text = pdf::text(&rendered);
    for expected in ["Receipt", "24505105", "up to number 412", "7K3QM0 D9ZT4 XW2H8 BVRN7Q", "Page 1 of 1"] {
        assert!(text.replace("  ", " ").contains(expected), "{expected}: {text}");
    }
    assert!(!text.contains("Candidates"));
    let (_, pixels) = pdf::greys(&rendered, 1);
    assert!(pixels.iter().filter(|pixel| **pixel < 60).count() > 10_000, "the square is dark");
}
