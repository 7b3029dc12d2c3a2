//! A screen with a driver before it. Owns the processes: the screen, the session's bus and the driver, which starts the
//! window; all of them end with the seat.

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
const PATIENCE: Duration = Duration::from_secs(60);

/// Where the registers' keys are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// A passphrase in the environment stands in for the keyring.
    Passphrase,
    /// A keyring that is unlocked, as after logging in.
    Keyring,
    /// The computer has no keyring.
    Nowhere,
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
    pub async fn with(place: &Place, (width, height): (u32, u32), secrets: Secrets) -> anyhow::Result<Seat> {
        let (screen, display) = screen(width, height).await?;
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut driver = session(secrets, port);
        driver.envs(place.environment()).env("DISPLAY", &display);
        driver.env("TAURI_WEBVIEW_AUTOMATION", "true").env("LANG", "C.UTF-8").env_remove("WAYLAND_DISPLAY");
        // What the web view's sandbox and drawing want is not there under a screen that nobody sees.
        driver.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1").env("GDK_BACKEND", "x11");
        driver.env("NO_AT_BRIDGE", "1").stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).process_group(0);
        let driver =
            driver.spawn().context("dbus-run-session with WebKitWebDriver (packages dbus, webkit2gtk-driver)")?;
        listening(port).await?;
        Ok(Seat { _screen: screen, driver, port, display })
    }
}

/// The driver on a session bus of its own.
fn session(secrets: Secrets, port: u16) -> Command {
    let mut session = Command::new("dbus-run-session");
    let driver = format!("exec WebKitWebDriver --port={port}");
    let unlocked = "printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
    match secrets {
        Secrets::Passphrase => session.env("DAFTARI_PASSPHRASE", PASSPHRASE).args(["--", "sh", "-c", &driver]),
        Secrets::Keyring => session.args(["--", "sh", "-c", &format!("{unlocked} && {driver}")]),
        Secrets::Nowhere => session.args(["--", "sh", "-c", &driver]),
    };
    session
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
