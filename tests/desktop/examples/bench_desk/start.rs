//! From starting a program until its heading is painted. Owns both windows' starts, taken in turn.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use desktop::{Place, Seat, Session, memory};
use serde_json::json;

/// What a started program took.
struct Started {
    seconds: f64,
    bytes: u64,
}

/// Starts both again and again; gives the memory, in bytes, of the bare one.
pub(crate) async fn measured(window: &Path, bare: &Path, starts: usize) -> anyhow::Result<u64> {
    let (mut of_window, mut of_bare) = (Vec::new(), Vec::new());
    for _ in 0..starts {
        of_bare.push(started(bare).await?);
        of_window.push(started(window).await?);
    }
    let least = told("bare window, start to usable", of_bare);
    told("window, start to usable", of_window);
    Ok(least)
}

/// The whole path of a program's file: another window of the same name may be open on this computer.
pub(crate) fn path(program: &Path) -> anyhow::Result<String> {
    Ok(program.canonicalize()?.to_string_lossy().into_owned())
}

/// Starts a program in a new place and waits until its heading is painted.
async fn started(program: &Path) -> anyhow::Result<Started> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::of(&seat, program).await?;
    let script = "const done = arguments[0], frame = () => {
            if (!document.querySelector('h1')) return requestAnimationFrame(frame);
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
        };
        frame()";
    let drawn = session.answer(script, vec![]).await?.as_f64().context("a time")? / 1000.0;
    let program = path(program)?;
    let seconds = drawn - begun(&program)?;
    // What was begun beside the first page is done when nothing more is asked for.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let bytes = memory::proportional(&program)?;
    session.close().await?;
    Ok(Started { seconds, bytes })
}

/// When a program that runs was started, in seconds since 1970, to a hundredth.
fn begun(program: &str) -> anyhow::Result<f64> {
    /// What Linux counts a process's times in, to everybody: USER_HZ.
    const TICKS: f64 = 100.0;
    let pid = memory::running(program)?.into_iter().min().context("it runs")?;
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let ticks = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(19)?.parse::<f64>().ok());
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let up: f64 = uptime.split(' ').next().and_then(|seconds| seconds.parse().ok()).context("the uptime")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    Ok(now - (up - ticks.context("a start")? / TICKS))
}

/// Prints the medians; gives the memory's.
fn told(what: &str, mut runs: Vec<Started>) -> u64 {
    runs.sort_by_key(|run| run.bytes);
    let bytes = runs[runs.len() / 2].bytes;
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let (least, middle) = (runs[0].seconds, runs[runs.len() / 2].seconds);
    println!("{}", json!({"what": what, "seconds": middle, "least": least, "bytes": bytes, "times": runs.len()}));
    bytes
}
