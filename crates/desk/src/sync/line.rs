//! The connection to the council: HTTP/1.1 kept alive, rustls, times that suit a slow link. Owns one question and its
//! answer, stopped at any time; refuses to try again (the round does) and to know what is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER, USER_AGENT};
use reqwest::{Client, Response, Url};
use tokio::runtime::Runtime;

use super::answered::{Answered, BINARY};
use super::failure::Failure;

/// How often a waiting question looks whether it was stopped.
const LOOK: Duration = Duration::from_millis(50);

const JSON: &str = "application/json";

/// No answer is larger: a pull's limit with room, and a bundle's reply.
const LARGEST: usize = 64 << 20;

/// Stops what is under way, from another thread or a signal.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Stops it.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Bytes of bodies that went over the line, both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// To the council.
    pub sent: u64,
    /// From it.
    pub received: u64,
}

/// A connection.
#[derive(Debug)]
pub(super) struct Line {
    runtime: Runtime,
    client: Client,
    base: Url,
    stop: Cancel,
    pub(super) traffic: Traffic,
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'q> {
    pub(super) path: &'q str,
    pub(super) kind: &'static str,
    pub(super) body: &'q [u8],
    pub(super) token: Option<&'q str>,
    /// About how many bytes may come back.
    pub(super) expected: usize,
}

impl Line {
    /// A line to this address; nothing is sent yet.
    pub(super) fn to(url: &str, stop: Cancel) -> Result<Line, Failure> {
        let base = address(url)?;
        // Another part of the program may have chosen already; any choice will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let broken = |error: &dyn std::error::Error| Failure::Unsafe(format!("no connections can be made: {error}"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| broken(&e))?;
        let mut client = Client::builder()
            .connect_timeout(Duration::from_secs(20))
            .pool_idle_timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none());
        if is_loopback(&base) {
            client = client.no_proxy();
        }
        for certificate in own_certificates()? {
            client = client.add_root_certificate(certificate);
        }
        let client = client.build().map_err(|error| broken(&error))?;
        Ok(Line { runtime, client, base, stop, traffic: Traffic::default() })
    }

    /// Asks, and waits for the answer.
    pub(super) fn ask(&mut self, question: Question<'_>) -> Result<Answered, Failure> {
        let url = self.base.join(question.path).map_err(|error| Failure::Unsafe(error.to_string()))?;
        let mut request = self.client.post(url).timeout(time_for(question.body.len() + question.expected));
        request = request.header(CONTENT_TYPE, question.kind).body(question.body.to_vec());
        if question.kind == JSON {
            // Once a session is enough: the bytes of its other requests are counted.
            request = request.header(USER_AGENT, concat!("daftari/", env!("CARGO_PKG_VERSION")));
        }
        if let Some(token) = question.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        let stop = self.stop.clone();
        self.traffic.sent += question.body.len() as u64;
        let answer = self.runtime.block_on(unless_stopped(&stop, async { whole(request.send().await?).await }))?;
        self.traffic.received += answer.body.len() as u64;
        Ok(answer)
    }

    /// Whether whoever started it stopped it.
    pub(super) fn stop(&self) -> &Cancel {
        &self.stop
    }
}

impl<'q> Question<'q> {
    /// In the protocol's bytes.
    pub(super) const fn binary(path: &'q str, body: &'q [u8], token: &'q str, expected: usize) -> Question<'q> {
        Question { path, kind: BINARY, body, token: Some(token), expected }
    }

    /// In JSON.
    pub(super) const fn json(path: &'q str, body: &'q [u8], token: Option<&'q str>) -> Question<'q> {
        Question { path, kind: JSON, body, token, expected: 4096 }
    }
}

/// Time for a question on a slow link: 2 kB a second, and half a minute for the rest.
fn time_for(bytes: usize) -> Duration {
    Duration::from_secs(30 + bytes as u64 / 2000)
}

async fn unless_stopped<T>(
    stop: &Cancel,
    question: impl Future<Output = Result<T, reqwest::Error>>,
) -> Result<T, Failure> {
    let mut question = std::pin::pin!(question);
    loop {
        if stop.is_stopped() {
            return Err(Failure::Cancelled);
        }
        if let Ok(answer) = tokio::time::timeout(LOOK, &mut question).await {
            return answer.map_err(|error| failure_of(&error));
        }
    }
}

async fn whole(mut response: Response) -> Result<Answered, reqwest::Error> {
    let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    let (kind, retry_after) = (header(CONTENT_TYPE).unwrap_or_default().to_owned(), header(RETRY_AFTER));
    let retry_after = retry_after.and_then(|seconds| seconds.trim().parse().ok());
    let status = response.status().as_u16();
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        body.extend_from_slice(&piece);
        if body.len() > LARGEST {
            return Ok(Answered { status: 0, kind: String::new(), retry_after: None, body: Vec::new() });
        }
    }
    Ok(Answered { status, kind, retry_after, body })
}

/// What the system says of a question that failed, without the address (which may say whose centre it was).
fn failure_of(error: &reqwest::Error) -> Failure {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let reason = cause.to_string();
    match () {
        () if error.is_timeout() => Failure::Unreachable("it did not answer in time".to_owned()),
        () if reason.contains("certificate") => {
            Failure::Unsafe(format!("its certificate is not to be trusted: {reason}"))
        }
        () if error.is_connect() => Failure::Unreachable(reason),
        () => Failure::Unreachable(format!("the connection was cut: {reason}")),
    }
}

/// The council's address: https, or plain http on this computer only, for candidates' data travels there.
pub(super) fn address(url: &str) -> Result<Url, Failure> {
    let with_slash = format!("{}/", url.trim().trim_end_matches('/'));
    let wrong = |why: &str| Failure::Unsafe(format!("{url} is not the council's address: {why}"));
    let parsed = Url::parse(&with_slash).map_err(|error| wrong(&error.to_string()))?;
    match parsed.scheme() {
        "https" => Ok(parsed),
        "http" if is_loopback(&parsed) => Ok(parsed),
        "http" => Err(wrong("over plain http everybody on the way could read the candidates' data; use https")),
        _ => Err(wrong("it begins with https://")),
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Certificates that this computer trusts beyond its own: a PEM file named in `DAFTARI_CERTIFICATES`.
fn own_certificates() -> Result<Vec<reqwest::Certificate>, Failure> {
    let Some(path) = std::env::var_os("DAFTARI_CERTIFICATES").filter(|path| !path.is_empty()) else {
        return Ok(Vec::new());
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    read.and_then(|pem| reqwest::Certificate::from_pem_bundle(&pem).map_err(|error| error.to_string()))
        .map_err(|why| Failure::Unsafe(format!("{} holds no certificates: {why}", path.to_string_lossy())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_computer_only() {
        for good in [
            "https://knec.example",
            "https://knec.example/daftari/",
            "http://127.0.0.1:8080",
            "http://localhost",
            "http://[::1]:1",
        ] {
            assert!(address(good).unwrap().as_str().ends_with('/'), "{good}");
        }
        for bad in ["http://knec.example", "http://127.example.org.evil.example", "ftp://knec.example", "knec", ""] {
            assert!(matches!(address(bad), Err(Failure::Unsafe(_))), "{bad}");
        }
    }

    #[test]
    fn a_large_batch_has_time_on_a_slow_link() {
        assert!(time_for(64 << 10) > Duration::from_secs(60));
        assert!(time_for(0) < Duration::from_secs(60));
    }

    #[test]
    fn nobody_at_the_address_is_being_offline() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        drop(listener);
        let mut line = Line::to(&url, Cancel::default()).unwrap();
        let failure = line.ask(Question::json("v1/hello", b"{}", None)).unwrap_err();
        assert!(matches!(failure, Failure::Unreachable(_)), "{failure}");
    }

    #[test]
    fn a_question_that_is_stopped_ends_though_nobody_answers() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let stop = Cancel::default();
        let mut line = Line::to(&format!("http://{}", listener.local_addr().unwrap()), stop.clone()).unwrap();
        let stopper = std::thread::spawn(move || {
            let _connection = listener.accept().unwrap();
            stop.stop();
            _connection
        });
        assert_eq!(line.ask(Question::json("v1/hello", b"{}", None)).unwrap_err(), Failure::Cancelled);
        drop(stopper.join());
    }
}
