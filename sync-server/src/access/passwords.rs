//! Passwords: argon2id (19 MiB, 2 passes, 1 lane, the least that OWASP advises), and the throttle on guessing: an attempt is
//! counted before the password is looked at, so that a hundred at once are not one. Owns users' sign-in; refuses to
//! tell an unknown name from a wrong password.

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use sync::enrolment::EnrolmentCode;
use sync::{RefusalCode, UnixMillis};

use super::{Decided, codes};
use crate::audit;
use crate::clock::{self, NoRandomness};
use crate::problem::{Code as ProblemCode, Problem};
use crate::stores::{Access, Code, Purpose, StoreError, Subject, User};

/// Attempts that cost no wait.
const FREE: u32 = 5;
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 900;
/// Words of the house: a password that is little more than these is guessed first.
const HOUSE: [&str; 14] = [
    "daftari",
    "knec",
    "kcse",
    "kcpe",
    "scde",
    "council",
    "examination",
    "register",
    "operator",
    "supervisor",
    "auditor",
    "mtihani",
    "kenya",
    "nairobi",
];
/// Fewest and most characters of a password.
const LENGTHS: std::ops::RangeInclusive<usize> = 12..=200;

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// The string of a password, salted. Takes some tens of milliseconds.
///
/// # Errors
/// When it is too short, too long, or easily guessed; or without random numbers.
pub fn hash(name: &str, password: &str) -> Result<String, Problem> {
    let fits = LENGTHS.contains(&password.chars().count());
    if !fits || is_guessed(name, password) {
        return Err(ProblemCode::WeakPassword.into());
    }
    let salt = SaltString::encode_b64(&clock::random::<16>()?).map_err(|_| NoRandomness)?;
    let hashed = argon2().hash_password(password.as_bytes(), &salt).map_err(|_| ProblemCode::WeakPassword)?;
    Ok(hashed.to_string())
}

/// Whether it is among what is tried first: common passwords, names, dates, keys side by side, words of the house.
fn is_guessed(name: &str, password: &str) -> bool {
    let words: Vec<&str> = HOUSE.into_iter().chain(name.split(['.', ' ', '_', '-'])).chain([name]).collect();
    zxcvbn::zxcvbn(password, &words).score() < zxcvbn::Score::Three
}

/// Whether it is the password of the string. Takes as long where there is no string.
#[must_use]
pub fn is_of(string: Option<&str>, password: &str) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyBpdA$RyFPvIwOLSkoTdPVnlEXVKVRTAXUsgzlJgRXeQ3iS9o";
    let known = string.filter(|string| !string.is_empty()).unwrap_or(NOBODY);
    let right = PasswordHash::new(known).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
    right && known != NOBODY
}

/// Counts an attempt and gives the string to compare with; `None` for a name that nobody has.
///
/// # Errors
/// When the store does not answer.
pub fn attempt<A: Access + ?Sized>(access: &mut A, name: &str, now: UnixMillis) -> Decided<Option<String>> {
    let Some(user) = access.user(name)?.filter(|user| !user.disabled) else { return Ok(Ok(None)) };
    if user.locked_until > now {
        let wait = clock::seconds_until(now, user.locked_until);
        let problem = Problem::of(RefusalCode::TooMany, "Too many wrong passwords for this name.");
        return Ok(Err(problem.retry_after(wait)));
    }
    let failures = user.failures.saturating_add(1);
    let locked_until = clock::after(now, wait_after(failures));
    access.put_user(&User { failures, locked_until, ..user.clone() })?;
    Ok(Ok(Some(user.password)))
}

fn wait_after(failures: u32) -> u32 {
    failures.checked_sub(FREE).map_or(0, |beyond| 15_u32.saturating_mul(1 << beyond.min(6)).min(LONGEST_WAIT))
}

/// The password was right: attempts begin anew. Tells the session's subject.
///
/// # Errors
/// When the store does not answer.
pub fn succeeded<A: Access + ?Sized>(
    access: &mut A,
    name: &str,
    now: UnixMillis,
) -> Result<Option<Subject>, StoreError> {
    let Some(user) = access.user(name)?.filter(|user| !user.disabled) else { return Ok(None) };
    access.put_user(&User { failures: 0, locked_until: UnixMillis(0), ..user })?;
    audit::note(access, now, name, "user.login", "")?;
    Ok(Some(Subject::User(name.to_owned())))
}

/// What was tried was right: attempts begin anew.
///
/// # Errors
/// When the store does not answer.
pub fn forgive<A: Access + ?Sized>(access: &mut A, name: &str) -> Result<(), StoreError> {
    let Some(user) = access.user(name)? else { return Ok(()) };
    access.put_user(&User { failures: 0, locked_until: UnixMillis(0), ..user })
}

/// Sets a password and ends the user's sessions.
///
/// # Errors
/// When the store does not answer.
pub fn set<A: Access + ?Sized>(access: &mut A, name: &str, string: &str, now: UnixMillis) -> Result<(), StoreError> {
    let Some(user) = access.user(name)? else { return Ok(()) };
    access.put_user(&User { password: string.to_owned(), failures: 0, locked_until: UnixMillis(0), ..user })?;
    access.end_sessions(&Subject::User(name.to_owned()))?;
    audit::note(access, now, name, "user.password", "")
}

/// Sets a new password with a code that was made for the user.
///
/// # Errors
/// When the store does not answer.
pub fn reset<A: Access + ?Sized>(
    access: &mut A,
    code: &EnrolmentCode,
    name: &str,
    string: &str,
    now: UnixMillis,
) -> Decided<()> {
    let unknown = || Ok(Err(RefusalCode::UnknownCode.into()));
    let Some((row, key)) = codes::find(access, &code.id(), now)? else { return unknown() };
    let same = blake3::Hash::from_bytes(key.0) == blake3::Hash::from_bytes(code.key().0);
    if !same || row.used.is_some() || row.purpose != Purpose::Reset(name.to_owned()) {
        codes::count_wrong(access, row, now)?;
        return unknown();
    }
    access.put_code(&Code { used: Some(name.to_owned()), ..row })?;
    set(access, name, string, now).map(Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_weak_ones_are_refused() {
        let string = hash("wanjiku", "three words apart").unwrap();
        assert!(string.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_of(Some(&string), "three words apart"));
        assert!(!is_of(Some(&string), "three words aparT"));
        assert!(!is_of(None, "nobody has it") && !is_of(Some(""), ""));
        let longest = "maziwa na ugali, ".repeat(11);
        assert!(is_of(Some(&hash("wanjiku", &longest).unwrap()), &longest), "as it was given, whatever its length");
        for weak in [
            "",
            "short",
            "WANJIKU.mwanzo",
            "password1234",
            "123456789012",
            "qwertyuiop12",
            "Daftari2026!",
            "knecknecknec",
            "wanjiku12345",
        ] {
            assert!(hash("wanjiku.mwanzo", weak).is_err(), "{weak}");
        }
    }

    #[test]
    fn waiting_begins_after_five_mistakes_and_is_bounded() {
        let waits: Vec<u32> = (1..=13).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }
}
