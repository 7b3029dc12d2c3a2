//! How a command ends: its exit code and its one sentence of failure. Owns the codes of the contract.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use desk::{Error, ErrorClass};
use indicatif::{ProgressBar, ProgressStyle};

/// How a command ended that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// No errors were found.
    Clean,
    /// Findings of error level exist, or rows were refused.
    WithErrors,
    /// A part of it failed, and why is said already.
    Failed(ErrorClass),
}

impl Done {
    /// The end of a command that judged something.
    pub(crate) const fn judged(errors: bool) -> Done {
        if errors { Done::WithErrors } else { Done::Clean }
    }

    /// The worse of two ends; of two failures the first.
    pub(crate) fn or(self, other: Done) -> Done {
        match self {
            Done::Clean => other,
            Done::WithErrors if matches!(other, Done::Failed(_)) => other,
            worse => worse,
        }
    }

    /// The exit code of the contract.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Done::Clean => ExitCode::SUCCESS,
            Done::WithErrors => ExitCode::from(1),
            Done::Failed(class) => ExitCode::from(code(class)),
        }
    }
}

/// Says why a command failed.
pub(crate) fn failed(error: &Error) -> ExitCode {
    if error.is_closed_pipe() {
        return ExitCode::SUCCESS;
    }
    failed_in_part(error).exit_code()
}

/// Says why a part of a command failed; the rest may go on.
pub(crate) fn failed_in_part(error: &Error) -> Done {
    say(&format!("daftari: {error}"));
    Done::Failed(error.class())
}

/// The contract's code for what a caller does about an error.
const fn code(class: ErrorClass) -> u8 {
    match class {
        ErrorClass::Usage => 2,
        ErrorClass::Input => 3,
        ErrorClass::Register => 4,
        ErrorClass::Server => 5,
    }
}

/// Says that the program itself went wrong.
pub(crate) fn failed_within() -> ExitCode {
    say("daftari: the program met a case it was not made for; nothing half done was kept. Please report what you did.");
    ExitCode::from(3)
}

/// A line on standard error; one that cannot be written is nobody's loss.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A line of facts on standard output.
pub(crate) fn print(line: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .map_err(|error| Error::Unwritten { path: "standard output".into(), reason: error.to_string() })
}

/// A count that shows itself on work of over a second, where standard error is a terminal.
pub(crate) fn counter(what: &'static str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} {msg}, {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

/// A bar of bytes on their way, shown where standard error is a terminal.
pub(crate) fn bytes_bar(total: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {bar:24} {bytes} of {total_bytes} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

/// Bytes as people read them: `812 bytes`, `46 kB`, `2.3 MB`.
pub(crate) fn bytes(count: u64) -> String {
    match count {
        0..1000 => format!("{count} bytes"),
        1000..1_000_000 => format!("{} kB", count.div_ceil(1000)),
        _ => format!("{}.{} MB", count / 1_000_000, count / 100_000 % 10),
    }
}

/// So many of a thing: `1 change`, `12 changes`.
pub(crate) fn count(number: u64, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Whether to colour: on a terminal, unless `NO_COLOR` says otherwise.
pub(crate) fn colours() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
