//! Random entries, some sound and most of them wrong in a few places, judged by the crate and by the reference.

use std::collections::BTreeSet;

use regulations::finding::Scope;
use regulations::{
    Case, Centre, CentreKind, Draft, Entry, Fee, Field, Held, Pack, Paper, Papers, Photo, Rule, Shared, judge,
};

use crate::baseline::clean;
use crate::reference::Question;

/// A small generator of equal sequences from equal seeds (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % sides as u64) as usize
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    pub(crate) fn pick<'a>(&mut self, values: &[&'a str]) -> &'a str {
        values[self.roll(values.len())]
    }
}

const LISTS: &[&str] = &[
    "101 102 121 231 233 311 443",
    "101 102 121 231 232 233 312 565 451",
    "101,102,122,237,313,443,565",
    "101 504 121 231 232 314 441",
    "101 102 504 121 232 233 315 511",
    "101 102 121 236 311 441 565",
    "101 504 121 236 312 501 511",
    "443 501",
    "450/102",
    "101 102 121 231 233 311",
    "",
];
const CODES: &[&str] = &[
    "101", "102", "121", "122", "231", "232", "233", "236", "237", "311", "312", "313", "314", "315", "441", "442",
    "443", "444", "445", "446", "447", "448", "449", "450", "451", "501", "502", "503", "504", "511", "565", "999",
    "1O1", "12",
];

/// What each field may hold, sound values first.
const VALUES: &[(Field, &[&str])] = &[
    (Field::Centre, &["", "24505105", "24505106", "2450510"]),
    (
        Field::CandidateNo,
        &["", "001", "499", "500", "000", "801", "899", "800", "900", "7", "24505105007", "24505106007", "2450510500A"],
    ),
    (Field::Name, &["KIPTOO PETER", "NG’ANG’A MARY", "NJERŨ", "", "AKINYI 2", "A_B C", "OTIENO-OMONDI J."]),
    (Field::Gender, &["M", "F", "", "X"]),
    (Field::YearOfBirth, &["2008", "2012", "2013", "1956", "1955", "2026", "2030", "", "20080", "8", "2OO8"]),
    (
        Field::BirthCertificateNo,
        &["4532187", "12/3456-A", "", "0000000", "453", "A45", "a4532187", "1234567890123", "NIL", "77A77"],
    ),
    (Field::Citizenship, &["C", "N", "", "K"]),
    (Field::EntryCode, &["1", "1", "2", "3", "", "4"]),
    (Field::Qualification, &["KCPE", "FOREIGN", "CPE", "KCE", "EACE", "", "KCSE"]),
    (Field::QualifyingIndex, &["24505101017", "245051017", "2450510101", "", "2450510101X"]),
    (
        Field::QualifyingYear,
        &["2022", "2023", "2011", "2012", "1984", "1985", "1964", "1963", "2024", "2025", "2026", "2030", "", "2O22"],
    ),
    (Field::QualifyingTestYear, &["", "2025", "2026", "2020", "yes"]),
    (Field::EquationYear, &["2025", "2026", "2020", ""]),
    (Field::Country, &["Uganda", ""]),
    (Field::PassportNo, &["A1234567", ""]),
    (Field::PrimaryYears, &["8", "7", "", "seven", "6"]),
    (Field::IdDocument, &["12345678", ""]),
    (Field::WaitingCard, &["", "W123"]),
    (
        Field::SpecialNeeds,
        &["", "BLIND", "HEARING", "BLIND HEARING", "LOW_VISION", "PHYSICAL,MENTAL", "DEAF", "HEARING; OTHER"],
    ),
    (Field::LastKcseIndex, &["", "24505101017"]),
    (Field::LastKcseYear, &["", "2025", "2026", "2023", "2022", "2O23"]),
    (
        Field::LastKcseSubjects,
        &["", "101 102 121 231 233 311 443", "101 102 121 231 232 233 312 565 451", "443,501,999"],
    ),
];

/// A clean entry in which some fields were thrown for.
pub(crate) fn random_draft(dice: &mut Dice) -> Draft {
    let mut draft = clean();
    let rarity = [2, 4, 12][dice.roll(3)];
    for (field, values) in VALUES {
        if dice.one_in(rarity) {
            draft.set(*field, dice.pick(values));
        }
    }
    if dice.one_in(4) {
        draft.set(Field::EntryCode, dice.pick(&["2", "3"]));
        draft.set(Field::LastKcseSubjects, dice.pick(LISTS));
    }
    if dice.one_in(2) {
        draft.set(Field::Subjects, random_subjects(dice));
    }
    draft
}

fn random_subjects(dice: &mut Dice) -> String {
    let mut text = dice.pick(LISTS).to_owned();
    for _ in 0..dice.roll(4) {
        if dice.one_in(3) {
            text = text.replacen(dice.pick(CODES), dice.pick(&["", "121", "122"]), 1);
        } else {
            text = format!("{text} {}", dice.pick(CODES));
        }
    }
    text
}

fn random_held(dice: &mut Dice) -> Option<Held> {
    if dice.one_in(2) {
        return None;
    }
    let picture = Photo::Picture {
        width: [300, 300, 301][dice.roll(3)],
        height: [300, 300, 299][dice.roll(3)],
        grey: dice.one_in(4),
        repeated: dice.one_in(4),
    };
    let photo = [Photo::Missing, Photo::Unreadable, picture, picture][dice.roll(4)];
    let present = Paper::ALL.into_iter().filter(|_| !dice.one_in(5));
    Some(Held { photo, papers: present.fold(Papers::default(), Papers::with) })
}

struct Thrown {
    draft: Draft,
    centre: &'static str,
    kind: CentreKind,
    offered: Option<&'static str>,
    clearance: bool,
    shared: Shared,
    held: Option<Held>,
}

fn throw(dice: &mut Dice) -> Thrown {
    Thrown {
        draft: random_draft(dice),
        centre: dice.pick(&["24505105", "24505105", "24505106", ""]),
        kind: CentreKind::ALL[dice.roll(4)],
        offered: [None, None, Some("101 102 121 231 232 233 311 312 443 565")][dice.roll(3)],
        clearance: dice.one_in(2),
        shared: Shared {
            birth_certificate: dice.one_in(9),
            qualification: dice.one_in(9),
            number: dice.one_in(9),
            exhausted: dice.one_in(9),
        },
        held: random_held(dice),
    }
}

impl Thrown {
    /// The rules that fire and the fee, by the crate.
    fn judged(&self, pack: &Pack) -> (BTreeSet<&'static str>, Option<(&'static str, u32)>) {
        let offered = self.offered.map(|codes| pack.subjects().set(codes));
        let centre = Centre { kind: self.kind, offered, clearance: self.clearance };
        let fields = self.draft.fields();
        let entry = Entry::read(pack, self.centre, &fields);
        let mut findings = Vec::new();
        judge(&Case { pack, centre: &centre, entry: &entry, shared: self.shared, held: self.held }, &mut findings);
        let ids: BTreeSet<_> = findings.iter().map(|finding| finding.rule.id()).collect();
        assert_eq!(ids.len(), findings.len(), "a rule fired twice on {:?}", self.draft);
        (ids, Fee::of(pack, self.kind, &entry).map(|fee| (fee.payer.name(), fee.total.0)))
    }

    /// The same, by the reference.
    fn expected(&self, year: i64) -> (BTreeSet<&'static str>, Option<(&'static str, u32)>) {
        let question = Question {
            year,
            centre: self.centre,
            kind: self.kind.name(),
            offered: self.offered.map(|codes| codes.split(' ').collect()),
            clearance: self.clearance,
            shared: self.shared,
            held: self.held,
            entry: &self.draft,
        };
        (question.answer(), question.fee())
    }
}

#[test]
fn the_rules_and_the_fees_agree_with_the_reference_on_random_entries_and_every_rule_fires() {
    let packs = [2026, 2027].map(|year| (i64::from(year), Pack::bundled(year).unwrap()));
    let mut dice = Dice(2026);
    let mut fired = BTreeSet::new();
    for _ in 0..20_000 {
        let (year, pack) = &packs[dice.roll(2)];
        let thrown = throw(&mut dice);
        let (judged, expected) = (thrown.judged(pack), thrown.expected(*year));
        assert_eq!(judged, expected, "{year} {:?} {:?}", thrown.kind, thrown.draft);
        fired.extend(judged.0);
    }
    let silent = Rule::ALL.iter().filter(|rule| rule.scope() != Scope::Centre && !fired.contains(rule.id()));
    assert_eq!(silent.map(|rule| rule.id()).collect::<Vec<_>>(), [""; 0]);
}
