//! One candidate as a row and as a form show them. Owns the shape; what is wrong and what is owed is the rules'.

use std::collections::{BTreeMap, BTreeSet};

use desk::judgement::Judged;
use register::{Candidate, CandidateId, Standing};
use regulations::{CentreCode, Fee, Field, Finding, IndexNumber, Needs, Paper, Payer};
use serde::Serialize;
use ts_rs::TS;

use super::said::Said;
use crate::view::FindingView;

/// A candidate.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "CandidateRow")]
pub(crate) struct Row {
    /// For ever theirs.
    pub(crate) id: String,
    /// The eleven digits, where centre and number are what they should be.
    index: Option<String>,
    /// Values by the fields' names; what is not given is left out.
    #[ts(type = "Record<string, string>")]
    fields: BTreeMap<&'static str, String>,
    /// `entered`, `withdrawn` or `moved`.
    standing: &'static str,
    /// Why they were withdrawn, or the centre they moved to.
    because: Option<String>,
    /// The centre that they came from.
    came_from: Option<String>,
    /// The name of the photograph.
    photograph: Option<String>,
    /// Whether they signed the nominal roll.
    signed: bool,
    /// Special needs papers on record.
    papers: Vec<&'static str>,
    /// Those that the declared needs ask for.
    papers_asked: Vec<&'static str>,
    /// What is wrong, acknowledged warnings left out.
    findings: Vec<FindingView>,
    /// Warnings that stand, with the reason.
    acknowledged: Vec<Acknowledged>,
    /// The fee, where it can be known.
    fee: Option<FeeParts>,
    /// Whether all that was written here of them is at KNEC.
    sent: bool,
}

/// A warning that stands.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "WarningAcknowledged")]
pub(crate) struct Acknowledged {
    /// The warning.
    finding: FindingView,
    /// Why it stands.
    reason: String,
    /// Who said so.
    actor: String,
    /// When, in milliseconds.
    at: i64,
}

/// A fee with its parts, in Kenya shillings.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub(crate) struct FeeParts {
    /// In all.
    total: u32,
    /// Whether the state pays.
    state: bool,
    /// The basic fee.
    basic: u32,
    /// How many subjects are paid for.
    subjects_entered: u32,
    /// All subjects together.
    subjects: u32,
    /// What single subjects ask for beside.
    components: Vec<FeeComponent>,
}

/// What a subject asks for beside its fee.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub(crate) struct FeeComponent {
    /// The subject's code.
    subject: String,
    /// Its name.
    name: String,
    /// `project`, `practical` or `oral`.
    component: &'static str,
    /// The amount.
    amount: u32,
}

/// The row of a candidate on the roll.
pub(crate) fn judged(said: &mut Said<'_>, code: &str, unsent: &BTreeSet<CandidateId>, judged: &Judged) -> Row {
    let findings = judged.findings.iter().map(|found| said.finding(found, &judged.fixes)).collect();
    let acknowledged = judged.acknowledged.iter().filter_map(|found| acknowledged(said, &judged.candidate, found));
    Row {
        findings,
        acknowledged: acknowledged.collect(),
        fee: judged.fee.map(|fee| fee_parts(said, &fee)),
        ..plain(said, code, unsent, &judged.candidate)
    }
}

/// The row of a candidate who is not on the roll, and so is not judged.
pub(crate) fn plain(said: &Said<'_>, code: &str, unsent: &BTreeSet<CandidateId>, candidate: &Candidate) -> Row {
    let given = Field::ALL.into_iter().map(|field| (field.name(), candidate.draft.get(field)));
    let (standing, because) = match &candidate.standing {
        Standing::Entered => ("entered", None),
        Standing::Withdrawn { reason } => ("withdrawn", Some(reason.clone())),
        Standing::Moved { to } => ("moved", Some(to.clone())),
    };
    Row {
        id: candidate.id.to_string(),
        index: index(code, candidate),
        fields: given.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.to_owned())).collect(),
        standing,
        because,
        came_from: candidate.came_from.clone(),
        photograph: candidate.photograph.map(|hash| hash.to_string()),
        signed: candidate.signed,
        papers: candidate.papers.iter().map(|paper| paper.name()).collect(),
        papers_asked: papers_asked(said, candidate),
        findings: Vec::new(),
        acknowledged: Vec::new(),
        fee: None,
        sent: !unsent.contains(&candidate.id),
    }
}

fn index(code: &str, candidate: &Candidate) -> Option<String> {
    let index = IndexNumber { centre: CentreCode::parse(code).ok()?, candidate: candidate.number()? };
    Some(index.to_string())
}

fn papers_asked(said: &Said<'_>, candidate: &Candidate) -> Vec<&'static str> {
    let pack = &said.desk().book().pack;
    let needs = Needs::read(pack, candidate.draft.get(Field::SpecialNeeds));
    needs.papers(pack).iter().map(Paper::name).collect()
}

pub(crate) fn acknowledged(said: &mut Said<'_>, candidate: &Candidate, found: &Finding) -> Option<Acknowledged> {
    let given = candidate.acknowledged.iter().find(|given| given.rule == found.rule.id())?;
    let (reason, actor, at) = (given.reason.clone(), given.actor.clone(), given.at.0);
    Some(Acknowledged { finding: said.finding(found, &[]), reason, actor, at })
}

pub(crate) fn fee_parts(said: &Said<'_>, fee: &Fee) -> FeeParts {
    let components = fee.components(&said.desk().book().pack).map(|one| FeeComponent {
        subject: one.subject.code.clone(),
        name: one.subject.name.clone(),
        component: one.component.name(),
        amount: one.amount.0,
    });
    FeeParts {
        total: fee.total.0,
        state: fee.payer == Payer::State,
        basic: fee.basic.0,
        subjects_entered: fee.subjects_entered,
        subjects: fee.subjects.0,
        components: components.collect(),
    }
}
