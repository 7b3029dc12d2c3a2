//! How the server is set up, all of it decided: what a file, the environment and flags come to. Owns the defaults, with
//! which it runs without any configuration; refuses to read them (`command::configuration` does).

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::access::sessions::Lifetimes;
use crate::stores::S3;

/// Everything that the server is told at start.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Its data folder: keys, and the embedded database and pictures unless they are elsewhere.
    pub data: PathBuf,
    /// The URL of a PostgreSQL; `None`: embedded SQLite.
    pub postgres: Option<String>,
    /// Pictures in S3; `None`: in the data folder.
    pub s3: Option<S3>,
    /// Where browsers reach it; `None`: not told, so that no passkey can be bound to it.
    pub public: Option<Public>,
    /// Its own certificate; `None`: plain, behind a proxy or on loopback.
    pub tls: Option<Tls>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// What is too much.
    pub limits: Limits,
    /// How long sessions last.
    pub lifetimes: Lifetimes,
    /// What holds for browsers.
    pub console: Console,
    /// How long a stop waits for requests under way.
    pub drain: Duration,
}

/// What holds for browsers at the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Console {
    /// Seconds without a request after which a session is locked.
    pub idle: u32,
    /// Seconds after which a session ends.
    pub longest: u32,
    /// Whether doubles are looked for: of several servers side by side, one is enough.
    pub doubles: bool,
    /// For trying out, on loopback only: cookies without TLS, no second factor asked.
    pub relaxed: bool,
}

/// The origin of the console's pages as browsers see it: `https://`, a host, a port where it is not the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    host: String,
    port: Option<u16>,
}

impl Public {
    /// Reads `https://HOST` or `https://HOST:PORT`; `None`: it is nothing of the kind.
    #[must_use]
    pub fn parse(text: &str) -> Option<Public> {
        let rest = text.strip_prefix("https://")?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (rest, None),
        };
        let is_host =
            host.contains('.') && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
        let is_name = host.parse::<std::net::IpAddr>().is_err();
        (is_host && is_name).then(|| Public { host: host.to_ascii_lowercase(), port })
    }

    /// The host: passkeys are bound to it.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }
}

impl std::fmt::Display for Public {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.port {
            Some(port) => write!(f, "https://{}:{port}", self.host),
            None => write!(f, "https://{}", self.host),
        }
    }
}

/// Files of a certificate, both PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// The certificate and those between it and a root.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// What is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a body that is a message or JSON.
    pub body: usize,
    /// Bytes of a part of a picture, with its envelope.
    pub picture_part: usize,
    /// Bytes of a bundle.
    pub bundle: usize,
    /// Bytes of a table that is imported: a million results are some fifty megabytes.
    pub table: usize,
    /// The least and the most pixels of a picture's side.
    pub pixels: (u32, u32),
    /// Seconds within which a body must have come.
    pub body_seconds: u32,
    /// Requests of a device.
    pub device: Rate,
    /// Requests of a user.
    pub user: Rate,
    /// Requests from an address. Mobile networks put hundreds of schools behind one.
    pub address: Rate,
    /// Sign-ins, enrolments and passwords from an address.
    pub sign_in: Rate,
}

/// So many a second, and so many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// A second, over time.
    pub per_second: u32,
    /// At once.
    pub burst: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body: 72_000,
            picture_part: 72_000,
            bundle: 64 << 20,
            table: 192 << 20,
            pixels: (300, 1024),
            body_seconds: 180,
            device: Rate { per_second: 50, burst: 500 },
            user: Rate { per_second: 10, burst: 100 },
            address: Rate { per_second: 1_000, burst: 10_000 },
            sign_in: Rate { per_second: 100, burst: 5_000 },
        }
    }
}

impl Settings {
    /// The defaults, with everything in one folder.
    #[must_use]
    pub fn in_folder(data: PathBuf) -> Settings {
        Settings {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 7420)),
            data,
            postgres: None,
            s3: None,
            public: None,
            tls: None,
            trusted_proxies: Vec::new(),
            limits: Limits::default(),
            lifetimes: Lifetimes { access: 3600, refresh: 30 * 24 * 3600 },
            console: Console { idle: 900, longest: 12 * 3600, doubles: true, relaxed: false },
            drain: Duration::from_secs(20),
        }
    }
}
