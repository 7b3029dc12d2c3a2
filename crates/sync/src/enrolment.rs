//! How a device and the council come to know each other: a one-time code, read over the telephone or from a letter,
//! of which a part names the entry and the rest is a secret that never travels. Owns the code's letters, the proofs of
//! both sides and the bodies of `POST /v1/enrol`; refuses to keep codes and to draw them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::hex;
use crate::identity::{Epoch, Hash};
use crate::keys::PublicKey;
use crate::letters::{LETTERS, letter_value};
use crate::role::Role;
use crate::sign_in::Tokens;

/// Letters of the code that name the council's entry.
const OF_ID: usize = 5;

/// Letters of a code.
const WHOLE: usize = 20;

/// An enrolment code: 5 letters of an id, 15 of a secret (75 bits).
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode([u8; WHOLE]);

/// What council and device prove to each other that they know. The council keeps it in place of the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentKey(pub [u8; 32]);

impl EnrolmentCode {
    /// A code of random bytes, of each of which five bits count.
    #[must_use]
    pub fn of(random: &[u8; WHOLE]) -> EnrolmentCode {
        EnrolmentCode(random.map(|byte| LETTERS[usize::from(byte & 31)]))
    }

    /// Reads a code as typed: case, blanks and dashes are free, O is 0, I and L are 1. `None`: it has not 20 letters.
    #[must_use]
    pub fn parse(typed: &str) -> Option<EnrolmentCode> {
        let letters = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let values: Option<Vec<u8>> =
            letters.map(|letter| letter_value(letter).map(usize::from).map(|at| LETTERS[at])).collect();
        values.and_then(|letters| letters.try_into().ok()).map(EnrolmentCode)
    }

    /// The part that names the council's entry.
    #[must_use]
    pub fn id(&self) -> String {
        self.0[..OF_ID].iter().copied().map(char::from).collect()
    }

    /// What the rest is good for.
    #[must_use]
    pub fn key(&self) -> EnrolmentKey {
        EnrolmentKey(blake3::derive_key("daftari enrolment secret 1", &self.0[OF_ID..]))
    }
}

/// As it is handed to a person: four groups of five.
impl fmt::Display for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = self.0.chunks(OF_ID).map(|group| group.iter().copied().map(char::from).collect::<String>());
        f.write_str(&groups.collect::<Vec<_>>().join("-"))
    }
}

/// A code is never logged.
impl fmt::Debug for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EnrolmentCode({}..)", self.id())
    }
}

/// No more than that it is one.
impl fmt::Debug for EnrolmentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnrolmentKey(..)")
    }
}

/// What a device asks: the body of `POST /v1/enrol`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// The id of the code.
    pub code: String,
    /// The device's key.
    #[serde(with = "hex")]
    pub key: PublicKey,
    /// What people call the computer.
    pub name: String,
    /// The age recipient to which the council encrypts what only this device is to read.
    pub recipient: String,
    /// Proves that the device has the code's secret.
    #[serde(with = "hex")]
    pub proof: Hash,
}

/// What the council answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admission {
    /// The council's key, which signs receipts and circulars.
    #[serde(with = "hex")]
    pub key: PublicKey,
    /// The life of its database.
    #[serde(with = "hex")]
    pub epoch: Epoch,
    /// What the device may do.
    pub role: Role,
    /// For which centres: codes, or beginnings of codes; an empty one is every centre.
    pub scope: Vec<String>,
    /// The age recipient to which bundles for the council are encrypted.
    pub recipient: String,
    /// Proves that the council has the code's secret, and means this device.
    #[serde(with = "hex")]
    pub proof: Hash,
}

/// The answer of `POST /v1/enrol`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admitted {
    /// What is proved and kept.
    #[serde(flatten)]
    pub admission: Admission,
    /// The device's first session, so that a far school need not ask for one at once: with the answer to which the code
    /// was spent, and with no repeat of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Tokens>,
}

impl Application {
    /// The application of a device that was given a code.
    #[must_use]
    pub fn new(code: &EnrolmentCode, key: PublicKey, name: &str, recipient: &str) -> Application {
        let unproved = Application {
            code: code.id(),
            key,
            name: name.to_owned(),
            recipient: recipient.to_owned(),
            proof: Hash([0; 32]),
        };
        Application { proof: unproved.prove(&code.key()), ..unproved }
    }

    /// Whether its sender has the secret.
    #[must_use]
    pub fn is_proved(&self, key: &EnrolmentKey) -> bool {
        same(self.prove(key), self.proof)
    }

    fn prove(&self, key: &EnrolmentKey) -> Hash {
        prove(key, &[b"device", self.code.as_bytes(), &self.key.0, self.name.as_bytes(), self.recipient.as_bytes()])
    }
}

impl Admission {
    /// Puts the council's proof on it; it holds for the device of this application only.
    #[must_use]
    pub fn proved(self, key: &EnrolmentKey, application: &Application) -> Admission {
        Admission { proof: self.prove(key, application), ..self }
    }

    /// Whether its sender has the secret, and means the device of this application.
    #[must_use]
    pub fn is_proved(&self, key: &EnrolmentKey, application: &Application) -> bool {
        same(self.prove(key, application), self.proof)
    }

    fn prove(&self, key: &EnrolmentKey, application: &Application) -> Hash {
        let (role, scope) = (self.role.name().as_bytes(), self.scope.join(" "));
        let said = [&self.key.0[..], &self.epoch.0, role, scope.as_bytes(), self.recipient.as_bytes()];
        prove(key, &[&[&b"council"[..], &application.proof.0][..], &said].concat())
    }
}

fn prove(key: &EnrolmentKey, parts: &[&[u8]]) -> Hash {
    let mut hasher = blake3::Hasher::new_keyed(&key.0);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    Hash(*hasher.finalize().as_bytes())
}

/// Compares without telling by its time where two hashes differ.
fn same(a: Hash, b: Hash) -> bool {
    blake3::Hash::from_bytes(a.0) == blake3::Hash::from_bytes(b.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::SecretKey;

    fn code() -> EnrolmentCode {
        EnrolmentCode::of(&std::array::from_fn(|place| place as u8 * 7))
    }

    fn application() -> Application {
        Application::new(&code(), SecretKey::of(&[1; 32]).public(), "Office", "age1device")
    }

    fn admission() -> Admission {
        let (key, epoch) = (SecretKey::of(&[9; 32]).public(), Epoch([1; 8]));
        let (scope, recipient, proof) = (vec!["24505105".into()], "age1council".into(), Hash([0; 32]));
        Admission { key, epoch, role: Role::Clerk, scope, recipient, proof }.proved(&code().key(), &application())
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let printed = code().to_string();
        assert_eq!(printed.len(), 23);
        let typed = printed.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(EnrolmentCode::parse(&typed), Some(code()));
        for wrong in ["", "ABCDE", &printed[..22], &format!("{printed}A"), &printed.replace(&printed[..1], "U")] {
            assert_eq!(EnrolmentCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_application_of_which_anything_was_changed_is_not_proved() {
        let application = application();
        assert!(application.is_proved(&code().key()));
        assert!(!application.is_proved(&EnrolmentCode::of(&[1; 20]).key()));
        let other = SecretKey::of(&[2; 32]).public();
        for forged in [
            Application { key: other, ..application.clone() },
            Application { name: "Offic".into(), recipient: "eage1device".into(), ..application.clone() },
            Application { recipient: "age1other".into(), ..application.clone() },
        ] {
            assert!(!forged.is_proved(&code().key()));
        }
    }

    #[test]
    fn an_admission_holds_for_its_device_and_as_it_was_said() {
        let (admission, key) = (admission(), code().key());
        assert!(admission.is_proved(&key, &application()));
        let another = Application::new(&code(), SecretKey::of(&[2; 32]).public(), "Office", "age1device");
        assert!(!admission.is_proved(&key, &another));
        for forged in [
            Admission { key: SecretKey::of(&[8; 32]).public(), ..admission.clone() },
            Admission { epoch: Epoch([2; 8]), ..admission.clone() },
            Admission { role: Role::Operator, ..admission.clone() },
            Admission { scope: vec![String::new()], ..admission.clone() },
            Admission { recipient: "age1other".into(), ..admission.clone() },
        ] {
            assert!(!forged.is_proved(&key, &application()));
        }
    }
}
