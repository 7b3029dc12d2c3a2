//! A device's session: the council gives a challenge, the device signs it, and is known by a token for a while. Owns
//! what is signed and the bodies of `/v1/session/*`, as JSON; refuses to keep tokens.

use serde::{Deserialize, Serialize};

use crate::hex;
use crate::identity::{DeviceId, Hash};
use crate::keys::{PublicKey, SecretKey, Signature};

const WHAT: &str = "daftari session 1";

/// The body of `POST /v1/session/challenge`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knock {
    /// The device that wants a session.
    #[serde(with = "hex")]
    pub device: DeviceId,
}

/// The answer: 32 random bytes, good once and for a short time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The bytes.
    #[serde(with = "hex")]
    pub challenge: Hash,
}

/// The body of `POST /v1/session`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The device.
    #[serde(with = "hex")]
    pub device: DeviceId,
    /// The challenge it was given.
    #[serde(with = "hex")]
    pub challenge: Hash,
    /// Its signature on that.
    #[serde(with = "hex")]
    pub signature: Signature,
}

/// The answer of `POST /v1/session` and `/v1/session/refresh`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// Goes with every request: `Authorization: Bearer TOKEN`.
    pub token: String,
    /// Buys the next pair, once.
    pub refresh: String,
    /// Seconds for which the token is good.
    pub expires_in: u32,
}

/// The body of `POST /v1/session/refresh`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refresh {
    /// From the last pair.
    pub refresh: String,
}

impl SignIn {
    /// Signs the challenge.
    #[must_use]
    pub fn new(key: &SecretKey, Challenge { challenge }: Challenge) -> SignIn {
        SignIn { device: key.public().device(), challenge, signature: key.sign(WHAT, &challenge.0) }
    }

    /// Whether the device of this key signed it.
    #[must_use]
    pub fn is_of(&self, key: &PublicKey) -> bool {
        key.device() == self.device && key.verifies(WHAT, &self.challenge.0, &self.signature)
    }
}

/// A token is never logged.
impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tokens(for {} s)", self.expires_in)
    }
}

/// A token is never logged.
impl std::fmt::Debug for Refresh {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Refresh(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_signed_by_one_device_and_for_one_challenge() {
        let key = SecretKey::of(&[1; 32]);
        let signed = SignIn::new(&key, Challenge { challenge: Hash([5; 32]) });
        assert!(signed.is_of(&key.public()));
        assert!(!signed.is_of(&SecretKey::of(&[2; 32]).public()));
        assert!(!SignIn { challenge: Hash([6; 32]), ..signed }.is_of(&key.public()));
        assert!(!SignIn { device: DeviceId([0; 16]), ..signed }.is_of(&key.public()));
    }
}
