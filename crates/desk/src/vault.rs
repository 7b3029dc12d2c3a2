//! Where a register's key is kept: the system's keyring, or a person's memory. Owns the choice between the two; the
//! making and checking of keys is the register's.
//!
//! The keyring's entry is named by the salt at the head of the register's file, so that a register moved or renamed on
//! the same computer still opens.

use std::path::Path;

use register::{Key, Salt};

use crate::error::{Error, Result};

/// The name under which the keyring shows our entries.
const SERVICE: &str = "daftari";

/// The passphrase given for this run, if any; scripts give it in the environment.
#[derive(Clone, Default)]
pub struct Vault {
    passphrase: Option<String>,
}

/// No passphrase is ever printed.
impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.passphrase.is_some() { "Vault(passphrase)" } else { "Vault(keyring)" })
    }
}

impl Vault {
    /// A vault that asks the keyring, or uses this passphrase where one is given.
    #[must_use]
    pub fn new(passphrase: Option<String>) -> Self {
        Vault { passphrase: passphrase.filter(|text| !text.is_empty()) }
    }

    /// The key of the register whose file begins with this salt.
    ///
    /// # Errors
    /// When there is neither a passphrase nor an entry in the keyring.
    pub fn key_of(&self, salt: Salt, path: &Path) -> Result<Key> {
        if let Some(passphrase) = &self.passphrase {
            return Ok(Key::passphrase(passphrase));
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
        if let Some(passphrase) = &self.passphrase {
            return Ok(Key::passphrase(passphrase));
        }
        let refused = |reason: String| Error::NoKeyring { reason };
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| refused(error.to_string()))?;
        entry(salt)?.set_secret(&bytes).map_err(|error| refused(error.to_string()))?;
        Ok(Key::raw(bytes))
    }
}

fn entry(salt: Salt) -> Result<keyring::Entry> {
    let name: String = salt.iter().map(|byte| format!("{byte:02x}")).collect();
    keyring::Entry::new(SERVICE, &name).map_err(|error| Error::NoKeyring { reason: error.to_string() })
}
