//! The line of a far school: 30 kbit/s, 600 ms, one segment in twenty lost, cut every 30 to 60 s. A centre of 100
//! candidates with photographs sends everything over it, to a real server, as `daftari sync` does. And on a good line, in
//! bytes on the wire with HTTP's own: a new candidate, a field's edit, a quiet hello. Prints JSON lines.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crash::proxy::{Drag, Proxy};
use desk::sync::{Cancel, Council, Options, Patience, enrol, synchronise};
use desk::{Desk, NewCentre, Office, Vault};
use register::{CandidateId, Operation, RegisterId, StreamId, UnixMillis, WriterId};
use regulations::{CentreCode, CentreKind, Draft, Field};
use serde_json::json;
use sync::enrolment::EnrolmentCode;
use sync_server::access::codes;
use sync_server::http::Server;
use sync_server::settings::Settings;
use sync_server::stores::{Lane, Purpose, Scope};
use tokio::runtime::Runtime;

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
const FAR: Drag = Drag { rate: 30_000, delay: Duration::from_millis(300), lost: 50, lives: Duration::from_secs(30) };

type Failure = Box<dyn std::error::Error>;

struct Bench {
    runtime: Runtime,
    server: Server,
    line: Proxy,
    office: Office,
    desk: Desk,
    council: Council,
}

fn main() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let mut bench = Bench::new(folder.path())?;
    bench.on_a_good_line()?;
    let folder = tempfile::tempdir()?;
    Bench::new(folder.path())?.on_the_far_line()
}

impl Bench {
    fn new(folder: &std::path::Path) -> Result<Bench, Failure> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let mut settings = Settings::in_folder(folder.join("council"));
        settings.listen.set_port(0);
        let server = runtime.block_on(Server::start(sync_server::office::Office::open(settings)?))?;
        let line = Proxy::to(server.address)?;
        let vault = Vault::new(Some("practice".to_owned()));
        let office = Office::at(folder.join("registers"), vault).with_anchors(folder.join("anchors"));
        let code = CentreCode::parse("24505105").map_err(|error| format!("{error:?}"))?;
        let centre = NewCentre { code, name: "Practice School".to_owned(), kind: CentreKind::School, year: 2026 };
        let desk = Desk::create(&office, None, &centre, "clerk", &[])?;
        let code = EnrolmentCode::of(&sync_server::clock::random()?);
        let (kept, now) = (code.clone(), server.office.now());
        let purpose = Purpose::Enrol { role: sync::Role::Head, scope: Scope::Centres(vec![REGISTER.centre]) };
        runtime.block_on(
            server.office.transact(Lane::Write, move |store| codes::keep(store, &kept, purpose.clone(), "server", now)),
        )?;
        let url = format!("http://{}", line.address);
        enrol(&office, &url, &code.to_string(), "the head's", false, Cancel::default())?;
        let council = Council::of(&office, Cancel::default())?;
        Ok(Bench { runtime, server, line, office, desk, council })
    }

    /// One round; how many bytes went each way, and how long it took.
    fn round(&mut self, options: &Options) -> Result<(u64, u64), Failure> {
        let (up, down) = self.line.carried();
        let report = synchronise(&self.office, &mut self.council, &mut self.desk, options, &mut |_| ())?;
        match report.error() {
            Some(error) => Err(error.to_string().into()),
            None => Ok((self.line.carried().0 - up, self.line.carried().1 - down)),
        }
    }

    fn on_a_good_line(&mut self) -> Result<(), Failure> {
        let options = Options::with_pictures(true);
        self.round(&options)?;
        let entered = self.enter(500)?;
        let (up, down) = self.round(&options)?;
        told("a centre of 500 over HTTP", json!({ "up_each": up as f64 / 500.0, "down": down }));
        for id in &entered {
            let fields = vec![(Field::BirthCertificateNo, format!("{:08}", 10_000_000 + u32::from(id.0[0]) * 7919))];
            self.desk.transact(Operation::ChangeFields { candidate: *id, fields })?;
        }
        let (up, down) = self.round(&options)?;
        told("500 edits over HTTP", json!({ "up_each": up as f64 / 500.0, "down": down }));
        let (up, down) = self.round(&options)?;
        told("a quiet hello", json!({ "bytes": up + down, "up": up, "down": down }));
        let sizes = self.photograph(&entered[..100])?;
        let (up, down) = self.round(&options)?;
        let over = (up + down) as f64 / sizes as f64;
        told("100 photographs over HTTP", json!({ "up": up, "down": down, "of": sizes, "over": over }));
        Ok(())
    }

    fn on_the_far_line(mut self) -> Result<(), Failure> {
        let entered = self.enter(100)?;
        let sizes = self.photograph(&entered)?;
        self.line.drag(FAR);
        self.line.hang_up();
        let (begun, ended) = (Instant::now(), Arc::new(AtomicBool::new(false)));
        let committed = self.watch(begun, &ended);
        let (mut text, mut cuts) = (None, 0);
        let patience = Patience { failures: 100, unheard: 100, ..Patience::default() };
        let options = Options { patience, ..Options::with_pictures(true) };
        loop {
            let report = synchronise(&self.office, &mut self.council, &mut self.desk, &options, &mut |progress| {
                if progress.operations > 0 && progress.operations_sent == progress.operations {
                    text.get_or_insert_with(|| begun.elapsed());
                }
            })?;
            match report.error() {
                None => break,
                Some(_) if begun.elapsed() < Duration::from_secs(3600) => cuts += 1,
                Some(error) => return Err(error.to_string().into()),
            }
        }
        let all = begun.elapsed();
        ended.store(true, Ordering::SeqCst);
        let committed = committed.join().map_err(|_| "the watch ended")?;
        let (up, down) = self.line.carried();
        let seconds = |time: Option<Duration>| time.map(|time| time.as_secs_f64());
        told(
            "the far line: 100 candidates, 100 photographs",
            json!({ "first_commitment_s": seconds(committed), "text_receipt_s": seconds(text),
                    "photographs_s": all.as_secs_f64(), "bytes_up": up, "bytes_down": down,
                    "photographs_bytes": sizes, "given_up_and_begun_again": cuts }),
        );
        Ok(())
    }

    /// When the council first keeps a head of this desk.
    fn watch(&self, begun: Instant, ended: &Arc<AtomicBool>) -> std::thread::JoinHandle<Option<Duration>> {
        let writer = WriterId::of(self.council.identity().device(), REGISTER);
        let stream = StreamId { writer, incarnation: 1 };
        let (office, handle, ended) = (self.server.office.clone(), self.runtime.handle().clone(), ended.clone());
        std::thread::spawn(move || {
            while !ended.load(Ordering::SeqCst) {
                let kept = office.transact(Lane::Read, move |store| {
                    let end = store.stream(stream)?.is_some();
                    Ok(end || !store.commitments(stream, UnixMillis(i64::MAX))?.is_empty())
                });
                if handle.block_on(kept).unwrap_or(false) {
                    return Some(begun.elapsed());
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            None
        })
    }

    fn enter(&mut self, count: u32) -> Result<Vec<CandidateId>, Failure> {
        const NAMES: [&str; 8] = ["ACHIENG", "MWANGI", "WANJIRU", "OTIENO", "CHEBET", "MUTUA", "HALIMA", "KIPTOO"];
        let mut entered = Vec::new();
        for n in 0..count {
            let drawn = n.wrapping_mul(2_654_435_761);
            let pick = |shift: u32| NAMES[(drawn >> shift) as usize % NAMES.len()];
            let name = format!("{} {} {}", pick(3), pick(11), pick(19));
            let (certificate, index) = (format!("{:08}", drawn % 100_000_000), format!("24505105{:03}", n % 900));
            let values = [
                (Field::Name, name.as_str()),
                (Field::Gender, if drawn & 1 == 0 { "F" } else { "M" }),
                (Field::YearOfBirth, ["2006", "2007", "2008", "2009"][drawn as usize % 4]),
                (Field::BirthCertificateNo, certificate.as_str()),
                (Field::Citizenship, "C"),
                (Field::EntryCode, "1"),
                (Field::Qualification, "KCPE"),
                (Field::QualifyingIndex, index.as_str()),
                (Field::QualifyingYear, "2022"),
                (Field::Subjects, "101 102 121 231 233 312 443"),
            ];
            entered.extend(self.desk.transact(Operation::EnterCandidate(Draft::with(values)))?.entered);
        }
        Ok(entered)
    }

    /// Photographs of the size that `intake` makes them, some ten kilobytes.
    fn photograph(&mut self, of: &[CandidateId]) -> Result<usize, Failure> {
        let pictures: Vec<(CandidateId, Vec<u8>)> = of.iter().map(|id| (*id, portrait(*id))).collect();
        let sizes = pictures.iter().map(|(_, bytes)| bytes.len()).sum();
        self.desk.transact(Operation::AttachPhotographs(pictures))?;
        Ok(sizes)
    }
}

/// It begins as a JPEG of 300 x 300 does; nobody on the way reads further.
fn portrait(of: CandidateId) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 44, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    let mut body = vec![0; 9_500];
    blake3::Hasher::new().update(&of.0).finalize_xof().fill(&mut body);
    bytes.extend(body);
    bytes.extend([0xFF, 0xD9]);
    bytes
}

fn told(what: &str, mut values: serde_json::Value) {
    values["what"] = json!(what);
    println!("{values}");
}
