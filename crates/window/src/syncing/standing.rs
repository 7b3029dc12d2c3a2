//! How the open register stands with the council, from this computer alone. Owns the shape shown; no network is asked.

use desk::sync::{Enrolment, Next, standing};
use register::{Filter, Which};
use serde::Serialize;
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Outcome, Window};

/// The council that this computer knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "KnownCouncil")]
pub(crate) struct Enrolled {
    /// Where it is.
    pub(crate) url: String,
    /// What it calls this computer.
    pub(crate) name: String,
    /// `clerk`, `head`, `scde` ...
    pub(crate) role: String,
    /// The centres, by the beginnings of their codes; an empty one is every centre.
    pub(crate) scope: Vec<String>,
    /// The council's key in short, to be compared by telephone.
    pub(crate) council: String,
}

impl Enrolled {
    pub(crate) fn of(enrolment: &Enrolment) -> Enrolled {
        Enrolled {
            url: enrolment.url.trim_end_matches('/').to_owned(),
            name: enrolment.name.clone(),
            role: enrolment.admission.role.name().to_owned(),
            scope: enrolment.admission.scope.clone(),
            council: enrolment.council().device().to_string(),
        }
    }
}

/// How the register stands. Changes are own ones; each is received, committed or waiting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Standing {
    /// Nothing: this computer is not enrolled.
    pub(crate) enrolled: Option<Enrolled>,
    /// At KNEC, with a receipt that verified.
    pub(crate) received: u64,
    /// Not received, but in time: the council keeps a head that covers them.
    pub(crate) committed: u64,
    /// On this computer only.
    pub(crate) waiting: u64,
    /// Written again under another number after the register had been restored.
    pub(crate) set_aside: u64,
    /// Photographs on this computer only.
    pub(crate) pictures_to_send: u64,
    /// Photographs that others took and that have not come yet.
    pub(crate) pictures_to_fetch: u64,
    /// Candidates of whom something is on this computer only.
    pub(crate) candidates_here: usize,
    /// Values that two people wrote apart.
    pub(crate) conflicts: usize,
    /// Changes that are held.
    pub(crate) held: usize,
    /// Decisions of the council.
    pub(crate) notices: usize,
    /// The council's clock at the last contact, in milliseconds since 1970 UTC.
    pub(crate) contact: Option<i64>,
    /// When registration closes, likewise.
    pub(crate) closes: Option<i64>,
    /// What to do next: `enrol`, `resolve`, `sync`, `sync-committed`, `sync-pictures`, `held`, `nothing`.
    pub(crate) next: String,
}

pub(super) fn shown(window: &Window, _: Nothing) -> Outcome<Standing> {
    window.reading(|at_work| {
        let found = standing(&window.office, &at_work.desk)?;
        let (state, reading) = (&found.state, at_work.desk.register().read());
        let here = reading.unsent()?;
        let candidates = reading.candidates(&Filter { standing: Which::All, ..Filter::default() })?;
        Ok(Standing {
            enrolled: found.enrolment.as_ref().map(Enrolled::of),
            received: state.received,
            committed: state.committed,
            waiting: state.waiting,
            set_aside: state.set_aside,
            pictures_to_send: state.pictures_to_send,
            pictures_to_fetch: state.pictures_to_fetch,
            candidates_here: candidates.iter().filter(|one| here.contains(&one.id)).count(),
            conflicts: found.conflicts,
            held: found.held,
            notices: reading.notices()?.len(),
            contact: state.contact.map(|at| at.0),
            closes: state.closes.map(|at| at.0),
            next: next(found.next).to_owned(),
        })
    })
}

const fn next(next: Next) -> &'static str {
    match next {
        Next::Enrol => "enrol",
        Next::Resolve => "resolve",
        Next::Sync => "sync",
        Next::SyncCommitted => "sync-committed",
        Next::SyncPictures => "sync-pictures",
        Next::Held => "held",
        Next::Nothing => "nothing",
    }
}
