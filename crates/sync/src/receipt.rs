//! The council's receipt: its signed word that a stream is durable up to an operation, and where in the log. Owns what
//! it says and how it is checked; nothing is "received by KNEC" without one that verified.

use serde::{Deserialize, Serialize};

use crate::identity::{Epoch, Hash, RegisterId, StreamId, UnixMillis};
use crate::keys::{PublicKey, SecretKey, Signature};
use crate::log::LogEnd;

const WHAT: &str = "daftari receipt 1";

/// What a receipt says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The life of the council's database that holds it.
    pub epoch: Epoch,
    /// The register.
    pub register: RegisterId,
    /// The stream.
    pub stream: StreamId,
    /// The last operation that is durable there, and so every one before it.
    pub n: u64,
    /// The chain's hash there.
    pub h: Hash,
    /// Where the log stood when it was taken in.
    pub log: LogEnd,
    /// The council's clock then.
    pub at: UnixMillis,
}

/// A receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What it says.
    pub received: Received,
    /// The council's signature.
    pub signature: Signature,
}

impl Received {
    /// Signs it.
    #[must_use]
    pub fn sign(self, council: &SecretKey) -> Receipt {
        Receipt { received: self, signature: council.sign(WHAT, &self.to_bytes()) }
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(150);
        out.extend_from_slice(&self.epoch.0);
        out.extend_from_slice(&self.register.to_bytes());
        out.extend_from_slice(&self.stream.writer.0);
        for number in [self.stream.incarnation, self.n, self.log.position] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        out.extend_from_slice(&self.h.0);
        out.extend_from_slice(&self.log.l.0);
        out.extend_from_slice(&self.at.0.to_le_bytes());
        out
    }
}

impl Receipt {
    /// Whether the council signed it.
    #[must_use]
    pub fn is_of(&self, council: &PublicKey) -> bool {
        council.verifies(WHAT, &self.received.to_bytes(), &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::WriterId;

    #[test]
    fn a_receipt_of_which_anything_was_changed_does_not_verify() {
        let council = SecretKey::of(&[9; 32]);
        let received = Received {
            epoch: Epoch([1; 8]),
            register: RegisterId { centre: 24_505_105, year: 2026 },
            stream: StreamId { writer: WriterId([1; 16]), incarnation: 1 },
            n: 7,
            h: Hash([2; 32]),
            log: LogEnd { position: 9, l: Hash([3; 32]) },
            at: UnixMillis(5),
        };
        let receipt = received.sign(&council);
        assert!(receipt.is_of(&council.public()));
        let log = LogEnd { position: 10, ..received.log };
        for other in [
            Received { epoch: Epoch([0; 8]), ..received },
            Received { n: 8, ..received },
            Received { h: Hash([0; 32]), ..received },
            Received { log, ..received },
            Received { at: UnixMillis(4), ..received },
        ] {
            assert!(!Receipt { received: other, ..receipt }.is_of(&council.public()));
        }
    }
}
