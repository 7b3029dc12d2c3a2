//! Configuration: a file, over it the environment, over it flags. Owns the names of all three; none is needed.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use super::OrderError;
use crate::settings::{Limits, Public, Rate, Settings, Tls};
use crate::stores::S3;

/// What can be said on the command line and in the environment.
#[derive(Args)]
pub(super) struct Flags {
    /// A configuration file (TOML); the environment stands over it, flags over both
    #[arg(long, global = true, env = "SYNC_SERVER_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// The data folder
    #[arg(long, global = true, env = "SYNC_SERVER_DATA", value_name = "FOLDER")]
    pub(super) data: Option<PathBuf>,
    /// Where to listen
    #[arg(long, global = true, env = "SYNC_SERVER_LISTEN", value_name = "ADDRESS:PORT")]
    pub(super) listen: Option<SocketAddr>,
    /// Where browsers reach the console: https://HOST; passkeys are bound to it
    #[arg(long, global = true, env = "SYNC_SERVER_PUBLIC", value_name = "URL")]
    public: Option<String>,
    /// A PostgreSQL in place of the embedded database
    #[arg(long, global = true, env = "SYNC_SERVER_POSTGRES", value_name = "URL", hide_env_values = true)]
    postgres: Option<String>,
    /// The bucket of an S3 server in place of the pictures' folder
    #[arg(long, global = true, env = "SYNC_SERVER_S3_BUCKET", value_name = "BUCKET")]
    s3_bucket: Option<String>,
    /// The S3 server
    #[arg(long, global = true, env = "SYNC_SERVER_S3_ENDPOINT", value_name = "URL")]
    s3_endpoint: Option<String>,
    /// The region of the bucket
    #[arg(long, global = true, env = "SYNC_SERVER_S3_REGION", value_name = "REGION")]
    s3_region: Option<String>,
    /// The id of the key to the bucket
    #[arg(long, global = true, env = "SYNC_SERVER_S3_KEY_ID", value_name = "ID", hide_env_values = true)]
    s3_key_id: Option<String>,
    /// The secret of the key to the bucket (better in the environment)
    #[arg(long, global = true, env = "SYNC_SERVER_S3_SECRET", value_name = "SECRET", hide_env_values = true)]
    s3_secret: Option<String>,
    /// The certificate, PEM; with --tls-key
    #[arg(long, global = true, env = "SYNC_SERVER_TLS_CERTIFICATE", value_name = "FILE")]
    tls_certificate: Option<PathBuf>,
    /// The certificate's private key, PEM
    #[arg(long, global = true, env = "SYNC_SERVER_TLS_KEY", value_name = "FILE")]
    tls_key: Option<PathBuf>,
    /// A proxy whose X-Forwarded-For is believed; may be given several times
    #[arg(long, global = true, env = "SYNC_SERVER_TRUSTED_PROXY", value_name = "ADDRESS", value_delimiter = ',')]
    trusted_proxy: Vec<IpAddr>,
    /// What is logged: error, warn, info, debug
    #[arg(long, global = true, env = "SYNC_SERVER_LOG", value_name = "LEVEL", default_value = "info")]
    pub(super) log: String,
}

/// What can be said in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    data: Option<PathBuf>,
    listen: Option<SocketAddr>,
    public: Option<String>,
    postgres: Option<String>,
    s3: FileS3,
    tls: Option<FileTls>,
    trusted_proxies: Vec<IpAddr>,
    limits: FileLimits,
    sessions: FileSessions,
    console: FileConsole,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileS3 {
    bucket: Option<String>,
    endpoint: Option<String>,
    region: Option<String>,
    key_id: Option<String>,
    secret: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTls {
    certificate: PathBuf,
    key: PathBuf,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileLimits {
    body: Option<usize>,
    picture_part: Option<usize>,
    bundle: Option<usize>,
    table: Option<usize>,
    least_pixels: Option<u32>,
    most_pixels: Option<u32>,
    body_seconds: Option<u32>,
    device: Option<FileRate>,
    user: Option<FileRate>,
    address: Option<FileRate>,
    sign_in: Option<FileRate>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRate {
    per_second: u32,
    burst: u32,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileSessions {
    access_seconds: Option<u32>,
    refresh_seconds: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileConsole {
    idle_seconds: Option<u32>,
    session_seconds: Option<u32>,
    doubles: Option<bool>,
}

impl Flags {
    /// Everything decided.
    pub(super) fn settings(&self) -> Result<Settings, OrderError> {
        let file = self.config.as_deref().map_or_else(|| Ok(File::default()), read)?;
        let data = self.data.clone().or(file.data).map_or_else(home, Ok)?;
        let mut settings = Settings::in_folder(data);
        settings.listen = self.listen.or(file.listen).unwrap_or(settings.listen);
        settings.postgres = self.postgres.clone().or(file.postgres);
        settings.trusted_proxies =
            if self.trusted_proxy.is_empty() { file.trusted_proxies } else { self.trusted_proxy.clone() };
        settings.public = self.public(file.public)?;
        settings.tls = self.tls(file.tls)?;
        settings.s3 = self.s3(file.s3)?;
        settings.limits = limits(&file.limits, settings.limits);
        settings.lifetimes.access = file.sessions.access_seconds.unwrap_or(settings.lifetimes.access);
        settings.lifetimes.refresh = file.sessions.refresh_seconds.unwrap_or(settings.lifetimes.refresh);
        settings.console.idle = file.console.idle_seconds.unwrap_or(settings.console.idle);
        settings.console.longest = file.console.session_seconds.unwrap_or(settings.console.longest);
        settings.console.doubles = file.console.doubles.unwrap_or(settings.console.doubles);
        Ok(settings)
    }

    fn public(&self, file: Option<String>) -> Result<Option<Public>, OrderError> {
        let wrong =
            || OrderError::Usage("public: https:// and a name, with a port where it is not the usual one".into());
        let given = self.public.clone().or(file);
        given.map(|text| Public::parse(&text).ok_or_else(wrong)).transpose()
    }

    fn tls(&self, file: Option<FileTls>) -> Result<Option<Tls>, OrderError> {
        match (&self.tls_certificate, &self.tls_key) {
            (Some(certificate), Some(key)) => Ok(Some(Tls { certificate: certificate.clone(), key: key.clone() })),
            (None, None) => Ok(file.map(|FileTls { certificate, key }| Tls { certificate, key })),
            _ => Err(OrderError::Usage("TLS takes both --tls-certificate and --tls-key".into())),
        }
    }

    fn s3(&self, file: FileS3) -> Result<Option<S3>, OrderError> {
        let Some(bucket) = self.s3_bucket.clone().or(file.bucket) else { return Ok(None) };
        let key_id = self.s3_key_id.clone().or(file.key_id);
        let secret = self.s3_secret.clone().or(file.secret);
        let (Some(key_id), Some(secret)) = (key_id, secret) else {
            return Err(OrderError::Usage("a bucket takes the id and the secret of its key".into()));
        };
        let endpoint = self.s3_endpoint.clone().or(file.endpoint);
        let region = self.s3_region.clone().or(file.region).unwrap_or_else(|| "us-east-1".to_owned());
        Ok(Some(S3 { endpoint, region, bucket, key_id, secret }))
    }
}

fn read(path: &Path) -> Result<File, OrderError> {
    let text = std::fs::read_to_string(path).map_err(|error| OrderError::File(path.to_owned(), error))?;
    toml::from_str(&text).map_err(|error| OrderError::Input(format!("{}: {error}", path.display())))
}

fn home() -> Result<PathBuf, OrderError> {
    let folders = directories::ProjectDirs::from("ke", "daftari", "sync-server");
    let none = || OrderError::Usage("this account has no data folder: give --data FOLDER".into());
    folders.map(|folders| folders.data_dir().to_owned()).ok_or_else(none)
}

fn limits(file: &FileLimits, default: Limits) -> Limits {
    let rate = |given: Option<FileRate>, default: Rate| {
        given.map_or(default, |FileRate { per_second, burst }| Rate { per_second, burst })
    };
    Limits {
        body: file.body.unwrap_or(default.body),
        picture_part: file.picture_part.unwrap_or(default.picture_part),
        bundle: file.bundle.unwrap_or(default.bundle),
        table: file.table.unwrap_or(default.table),
        pixels: (file.least_pixels.unwrap_or(default.pixels.0), file.most_pixels.unwrap_or(default.pixels.1)),
        body_seconds: file.body_seconds.unwrap_or(default.body_seconds),
        device: rate(file.device, default.device),
        user: rate(file.user, default.user),
        address: rate(file.address, default.address),
        sign_in: rate(file.sign_in, default.sign_in),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        flags: Flags,
    }

    fn settings(arguments: &[&str]) -> Result<Settings, OrderError> {
        Only::parse_from([&["x"], arguments].concat()).flags.settings()
    }

    #[test]
    fn nothing_at_all_is_enough() {
        let settings = settings(&[]).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:7420");
        assert!(settings.postgres.is_none() && settings.s3.is_none() && settings.tls.is_none());
    }

    #[test]
    fn a_flag_stands_over_the_file_and_the_file_over_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.toml");
        let text = "listen = \"127.0.0.1:9000\"\ndata = \"there\"\n[limits]\nbody = 1000\ndevice = { per_second = 1, burst = 2 }\n";
        std::fs::write(&path, text).unwrap();
        let settings = settings(&["--config", path.to_str().unwrap(), "--listen", "127.0.0.1:9001"]).unwrap();
        assert_eq!(settings.listen.port(), 9001);
        assert_eq!((settings.data, settings.limits.body), (PathBuf::from("there"), 1000));
        assert_eq!(settings.limits.device, Rate { per_second: 1, burst: 2 });
        assert_eq!(settings.limits.user, Limits::default().user);
    }

    #[test]
    fn what_makes_no_sense_is_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.toml");
        std::fs::write(&path, "lissten = 1\n").unwrap();
        let path = path.to_str().unwrap();
        for (arguments, exit) in [
            (&["--config", path][..], 3),
            (&["--config", "/nowhere/at/all.toml"], 3),
            (&["--tls-key", "key.pem"], 2),
            (&["--public", "http://console.example"], 2),
            (&["--public", "https://192.0.2.1"], 2),
            (&["--s3-bucket", "pictures"], 2),
        ] {
            assert_eq!(settings(arguments).unwrap_err().exit(), exit, "{arguments:?}");
        }
    }
}
