//! Readiness at a glance: what is left, deadlines, the laptop's clock. Owns no verdict: counts are `desk::readiness`'s.

use desk::deadlines::{ClockDoubt, Deadline, clock_doubt, deadlines};
use desk::judgement::Judgement;
use desk::papers;
use desk::readiness::{Left, Readiness, readiness};
use regulations::{Condition, Field, Language};
use serde::Serialize;
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::transfers::waiting;
use crate::view::{FindingView, finding};
use crate::window::Nothing;
use crate::{Outcome, Window};

commands! {
    "home.summary" => summary, (Nothing) -> Home;
}

/// Candidates named with something that is left; the list of candidates has all.
const NAMED: usize = 5;

/// The first page.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Home {
    /// Candidates on the roll.
    pub(crate) candidates: usize,
    /// With nothing left for their entry.
    pub(crate) ready: usize,
    /// Who meet all six conditions (2.3.12).
    pub(crate) duly_registered: usize,
    pub(crate) conditions: Vec<ConditionView>,
    /// Errors first, then by how many they concern.
    pub(crate) left: Vec<LeftView>,
    pub(crate) fees: FeesView,
    pub(crate) deadlines: Vec<DeadlineView>,
    /// What speaks against this computer's clock.
    pub(crate) clock: Option<ClockView>,
    /// Transfers that wait for the consent of whoever is at work.
    pub(crate) transfers: usize,
    /// The centre's details that documents have a place for and that are blank, by their names.
    pub(crate) blank: Vec<&'static str>,
    /// Whether documents say DRAFT.
    pub(crate) draft: bool,
    /// Who approved the roll, and whether it is still what was approved.
    pub(crate) approved: Option<ApprovedView>,
}

/// A condition of being duly registered.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ConditionView {
    pub(crate) name: String,
    pub(crate) paragraph: String,
    /// Candidates who meet it.
    pub(crate) met: usize,
}

/// Something left to do.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct LeftView {
    pub(crate) finding: FindingView,
    /// The condition that it keeps from being met.
    pub(crate) condition: String,
    /// How many candidates it concerns; 0: the centre.
    pub(crate) count: usize,
    /// The first of them.
    pub(crate) candidates: Vec<Concerned>,
}

/// A candidate whom something concerns.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Concerned {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) name: String,
}

/// In Kenya shillings.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct FeesView {
    /// What the state pays.
    pub(crate) state: u32,
    /// What candidates themselves owe.
    pub(crate) owed: u32,
    /// Deposit slips on record.
    pub(crate) paid: u32,
}

/// A day to be kept.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DeadlineView {
    /// `opens` or `closes`.
    pub(crate) occasion: String,
    /// As `2026-02-28`.
    pub(crate) day: String,
    /// Days from today; negative where it has passed.
    pub(crate) left: i32,
    /// The paragraph or circular; empty: the council said so.
    pub(crate) source: String,
}

/// What speaks against this computer's clock.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ClockView {
    /// `before-program`, `before-register`, `before-council` or `after-examination`.
    pub(crate) doubt: String,
    /// What it tells, in milliseconds.
    pub(crate) now: f64,
    /// What it contradicts, in milliseconds.
    pub(crate) against: Option<f64>,
}

/// The head's approval.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ApprovedView {
    pub(crate) by: String,
    /// In milliseconds.
    pub(crate) at: f64,
    /// Whether the roll is still what was approved.
    pub(crate) holds: bool,
}

fn summary(window: &Window, _: Nothing) -> Outcome<Home> {
    let language = window.settings().language();
    window.reading(|at_work| {
        let (judgement, transfers) = (at_work.judgement()?, waiting(window, at_work)?);
        Ok(Home { transfers, ..home(at_work, &judgement, language)? })
    })
}

fn home(at_work: &AtWork, judgement: &Judgement, language: Language) -> Outcome<Home> {
    let (desk, ready) = (&at_work.desk, readiness(judgement));
    Ok(Home {
        candidates: ready.candidates,
        ready: ready.ready,
        duly_registered: ready.duly_registered,
        conditions: conditions(&ready),
        left: ready.left.iter().map(|left| left_view(at_work, judgement, language, left)).collect(),
        fees: FeesView { state: judgement.state.0, owed: judgement.owed.0, paid: judgement.paid.0 },
        deadlines: deadlines(desk)?.into_iter().map(deadline).collect(),
        clock: clock_doubt(desk, crate::BUILT)?.map(clock),
        transfers: 0,
        blank: papers::blanks(judgement).into_iter().map(register::CentreField::name).collect(),
        draft: papers::is_draft(desk, judgement)?,
        approved: approved(at_work)?,
    })
}

fn conditions(ready: &Readiness) -> Vec<ConditionView> {
    let view = |(condition, met): (&Condition, &usize)| ConditionView {
        name: condition.name().to_owned(),
        paragraph: condition.paragraph().to_owned(),
        met: *met,
    };
    ready.conditions.iter().map(view).collect()
}

fn left_view(at_work: &AtWork, judgement: &Judgement, language: Language, left: &Left) -> LeftView {
    let concerned = left.candidates.iter().take(NAMED).filter_map(|place| judgement.candidates.get(*place));
    let candidates = concerned.map(|judged| Concerned {
        id: judged.candidate.id.to_string(),
        number: judged.candidate.draft.get(Field::CandidateNo).to_owned(),
        name: judged.candidate.draft.get(Field::Name).to_owned(),
    });
    LeftView {
        finding: finding(&at_work.desk, language, &left.finding, &[]),
        condition: Condition::of(left.rule).name().to_owned(),
        count: left.candidates.len(),
        candidates: candidates.collect(),
    }
}

fn deadline(deadline: Deadline) -> DeadlineView {
    let left = i32::try_from(deadline.left).unwrap_or(i32::MAX);
    DeadlineView { occasion: deadline.occasion.name().to_owned(), day: deadline.day, left, source: deadline.source }
}

fn clock(doubt: ClockDoubt) -> ClockView {
    let against = match doubt {
        ClockDoubt::BeforeRegister(at) | ClockDoubt::BeforeCouncil(at) => Some(at.0 as f64),
        ClockDoubt::BeforeProgram | ClockDoubt::AfterExamination => None,
    };
    let now = desk::clock::Moment::now().millis().0 as f64;
    ClockView { doubt: doubt.name().to_owned(), now, against }
}

pub(crate) fn approved(at_work: &AtWork) -> Outcome<Option<ApprovedView>> {
    let approval = at_work.desk.register().read().approval()?;
    Ok(approval.map(|given| ApprovedView { by: given.by, at: given.at.0 as f64, holds: given.holds }))
}
