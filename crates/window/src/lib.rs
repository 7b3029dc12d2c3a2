//! What the window asks and is shown: commands by name over the use cases of `desk`, and the types of their arguments
//! and answers, from which the interface's bindings are made. Owns what is open, who is at work, the language chosen and
//! the events; refuses rules, SQL, layout and everything of a toolkit, so that all of it runs without a window.
//!
//! A command is a function `fn(&Window, Arguments) -> Outcome<Answer>` in the file of its area, named in that file's
//! `commands!` list. `src-tauri` hands every call to [`Window::call`]; `twin` does the same over HTTP.

#![allow(clippy::needless_pass_by_value, reason = "a command owns the arguments that were read for it")]

#[macro_use]
mod command;
mod approval;
mod at_work;
mod bundles;
mod candidates;
mod care;
mod centres;
mod conflicts;
mod details;
mod door;
mod ending;
mod event;
mod home;
mod importing;
mod journal;
mod manual;
mod news;
mod papers;
mod people;
mod photographs;
mod practice;
mod problem;
mod registers;
mod resource;
mod settings;
mod syncing;
mod tasks;
mod transfers;
mod typescript;
mod view;
mod window;

pub use command::Command;
pub use event::Event;
pub use problem::Problem;
pub use resource::Resource;
pub use typescript::typescript;
pub use window::Window;

/// The day this program was made, as `2026-02-28`.
pub(crate) const BUILT: &str = env!("DAFTARI_BUILT");

/// What a command comes to.
pub type Outcome<T> = Result<T, Problem>;

/// All commands, by area.
#[rustfmt::skip]
pub(crate) const AREAS: &[&[Command]] = &[
    window::COMMANDS,
    tasks::COMMANDS,
    registers::COMMANDS,
    settings::COMMANDS,
    details::COMMANDS,
    home::COMMANDS,
    candidates::COMMANDS,
    photographs::COMMANDS,
    importing::COMMANDS,
    papers::COMMANDS,
    approval::COMMANDS,
    syncing::COMMANDS,
    bundles::COMMANDS,
    conflicts::COMMANDS,
    news::COMMANDS,
    transfers::COMMANDS,
    centres::COMMANDS,
    people::COMMANDS,
    care::COMMANDS,
    manual::COMMANDS,
    practice::COMMANDS,
];
