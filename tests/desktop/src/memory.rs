//! What the window's processes take of the machine. Owns the sum; read from the system, so on Linux alone.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Context;

/// The proportional memory, in bytes, of the processes of this program and of all that they started.
///
/// # Errors
/// When none runs.
pub fn proportional(program: &str) -> anyhow::Result<u64> {
    sum(program, "Pss:")
}

/// Of that, what they wrote themselves: it does not change with what other programs share of the same files.
///
/// # Errors
/// When none runs.
pub fn written(program: &str) -> anyhow::Result<u64> {
    sum(program, "Pss_Anon:")
}

fn sum(program: &str, what: &str) -> anyhow::Result<u64> {
    let family = family(program)?;
    anyhow::ensure!(!family.is_empty(), "{program} does not run");
    Ok(family.iter().filter_map(|pid| told(*pid, what)).sum())
}

/// The processes whose program's file has this name.
///
/// # Errors
/// When the system does not tell of processes.
pub fn running(program: &str) -> anyhow::Result<Vec<u32>> {
    let named = |pid: &u32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe.ends_with(program));
    Ok(parents()?.into_keys().filter(named).collect())
}

fn family(program: &str) -> anyhow::Result<Vec<u32>> {
    let (parents, mut family) = (parents()?, running(program)?);
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
