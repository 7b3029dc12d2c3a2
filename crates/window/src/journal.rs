//! What went wrong since the program started, for the support bundle. Owns a short list of codes; refuses every other
//! word of a problem, for it may name a file or a person.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use desk::clock::Moment;
use desk::support::Incident;

const KEPT: usize = 200;

/// The last problems, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<VecDeque<Incident>>);

impl Journal {
    pub(crate) fn note(&self, command: &str, code: &str) {
        let mut incidents = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if incidents.len() == KEPT {
            incidents.pop_front();
        }
        let at = Moment::now().millis();
        incidents.push_back(Incident { at, command: command.to_owned(), code: code.to_owned() });
    }

    pub(crate) fn incidents(&self) -> Vec<Incident> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
