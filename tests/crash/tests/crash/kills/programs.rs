//! The two programs as they are shipped, and how a person or a service runs them. Owns their building and the places
//! they are given; refuses to look into what they keep.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::sync::OnceLock;

/// The centre of every test.
pub(crate) const CENTRE: &str = "24505105";

/// What the registers and the computer's keys are sealed under.
pub(crate) const PASSPHRASE: &str = "practice";

/// The folder of the workspace.
pub(crate) const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A program of the workspace, built by the first test that asks, in the profile of the tests.
pub(crate) fn program(name: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(built).join(name)
}

fn built() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.current_dir(WORKSPACE).args(["build", "--quiet", "-p", "cli", "-p", "sync-server"]);
    build.args(["--bin", "daftari", "--bin", "sync-server", "--target-dir"]).arg(profile.parent().unwrap());
    if !profile.ends_with("debug") {
        build.arg("--profile").arg(profile.file_name().unwrap());
    }
    assert!(build.status().unwrap().success(), "the programs do not build");
    profile.to_owned()
}

/// A program, watched by strace where it is told what to do there.
pub(crate) fn watched(program: &Path, strace: &[String]) -> Command {
    if strace.is_empty() {
        return Command::new(program);
    }
    let mut command = Command::new("strace");
    command.args(strace).arg("--").arg(program);
    command
}

/// A computer with its registers and its anchors.
#[derive(Clone, Debug)]
pub(crate) struct Computer(pub(crate) PathBuf);

impl Computer {
    /// `daftari` with these arguments, as strace is to see it.
    pub(crate) fn command(&self, strace: &[String], arguments: &[&str]) -> Command {
        let mut command = watched(&program("daftari"), strace);
        command.args(arguments).env("DAFTARI_DATA", self.registers()).env("DAFTARI_ANCHORS", self.0.join("anchors"));
        command.env("DAFTARI_PASSPHRASE", PASSPHRASE).env_remove("DAFTARI_REGISTER");
        command
    }

    /// What `daftari` prints; it must come to a good end.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        printed(self.command(&[], arguments).output().unwrap(), arguments)
    }

    pub(crate) fn registers(&self) -> PathBuf {
        self.0.join("registers")
    }

    /// Where the council is reached from now on.
    pub(crate) fn turn_to(&self, url: &str) {
        let file = self.registers().join("council.json");
        let text = std::fs::read_to_string(&file).unwrap();
        let mut enrolment: serde_json::Value = serde_json::from_str(&text).unwrap();
        enrolment["url"] = url.into();
        std::fs::write(&file, enrolment.to_string()).unwrap();
    }
}

pub(crate) fn printed(output: Output, arguments: &[&str]) -> String {
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?} ended with {}:\n{out}{err}", output.status);
    out
}

/// An order to the council: typed beside a running server, or without one.
pub(crate) fn order(council: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(program("sync-server"));
    printed(command.args(arguments).arg("--data").arg(council).output().unwrap(), arguments)
}

/// A running server.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) url: String,
}

impl Running {
    /// Starts it on a port; on any with 0. `None`: it ended before it listened.
    pub(crate) fn start(council: &Path, port: u16, strace: &[String]) -> Option<Running> {
        let mut command = watched(&program("sync-server"), strace);
        command.args(["serve", "--log", "off", "--listen", &format!("127.0.0.1:{port}"), "--data"]).arg(council);
        // One thread sends, so that its sends can be counted.
        command.env("TOKIO_WORKER_THREADS", "1").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        match line.trim().rsplit_once(' ') {
            Some((_, url)) => Some(Running { child, out, url: url.to_owned() }),
            None => {
                child.wait().unwrap();
                None
            }
        }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn port(&self) -> u16 {
        self.url.rsplit_once(':').unwrap().1.parse().unwrap()
    }

    /// Waits until it is gone.
    pub(crate) fn gone(&mut self) -> ExitStatus {
        let mut line = String::new();
        while self.out.read_line(&mut line).is_ok_and(|read| read > 0) {}
        self.child.wait().unwrap()
    }

    /// Asks it to stop, and waits until it did.
    pub(crate) fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            terminate(self.child.id());
            self.gone();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Asks a program of this test's own to end; strace ends with the one that it watches.
pub(crate) fn terminate(process: u32) {
    let own = process.to_string();
    let watched = std::fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap_or_default();
    let _ = Command::new("kill").arg(watched.split(' ').next().filter(|id| !id.is_empty()).unwrap_or(&own)).status();
}
