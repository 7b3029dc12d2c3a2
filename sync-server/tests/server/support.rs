//! A server and those who ask it.

use std::sync::Arc;

use reqwest::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sync::enrolment::{Admission, Application, EnrolmentCode};
use sync::frame::Frame;
use sync::message::{self, Answer, Request};
use sync::sign_in::{Challenge, Knock, SignIn, Tokens};
use sync::{
    About, FieldWrite, Hash, Kind, Receipt, Record, RegisterId, Role, SecretKey, StreamId, UnixMillis, WriterId,
    chain_next, chain_start,
};
use sync_server::access::codes;
use sync_server::http::Server;
use sync_server::office::Office;
use sync_server::settings::Settings;
use sync_server::stores::postgres::cluster::Cluster;
use sync_server::stores::{Council, Lane, Purpose, Scope, StoreError, User};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;

pub(crate) const OWN: u32 = 24_505_105;
pub(crate) const FOREIGN: u32 = 31_101_007;
pub(crate) const REGISTER: RegisterId = RegisterId { centre: OWN, year: 2026 };
pub(crate) const ELSEWHERE: RegisterId = RegisterId { centre: FOREIGN, year: 2026 };
pub(crate) const PASSWORD: &str = "three words apart";

/// A running server.
pub(crate) struct Town {
    pub(crate) server: Server,
    pub(crate) folder: Arc<TempDir>,
    pub(crate) client: reqwest::Client,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) status: StatusCode,
    pub(crate) kind: String,
    pub(crate) retry_after: Option<u32>,
    pub(crate) body: Vec<u8>,
}

impl Came {
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }

    /// The stable code of a problem; empty when all was well.
    pub(crate) fn code(&self) -> String {
        match self.status {
            StatusCode::OK => String::new(),
            _ => {
                assert_eq!(self.kind, "application/problem+json");
                let problem: Value = self.json();
                assert_eq!(problem["status"], self.status.as_u16());
                assert!(problem["whatToDo"].as_str().is_some_and(|text| !text.is_empty()));
                problem["code"].as_str().unwrap().to_owned()
            }
        }
    }

    pub(crate) fn answer(&self) -> Answer {
        assert_eq!(self.status, StatusCode::OK, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.kind, "application/vnd.daftari");
        message::from_bytes(&self.body).unwrap()
    }
}

impl Town {
    pub(crate) async fn new() -> Town {
        Town::with(|_| ()).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Town {
        Town::at(Arc::new(tempfile::tempdir().unwrap()), change).await
    }

    pub(crate) async fn at(folder: Arc<TempDir>, change: impl FnOnce(&mut Settings)) -> Town {
        // The client finds it installed when another test was first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut settings = Settings::in_folder(folder.path().join("data"));
        settings.listen.set_port(0);
        change(&mut settings);
        let office = tokio::task::spawn_blocking(|| Office::open(settings).unwrap()).await.unwrap();
        let server = Server::start(office).await.unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Town { server, folder, client }
    }

    /// On a PostgreSQL of its own.
    pub(crate) async fn on_postgres() -> Town {
        let url = tokio::task::spawn_blocking(|| cluster().database().unwrap()).await.unwrap();
        Town::with(|settings| settings.postgres = Some(url)).await
    }

    /// The console's rows are as far as the logs are.
    pub(crate) async fn catch_up(&self) {
        sync_server::console::catch_up(self.office()).await.unwrap();
    }

    /// Sends a batch, which is taken in.
    pub(crate) async fn push(&self, device: &Device, batch: Vec<u8>) -> Receipt {
        stored(&self.say(&device.token, &Request::Push(batch)).await)
    }

    pub(crate) fn office(&self) -> &Arc<Office> {
        &self.server.office
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, token: &str, body: Vec<u8>) -> Came {
        let method: reqwest::Method = method.parse().unwrap();
        let mut request = self.client.request(method, self.server.url() + path).body(body);
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.unwrap();
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (kind, retry_after) = (header("content-type").unwrap_or_default(), header("retry-after"));
        let retry_after = retry_after.map(|seconds| seconds.parse().unwrap());
        Came { status: response.status(), kind, retry_after, body: response.bytes().await.unwrap().to_vec() }
    }

    /// Says so many bytes of a body and hangs up.
    pub(crate) async fn send_half(&self, path: &str, token: &str, body: &[u8], half: usize) {
        let mut line = tokio::net::TcpStream::connect(self.server.address).await.unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: council\r\nauthorization: Bearer {token}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        line.write_all(&[head.as_bytes(), &body[..half]].concat()).await.unwrap();
        line.shutdown().await.unwrap();
    }

    pub(crate) async fn post<T: Serialize>(&self, path: &str, token: &str, body: &T) -> Came {
        self.ask("POST", path, token, serde_json::to_vec(body).unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str, token: &str) -> Came {
        self.ask("GET", path, token, Vec::new()).await
    }

    pub(crate) async fn say(&self, token: &str, request: &Request) -> Came {
        self.ask("POST", path_of(request), token, message::to_bytes(request)).await
    }

    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Council) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        self.office().transact(Lane::Write, work).await.unwrap()
    }

    /// A code for a device.
    pub(crate) async fn code(&self, role: Role, scope: Scope) -> EnrolmentCode {
        let code = EnrolmentCode::of(&sync_server::clock::random().unwrap());
        let (kept, now) = (code.clone(), self.office().now());
        let purpose = Purpose::Enrol { role, scope };
        self.write(move |council| codes::keep(council, &kept, purpose.clone(), "server", now)).await;
        code
    }

    /// A device, enrolled and signed in.
    pub(crate) async fn device(&self, role: Role, scope: Scope) -> Device {
        self.device_at(REGISTER, role, scope).await
    }

    /// A device that writes another centre's register.
    pub(crate) async fn device_at(&self, register: RegisterId, role: Role, scope: Scope) -> Device {
        let mut device = Device::at(register);
        let came = self.post("/v1/enrol", "", &device.application(&self.code(role, scope).await)).await;
        let _: Admission = came.json();
        device.token = self.sign_in(&device).await.json::<Tokens>().token;
        device
    }

    pub(crate) async fn sign_in(&self, device: &Device) -> Came {
        let knock = Knock { device: device.key.public().device() };
        let challenge: Challenge = self.post("/v1/session/challenge", "", &knock).await.json();
        self.post("/v1/session", "", &SignIn::new(&device.key, challenge)).await
    }

    /// A user with the password of all tests.
    pub(crate) async fn user(&self, name: &str, role: Role, scope: Scope) {
        let password = password_string();
        let (name, locked_until) = (name.to_owned(), UnixMillis(0));
        let user = User { name, password, role, scope, disabled: false, failures: 0, locked_until };
        self.write(move |council| council.put_user(&user)).await;
    }

    pub(crate) async fn login(&self, name: &str) -> String {
        let body = serde_json::json!({ "name": name, "password": PASSWORD });
        self.post("/v1/login", "", &body).await.json::<Tokens>().token
    }

    pub(crate) async fn stop(self) -> Arc<TempDir> {
        self.server.stop().await;
        self.folder
    }
}

/// All tests' databases are in one cluster, which ends with the process.
fn cluster() -> &'static Cluster {
    static CLUSTER: std::sync::LazyLock<Cluster> = std::sync::LazyLock::new(|| Cluster::start().unwrap());
    &CLUSTER
}

/// A field's first value.
pub(crate) fn write(field: &str, value: &str) -> FieldWrite {
    FieldWrite { field: field.into(), value: value.into(), base: None }
}

/// Worked out once: it takes a while in a debug build.
fn password_string() -> String {
    static STRING: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    STRING.get_or_init(|| sync_server::access::passwords::hash("nobody", PASSWORD).unwrap()).clone()
}

pub(crate) fn path_of(request: &Request) -> &'static str {
    match request {
        Request::Hello(_) => "/v1/hello",
        Request::Commit(_) => "/v1/commit",
        Request::Push(_) => "/v1/push",
        Request::Pull(_) => "/v1/pull",
        Request::Locate(_) => "/v1/locate",
        Request::PicturesHave(..) => "/v1/pictures/have",
        Request::PicturePart(_) => "/v1/pictures/part",
        Request::PictureParts(_) => "/v1/pictures/parts",
        Request::PictureGet(..) => "/v1/pictures/get",
        Request::Circulars(_) => "/v1/circulars",
    }
}

/// A device as a desk would be: a key and a stream that it writes.
pub(crate) struct Device {
    pub(crate) key: SecretKey,
    pub(crate) identity: age::x25519::Identity,
    pub(crate) token: String,
    register: RegisterId,
    n: u64,
    h: Hash,
}

impl Device {
    pub(crate) fn new() -> Device {
        Device::at(REGISTER)
    }

    /// Of another centre.
    pub(crate) fn at(register: RegisterId) -> Device {
        let key = SecretKey::of(&sync_server::clock::random().unwrap());
        let h = chain_start(WriterId::of(key.public().device(), register), 1);
        Device { key, identity: age::x25519::Identity::generate(), token: String::new(), register, n: 0, h }
    }

    pub(crate) fn application(&self, code: &EnrolmentCode) -> Application {
        Application::new(code, self.key.public(), "Office", &self.identity.to_public().to_string())
    }

    pub(crate) fn stream(&self) -> StreamId {
        StreamId { writer: WriterId::of(self.key.public().device(), self.register), incarnation: 1 }
    }

    /// Whether it writes this register.
    pub(crate) fn writes(&self, register: RegisterId) -> bool {
        self.register == register
    }

    /// The next batch of so many entries.
    pub(crate) fn batch(&mut self, count: u64) -> Vec<u8> {
        let (first, before) = (self.n + 1, self.h);
        let records: Vec<Vec<u8>> = (first..first + count).map(|n| self.entry(n).to_bytes()).collect();
        self.h = records.iter().fold(before, |h, bytes| chain_next(h, bytes));
        self.n += count;
        Frame::seal(&self.key, self.register, 1, first, before, &records).unwrap()
    }

    /// The next batch, of these operations.
    pub(crate) fn batch_of(&mut self, said: &[(About, Kind, Vec<FieldWrite>)]) -> Vec<u8> {
        let (first, before) = (self.n + 1, self.h);
        let record = |(n, (about, kind, fields)): (u64, &(About, Kind, Vec<FieldWrite>))| {
            let at = UnixMillis(1_770_000_000_000 + n as i64);
            Record { n, about: *about, kind: *kind, fields: fields.clone(), actor: "clerk".into(), at, schema: 4 }
        };
        let records: Vec<Vec<u8>> = (first..).zip(said).map(record).map(|record| record.to_bytes()).collect();
        self.h = records.iter().fold(before, |h, bytes| chain_next(h, bytes));
        self.n += records.len() as u64;
        Frame::seal(&self.key, self.register, 1, first, before, &records).unwrap()
    }

    /// The name of the candidate whom the next operation but so many enters with these fields.
    pub(crate) fn candidate(&self, after: u64, fields: &[FieldWrite]) -> About {
        let n = self.n + 1 + after;
        let at = UnixMillis(1_770_000_000_000 + n as i64);
        About::Candidate(sync::Origin { stream: self.stream(), n, at }.candidate(fields))
    }

    fn entry(&self, n: u64) -> Record {
        let at = UnixMillis(1_770_000_000_000 + n as i64);
        let write = |field: &str, value: &str| FieldWrite { field: field.into(), value: value.into(), base: None };
        let fields = vec![write("state", "entered"), write("name", &format!("MADE UP {n}"))];
        let about = About::Candidate(sync::Origin { stream: self.stream(), n, at }.candidate(&fields));
        Record { n, about, kind: Kind::Enter, fields, actor: "clerk".into(), at, schema: 4 }
    }
}

pub(crate) fn stored(came: &Came) -> Receipt {
    match came.answer() {
        Answer::Stored(receipt) => receipt,
        other => panic!("{other:?}"),
    }
}
