//! Why the council says no. Owns the codes, which are stable: programs and people branch on them.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($variant:ident $code:literal $status:literal $text:literal,)*) => {
        /// Why a request was refused. Only variants that somebody branches on or reads in a log.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RefusalCode { $(#[doc = $text] $variant,)* }

        impl RefusalCode {
            /// Each of them.
            pub const ALL: &'static [RefusalCode] = &[$(RefusalCode::$variant),*];

            /// The stable code of problem+json.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(RefusalCode::$variant => $code,)* }
            }

            /// The HTTP status it travels under.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(RefusalCode::$variant => $status,)* }
            }

            /// One sentence.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(RefusalCode::$variant => $text,)* }
            }
        }
    };
}

codes! {
    Malformed "request.malformed" 400 "The bytes are no message of this protocol; nothing of it was taken.",
    Protocol "request.protocol" 400 "The program is too old or too new for the council's; bring it up to date.",
    TooLarge "request.too-large" 413 "It is larger than the council takes in one piece.",
    TooMany "request.too-many" 429 "Too many requests; come again later.",
    Busy "request.busy" 503 "The council has more than it can take now; come again later.",
    NoSession "session.missing" 401 "The session has ended; sign in again.",
    UnknownDevice "device.unknown" 401 "The device is not enrolled; ask for an enrolment code.",
    Revoked "device.revoked" 403 "The device was revoked; what it sent is kept aside for the council to look at.",
    ForeignCentre "centre.foreign" 403 "The device has no right to this centre.",
    NoRight "role.no-right" 403 "This role has no right to that.",
    BadSignature "batch.signature" 422 "The signature is not the device's.",
    BadBatch "batch.malformed" 422 "The batch does not read: cut short, altered, or of a newer version.",
    Bomb "batch.bomb" 422 "The batch grows beyond all measure when unpacked.",
    BadPicture "picture.malformed" 422 "The picture is too large, or its bytes are not those of its name.",
    UnknownRegister "register.unknown" 404 "The council keeps no such register.",
    UnknownCode "enrol.code" 403 "The enrolment code is wrong, used, or out of date.",
    BadLogin "login.wrong" 401 "The name or the password is wrong.",
    Store "store.failed" 503 "The council's store did not answer; nothing was acknowledged. Come again later.",
}

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Why.
    pub code: RefusalCode,
    /// Seconds after which to come again, where that helps.
    pub retry_after: Option<u32>,
}

impl From<RefusalCode> for Refusal {
    fn from(code: RefusalCode) -> Refusal {
        Refusal { code, retry_after: None }
    }
}

impl RefusalCode {
    /// Whether coming again with the same may succeed.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, RefusalCode::TooMany | RefusalCode::Busy | RefusalCode::Store | RefusalCode::NoSession)
    }
}
