//! What the window's processes take of the machine. Owns the sum; read from the system, so on Linux alone.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Context;

use crate::Place;

/// The proportional memory, in bytes, of the processes of this program and of all that they started.
///
/// # Errors
/// When none runs.
pub fn proportional(program: &str) -> anyhow::Result<u64> {
    sum(program, running(program)?, "Pss:")
}

/// Of one place alone, whatever else runs of the program: what its processes wrote themselves, which does not change with
/// what others share of the same files.
///
/// # Errors
/// When none runs there.
pub fn written(program: &str, place: &Place) -> anyhow::Result<u64> {
    let home = place.path("home").into_os_string().into_encoded_bytes();
    let there = |pid: &u32| fs::read(format!("/proc/{pid}/environ")).is_ok_and(|all| finds(&all, &home));
    sum(program, running(program)?.into_iter().filter(there).collect(), "Pss_Anon:")
}

fn finds(environment: &[u8], home: &[u8]) -> bool {
    environment.split(|byte| *byte == 0).any(|one| one.strip_prefix(b"HOME=") == Some(home))
}

fn sum(program: &str, first: Vec<u32>, what: &str) -> anyhow::Result<u64> {
    anyhow::ensure!(!first.is_empty(), "{program} does not run");
    Ok(family(first)?.iter().filter_map(|pid| told(*pid, what)).sum())
}

/// The processes whose program's file has this name.
///
/// # Errors
/// When the system does not tell of processes.
pub fn running(program: &str) -> anyhow::Result<Vec<u32>> {
    let named = |pid: &u32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe.ends_with(program));
    Ok(parents()?.into_keys().filter(named).collect())
}

/// These processes and all that they started.
fn family(mut family: Vec<u32>) -> anyhow::Result<Vec<u32>> {
    let parents = parents()?;
    // Every generation finds the next; a process tree is shallow.
    loop {
        let more = |pid: &&u32| !family.contains(*pid) && family.contains(&parents[*pid]);
        let children: Vec<u32> = parents.keys().filter(more).copied().collect();
        if children.is_empty() {
            return Ok(family);
        }
        family.extend(children);
    }
}

fn parents() -> anyhow::Result<BTreeMap<u32, u32>> {
    let processes = fs::read_dir("/proc").context("the system does not tell of its processes")?;
    let pids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    Ok(pids.filter_map(|pid| Some((pid, parent(pid)?))).collect())
}

fn parent(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// What the system tells of a process, in bytes.
fn told(pid: u32, what: &str) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix(what))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10)
}
