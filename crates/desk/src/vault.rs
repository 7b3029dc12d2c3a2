//! Where secrets are kept: the system's keyring, or a person's memory. Owns the choice between the two; the making and
//! checking of a register's key is the register's.
//!
//! The keyring's entry of a register is named by the salt at the head of its file, so that a register moved or renamed
//! on the same computer still opens. Where a passphrase is given, a register's key is made of it, and the computer's own
//! secrets lie sealed under it beside the registers.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use register::{Key, Salt};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::{files, seal};

/// The name under which the keyring shows our entries.
const SERVICE: &str = "daftari";

/// The passphrase given for this run, if any: in the environment by scripts, or by a person while the program runs. Clones
/// are one vault: what is given to one is known to all.
#[derive(Clone, Default)]
pub struct Vault {
    passphrase: Arc<RwLock<Option<Zeroizing<String>>>>,
}

/// No passphrase is ever printed.
impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.passphrase().is_some() { "Vault(passphrase)" } else { "Vault(keyring)" })
    }
}

impl Vault {
    /// A vault that asks the keyring, or uses this passphrase where one is given.
    #[must_use]
    pub fn new(passphrase: Option<String>) -> Self {
        let passphrase = passphrase.filter(|text| !text.is_empty()).map(Zeroizing::new);
        Vault { passphrase: Arc::new(RwLock::new(passphrase)) }
    }

    /// From now on this passphrase stands in for the keyring.
    pub(crate) fn give(&self, passphrase: &str) {
        let given = Some(Zeroizing::new(passphrase.to_owned()));
        *self.passphrase.write().unwrap_or_else(PoisonError::into_inner) = given;
    }

    /// Whether a passphrase stands in for the keyring.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        self.passphrase().is_some()
    }

    /// Whether the system's keyring answers, asked for what is not there.
    #[must_use]
    pub fn keyring_answers(&self) -> bool {
        let asked = named("answers").map(|entry| entry.get_secret());
        matches!(asked, Ok(Ok(_) | Err(keyring::Error::NoEntry)))
    }

    fn passphrase(&self) -> Option<Zeroizing<String>> {
        self.passphrase.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps a secret of this computer under a name.
    ///
    /// # Errors
    /// When no passphrase is given and no keyring answers, or the folder cannot be written.
    pub(crate) fn keep(&self, folder: &Path, name: &str, secret: &[u8]) -> Result<()> {
        let refused = |reason: String| Error::NoKeyring { reason };
        let Some(passphrase) = self.passphrase() else {
            return named(name)?.set_secret(secret).map_err(|error| refused(error.to_string()));
        };
        let sealed =
            seal::seal_with_passphrase(&passphrase, secret).ok_or_else(|| refused("no random numbers".to_owned()))?;
        files::put(&sealed_file(folder, name), &sealed)
    }

    /// A secret of this computer.
    ///
    /// # Errors
    /// When it is not there, or the passphrase is another.
    pub(crate) fn fetch(&self, folder: &Path, name: &str) -> Result<Zeroizing<Vec<u8>>> {
        let path = sealed_file(folder, name);
        let none = |reason: &str| Error::NoKey { path: path.clone(), reason: reason.to_owned() };
        match (self.passphrase(), path.exists()) {
            (Some(passphrase), true) => {
                let sealed = files::whole(&path)?;
                seal::open_with_passphrase(&passphrase, &sealed).ok_or_else(|| none("the passphrase is another"))
            }
            (None, true) => Err(none("it is sealed under a passphrase")),
            (_, false) => named(name)?.get_secret().map(Zeroizing::new).map_err(|error| none(&error.to_string())),
        }
    }

    /// A note beside the secrets, in the keyring only; where there is none, nobody has it.
    pub(crate) fn note(&self, name: &str) -> Option<Vec<u8>> {
        let asked = self.passphrase().is_none().then(|| named(name).ok())?;
        asked?.get_secret().ok()
    }

    /// Writes a note; tells whether a keyring took it.
    pub(crate) fn put_note(&self, name: &str, text: &[u8]) -> bool {
        self.passphrase().is_none() && named(name).is_ok_and(|entry| entry.set_secret(text).is_ok())
    }

    /// The key of the register whose file begins with this salt.
    ///
    /// # Errors
    /// When there is neither a passphrase nor an entry in the keyring.
    pub fn key_of(&self, salt: Salt, path: &Path) -> Result<Key> {
        if let Some(passphrase) = self.passphrase() {
            return Ok(Key::passphrase(passphrase.as_str()));
        }
        let none = |reason: String| Error::NoKey { path: path.to_owned(), reason };
        let secret = entry(salt)?.get_secret().map_err(|error| none(error.to_string()))?;
        let bytes = <[u8; 32]>::try_from(secret).map_err(|_| none("the keyring's entry is not a key".to_owned()))?;
        Ok(Key::raw(bytes))
    }

    /// A key for a register to be made with this salt. A random one is put into the keyring first, so that no
    /// register exists that cannot be opened again.
    ///
    /// # Errors
    /// When no passphrase is given and no keyring answers.
    pub fn new_key(&self, salt: Salt) -> Result<Key> {
        if let Some(passphrase) = self.passphrase() {
            return Ok(Key::passphrase(passphrase.as_str()));
        }
        let refused = |reason: String| Error::NoKeyring { reason };
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| refused(error.to_string()))?;
        entry(salt)?.set_secret(&bytes).map_err(|error| refused(error.to_string()))?;
        Ok(Key::raw(bytes))
    }
}

fn entry(salt: Salt) -> Result<keyring::Entry> {
    named(&salt.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

fn named(name: &str) -> Result<keyring::Entry> {
    keyring::Entry::new(SERVICE, name).map_err(|error| Error::NoKeyring { reason: error.to_string() })
}

/// How files of secrets end that are sealed under a passphrase.
pub(crate) const SEALED: &str = "sealed";

fn sealed_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.{SEALED}"))
}
