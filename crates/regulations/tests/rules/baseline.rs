//! A clean entry to vary, and the judging of a variation written as `field=value; ...`.

use std::sync::LazyLock;

use regulations::{
    Case, Centre, CentreCase, CentreKind, Draft, Entry, Field, Finding, Held, Pack, Paper, Papers, Photo, Shared,
    Shillings, judge, judge_centre, rules::Deposit,
};

/// The packs of 2026 and the years after it.
static PACKS: LazyLock<[Pack; 4]> = LazyLock::new(|| [2026, 2027, 2028, 2029].map(|year| Pack::bundled(year).unwrap()));

/// A school candidate of 2026 with nothing wrong.
pub(crate) fn clean() -> Draft {
    Draft::with([
        (Field::CandidateNo, "001"),
        (Field::Name, "AKINYI JANE OTIENO"),
        (Field::Gender, "F"),
        (Field::YearOfBirth, "2008"),
        (Field::BirthCertificateNo, "4532187"),
        (Field::Citizenship, "C"),
        (Field::EntryCode, "1"),
        (Field::Qualification, "KCPE"),
        (Field::QualifyingIndex, "24505101017"),
        (Field::QualifyingYear, "2022"),
        (Field::Subjects, "101 102 121 231 233 311 443"),
    ])
}

/// The findings of a variation. Besides fields it may set `exam` (year), `file_centre`, `kind`, `offered`, `clearance=yes`,
/// `shared=birth-certificate|qualification|number|exhausted`, `papers` (names), `photo_held=missing|unreadable|
/// grey|repeated|WIDTHxHEIGHT`; and for a centre `code`, `candidates`, `exhausted=yes`, `signed=yes|no`,
/// `slips=Bank:amount,...`, `owed`, `today`, `closes`, `returned=yes|no`.
pub(crate) fn vary(variation: &str) -> Vec<Finding> {
    let mut draft = clean();
    let mut settings = Vec::new();
    for part in variation.split("; ").map(str::trim).filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or_else(|| panic!("`{part}` is not key=value"));
        match Field::named(key.trim()) {
            Some(field) => draft.set(field, value.trim()),
            None => settings.push((key.trim(), value.trim())),
        }
    }
    let setting = |key: &str| settings.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
    let known = [
        "exam",
        "file_centre",
        "kind",
        "offered",
        "clearance",
        "shared",
        "papers",
        "photo_held",
        "code",
        "candidates",
        "exhausted",
        "signed",
        "slips",
        "owed",
        "today",
        "closes",
        "returned",
    ];
    for (key, _) in &settings {
        assert!(known.contains(key), "unknown setting `{key}`");
    }
    let pack = &PACKS[setting("exam").map_or(0, |year| year.parse::<usize>().unwrap() - 2026)];
    let mut findings = Vec::new();
    judge_candidate(pack, &draft, setting, &mut findings);
    judge_its_centre(pack, setting, &mut findings);
    findings
}

fn judge_candidate<'a>(
    pack: &Pack,
    draft: &Draft,
    setting: impl Fn(&str) -> Option<&'a str>,
    findings: &mut Vec<Finding>,
) {
    let centre = Centre {
        kind: setting("kind").map_or(CentreKind::School, |kind| CentreKind::named(kind).unwrap()),
        offered: setting("offered").map(|codes| pack.subjects().set(codes)),
        clearance: setting("clearance") == Some("yes"),
    };
    let shared = setting("shared").unwrap_or("");
    let shared = Shared {
        birth_certificate: shared.contains("birth-certificate"),
        qualification: shared.contains("qualification"),
        number: shared.contains("number"),
        exhausted: shared.contains("exhausted"),
    };
    let papers = setting("papers").map(|names| {
        names.split([' ', ',']).filter(|n| !n.is_empty()).fold(Papers::default(), |papers, name| {
            papers.with(Paper::named(name).unwrap_or_else(|| panic!("no paper `{name}`")))
        })
    });
    let photo = setting("photo_held").map(photo_of);
    let held = (papers.is_some() || photo.is_some()).then(|| Held {
        photo: photo.unwrap_or(Photo::Picture { width: 300, height: 300, grey: false, repeated: false }),
        papers: papers.unwrap_or_default(),
    });
    let fields = draft.fields();
    let entry = Entry::read(pack, setting("file_centre").unwrap_or("24505105"), &fields);
    judge(&Case { pack, centre: &centre, entry: &entry, shared, held }, findings);
}

fn photo_of(text: &str) -> Photo {
    let (mut width, mut height) = (300, 300);
    match text {
        "missing" => return Photo::Missing,
        "unreadable" => return Photo::Unreadable,
        size if size.contains('x') => {
            let (w, h) = size.split_once('x').unwrap();
            (width, height) = (w.parse().unwrap(), h.parse().unwrap());
        }
        _ => {}
    }
    Photo::Picture { width, height, grey: text == "grey", repeated: text == "repeated" }
}

fn judge_its_centre<'a>(pack: &Pack, setting: impl Fn(&str) -> Option<&'a str>, findings: &mut Vec<Finding>) {
    let yes = |key: &str| setting(key).map(|value| value == "yes");
    let slips: Option<Vec<Deposit<'_>>> = setting("slips").map(|slips| {
        slips
            .split(',')
            .filter(|slip| !slip.is_empty())
            .map(|slip| {
                let (bank, amount) = slip.split_once(':').unwrap();
                Deposit { bank, amount: Shillings(amount.parse().unwrap()) }
            })
            .collect()
    });
    let owed = Shillings(setting("owed").map_or(0, |owed| owed.parse().unwrap()));
    let case = CentreCase {
        code: setting("code").unwrap_or("24505105"),
        kind: setting("kind").map_or(CentreKind::School, |kind| CentreKind::named(kind).unwrap()),
        candidates: setting("candidates").map_or(40, |count| count.parse().unwrap()),
        exhausted: setting("exhausted") == Some("yes"),
        signed: yes("signed"),
        deposits: slips.as_deref().map(|slips| (slips, owed)),
        window: setting("today").zip(setting("closes")),
        returned: yes("returned"),
    };
    judge_centre(pack, &case, findings);
}

#[test]
fn the_baseline_has_nothing_wrong() {
    assert_eq!(vary(""), []);
}
