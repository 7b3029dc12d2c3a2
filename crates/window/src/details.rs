//! The centre's details: what its documents bear, what its candidates are judged by, and what the rules say of the centre
//! as a whole. Owns which details a person writes here; what fees, signatures and the return lack is `approval`'s.

use desk::judgement::Judgement;
use desk::papers;
use register::{CentreField, Operation};
use regulations::{CentreCode, Condition, Field, Finding, Rule};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::view::{FindingView, finding};
use crate::window::Nothing;
use crate::{Event, Outcome, Problem, Window};

commands! {
    "centre.details" => details, (Nothing) -> Details;
    "centre.change" => change, (DetailChange) -> DetailSaved;
    "centre.acknowledge" => acknowledge, (CentreWarning) -> ();
    "centre.retract" => retract, (CentreWarningShown) -> ();
}

/// What a person writes, with the paragraph that asks for it.
const WRITTEN: [(CentreField, Option<&str>); 12] = [
    (CentreField::Name, Some("2.17.3")),
    (CentreField::County, None),
    (CentreField::SubCounty, None),
    (CentreField::HeadTeacher, None),
    (CentreField::HeadTeacherNo, None),
    (CentreField::HeadTeacherPhone, None),
    (CentreField::Address, None),
    (CentreField::Telephone, None),
    (CentreField::Email, None),
    (CentreField::Offered, Some("2.17.3")),
    (CentreField::Clearance, Some("2.8.4")),
    (CentreField::HostCentre, Some("2.3.8")),
];

/// The open register's centre.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreDetails")]
pub(crate) struct Details {
    pub(crate) fields: Vec<DetailView>,
    /// The subjects of the examination, with how many of the centre's candidates enter each.
    pub(crate) subjects: Vec<OfferedView>,
    /// What is wrong with the centre, or odd.
    pub(crate) findings: Vec<FindingView>,
    /// Warnings that somebody let stand.
    pub(crate) acknowledged: Vec<StandingView>,
}

/// A detail.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreDetail")]
pub(crate) struct DetailView {
    /// Its name, as `head_teacher`.
    pub(crate) name: &'static str,
    pub(crate) value: String,
    /// The paragraph that asks for it.
    pub(crate) paragraph: Option<&'static str>,
    /// Whether documents have a place for it that is blank.
    pub(crate) blank: bool,
    /// Whether what stands there cannot be right.
    pub(crate) wrong: bool,
}

/// A subject that a centre may offer.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreSubject")]
pub(crate) struct OfferedView {
    /// Three digits.
    pub(crate) code: String,
    pub(crate) name: String,
    /// Candidates on the roll who enter it.
    pub(crate) entered: usize,
}

/// A warning about the centre that stands.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CentreWarningStanding")]
pub(crate) struct StandingView {
    pub(crate) finding: FindingView,
    pub(crate) reason: String,
    pub(crate) actor: String,
    /// In milliseconds.
    pub(crate) at: f64,
}

/// A detail as it was typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CentreDetailChange")]
pub(crate) struct DetailChange {
    pub(crate) field: String,
    pub(crate) value: String,
    /// What stood there when the typing began, where it must not have become something else meanwhile.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) was: Option<String>,
}

/// When it was saved.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(rename = "CentreDetailSaved")]
pub(crate) struct DetailSaved {
    /// In milliseconds.
    pub(crate) at: f64,
}

/// A warning about the centre that is to stand.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct CentreWarning {
    pub(crate) rule: String,
    /// Never blank.
    pub(crate) reason: String,
}

/// A warning about the centre that is to be shown again.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct CentreWarningShown {
    pub(crate) rule: String,
}

fn details(window: &Window, _: Nothing) -> Outcome<Details> {
    let language = window.settings().language();
    window.reading(|at_work| {
        let judgement = at_work.judgement()?;
        let desk = &at_work.desk;
        let said = |found: &Finding| finding(desk, language, found, &[]);
        let standing = desk.register().read().centre_acknowledged()?.into_iter().filter_map(|one| {
            let finding = said(&Finding::plain(Rule::named(&one.rule)?));
            Some(StandingView { finding, reason: one.reason, actor: one.actor, at: one.at.0 as f64 })
        });
        Ok(Details {
            fields: WRITTEN.iter().map(|(field, paragraph)| detail(&judgement, *field, *paragraph)).collect(),
            subjects: subjects(at_work, &judgement),
            acknowledged: standing.collect(),
            findings: judgement.findings.iter().filter(|found| is_mended_here(found)).map(said).collect(),
        })
    })
}

fn detail(judgement: &Judgement, field: CentreField, paragraph: Option<&'static str>) -> DetailView {
    let value = judgement.centre.get(field).to_owned();
    let wrong = match field {
        CentreField::Name => value.is_empty(),
        CentreField::HostCentre => !value.is_empty() && CentreCode::parse(&value).is_err(),
        _ => false,
    };
    DetailView { name: field.name(), blank: papers::blanks(judgement).contains(&field), wrong, paragraph, value }
}

fn subjects(at_work: &AtWork, judgement: &Judgement) -> Vec<OfferedView> {
    let entered = |code: &str| {
        let enters = |subjects: &str| subjects.split([' ', ',', ';', '/']).any(|one| one == code);
        judgement.candidates.iter().filter(|judged| enters(judged.candidate.draft.get(Field::Subjects))).count()
    };
    let view = |subject: &regulations::Subject| OfferedView {
        code: subject.code.clone(),
        name: subject.name.clone(),
        entered: entered(&subject.code),
    };
    at_work.desk.book().pack.subjects().all().iter().map(view).collect()
}

/// What signatures, slips and papers lack is mended where those are.
fn is_mended_here(found: &Finding) -> bool {
    !matches!(Condition::of(found.rule), Condition::Roll | Condition::Fees | Condition::Documents)
}

fn change(window: &Window, typed: DetailChange) -> Outcome<DetailSaved> {
    let written = WRITTEN.iter().map(|(field, _)| *field).find(|field| field.name() == typed.field);
    let field = written.ok_or_else(|| Problem::unknown(&format!("detail {}", typed.field)))?;
    let value = typed.value.trim().to_owned();
    if field == CentreField::Name && value.is_empty() {
        return Err(Problem::new("window.founding", "input", "name"));
    }
    window.changing(|at_work| {
        unchanged_meanwhile(at_work, field, typed.was.as_deref(), &value)?;
        at_work.transact(Operation::ChangeCentre(vec![(field, value)]))?;
        Ok(((), Vec::new()))
    })?;
    // The bar bears the centre's name.
    window.tell(&Event::State);
    Ok(DetailSaved { at: desk::clock::Moment::now().millis().0 as f64 })
}

fn unchanged_meanwhile(at_work: &AtWork, field: CentreField, was: Option<&str>, value: &str) -> Outcome<()> {
    let centre = at_work.desk.register().read().centre()?;
    let is = centre.get(field);
    match was {
        Some(was) if is != was.trim() && is != value => {
            Err(Problem::new("window.changed-meanwhile", "input", if is.is_empty() { "—" } else { is }))
        }
        _ => Ok(()),
    }
}

fn acknowledge(window: &Window, CentreWarning { rule, reason }: CentreWarning) -> Outcome<()> {
    let operation = Operation::AcknowledgeWarning { candidate: None, rule, reason };
    window.changing(|at_work| Ok((at_work.transact(operation).map(drop)?, Vec::new())))
}

fn retract(window: &Window, CentreWarningShown { rule }: CentreWarningShown) -> Outcome<()> {
    let operation = Operation::RetractAcknowledgement { candidate: None, rule };
    window.changing(|at_work| Ok((at_work.transact(operation).map(drop)?, Vec::new())))
}
