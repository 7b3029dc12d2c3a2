//! The key that a register is encrypted under. Owns the way from a passphrase to thirty-two bytes and the words in
//! which SQLCipher takes them; refuses to fetch or keep a key (the keyring is the desk's).

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// The sixteen bytes at the head of a register's file: SQLCipher's salt, and the passphrase's.
pub type Salt = [u8; 16];

/// Memory in KiB, passes and lanes of argon2id: about a fifth of a second on a small laptop. They belong to the
/// file's format, for nothing beside the file could tell others.
const ARGON2: (u32, u32, u32) = (64 * 1024, 3, 1);

/// What opens a register.
#[derive(Clone)]
pub enum Key {
    /// Thirty-two random bytes, as the keyring holds them: opens in about a millisecond.
    Raw(Zeroizing<[u8; 32]>),
    /// A passphrase that a person types, made into thirty-two bytes by argon2id.
    Passphrase(Zeroizing<String>),
}

impl Key {
    /// The key of these bytes.
    #[must_use]
    pub fn raw(bytes: [u8; 32]) -> Key {
        Key::Raw(Zeroizing::new(bytes))
    }

    /// The key of this passphrase.
    #[must_use]
    pub fn passphrase(text: impl Into<String>) -> Key {
        Key::Passphrase(Zeroizing::new(text.into()))
    }

    /// SQLCipher's words for this key in a file with this salt.
    pub(crate) fn words(&self, salt: Salt) -> Result<KeyWords> {
        match self {
            Key::Raw(bytes) => Ok(KeyWords::of(bytes, &salt)),
            Key::Passphrase(text) => {
                let mut bytes = Zeroizing::new([0; 32]);
                stretch(text, &salt, &mut bytes).map_err(|e| Error::corrupt(format!("argon2 refused: {e}")))?;
                Ok(KeyWords::of(&bytes, &salt))
            }
        }
    }
}

fn stretch(passphrase: &str, salt: &Salt, out: &mut [u8; 32]) -> argon2::Result<()> {
    let (memory, passes, lanes) = ARGON2;
    let params = Params::new(memory, passes, lanes, Some(out.len()))?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(passphrase.as_bytes(), salt, out)
}

/// No key is ever printed.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Key::Raw(_) => "Key::Raw(..)",
            Key::Passphrase(_) => "Key::Passphrase(..)",
        })
    }
}

/// `x'` key and salt in hexadecimal `'`: what `PRAGMA key` and `ATTACH ... KEY` take. Wiped when dropped.
#[derive(Clone)]
pub(crate) struct KeyWords(Zeroizing<String>);

impl std::fmt::Debug for KeyWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyWords(..)")
    }
}

impl KeyWords {
    fn of(key: &[u8; 32], salt: &Salt) -> KeyWords {
        let mut words = Zeroizing::new(String::with_capacity(99));
        words.push_str("x'");
        for byte in key.iter().chain(salt) {
            for digit in [byte >> 4, byte & 15] {
                words.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
            }
        }
        words.push('\'');
        KeyWords(words)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_key_and_its_salt_become_sqlciphers_words() {
        let words = Key::raw([0xab; 32]).words([0x01; 16]).unwrap();
        assert_eq!(words.as_str(), format!("x'{}{}'", "ab".repeat(32), "01".repeat(16)));
    }

    #[test]
    fn a_passphrase_gives_another_key_in_a_file_with_another_salt() {
        let key = Key::passphrase("made-up words of a test");
        assert_eq!(key.words([1; 16]).unwrap().as_str(), key.words([1; 16]).unwrap().as_str());
        assert_ne!(key.words([1; 16]).unwrap().as_str()[..66], key.words([2; 16]).unwrap().as_str()[..66]);
    }

    #[test]
    fn a_key_is_not_printed() {
        assert_eq!(format!("{:?}", Key::passphrase("made-up")), "Key::Passphrase(..)");
    }
}
