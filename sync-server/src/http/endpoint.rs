//! The table of addresses: each with its method, who may ask, in which lane it waits and how large its body may be.
//! Router, OpenAPI document and the test of roles are made from it, so that no address can be without any of them.

use crate::access::Right;
use crate::settings::Limits;

/// A lane for requests: its own queue, so that one kind cannot starve another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestLane {
    /// Commitments, revocations, sign-ins.
    Urgent,
    /// Batches.
    Push,
    /// Pulls and all that is small.
    Pull,
    /// Pictures.
    Pictures,
    /// What folds a log or works out a password.
    Heavy,
    /// Bundles, of many megabytes each: one at a time.
    Bundles,
    /// Health: never waits.
    Free,
}

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anybody,
    /// Anybody, but seldom: it is a way in.
    Entrant,
    /// Whoever has a session and the right.
    Session(Right),
    /// Any browser, for the console's files.
    Visitor,
    /// The console's page, whether or not anybody signed in.
    Guest,
    /// Whoever signed in at the console, though something may still be asked of them.
    Halfway,
    /// Whoever has a whole session at the console and the right.
    Browser(Right),
}

/// How an address is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
}

/// What a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// None.
    Nothing,
    /// `application/vnd.daftari`: a message of `sync::message`.
    Message,
    /// JSON.
    Json,
    /// `application/age`: a bundle.
    Bundle,
    /// A table: a text file or a workbook.
    Table,
}

macro_rules! endpoints {
    ($($variant:ident $method:ident $path:literal $who:expr, $lane:ident, $body:ident, $summary:literal;)*) => {
        /// An address of the server.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Endpoint { $(#[doc = $summary] $variant,)* }

        impl Endpoint {
            /// Each of them.
            pub const ALL: &'static [Endpoint] = &[$(Endpoint::$variant),*];

            /// How it is asked.
            #[must_use]
            pub const fn method(self) -> Method {
                match self { $(Endpoint::$variant => Method::$method,)* }
            }

            /// Its path; `{name}` stands for a part.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self { $(Endpoint::$variant => $path,)* }
            }

            /// Who may ask.
            #[must_use]
            pub const fn who(self) -> Who {
                match self { $(Endpoint::$variant => $who,)* }
            }

            /// Where it waits.
            #[must_use]
            pub const fn lane(self) -> RequestLane {
                match self { $(Endpoint::$variant => RequestLane::$lane,)* }
            }

            /// What its body is.
            #[must_use]
            pub const fn body(self) -> Body {
                match self { $(Endpoint::$variant => Body::$body,)* }
            }

            /// One sentence.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Endpoint::$variant => $summary,)* }
            }
        }
    };
}

const ASK: Who = Who::Session(Right::Ask);
const SEE: Who = Who::Session(Right::See);
const LOOK: Who = Who::Browser(Right::Console);
const DECIDE: Who = Who::Browser(Right::Decide);
const ADMINISTER: Who = Who::Browser(Right::Administer);

endpoints! {
    Hello Post "/v1/hello" ASK, Pull, Message, "Where does my register stand?";
    Commit Post "/v1/commit" ASK, Urgent, Message, "Keep this signed head: its operations follow.";
    Push Post "/v1/push" ASK, Push, Message, "Take in this signed batch; answered when it is durable.";
    Pull Post "/v1/pull" ASK, Pull, Message, "Give me the log from a position on.";
    Locate Post "/v1/locate" ASK, Pull, Message, "Up to where do you have the same stream?";
    PicturesHave Post "/v1/pictures/have" ASK, Pictures, Message, "How much of these pictures do you have?";
    PicturesPart Post "/v1/pictures/part" ASK, Pictures, Message, "Take a part of a picture.";
    PicturesParts Post "/v1/pictures/parts" ASK, Pictures, Message, "Take in parts of several pictures, each as it comes.";
    PicturesGet Post "/v1/pictures/get" ASK, Pictures, Message, "Give me a picture from a byte on.";
    Circulars Post "/v1/circulars" ASK, Pull, Message, "Give me the signed circulars after a number.";
    Enrol Post "/v1/enrol" Who::Entrant, Urgent, Json, "Enrol a device with a one-time code.";
    Challenge Post "/v1/session/challenge" Who::Entrant, Urgent, Json, "Ask for a challenge to sign.";
    Session Post "/v1/session" Who::Entrant, Urgent, Json, "Begin a device's session with a signed challenge.";
    Refresh Post "/v1/session/refresh" Who::Entrant, Urgent, Json, "Buy the next pair of tokens, once.";
    Login Post "/v1/login" Who::Entrant, Heavy, Json, "Begin a user's session with a password.";
    Logout Post "/v1/logout" ASK, Urgent, Nothing, "End this session.";
    PasswordReset Post "/v1/password/reset" Who::Entrant, Heavy, Json, "Set a new password with a one-time code.";
    PasswordChange Post "/v1/password/change" ASK, Heavy, Json, "Set a new password with the present one.";
    Revoke Post "/v1/devices/{id}/revoke" Who::Session(Right::Revoke), Urgent, Nothing, "Revoke a device, from its next request on.";
    Codes Post "/v1/codes" Who::Session(Right::MakeCodes), Urgent, Json, "Make a one-time code for a device or for a forgotten password.";
    Transfers Post "/v1/transfers" Who::Session(Right::Transfer), Heavy, Json, "Move a candidate from one centre to another.";
    Bundles Post "/v1/bundles" ASK, Bundles, Bundle, "Take in a bundle from a stick; the answer is for the device that it comes from.";
    ShortCodes Post "/v1/short-codes" Who::Session(Right::ShortCodes), Urgent, Json, "Keep a short code that came by SMS: a commitment.";
    Receipts Get "/v1/receipts" SEE, Pull, Nothing, "The receipts that stand for the streams of a register.";
    Proof Get "/v1/proof/{centre}" SEE, Heavy, Nothing, "What the council has of a centre, signed.";
    Conflicts Get "/v1/conflicts" SEE, Heavy, Nothing, "What two people wrote differently, and what is held.";
    Quarantine Get "/v1/quarantine" Who::Session(Right::Quarantine), Pull, Nothing, "Batches kept aside.";
    Audit Get "/v1/audit" Who::Session(Right::Audit), Pull, Nothing, "Lines of the audit.";
    Healthz Get "/healthz" Who::Anybody, Free, Nothing, "Whether the process lives.";
    Readyz Get "/readyz" Who::Anybody, Free, Nothing, "Whether the store and the pictures answer.";
    Metrics Get "/metrics" Who::Anybody, Free, Nothing, "Counters in Prometheus' text.";
    Openapi Get "/openapi.json" Who::Anybody, Free, Nothing, "This document.";
    Page Get "/console/" Who::Visitor, Free, Nothing, "The console's page.";
    File Get "/console/{*file}" Who::Visitor, Free, Nothing, "A file of the console, or its page.";
    ConsoleLogin Post "/console/api/login" Who::Guest, Heavy, Json, "Begin a browser's session with a password.";
    ConsoleSession Get "/console/api/session" Who::Guest, Pull, Nothing, "How the browser's session stands.";
    ConsoleSecond Post "/console/api/second" Who::Halfway, Urgent, Json, "Give the code of the second factor.";
    ConsoleLock Post "/console/api/lock" Who::Halfway, Urgent, Json, "Lock the session.";
    ConsoleUnlock Post "/console/api/unlock" Who::Halfway, Heavy, Json, "Unlock the session with the password.";
    ConsoleLogout Post "/console/api/logout" Who::Halfway, Urgent, Json, "End the session.";
    ConsolePasskeyChallenge Post "/console/api/passkey/challenge" Who::Halfway, Urgent, Json, "Ask what a passkey is to answer.";
    ConsolePasskey Post "/console/api/passkey" Who::Halfway, Urgent, Json, "Give a passkey's answer, as the second factor or to unlock.";
    ConsolePasskeyBegin Post "/console/api/factors/passkey/begin" Who::Halfway, Heavy, Json, "Set up a passkey.";
    ConsolePasskeyFinish Post "/console/api/factors/passkey/finish" Who::Halfway, Urgent, Json, "Give the passkey that was set up.";
    ConsoleFactors Get "/console/api/factors" LOOK, Pull, Nothing, "One's own second factors.";
    ConsoleFactorRemove Post "/console/api/factors/remove" LOOK, Heavy, Json, "Forget one of one's own second factors.";
    ConsoleTotpBegin Post "/console/api/factors/totp/begin" Who::Halfway, Heavy, Json, "Set up an authenticator.";
    ConsoleTotpConfirm Post "/console/api/factors/totp/confirm" Who::Halfway, Urgent, Json, "Prove the authenticator that was set up.";
    ConsoleSessions Get "/console/api/sessions" LOOK, Pull, Nothing, "One's own sessions.";
    ConsoleEndSession Post "/console/api/sessions/{id}/end" LOOK, Urgent, Json, "End one of one's own sessions.";
    ConsolePassword Post "/console/api/password" LOOK, Heavy, Json, "Set a new password with the present one.";
    ConsoleOverview Get "/console/api/overview" LOOK, Pull, Nothing, "The overview: all parts as tables.";
    ConsolePart Get "/console/api/overview/{part}" LOOK, Pull, Nothing, "A part of the overview, as a table or a file.";
    ConsoleEvents Get "/console/api/events" LOOK, Free, Nothing, "A stream of what changes.";
    ConsoleCentres Get "/console/api/centres" LOOK, Pull, Nothing, "Centres of the scope.";
    ConsoleCentre Get "/console/api/centres/{centre}" LOOK, Heavy, Nothing, "A centre with its roll.";
    ConsoleSearch Post "/console/api/candidates/search" LOOK, Pull, Json, "Candidates by parts of a name, by index number, by the number of a paper.";
    ConsoleCandidate Get "/console/api/candidates/{id}" LOOK, Heavy, Nothing, "A candidate with findings and history.";
    ConsolePhotograph Get "/console/api/candidates/{id}/photograph" LOOK, Pictures, Nothing, "A candidate's photograph.";
    ConsoleQueues Get "/console/api/queues" LOOK, Pull, Nothing, "How the queues stand.";
    ConsoleQueue Get "/console/api/queues/{queue}" LOOK, Pull, Nothing, "Cases of a queue.";
    ConsoleNext Post "/console/api/queues/{queue}/next" DECIDE, Heavy, Json, "Claim the next case of a queue.";
    ConsoleCase Get "/console/api/cases/{id}" LOOK, Heavy, Nothing, "A case, side by side.";
    ConsoleClaim Post "/console/api/cases/{id}/claim" DECIDE, Heavy, Json, "Claim a case.";
    ConsoleRelease Post "/console/api/cases/{id}/release" DECIDE, Heavy, Json, "Let go of a case.";
    ConsoleDecide Post "/console/api/cases/{id}/decide" LOOK, Heavy, Json, "Decide a case, with a reason.";
    ConsoleUndo Post "/console/api/cases/{id}/undo" DECIDE, Heavy, Json, "Take a decision back while nobody acted on it.";
    ConsoleUsers Get "/console/api/users" ADMINISTER, Pull, Nothing, "Users.";
    ConsoleUserAdd Post "/console/api/users/add" ADMINISTER, Urgent, Json, "Add a user; answers the code by which they set their password.";
    ConsoleUserDisable Post "/console/api/users/disable" ADMINISTER, Urgent, Json, "Let a user sign in no more.";
    ConsoleUserFactor Post "/console/api/users/factor" ADMINISTER, Urgent, Json, "Forget a user's second factor.";
    ConsoleUserReset Post "/console/api/users/reset" Who::Browser(Right::MakeCodes), Urgent, Json, "Make a code by which a user sets a new password.";
    ConsoleCodes Post "/console/api/codes" Who::Browser(Right::MakeCodes), Urgent, Json, "Make a code for a device to enrol.";
    ConsoleDevices Get "/console/api/devices" LOOK, Pull, Nothing, "Devices of the scope.";
    ConsoleRevoke Post "/console/api/devices/{id}/revoke" Who::Browser(Right::Revoke), Urgent, Json, "Revoke a device.";
    ConsoleCirculars Get "/console/api/circulars" LOOK, Pull, Nothing, "Circulars.";
    ConsoleCircular Post "/console/api/circulars" ADMINISTER, Heavy, Json, "Sign a circular and give it to every desk.";
    ConsoleCircularCheck Post "/console/api/circulars/check" ADMINISTER, Heavy, Json, "Whether a circular reads, without issuing it.";
    ConsoleAnnouncements Get "/console/api/announcements" LOOK, Pull, Nothing, "Announcements.";
    ConsoleAnnounce Post "/console/api/announcements" ADMINISTER, Heavy, Json, "Tell every centre something.";
    ConsoleLife Get "/console/api/centres/{centre}/life" LOOK, Pull, Nothing, "A centre's life.";
    ConsoleHappens Post "/console/api/centres/{centre}/life" DECIDE, Urgent, Json, "Note an event of a centre's life.";
    ConsoleSubCounty Post "/console/api/centres/{centre}/sub-county" ADMINISTER, Urgent, Json, "List a centre in a sub-county.";
    ConsoleAuditSearch Post "/console/api/audit/search" Who::Browser(Right::Audit), Pull, Json, "Lines of the audit, the newest first.";
    ConsoleAuditVerify Get "/console/api/audit/verify" Who::Browser(Right::Audit), Heavy, Nothing, "Compute the audit's chain anew.";
    ConsoleExport Post "/console/api/exports" LOOK, Heavy, Json, "A file for the council's other systems.";
    ConsoleRoll Get "/console/api/centres/{centre}/roll.pdf" LOOK, Heavy, Nothing, "The nominal roll of a centre.";
    ConsoleKcpe Get "/console/api/kcpe" LOOK, Pull, Nothing, "Results of the primary examination that were imported.";
    ConsoleKcpeImport Post "/console/api/kcpe/import" ADMINISTER, Bundles, Table, "Import results of a year.";
    ConsoleKcpeCompare Post "/console/api/kcpe/compare" DECIDE, Heavy, Json, "Compare entries with the results.";
}

impl Endpoint {
    /// Whether it belongs to the console.
    #[must_use]
    pub const fn is_consoles(self) -> bool {
        !matches!(self.who(), Who::Anybody | Who::Entrant | Who::Session(_))
    }

    /// Whether it is a way in, so that guesses are counted by the address they come from.
    #[must_use]
    pub const fn is_way_in(self) -> bool {
        let guessed = matches!(self.who(), Who::Guest | Who::Halfway) && matches!(self.method(), Method::Post);
        guessed || matches!(self.who(), Who::Entrant)
    }

    /// Whether a person is there when it is asked: the page asks by itself for what changed.
    #[must_use]
    pub const fn is_asked_by_a_person(self) -> bool {
        !matches!(self, Endpoint::ConsoleEvents)
    }

    /// The most bytes of its body.
    #[must_use]
    pub const fn body_limit(self, limits: &Limits) -> usize {
        match self {
            Endpoint::Bundles => limits.bundle,
            Endpoint::ConsoleKcpeImport => limits.table,
            Endpoint::PicturesPart | Endpoint::PicturesParts => limits.picture_part,
            _ => limits.body,
        }
    }
}
