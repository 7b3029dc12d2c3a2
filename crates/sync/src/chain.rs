//! The two chains: of a stream (each operation's hash covers all before it) and of a centre's log. Owns how each link is
//! made; refuses to keep them.

use crate::identity::{Hash, RegisterId, WriterId};

/// The hash before the first operation of an incarnation.
#[must_use]
pub fn chain_start(writer: WriterId, incarnation: u64) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("daftari chain 1");
    hasher.update(&writer.0);
    hasher.update(&incarnation.to_le_bytes());
    Hash(*hasher.finalize().as_bytes())
}

/// `h(n) = BLAKE3(h(n-1) ‖ bytes)`.
#[must_use]
pub fn chain_next(before: Hash, bytes: &[u8]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&before.0);
    hasher.update(bytes);
    Hash(*hasher.finalize().as_bytes())
}

/// The hash before the first position of a centre's log.
#[must_use]
pub fn log_start(register: RegisterId) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("daftari log 1");
    hasher.update(&register.to_bytes());
    Hash(*hasher.finalize().as_bytes())
}

/// `l(p) = BLAKE3(l(p-1) ‖ h ‖ mark)`: position `p` holds the operation of hash `h`, with what the council said of it.
#[must_use]
pub fn log_next(before: Hash, h: Hash, mark: [u8; 3]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&before.0);
    hasher.update(&h.0);
    hasher.update(&mark);
    Hash(*hasher.finalize().as_bytes())
}
