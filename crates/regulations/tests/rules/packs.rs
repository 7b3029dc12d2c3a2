//! A circular or a new pack changes data and nothing else; one that is broken is refused with the place named, and
//! whatever is accepted judges without a panic.

use std::sync::LazyLock;

use proptest::prelude::*;
use regulations::rules::Deposit;
use regulations::{
    Case, Centre, CentreCase, CentreKind, Draft, Entry, Fee, Field, Finding, Held, Messages, Pack, PackError, Papers,
    Payer, Photo, Rule, Shared, Shillings, Slots, judge, judge_centre,
};

use crate::baseline::clean;
use crate::random::{Dice, random_draft};

const FLAT_FEE: &str = include_str!("packs/flat-fee.toml");
const DATES: &str = include_str!("packs/dates.toml");
const CENTRES: &str = include_str!("packs/centres.toml");
const NEXT_YEAR: &str = include_str!("packs/next-year.toml");
const SUBJECTS: &str = include_str!("../../packs/kcse/2026/subjects.toml");

fn with(circulars: &[&str]) -> Pack {
    Pack::with_circulars(2026, circulars).unwrap()
}

/// The pack of 2027 as a whole: the subjects of 2026 with the new one among them, and what else changes.
fn next_year() -> Pack {
    let (before, sets) = SUBJECTS.split_once("[sets]").unwrap();
    let (head, changes) = NEXT_YEAR.split_once("[[subjects]]").unwrap();
    let (subject, changes) = changes.split_once("[sets]").unwrap();
    let subjects = format!("{head}\n{before}\n[[subjects]]{subject}\n[sets]{sets}");
    Pack::with_circulars(2027, &[&subjects, &format!("[sets]{changes}")]).unwrap()
}

fn fee(pack: &Pack, kind: CentreKind, code: &str, subjects: &str) -> Fee {
    let draft = Draft::with([(Field::EntryCode, code), (Field::Citizenship, "C"), (Field::Subjects, subjects)]);
    let fields = draft.fields();
    Fee::of(pack, kind, &Entry::read(pack, "24505105", &fields)).unwrap()
}

/// The rules that fire on the clean entry with these changes and a photograph of the size given.
fn fired(pack: &Pack, changes: &[(Field, &str)], size: u32) -> Vec<Rule> {
    let mut draft = clean();
    for (field, value) in changes {
        draft.set(*field, *value);
    }
    let mut findings = Vec::new();
    judge_draft(pack, &draft, size, &mut findings);
    findings.iter().map(|finding| finding.rule).collect()
}

fn judge_draft(pack: &Pack, draft: &Draft, size: u32, findings: &mut Vec<Finding>) {
    let fields = draft.fields();
    let entry = Entry::read(pack, "24505105", &fields);
    let photo = Photo::Picture { width: size, height: size, grey: false, repeated: false };
    let held = Some(Held { photo, papers: Papers::default() });
    let shared = Shared::default();
    judge(&Case { pack, centre: &Centre::default(), entry: &entry, shared, held }, findings);
}

fn centre_fires(pack: &Pack, rule: Rule, case: &CentreCase<'_>) -> bool {
    let mut findings = Vec::new();
    judge_centre(pack, case, &mut findings);
    findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn a_circular_makes_the_fee_of_those_who_pay_themselves_flat() {
    let pack = with(&[FLAT_FEE]);
    for (kind, code, subjects) in [
        (CentreKind::Private, "1", "101 102 121 231 233 311 450"),
        (CentreKind::School, "2", "101 102 121 231 233 311 443"),
        (CentreKind::School, "3", "501"),
    ] {
        let fee = fee(&pack, kind, code, subjects);
        assert_eq!((fee.payer, fee.total), (Payer::Candidate, Shillings(7_200)));
        assert_eq!(fee.components(&pack).count(), 0);
    }
    let state = fee(&pack, CentreKind::School, "1", "101 102 121 231 233 311 443");
    assert_eq!((state.payer, state.total), (Payer::State, Shillings(5_200)));
    assert_eq!(pack.data().fees.others.late_scores.value, Shillings(500));
    assert_eq!(pack.data().fees.candidate.basic.source, "Circular on fees, 1");
}

#[test]
fn a_circular_announces_the_dates() {
    assert_eq!(with(&[]).data().calendar.closes.value, None);
    let pack = with(&[DATES]);
    let closes = pack.data().calendar.closes.value.as_deref().unwrap();
    for (today, closed) in [("2026-03-20", false), ("2026-03-21", true)] {
        let case =
            CentreCase { code: "24505105", candidates: 40, window: Some((today, closes)), ..CentreCase::default() };
        assert_eq!(centre_fires(&pack, Rule::WindowClosed, &case), closed, "{today}");
    }
}

#[test]
fn a_circular_changes_the_hosting_threshold_and_the_range_of_numbers() {
    let pack = with(&[CENTRES]);
    for (candidates, few) in [(9, true), (10, false)] {
        let case = CentreCase { code: "24505105", candidates, ..CentreCase::default() };
        assert_eq!(centre_fires(&pack, Rule::CentreTooFew, &case), few);
    }
    for (number, outside) in [("500", false), ("799", false), ("800", true)] {
        let rules = fired(&pack, &[(Field::CandidateNo, number)], 300);
        assert_eq!(rules, if outside { vec![Rule::IndexRange] } else { vec![] }, "{number}");
    }
}

#[test]
fn circulars_are_laid_one_over_the_other_and_all_are_named() {
    let pack = with(&[
        FLAT_FEE,
        DATES,
        "circulars = [\"Last\"]\n[fees.candidate]\nbasic = { value = 8000, source = \"Last\" }",
    ]);
    assert_eq!(pack.data().circulars, ["Circular on fees", "Circular on dates", "Last"]);
    assert_eq!(fee(&pack, CentreKind::School, "3", "101").total, Shillings(8_000));
}

#[test]
fn the_circular_of_the_how_to_is_one() {
    let page = include_str!("../../../../docs/how-to-add-a-pack-or-circular.md");
    let example = page.split("```toml").nth(1).unwrap().split("```").next().unwrap();
    let unindented = example.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
    assert_eq!(fee(&with(&[&unindented]), CentreKind::School, "3", "450").total, Shillings(7_200));
}

#[test]
fn next_years_pack_changes_the_judgements_by_its_data_alone() {
    let pack = next_year();
    let six = [(Field::Subjects, "101 102 121 231 451 311"), (Field::QualifyingYear, "2023")];
    assert_eq!(fired(&pack, &six, 600), []);
    let many = [(Field::Subjects, "101 102 121 231 232 233 311 312 565")];
    assert_eq!(fired(&pack, &many, 300), [Rule::PhotoSize, Rule::SubjectsTooMany]);
    let theatre = fee(&pack, CentreKind::School, "1", "512");
    assert_eq!(theatre.total, Shillings(2_200 + 400 + 300));
    assert_eq!(pack.subjects().get("512").unwrap().name, "Theatre");
    let slips = [Deposit { bank: "Bank of Examples", amount: Shillings(1) }];
    let case = CentreCase { code: "24505105", deposits: Some((&slips, Shillings(1))), ..CentreCase::default() };
    assert!(!centre_fires(&pack, Rule::BankUnknown, &case) && centre_fires(&with(&[]), Rule::BankUnknown, &case));
}

#[test]
fn a_pack_holds_for_its_year_and_for_later_years_until_a_newer_one() {
    for year in [2026, 2027, 2031] {
        let pack = Pack::bundled(year).unwrap();
        assert_eq!((pack.year(), pack.data().year), (i32::from(year), 2026));
    }
}

#[test]
fn a_broken_circular_is_refused_and_the_place_is_named() {
    let cases = [
        ("[fees", "circular 2"),
        ("[fees.candidate]\nbasic = { value = -1, source = \"x\" }", "fees.candidate.basic"),
        ("[fees.candidate]\nbasic = { value = 2000000, source = \"x\" }", "fees.candidate.basic"),
        ("[fees.candidate]\nbasic = 7200", "fees.candidate.basic"),
        ("[fees.candidate]\nbasis = { value = 7200, source = \"x\" }", "basis"),
        ("[[fees.components]]\namount = 300\nsubjects = [\"101\"]\nsource = \"x\"", "fees.components"),
        ("[[fees.components]]\namount = 300\nsubjects = [\"777\"]\nsource = \"x\"", "777"),
        ("[numbers]\nwhole = { first = 1, last = 801, source = \"x\" }", "numbers"),
        ("[numbers]\nwhole = { first = 9, last = 8, source = \"x\" }", "numbers"),
        ("[numbers]\nwhole = { first = 0, last = 8, source = \"x\" }", "numbers"),
        ("[numbers]\npartial = { first = 801, last = 1000, source = \"x\" }", "numbers"),
        ("[sets]\nsciences = [\"physics\"]", "physics"),
        ("[sets]\nsciences = [\"sciences\"]", "sciences"),
        ("[sets]\nsciences = [\"humanities\"]\nhumanities = [\"sciences\"]", "sciences"),
        ("[entry]\nminimum_subjects = { value = 10, source = \"x\" }", "entry"),
        ("[entry]\nmaximum_subjects = { value = 1000, source = \"x\" }", "entry"),
        ("[qualifying_test]\nyears_before = { value = -2147483648, source = \"x\" }", "qualifying_test.years_before"),
        ("[secondary]\nleast_difference = { value = 2147483647, source = \"x\" }", "secondary.least_difference"),
        ("[calendar]\ncloses = { value = \"31 March\", source = \"x\" }", "calendar.closes"),
        ("[calendar]\ncloses = { value = \"2026-13-01\", source = \"x\" }", "calendar.closes"),
        (
            "[calendar]\nopens = { value = \"2026-04-01\", source = \"x\" }\ncloses = { value = \"2026-03-01\", source = \"x\" }",
            "calendar",
        ),
        ("[counties]\n\"7\" = { name = \"Nowhere\", third_digit = 1 }", "counties.7"),
        ("[counties]\n\"48\" = { name = \"Nowhere\", third_digit = 0 }", "counties.48"),
        (
            "[[special_needs]]\nid = \"X\"\npapers = [\"poem\"]\nname = { en = \"x\", sw = \"x\" }\nsource = \"x\"",
            "special_needs",
        ),
        ("[[subjects]]\ncode = \"10\"\nname = \"x\"\ngroup = \"I\"\nshort = []", "subjects"),
        ("pathways = []", "pathways"),
        ("year = \"2026\"", "year"),
    ];
    for (circular, place) in cases {
        let error = Pack::with_circulars(2026, &[DATES, circular]).unwrap_err().to_string();
        assert!(error.contains(place), "{circular}\n{error}");
    }
}

#[test]
fn sets_that_multiply_each_other_are_refused_in_no_time() {
    let levels: Vec<String> = (0..30).map(|i| format!("z{i} = [\"z{0}\", \"z{0}\", \"z{0}\"]", i + 1)).collect();
    let circular = format!("[sets]\nsciences = [\"z0\"]\n{}\nz30 = [\"231\"]", levels.join("\n"));
    assert!(matches!(Pack::with_circulars(2026, &[&circular]), Err(PackError::Broken { .. })));
}

#[test]
fn the_groups_are_the_manuals_and_every_pathway_can_be_filled() {
    let pack = with(&[]);
    let sizes: Vec<_> = ["I", "II", "III", "IV", "V"]
        .map(|group| pack.subjects().all().iter().filter(|subject| subject.group == group).count())
        .into();
    assert_eq!(sizes, [4, 5, 5, 11, 6]);
    assert_eq!(pack.pathways().iter().map(|pathway| pathway.id.as_str()).collect::<Vec<_>>(), ["A", "B", "BLIND"]);
}

const FILES: [&str; 6] = [
    include_str!("../../packs/kcse/2026/pack.toml"),
    SUBJECTS,
    include_str!("../../packs/kcse/2026/pathways.toml"),
    include_str!("../../packs/kcse/2026/candidates.toml"),
    include_str!("../../packs/kcse/2026/fees.toml"),
    include_str!("../../packs/kcse/2026/centres.toml"),
];

const SNIPPETS: [&str; 16] =
    ["", "0", "9", "-", "\"", "[", "]", "=", "\n", "99999999999", "2147483647", "\"101\"", "III", "true", "value", "é"];

/// A file of the pack with a few places overwritten, at the boundaries of characters.
fn mutated(file: usize, cuts: &[(usize, usize, usize)]) -> String {
    let mut text: Vec<char> = FILES[file].chars().collect();
    for (at, length, snippet) in cuts {
        let at = at % (text.len() + 1);
        let end = (at + length).min(text.len());
        text.splice(at..end, SNIPPETS[*snippet].chars());
    }
    text.into_iter().collect()
}

/// A number of a file replaced by another, so that the result is still TOML.
fn renumbered(file: usize, which: usize, number: &str) -> String {
    let text = FILES[file];
    let digit = |i: usize| text.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    let starts: Vec<usize> = (1..text.len()).filter(|i| digit(*i) && !digit(i - 1)).collect();
    let start = starts.get(which % starts.len().max(1)).copied().unwrap_or(0);
    let end = (start..text.len()).find(|i| !digit(*i)).unwrap_or(text.len());
    format!("{}{number}{}", &text[..start], &text[end..])
}

static MESSAGES: LazyLock<Messages> = LazyLock::new(Messages::default);

/// Judges whatever a pack accepts: entries, fees, slots, a centre and the words.
fn exercise(circular: &str) {
    let Ok(pack) = Pack::with_circulars(2026, &[circular]) else { return };
    let (mut dice, messages) = (Dice(7), &*MESSAGES);
    for _ in 0..20 {
        let draft = random_draft(&mut dice);
        let mut findings = Vec::new();
        judge_draft(&pack, &draft, 300, &mut findings);
        let fields = draft.fields();
        let entry = Entry::read(&pack, "24505105", &fields);
        let _ = Fee::of(&pack, CentreKind::School, &entry).map(|fee| fee.components(&pack).count());
        let _ = Slots::of(&pack, &entry).map(|slots| slots.complete());
        let most = Deposit { bank: "", amount: Shillings(u32::MAX) };
        let deposits = [most, most];
        let case = CentreCase { deposits: Some((&deposits, Shillings(1))), ..CentreCase::default() };
        judge_centre(&pack, &case, &mut findings);
        for finding in findings {
            assert!(!messages.text(regulations::Language::En, &pack, &finding).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_damaged_pack_is_refused_or_judges_but_never_panics(
        file in 0..FILES.len(),
        cuts in proptest::collection::vec((0..6000_usize, 0..12_usize, 0..SNIPPETS.len()), 1..4),
    ) {
        exercise(&mutated(file, &cuts));
    }

    #[test]
    fn a_pack_with_another_number_is_refused_or_judges_but_never_panics(
        file in 0..FILES.len(),
        which in 0..400_usize,
        number in prop_oneof!["[0-9]{1,3}", Just("4294967295".to_owned()), Just("-2147483648".to_owned()), Just("65535".to_owned())],
    ) {
        exercise(&renumbered(file, which, &number));
    }
}
