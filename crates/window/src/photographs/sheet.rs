//! Attaching, and the photographs that the register has: removed where they show somebody else, exchanged where two stand
//! at each other's names. Each is one operation that one undo takes back.

use desk::photos::Whose;
use register::Operation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::framing::candidate;
use super::view::{self, PersonView};
use crate::window::Nothing;
use crate::{Outcome, Window};

/// What came of attaching.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(rename = "PhotographsAttached")]
pub(crate) struct Attached {
    /// Photographs attached.
    attached: usize,
    /// Of these, how many took the place of another.
    replaced: usize,
    /// Files that stay in the batch.
    left: usize,
}

/// A candidate.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PhotographOf")]
pub(crate) struct Of {
    /// Their id.
    candidate: String,
}

/// Two candidates.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PhotographsOfTwo")]
pub(crate) struct Two {
    /// The id of one.
    one: String,
    /// The id of the other.
    other: String,
}

pub(crate) fn attach(window: &Window, _: Nothing) -> Outcome<Attached> {
    window.changing(|at_work| {
        let whose = Whose::of(&at_work.desk)?;
        let on_roll = |id| whose.person(id).is_some();
        let ready: Vec<_> = at_work.photographs.ready().filter(|(_, id, _)| on_roll(*id)).collect();
        let (files, pictures): (Vec<u32>, Vec<_>) =
            ready.into_iter().map(|(file, id, photograph)| (file, (id, photograph.jpeg.clone()))).unzip();
        let had = |id| whose.person(id).is_some_and(|person| person.photograph.is_some());
        let replaced = pictures.iter().filter(|(id, _)| had(*id)).count();
        let changed = pictures.iter().map(|(id, _)| id.to_string()).collect();
        if !pictures.is_empty() {
            at_work.transact(Operation::AttachPhotographs(pictures))?;
        }
        files.iter().for_each(|file| at_work.photographs.remove(*file));
        Ok((Attached { attached: files.len(), replaced, left: at_work.photographs.files.len() }, changed))
    })
}

pub(crate) fn sheet(window: &Window, _: Nothing) -> Outcome<Vec<PersonView>> {
    window.reading(|at_work| Ok(Whose::of(&at_work.desk)?.everybody().iter().map(view::person).collect()))
}

pub(crate) fn remove(window: &Window, Of { candidate: id }: Of) -> Outcome<()> {
    window.changing(|at_work| {
        at_work.transact(Operation::RemovePhotograph(candidate(&id)?))?;
        Ok(((), vec![id]))
    })
}

pub(crate) fn swap(window: &Window, Two { one, other }: Two) -> Outcome<()> {
    window.changing(|at_work| {
        at_work.changed();
        desk::photos::swap(&mut at_work.desk, candidate(&one)?, candidate(&other)?)?;
        Ok(((), vec![one, other]))
    })
}
