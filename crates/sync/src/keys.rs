//! Who signs: devices and the council, with Ed25519. Owns what is signed under which words; refuses to draw or keep a
//! secret (they come in from outside).

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::identity::DeviceId;

/// A key that signs: a device's, or the council's.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

/// The key that tells whether a signature is good.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct PublicKey(pub [u8; 32]);

/// An Ed25519 signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

impl SecretKey {
    /// The key of these 32 secret bytes.
    #[must_use]
    pub fn of(seed: &[u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(seed))
    }

    /// The secret bytes, for the keyring; wiped when dropped.
    #[must_use]
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs a message; `what` names its kind, so that a signature on one thing is never one on another.
    #[must_use]
    pub fn sign(&self, what: &str, message: &[u8]) -> Signature {
        Signature(self.0.sign(&digest(what, message)).to_bytes())
    }
}

impl PublicKey {
    /// The device that has this key.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        let mut id = [0; 16];
        id.copy_from_slice(&blake3::hash(&self.0).as_bytes()[..16]);
        DeviceId(id)
    }

    /// Whether the signature is this key's, on this message of this kind.
    #[must_use]
    pub fn verifies(&self, what: &str, message: &[u8], signature: &Signature) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(&digest(what, message), &signature).is_ok())
    }
}

fn digest(what: &str, message: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("daftari signature 1");
    hasher.update(&(what.len() as u64).to_le_bytes());
    hasher.update(what.as_bytes());
    hasher.update(message);
    *hasher.finalize().as_bytes()
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {:?})", self.public())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.device())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({:02x}{:02x}..)", self.0[0], self.0[1])
    }
}

impl serde::Serialize for Signature {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (a, b) = self.0.split_at(32);
        (<[u8; 32]>::try_from(a).unwrap_or_default(), <[u8; 32]>::try_from(b).unwrap_or_default()).serialize(to)
    }
}

impl<'de> serde::Deserialize<'de> for Signature {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Signature, D::Error> {
        let (a, b) = <([u8; 32], [u8; 32])>::deserialize(from)?;
        let mut all = [0; 64];
        all[..32].copy_from_slice(&a);
        all[32..].copy_from_slice(&b);
        Ok(Signature(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_one_key_one_kind_and_one_message() {
        let (key, other) = (SecretKey::of(&[1; 32]), SecretKey::of(&[2; 32]));
        let signature = key.sign("head", b"1");
        assert!(key.public().verifies("head", b"1", &signature));
        assert!(!key.public().verifies("head", b"2", &signature));
        assert!(!key.public().verifies("receipt", b"1", &signature));
        assert!(!other.public().verifies("head", b"1", &signature));
        assert!(!PublicKey([0xff; 32]).verifies("head", b"1", &signature));
    }
}
