//! A browser's session: what a cookie stands for, how it comes to be whole (password, then second factor), and when it
//! locks or ends. Owns these steps, at each of which the token changes; refuses to know cookies and headers.

use sync::{Hash, RefusalCode, Role, UnixMillis};

use super::{Caller, Decided, Right, passwords};
use crate::audit;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::settings::Console;
use crate::stores::console::factors;
use crate::stores::console::sessions::{self, Session, Stage};
use crate::stores::{Council, StoreError, Subject, User};

/// Seconds after which another request is noted as one.
const NOTED_EVERY: u32 = 60;

/// Random bytes of a session, drawn before the transaction.
#[derive(Clone, Copy)]
pub struct Drawn {
    id: [u8; 16],
    token: [u8; 32],
}

impl Drawn {
    /// Draws them.
    ///
    /// # Errors
    /// When the operating system has no random numbers.
    pub fn new() -> Result<Drawn, clock::NoRandomness> {
        Ok(Drawn { id: clock::random()?, token: clock::random()? })
    }

    /// The token, for the cookie.
    #[must_use]
    pub fn token(&self) -> String {
        Hash(self.token).to_string()
    }

    fn hash(&self) -> Hash {
        Hash(*blake3::hash(&self.token).as_bytes())
    }
}

/// Begins a session of somebody whose password was right.
///
/// # Errors
/// When the store does not answer.
pub fn begin(
    council: &mut dyn Council,
    rules: &Console,
    (name, agent): (&str, &str),
    drawn: &Drawn,
    now: UnixMillis,
) -> Decided<Session> {
    let Some(user) = council.user(name)?.filter(|user| !user.disabled) else {
        return Ok(Err(RefusalCode::BadLogin.into()));
    };
    if !Right::Console.is_of(user.role) {
        return Ok(Err(Problem::of(RefusalCode::NoRight, "The console is for the council and the sub-counties.")));
    }
    passwords::succeeded(council, name, now)?;
    let session = Session {
        id: drawn.id,
        hash: drawn.hash(),
        name: name.to_owned(),
        stage: first_stage(council, rules, &user)?,
        factor: String::new(),
        agent: agent.to_owned(),
        created: now,
        seen: now,
        expires: clock::after(now, rules.longest),
        locked: false,
    };
    sessions::put(council, &session)?;
    Ok(Ok(session))
}

fn first_stage(council: &mut dyn Council, rules: &Console, user: &User) -> Result<Stage, StoreError> {
    let has = !factors::confirmed(council, &user.name)?.is_empty();
    let asked = matches!(user.role, Role::Operator | Role::Supervisor) && !rules.relaxed;
    Ok(match (has, asked) {
        (true, _) => Stage::Second,
        (false, true) => Stage::Enrol,
        (false, false) => Stage::Full,
    })
}

/// The session goes on as whole and unlocked, under another token.
///
/// # Errors
/// When the store does not answer.
pub fn complete(
    council: &mut dyn Council,
    session: &Session,
    factor: &str,
    drawn: &Drawn,
    now: UnixMillis,
) -> Result<Session, StoreError> {
    let factor = if factor.is_empty() { session.factor.clone() } else { factor.to_owned() };
    let stage = if session.stage == Stage::Full || !factor.is_empty() { Stage::Full } else { session.stage };
    let whole = Session { hash: drawn.hash(), stage, factor, seen: now, locked: false, ..session.clone() };
    sessions::put(council, &whole)?;
    audit::note(council, now, &whole.name, "session.whole", &whole.factor)?;
    Ok(whole)
}

/// Locks a session until the password is given again.
///
/// # Errors
/// When the store does not answer.
pub fn lock(council: &mut dyn Council, session: &Session) -> Result<(), StoreError> {
    sessions::put(council, &Session { locked: true, ..session.clone() })
}

/// Whose a token is, as the rows are now. `None`: nobody's.
///
/// # Errors
/// When the store does not answer.
pub fn of(council: &mut dyn Council, token: Hash, now: UnixMillis) -> Result<Option<(Session, Caller)>, StoreError> {
    let known = sessions::by_hash(council, token)?.filter(|session| session.expires > now);
    let Some(session) = known else { return Ok(None) };
    let user = council.user(&session.name)?.filter(|user| !user.disabled);
    Ok(user.map(|user| {
        let subject = Subject::User(user.name);
        let caller = Caller { subject, role: user.role, scope: user.scope, revoked: false, family: session.id };
        (session, caller)
    }))
}

impl Session {
    /// Whether the password is asked again: locked by hand, or nobody asked anything for a while.
    #[must_use]
    pub fn is_locked(&self, rules: &Console, now: UnixMillis) -> bool {
        self.locked || clock::after(self.seen, rules.idle) <= now
    }

    /// Whether it is time to note that somebody is there.
    #[must_use]
    pub fn is_to_be_noted(&self, now: UnixMillis) -> bool {
        clock::after(self.seen, NOTED_EVERY) <= now
    }

    /// Whether it may ask for what needs a whole session.
    ///
    /// # Errors
    /// With what is missing.
    pub fn must_be_whole(&self, rules: &Console, now: UnixMillis) -> Result<(), Problem> {
        match self.stage {
            Stage::Second | Stage::Enrol => Err(Code::SecondFactor.into()),
            Stage::Full if self.is_locked(rules, now) => Err(Code::Locked.into()),
            Stage::Full => Ok(()),
        }
    }
}
