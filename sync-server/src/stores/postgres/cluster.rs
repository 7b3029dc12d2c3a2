//! A PostgreSQL of a test's own: a cluster in a temporary folder, on loopback, on a free port, waiting for its disk as
//! in earnest. Needs the programs of Debian's package `postgresql`. It ends with its value, and with the process that
//! made it, however that ends.

use std::ffi::OsStr;
use std::io;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The user whom a cluster runs as when the test is root, whom PostgreSQL refuses.
const USER: &str = "postgres";

/// Waits until its standard input ends, with the process that holds it, and stops the cluster then.
const WATCH: &str = "cat >/dev/null; \"$1/pg_ctl\" -D \"$2/data\" -m immediate stop >/dev/null 2>&1; rm -rf \"$2\"";

/// A running cluster.
pub struct Cluster {
    programs: PathBuf,
    folder: tempfile::TempDir,
    port: u16,
    watch: Child,
    databases: AtomicU32,
}

impl Cluster {
    /// Makes and starts one, and returns when it answers.
    ///
    /// # Errors
    /// When PostgreSQL's programs are missing or fail; the text has what they said.
    pub fn start() -> io::Result<Cluster> {
        let programs = programs()?;
        let folder = tempfile::tempdir()?;
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700))?;
        if let Some((user, group)) = unprivileged()? {
            chown(folder.path(), Some(user), Some(group))?;
        }
        let (data, port) = (folder.path().join("data"), free_port()?);
        let making = ["-U", "daftari", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D"];
        run(&programs, "initdb", making.map(OsStr::new).into_iter().chain([data.as_os_str()]))?;
        let watch = Command::new("setpriv")
            .args(as_unprivileged()?)
            .args(["sh", "-c", WATCH, "watch"])
            .args([&programs, folder.path()])
            .stdin(Stdio::piped())
            // What stops the test from outside (Ctrl-C) stops its group, and must leave the watch to its work.
            .process_group(0)
            .spawn()?;
        let cluster = Cluster { programs, folder, port, watch, databases: AtomicU32::new(0) };
        cluster.go()?;
        Ok(cluster)
    }

    /// Starts it again after [`Cluster::kill`].
    ///
    /// # Errors
    /// When it does not start.
    pub fn go(&self) -> io::Result<()> {
        let folder = self.folder.path();
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{}' -c fsync=on -c max_connections=200",
            self.port,
            folder.display()
        );
        let (data, log) = (folder.join("data"), folder.join("log"));
        let settings = OsStr::new(&settings);
        let words = [OsStr::new("-D"), data.as_os_str(), OsStr::new("-l"), log.as_os_str(), OsStr::new("-o"), settings];
        run(&self.programs, "pg_ctl", words.into_iter().chain(["-w", "start"].map(OsStr::new)))
    }

    /// Stops it as a power cut would: nothing is finished.
    ///
    /// # Errors
    /// When it was not running.
    pub fn kill(&self) -> io::Result<()> {
        let data = self.folder.path().join("data");
        let words = [OsStr::new("-D"), data.as_os_str(), OsStr::new("-m"), OsStr::new("immediate"), OsStr::new("stop")];
        run(&self.programs, "pg_ctl", words.into_iter())
    }

    /// Stops it properly, copies its data aside (or back), and starts it again: a backup, and its restoring.
    ///
    /// # Errors
    /// When one of these fails.
    pub fn swap(&self, from: &str, to: &str) -> io::Result<()> {
        let data = self.folder.path().join("data");
        let words = [OsStr::new("-D"), data.as_os_str(), OsStr::new("-m"), OsStr::new("fast"), OsStr::new("stop")];
        run(&self.programs, "pg_ctl", words.into_iter())?;
        let (from, to) = (self.folder.path().join(from), self.folder.path().join(to));
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        let words = [OsStr::new("-a"), from.as_os_str(), to.as_os_str()];
        run(Path::new("/bin"), "cp", words.into_iter())?;
        self.go()
    }

    /// Makes an empty database and tells its URL.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn database(&self) -> io::Result<String> {
        let name = format!("daftari{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let port = self.port.to_string();
        let words = ["-h", "127.0.0.1", "-U", "daftari", "-p", &port, &name];
        run(&self.programs, "createdb", words.map(OsStr::new).into_iter())?;
        Ok(format!("postgres://daftari@127.0.0.1:{port}/{name}"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The watch sees the end of its input and stops the cluster; the folder goes when it has.
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }
}

fn programs() -> io::Result<PathBuf> {
    let said = Command::new("pg_config").arg("--bindir").output();
    let said =
        said.ok().filter(|said| said.status.success()).map(|said| String::from_utf8_lossy(&said.stdout).into_owned());
    let told = said.map(|said| PathBuf::from(said.trim())).filter(|folder| folder.join("initdb").exists());
    let found = || {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let folders = versions.filter_map(|version| Some(version.ok()?.path().join("bin")));
        folders.filter(|folder| folder.join("initdb").exists()).max()
    };
    let missing = || io::Error::new(io::ErrorKind::NotFound, "no initdb: install the package postgresql");
    told.or_else(found).ok_or_else(missing)
}

/// The user and group to run as, when this process is root.
fn unprivileged() -> io::Result<Option<(u32, u32)>> {
    match number(&["-u"])? {
        0 => Ok(Some((number(&["-u", USER])?, number(&["-g", USER])?))),
        _ => Ok(None),
    }
}

fn number(words: &[&str]) -> io::Result<u32> {
    let said = Command::new("id").args(words).output()?;
    let text = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    text.parse().map_err(|_| io::Error::other(format!("id {words:?} said {text:?}")))
}

fn as_unprivileged() -> io::Result<Vec<String>> {
    let words = |(user, group)| {
        vec![format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".to_owned(), "--".to_owned()]
    };
    Ok(unprivileged()?.map_or_else(|| vec!["--".to_owned()], words))
}

fn run<'w>(programs: &Path, program: &str, words: impl Iterator<Item = &'w OsStr>) -> io::Result<()> {
    let mut command = Command::new("setpriv");
    command.args(as_unprivileged()?).arg(programs.join(program)).args(words);
    // What it starts and leaves running holds no pipe of ours open.
    let quiet = program == "pg_ctl";
    let said = match quiet {
        true => command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .map(|status| (status, String::new()))?,
        false => command.output().map(|said| (said.status, String::from_utf8_lossy(&said.stderr).into_owned()))?,
    };
    match said {
        (status, _) if status.success() => Ok(()),
        (status, text) => Err(io::Error::other(format!("{program}: {status}: {text}"))),
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
