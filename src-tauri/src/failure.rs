//! How the program ends when its window cannot be: in one sentence, never with a backtrace. Owns those words; they are in
//! English, for no language can be chosen before there is a window.

use std::process::ExitCode;

/// Keeps whatever stops the toolkit from being shown as it is.
pub(crate) fn in_one_sentence() {
    std::panic::set_hook(Box::new(|stopped| {
        let place = stopped
            .location()
            .map(|place| format!("{}:{}", place.file().rsplit('/').next().unwrap_or(""), place.line()));
        eprintln!(
            "daftari: the window stopped unexpectedly ({}). What was shown as saved is saved; start the program again",
            place.unwrap_or_default()
        );
    }));
}

/// Whether there is a screen to open a window on.
pub(crate) fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Says why there is no window.
pub(crate) fn without_window(reason: &str) -> ExitCode {
    eprintln!("daftari: the window cannot be opened: {reason}. The command line, `daftari`, works without one");
    ExitCode::FAILURE
}
