//! The practice council's console, as a browser asks for it. Owns what is printed of it, and how long it stays: while a
//! person sits before the terminal; else it is tried and ended.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::council::{Council, Login};

/// How long the server may take to look at what came.
const PATIENCE: Duration = Duration::from_secs(60);

/// Signed in at the console.
struct Operator<'c> {
    council: &'c Council,
    cookie: String,
}

/// Prints where the console is, who can sign in, and what waits, as soon as something waits in every queue.
pub(super) fn show(council: &Council) -> anyhow::Result<()> {
    let login = council.logins.iter().find(|login| login.role == "operator").context("nobody can sign in")?;
    let page = ureq::get(format!("{}/console/", council.url)).call()?.body_mut().read_to_string()?;
    ensure!(page.contains("<script"), "the console is not built into the server");
    let waiting = Operator::enter(council, login)?.waiting()?;
    println!("\n=== The console\n{}/console/", council.url);
    for Login { name, password, role } in &council.logins {
        println!("  name {name:<20} password {password}   ({role})");
    }
    println!("Practice logins need no second factor (one can be set up after signing in).");
    let all: u64 = waiting.values().sum();
    println!("{all} cases are waiting:");
    for (queue, count) in &waiting {
        println!("  {queue:<10} {count}");
    }
    Ok(())
}

/// Leaves the console open until somebody presses Enter; not where nobody sits.
pub(super) fn stay() -> anyhow::Result<()> {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        println!("\nNobody sits before a terminal here, so the console is ended.");
        return Ok(());
    }
    println!("\nThe console stays open; press Enter to end it.");
    std::io::stdin().read_line(&mut String::new())?;
    Ok(())
}

impl<'c> Operator<'c> {
    fn enter(council: &'c Council, Login { name, password, .. }: &Login) -> anyhow::Result<Operator<'c>> {
        let answer = ureq::post(format!("{}/console/api/login", council.url))
            .header("x-daftari-console", "1")
            .header("origin", &council.url)
            .send_json(json!({ "name": name, "password": password }))
            .context("signing in at the console")?;
        let cookie = answer.headers().get("set-cookie").context("no session was given")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(Operator { council, cookie })
    }

    /// How many cases wait, by queue, once each has one.
    fn waiting(&self) -> anyhow::Result<BTreeMap<String, u64>> {
        let begun = Instant::now();
        loop {
            let waiting = self.queues()?;
            if !waiting.is_empty() && waiting.values().all(|count| *count > 0) {
                return Ok(waiting);
            }
            ensure!(begun.elapsed() < PATIENCE, "not every case came into its queue: {waiting:?}");
            sleep(Duration::from_millis(200));
        }
    }

    fn queues(&self) -> anyhow::Result<BTreeMap<String, u64>> {
        let asked = ureq::get(format!("{}/console/api/queues", self.council.url)).header("cookie", &self.cookie);
        let standing: Value = asked.call()?.body_mut().read_json()?;
        let rows = standing["rows"].as_array().context("no queues were told")?;
        let count = |row: &Value| Some((row["queue"].as_str()?.to_owned(), row["waiting"].as_u64()?));
        Ok(rows.iter().filter_map(count).collect())
    }
}
