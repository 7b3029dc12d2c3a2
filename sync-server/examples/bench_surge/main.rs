//! The last evening before closing: every centre of the country signs in, commits, sends its candidates and takes its
//! log, with photographs queued behind. A real server process on loopback; prints JSON lines for `cargo xtask bench`.
//!
//! `bench_surge SERVER FOLDER [--centres N] [--operations N] [--seconds S] [--pictures N] [--postgres URL]`: `SERVER` is
//! the built `sync-server`, `FOLDER` an empty one for its data.

mod centre;
mod line;
mod server;

use std::sync::Arc;
use std::time::{Duration, Instant};

use centre::{Centre, Times};
use serde_json::json;
use server::Server;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// What is asked on the command line.
pub(crate) struct Surge {
    server: String,
    folder: std::path::PathBuf,
    centres: u32,
    operations: u64,
    seconds: u64,
    pictures: u32,
    postgres: Option<String>,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let surge = Arc::new(Surge::asked()?);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(run(surge))
}

impl Surge {
    fn asked() -> Result<Surge, Failure> {
        let mut words = std::env::args().skip(1);
        let server = words.next().ok_or("which server?")?;
        let folder = words.next().ok_or("which folder?")?.into();
        let (centres, operations, seconds, pictures, postgres) = (10_800, 1_000_000, 600, 2, None);
        let mut surge = Surge { server, folder, centres, operations, seconds, pictures, postgres };
        while let (Some(flag), Some(value)) = (words.next(), words.next()) {
            match flag.as_str() {
                "--centres" => surge.centres = value.parse()?,
                "--operations" => surge.operations = value.parse()?,
                "--seconds" => surge.seconds = value.parse()?,
                "--pictures" => surge.pictures = value.parse()?,
                "--postgres" => surge.postgres = Some(value),
                other => return Err(format!("{other}?").into()),
            }
        }
        Ok(surge)
    }

    fn candidates(&self) -> u64 {
        self.operations.div_ceil(self.centres.into())
    }
}

async fn run(surge: Arc<Surge>) -> Result<(), Failure> {
    let council = server::enrol(&surge).await?;
    let server = Server::start(&surge)?;
    let started = Instant::now();
    let times = rush(&surge, &server, council, started).await?;
    let lasted = started.elapsed();
    let (memory, disk) = (server.peak_memory(), server::disk(&surge.folder));
    let operations = surge.candidates() * u64::from(surge.centres);
    let receipts = sorted(times.iter().map(|times| times.receipt));
    let whole = sorted(times.iter().map(|times| times.whole));
    let store = if surge.postgres.is_some() { "PostgreSQL" } else { "SQLite" };
    println!(
        "{}",
        json!({
            "what": format!("the deadline on {store}"), "seconds": lasted.as_secs_f64(), "centres": surge.centres,
            "operations": operations, "refused": times.iter().map(|times| times.refused).sum::<u32>(),
            "pictures": times.iter().map(|times| times.pictures).sum::<u32>(),
            "pictures_put_off": times.iter().map(|times| times.put_off).sum::<u32>(),
            "receipt_p50": at(&receipts, 50), "receipt_p95": at(&receipts, 95), "receipt_p99": at(&receipts, 99),
            "receipt_max": at(&receipts, 100), "session_p99": at(&whole, 99),
            "memory_mb": memory / 1_000_000, "disk_mb": disk / 1_000_000,
        })
    );
    Ok(())
}

/// Every centre comes at its own moment, spread over the time; at most some thousand have a line open at once.
async fn rush(
    surge: &Arc<Surge>,
    server: &Server,
    council: sync::PublicKey,
    started: Instant,
) -> Result<Vec<Times>, Failure> {
    let (lines, mut centres) = (Arc::new(Semaphore::new(4_000)), JoinSet::new());
    let between = Duration::from_secs(surge.seconds).as_secs_f64() / f64::from(surge.centres);
    for number in 0..surge.centres {
        let centre = Centre::new(number, surge.candidates(), surge.pictures);
        let (lines, address) = (Arc::clone(&lines), server.address);
        let comes = started + Duration::from_secs_f64(between * f64::from(number));
        tokio::time::sleep_until(comes.into()).await;
        centres.spawn(async move {
            let _line = lines.acquire_owned().await?;
            centre.comes(address, council).await
        });
    }
    let mut times = Vec::with_capacity(surge.centres as usize);
    while let Some(came) = centres.join_next().await {
        times.push(came??);
    }
    Ok(times)
}

fn sorted(times: impl Iterator<Item = Duration>) -> Vec<f64> {
    let mut times: Vec<f64> = times.map(|time| time.as_secs_f64()).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn at(sorted: &[f64], percent: usize) -> f64 {
    sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}
