//! Where a computer keeps what is its own, each test's apart: home, registers, keyring, sockets. Owns the folders, what
//! programs are told of them, and the stand-in for the program that opens files: it only writes down what it was asked.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// What stands in for the computer's way of opening files.
const OPENER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/opened\"\n";

/// A computer that has only just been bought.
#[derive(Debug)]
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// With nothing on it.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn new() -> anyhow::Result<Place> {
        let folder = tempfile::Builder::new().prefix("desk-").tempdir().context("a folder for the test")?;
        let place = Place { folder };
        for name in ["home", "data", "config", "cache", "run", "anchors", "registers", "bin"] {
            std::fs::create_dir_all(place.path(name))?;
        }
        let opener = place.path("bin/xdg-open");
        std::fs::write(&opener, OPENER)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            for name in ["run", "bin/xdg-open"] {
                std::fs::set_permissions(place.path(name), std::fs::Permissions::from_mode(0o700))?;
            }
        }
        Ok(place)
    }

    /// The files that were opened with the computer's own programs, in their order.
    #[must_use]
    pub fn opened(&self) -> Vec<PathBuf> {
        let told = std::fs::read_to_string(self.path("home/opened")).unwrap_or_default();
        told.lines().map(PathBuf::from).collect()
    }

    /// Something in it.
    #[must_use]
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What its programs find in their environment.
    pub fn environment(&self) -> impl Iterator<Item = (&'static str, OsString)> {
        let mut programs = self.path("bin").into_os_string();
        programs.push(":");
        programs.push(std::env::var_os("PATH").unwrap_or_default());
        let folders = [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("DAFTARI_DATA", "registers"),
            ("DAFTARI_ANCHORS", "anchors"),
        ];
        let folders = folders.into_iter().map(|(name, folder)| (name, self.path(folder).into_os_string()));
        folders.chain([("PATH", programs)])
    }
}
