//! Circulars and rule packs as they travel: text that the council signed and numbered. Owns the signature; refuses to
//! read the text (`regulations` does).

use serde::{Deserialize, Serialize};

use crate::identity::UnixMillis;
use crate::keys::{PublicKey, SecretKey, Signature};

const WHAT: &str = "daftari circular 1";

/// A circular: dates, fees, thresholds laid over the rule pack of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circular {
    /// Counted from 1 over all years; a later one is laid over an earlier one.
    pub number: u32,
    /// The examination's year.
    pub year: u16,
    /// The text, as `regulations` reads it.
    pub text: String,
    /// When it was issued.
    pub at: UnixMillis,
}

/// A circular with the council's signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedCircular {
    /// What it says.
    pub circular: Circular,
    /// The council's signature.
    pub signature: Signature,
}

impl Circular {
    /// Signs it.
    #[must_use]
    pub fn sign(self, council: &SecretKey) -> SignedCircular {
        let signature = council.sign(WHAT, &self.to_bytes());
        SignedCircular { circular: self, signature }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.text.len() + 14);
        out.extend_from_slice(&self.number.to_le_bytes());
        out.extend_from_slice(&self.year.to_le_bytes());
        out.extend_from_slice(&self.at.0.to_le_bytes());
        out.extend_from_slice(self.text.as_bytes());
        out
    }
}

impl SignedCircular {
    /// Whether the council signed it.
    #[must_use]
    pub fn is_of(&self, council: &PublicKey) -> bool {
        council.verifies(WHAT, &self.circular.to_bytes(), &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circular_with_another_fee_is_not_the_councils() {
        let council = SecretKey::of(&[9; 32]);
        let circular = Circular { number: 1, year: 2026, text: "basic = 2200".into(), at: UnixMillis(0) };
        let signed = circular.sign(&council);
        assert!(signed.is_of(&council.public()));
        let mut forged = signed;
        forged.circular.text = "basic = 0".into();
        assert!(!forged.is_of(&council.public()));
    }
}
