//! Commands that take longer than a second: their progress and how they are stopped. Owns the names of those under way.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use desk::sync::Cancel;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Event, Outcome, Window};

commands! {
    "tasks.cancel" => cancel, (TaskName) -> ();
}

/// The tasks under way, by the names that the interface gave them.
#[derive(Debug, Default)]
pub(crate) struct Tasks(Mutex<HashMap<String, Cancel>>);

/// A task under way; it is forgotten when this is dropped.
pub(crate) struct Task<'a> {
    window: &'a Window,
    name: String,
    /// Set by the person who stops it.
    pub(crate) cancel: Cancel,
}

/// The name of a task.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct TaskName {
    /// As given when it was begun.
    pub(crate) task: String,
}

impl Window {
    /// Begins a task that can be stopped by this name.
    pub(crate) fn begin(&self, name: &str) -> Task<'_> {
        let cancel = Cancel::default();
        let mut tasks = self.tasks.0.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.insert(name.to_owned(), cancel.clone());
        Task { window: self, name: name.to_owned(), cancel }
    }
}

impl Task<'_> {
    /// Tells how far it is; `step` is a code that the interface has words for.
    pub(crate) fn progress(&self, step: &str, done: u64, total: u64) {
        let (task, step) = (self.name.clone(), step.to_owned());
        self.window.tell(&Event::Progress { task, step, done, total });
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.window.tasks.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

fn cancel(window: &Window, TaskName { task }: TaskName) -> Outcome<()> {
    if let Some(cancel) = window.tasks.0.lock().unwrap_or_else(PoisonError::into_inner).get(&task) {
        cancel.stop();
    }
    Ok(())
}
