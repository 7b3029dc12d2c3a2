//! The council's own secrets: the key that signs receipts and circulars, and the age identity to which bundles are
//! encrypted. Owns their files, which only the server's user reads; made once, at the first start, and never replaced:
//! every device has pinned the public key.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;
use sync::{DeviceId, SecretKey};
use zeroize::Zeroizing;

use crate::clock;

/// The file of the signing key's seed, 64 hexadecimal digits.
pub const SIGNING: &str = "council.key";
/// The file of the age identity.
pub const BUNDLES: &str = "bundles.age-identity";

/// A key that cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the key {0} cannot be read or made: {1}")]
    File(PathBuf, #[source] std::io::Error),
    /// The file holds something else.
    #[error("{0} does not hold a key: put back the copy from the last backup; without it no device trusts this server")]
    NotAKey(PathBuf),
    /// A new one cannot be drawn.
    #[error(transparent)]
    Randomness(#[from] clock::NoRandomness),
}

/// The council's secrets.
pub struct CouncilKeys {
    /// Signs receipts, circulars and proofs.
    pub signing: SecretKey,
    /// Opens bundles.
    pub identity: age::x25519::Identity,
    challenges: Zeroizing<[u8; 32]>,
    factors: Zeroizing<[u8; 32]>,
}

impl CouncilKeys {
    /// Reads them from the folder, or makes them there.
    ///
    /// # Errors
    /// When a file cannot be read, made, or holds something else.
    pub fn open(folder: &Path) -> Result<CouncilKeys, KeyError> {
        let signing = folder.join(SIGNING);
        let seed = read_or_make(&signing, || Ok(Zeroizing::new(sync::Hash(clock::random()?).to_string())))?;
        let seed = sync::Hash::parse(seed.trim()).ok_or(KeyError::NotAKey(signing))?;
        let bundles = folder.join(BUNDLES);
        let made = || Ok(Zeroizing::new(age::x25519::Identity::generate().to_string().expose_secret().to_owned()));
        let identity = read_or_make(&bundles, made)?.trim().parse().map_err(|_| KeyError::NotAKey(bundles))?;
        Ok(CouncilKeys {
            signing: SecretKey::of(&seed.0),
            identity,
            challenges: Zeroizing::new(blake3::derive_key("daftari challenge 1", &seed.0)),
            factors: Zeroizing::new(blake3::derive_key("daftari second factor 1", &seed.0)),
        })
    }

    /// The council as a device: it writes departures and arrivals.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.signing.public().device()
    }

    /// The age recipient of the council.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// The key under which secrets of second factors are kept.
    #[must_use]
    pub fn factors(&self) -> &[u8; 32] {
        &self.factors
    }

    /// The key under which challenges are made and known again. Servers side by side have the same.
    #[must_use]
    pub fn challenges(&self) -> &[u8; 32] {
        &self.challenges
    }
}

type Made = Result<Zeroizing<String>, KeyError>;

fn read_or_make(path: &Path, make: impl FnOnce() -> Made) -> Made {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let text = make()?;
            write_secret(path, text.as_bytes()).map_err(|error| KeyError::File(path.to_owned(), error))?;
            Ok(text)
        }
        Err(error) => Err(KeyError::File(path.to_owned(), error)),
    }
}

/// Writes a new file that only this user reads, durable on return, under its name only when it is whole.
pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = path.with_extension("new");
    let mut file = options.open(&written)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&written, path)?;
    path.parent().map_or(Ok(()), |folder| std::fs::File::open(folder)?.sync_all())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_is_read_by_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let keys = CouncilKeys::open(folder.path()).unwrap();
        for name in [SIGNING, BUNDLES] {
            let mode = std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{name}");
        }
        assert_eq!(CouncilKeys::open(folder.path()).unwrap().device(), keys.device(), "made once");
    }
}
