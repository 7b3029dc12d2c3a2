//! The window's state: this computer's office, the register that is open, the settings, and who listens. Owns the locks:
//! commands come from several threads.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::people::{People, Role};
use desk::{Office, Vault};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::centres::{Away, Known};
use crate::door::Door;
use crate::ending::Ending;
use crate::journal::Journal;
use crate::papers::Previews;
use crate::settings::Settings;
use crate::syncing::{Quiet, Turn};
use crate::tasks::Tasks;
use crate::view::{Centre, centre};
use crate::{AREAS, Event, Outcome, Problem};

commands! {
    "state" => state, (Nothing) -> State;
}

/// Who hears the news.
type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// Everything behind the window.
pub struct Window {
    pub(crate) office: Office,
    pub(crate) tasks: Tasks,
    pub(crate) door: Door,
    pub(crate) journal: Journal,
    pub(crate) previews: Previews,
    pub(crate) turn: Turn,
    pub(crate) quiet: Quiet,
    pub(crate) away: Away,
    pub(crate) known: Known,
    ending: Ending,
    settings: Mutex<Settings>,
    at_work: Mutex<Option<AtWork>>,
    listener: Listener,
}

/// No arguments.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[ts(type = "Record<string, never>")]
pub(crate) struct Nothing {}

/// What the whole window shows around its views.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct State {
    /// The program's version.
    pub(crate) version: String,
    /// The settings.
    pub(crate) settings: Settings,
    /// The centre whose register is open; none while it is locked.
    pub(crate) centre: Option<Centre>,
    /// Who is at work; empty while it is locked.
    pub(crate) actor: String,
    /// `clerk`, `head` or `scde`; empty while it is locked.
    pub(crate) role: String,
    /// Whether somebody has to give a password before anything is shown.
    pub(crate) locked: bool,
    /// Whether the program was not closed the last time, while a register was open.
    pub(crate) cut_short: bool,
}

/// What may be asked while the window is locked: who could unlock it, how it looks, and the manual.
const ASKED_WHILE_LOCKED: [&str; 9] = [
    "state",
    "people.list",
    "people.unlock",
    "people.recover",
    "settings.change",
    "tasks.cancel",
    "manual.find",
    "manual.paragraph",
    "manual.field",
];

impl Window {
    /// The window of an office; `listener` hears every event, from any thread.
    #[must_use]
    pub fn new(office: Office, listener: impl Fn(&Event) + Send + Sync + 'static) -> Window {
        let settings = Mutex::new(Settings::read(office.folder()));
        let (tasks, at_work, listener) = (Tasks::default(), Mutex::new(None), Box::new(listener));
        // Who works here is not known where the file does not read: then nobody is at work, and asking tells why.
        let door = People::read(office.folder()).map_or_else(|_| Door::default(), |people| Door::of(&people));
        let (journal, previews) = (Journal::default(), Previews::default());
        let (turn, quiet) = (Turn::default(), Quiet::default());
        let (away, known, ending) = (Away::default(), Known::default(), Ending::of(office.folder()));
        Window { office, tasks, door, journal, previews, turn, quiet, away, known, ending, settings, at_work, listener }
    }

    /// The window of this computer's office, in the folder given or the platform's. As on the command line, the
    /// environment's `DAFTARI_PASSPHRASE` stands in for the keyring and `DAFTARI_ANCHORS` for the anchors' folder.
    #[must_use]
    pub fn on_this_computer(folder: Option<PathBuf>, listener: impl Fn(&Event) + Send + Sync + 'static) -> Window {
        let variable = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
        let folder = folder.or_else(|| variable("DAFTARI_DATA").map(PathBuf::from));
        let office = Office::at(folder.unwrap_or_else(Office::data_folder), Vault::new(variable("DAFTARI_PASSPHRASE")));
        match variable("DAFTARI_ANCHORS") {
            Some(anchors) => Window::new(office.with_anchors(anchors.into()), listener),
            None => Window::new(office, listener),
        }
    }

    /// Calls a command by its name; gives its answer as JSON text.
    ///
    /// # Errors
    /// When there is none of the name, the arguments are others than it takes, or it could not be carried out.
    pub fn call(&self, name: &str, arguments: Value) -> Outcome<String> {
        let command = AREAS.iter().flat_map(|area| area.iter()).find(|command| command.name == name);
        let command = command.ok_or_else(|| Problem::unknown(&format!("command {name}")))?;
        let answer = self.unlocked_for(name).and_then(|()| (command.run)(self, arguments));
        answer.inspect_err(|problem| self.journal.note(name, &problem.code))
    }

    fn unlocked_for(&self, name: &str) -> Outcome<()> {
        match self.door.at_work() {
            None if !ASKED_WHILE_LOCKED.contains(&name) => Err(Problem::locked()),
            _ => Ok(()),
        }
    }

    pub(crate) fn tell(&self, event: &Event) {
        self.quiet.hear(event);
        (self.listener)(event);
    }

    /// Does something with the open register. Held for as long as `work` takes: nothing slow belongs in it.
    pub(crate) fn reading<T>(&self, work: impl FnOnce(&mut AtWork) -> Outcome<T>) -> Outcome<T> {
        work(self.at_work().as_mut().ok_or_else(Problem::nothing_open)?)
    }

    /// Does something with the register at this path, if it is the one that is open.
    pub(crate) fn lend<T>(&self, path: &Path, work: impl FnOnce(&mut AtWork) -> T) -> Option<T> {
        let mut at_work = self.at_work();
        at_work.as_mut().filter(|at_work| at_work.desk.register().path() == path).map(work)
    }

    /// Does something to the open register, and tells everybody what changed: the candidates whose ids `work` gives
    /// beside its answer, none meaning all.
    pub(crate) fn changing<T>(&self, work: impl FnOnce(&mut AtWork) -> Outcome<(T, Vec<String>)>) -> Outcome<T> {
        let (answer, candidates) = self.reading(work)?;
        self.tell(&Event::Changed { candidates });
        Ok(answer)
    }

    /// Puts another register, or none, into the window.
    pub(crate) fn put(&self, at_work: Option<AtWork>) {
        if at_work.is_some() {
            self.ending.working();
        } else {
            self.ending.over();
        }
        *self.at_work() = at_work;
        self.tell(&Event::State);
    }

    /// The program ends as it should: the next start has nothing to tell.
    pub fn leave(&self) {
        self.ending.over();
    }

    /// The settings as they are.
    pub(crate) fn settings(&self) -> Settings {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps other settings, on the disk first.
    pub(crate) fn keep(&self, settings: Settings) -> Outcome<()> {
        settings.write(self.office.folder())?;
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner) = settings;
        self.tell(&Event::State);
        Ok(())
    }

    /// Who is at work, as history calls them.
    pub(crate) fn actor(&self) -> String {
        self.door.at_work().map(|(name, _)| name).unwrap_or_default()
    }

    fn at_work(&self) -> MutexGuard<'_, Option<AtWork>> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn state(window: &Window, _: Nothing) -> Outcome<State> {
    let shown = match window.door.at_work() {
        Some(_) => window.at_work().as_ref().map(|at_work| centre(&at_work.desk)).transpose()?,
        None => None,
    };
    let (version, at_work) = (env!("CARGO_PKG_VERSION").to_owned(), window.door.at_work());
    let (locked, role) = (at_work.is_none(), at_work.as_ref().map_or("", |(_, role)| Role::name(*role)).to_owned());
    let (settings, actor, cut_short) = (window.settings(), window.actor(), window.ending.cut_short());
    Ok(State { version, settings, centre: shown, actor, role, locked, cut_short })
}
