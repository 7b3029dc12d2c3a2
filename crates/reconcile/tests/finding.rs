//! Small tables with known truth: what is found, what is not, and what never depends on how the table came together.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use reconcile::{Entry, Id, Index, Match};
use regulations::{Draft, Field};

const NAMES: [&str; 24] = [
    "Kabiru",
    "Wandati",
    "Chelume",
    "Otwera",
    "Nafasi",
    "Mutindi",
    "Kiprasa",
    "Achwala",
    "Njomba",
    "Simatwe",
    "Barolo",
    "Muthaki",
    "Okwembe",
    "Jerobai",
    "Lesankale",
    "Abdirom",
    "Kwamboga",
    "Wekhomba",
    "Nduruma",
    "Chepsoi",
    "Omwansa",
    "Kathemba",
    "Ruguri",
    "Tanuiri",
];

/// A made-up person, different in everything from those with other numbers.
fn person(number: usize) -> Draft {
    let name = |step: usize| NAMES[(number * step + number / 24 * 7 + step) % 24];
    let text = format!("{} {} {}", name(1), name(5), name(7));
    let certificate = (20_000_000 + number * 7_919_377 % 60_000_000).to_string();
    let index = format!("{:011}", 10_000_000_000_u64 + (number as u64 * 6_700_417_003) % 30_000_000_000);
    let centre = format!("{:08}", 20_401_100 + number % 40);
    let year = (2005 + number % 5).to_string();
    Draft::with([
        (Field::Centre, centre.as_str()),
        (Field::Name, text.as_str()),
        (Field::Gender, if number.is_multiple_of(2) { "F" } else { "M" }),
        (Field::YearOfBirth, year.as_str()),
        (Field::BirthCertificateNo, certificate.as_str()),
        (Field::EntryCode, "1"),
        (Field::Citizenship, "C"),
        (Field::Qualification, "KCPE"),
        (Field::QualifyingIndex, index.as_str()),
        (Field::QualifyingYear, "2021"),
        (Field::Subjects, ["101 102 121 231 233 311 443", "101 102 121 231 232 233 312 565"][number % 2]),
    ])
}

/// The person again, with other values in some fields.
fn again<const N: usize>(of: &Draft, other: [(Field, &str); N]) -> Draft {
    let mut draft = of.clone();
    other.into_iter().for_each(|(field, value)| draft.set(field, value));
    draft
}

/// Three hundred people, and these.
fn table(more: &[Draft]) -> Vec<(Id, Entry)> {
    let people = (0..300).map(person).collect::<Vec<_>>();
    let all = people.iter().chain(more).enumerate();
    all.map(|(row, draft)| (row as Id, Entry::read(&draft.fields()))).collect()
}

fn found(table: Vec<(Id, Entry)>) -> Vec<Match> {
    Index::of(table, 2).unwrap().full_run(0.0001, 2).matches
}

fn score(matches: &[Match], ids: [Id; 2]) -> f64 {
    matches.iter().find(|found| found.ids == ids).map_or(0.0, |found| found.score)
}

#[test]
fn one_person_is_found_again_however_the_second_entry_differs() {
    use Field::{BirthCertificateNo, Centre, Gender, Name, QualifyingIndex, YearOfBirth};
    let first = person(7);
    let words: Vec<&str> = first.get(Name).split(' ').collect();
    let other_order = format!("{} {} {}", words[2], words[0], words[1]);
    let no_middle = format!("{} {}", words[0], words[2]);
    let initial = format!("{} {}. {}", words[0], &words[1][..1], words[2]);
    let letter = first.get(Name).replacen(words[0], &format!("{}h", words[0]), 1);
    let mut transposed: Vec<char> = first.get(QualifyingIndex).chars().collect();
    let at = (1..10).find(|at| transposed[*at] != transposed[at + 1]).unwrap();
    transposed.swap(at, at + 1);
    let transposed: String = transposed.into_iter().collect();
    for (what, second) in [
        ("the same again", again(&first, [(Centre, "36701203")])),
        ("names in another order", again(&first, [(Name, other_order.as_str()), (Centre, "36701203")])),
        ("no certificate", again(&first, [(BirthCertificateNo, ""), (Name, letter.as_str())])),
        ("no index number", again(&first, [(QualifyingIndex, ""), (Name, no_middle.as_str())])),
        ("an initial", again(&first, [(Name, initial.as_str()), (BirthCertificateNo, "")])),
        ("another year of birth", again(&first, [(YearOfBirth, "2006"), (QualifyingIndex, "")])),
        ("another gender", again(&first, [(Gender, "F")])),
        ("digits transposed", again(&first, [(QualifyingIndex, transposed.as_str()), (BirthCertificateNo, "")])),
        ("a certificate of many zeros", again(&first, [(BirthCertificateNo, "00000000")])),
    ] {
        let matches = found(table(&[second]));
        assert!(score(&matches, [7, 300]) > 0.9, "{what}: {}", score(&matches, [7, 300]));
        assert_eq!(matches[0].ids, [7, 300], "{what}");
    }
}

#[test]
fn twins_are_two_people() {
    let first = person(7);
    let next = |field: Field| (first.get(field).parse::<u64>().unwrap() + 1).to_string();
    let family = first.get(Field::Name).split(' ').next_back().unwrap();
    let twin = again(
        &first,
        [
            (Field::Name, format!("Zawadiro Pendola {family}").as_str()),
            (Field::BirthCertificateNo, next(Field::BirthCertificateNo).as_str()),
            (Field::QualifyingIndex, next(Field::QualifyingIndex).as_str()),
        ],
    );
    assert!(score(&found(table(&[twin])), [7, 300]) < 0.1);
}

#[test]
fn a_strangers_number_typed_by_mistake_makes_nobody_one() {
    let first = person(7);
    for field in [Field::BirthCertificateNo, Field::QualifyingIndex] {
        let stranger = again(&person(458), [(field, first.get(field))]);
        assert!(score(&found(table(&[stranger])), [7, 300]) < 0.1, "{field:?}");
    }
}

#[test]
fn numbers_that_fill_a_cell_make_nobody_one() {
    for filler in ["00000000", "12345678", "20260001"] {
        let many: Vec<Draft> = (400..430).map(|n| again(&person(n), [(Field::BirthCertificateNo, filler)])).collect();
        let matches = found(table(&many));
        assert!(matches.iter().all(|found| found.score < 0.1), "{filler}: {:?}", matches.first());
    }
}

#[test]
fn who_arrives_later_is_found_as_a_full_run_would() {
    let mut index = Index::of(table(&[]), 2).unwrap();
    let model = index.full_run(0.5, 2).model;
    let second = again(&person(7), [(Field::BirthCertificateNo, ""), (Field::Centre, "36701203")]);
    index.put(999, &Entry::read(&second.fields())).unwrap();
    let matches = index.check(999, &model, 0.01);
    assert_eq!(matches[0].ids, [7, 999]);
    assert!(matches[0].score > 0.9);
    assert_eq!(index.explain([7, 999], &model).unwrap().score, matches[0].score);
    assert!(index.remove(7));
    assert!(index.check(999, &model, 0.01).iter().all(|found| !found.ids.contains(&7)));
    assert!(index.full_run(0.0001, 2).matches.iter().all(|found| !found.ids.contains(&7)));
}

#[test]
fn what_replaces_an_entry_takes_its_place() {
    let mut index = Index::of(table(&[again(&person(7), [(Field::Centre, "36701203")])]), 2).unwrap();
    let model = index.learned();
    assert!(index.check(300, &model, 0.5).iter().any(|found| found.ids == [7, 300]));
    index.put(300, &Entry::read(&person(777).fields())).unwrap();
    assert!(index.check(300, &model, 0.5).is_empty() && index.check(7, &model, 0.5).is_empty());
    assert_eq!(index.len(), 301);
}

#[test]
fn a_model_that_was_kept_judges_the_same() {
    let mut index = Index::of(table(&[again(&person(7), [(Field::Gender, "F")])]), 2).unwrap();
    let model = index.full_run(0.5, 2).model;
    let kept = serde_json::from_str(&serde_json::to_string(&model).unwrap()).unwrap();
    assert_eq!(index.explain([7, 300], &model), index.explain([7, 300], &kept));
}

#[test]
fn reasons_say_what_agrees_and_what_does_not() {
    let other = again(&person(7), [(Field::Gender, "F"), (Field::Centre, "36701203")]);
    let matches = found(table(&[other]));
    let of = |field: &str| matches[0].reasons.iter().find(|reason| reason.field == field).unwrap().clone();
    assert!(of("qualifying_index").bits > 5.0 && of("birth_certificate_no").bits > 5.0);
    assert!(of("gender").bits < 0.0);
    assert!(matches[0].reasons.windows(2).all(|two| two[0].bits.abs() >= two[1].bits.abs()));
}

#[test]
fn a_name_is_found_in_any_order_misspelt_or_unfinished() {
    let wanted = again(&person(7), [(Field::Name, "Wanjirathi Ng'omberi Zawadiro")]);
    let index = Index::of(table(&[wanted]), 2).unwrap();
    for typed in ["wanjirathi", "zawadiro wanjirathi", "Wanjirati Ngomberi", "zawad ngom", "Zavadiro", "ngomberi w"] {
        assert_eq!(index.search(typed, 5).first().map(|hit| hit.id), Some(300), "{typed}");
    }
    assert_eq!(index.search("qqqq", 5), []);
    assert_eq!(index.search("", 5), []);
}

#[test]
fn an_empty_table_and_empty_rows_are_no_trouble() {
    assert!(found(Vec::new()).is_empty());
    let nobody = Entry::read(&Draft::default().fields());
    assert!(found(vec![(1, nobody.clone())]).is_empty());
    assert!(found((0..50).map(|row| (row, nobody.clone())).collect()).iter().all(|found| found.score < 0.5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_of_rows_changes_nothing(seed in 1_usize..1000) {
        let more = [again(&person(3), [(Field::Gender, "M")]), again(&person(9), [(Field::QualifyingIndex, "")])];
        let mut shuffled = table(&more);
        let straight = found(shuffled.clone());
        let count = shuffled.len();
        (0..count).for_each(|at| shuffled.swap(at, (at * 31 + seed * 17) % count));
        let other = found(shuffled);
        prop_assert_eq!(straight.len(), other.len());
        for found in &straight {
            prop_assert!((found.score - score(&other, found.ids)).abs() < 1e-3, "{:?}", found.ids);
        }
    }

    #[test]
    fn a_pair_is_judged_the_same_from_either_side(one in 0_u128..300, two in 0_u128..300) {
        let mut index = Index::of(table(&[]), 2).unwrap();
        let model = index.learned();
        let (here, there) = (index.explain([one, two], &model).unwrap(), index.explain([two, one], &model).unwrap());
        prop_assert_eq!(here, there);
    }

    #[test]
    fn no_text_in_any_field_is_trouble(texts in proptest::collection::vec(".{0,30}", 26), rows in 1_u128..6) {
        let mut draft = Draft::default();
        Field::ALL.into_iter().zip(&texts).for_each(|(field, text)| draft.set(field, text.as_str()));
        let entry = Entry::read(&draft.fields());
        let matches = found((0..rows).map(|row| (row, entry.clone())).collect());
        prop_assert!(matches.iter().all(|found| (0.0..=1.0).contains(&found.score)));
    }
}
