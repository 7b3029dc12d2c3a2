//! How a command is declared and called. Owns the crossing from JSON to types and back; refuses what a command does. An
//! answer is written once, as the text that goes to the page: a register's rows as a tree of values take ten times that.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::typescript::Types;
use crate::{Outcome, Problem, Window};

/// One command of the window.
pub struct Command {
    /// Its name, as `candidates.change`.
    pub name: &'static str,
    pub(crate) run: fn(&Window, Value) -> Outcome<String>,
    pub(crate) types: fn(&mut Types) -> (String, String),
}

/// Declares an area's commands: `"area.name" => function(Arguments) -> Answer;`.
macro_rules! commands {
    ($($name:literal => $run:path, ($arguments:ty) -> $answer:ty;)*) => {
        pub(crate) const COMMANDS: &[$crate::command::Command] = &[$($crate::command::Command {
            name: $name,
            run: |window, arguments| $crate::command::run::<$arguments, $answer>($run, window, arguments),
            types: |types| (types.of::<$arguments>(), types.of::<$answer>()),
        },)*];
    };
}

/// Reads the arguments, calls, and writes the answer.
pub(crate) fn run<A: DeserializeOwned, R: Serialize>(
    function: fn(&Window, A) -> Outcome<R>,
    window: &Window,
    arguments: Value,
) -> Outcome<String> {
    let arguments = serde_json::from_value(arguments).map_err(|error| Problem::malformed(&error))?;
    let answer = function(window, arguments)?;
    serde_json::to_string(&answer).map_err(|error| Problem::malformed(&error))
}
