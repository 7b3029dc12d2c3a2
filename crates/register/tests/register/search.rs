//! Search as people type.

use regulations::Field;

use crate::support::Desk;

fn desk() -> Desk {
    let mut desk = Desk::new();
    for (name, admission) in [
        ("AKINYI JANE ATIENO", "ADM/1207"),
        ("Ng'ang'a Peter Kamau", "1208"),
        ("WANJIKU GRACE NJERI", "1209"),
        ("WANJIRU GRACE", "1310"),
        ("KIPROTICH BRIAN", "1311"),
    ] {
        desk.enter([(Field::Name, name), (Field::AdmissionNo, admission), (Field::EntryCode, "1")]);
    }
    desk
}

#[test]
fn a_candidate_is_found_by_names_in_any_order_and_near_spelling_or_by_a_number() {
    let mut desk = desk();
    for (words, first) in [
        ("atieno akinyi", "AKINYI JANE ATIENO"),
        ("jane akiniy", "AKINYI JANE ATIENO"),
        ("nganga", "Ng'ang'a Peter Kamau"),
        ("kamau ng’ang’a", "Ng'ang'a Peter Kamau"),
        ("grace wanjk", "WANJIKU GRACE NJERI"),
        ("kiproich", "KIPROTICH BRIAN"),
        ("1311", "KIPROTICH BRIAN"),
        ("1207", "AKINYI JANE ATIENO"),
        ("adm/12", "AKINYI JANE ATIENO"),
        ("003", "WANJIKU GRACE NJERI"),
        ("24505105004", "WANJIRU GRACE"),
        ("kam 1208", "Ng'ang'a Peter Kamau"),
    ] {
        let found = desk.register().read().search(words, 10).unwrap();
        assert_eq!(found.first().map(|m| m.name.as_str()), Some(first), "{words}");
    }
}

#[test]
fn every_word_must_be_found_and_blank_words_find_nobody() {
    let mut desk = desk();
    for words in ["", "  ", "'", "akinyi peter", "zz", "9999"] {
        assert!(desk.register().read().search(words, 10).unwrap().is_empty(), "{words:?}");
    }
}

#[test]
fn the_nearest_come_first_and_no_more_than_asked_for() {
    let mut desk = desk();
    let names = |found: Vec<register::Match>| found.into_iter().map(|m| m.name).collect::<Vec<_>>();
    let found = names(desk.register().read().search("wanjiru", 10).unwrap());
    assert_eq!(found, ["WANJIRU GRACE", "WANJIKU GRACE NJERI"]);
    assert_eq!(desk.register().read().search("grace", 1).unwrap().len(), 1);
}
