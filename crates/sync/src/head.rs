//! A signed head: a device's word that its stream, up to an operation, is what hashes to this. A batch carries one; sent
//! alone, before its operations, it is a commitment. Owns its bytes and its short code; refuses to judge when it came.

use serde::{Deserialize, Serialize};

use crate::identity::{DeviceId, Hash, RegisterId, StreamId, WriterId};
use crate::keys::{PublicKey, SecretKey, Signature};
use crate::letters::{LETTERS, letter_value};

const WHAT: &str = "daftari head 1";

/// The end of a stream, signed by the device that writes it. It covers every operation before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedHead {
    /// The register written.
    pub register: RegisterId,
    /// The device, whose hand in this register the writer is.
    pub device: DeviceId,
    /// How often the register had been restored or copied.
    pub incarnation: u64,
    /// The last operation covered.
    pub n: u64,
    /// The chain's hash there.
    pub h: Hash,
    /// The device's signature.
    pub signature: Signature,
}

impl SignedHead {
    /// Signs the end of a stream.
    #[must_use]
    pub fn sign(key: &SecretKey, register: RegisterId, incarnation: u64, n: u64, h: Hash) -> SignedHead {
        let device = key.public().device();
        let message = message(register, WriterId::of(device, register), incarnation, n, h);
        SignedHead { register, device, incarnation, n, h, signature: key.sign(WHAT, &message) }
    }

    /// The stream it is the end of.
    #[must_use]
    pub fn stream(&self) -> StreamId {
        StreamId { writer: WriterId::of(self.device, self.register), incarnation: self.incarnation }
    }

    /// Whether the device of this key signed it.
    #[must_use]
    pub fn is_of(&self, key: &PublicKey) -> bool {
        let message = message(self.register, self.stream().writer, self.incarnation, self.n, self.h);
        key.device() == self.device && key.verifies(WHAT, &message, &self.signature)
    }
}

fn message(register: RegisterId, writer: WriterId, incarnation: u64, n: u64, h: Hash) -> Vec<u8> {
    let mut out = Vec::with_capacity(72);
    out.extend_from_slice(&register.to_bytes());
    out.extend_from_slice(&writer.0);
    out.extend_from_slice(&incarnation.to_le_bytes());
    out.extend_from_slice(&n.to_le_bytes());
    out.extend_from_slice(&h.0);
    out
}

/// The 22 letters that a head teacher sends by SMS in place of a commitment: 100 bits that only who has the chain can
/// know, and 10 that tell a slip of the pen.
#[must_use]
pub fn short_code(register: RegisterId, stream: StreamId, n: u64, h: Hash) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("daftari short code 1");
    hasher.update(&message(register, stream.writer, stream.incarnation, n, h));
    let bytes = *hasher.finalize().as_bytes();
    let mut bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let values: Vec<u8> = (0..20).map(|_| (0..5).fold(0, |value, _| value << 1 | bits.next().unwrap_or(0))).collect();
    let [a, b] = check(&values);
    values.iter().chain([&a, &b]).map(|value| char::from(LETTERS[usize::from(*value)])).collect()
}

/// Reads a short code as typed: case, blanks and dashes are free, O is 0, I and L are 1. `None`: mistyped.
#[must_use]
pub fn read_short_code(typed: &str) -> Option<String> {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let values: Option<Vec<u8>> = letters.map(letter_value).collect();
    let values = values.filter(|values| values.len() == 22)?;
    let sound = values[20..] == check(&values[..20]);
    sound.then(|| values.iter().map(|value| char::from(LETTERS[usize::from(*value)])).collect())
}

/// Two letters over the others, each weighted by its place, so that neither a wrong letter nor two swapped pass.
fn check(values: &[u8]) -> [u8; 2] {
    let weighted =
        |start: u32| values.iter().zip(start..).map(|(value, weight)| u32::from(*value) * weight).sum::<u32>();
    [(weighted(1) % 31) as u8, (weighted(2) % 29) as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

    #[test]
    fn a_head_holds_as_signed_and_for_nothing_else() {
        let key = SecretKey::of(&[1; 32]);
        let head = SignedHead::sign(&key, REGISTER, 1, 9, Hash([3; 32]));
        assert!(head.is_of(&key.public()));
        assert!(!head.is_of(&SecretKey::of(&[2; 32]).public()));
        let other = RegisterId { centre: 24_505_106, ..REGISTER };
        for forged in [
            SignedHead { register: other, ..head },
            SignedHead { incarnation: 2, ..head },
            SignedHead { n: 10, ..head },
            SignedHead { h: Hash([4; 32]), ..head },
            SignedHead { device: DeviceId([0; 16]), ..head },
        ] {
            assert!(!forged.is_of(&key.public()));
        }
    }

    #[test]
    fn a_short_code_is_read_as_people_type_it_and_a_slip_is_seen() {
        let head = SignedHead::sign(&SecretKey::of(&[1; 32]), REGISTER, 1, 9, Hash([3; 32]));
        let code = short_code(REGISTER, head.stream(), 9, head.h);
        assert_eq!(code.len(), 22);
        let typed = format!("{} {}-{}", &code[..7].to_lowercase(), &code[7..14], &code[14..]).replace('0', "o");
        assert_eq!(read_short_code(&typed), Some(code.clone()));
        for place in 0..20 {
            let mut wrong = code.clone().into_bytes();
            wrong[place] = if wrong[place] == b'Z' { b'0' } else { b'Z' };
            assert_eq!(read_short_code(&String::from_utf8(wrong).unwrap()), None, "{place}");
        }
    }
}
