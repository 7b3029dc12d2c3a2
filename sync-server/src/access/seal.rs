//! Secrets that have to be read again (those of one-time codes) are kept sealed under a key of the council's own: a copy
//! of the database alone gives none of them. Owns the sealing.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use zeroize::Zeroizing;

use crate::clock::{self, NoRandomness};

/// Seals a secret for somebody: nonce, then ciphertext.
///
/// # Errors
/// Without random numbers.
pub fn seal(key: &[u8; 32], whose: &str, secret: &[u8]) -> Result<Vec<u8>, NoRandomness> {
    let nonce: [u8; 12] = clock::random()?;
    let payload = Payload { msg: secret, aad: whose.as_bytes() };
    let sealed = cipher(key).encrypt(Nonce::from_slice(&nonce), payload).map_err(|_| NoRandomness)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made; `None`: it was made for another, under another key, or altered.
#[must_use]
pub fn open(key: &[u8; 32], whose: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(12)?;
    let payload = Payload { msg: sealed, aad: whose.as_bytes() };
    cipher(key).decrypt(Nonce::from_slice(nonce), payload).ok().map(Zeroizing::new)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(Key::from_slice(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_for_its_owner_under_its_key_only() {
        let sealed = seal(&[1; 32], "amina", b"secret").unwrap();
        assert_eq!(open(&[1; 32], "amina", &sealed).unwrap().as_slice(), b"secret");
        assert!(open(&[1; 32], "juma", &sealed).is_none());
        assert!(open(&[2; 32], "amina", &sealed).is_none());
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            assert!(open(&[1; 32], "amina", &altered).is_none());
        }
        assert!(open(&[1; 32], "amina", &sealed[..11]).is_none());
    }
}
