//! Which computer this is: a key that signs and a key to which others encrypt, both made here once. Owns their making;
//! the private halves are the vault's, the public ones lie in a file beside the registers.

use std::path::Path;
use std::str::FromStr as _;

use ::sync::{DeviceId, PublicKey, SecretKey};
use age::secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::files;
use crate::vault::Vault;

/// The file of the public halves.
const FILE: &str = "device.json";

/// This computer with its private halves.
pub struct Identity {
    key: SecretKey,
    age: age::x25519::Identity,
}

/// The public halves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicIdentity {
    /// The first half of the hash of the key, in hexadecimal digits.
    device: String,
    /// To whom others encrypt.
    recipient: String,
}

impl PublicIdentity {
    /// Who this computer is; `None`: it has no keys yet.
    ///
    /// # Errors
    /// When its file is there but does not read.
    pub fn read(folder: &Path) -> Result<Option<PublicIdentity>> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let read: Option<PublicIdentity> = serde_json::from_slice(&files::whole(&path)?).ok();
        let damaged = || Error::Unopened { path, reason: "it does not say which computer this is".to_owned() };
        read.filter(|public| DeviceId::parse(&public.device).is_some()).map(Some).ok_or_else(damaged)
    }

    /// The device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        DeviceId::parse(&self.device).unwrap_or(DeviceId([0; 16]))
    }
}

impl Identity {
    /// This computer's identity, made now where there is none. The private halves are in the vault before anything
    /// names it.
    ///
    /// # Errors
    /// When the vault does not keep them or has them no longer, or the folder cannot be written.
    pub fn of(folder: &Path, vault: &Vault) -> Result<Identity> {
        match PublicIdentity::read(folder)? {
            Some(public) => Identity::read(folder, vault, &public),
            None => Identity::make(folder, vault),
        }
    }

    fn read(folder: &Path, vault: &Vault, public: &PublicIdentity) -> Result<Identity> {
        let name = entry(&public.device);
        let damaged = || Error::NoKey { path: folder.join(FILE), reason: "its entry is not a key".to_owned() };
        let identity = Identity::from_secret(&vault.fetch(folder, &name)?).ok_or_else(damaged)?;
        if identity.key.public().device() == public.device() { Ok(identity) } else { Err(damaged()) }
    }

    fn make(folder: &Path, vault: &Vault) -> Result<Identity> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *seed).map_err(|error| Error::NoKeyring { reason: error.to_string() })?;
        let identity = Identity { key: SecretKey::of(&seed), age: age::x25519::Identity::generate() };
        files::folder(folder)?;
        let public = identity.public_half();
        vault.keep(folder, &entry(&public.device), &identity.secret())?;
        let text = serde_json::to_vec(&public).unwrap_or_default();
        match files::put_new(&folder.join(FILE), &text)? {
            true => Ok(identity),
            // Another program was quicker: this computer is who that one said.
            false => Identity::of(folder, vault),
        }
    }

    /// 32 bytes of the signing key, then the other as age writes it.
    fn secret(&self) -> Zeroizing<Vec<u8>> {
        let age = self.age.to_string();
        Zeroizing::new([&self.key.seed()[..], age.expose_secret().as_bytes()].concat())
    }

    fn from_secret(secret: &[u8]) -> Option<Identity> {
        let (seed, age) = secret.split_first_chunk::<32>()?;
        let age = age::x25519::Identity::from_str(std::str::from_utf8(age).ok()?).ok()?;
        Some(Identity { key: SecretKey::of(seed), age })
    }

    fn public_half(&self) -> PublicIdentity {
        PublicIdentity { device: self.device().to_string(), recipient: self.recipient() }
    }

    /// The device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.public_key().device()
    }

    /// The public half of the signing key.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        self.key.public()
    }

    /// The key that signs.
    #[must_use]
    pub const fn key(&self) -> &SecretKey {
        &self.key
    }

    /// To whom others encrypt.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.age.to_public().to_string()
    }

    /// The key that opens what was encrypted to this computer.
    pub(crate) const fn age(&self) -> &age::x25519::Identity {
        &self.age
    }

    /// A key for what only this computer keeps in files, by its use.
    pub(crate) fn key_for(&self, what: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(&format!("daftari desk {what} 1"), &*self.key.seed()))
    }
}

/// Who it is, and nothing more.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({})", self.device())
    }
}

/// The vault's name of a computer's secret, which tells two folders of one user apart.
fn entry(device: &str) -> String {
    format!("device-{device}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(passphrase: &str) -> Vault {
        Vault::new(Some(passphrase.to_owned()))
    }

    #[test]
    fn a_computer_is_the_same_each_time_and_signs_with_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let first = Identity::of(folder.path(), &vault("made up")).unwrap();
        let again = Identity::of(folder.path(), &vault("made up")).unwrap();
        assert_eq!(first.public_key(), again.public_key());
        assert_eq!(first.recipient(), again.recipient());
        assert_eq!(PublicIdentity::read(folder.path()).unwrap().unwrap().device(), first.device());
    }

    #[test]
    fn the_private_halves_are_in_no_file_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let identity = Identity::of(folder.path(), &vault("made up")).unwrap();
        let secret = identity.secret();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(bytes.windows(16).all(|window| window != &secret[..16] && window != &secret[50..66]));
        }
    }

    #[test]
    fn another_passphrase_is_refused_and_no_other_computer_is_made_up() {
        let folder = tempfile::tempdir().unwrap();
        let first = Identity::of(folder.path(), &vault("made up")).unwrap();
        assert!(Identity::of(folder.path(), &vault("another")).is_err());
        assert_eq!(Identity::of(folder.path(), &vault("made up")).unwrap().device(), first.device());
    }

    #[test]
    fn a_damaged_file_is_no_new_computer() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{}").unwrap();
        assert!(Identity::of(folder.path(), &vault("made up")).is_err());
    }
}
