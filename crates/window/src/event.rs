//! What the window is told without having asked. Owns the list; every listener gets every event.

use serde::Serialize;
use ts_rs::TS;

/// One piece of news.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    /// Another register is open, or none, or its centre's details are others: ask for the state anew.
    State,
    /// Candidates changed; what is shown of them is old.
    Changed {
        /// Their ids; empty: ask for everything anew.
        candidates: Vec<String>,
    },
    /// How far a task is.
    Progress {
        /// The task's name, as the window gave it.
        task: String,
        /// A code of the step, put in words by the interface.
        step: String,
        /// Units done.
        done: u64,
        /// Units in all; 0: not known.
        total: u64,
    },
    /// How this computer stands with the council has changed.
    Sync,
}
