//! The plug is pulled: everything that belongs to a window ends at once, and nothing is told that it ends.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;

use anyhow::Context;

use crate::place::Place;

/// The programs of a window, as their files are called; what the system calls them is shorter.
const PROGRAMS: [&str; 3] = ["daftari-window", "WebKitWebProcess", "WebKitNetworkProcess"];

/// Kills the window of a place with its web processes; how many processes there were.
///
/// # Errors
/// When the system does not tell of its processes, or none could be killed.
pub fn cut(place: &Place) -> anyhow::Result<usize> {
    let pids = at(place)?;
    let mut kill = std::process::Command::new("kill");
    let killed = kill.arg("-KILL").args(pids.iter().map(ToString::to_string)).stderr(std::process::Stdio::null());
    anyhow::ensure!(!pids.is_empty() && killed.status()?.success(), "no window runs that could be killed");
    Ok(pids.len())
}

/// The processes of a place's window: other tests have theirs at the same time.
fn at(place: &Place) -> anyhow::Result<Vec<u32>> {
    let home = [b"HOME=", place.path("home").as_os_str().as_bytes()].concat();
    let entries = fs::read_dir("/proc").context("the system does not tell of its processes")?;
    let pids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let ours = |pid: &u32| {
        let exe = fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
        let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        PROGRAMS.iter().any(|name| exe.ends_with(name)) && environment.split(|byte| *byte == 0).any(|one| one == home)
    };
    Ok(pids.filter(ours).collect())
}
