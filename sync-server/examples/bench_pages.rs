//! What the console's pages wait for over a whole country, on the embedded store and, where its programs are, on PostgreSQL:
//! the overview, search by name, centres by name, and the import of as many results of the primary examination as there are
//! candidates. One JSON line a figure.
//!
//! `cargo run --release -p sync-server --features test-support --example bench_pages [REGISTERS [EACH [STORE]]]`

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;
use sync::{Role, UnixMillis};
use sync_server::access::passwords;
use sync_server::console::practice::country;
use sync_server::http::Server;
use sync_server::office::Office;
use sync_server::settings::{Rate, Settings};
use sync_server::stores::postgres::cluster::Cluster;
use sync_server::stores::{Lane, Scope, User};

const PASSWORD: &str = "three words apart";

/// How often the overview and centres are asked for, and names.
const OVERVIEWS: usize = 60;
const SEARCHES: u64 = 300;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, or: u32| arguments.get(place).map_or(or, |text| text.parse().unwrap());
    let (registers, each) = (number(0, 10_000), number(1, 100));
    let wanted = |store: &str| arguments.get(2).is_none_or(|only| only == store);
    if wanted("sqlite") {
        measure("SQLite", None, registers, each);
    }
    if wanted("postgres") {
        match Cluster::start() {
            Ok(cluster) => measure("PostgreSQL", Some(cluster.database().unwrap()), registers, each),
            Err(error) => eprintln!("no PostgreSQL measured: {error}"),
        }
    }
}

fn measure(store: &str, postgres: Option<String>, registers: u32, each: u32) {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::in_folder(folder.path().join("data"));
    settings.listen.set_port(0);
    settings.postgres = postgres;
    (settings.console.relaxed, settings.console.doubles) = (true, false);
    // Faster than people ask.
    let rate = Rate { per_second: 10_000, burst: 10_000 };
    (settings.limits.user, settings.limits.address) = (rate, rate);
    let office = Office::open(settings).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let began = Instant::now();
        country::fill(&office, registers, each).await.unwrap();
        eprintln!("{store}: {} candidates written in {:.0?}", registers * each, began.elapsed());
        let user = User {
            name: "wanjiru".into(),
            password: passwords::hash("", PASSWORD).unwrap(),
            role: Role::Supervisor,
            scope: Scope::All,
            disabled: false,
            failures: 0,
            locked_until: UnixMillis(0),
        };
        office.transact(Lane::Write, move |council| council.put_user(&user)).await.unwrap();
        let server = Server::start(office).await.unwrap();
        let page = Page::open(&server).await;
        let total = u64::from(registers) * u64::from(each);
        overview(&page, store, total).await;
        search(&page, store, total).await;
        centres(&page, store, u64::from(registers)).await;
        import(&page, store, total).await;
        server.stop().await;
    });
}

/// A page that is signed in.
struct Page {
    client: reqwest::Client,
    url: String,
    cookie: String,
}

impl Page {
    async fn open(server: &Server) -> Page {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut page = Page { client, url: server.url(), cookie: String::new() };
        let login = json!({ "name": "wanjiru", "password": PASSWORD }).to_string();
        let answer = page.post("login", login).send().await.unwrap();
        page.cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        page
    }

    fn post(&self, path: &str, body: String) -> reqwest::RequestBuilder {
        let request = self.client.post(format!("{}/console/api/{path}", self.url)).header("origin", &self.url);
        request.header("x-daftari-console", "1").header("cookie", &self.cookie).body(body)
    }

    fn get(&self, path: &str) -> reqwest::RequestBuilder {
        self.client.get(format!("{}/console/api/{path}", self.url)).header("cookie", &self.cookie)
    }
}

/// The bytes of an answer, and how long it took to come.
async fn answered(request: reqwest::RequestBuilder) -> (usize, Duration) {
    let began = Instant::now();
    let bytes = request.send().await.unwrap().error_for_status().unwrap().bytes().await.unwrap();
    (bytes.len(), began.elapsed())
}

fn say(what: &str, mut times: Vec<Duration>, more: &serde_json::Value) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64();
    for (name, part) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)] {
        println!(
            "{}",
            json!({ "what": format!("{what}, {name}"), "seconds": at(part), "of": times.len(), "more": more })
        );
    }
}

async fn overview(page: &Page, store: &str, total: u64) {
    let (bytes, first) = answered(page.get("overview")).await;
    println!(
        "{}",
        json!({ "what": format!("overview, {store}, first"), "seconds": first.as_secs_f64(), "bytes": bytes })
    );
    let mut times = Vec::new();
    for _ in 0..OVERVIEWS {
        times.push(answered(page.get("overview")).await.1);
    }
    say(&format!("overview, {store}"), times, &json!({ "candidates": total, "bytes": bytes }));
}

async fn search(page: &Page, store: &str, total: u64) {
    let mut times = Vec::new();
    for place in 0..SEARCHES {
        let whole = country::name(place * 7919 % total);
        let words: Vec<&str> = whole.split(' ').collect();
        let text = match place % 5 {
            0 => words[0].to_owned(),
            1 => format!("{} {}", words[0], words[1]),
            2 => format!("{} {}", words[2], words[0]),
            3 => whole.clone(),
            _ => format!("{} {}", words[0], words[1].get(..3).unwrap_or(words[1])),
        };
        times.push(answered(page.post("candidates/search", json!({ "text": text }).to_string())).await.1);
    }
    say(&format!("search by name, {store}"), times, &json!({ "candidates": total }));
}

/// Centres by words of their name, as they are offered while one is chosen.
async fn centres(page: &Page, store: &str, total: u64) {
    let mut times = Vec::new();
    for place in 0..OVERVIEWS as u64 {
        let path = format!("centres?name=up+{}+made&limit=12", place * 7919 % total);
        times.push(answered(page.get(&path)).await.1);
    }
    say(&format!("centres by name, {store}"), times, &json!({ "centres": total }));
}

/// Imports a result for each candidate, and compares all.
async fn import(page: &Page, store: &str, total: u64) {
    let mut table = String::from("INDEX NO,NAME,GENDER,YEAR OF BIRTH\n");
    for place in 0..total {
        let gender = if place.is_multiple_of(2) { "M" } else { "F" };
        let _ =
            writeln!(table, "{:011},{},{gender},{}", 10_000_000_000 + place, country::name(place), 2005 + place % 5);
    }
    let bytes = table.len();
    let (_, took) = answered(page.post("kcpe/import?year=2021", table)).await;
    let figure = json!({
        "what": format!("results imported, {store}"), "seconds": took.as_secs_f64(), "results": total, "bytes": bytes,
        "peak_bytes": peak_bytes(),
    });
    println!("{figure}");
    let (_, took) =
        answered(page.post("kcpe/compare?year=2026", "{}".into()).header("content-type", "application/json")).await;
    println!(
        "{}",
        json!({ "what": format!("entries compared, {store}"), "seconds": took.as_secs_f64(), "entries": total })
    );
}

fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) * 1024
}
