//! Two servers, processes of their own, on one PostgreSQL; one and then the other is killed in the middle of the work.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, RwLock};

use sync::message::{self, Answer, Request};
use sync::{Hash, Receipt, RegisterId, Role, UnixMillis, log_next, log_start};
use sync_server::stores::postgres::Postgres;
use sync_server::stores::{Database, Lane, Scope, Subject, Token, TokenUse};
use tempfile::TempDir;

use crate::bed::{cluster, council, queue};
use crate::school::{REGISTER, School};

const SCHOOLS: u8 = 6;
const BATCHES: u64 = 40;
const BATCH: u64 = 5;
const KILLS: u64 = 6;

/// A server's process. Killed when dropped, and not asked.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(data: &Path, postgres: &str) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sync-server"));
        command.env_clear().arg("--data").arg(data).args(["--postgres", postgres, "--listen", "127.0.0.1:0"]);
        command.arg("--config").arg(data.join("server.toml"));
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("sync-server listens on ").unwrap_or_else(|| panic!("{line:?}"));
        Server { url: url.to_owned(), process }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A data folder with the council's key, as each of the servers has it.
fn data() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("council.key"), Hash(*council().seed()).to_string()).unwrap();
    // All schools of the country are behind one address here.
    let limits =
        ["device", "user", "address", "sign_in"].map(|who| format!("{who} = {{ per_second = 99999, burst = 99999 }}"));
    std::fs::write(folder.path().join("server.toml"), format!("[limits]\n{}\n", limits.join("\n"))).unwrap();
    folder
}

fn enrol(office: &Postgres, school: &School) -> String {
    let secret = *blake3::hash(&*school.key.seed()).as_bytes();
    let device = school.device(Role::Clerk, Scope::Centres(vec![school.register.centre]));
    let token = Token {
        hash: Hash(*blake3::hash(&secret).as_bytes()),
        family: [1; 16],
        subject: Subject::Device(device.key.device()),
        serves: TokenUse::Access,
        expires: UnixMillis(i64::MAX),
        spent: false,
    };
    let work = move |council: &mut dyn sync_server::stores::Council| {
        council.put_device(&device)?;
        council.put_token(&token)
    };
    queue(office, Lane::Write, work).recv().unwrap().unwrap();
    Hash(secret).to_string()
}

/// What all schools and the killer know.
struct Town {
    urls: [RwLock<String>; 2],
    acknowledged: AtomicU64,
    receipts: Mutex<Vec<Receipt>>,
}

/// Sends everything, to one server or the other, from where the last answer says, until all of it is acknowledged.
async fn work(town: &Town, school: &School, token: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let (mut next, mut turn) = (1, usize::from(school.key.seed()[0]));
    while next <= school.n() {
        let url = town.urls[turn % 2].read().unwrap().clone() + "/v1/push";
        let batch = school.batch(next, next + BATCH - 1);
        let asked = client.post(url).bearer_auth(token).body(message::to_bytes(&Request::Push(batch))).send().await;
        let Ok(response) = asked else {
            turn += 1;
            tokio::task::yield_now().await;
            continue;
        };
        let status = response.status();
        match response.bytes().await.ok().and_then(|body| message::from_bytes::<Answer>(&body).ok()) {
            Some(Answer::Stored(receipt)) => {
                assert!(receipt.received.n >= next);
                next = receipt.received.n + 1;
                town.receipts.lock().unwrap().push(receipt);
                town.acknowledged.fetch_add(1, Ordering::SeqCst);
                turn += usize::from(next % 3 == 0);
            }
            Some(other) => panic!("{other:?}"),
            None => assert!(status.is_success() || status.is_server_error(), "{status}"),
        }
    }
}

/// Kills one server and then the other while the work goes on, each time after so many more receipts.
fn kill_in_turn(town: &Town, servers: &mut [Server; 2], start: impl Fn(usize) -> Server) {
    let all = u64::from(SCHOOLS) * BATCHES;
    for turn in 1..=KILLS {
        while town.acknowledged.load(Ordering::SeqCst) < turn * all / (KILLS + 1) {
            std::thread::yield_now();
        }
        let place = turn as usize % 2;
        servers[place] = {
            let _ = servers[place].process.kill();
            start(place)
        };
        town.urls[place].write().unwrap().clone_from(&servers[place].url);
    }
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_when_servers_on_one_database_are_killed() {
    let (url, folders) = (cluster().database().unwrap(), [data(), data()]);
    let own = tempfile::tempdir().unwrap();
    let office = Postgres::open(&url, &own.path().join("epoch"), council().public()).unwrap();
    let mut schools: Vec<School> = (1..=SCHOOLS).map(|seed| School::with(seed, REGISTER)).collect();
    // Half of them are of another centre.
    schools.iter_mut().step_by(2).for_each(|school| school.register = RegisterId { centre: 1, ..REGISTER });
    schools.iter_mut().for_each(|school| school.writes((BATCHES * BATCH) as usize, "A"));
    let tokens: Vec<String> = schools.iter().map(|school| enrol(&office, school)).collect();
    let start = |place: usize| Server::start(folders[place].path(), &url);
    let mut servers = [start(0), start(1)];
    let urls = [0, 1].map(|place| RwLock::new(servers[place].url.clone()));
    let town = Town { urls, acknowledged: AtomicU64::new(0), receipts: Mutex::default() };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| kill_in_turn(&town, &mut servers, start));
        runtime.block_on(async {
            let working = schools.iter().zip(&tokens).map(|(school, token)| work(&town, school, token));
            futures(working.collect()).await;
        });
    });
    let receipts = town.receipts.into_inner().unwrap();
    assert!(receipts.iter().all(|receipt| receipt.is_of(&council().public())));
    all_is_there_once(&office, &schools, &receipts);
}

/// Waits for all of them.
async fn futures<'f>(all: Vec<impl Future<Output = ()> + 'f>) {
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    std::future::poll_fn(|context| {
        all.retain_mut(|one| one.as_mut().poll(context).is_pending());
        if all.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

fn all_is_there_once(office: &dyn Database, schools: &[School], receipts: &[Receipt]) {
    let registers: std::collections::BTreeSet<_> = schools.iter().map(|school| school.register).collect();
    for register in registers {
        let runs = queue(office, Lane::Read, move |c| c.runs(register, 0, usize::MAX)).recv().unwrap().unwrap();
        let (mut position, mut l) = (0, log_start(register));
        for run in &runs {
            assert_eq!(run.position, position + 1, "no gap and nothing twice");
            let school = schools.iter().find(|school| school.stream() == run.stream).unwrap();
            let mark = run.marks[0].1.to_bytes();
            l = (run.first..=run.last).fold(l, |l, n| log_next(l, school.hash(n), mark));
            assert_eq!(run.log.l, l);
            position = run.log.position;
        }
        let written: u64 = schools.iter().filter(|school| school.register == register).map(School::n).sum();
        assert_eq!(position, written);
        for receipt in receipts.iter().filter(|receipt| receipt.received.register == register) {
            let at = receipt.received.log;
            let found = queue(office, Lane::Read, move |c| c.log_at(register, at.position)).recv().unwrap().unwrap();
            assert_eq!(found, Some(at.l), "what was acknowledged stands where the receipt says");
        }
    }
}
