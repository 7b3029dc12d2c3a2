use super::*;
use proptest::prelude::*;

const ROLL: [PhotoKeys<'static, u8>; 7] = [
    keys(1, "24505105001", "001", "4521"),
    keys(2, "24505105002", "002", "A/4522/22"),
    keys(7, "24505105007", "007", "4610"),
    keys(8, "24505105008", "008", "0451"),
    keys(45, "24505105451", "451", "99"),
    PhotoKeys { photo: "wanjiru new.JPG", ..keys(46, "24505105452", "452", "100") },
    PhotoKeys { photo: "pictures/IMG_2001.jpeg", ..keys(47, "24505105453", "453", "") },
];

const fn keys<'a>(id: u8, index: &'a str, number: &'a str, admission: &'a str) -> PhotoKeys<'a, u8> {
    PhotoKeys { id, index, number, admission, photo: "" }
}

#[test]
fn a_file_is_matched_by_the_surest_key_in_its_name() {
    use MatchedBy::*;
    for (file, id, by) in [
        ("24505105007.jpg", 7, IndexNumber),
        ("IMG_24505105007.JPG", 7, IndexNumber),
        ("24505105-007 Akinyi.png", 7, IndexNumber),
        ("24505105 007.png", 7, IndexNumber),
        ("form 4/24505105007 (2).jpeg", 7, IndexNumber),
        ("C:\\photos\\24505105007.bmp", 7, IndexNumber),
        ("24505105007 4521.jpg", 7, IndexNumber),
        ("007.jpg", 7, CandidateNumber),
        ("007 AKINYI.png", 7, CandidateNumber),
        ("akinyi_007.png", 7, CandidateNumber),
        ("IMG_007.jpg", 7, CandidateNumber),
        ("7.jpg", 7, CandidateNumber),
        ("7 AKINYI.png", 7, CandidateNumber),
        ("0007.png", 7, CandidateNumber),
        ("007", 7, CandidateNumber),
        ("ADM 4521.jpeg", 1, AdmissionNumber),
        ("adm no. 4521.jpeg", 1, AdmissionNumber),
        ("Adm4521.jpeg", 1, AdmissionNumber),
        ("4521 OTIENO.webp", 1, AdmissionNumber),
        ("Adm 04521.jpg", 1, AdmissionNumber),
        ("A-4522-22.jpg", 2, AdmissionNumber),
        ("a 4522 22.jpg", 2, AdmissionNumber),
        ("ADM 451.jpg", 8, AdmissionNumber),
        ("451.jpg", 45, CandidateNumber),
        ("0451.jpg", 8, AdmissionNumber),
        ("Wanjiru New.jpg", 46, PhotoColumn),
        ("wanjiru new.png", 46, PhotoColumn),
        ("img_2001.jpeg", 47, PhotoColumn),
    ] {
        let matching = match_files(&[file], &ROLL);
        assert_eq!(matching.matched, [(0, id, by)], "{file}: {matching:?}");
    }
}

#[test]
fn names_that_hold_no_key_match_nobody() {
    for file in [
        "",
        ".jpg",
        "AKINYI JANE.jpg",
        "IMG_4521.jpg",
        "DSC_0007.jpg",
        "IMG-20260321-WA0007.jpg",
        "WhatsApp Image 2026-03-21 at 4521.jpeg",
        "24505105999.jpg",
        "99999999007.jpg",
        "AKINYI 7.jpg",
        "AKINYI (2).jpg",
        "4522.jpg",
        "1007.jpg",
        "๗.jpg",
    ] {
        let matching = match_files(&[file], &ROLL);
        assert_eq!(matching.unmatched, [0], "{file}: {matching:?}");
    }
}

#[test]
fn a_name_that_could_mean_two_candidates_is_never_guessed() {
    for (file, ids) in [("007 and 451.jpg", vec![7, 45]), ("4521 007.jpg", vec![1, 7])] {
        assert_eq!(match_files(&[file], &ROLL).ambiguous, [(0, ids)], "{file}");
    }
    let twins = [keys(1, "", "", "31"), keys(2, "", "", "31")];
    assert_eq!(match_files(&["ADM 31.jpg"], &twins).ambiguous, [(0, vec![1, 2])]);
    let mixed = [keys(1, "", "120", ""), keys(2, "", "", "120")];
    assert_eq!(match_files(&["120.jpg"], &mixed).ambiguous, [(0, vec![1, 2])]);
}

#[test]
fn two_files_for_one_candidate_are_reported_together() {
    let matching = match_files(&["007.jpg", "451.png", "24505105007.jpg"], &ROLL);
    assert_eq!(matching.repeated, [(7, vec![0, 2])]);
    assert_eq!(matching.matched, [(1, 45, MatchedBy::CandidateNumber)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_file_has_exactly_one_outcome(files in proptest::collection::vec("[A-Z0-9 ._()/-]{0,30}|\\PC{0,20}", 0..20)) {
        let names: Vec<&str> = files.iter().map(String::as_str).collect();
        let matching = match_files(&names, &ROLL);
        let mut places: Vec<usize> = matching.unmatched.clone();
        places.extend(matching.matched.iter().map(|(place, ..)| *place));
        places.extend(matching.ambiguous.iter().map(|(place, _)| *place));
        places.extend(matching.repeated.iter().flat_map(|(_, files)| files.iter().copied()));
        places.sort_unstable();
        prop_assert_eq!(places, (0..names.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_full_index_number_is_found_whatever_stands_round_it(
        number in 1..500_u16, before in "[A-Za-z _.()-]{0,8}", after in "[ _-][A-Za-z ]{0,8}"
    ) {
        let numbers: Vec<(String, String)> =
            (1..500_u16).map(|n| (format!("24505105{n:03}"), format!("{n:03}"))).collect();
        let roll: Vec<PhotoKeys<'_, u16>> = (1..500_u16).zip(&numbers)
            .map(|(id, (index, number))| PhotoKeys { id, index, number, admission: "", photo: "" }).collect();
        let file = format!("{before}24505105{number:03}{after}.jpg");
        prop_assert_eq!(match_files(&[&file], &roll).matched, vec![(0, number, MatchedBy::IndexNumber)]);
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter(file in "[A-Z0-9 ._-]{0,20}") {
        let mut turned = ROLL;
        turned.reverse();
        prop_assert_eq!(match_files(&[&file], &ROLL), match_files(&[&file], &turned));
    }
}
