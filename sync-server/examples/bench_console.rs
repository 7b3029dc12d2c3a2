//! What the console's pages wait for over a whole country, on the embedded store or, with a URL, on PostgreSQL:
//! `cargo run --release -p sync-server --features test-support --example bench_console -- REGISTERS EACH [URL]`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot go on stops")]

use std::time::{Duration, Instant};

use sync::{Role, UnixMillis};
use sync_server::access::passwords;
use sync_server::console::practice;
use sync_server::http::Server;
use sync_server::office::Office;
use sync_server::settings::Settings;
use sync_server::stores::{Lane, Scope, User};

fn at(times: &mut [Duration], part: f64) -> Duration {
    times.sort();
    times[((times.len() - 1) as f64 * part) as usize]
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, or: u32| arguments.get(place).map_or(or, |text| text.parse().unwrap());
    let (registers, each) = (number(0, 10_000), number(1, 100));
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::in_folder(folder.path().join("data"));
    settings.listen.set_port(0);
    settings.postgres = arguments.get(2).cloned();
    (settings.console.relaxed, settings.console.doubles) = (true, false);
    let office = Office::open(settings).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let began = Instant::now();
        practice::fill(&office, registers, each).await.unwrap();
        println!("filled {} candidates in {:.0?}", registers * each, began.elapsed());
        let password = passwords::hash("", "three words apart").unwrap();
        let user = User {
            name: "amina".into(),
            password,
            role: Role::Operator,
            scope: Scope::All,
            disabled: false,
            failures: 0,
            locked_until: UnixMillis(0),
        };
        office.transact(Lane::Write, move |council| council.put_user(&user)).await.unwrap();
        let server = Server::start(office).await.unwrap();
        ask(&server, registers, each).await;
        server.stop().await;
    });
}

async fn ask(server: &Server, registers: u32, each: u32) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let (url, post) = (server.url(), |path: &str, body: String| {
        let request = client.post(format!("{}/console/api/{path}", server.url())).header("origin", server.url());
        request.header("x-daftari-console", "1").body(body)
    });
    let login = r#"{"name":"amina","password":"three words apart"}"#;
    let answer = post("login", login.into()).send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let mut times = Vec::new();
    for _ in 0..21 {
        let began = Instant::now();
        let request = client.get(format!("{url}/console/api/overview")).header("cookie", &cookie);
        let bytes = request.send().await.unwrap().bytes().await.unwrap().len();
        times.push(began.elapsed());
        if times.len() == 1 {
            println!("overview, first: {:.0?} ({bytes} bytes)", times[0]);
        }
    }
    println!(
        "overview, then: {:.1?} at the median, {:.1?} the slowest",
        at(&mut times[1..], 0.5),
        at(&mut times[1..], 1.0)
    );
    times.clear();
    let total = u64::from(registers) * u64::from(each);
    for place in 0..300_u64 {
        let whole = practice::name(place * 7919 % total);
        let words: Vec<&str> = whole.split(' ').collect();
        let text = match place % 5 {
            0 => words[0].to_owned(),
            1 => format!("{} {}", words[0], words[1]),
            2 => format!("{} {}", words[2], words[0]),
            3 => whole.clone(),
            _ => format!("{} {}", words[0], words[1].get(..3).unwrap_or(words[1])),
        };
        let began = Instant::now();
        let request = post("candidates/search", format!(r#"{{"text":"{text}"}}"#)).header("cookie", &cookie);
        request.send().await.unwrap().error_for_status().unwrap().bytes().await.unwrap();
        times.push(began.elapsed());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    println!(
        "search: {:.1?} median, {:.1?} p95, {:.1?} p99",
        at(&mut times, 0.5),
        at(&mut times, 0.95),
        at(&mut times, 0.99)
    );
}
