//! Sessions: opaque random tokens of which only hashes are kept. An access token serves an hour; a refresh token buys
//! the next pair once, and seen a second time it ends the whole session, for one of the two who have it stole it. Owns
//! tokens; refuses to say how somebody proved who they are.

use sync::sign_in::Tokens;
use sync::{Hash, RefusalCode, UnixMillis};

use super::{Decided, caller};
use crate::audit;
use crate::clock;
use crate::stores::{Access, StoreError, Subject, Token, TokenUse};

/// How long tokens serve, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// An access token.
    pub access: u32,
    /// A refresh token.
    pub refresh: u32,
}

/// Random bytes for a pair of tokens and a family, drawn before the transaction.
#[derive(Clone, Copy)]
pub struct Drawn {
    access: [u8; 32],
    refresh: [u8; 32],
    family: [u8; 16],
}

impl Drawn {
    /// Draws them.
    ///
    /// # Errors
    /// When the operating system has no random numbers.
    pub fn new() -> Result<Drawn, clock::NoRandomness> {
        Ok(Drawn { access: clock::random()?, refresh: clock::random()?, family: clock::random()? })
    }
}

/// Begins a session.
///
/// # Errors
/// When the store does not answer.
pub fn begin<A: Access + ?Sized>(
    access: &mut A,
    subject: &Subject,
    drawn: &Drawn,
    lifetimes: Lifetimes,
    now: UnixMillis,
) -> Result<Tokens, StoreError> {
    issue(access, subject, drawn.family, drawn, lifetimes, now)
}

fn issue<A: Access + ?Sized>(
    access: &mut A,
    subject: &Subject,
    family: [u8; 16],
    drawn: &Drawn,
    lifetimes: Lifetimes,
    now: UnixMillis,
) -> Result<Tokens, StoreError> {
    let pairs =
        [(drawn.access, TokenUse::Access, lifetimes.access), (drawn.refresh, TokenUse::Refresh, lifetimes.refresh)];
    for (bytes, serves, seconds) in pairs {
        let hash = Hash(*blake3::hash(&bytes).as_bytes());
        let expires = clock::after(now, seconds);
        access.put_token(&Token { hash, family, subject: subject.clone(), serves, expires, spent: false })?;
    }
    Ok(Tokens {
        token: Hash(drawn.access).to_string(),
        refresh: Hash(drawn.refresh).to_string(),
        expires_in: lifetimes.access,
    })
}

/// Buys the next pair with a refresh token.
///
/// # Errors
/// When the store does not answer.
pub fn refresh<A: Access + ?Sized>(
    access: &mut A,
    refresh: &str,
    drawn: &Drawn,
    lifetimes: Lifetimes,
    now: UnixMillis,
) -> Decided<Tokens> {
    let ended = || Ok(Err(RefusalCode::NoSession.into()));
    let Some(hash) = caller::hash_of(refresh) else { return ended() };
    let known = access.token(hash)?.filter(|token| token.serves == TokenUse::Refresh && token.expires > now);
    let Some(token) = known else { return ended() };
    if token.spent {
        access.end_family(token.family)?;
        audit::note(access, now, &name_of(&token.subject), "session.reuse", "")?;
        return ended();
    }
    if !still_welcome(access, &token.subject)? {
        return ended();
    }
    access.put_token(&Token { spent: true, ..token.clone() })?;
    issue(access, &token.subject, token.family, drawn, lifetimes, now).map(Ok)
}

fn still_welcome<A: Access + ?Sized>(access: &mut A, subject: &Subject) -> Result<bool, StoreError> {
    Ok(match subject {
        Subject::Device(id) => access.device(*id)?.is_some_and(|row| row.revoked.is_none()),
        Subject::User(name) => access.user(name)?.is_some_and(|row| !row.disabled),
    })
}

/// Whose it is, for the audit.
pub(super) fn name_of(subject: &Subject) -> String {
    match subject {
        Subject::Device(id) => id.to_string(),
        Subject::User(name) => name.clone(),
    }
}
