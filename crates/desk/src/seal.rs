//! Secrets that lie in a file: encrypted and authenticated under a key from elsewhere (ChaCha20-Poly1305, a random nonce
//! before the text). Owns that form and how a passphrase becomes a key; refuses to know what is sealed.

use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use zeroize::Zeroizing;

const NONCE: usize = 12;
const SALT: usize = 16;

/// The text sealed; `None` where no random numbers are to be had.
pub(crate) fn seal(key: &[u8; 32], text: &[u8]) -> Option<Vec<u8>> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).ok()?;
    let sealed = ChaCha20Poly1305::new(Key::from_slice(key)).encrypt(Nonce::from_slice(&nonce), text).ok()?;
    Some([&nonce[..], &sealed].concat())
}

/// The text; `None` where the key is another or a byte was changed.
pub(crate) fn open(key: &[u8; 32], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    ChaCha20Poly1305::new(Key::from_slice(key)).decrypt(Nonce::from_slice(nonce), sealed).ok().map(Zeroizing::new)
}

/// Seals under a passphrase, stretched by argon2id with a salt of its own before the rest.
pub(crate) fn seal_with_passphrase(passphrase: &str, text: &[u8]) -> Option<Vec<u8>> {
    let mut salt = [0; SALT];
    getrandom::fill(&mut salt).ok()?;
    Some([&salt[..], &seal(&*stretched(passphrase, &salt)?, text)?].concat())
}

/// The inverse of [`seal_with_passphrase`]; `None` where the passphrase is another.
pub(crate) fn open_with_passphrase(passphrase: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (salt, sealed) = sealed.split_at_checked(SALT)?;
    open(&*stretched(passphrase, salt)?, sealed)
}

fn stretched(passphrase: &str, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    argon2::Argon2::default().hash_password_into(passphrase.as_bytes(), salt, &mut *key).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_key_unchanged_and_under_no_other() {
        let sealed = seal(&[1; 32], b"secret").unwrap();
        assert_eq!(open(&[1; 32], &sealed).unwrap().as_slice(), b"secret");
        assert!(open(&[2; 32], &sealed).is_none());
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(open(&[1; 32], &changed).is_none(), "{place}");
            assert!(open(&[1; 32], &sealed[..place]).is_none(), "{place}");
        }
    }

    #[test]
    fn a_passphrase_opens_what_it_sealed() {
        let sealed = seal_with_passphrase("made up", b"secret").unwrap();
        assert_eq!(open_with_passphrase("made up", &sealed).unwrap().as_slice(), b"secret");
        assert!(open_with_passphrase("made-up", &sealed).is_none());
    }
}
