//! What a task needs of the machine beside Rust. Owns the list of Debian packages and their installation; refuses to
//! install anything without being root: then it prints the one command to run.

use anyhow::bail;

use crate::program::{output, program, run, succeeds};

/// Something a task cannot do without.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// SQLCipher is compiled here, on the system's libcrypto.
    Build,
    /// Pages are turned into pictures.
    Pages,
    /// A session bus with a keyring to unlock.
    Keyring,
    /// A PostgreSQL that the tests start themselves.
    Database,
    /// Programs are killed at the system calls they make.
    Tracing,
    /// The window is built on the system's web view.
    Window,
    /// The window is opened on a screen that nobody sees, and driven.
    Screen,
    /// Pages are opened in a browser, and driven.
    Browser,
}

impl Need {
    /// The packages, each with a program that stands for it where there is no dpkg.
    const fn packages(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Need::Build => {
                &[("gcc", "cc"), ("libc6-dev", "cc"), ("libssl-dev", "openssl"), ("pkg-config", "pkg-config")]
            }
            Need::Pages => &[("poppler-utils", "pdftoppm")],
            Need::Keyring => &[("dbus", "dbus-run-session"), ("gnome-keyring", "gnome-keyring-daemon")],
            Need::Database => &[("postgresql", "pg_ctlcluster")],
            Need::Tracing => &[("strace", "strace")],
            Need::Window => &[("libwebkit2gtk-4.1-dev", "pkg-config"), ("xz-utils", "xz")],
            Need::Screen => &[
                ("webkit2gtk-driver", "WebKitWebDriver"),
                ("xvfb", "Xvfb"),
                ("xauth", "xauth"),
                ("imagemagick", "import"),
                ("xdotool", "xdotool"),
                ("faketime", "faketime"),
            ],
            Need::Browser => &[("chromium", "chromium")],
        }
    }
}

/// Makes sure of everything needed, installing what is missing where that is allowed.
///
/// # Errors
/// When something is missing and only somebody else may install it; the message is the command.
pub(crate) fn ensure(needs: &[Need]) -> anyhow::Result<()> {
    let debian = succeeds(&mut program("dpkg-query", &["--version"]));
    let packages = needs.iter().flat_map(|need| need.packages());
    let missing: Vec<&str> = packages.filter(|package| !present(package, debian)).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !debian {
        bail!("This is no Debian, so please install what these packages hold and start again: {names}");
    }
    if output(&mut program("id", &["-u"]))?.trim() != "0" {
        bail!("Some packages are missing. Please run this, then start again:\n\n    sudo apt-get install -y {names}\n");
    }
    install(&missing)
}

fn present((package, stand_in): &(&str, &str), debian: bool) -> bool {
    if !debian {
        return succeeds(&mut program("sh", &["-c", &format!("command -v {stand_in}")]));
    }
    let state = program("dpkg-query", &["-W", "-f", "${db:Status-Status}", package]).output();
    state.is_ok_and(|state| state.stdout == b"installed")
}

fn install(packages: &[&str]) -> anyhow::Result<()> {
    eprintln!("Installing what is missing: {}", packages.join(" "));
    let quietly = ["-q", "-y", "--no-install-recommends"];
    run(program("apt-get", &["update", "-q"]).stdout(std::io::stderr()))?;
    let mut install = program("apt-get", &["install"]);
    run(install.args(quietly).args(packages).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::io::stderr()))
}
