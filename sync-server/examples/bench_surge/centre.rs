//! One centre: its device, its candidates, its photographs, and what it does on the last evening.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use sync::frame::Frame;
use sync::message::{self, Answer, Hello, PicturePart, Pull, Request, StreamEnd};
use sync::sign_in::{Challenge, Knock, SignIn, Tokens};
use sync::{
    About, FieldWrite, Hash, Kind, Origin, PublicKey, Record, RegisterId, SecretKey, StreamId, UnixMillis, WriterId,
    chain_next, chain_start, log_start,
};

use crate::Failure;
use crate::line::Line;

/// A centre that comes once.
pub(crate) struct Centre {
    key: SecretKey,
    register: RegisterId,
    candidates: u64,
    pictures: u32,
}

/// How it went.
#[derive(Default)]
pub(crate) struct Times {
    /// From the last batch's first byte sent to its verified receipt.
    pub(crate) receipt: Duration,
    /// From signing in to the log taken.
    pub(crate) whole: Duration,
    /// Requests about text that were refused.
    pub(crate) refused: u32,
    /// Pictures that the council has.
    pub(crate) pictures: u32,
    /// Parts of pictures that were told to come later.
    pub(crate) put_off: u32,
}

impl Centre {
    /// The centre of this number.
    pub(crate) fn new(number: u32, candidates: u64, pictures: u32) -> Centre {
        let mut seed = [7; 32];
        seed[..4].copy_from_slice(&number.to_le_bytes());
        let register = RegisterId { centre: 10_000_001 + number, year: 2026 };
        Centre { key: SecretKey::of(&seed), register, candidates, pictures }
    }

    /// The key that the council enrolled.
    pub(crate) fn public(&self) -> PublicKey {
        self.key.public()
    }

    /// The centre's code.
    pub(crate) fn code(&self) -> u32 {
        self.register.centre
    }

    fn stream(&self) -> StreamId {
        StreamId { writer: WriterId::of(self.key.public().device(), self.register), incarnation: 1 }
    }

    /// Signs in, commits, sends, takes the log; then photographs.
    pub(crate) async fn comes(self, address: SocketAddr, council: PublicKey) -> Result<Times, Failure> {
        let (mut times, frames) = (Times::default(), self.batches()?);
        let begun = Instant::now();
        let mut line = Line::to(address).await?;
        self.sign_in(&mut line).await?;
        self.ask(&mut line, "hello", Request::Hello(self.hello()), &mut times).await?;
        let last = Frame::open(frames.last().ok_or("no batch")?).map_err(|error| error.to_string())?.head;
        self.ask(&mut line, "commit", Request::Commit(last), &mut times).await?;
        for frame in frames {
            let sent = Instant::now();
            match self.ask(&mut line, "push", Request::Push(frame), &mut times).await? {
                Answer::Stored(receipt) if receipt.is_of(&council) => times.receipt = sent.elapsed(),
                other => return Err(format!("{other:?} is no receipt").into()),
            }
        }
        let have = vec![StreamEnd { stream: self.stream(), n: last.n, tag: last.h.tag() }];
        let pull = Pull { register: self.register, after: 0, have, limit: 64 << 10 };
        self.ask(&mut line, "pull", Request::Pull(pull), &mut times).await?;
        times.whole = begun.elapsed();
        for picture in 0..self.pictures {
            self.send_picture(&mut line, picture, &mut times).await?;
        }
        Ok(times)
    }

    async fn sign_in(&self, line: &mut Line) -> Result<(), Failure> {
        let knock = serde_json::to_vec(&Knock { device: self.key.public().device() })?;
        let challenge: Challenge = serde_json::from_slice(&line.post("/v1/session/challenge", &knock).await?.1)?;
        let sign_in = serde_json::to_vec(&SignIn::new(&self.key, challenge))?;
        let tokens: Tokens = serde_json::from_slice(&line.post("/v1/session", &sign_in).await?.1)?;
        line.token = tokens.token;
        Ok(())
    }

    /// Asks until it is answered; a refusal that passes is counted, and asked again when told.
    async fn ask(&self, line: &mut Line, path: &str, asked: Request, times: &mut Times) -> Result<Answer, Failure> {
        let (path, body) = (format!("/v1/{path}"), message::to_bytes(&asked));
        loop {
            match line.post(&path, &body).await? {
                (200, answer) => return Ok(message::from_bytes(&answer)?),
                (429 | 503, _) => {
                    times.refused += 1;
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                (status, answer) => return Err(format!("{status}: {}", String::from_utf8_lossy(&answer)).into()),
            }
        }
    }

    async fn send_picture(&self, line: &mut Line, picture: u32, times: &mut Times) -> Result<(), Failure> {
        let bytes = portrait(self.register.centre, picture);
        let hash = Hash(*blake3::hash(&bytes).as_bytes());
        let part = PicturePart { register: self.register, hash, size: bytes.len() as u32, offset: 0, bytes };
        let body = message::to_bytes(&Request::PicturePart(part));
        loop {
            match line.post("/v1/pictures/part", &body).await? {
                (200, _) => break times.pictures += 1,
                (429 | 503, _) => {
                    times.put_off += 1;
                    tokio::time::sleep(Duration::from_secs(2)).await;
                }
                (status, answer) => return Err(format!("{status}: {}", String::from_utf8_lossy(&answer)).into()),
            }
        }
        Ok(())
    }

    fn hello(&self) -> Hello {
        let end = StreamEnd { stream: self.stream(), n: 0, tag: self.start().tag() };
        let (register, device) = (self.register, self.key.public().device());
        let log = (0, log_start(register).tag());
        Hello { register, device, streams: vec![end], lineage: Vec::new(), log, proof: None, circular: 0 }
    }

    fn start(&self) -> Hash {
        chain_start(self.stream().writer, 1)
    }

    /// The candidates in batches of 200.
    fn batches(&self) -> Result<Vec<Vec<u8>>, Failure> {
        let records: Vec<Vec<u8>> = (1..=self.candidates).map(|n| self.entry(n).to_bytes()).collect();
        let (mut before, mut first, mut frames) = (self.start(), 1, Vec::new());
        for batch in records.chunks(200) {
            let frame = Frame::seal(&self.key, self.register, 1, first, before, batch).map_err(|e| e.to_string())?;
            before = batch.iter().fold(before, |before, bytes| chain_next(before, bytes));
            first += batch.len() as u64;
            frames.push(frame);
        }
        Ok(frames)
    }

    fn entry(&self, n: u64) -> Record {
        const NAMES: [&str; 8] = ["ACHIENG", "MWANGI", "WANJIRU", "OTIENO", "CHEBET", "MUTUA", "HALIMA", "KIPTOO"];
        let drawn = u64::from(self.register.centre).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(n * 977);
        let pick = |shift: u32| NAMES[(drawn >> shift) as usize % NAMES.len()];
        let at = UnixMillis(1_770_000_000_000 + (n as i64) * 41_000);
        let values = [
            ("state", "entered".to_owned()),
            ("candidate_no", format!("{n:03}")),
            ("admission_no", (4_000 + n).to_string()),
            ("name", format!("{} {} {}", pick(20), pick(31), pick(40))),
            ("gender", if drawn & 4 == 0 { "F" } else { "M" }.to_owned()),
            ("year_of_birth", (2006 + drawn % 4).to_string()),
            ("birth_certificate_no", (drawn % 100_000_000).to_string()),
            ("citizenship", "C".to_owned()),
            ("entry_code", "1".to_owned()),
            ("qualification", "KCPE".to_owned()),
            ("qualifying_index", format!("{:08}{:03}", self.register.centre, drawn % 900)),
            ("qualifying_year", "2022".to_owned()),
            ("subjects", "101 102 121 231 233 312 443".to_owned()),
        ];
        let write = |(field, value): (&str, String)| FieldWrite { field: field.to_owned(), value, base: None };
        let fields: Vec<FieldWrite> = values.into_iter().map(write).collect();
        let about = About::Candidate(Origin { stream: self.stream(), n, at }.candidate(&fields));
        Record { n, about, kind: Kind::Import, fields, actor: "clerk".to_owned(), at, schema: 4 }
    }
}

/// Some ten kilobytes that begin as a photograph of 300 x 300 does; the server reads no further.
fn portrait(centre: u32, number: u32) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 44, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    let mut seed = blake3::Hasher::new();
    seed.update(&centre.to_le_bytes()).update(&number.to_le_bytes());
    let mut body = vec![0; 10_000];
    seed.finalize_xof().fill(&mut body);
    bytes.extend(body);
    bytes.extend([0xFF, 0xD9]);
    bytes
}
