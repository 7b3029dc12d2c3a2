//! The window on the practice registers, where there is a display to open it on. Owns the copies that it works in.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::fixtures::YEAR;

use super::PASSPHRASE;
use crate::interface::{self, Entry};
use crate::program::{cargo, program, run, target};
use crate::setup::{self, Need};

/// Opens it and waits until it is closed.
pub(super) fn open<'a>(registers: impl Iterator<Item = (&'a str, PathBuf)>, folder: &Path) -> anyhow::Result<()> {
    if !on_a_display() {
        println!("\nThere is no display here, so the window is not opened.");
        return Ok(());
    }
    setup::ensure(&[Need::Build, Need::Window])?;
    interface::build(&[Entry::Desk])?;
    eprintln!("Building the window …");
    run(&mut cargo(&["build", "--release", "--quiet", "-p", "daftari-window"]))?;
    fs::create_dir_all(folder)?;
    for (centre, register) in registers {
        fs::copy(register, folder.join(format!("{centre}-{YEAR}.daftari")))?;
    }
    println!("\nThe window is open on the practice registers; close it to end this task.");
    let built = target().join("release").join(format!("daftari-window{}", std::env::consts::EXE_SUFFIX));
    let mut window = program(built, &[]);
    run(window
        .env("DAFTARI_DATA", folder)
        .env("DAFTARI_PASSPHRASE", PASSPHRASE)
        .env("DAFTARI_ANCHORS", folder.join("anchors")))
}

fn on_a_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
