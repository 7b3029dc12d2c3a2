//! Fees to the shilling, by the manual's tables 3a, 3b and 3c and paragraph 2.15.8.

use regulations::{CentreKind, Draft, Entry, Fee, Field, Pack, Payer, Shillings};

/// Nine subjects without a component, in an order whose beginnings serve as shorter lists.
const PLAIN: [&str; 9] = ["101", "102", "121", "231", "232", "233", "311", "312", "565"];

fn fee(kind: CentreKind, code: &str, citizenship: &str, subjects: &str) -> Option<Fee> {
    let pack = Pack::bundled(2026).unwrap();
    let draft = Draft::with([(Field::EntryCode, code), (Field::Citizenship, citizenship), (Field::Subjects, subjects)]);
    let fields = draft.fields();
    Fee::of(&pack, kind, &Entry::read(&pack, "24505105", &fields))
}

fn total(kind: CentreKind, code: &str, citizenship: &str, count: usize) -> (Payer, u32) {
    let fee = fee(kind, code, citizenship, &PLAIN[..count].join(" ")).unwrap();
    (fee.payer, fee.total.0)
}

#[test]
fn table_3a_is_what_the_state_pays_for_a_first_attempt() {
    for kind in [CentreKind::School, CentreKind::Prison, CentreKind::Special] {
        for (count, expected) in [(7, 5_000), (8, 5_400), (9, 5_800)] {
            assert_eq!(total(kind, "1", "C", count), (Payer::State, expected), "{count}");
        }
    }
}

#[test]
fn table_3b_is_what_repeaters_private_candidates_and_non_citizens_pay_themselves() {
    let table = [3_100, 3_500, 3_900, 4_300, 4_700, 5_100, 5_500, 5_900, 6_300];
    for (count, expected) in (1..).zip(table) {
        let payers = [
            (CentreKind::School, "2", "C"),
            (CentreKind::School, "3", "C"),
            (CentreKind::School, "1", "N"),
            (CentreKind::Private, "1", "C"),
            (CentreKind::Private, "3", "C"),
            (CentreKind::Prison, "2", "C"),
            (CentreKind::Special, "1", "N"),
        ];
        for (kind, code, citizenship) in payers {
            assert_eq!(total(kind, code, citizenship, count), (Payer::Candidate, expected), "{kind:?} {code} {count}");
        }
    }
}

#[test]
fn every_subject_asks_for_the_extra_fee_of_its_component() {
    let pack = Pack::bundled(2026).unwrap();
    let extras = [
        (200, "project", "442 443 444 445 446 451"),
        (500, "practical", "441 447 448 449 504 511"),
        (500, "oral", "501 502 503"),
        (2_500, "practical", "450"),
        (0, "", "101 102 121 122 231 232 233 236 237 311 312 313 314 315 565"),
    ];
    let mut seen = 0;
    for (extra, kind, codes) in extras {
        for code in codes.split(' ') {
            let fee = fee(CentreKind::School, "1", "C", code).unwrap();
            assert_eq!(fee.total, Shillings(2_200 + 400 + extra), "{code}");
            let parts: Vec<_> = fee.components(&pack).map(|part| (part.component.name(), part.amount.0)).collect();
            assert_eq!(parts, if extra == 0 { vec![] } else { vec![(kind, extra)] }, "{code}");
            seen += 1;
        }
    }
    assert_eq!(seen, pack.subjects().all().len());
}

#[test]
fn the_parts_of_a_fee_make_its_total() {
    let fee = fee(CentreKind::School, "1", "C", "101 102 121 231 233 311 443 450 501").unwrap();
    assert_eq!((fee.basic.0, fee.subjects.0, fee.total.0), (2_200, 3_600, 2_200 + 3_600 + 200 + 2_500 + 500));
}

#[test]
fn a_code_entered_twice_or_not_offered_is_not_charged() {
    let fee = fee(CentreKind::School, "3", "C", "443 443 999").unwrap();
    assert_eq!(fee.total, Shillings(2_700 + 400 + 200));
}

#[test]
fn there_is_no_fee_without_a_valid_entry_code_and_citizenship() {
    for (code, citizenship) in [("", "C"), ("4", "C"), ("1", ""), ("1", "K")] {
        assert_eq!(fee(CentreKind::School, code, citizenship, "101"), None);
    }
}
