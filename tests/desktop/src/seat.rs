//! A screen with a driver before it. Owns the processes: the screen, the session's bus and the driver, which starts the
//! window; all of them end with the seat. What is unusual about the computer is made here: its clock, its disk, its
//! keyring.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::place::Place;

/// The passphrase that stands in for the keyring.
pub const PASSPHRASE: &str = "practice makes perfect";

/// How long a program may take to be there; only a broken one takes it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// Where the registers' keys are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Secrets {
    /// A passphrase in the environment stands in for the keyring.
    #[default]
    Passphrase,
    /// A keyring that is unlocked, as after logging in.
    Keyring,
    /// The computer has no keyring.
    Nowhere,
}

/// What is unusual about a computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conditions {
    /// Where keys are kept.
    pub secrets: Secrets,
    /// How far its clock is off, as `-800d`.
    pub clock: Option<&'static str>,
    /// The registers lie on a disk of their own, of so many bytes; see [`Seat::can_have_a_disk`].
    pub disk: Option<u64>,
    /// The page's engine sweeps after every few megabytes, so that what its memory grows by is what it keeps.
    pub sweeps: bool,
}

/// A screen and a driver of a place.
#[derive(Debug)]
pub struct Seat {
    _screen: Child,
    driver: Child,
    /// Where the driver listens.
    pub(crate) port: u16,
    /// The screen's name.
    pub display: String,
}

/// The window's program.
///
/// # Errors
/// When it was not built.
pub(crate) fn program() -> anyhow::Result<PathBuf> {
    if let Some(path) = std::env::var_os("DAFTARI_WINDOW") {
        return Ok(path.into());
    }
    let test = std::env::current_exe()?;
    let debug = test.ancestors().nth(2).context("the test lies where cargo puts it")?;
    let path = debug.join("daftari-window");
    if !path.exists() {
        bail!("{} is not there: `cargo xtask test` builds it, or cargo build -p daftari-window", path.display());
    }
    Ok(path)
}

impl Seat {
    /// A screen of this size with a driver, in a place; a passphrase stands in for the keyring.
    ///
    /// # Errors
    /// When one of the programs does not start.
    pub async fn at(place: &Place, size: (u32, u32)) -> anyhow::Result<Seat> {
        Seat::with(place, size, Secrets::Passphrase).await
    }

    /// The same, with the keys kept elsewhere.
    ///
    /// # Errors
    /// When one of the programs does not start.
    pub async fn with(place: &Place, size: (u32, u32), secrets: Secrets) -> anyhow::Result<Seat> {
        Seat::under(place, size, Conditions { secrets, ..Conditions::default() }).await
    }

    /// The same, on a computer that is unusual.
    ///
    /// # Errors
    /// When one of the programs does not start.
    pub async fn under(place: &Place, (width, height): (u32, u32), conditions: Conditions) -> anyhow::Result<Seat> {
        let (screen, display) = screen(width, height).await?;
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut driver = session(place, conditions, port)?;
        driver.envs(place.environment()).env("DISPLAY", &display);
        driver.env("TAURI_WEBVIEW_AUTOMATION", "true").env("LANG", "C.UTF-8").env_remove("WAYLAND_DISPLAY");
        // A screen that nobody sees has no graphics processor. How the program draws is its own to say.
        driver
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("GDK_BACKEND", "x11")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
        if conditions.sweeps {
            driver.env("JSC_gcMaxHeapSize", "4000000").env("JSC_forceMiniVMMode", "1");
        }
        driver.env("NO_AT_BRIDGE", "1").stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).process_group(0);
        let driver =
            driver.spawn().context("dbus-run-session with WebKitWebDriver (packages dbus, webkit2gtk-driver)")?;
        listening(port).await?;
        Ok(Seat { _screen: screen, driver, port, display })
    }

    /// Whether this machine lets a test have a disk of its own; where it does not, the test says so and ends.
    #[must_use]
    pub fn can_have_a_disk() -> bool {
        let mut unshared = std::process::Command::new("unshare");
        let tried = unshared.args(APART).args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    }

    /// Runs a line of the shell where the seat's own disk is.
    ///
    /// # Errors
    /// When it fails.
    pub async fn on_its_disk(&self, place: &Place, line: &str) -> anyhow::Result<()> {
        let within = self.driver.id().context("the driver runs")?.to_string();
        let mut entered = Command::new("nsenter");
        entered.args(["--user", "--preserve-credentials", "--mount", "--target", &within, "sh", "-ec", line]);
        let done = entered.current_dir(place.path("home")).envs(place.environment()).output().await?;
        anyhow::ensure!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        Ok(())
    }
}

/// Mounts of one's own, without being anybody special.
const APART: [&str; 3] = ["--user", "--map-root-user", "--mount"];

/// A session's bus that starts no services: nobody answers for the keyring.
const BARE_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// The driver on a session bus of its own.
fn session(place: &Place, conditions: Conditions, port: u16) -> anyhow::Result<Command> {
    let bare = place.path("run/bus.conf");
    std::fs::write(&bare, BARE_BUS)?;
    let clock = conditions.clock.map(|off| format!("faketime -m --exclude-monotonic -f {off} ")).unwrap_or_default();
    let unlocked = "printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null && ";
    let unlocked = if conditions.secrets == Secrets::Keyring { unlocked } else { "" };
    let mut words = vec!["dbus-run-session".to_owned()];
    if conditions.secrets == Secrets::Nowhere {
        words.push(format!("--config-file={}", bare.display()));
    }
    words.extend(["--".into(), "sh".into(), "-c".into()]);
    words.push(format!("{unlocked}exec {clock}WebKitWebDriver --port={port}"));
    let mut session = match conditions.disk {
        None => Command::new(&words[0]),
        Some(bytes) => on_a_disk(bytes, &words[0]),
    };
    session.args(&words[1..]);
    if conditions.secrets == Secrets::Passphrase {
        session.env("DAFTARI_PASSPHRASE", PASSPHRASE);
    }
    Ok(session)
}

/// A program with a small disk where its registers lie, with what lay there before.
fn on_a_disk(bytes: u64, name: &str) -> Command {
    let mut apart = Command::new("unshare");
    let line = format!(
        r#"cp -a "$DAFTARI_DATA" "$HOME/before" && mount -t tmpfs -o size={bytes} tmpfs "$DAFTARI_DATA" &&
           cp -a "$HOME/before/." "$DAFTARI_DATA/" && exec {name} "$@""#
    );
    apart.args(APART).args(["sh", "-ec", &line, "sh"]);
    apart
}

/// The session's bus, the driver and the window are one group; what is killed alone leaves the others behind.
impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(group) = self.driver.id() {
            let _ = std::process::Command::new("kill").args(["-KILL", "--", &format!("-{group}")]).status();
        }
    }
}

async fn screen(width: u32, height: u32) -> anyhow::Result<(Child, String)> {
    let mut screen = Command::new("Xvfb");
    screen.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")]);
    let mut screen = screen.stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true).spawn().context("Xvfb")?;
    let told = screen.stdout.take().context("the screen tells its number")?;
    let number = tokio::time::timeout(PATIENCE, BufReader::new(told).lines().next_line()).await??;
    Ok((screen, format!(":{}", number.context("the screen did not start")?.trim())))
}

async fn listening(port: u16) -> anyhow::Result<()> {
    let until = tokio::time::Instant::now() + PATIENCE;
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if tokio::time::Instant::now() > until {
            bail!("WebKitWebDriver does not listen");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
