//! Which centres a right reaches. Owns scopes as text and their nesting; refuses to know roles.

use crate::stores::{Access, Scope, StoreError};

/// The most centres that are listed one by one.
const MOST: usize = 200;

/// Codes, or beginnings of codes; an empty one is every centre: as `sync::enrolment::Admission` has it.
#[must_use]
pub fn written(scope: &Scope) -> Vec<String> {
    match scope {
        Scope::All => vec![String::new()],
        Scope::SubCounty(code) => vec![format!("{code:05}")],
        Scope::Centres(codes) => codes.iter().map(|code| format!("{code:08}")).collect(),
    }
}

/// Reads what [`written`] writes. `None`: it is no scope.
#[must_use]
pub fn read(parts: &[String]) -> Option<Scope> {
    match parts {
        [all] if all.is_empty() => Some(Scope::All),
        [one] if one.len() == 5 => digits(one).map(Scope::SubCounty),
        [] => None,
        some if some.len() <= MOST => {
            let codes: Option<Vec<u32>> = some.iter().map(|code| centre(code)).collect();
            codes.map(Scope::Centres)
        }
        _ => None,
    }
}

/// A centre's eight digits.
#[must_use]
pub fn centre(text: &str) -> Option<u32> {
    digits(text).filter(|_| text.len() == 8)
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Whether a centre lies within a scope.
///
/// # Errors
/// When the store does not answer.
pub fn reaches<A: Access + ?Sized>(access: &mut A, scope: &Scope, centre: u32) -> Result<bool, StoreError> {
    match scope {
        Scope::All => Ok(true),
        Scope::SubCounty(own) => Ok(access.sub_county(centre)? == *own),
        Scope::Centres(own) => Ok(own.contains(&centre)),
    }
}

/// Whether all of a scope lies within another.
///
/// # Errors
/// When the store does not answer.
pub fn covers<A: Access + ?Sized>(access: &mut A, outer: &Scope, inner: &Scope) -> Result<bool, StoreError> {
    match (outer, inner) {
        (Scope::All, _) => Ok(true),
        (Scope::SubCounty(outer), Scope::SubCounty(inner)) => Ok(outer == inner),
        (_, Scope::Centres(codes)) => {
            for code in codes {
                if !reaches(access, outer, *code)? {
                    return Ok(false);
                }
            }
            Ok(!codes.is_empty())
        }
        _ => Ok(false),
    }
}
