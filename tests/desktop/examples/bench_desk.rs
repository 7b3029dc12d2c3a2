//! The real window against the least window of the same toolkit (`src-tauri/examples/bare`), in the same run: start to
//! usable, and memory. Prints JSON lines.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use desktop::{Place, Seat, Session, memory};
use serde_json::json;

/// How often each is started, in turn.
const RUNS: usize = 7;

/// What a started program took.
struct Started {
    seconds: f64,
    bytes: u64,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::current_exe()?.parent().and_then(Path::parent).map(PathBuf::from).unwrap_or_default();
    let (window, bare) = (folder.join("daftari-window"), folder.join("examples/bare"));
    let (mut of_window, mut of_bare) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        of_bare.push(started(&bare).await?);
        of_window.push(started(&window).await?);
    }
    let (window, bare) = (median(of_window), median(of_bare));
    println!("{}", json!({"what": "bare window, start to usable", "seconds": bare.seconds, "bytes": bare.bytes}));
    println!("{}", json!({"what": "window, start to usable", "seconds": window.seconds, "bytes": window.bytes}));
    Ok(())
}

/// Starts a program in a new place and waits until its heading is drawn.
async fn started(program: &Path) -> anyhow::Result<Started> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let began = Instant::now();
    let session = Session::of(&seat, program).await?;
    session.until("a heading", "return !!document.querySelector('h1')").await?;
    let seconds = began.elapsed().as_secs_f64();
    let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // What was begun beside the first page is done when nothing more is asked for.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let bytes = memory::proportional(&name)?;
    session.close().await?;
    Ok(Started { seconds, bytes })
}

fn median(mut runs: Vec<Started>) -> Started {
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    runs.swap_remove(runs.len() / 2)
}
