//! The real window against the least window of the same toolkit (`src-tauri/examples/bare`), in the same run: start to
//! usable, memory after an hour's work, and what a clerk waits for in between. Prints JSON lines; arguments name the parts
//! that are measured alone (`start`, `waits`, `many`, `hour`). Owns the order of things; times are taken inside the page,
//! so that the driver's own are not among them.

mod clock;
mod hour;
mod many;
mod start;
mod waits;

use std::path::{Path, PathBuf};

use desktop::{Place, Seat, Session, memory};
use serde_json::json;

use crate::clock::Clock;

/// How often each window is started, in turn.
const STARTS: usize = 9;

/// Candidates of the register that is worked on, and rows of the spreadsheet that is brought.
const ROWS: usize = 600;
const SHEET: usize = 5_000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::current_exe()?.parent().and_then(|folder| folder.parent()).map(PathBuf::from);
    let folder = folder.unwrap_or_default();
    let (window, bare) = (folder.join("daftari-window"), folder.join("examples/bare"));
    let least = if wanted("start") { start::measured(&window, &bare, STARTS).await? } else { 0 };
    if wanted("waits") || wanted("many") {
        waits_of_a_morning(&window).await?;
    }
    if wanted("hour") {
        let worked = memory_after_an_hour(&window).await?;
        let beyond = worked.saturating_sub(least);
        println!("{}", json!({"what": "window beyond the bare one", "bytes": beyond, "window": worked, "bare": least}));
    }
    Ok(())
}

fn wanted(part: &str) -> bool {
    std::env::args().len() == 1 || std::env::args().any(|argument| argument == part)
}

/// A window on a school's register, its grid on the screen.
async fn at_work(seat: &Seat, window: &Path) -> anyhow::Result<Session> {
    let session = Session::of(seat, window).await?;
    session.resize(1366, 768).await?;
    session.until("the first page", "return !!document.querySelector('main h1')").await?;
    many::school(&Clock::before(&session).await?, ROWS).await?;
    Ok(session)
}

async fn waits_of_a_morning(window: &Path) -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = at_work(&seat, window).await?;
    let clock = Clock { session: &session };
    if wanted("waits") {
        waits::keystroke(&clock).await?;
        waits::filter(&clock).await?;
        waits::search(&clock).await?;
        waits::scroll(&clock).await?;
    }
    if wanted("many") {
        many::paste(&clock, 200).await?;
        many::spreadsheet(&clock, SHEET).await?;
    }
    session.close().await
}

/// In bytes, of all processes of a window that nothing but the hour's work was done in.
async fn memory_after_an_hour(window: &Path) -> anyhow::Result<u64> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = at_work(&seat, window).await?;
    hour::of_work(&Clock { session: &session }).await?;
    let bytes = memory::proportional(&start::path(window)?)?;
    session.close().await?;
    Ok(bytes)
}
