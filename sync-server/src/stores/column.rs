//! How values stand in a column, in either database. Owns these forms, which stay readable for ever; refuses SQL.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sync::authority::QuarantinedBecause;
use sync::{DeviceId, RegisterId, Role};

use super::access::{Purpose, Scope, StoreError, Subject, TokenUse};

/// A register as one number: centre * 65536 + year.
pub(super) fn register(register: RegisterId) -> i64 {
    i64::from(register.centre) << 16 | i64::from(register.year)
}

/// The first and the last number that registers of a centre can have.
pub(super) fn registers_of(centre: u32) -> (i64, i64) {
    (i64::from(centre) << 16, i64::from(centre) << 16 | 0xffff)
}

/// The register of such a number.
pub(super) fn read_register(number: i64) -> Result<RegisterId, StoreError> {
    let centre = u32::try_from(number >> 16).map_err(|_| damaged("register"))?;
    Ok(RegisterId { centre, year: (number & 0xffff) as u16 })
}

/// A value of several parts that no question is asked about: postcard.
pub(super) fn pack<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    // Writing to memory fails for no value of these types.
    postcard::to_stdvec(value).unwrap_or_default()
}

/// The value of what [`pack`] wrote.
pub(super) fn unpack<T: DeserializeOwned>(bytes: &[u8], what: &str) -> Result<T, StoreError> {
    postcard::from_bytes(bytes).map_err(|_| damaged(what))
}

pub(super) fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("a {what} that does not read"))
}

pub(super) fn read_role(name: &str) -> Result<Role, StoreError> {
    Role::named(name).or((name == Role::Council.name()).then_some(Role::Council)).ok_or_else(|| damaged("role"))
}

/// `all`, `sub-county 24505` or `centres 24505105 24505106`.
pub(super) fn scope(scope: &Scope) -> String {
    match scope {
        Scope::All => "all".into(),
        Scope::SubCounty(code) => format!("sub-county {code}"),
        Scope::Centres(codes) => codes.iter().fold("centres".into(), |text, code| format!("{text} {code}")),
    }
}

pub(super) fn read_scope(text: &str) -> Result<Scope, StoreError> {
    let mut words = text.split(' ');
    let kind = words.next();
    let codes: Result<Vec<u32>, _> = words.map(str::parse).collect();
    match (kind, codes.map_err(|_| damaged("scope"))?) {
        (Some("all"), codes) if codes.is_empty() => Ok(Scope::All),
        (Some("sub-county"), codes) if codes.len() == 1 => Ok(Scope::SubCounty(codes[0])),
        (Some("centres"), codes) => Ok(Scope::Centres(codes)),
        _ => Err(damaged("scope")),
    }
}

/// `enrol ROLE SCOPE` or `reset NAME`.
pub(super) fn purpose(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Enrol { role, scope: reach } => format!("enrol {} {}", role.name(), scope(reach)),
        Purpose::Reset(name) => format!("reset {name}"),
    }
}

pub(super) fn read_purpose(text: &str) -> Result<Purpose, StoreError> {
    let (kind, rest) = text.split_once(' ').ok_or_else(|| damaged("purpose"))?;
    match (kind, rest.split_once(' ')) {
        ("reset", _) => Ok(Purpose::Reset(rest.into())),
        ("enrol", Some((role, scope))) => Ok(Purpose::Enrol { role: read_role(role)?, scope: read_scope(scope)? }),
        _ => Err(damaged("purpose")),
    }
}

/// `device HEX` or `user NAME`.
pub(super) fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Device(id) => format!("device {id}"),
        Subject::User(name) => format!("user {name}"),
    }
}

pub(super) fn read_subject(text: &str) -> Result<Subject, StoreError> {
    let subject = match text.split_once(' ') {
        Some(("device", id)) => DeviceId::parse(id).map(Subject::Device),
        Some(("user", name)) => Some(Subject::User(name.into())),
        _ => None,
    };
    subject.ok_or_else(|| damaged("subject"))
}

pub(super) fn serves(serves: TokenUse) -> &'static str {
    match serves {
        TokenUse::Access => "access",
        TokenUse::Refresh => "refresh",
    }
}

pub(super) fn read_serves(text: &str) -> Result<TokenUse, StoreError> {
    [TokenUse::Access, TokenUse::Refresh].into_iter().find(|one| serves(*one) == text).ok_or_else(|| damaged("token"))
}

pub(super) fn why(why: QuarantinedBecause) -> &'static str {
    match why {
        QuarantinedBecause::Forked => "forked",
        QuarantinedBecause::Revoked => "revoked",
    }
}

pub(super) fn read_why(text: &str) -> Result<QuarantinedBecause, StoreError> {
    let all = [QuarantinedBecause::Forked, QuarantinedBecause::Revoked];
    all.into_iter().find(|one| why(*one) == text).ok_or_else(|| damaged("quarantined batch"))
}

/// The sub-county of a centre that the council did not list elsewhere: the first five of its eight digits.
pub(super) fn own_sub_county(centre: u32) -> u32 {
    centre / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_a_column_is_read_back() {
        for one in [Scope::All, Scope::SubCounty(24_505), Scope::Centres(vec![]), Scope::Centres(vec![1, 99_999_999])] {
            assert_eq!(read_scope(&scope(&one)).unwrap(), one);
            let enrol = Purpose::Enrol { role: Role::Head, scope: one };
            assert_eq!(read_purpose(&purpose(&enrol)).unwrap(), enrol);
        }
        let reset = Purpose::Reset("a name of three words".into());
        assert_eq!(read_purpose(&purpose(&reset)).unwrap(), reset);
        for one in [Subject::Device(DeviceId([7; 16])), Subject::User("device 1".into()), Subject::User(String::new())]
        {
            assert_eq!(read_subject(&subject(&one)).unwrap(), one);
        }
        for role in Role::ALL.into_iter().chain([Role::Council]) {
            assert_eq!(read_role(role.name()).unwrap(), role);
        }
        for id in [RegisterId { centre: 0, year: 0 }, RegisterId { centre: u32::MAX, year: u16::MAX }] {
            assert_eq!(read_register(register(id)).unwrap(), id);
        }
    }

    #[test]
    fn what_was_never_written_is_damage_and_no_panic() {
        for text in ["", "all 1", "sub-county", "sub-county x", "sub-county 1 2", "nowhere", "centres  1"] {
            assert!(read_scope(text).is_err(), "{text}");
        }
        for text in ["", "enrol", "enrol clerk", "enrol nobody all", "device xyz", "other x"] {
            assert!(read_purpose(text).is_err() && read_subject(text).is_err(), "{text}");
        }
        assert!(read_register(-1).is_err() && read_why("no").is_err() && read_serves("no").is_err());
    }
}
