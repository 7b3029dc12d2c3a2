//! The server under the surge: a data folder with every device enrolled, the process, and what it came to need.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sync::{PublicKey, Role, UnixMillis};
use sync_server::keys::CouncilKeys;
use sync_server::stores::{self, Device, Lane, Place, Scope};
use sync_server::transact::transact;

use crate::centre::Centre;
use crate::{Failure, Surge};

/// Writes the devices as enrolment would have left them; the council's key.
pub(crate) async fn enrol(surge: &Surge) -> Result<PublicKey, Failure> {
    std::fs::create_dir_all(&surge.folder)?;
    let council = CouncilKeys::open(&surge.folder)?.signing.public();
    let place = Place { folder: surge.folder.clone(), postgres: surge.postgres.clone(), s3: None, council };
    let stores = tokio::task::spawn_blocking(move || stores::open(&place)).await??;
    for from in (0..surge.centres).step_by(500) {
        let devices: Vec<Device> = (from..(from + 500).min(surge.centres)).map(device).collect();
        let put =
            move |access: &mut dyn stores::Council| devices.iter().try_for_each(|device| access.put_device(device));
        transact(&*stores.database, Lane::Write, put).await?;
    }
    tokio::task::spawn_blocking(move || stores.database.close()).await?;
    Ok(council)
}

fn device(number: u32) -> Device {
    let centre = Centre::new(number, 0, 0);
    Device {
        key: centre.public(),
        name: "the head's".to_owned(),
        recipient: String::new(),
        role: Role::Head,
        scope: Scope::Centres(vec![centre.code()]),
        at: UnixMillis(0),
        by: "server".to_owned(),
        revoked: None,
    }
}

/// The process; ended when dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts it on a free port and waits until it accepts.
    pub(crate) fn start(surge: &Surge) -> Result<Server, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        // The whole country comes from one address here.
        let many = "{ per_second = 100000, burst = 100000 }";
        let configuration = surge.folder.join("surge.toml");
        std::fs::write(&configuration, format!("[limits]\naddress = {many}\nsign_in = {many}\n"))?;
        let mut command = Command::new(&surge.server);
        command.args(["serve", "--log", "warn", "--listen", &address.to_string(), "--data"]).arg(&surge.folder);
        command.arg("--config").arg(&configuration).stdout(Stdio::null());
        if let Some(url) = &surge.postgres {
            command.args(["--postgres", url]);
        }
        let server = Server { process: command.spawn()?, address };
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            if begun.elapsed() > Duration::from_secs(30) {
                return Err("the server does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    /// The most memory it held, in bytes.
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() * 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Bytes in a folder and all below.
pub(crate) fn disk(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(kind) if kind.is_dir() => disk(&entry.path()),
        Ok(kind) => kind.len(),
        Err(_) => 0,
    };
    entries.map(size).sum()
}
