//! Who works on this computer, in which role and with which password. Owns the small file of them beside the registers and
//! what each role may do here; what a person did is the registers' history. The file keeps colleagues at one desk apart: who
//! may write in the folder can replace it, but not open a register by it.
//!
//! A head's password that is forgotten is set anew with the *recovery code* that was shown when it was set: it belongs into a
//! sealed envelope at the sub-county's office (SCDE), which is where a portal's password is reset too. The SCDE's own role on
//! the same computer may set it anew without one.

use std::path::Path;

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files;

const FILE: &str = "people.json";

/// What history calls whoever keys in where nobody was named.
pub const CLERK: &str = "clerk";

/// The fewest characters of a password.
pub const SHORTEST: usize = 8;

/// What a person is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Keys in.
    Clerk,
    /// Answers for the centre: approves the roll.
    Head,
    /// Answers for private candidates and for the heads of the sub-county.
    Scde,
}

impl Role {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Head => "head",
            Role::Scde => "scde",
        }
    }
}

/// A person who works here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// As history calls them; nobody else here has the name.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Argon2id of the password, as its own text form; `None`: whoever sits down may work under this name.
    password: Option<String>,
    /// The same of the recovery code.
    recovery: Option<String>,
}

impl Person {
    /// Whether a password is set.
    #[must_use]
    pub const fn has_password(&self) -> bool {
        self.password.is_some()
    }
}

/// Everybody who works here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People(Vec<Person>);

/// Until somebody is named there is a clerk without a password.
impl Default for People {
    fn default() -> Self {
        People(vec![Person { name: CLERK.to_owned(), role: Role::Clerk, password: None, recovery: None }])
    }
}

impl People {
    /// Those of the computer whose registers lie in this folder.
    ///
    /// # Errors
    /// When the file is there but does not read: it is never taken for "nobody".
    pub fn read(folder: &Path) -> Result<People> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(People::default());
        }
        let people: Option<People> = serde_json::from_slice(&files::whole(&path)?).ok();
        let damaged = || Error::Unopened { path, reason: "it does not say who works here".to_owned() };
        people.filter(|people| !people.0.is_empty()).ok_or_else(damaged)
    }

    /// Keeps them.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        files::folder(folder)?;
        files::put(&folder.join(FILE), &serde_json::to_vec_pretty(self).unwrap_or_default())
    }

    /// Everybody, as they were named.
    #[must_use]
    pub fn all(&self) -> &[Person] {
        &self.0
    }

    /// The person of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Person> {
        self.0.iter().find(|person| person.name == name)
    }

    /// Who may work without a password: at work when the program starts.
    #[must_use]
    pub fn open(&self) -> Option<&Person> {
        self.0.iter().find(|person| !person.has_password())
    }

    /// Whether anybody of this role has a password.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.iter().any(|person| person.role == role && person.has_password())
    }

    /// The person, where the password is theirs; one without a password needs none.
    ///
    /// # Errors
    /// [`Error::WrongPassword`]; a name that nobody has is told alike.
    pub fn check(&self, name: &str, password: &str) -> Result<&Person> {
        let wrong = || Error::WrongPassword { name: name.to_owned() };
        let person = self.named(name).ok_or_else(wrong)?;
        match &person.password {
            Some(hash) if !is_of(hash, password) => Err(wrong()),
            _ => Ok(person),
        }
    }

    /// Names somebody, with a password or none. A head or an SCDE always has one, and gets a recovery code: it is returned,
    /// and kept nowhere as it is.
    ///
    /// # Errors
    /// When the name is blank or taken, or the password too short.
    pub fn add(&mut self, name: &str, role: Role, password: Option<&str>) -> Result<Option<String>> {
        let name = name.trim();
        if name.is_empty() || self.named(name).is_some() {
            return Err(Error::Usage("a name that nobody else here has".to_owned()));
        }
        if role != Role::Clerk && password.is_none() {
            return Err(Error::ShortPassphrase { least: SHORTEST });
        }
        let hash = password.map(hash_of).transpose()?;
        self.0.push(Person { name: name.to_owned(), role, password: hash, recovery: None });
        if role == Role::Clerk { Ok(None) } else { self.renew_recovery(name).map(Some) }
    }

    /// Sets a password.
    ///
    /// # Errors
    /// When nobody has the name, or the password is too short.
    pub fn set_password(&mut self, name: &str, password: &str) -> Result<()> {
        let hash = hash_of(password)?;
        self.person(name)?.password = Some(hash);
        Ok(())
    }

    /// Sets a password anew with the recovery code, which is spent by it; returns the next one.
    ///
    /// # Errors
    /// When the code is another, nobody has the name, or the password is too short.
    pub fn recover(&mut self, name: &str, code: &str, password: &str) -> Result<String> {
        let wrong = || Error::WrongPassword { name: name.to_owned() };
        let recovery = self.named(name).and_then(|person| person.recovery.clone()).ok_or_else(wrong)?;
        if !is_of(&recovery, &plain(code)) {
            return Err(wrong());
        }
        self.set_password(name, password)?;
        self.renew_recovery(name)
    }

    /// Strikes somebody off; history keeps the name.
    ///
    /// # Errors
    /// When nobody has the name, or nobody would be left.
    pub fn remove(&mut self, name: &str) -> Result<()> {
        self.person(name)?;
        if self.0.len() == 1 {
            return Err(Error::Usage("somebody has to be left".to_owned()));
        }
        self.0.retain(|person| person.name != name);
        Ok(())
    }

    fn renew_recovery(&mut self, name: &str) -> Result<String> {
        let code = new_code()?;
        self.person(name)?.recovery = Some(hashed(&plain(&code))?);
        Ok(code)
    }

    fn person(&mut self, name: &str) -> Result<&mut Person> {
        let nobody = || Error::Usage(format!("nobody here is called \"{name}\""));
        self.0.iter_mut().find(|person| person.name == name).ok_or_else(nobody)
    }
}

fn hash_of(password: &str) -> Result<String> {
    if password.chars().count() < SHORTEST {
        return Err(Error::ShortPassphrase { least: SHORTEST });
    }
    hashed(password)
}

fn hashed(secret: &str) -> Result<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| Error::NoKeyring { reason: error.to_string() })?;
    let refused = |error: argon2::password_hash::Error| Error::NoKeyring { reason: error.to_string() };
    let salt = SaltString::encode_b64(&salt).map_err(refused)?;
    Ok(Argon2::default().hash_password(secret.as_bytes(), &salt).map_err(refused)?.to_string())
}

fn is_of(hash: &str, secret: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(secret.as_bytes(), &hash).is_ok())
}

/// Digits and letters without those that look alike, as enrolment codes are written.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Twenty letters in groups of five: a hundred random bits.
fn new_code() -> Result<String> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).map_err(|error| Error::NoKeyring { reason: error.to_string() })?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// As people read a code aloud: without hyphens and case, O and I as the digits they look like.
fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    letters
        .map(|letter| {
            if letter == 'O' {
                '0'
            } else if matches!(letter, 'I' | 'L') {
                '1'
            } else {
                letter
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn until_somebody_is_named_a_clerk_works_without_a_password() {
        let folder = tempfile::tempdir().unwrap();
        let people = People::read(folder.path()).unwrap();
        assert_eq!(people.open().unwrap().name, CLERK);
        assert!(people.check(CLERK, "").is_ok());
        assert!(!people.has(Role::Head));
    }

    #[test]
    fn a_head_is_known_by_the_password_alone_and_no_file_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut people = People::default();
        people.add("Mwalimu Achieng", Role::Head, Some("kalamu nyekundu")).unwrap();
        people.write(folder.path()).unwrap();
        let people = People::read(folder.path()).unwrap();
        assert!(people.check("Mwalimu Achieng", "kalamu nyekundu").is_ok());
        for wrong in ["", "kalamu nyeusi", "Kalamu nyekundu"] {
            assert!(matches!(people.check("Mwalimu Achieng", wrong), Err(Error::WrongPassword { .. })), "{wrong}");
        }
        assert!(!std::fs::read_to_string(folder.path().join(FILE)).unwrap().contains("kalamu"));
    }

    #[test]
    fn a_head_without_a_password_a_short_one_and_a_name_taken_are_refused() {
        let mut people = People::default();
        assert!(people.add("A", Role::Head, None).is_err());
        assert!(people.add("A", Role::Head, Some("short")).is_err());
        assert!(people.add(" ", Role::Clerk, None).is_err());
        assert!(people.add(CLERK, Role::Clerk, None).is_err());
        assert_eq!(people, People::default());
    }

    #[test]
    fn the_recovery_code_sets_a_password_anew_once_however_it_is_typed() {
        let mut people = People::default();
        let code = people.add("A", Role::Head, Some("first password")).unwrap().unwrap();
        let typed = code.replace('-', " ").to_lowercase();
        let next = people.recover("A", &typed, "second password").unwrap();
        assert!(people.check("A", "second password").is_ok() && people.check("A", "first password").is_err());
        assert!(people.recover("A", &code, "third password").is_err(), "it is spent");
        assert!(people.recover("A", &next, "third password").is_ok());
    }

    #[test]
    fn a_damaged_file_is_not_taken_for_nobody() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["{", "[]", "null"] {
            std::fs::write(folder.path().join(FILE), text).unwrap();
            assert!(People::read(folder.path()).is_err(), "{text}");
        }
    }

    #[test]
    fn somebody_is_always_left() {
        let mut people = People::default();
        assert!(people.remove(CLERK).is_err() && people.remove("nobody").is_err());
        people.add("A", Role::Clerk, None).unwrap();
        people.remove(CLERK).unwrap();
        assert_eq!(people.open().unwrap().name, "A");
    }
}
