//! The interface under `ui/`: its packages and its builds. Owns when they are made anew; refuses to fetch anything that
//! the lock file does not name.

use std::fs;
use std::process::Command;

use anyhow::ensure;

use crate::program::{output, program, root, run};

/// What is built of the interface, each into `ui/dist/` under its name.
#[derive(Clone, Copy)]
pub(crate) enum Entry {
    /// What the window shows.
    Desk,
    /// What the council's server serves.
    Console,
    /// Every component in its states, for tests and for who builds screens.
    Gallery,
}

impl Entry {
    const fn name(self) -> &'static str {
        match self {
            Entry::Desk => "desk",
            Entry::Console => "console",
            Entry::Gallery => "gallery",
        }
    }
}

/// npm in the interface's folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut npm = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    // Counted lines are read without colours.
    npm.current_dir(root().join("ui")).env("NO_COLOR", "1").env("npm_config_update_notifier", "false");
    npm
}

/// Installs the packages that the lock file names, where they are not installed as it names them.
pub(crate) fn packages() -> anyhow::Result<()> {
    let lock = fs::read(root().join("ui/package-lock.json"))?;
    let mark = root().join("ui/node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = output(&mut program("node", &["--version"]))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    ensure!(major.is_some_and(|major| major >= 20), "The interface needs Node 20 or later; this is {}", version.trim());
    eprintln!("Installing the interface's packages …");
    run(&mut npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    Ok(fs::write(mark, lock)?)
}

/// Builds these of the interface.
pub(crate) fn build(entries: &[Entry]) -> anyhow::Result<()> {
    packages()?;
    for entry in entries {
        eprintln!("Building the interface: {} …", entry.name());
        run(&mut npm(&["run", "--silent", &format!("build:{}", entry.name()), "--", "--logLevel", "warn"]))?;
    }
    Ok(())
}
