//! What goes wrong, as those who ask are told (RFC 9457, `application/problem+json`): a stable code, a title, what is
//! the matter in this case and what to do. Owns the server's own codes beside `sync::RefusalCode`; refuses to carry
//! anything of a candidate, a token or a code of letters.

use serde::Serialize;
use sync::{Refusal, RefusalCode};

use crate::clock::NoRandomness;
use crate::stores::StoreError;

macro_rules! codes {
    ($($variant:ident $code:literal $status:literal $title:literal $remedy:literal,)*) => {
        /// Codes of the JSON endpoints that `sync` does not have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            /// One of `sync`'s.
            Refused(RefusalCode),
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Each of the server's own.
            pub const OWN: &'static [Code] = &[$(Code::$variant),*];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { Code::Refused(code) => code.code(), $(Code::$variant => $code,)* }
            }

            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { Code::Refused(code) => code.status(), $(Code::$variant => $status,)* }
            }

            /// One sentence.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { Code::Refused(code) => code.sentence(), $(Code::$variant => $title,)* }
            }

            /// What to do.
            #[must_use]
            pub const fn remedy(self) -> &'static str {
                match self { Code::Refused(code) => remedy(code), $(Code::$variant => $remedy,)* }
            }
        }
    };
}

codes! {
    NotFound "request.not-found" 404 "There is nothing under this address." "Look at /openapi.json for the addresses that there are.",
    Method "request.method" 405 "This address is not asked in this way." "Look at /openapi.json for the method.",
    Invalid "request.invalid" 400 "The body is not what this address takes." "Look at /openapi.json for its fields.",
    WeakPassword "password.weak" 422 "The password is too short, too long, or easily guessed." "Take at least 12 characters; three words that belong to nobody are good.",
    UnknownUser "user.unknown" 404 "There is no such user in your scope." "Look at how the name is written.",
    BadTransfer "transfer.refused" 422 "The candidate cannot be moved so." "See in the detail what stands against it.",
    BadShortCode "short-code.mistyped" 422 "The short code is mistyped." "Read the 22 letters again.",
    Foreign "request.foreign" 403 "The request did not come from the console's own page." "Open the console anew and try again.",
    SecondFactor "session.second" 401 "The second factor is asked." "Give the code of the authenticator, or set one up.",
    Locked "session.locked" 423 "The session is locked." "Give the password again.",
    UnknownCase "case.unknown" 404 "There is no such case in your scope." "Look at the queue again.",
    Claimed "case.claimed" 409 "Somebody else is at this case." "Take another, or wait until they let go of it.",
    Stale "case.stale" 409 "Something changed since the case was shown." "Look at what changed, then decide.",
    Settled "case.settled" 409 "The case is settled, or somebody acted on the decision already." "Look at its history.",
    NoDecision "case.decision" 422 "This case is not decided so." "Take one of the decisions that the case lists, with a reason.",
    BadBundle "bundle.malformed" 422 "The bundle does not open: damaged, cut short, or encrypted to somebody else." "Export it again on the computer that it comes from.",
}

const fn remedy(code: RefusalCode) -> &'static str {
    match code {
        RefusalCode::Malformed | RefusalCode::BadBatch | RefusalCode::Bomb | RefusalCode::BadSignature => {
            "Send it again; if it is refused again, tell the council's help desk this code."
        }
        RefusalCode::Protocol => "Install the newest version of the program.",
        RefusalCode::TooLarge | RefusalCode::BadPicture => {
            "Send it in smaller parts; a photograph as the program makes it."
        }
        RefusalCode::TooMany | RefusalCode::Busy | RefusalCode::Store => "Come again after the seconds in Retry-After.",
        RefusalCode::NoSession => "Sign in again.",
        RefusalCode::UnknownDevice | RefusalCode::UnknownCode => "Ask the sub-county's office for a new code.",
        RefusalCode::Revoked | RefusalCode::ForeignCentre | RefusalCode::NoRight => {
            "If you should have this right, ask the sub-county's office."
        }
        RefusalCode::UnknownRegister => "Look at the centre's code and the year.",
        RefusalCode::BadLogin => "Try again; after several mistakes, wait, or ask for a code to set a new password.",
    }
}

/// A problem, before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub code: Code,
    /// What is the matter in this case; empty: the title says it.
    pub detail: String,
    /// Seconds after which to come again.
    pub retry_after: Option<u32>,
    /// What changed, where that is the matter.
    pub changed: Vec<Changed>,
}

/// What changed of a thing since somebody looked at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// What: a field, or `state`.
    pub what: String,
    /// As it was shown.
    pub from: String,
    /// As it is.
    pub to: String,
}

/// A problem as it is written.
#[derive(Serialize)]
pub struct Written<'p> {
    #[serde(rename = "type")]
    kind: String,
    code: &'static str,
    title: &'static str,
    status: u16,
    detail: &'p str,
    #[serde(rename = "whatToDo")]
    remedy: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changed: &'p [Changed],
}

impl Problem {
    /// A problem with a word on this case.
    #[must_use]
    pub fn of(code: impl Into<Code>, detail: impl Into<String>) -> Problem {
        Problem { code: code.into(), detail: detail.into(), retry_after: None, changed: Vec::new() }
    }

    /// Says when to come again.
    #[must_use]
    pub fn retry_after(self, seconds: u32) -> Problem {
        Problem { retry_after: Some(seconds), ..self }
    }

    /// The body.
    #[must_use]
    pub fn written(&self) -> Written<'_> {
        let Problem { code, detail, retry_after, changed } = self;
        Written {
            kind: format!("urn:daftari:problem:{}", code.code()),
            code: code.code(),
            title: code.title(),
            status: code.status(),
            detail: if detail.is_empty() { code.title() } else { detail },
            remedy: code.remedy(),
            retry_after: *retry_after,
            changed,
        }
    }
}

impl From<RefusalCode> for Code {
    fn from(code: RefusalCode) -> Code {
        Code::Refused(code)
    }
}

impl From<RefusalCode> for Problem {
    fn from(code: RefusalCode) -> Problem {
        Problem::from(Refusal::from(code))
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Problem {
        Problem { code, detail: String::new(), retry_after: None, changed: Vec::new() }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Problem {
        let wait = if refusal.code.passes() && refusal.code != RefusalCode::NoSession { Some(5) } else { None };
        let retry_after = refusal.retry_after.or(wait);
        Problem { code: refusal.code.into(), detail: String::new(), retry_after, changed: Vec::new() }
    }
}

/// The cause is logged, not told: it may name hosts and files.
impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Problem {
        tracing::error!(error = %error, "the store failed");
        RefusalCode::Store.into()
    }
}

impl From<NoRandomness> for Problem {
    fn from(error: NoRandomness) -> Problem {
        tracing::error!(error = %error, "no random numbers");
        RefusalCode::Busy.into()
    }
}
