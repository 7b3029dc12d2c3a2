//! What came from the council for people to read: its decisions about candidates and the centre, its announcements and
//! its circulars. Owns their shapes at the boundary and what was read at this computer; what each asks and how it is
//! answered is `desk`'s.

mod seen;

use std::collections::BTreeSet;

use desk::circulars::{Received, received};
use desk::news::{self as of_desk, Answer, Answered, announcements, decisions};
use register::About;
use regulations::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::candidates::id_of;
use crate::conflicts::{Subject, subject};
use crate::view::centre;
use crate::window::Nothing;
use crate::{Event, Outcome, Window};

commands! {
    "news.list" => list, (Nothing) -> News;
    "news.read" => read, (NewsRead) -> ();
    "news.answer" => answer, (NoticeAnswer) -> ();
}

/// What came from the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct News {
    /// Its decisions, the latest first.
    pub(crate) decisions: Vec<Decision>,
    /// Its announcements, the latest first.
    pub(crate) announcements: Vec<AnnouncementView>,
    /// Its circulars, the latest first.
    pub(crate) circulars: Vec<CircularView>,
    /// How many of all of these nobody here has read.
    pub(crate) unread: usize,
    /// Whether who is at work answers for the centre, and so may answer.
    pub(crate) may_answer: bool,
}

/// What the council decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CouncilDecision")]
pub(crate) struct Decision {
    /// Its name among what is read.
    pub(crate) key: String,
    /// Whether nobody here has read it.
    pub(crate) unread: bool,
    /// The council's case.
    pub(crate) case: String,
    /// Whom or what it is about.
    pub(crate) subject: Subject,
    /// The queue that it was decided in: `duplicate`, `conflict`, `late`, `amendment`, `returned`, `transfer` ...
    pub(crate) queue: String,
    /// What was decided: `ask`, `same:1`, `different`, `differs`, `admit` ...
    pub(crate) decision: String,
    /// Why, in the operator's words.
    pub(crate) reason: String,
    /// Who decided.
    pub(crate) by: String,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
    /// What it asks of the desk: `nothing`, `look`, `withdraw`, `answer`.
    pub(crate) asks: &'static str,
    /// What differs from the results of the qualifying examination.
    pub(crate) differences: Vec<DifferenceView>,
    /// Of one person entered twice: the index number of whom is kept; empty: it is not said.
    pub(crate) kept: String,
    /// Whether that is this one.
    pub(crate) keep: bool,
    /// What was answered.
    pub(crate) answer: Option<AnswerView>,
}

/// A value against the results (2.3.25).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultDifference")]
pub(crate) struct DifferenceView {
    /// The field's name.
    pub(crate) field: String,
    /// As it was entered.
    pub(crate) entered: String,
    /// As the results have it.
    pub(crate) result: String,
}

/// What was answered to a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "NoticeAnswered")]
pub(crate) struct AnswerView {
    /// Whether the council was right.
    pub(crate) accepts: bool,
    /// Why.
    pub(crate) reason: String,
    /// Who said so.
    pub(crate) by: String,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
}

/// Words for every centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Announcement")]
pub(crate) struct AnnouncementView {
    /// Its name among what is read.
    pub(crate) key: String,
    /// Whether nobody here has read it.
    pub(crate) unread: bool,
    /// The words, in the language chosen; in the other where they are missing.
    pub(crate) text: String,
    /// The language that they are in.
    pub(crate) language: &'static str,
    /// Until when it is shown, in milliseconds since 1970 UTC.
    pub(crate) until: i64,
    /// Whether that is still to come.
    pub(crate) holds: bool,
    /// When it came about, likewise.
    pub(crate) at: i64,
    /// Whose it is.
    pub(crate) by: String,
}

/// A circular.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct CircularView {
    /// Its name among what is read.
    pub(crate) key: String,
    /// Whether nobody here has read it.
    pub(crate) unread: bool,
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

/// What somebody has read.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct NewsRead {
    /// The names of what was read.
    pub(crate) keys: Vec<String>,
}

/// The head's answer to a notice.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct NoticeAnswer {
    /// The council's case.
    pub(crate) case: String,
    /// The candidate's id; empty: the centre.
    pub(crate) id: String,
    /// Whether the council is right.
    pub(crate) accepts: bool,
    /// Why; never blank.
    pub(crate) reason: String,
}

fn list(window: &Window, _: Nothing) -> Outcome<News> {
    let swahili = window.settings().language == "sw";
    let may_answer = window.answers_for_centre().is_ok();
    window.reading(|at_work| {
        let seen = seen::of(window.office.folder(), &centre(&at_work.desk)?.register);
        let decided = decisions(&at_work.desk)?;
        let decisions = decided.into_iter().map(|one| decision(at_work, &seen, one)).collect::<Outcome<Vec<_>>>()?;
        let said = announcements(&at_work.desk)?.into_iter();
        let announcements: Vec<_> = said.map(|one| announcement(&seen, swahili, one)).collect();
        let circulars: Vec<_> = received(&at_work.desk)?.into_iter().map(|one| circular(&seen, one)).collect();
        let unread = decisions.iter().filter(|one| one.unread).count()
            + announcements.iter().filter(|one| one.unread).count()
            + circulars.iter().filter(|one| one.unread).count();
        Ok(News { decisions, announcements, circulars, unread, may_answer })
    })
}

fn decision(at_work: &AtWork, seen: &BTreeSet<String>, one: of_desk::Decision) -> Outcome<Decision> {
    let subject = subject(at_work, one.about)?;
    let key = format!("decision:{}:{}:{}", one.case, subject.id, one.at.0);
    let difference = |one: of_desk::Difference| DifferenceView {
        // A field that this version does not know is shown all the same.
        field: Field::named(&one.field).map_or(one.field, |field| field.name().to_owned()),
        entered: one.entered,
        result: one.result,
    };
    let answered = |one: Answered| AnswerView { accepts: one.accepts, reason: one.reason, by: one.by, at: one.at.0 };
    Ok(Decision {
        unread: !seen.contains(&key),
        key,
        case: one.case,
        subject,
        queue: one.text.queue,
        decision: one.text.decision,
        reason: one.text.reason,
        by: one.text.by,
        at: one.at.0,
        asks: one.asks.name(),
        differences: one.text.differences.into_iter().map(difference).collect(),
        kept: one.text.kept,
        keep: one.text.keep == Some(true),
        answer: one.answer.map(answered),
    })
}

fn announcement(seen: &BTreeSet<String>, swahili: bool, one: of_desk::Announcement) -> AnnouncementView {
    let key = format!("announcement:{}:{}", one.number, one.at.0);
    let (text, language) = match (swahili, one.english.is_empty(), one.swahili.is_empty()) {
        (true, _, false) | (false, true, false) => (one.swahili, "sw"),
        _ => (one.english, "en"),
    };
    let (unread, until) = (one.holds && !seen.contains(&key), one.until.0);
    AnnouncementView { unread, key, text, language, until, holds: one.holds, at: one.at.0, by: one.by }
}

fn circular(seen: &BTreeSet<String>, received: Received) -> CircularView {
    let changed = |one: regulations::pack::Difference| Changed { place: one.place, before: one.before, now: one.now };
    let key = format!("circular:{}", received.number);
    CircularView {
        unread: !seen.contains(&key),
        key,
        number: received.number,
        year: received.year,
        at: received.at.0,
        changes: received.changes.into_iter().map(changed).collect(),
        broken: received.broken,
    }
}

fn read(window: &Window, NewsRead { keys }: NewsRead) -> Outcome<()> {
    window.reading(|at_work| seen::mark(window.office.folder(), &centre(&at_work.desk)?.register, keys))?;
    window.tell(&Event::Sync);
    Ok(())
}

fn answer(window: &Window, given: NoticeAnswer) -> Outcome<()> {
    window.answers_for_centre()?;
    let about = if given.id.is_empty() { About::Centre } else { About::Candidate(id_of(&given.id)?) };
    let answer = Answer { case: given.case, about, accepts: given.accepts, reason: given.reason };
    window.changing(|at_work| {
        at_work.changed();
        of_desk::answer(&mut at_work.desk, &answer)?;
        Ok(((), Some(given.id).filter(|id| !id.is_empty()).into_iter().collect()))
    })
}
