//! What came from the council for people to read: its decisions about candidates and the centre, and its announcements.
//! Owns how they are read and what each asks of the desk; circulars are `circulars`', and what is written in answer is an
//! operation like any other. What this version does not know of a notice is left.

mod answer;

use ::sync::UnixMillis;
use register::{About, Notice, Said};
use serde::Deserialize;

pub use answer::{Answer, answer};

use crate::clock::Moment;
use crate::desk::Desk;
use crate::error::Result;

/// How the fields begin in which the council announces.
const ANNOUNCEMENT: &str = "announcement.";

/// What the council decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The council's case.
    pub case: String,
    /// Whom or what it is about.
    pub about: About,
    /// When, by the council's clock.
    pub at: UnixMillis,
    /// What it says.
    pub text: Text,
    /// What was answered here, or on another desk of the centre.
    pub answer: Option<Answered>,
    /// What it asks of the desk, as things stand.
    pub asks: Asks,
}

/// A notice as it travels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Text {
    /// The queue that it was decided in: `duplicate`, `conflict`, `kcpe`, `transfer` ...
    pub queue: String,
    /// What was decided: `ask`, `same:1`, `different`, `differs`, `undone` ...
    pub decision: String,
    /// Why, in the operator's words.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// What differs from the results of the qualifying examination.
    pub differences: Vec<Difference>,
    /// Of one person entered twice: the index number of whom is kept.
    pub kept: String,
    /// Whether that is this one; nothing: it is not said.
    pub keep: Option<bool>,
}

/// A value of an entry against the results (2.3.25).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Difference {
    /// The field's name.
    pub field: String,
    /// As it was entered when they were compared.
    pub entered: String,
    /// As the results have it.
    pub result: String,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Whether the council is right.
    pub accepts: bool,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: UnixMillis,
}

/// What a notice asks of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// To be read.
    Nothing,
    /// To look at the entry, and to say what came of it.
    Look,
    /// To withdraw this one of two entries of one person.
    Withdraw,
    /// To accept the results' values or to object.
    Answer,
}

impl Asks {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Asks::Nothing => "nothing",
            Asks::Look => "look",
            Asks::Withdraw => "withdraw",
            Asks::Answer => "answer",
        }
    }
}

/// Words of the council's for every centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its number.
    pub number: String,
    /// In English.
    pub english: String,
    /// In Kiswahili.
    pub swahili: String,
    /// Until when it is shown.
    pub until: UnixMillis,
    /// Whether that is still to come.
    pub holds: bool,
    /// When it came about.
    pub at: UnixMillis,
    /// Whose it is.
    pub by: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Announced {
    en: String,
    sw: String,
    until: i64,
}

/// What the council decided, the latest first.
///
/// # Errors
/// When the register cannot be read; so for every function here.
pub fn decisions(desk: &Desk) -> Result<Vec<Decision>> {
    desk.register().read().notices()?.into_iter().map(|notice| decision(desk, notice)).collect()
}

fn decision(desk: &Desk, notice: Notice) -> Result<Decision> {
    let text: Text = serde_json::from_str(&notice.text).unwrap_or_default();
    let answer = notice.answer.as_ref().and_then(Answered::read);
    let asks = if answer.is_some() { Asks::Nothing } else { asked(desk, notice.about, &text)? };
    Ok(Decision { case: notice.case, about: notice.about, at: notice.at, text, answer, asks })
}

fn asked(desk: &Desk, about: About, text: &Text) -> Result<Asks> {
    let on_roll = match about {
        About::Candidate(id) => desk.register().read().candidate(id).ok().filter(register::Candidate::is_entered),
        About::Centre | About::Slip(_) => None,
    };
    let Some(candidate) = on_roll else {
        return Ok(if text.decision == "ask" && about == About::Centre { Asks::Look } else { Asks::Nothing });
    };
    let differs = |one: &Difference| {
        regulations::Field::named(&one.field).is_some_and(|field| candidate.draft.get(field) != one.result)
    };
    Ok(match text.decision.split(':').next().unwrap_or_default() {
        "differs" | "send-back" if text.differences.iter().any(differs) => Asks::Answer,
        "same" if text.keep == Some(false) => Asks::Withdraw,
        "ask" | "send-back" => Asks::Look,
        _ => Asks::Nothing,
    })
}

/// The council's announcements, the latest first; those whose day has passed too.
///
/// # Errors
/// When the register cannot be read.
pub fn announcements(desk: &Desk) -> Result<Vec<Announcement>> {
    let now = Moment::now().millis();
    let mut all: Vec<Announcement> =
        desk.register().read().said(ANNOUNCEMENT)?.into_iter().map(|said| announcement(said, now)).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(all)
}

fn announcement(said: Said, now: UnixMillis) -> Announcement {
    let text: Announced = serde_json::from_str(&said.value).unwrap_or_default();
    Announcement {
        number: said.field[ANNOUNCEMENT.len()..].to_owned(),
        english: text.en,
        swahili: text.sw,
        until: UnixMillis(text.until),
        holds: text.until >= now.0,
        at: said.at,
        by: said.by,
    }
}
