//! Where a computer keeps what is its own, each test's apart: home, registers, keyring, sockets. Owns the folders and
//! what programs are told of them.

use std::path::{Path, PathBuf};

use anyhow::Context;

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
        for name in ["home", "data", "config", "cache", "run", "anchors"] {
            std::fs::create_dir_all(place.path(name))?;
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(place.path("run"), std::fs::Permissions::from_mode(0o700))?;
        }
        Ok(place)
    }

    /// Something in it.
    #[must_use]
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What its programs find in their environment.
    pub fn environment(&self) -> impl Iterator<Item = (&'static str, PathBuf)> {
        [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("DAFTARI_DATA", "registers"),
            ("DAFTARI_ANCHORS", "anchors"),
        ]
        .into_iter()
        .map(|(name, folder)| (name, self.path(folder)))
    }
}
