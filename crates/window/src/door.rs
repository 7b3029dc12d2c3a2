//! Who sits at this computer. Owns who is at work, the lock, and how often a password may be tried; who exists and what
//! each may do is `desk::people`'s.

use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::clock::Moment;
use desk::people::{People, Person, Role};

use crate::{Outcome, Problem};

/// Wrong passwords in a row before the next try has to wait.
const TRIES: u32 = 5;
/// For how long, in milliseconds.
const WAIT: i64 = 30_000;

/// Who is at work; nobody: locked.
#[derive(Debug, Default)]
pub(crate) struct Door(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    at_work: Option<(String, Role)>,
    wrong: u32,
    last: i64,
}

impl Door {
    /// As the program starts: whoever may work without a password does.
    pub(crate) fn of(people: &People) -> Door {
        let door = Door::default();
        if let Some(person) = people.open() {
            door.enter(person);
        }
        door
    }

    /// Who is at work.
    pub(crate) fn at_work(&self) -> Option<(String, Role)> {
        self.inside().at_work.clone()
    }

    pub(crate) fn enter(&self, person: &Person) {
        *self.inside() = Inside { at_work: Some((person.name.clone(), person.role)), ..Inside::default() };
    }

    pub(crate) fn lock(&self) {
        self.inside().at_work = None;
    }

    /// Checks a password, not too often.
    pub(crate) fn try_password<T>(&self, check: impl FnOnce() -> desk::error::Result<T>) -> Outcome<T> {
        let now = Moment::now().millis().0;
        let inside = self.inside();
        // A clock that was set back must not lock anybody out for longer.
        let waited = (now - inside.last).unsigned_abs() >= WAIT.unsigned_abs();
        if inside.wrong >= TRIES && !waited {
            return Err(Problem::new("window.tries", "usage", "wait half a minute before the next try"));
        }
        // Stretching a password takes long; nobody waits for it who only asks who is at work.
        drop(inside);
        let checked = check();
        let mut inside = self.inside();
        (inside.wrong, inside.last) = if checked.is_ok() { (0, now) } else { (inside.wrong + 1, now) };
        Ok(checked?)
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
