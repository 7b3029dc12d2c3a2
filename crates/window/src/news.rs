//! What came from the council for people to read: its decisions about candidates and the centre, and its circulars. Owns
//! their shapes at the boundary; a circular is believed, and laid over the rules, by `desk`.

use desk::circulars::{Received, received};
use register::Notice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::conflicts::{Subject, subject};
use crate::window::Nothing;
use crate::{Outcome, Window};

commands! {
    "news.decisions" => decisions, (Nothing) -> Vec<Decision>;
    "news.circulars" => circulars, (Nothing) -> Vec<CircularView>;
}

/// What the council decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CouncilDecision")]
pub(crate) struct Decision {
    /// The council's case.
    pub(crate) case: String,
    /// Whom or what it is about.
    pub(crate) subject: Subject,
    /// The queue that it was decided in: `duplicate`, `conflict`, `late`, `amendment`, `returned`, `transfer` ...
    pub(crate) queue: String,
    /// What was decided: `ask`, `same:1`, `different`, `admit` ...
    pub(crate) decision: String,
    /// Why, in the operator's words.
    pub(crate) reason: String,
    /// Who decided.
    pub(crate) by: String,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
}

/// A notice as it travels; what this version does not know of it is left.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Text {
    queue: String,
    decision: String,
    reason: String,
    by: String,
}

/// A circular.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct CircularView {
    /// Its number.
    pub(crate) number: u32,
    /// The examination's year that it is for.
    pub(crate) year: u16,
    /// When it was issued, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
    /// What it changes.
    pub(crate) changes: Vec<Changed>,
    /// Why it could not be applied, in English.
    pub(crate) broken: Option<String>,
}

/// A value that a circular changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CircularChange")]
pub(crate) struct Changed {
    /// Where it stands in the rules, as `fees.state.basic`.
    pub(crate) place: String,
    /// What held before; empty: nothing did.
    pub(crate) before: String,
    /// What holds now.
    pub(crate) now: String,
}

fn decisions(window: &Window, _: Nothing) -> Outcome<Vec<Decision>> {
    window.reading(|at_work| {
        let notices = at_work.desk.register().read().notices()?;
        notices.iter().map(|notice| decision(at_work, notice)).collect()
    })
}

fn decision(at_work: &AtWork, notice: &Notice) -> Outcome<Decision> {
    let text: Text = serde_json::from_str(&notice.text).unwrap_or_default();
    Ok(Decision {
        case: notice.case.clone(),
        subject: subject(at_work, notice.about)?,
        queue: text.queue,
        decision: text.decision,
        reason: text.reason,
        by: text.by,
        at: notice.at.0,
    })
}

fn circulars(window: &Window, _: Nothing) -> Outcome<Vec<CircularView>> {
    window.reading(|at_work| Ok(received(&at_work.desk)?.into_iter().map(circular).collect()))
}

fn circular(received: Received) -> CircularView {
    let changed = |one: regulations::pack::Difference| Changed { place: one.place, before: one.before, now: one.now };
    CircularView {
        number: received.number,
        year: received.year,
        at: received.at.0,
        changes: received.changes.into_iter().map(changed).collect(),
        broken: received.broken,
    }
}
