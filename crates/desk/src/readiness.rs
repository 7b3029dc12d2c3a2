//! What is left before a centre is ready: the six conditions of 2.3.12 for each candidate and for the centre, and the
//! findings behind them. Owns the counting; the conditions and every verdict are the rules'.

use std::collections::BTreeMap;

use regulations::{Condition, Finding, Payer, Rule, Severity};

use crate::judgement::{Judged, Judgement};

/// The conditions a candidate meets.
#[must_use]
pub fn checklist(judgement: &Judgement, judged: &Judged) -> BTreeMap<Condition, bool> {
    let open =
        |condition, finding: &Finding| finding.severity == Severity::Error && Condition::of(finding.rule) == condition;
    let met = |condition| {
        let own = !judged.findings.iter().any(|finding| open(condition, finding));
        let centre = !judgement.findings.iter().any(|finding| open(condition, finding));
        match condition {
            Condition::Fees if judged.fee.is_some_and(|fee| fee.payer == Payer::State) => true,
            Condition::Roll | Condition::Fees | Condition::Documents => own && centre,
            Condition::Requirements | Condition::Details | Condition::Photograph => own,
        }
    };
    Condition::ALL.into_iter().map(|condition| (condition, met(condition))).collect()
}

/// One thing left to do, with how many candidates it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The rule.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// Candidates concerned; none for the centre as a whole.
    pub candidates: Vec<usize>,
    /// One of its findings, to be put in words.
    pub finding: Finding,
}

/// What is left before a centre is ready.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// Candidates on the roll.
    pub candidates: usize,
    /// Those with nothing left for their entry.
    pub ready: usize,
    /// Those who meet all six conditions of 2.3.12.
    pub duly_registered: usize,
    /// By condition: candidates who meet it.
    pub conditions: BTreeMap<Condition, usize>,
    /// What is left, errors first, then by how many it concerns.
    pub left: Vec<Left>,
}

/// Gathers what is left.
#[must_use]
pub fn readiness(judgement: &Judgement) -> Readiness {
    let checklists: Vec<_> = judgement.candidates.iter().map(|judged| checklist(judgement, judged)).collect();
    let meeting = |condition| checklists.iter().filter(|list| list[&condition]).count();
    Readiness {
        candidates: judgement.candidates.len(),
        ready: judgement.candidates.iter().filter(|judged| judged.is_ready()).count(),
        duly_registered: checklists.iter().filter(|list| list.values().all(|met| *met)).count(),
        conditions: Condition::ALL.into_iter().map(|condition| (condition, meeting(condition))).collect(),
        left: left(judgement),
    }
}

fn left(judgement: &Judgement) -> Vec<Left> {
    let mut left: Vec<Left> = Vec::new();
    let own = judgement.candidates.iter().enumerate();
    let own = own.flat_map(|(place, judged)| judged.findings.iter().map(move |finding| (Some(place), finding)));
    for (place, finding) in own.chain(judgement.findings.iter().map(|finding| (None, finding))) {
        match left.iter_mut().find(|left| left.rule == finding.rule && left.severity == finding.severity) {
            Some(known) => known.candidates.extend(place),
            None => left.push(Left {
                rule: finding.rule,
                severity: finding.severity,
                candidates: place.into_iter().collect(),
                finding: *finding,
            }),
        }
    }
    left.sort_by_key(|left| (std::cmp::Reverse((left.severity, left.candidates.len())), left.rule));
    left
}

impl Readiness {
    /// Whether nothing is left that must be done.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.left.iter().all(|left| left.severity == Severity::Notice)
    }
}
