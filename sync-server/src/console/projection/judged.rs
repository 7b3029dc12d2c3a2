//! What the rules say of a candidate as the council's log has them. Owns which numbers and pictures others of the register
//! bear too, and what is known of a photograph and papers; refuses rules of its own.

use std::collections::BTreeSet;

use regulations::{
    Case, Centre, CentreKind, Draft, Entry, Fee, Field, Finding, Held, Pack, Paper, Papers, Photo, Severity, Shared,
    judge,
};
use sync::CandidateId;

use super::made::Values;

/// Numbers and pictures that more than one of the register bears.
pub(crate) struct SharedPapers {
    certificates: BTreeSet<String>,
    qualifications: BTreeSet<String>,
    numbers: BTreeSet<String>,
    photographs: BTreeSet<String>,
}

impl SharedPapers {
    pub(crate) fn of(all: &[(CandidateId, Values<'_>)]) -> SharedPapers {
        let repeated = |key: &dyn Fn(&Values<'_>) -> Option<String>| {
            let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
            for key in all.iter().filter(|(_, values)| is_entered(values)).filter_map(|(_, values)| key(values)) {
                if !seen.insert(key.clone()) {
                    twice.insert(key);
                }
            }
            twice
        };
        let of = |field: &'static str| move |values: &Values<'_>| values.get(field).map(|value| (*value).to_owned());
        SharedPapers {
            certificates: repeated(&of("birth_certificate_no")),
            qualifications: repeated(&qualification),
            numbers: repeated(&of("candidate_no")),
            photographs: repeated(&of("photograph")),
        }
    }

    fn shared(&self, values: &Values<'_>) -> Shared {
        let has = |set: &BTreeSet<String>, field: &str| values.get(field).is_some_and(|value| set.contains(*value));
        Shared {
            birth_certificate: has(&self.certificates, "birth_certificate_no"),
            qualification: qualification(values).is_some_and(|key| self.qualifications.contains(&key)),
            number: has(&self.numbers, "candidate_no"),
            exhausted: false,
        }
    }
}

fn qualification(values: &Values<'_>) -> Option<String> {
    let get = |field: &str| values.get(field).copied();
    let (kind, index) = (get("qualification")?, get("qualifying_index")?);
    Some(format!("{kind} {index} {}", get("qualifying_year").unwrap_or_default()))
}

pub(super) fn is_entered(values: &Values<'_>) -> bool {
    values.get("state").copied() == Some("entered")
}

/// A centre as the rules look at it.
pub(crate) fn centre_of(pack: &Pack, values: &Values<'_>) -> Centre {
    Centre {
        kind: values.get("kind").and_then(|kind| CentreKind::named(kind)).unwrap_or_default(),
        offered: values.get("offered").map(|codes| pack.subjects().set(codes)),
        clearance: values.contains_key("clearance"),
    }
}

/// What the rules say of a candidate.
pub(crate) struct Judged {
    pub(crate) findings: Vec<Finding>,
    pub(crate) fee: Option<Fee>,
}

impl Judged {
    pub(crate) fn of(pack: &Pack, centre: &Centre, values: &Values<'_>, shared: &SharedPapers) -> Judged {
        let mut draft = Draft::default();
        for (field, value) in values {
            if let Some(field) = Field::named(field) {
                draft.set(field, *value);
            }
        }
        let fields = draft.fields();
        let entry = Entry::read(pack, "", &fields);
        let mut findings = Vec::new();
        if is_entered(values) {
            let held = Held { photo: photo(values, shared), papers: papers(values) };
            let case = Case { pack, centre, entry: &entry, shared: shared.shared(values), held: Some(held) };
            judge(&case, &mut findings);
        }
        Judged { findings, fee: Fee::of(pack, centre.kind, &entry) }
    }

    pub(crate) fn errors(&self) -> u32 {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count() as u32
    }
}

/// The desk made the picture as the rules ask: only that it is there, and whose, is known here.
fn photo(values: &Values<'_>, shared: &SharedPapers) -> Photo {
    match values.get("photograph") {
        None => Photo::Missing,
        Some(hash) => {
            Photo::Picture { width: 300, height: 300, grey: false, repeated: shared.photographs.contains(*hash) }
        }
    }
}

fn papers(values: &Values<'_>) -> Papers {
    let given = Paper::ALL.into_iter().filter(|paper| values.contains_key(format!("paper.{}", paper.name()).as_str()));
    given.fold(Papers::default(), Papers::with)
}
