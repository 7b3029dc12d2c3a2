//! Passkeys (W3C Web Authentication, level 3) as a second factor, and to unlock. Owns the two ceremonies: what a browser is
//! asked to do, and that what comes back answers that very question, in that session, on the console's own page, by a person
//! whom the device knew. `webauthn_rp` verifies. Refuses to keep a question: it travels sealed with the browser, serves its
//! session for two minutes, and an answered one is noted as spent.

use std::num::NonZeroU32;

use serde_json::Value;
use sync::{Hash, RefusalCode, UnixMillis};
use webauthn_rp::AuthenticatedCredential;
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::{
    AllowedCredentials, AuthenticationVerificationOptions, NonDiscoverableAuthenticationServerState,
    NonDiscoverableCredentialRequestOptions,
};
use webauthn_rp::request::register::{
    PublicKeyCredentialCreationOptions, PublicKeyCredentialUserEntity, RegistrationServerState,
    RegistrationVerificationOptions, UserHandle, Username,
};
use webauthn_rp::request::{
    AsciiDomain, Credentials as _, PublicKeyCredentialDescriptor, RpId, UserVerificationRequirement,
};
use webauthn_rp::response::auth::NonDiscoverableAuthentication;
use webauthn_rp::response::register::{DynamicState, Registration, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId, Origin};

use super::{Decided, passwords, seal};
use crate::audit;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::settings::Public;
use crate::stores::console::factors::{self, Factor};
use crate::stores::console::sessions::Session;
use crate::stores::{Council, StoreError};

/// What the factor is called in the table and in answers.
pub const KIND: &str = "passkey";

/// Seconds within which a question is to be answered.
const ANSWERED_WITHIN: u32 = 120;

/// The most passkeys of one person.
const MOST: usize = 10;

/// The most characters of what one calls a passkey.
const LONGEST: usize = 40;

/// Bytes of the part of a passkey that changes with its use; the public key follows it.
const CHANGING: usize = 7;

/// What a browser is asked: the options for its own call, and what it sends back with the answer.
#[derive(Debug, serde::Serialize)]
pub struct Question {
    /// As the specification has them in JSON.
    pub options: Value,
    /// The question itself, sealed: hexadecimal.
    pub state: String,
}

/// Which ceremony a question is of: one for the other is refused.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    SetUp,
    Prove,
}

/// Where the console is: whoever asks elsewhere is not answered.
#[derive(Clone, Debug)]
pub struct Place {
    host: RpId,
    origin: Own,
}

/// The origin of the console's pages; of one for trying out, whatever its port.
#[derive(Clone, Debug)]
struct Own {
    origin: String,
    any_port: bool,
}

impl PartialEq<Origin<'_>> for Own {
    fn eq(&self, other: &Origin<'_>) -> bool {
        let rest = other.0.strip_prefix(self.origin.as_str());
        let is_port = |rest: &str| rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
        rest.is_some_and(|rest| rest.is_empty() || (self.any_port && is_port(rest)))
    }
}

impl Place {
    /// Where the server is known to be; `None`: it was not told, so that passkeys cannot be.
    #[must_use]
    pub fn of(public: Option<&Public>, relaxed: bool) -> Option<Place> {
        let (host, origin, any_port) = match public {
            Some(public) => (public.host(), public.to_string(), false),
            None if relaxed => ("localhost", "http://localhost".to_owned(), true),
            None => return None,
        };
        let host = RpId::Domain(AsciiDomain::try_from(host.to_owned()).ok()?);
        Some(Place { host, origin: Own { origin, any_port } })
    }

    /// The host: the page offers passkeys where it is there.
    #[must_use]
    pub fn host(&self) -> &str {
        self.host.as_ref()
    }
}

fn refused() -> Problem {
    Problem::of(RefusalCode::BadLogin, "The passkey did not answer what was asked.")
}

/// A name that says nothing of whom it is of.
fn handle(key: &[u8; 32], name: &str) -> UserHandle<16> {
    let mut bytes = [0; 16];
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(b"passkey");
    hasher.update(name.as_bytes());
    hasher.finalize_xof().fill(&mut bytes);
    let Ok(handle) = UserHandle::decode(bytes);
    handle
}

fn whose(purpose: Purpose, session: &Session) -> String {
    let purpose = if purpose == Purpose::SetUp { "set up" } else { "prove" };
    format!("passkey {purpose} {} {}", sync::DeviceId(session.id), session.name)
}

fn sealed(key: &[u8; 32], purpose: Purpose, session: &Session, state: &[u8]) -> Result<String, Problem> {
    let sealed = seal::seal(key, &whose(purpose, session), state)?;
    Ok(sealed.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The question that was sealed, once: one that was answered before is refused.
fn opened(
    council: &mut dyn Council,
    key: &[u8; 32],
    (purpose, session): (Purpose, &Session),
    state: &str,
    now: UnixMillis,
) -> Decided<Vec<u8>> {
    let bytes: Option<Vec<u8>> =
        (0..state.len()).step_by(2).map(|at| u8::from_str_radix(state.get(at..at + 2)?, 16).ok()).collect();
    let opened = bytes.as_ref().and_then(|bytes| seal::open(key, &whose(purpose, session), bytes));
    let (Some(bytes), Some(opened)) = (bytes, opened) else { return Ok(Err(refused())) };
    let hash = Hash(*blake3::hash(&bytes).as_bytes());
    let fresh = council.spend(hash, clock::after(now, 2 * ANSWERED_WITHIN))?;
    Ok(if fresh { Ok(opened.to_vec()) } else { Err(refused()) })
}

fn known(passkeys: &[Factor]) -> Vec<PublicKeyCredentialDescriptor<Vec<u8>>> {
    let ids = passkeys.iter().filter_map(|factor| CredentialId::try_from(factor.id.clone()).ok());
    ids.map(|id| PublicKeyCredentialDescriptor { id, transports: AuthTransports::NONE }).collect()
}

/// Somebody's passkeys, the oldest first.
///
/// # Errors
/// When the store does not answer.
pub fn of(council: &mut dyn Council, name: &str) -> Result<Vec<Factor>, StoreError> {
    Ok(factors::confirmed(council, name)?.into_iter().filter(|factor| factor.kind == KIND).collect())
}

/// Asks a browser to make a passkey, beside those that there are.
///
/// # Errors
/// When there are too many, or without random numbers.
pub fn ask_to_set_up(place: &Place, key: &[u8; 32], session: &Session, own: &[Factor]) -> Result<Question, Problem> {
    if own.len() >= MOST {
        return Err(Problem::of(Code::Invalid, "There are ten passkeys already."));
    }
    let (handle, shown) = (handle(key, &session.name), session.name.replace(' ', "."));
    let name = Username::try_from(shown.as_str()).or_else(|_| Username::try_from("person"));
    let user =
        PublicKeyCredentialUserEntity { name: name.map_err(|_| Code::Invalid)?, id: &handle, display_name: None };
    let mut options = PublicKeyCredentialCreationOptions::second_factor(&place.host, user, known(own));
    options.authenticator_selection.user_verification = UserVerificationRequirement::Required;
    options.extensions.cred_props = None;
    options.timeout = within();
    let (server, client) = options.start_ceremony().map_err(|_| Code::Invalid)?;
    let state = server.encode().map_err(|_| Code::Invalid)?;
    question(key, (Purpose::SetUp, session), &state, &client)
}

/// Asks a browser to prove itself with one of the passkeys that there are.
///
/// # Errors
/// When there is none, or without random numbers.
pub fn ask_to_prove(place: &Place, key: &[u8; 32], session: &Session, own: &[Factor]) -> Result<Question, Problem> {
    let mut allowed = AllowedCredentials::with_capacity(own.len());
    for one in known(own) {
        allowed.push(one.into());
    }
    let none = |_| Problem::of(Code::Invalid, "No passkey is set up.");
    let mut options = NonDiscoverableCredentialRequestOptions::second_factor(&place.host, allowed).map_err(none)?;
    options.options().user_verification = UserVerificationRequirement::Required;
    options.options().timeout = within();
    let (server, client) = options.start_ceremony().map_err(|_| Code::Invalid)?;
    let state = server.encode().map_err(|_| Code::Invalid)?;
    question(key, (Purpose::Prove, session), &state, &client)
}

fn within() -> NonZeroU32 {
    NonZeroU32::new(ANSWERED_WITHIN * 1000).unwrap_or(NonZeroU32::MAX)
}

fn question<T: serde::Serialize>(
    key: &[u8; 32],
    (purpose, session): (Purpose, &Session),
    state: &[u8],
    client: &T,
) -> Result<Question, Problem> {
    let options = serde_json::to_value(client).map_err(|_| Code::Invalid)?;
    Ok(Question { options, state: sealed(key, purpose, session, state)? })
}

/// What a browser answered: the state of the question, and the credential as JSON.
#[derive(Clone, Copy)]
pub struct Answered<'a> {
    /// As the question had it.
    pub state: &'a str,
    /// What the browser's own call gave.
    pub credential: &'a [u8],
}

/// Keeps the passkey that a browser made under a name.
///
/// # Errors
/// When the store does not answer.
pub fn set_up(
    council: &mut dyn Council,
    place: &Place,
    key: &[u8; 32],
    session: &Session,
    (answered, label): (Answered<'_>, &str),
    now: UnixMillis,
) -> Decided<()> {
    let state = match opened(council, key, (Purpose::SetUp, session), answered.state, now)? {
        Ok(state) => state,
        Err(problem) => return Ok(Err(problem)),
    };
    let label: String = label.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    let Some(factor) = made(place, &state, answered.credential, (&session.name, label), now) else {
        return Ok(Err(refused()));
    };
    if factors::by_id(council, &factor.id)?.is_some() {
        return Ok(Err(Problem::of(Code::Invalid, "This passkey is set up already.")));
    }
    factors::put(council, &factor)?;
    audit::note(council, now, &session.name, "user.factor", KIND).map(Ok)
}

fn made(
    place: &Place,
    state: &[u8],
    credential: &[u8],
    (name, label): (&str, String),
    now: UnixMillis,
) -> Option<Factor> {
    let registration = Registration::from_json_custom(credential).ok()?;
    let origins = [place.origin.clone()];
    let options = RegistrationVerificationOptions::<Own, Own> {
        allowed_origins: &origins,
        error_on_unsolicited_extensions: false,
        ..RegistrationVerificationOptions::default()
    };
    let state = RegistrationServerState::<16>::decode(state).ok()?;
    let verified = state.verify(&place.host, &registration, &options).ok()?;
    let (Ok(public), Ok(changing)) = (verified.static_state().encode(), verified.dynamic_state().encode());
    Some(Factor {
        id: verified.id().as_ref().to_vec(),
        name: name.to_owned(),
        kind: KIND.to_owned(),
        secret: [changing.as_slice(), &public].concat(),
        label,
        confirmed: true,
        counter: verified.dynamic_state().sign_count.into(),
        at: now,
    })
}

/// Takes the proof of a passkey. A wrong one counts as a wrong password does; one whose counter went back is refused: it
/// was copied.
///
/// # Errors
/// When the store does not answer.
pub fn take(
    council: &mut dyn Council,
    place: &Place,
    key: &[u8; 32],
    session: &Session,
    answered: Answered<'_>,
    now: UnixMillis,
) -> Decided<()> {
    if let Err(problem) = passwords::attempt(council, &session.name, now)? {
        return Ok(Err(problem));
    }
    let own = of(council, &session.name)?;
    let proved = match opened(council, key, (Purpose::Prove, session), answered.state, now)? {
        Ok(state) => proved(place, &handle(key, &session.name), &state, answered.credential, own),
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(factor) = proved else {
        audit::note(council, now, &session.name, "user.second-wrong", KIND)?;
        return Ok(Err(refused()));
    };
    factors::put(council, &factor)?;
    passwords::forgive(council, &session.name).map(Ok)
}

/// The passkey as it is after it proved itself.
fn proved(place: &Place, handle: &UserHandle<16>, state: &[u8], credential: &[u8], own: Vec<Factor>) -> Option<Factor> {
    let answer = NonDiscoverableAuthentication::<16>::from_json_custom(credential).ok()?;
    let factor = own.into_iter().find(|factor| factor.id == answer.raw_id().as_ref())?;
    let (changing, public) = factor.secret.split_first_chunk::<CHANGING>()?;
    let (public, changing) = (StaticState::decode(public).ok()?, DynamicState::decode(*changing).ok()?);
    let mut kept = AuthenticatedCredential::new(answer.raw_id(), handle, public, changing).ok()?;
    let origins = [place.origin.clone()];
    let options = AuthenticationVerificationOptions::<Own, Own> {
        allowed_origins: &origins,
        error_on_unsolicited_extensions: false,
        ..AuthenticationVerificationOptions::default()
    };
    let state = NonDiscoverableAuthenticationServerState::decode(state).ok()?;
    state.verify(&place.host, &answer, &mut kept, &options).ok()?;
    let Ok(changing) = kept.dynamic_state().encode();
    let counter = kept.dynamic_state().sign_count.into();
    let secret = [changing.as_slice(), factor.secret.get(CHANGING..)?].concat();
    Some(Factor { secret, counter, ..factor })
}
