//! One-time codes of six digits (RFC 6238) as a second factor. Owns setting one up, proving it, and that a code serves
//! once; refuses to show a secret again once it was proved.

use sync::{RefusalCode, UnixMillis};
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use super::{Decided, passwords, seal};
use crate::audit;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::stores::console::factors::{self, Factor};
use crate::stores::{Council, StoreError, Subject};

/// What the factor is called in the table and in answers.
pub const KIND: &str = "totp";

const ISSUER: &str = "Daftari KNEC";

/// What somebody's authenticator is told, once.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Setup {
    /// In base 32, to type.
    pub secret: String,
    /// The address that an authenticator reads.
    pub uri: String,
    /// The address as a QR code: a text a row, `1` is dark.
    pub qr: Vec<String>,
}

/// A secret that was drawn, before the transaction.
#[derive(Clone)]
pub struct Drawn {
    id: [u8; 16],
    secret: Zeroizing<[u8; 20]>,
    sealed: Vec<u8>,
}

impl Drawn {
    /// Draws one for somebody and seals it.
    ///
    /// # Errors
    /// Without random numbers.
    pub fn new(key: &[u8; 32], name: &str) -> Result<Drawn, clock::NoRandomness> {
        let secret = Zeroizing::new(clock::random::<20>()?);
        let sealed = seal::seal(key, name, secret.as_slice())?;
        Ok(Drawn { id: clock::random()?, secret, sealed })
    }

    /// What the authenticator is told.
    ///
    /// # Errors
    /// When the name cannot stand in such an address.
    pub fn setup(&self, name: &str) -> Result<Setup, Problem> {
        let wrong = |_| Problem::of(Code::Invalid, "The name cannot stand in an authenticator.");
        let totp = of_secret(self.secret.as_slice(), Some(name)).ok_or(Problem::from(Code::Invalid))?;
        let uri = totp.to_url().map_err(wrong)?;
        let qr = qrcodegen::QrCode::encode_text(&uri, qrcodegen::QrCodeEcc::Medium);
        let qr = qr.map_err(|_| Problem::from(Code::Invalid))?;
        let row = |y| (0..qr.size()).map(|x| if qr.get_module(x, y) { '1' } else { '0' }).collect();
        let secret = Secret::new(self.secret.to_vec().into_boxed_slice()).to_base32();
        Ok(Setup { secret, uri, qr: (0..qr.size()).map(row).collect() })
    }
}

fn of_secret(secret: &[u8], name: Option<&str>) -> Option<Totp> {
    let builder = Builder::new().with_secret(Secret::new(secret.into())).with_digits(6).with_skew(1);
    let builder = builder.with_step_duration(30).with_issuer(Some(ISSUER));
    let builder = match name {
        Some(name) => builder.with_account_name(name.replace(':', " ")),
        None => builder,
    };
    builder.build().ok()
}

/// Keeps a secret that is yet to be proved. What was never proved before is forgotten.
///
/// # Errors
/// When the store does not answer.
pub fn begin(council: &mut dyn Council, name: &str, drawn: &Drawn, now: UnixMillis) -> Result<(), StoreError> {
    factors::forget(council, name, KIND, true)?;
    let factor = Factor {
        id: drawn.id.to_vec(),
        name: name.to_owned(),
        kind: KIND.to_owned(),
        secret: drawn.sealed.clone(),
        label: String::new(),
        confirmed: false,
        counter: 0,
        at: now,
    };
    factors::put(council, &factor)
}

/// Takes a code of a confirmed factor, or, with `confirm`, proves the one being set up, which then stands alone. A wrong
/// code counts as a wrong password does.
///
/// # Errors
/// When the store does not answer.
pub fn take(
    council: &mut dyn Council,
    key: &[u8; 32],
    name: &str,
    code: &str,
    confirm: bool,
    now: UnixMillis,
) -> Decided<()> {
    if let Err(problem) = passwords::attempt(council, name, now)? {
        return Ok(Err(problem));
    }
    let own = factors::of(council, name)?.into_iter();
    let fits = own.filter(|factor| factor.kind == KIND && factor.confirmed != confirm);
    let found = fits.filter_map(|factor| Some((step_of(key, name, &factor, code, now)?, factor))).next();
    let Some((step, factor)) = found else {
        audit::note(council, now, name, "user.second-wrong", "")?;
        return Ok(Err(Problem::of(RefusalCode::BadLogin, "The code is not right, or was used already.")));
    };
    if confirm {
        factors::forget(council, name, KIND, false)?;
        audit::note(council, now, name, "user.factor", KIND)?;
    }
    factors::put(council, &Factor { confirmed: true, counter: step, ..factor })?;
    passwords::forgive(council, name).map(Ok)
}

/// Forgets somebody's second factors and ends their sessions: the next sign-in sets up another.
///
/// # Errors
/// When the store does not answer.
pub fn forget(council: &mut dyn Council, by: &str, name: &str, now: UnixMillis) -> Result<(), StoreError> {
    factors::forget_all(council, name)?;
    council.end_sessions(&Subject::User(name.to_owned()))?;
    audit::note(council, now, by, "user.factor-forget", name)
}

/// The step of a code that is right and was not used.
fn step_of(key: &[u8; 32], name: &str, factor: &Factor, code: &str, now: UnixMillis) -> Option<i64> {
    let secret = seal::open(key, name, &factor.secret)?;
    let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let seconds = u64::try_from(now.0 / 1000).ok()?;
    let step = of_secret(&secret, None)?.check(&digits, seconds)?;
    i64::try_from(step).ok().filter(|step| *step > factor.counter)
}

/// The code of a moment, for tests and practice.
#[cfg(feature = "test-support")]
#[must_use]
pub fn code_at(secret: &str, now: UnixMillis) -> Option<String> {
    let secret = Secret::try_from_base32(secret).ok()?;
    let seconds = u64::try_from(now.0 / 1000).ok()?;
    Some(of_secret(secret.as_bytes(), None)?.generate(seconds).to_string())
}
