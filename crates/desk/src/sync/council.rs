//! The council as an enrolled computer speaks with it: signed in, each request under its path. Owns the session's token
//! and its renewal; refuses to decide what is asked.

use ::sync::RefusalCode;
use ::sync::message::{Answer, Request, to_bytes};
use ::sync::sign_in::{Challenge, Knock, Refresh, SignIn, Tokens};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::enrolment::Enrolment;
use super::failure::Failure;
use super::line::{Cancel, Line, Question, Traffic};
use super::tokens::TokenFile;
use crate::error::{Error, Result};
use crate::identity::Identity;
use crate::office::Office;

/// The council.
#[derive(Debug)]
pub struct Council {
    enrolment: Enrolment,
    identity: Identity,
    line: Line,
    file: TokenFile,
    tokens: Option<Tokens>,
}

type Asked<T> = std::result::Result<T, Failure>;

impl Council {
    /// The council with which this computer is enrolled; nothing is sent yet.
    ///
    /// # Errors
    /// [`Error::NotEnrolled`], or when this computer's key is not to be had.
    pub fn of(office: &Office, stop: Cancel) -> Result<Council> {
        let enrolment = Enrolment::read(office.folder())?.ok_or(Error::NotEnrolled)?;
        let identity = office.identity()?;
        let line = Line::to(&enrolment.url, stop).map_err(|failure| Error::council(&enrolment.url, failure))?;
        let file = TokenFile::of(office.folder(), &identity);
        let tokens = file.load();
        Ok(Council { enrolment, identity, line, file, tokens })
    }

    /// What is known of it.
    #[must_use]
    pub const fn enrolment(&self) -> &Enrolment {
        &self.enrolment
    }

    /// This computer.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What went over the line so far.
    #[must_use]
    pub const fn traffic(&self) -> Traffic {
        self.line.traffic
    }

    /// Whether whoever started it stopped it.
    #[must_use]
    pub fn cancel(&self) -> &Cancel {
        self.line.stop()
    }

    /// Asks one thing of the protocol. A session that ended is renewed on the way.
    ///
    /// # Errors
    /// When no answer of the council's came. A refusal is an answer.
    pub fn ask(&mut self, request: &Request) -> Asked<Answer> {
        let (body, expected) = (to_bytes(request), expected(request));
        let answer = self.post(path(request), &body, expected)?;
        if matches!(&answer, Answer::Refused(refusal) if refusal.code == RefusalCode::NoSession) {
            self.renew()?;
            return self.post(path(request), &body, expected);
        }
        Ok(answer)
    }

    fn post(&mut self, path: &str, body: &[u8], expected: usize) -> Asked<Answer> {
        let token = self.token()?;
        self.line.ask(Question::binary(path, body, &token, expected))?.message()
    }

    /// Carries a file to the council; its answer is a file too.
    ///
    /// # Errors
    /// When the council refuses or no answer of its came.
    pub(crate) fn carry(&mut self, path: &str, file: &[u8]) -> Asked<Vec<u8>> {
        let (kind, expected) = ("application/age", 256 << 10);
        let token = self.token()?;
        match self.line.ask(Question { path, kind, body: file, token: Some(&token), expected })?.bytes() {
            Err(failure) if failure.code() == Some(RefusalCode::NoSession) => {
                self.renew()?;
                let token = self.token()?;
                self.line.ask(Question { path, kind, body: file, token: Some(&token), expected })?.bytes()
            }
            answered => answered,
        }
    }

    fn token(&mut self) -> Asked<String> {
        if self.tokens.is_none() {
            self.sign_in()?;
        }
        Ok(self.tokens.as_ref().map(|tokens| tokens.token.clone()).unwrap_or_default())
    }

    /// Another token for the refresh token, or by signing in where that is refused.
    fn renew(&mut self) -> Asked<()> {
        let Some(Tokens { refresh, .. }) = self.tokens.take() else { return self.sign_in() };
        match self.plain("v1/session/refresh", &Refresh { refresh }) {
            Ok(tokens) => self.keep(tokens),
            Err(Failure::Refused { .. }) => {
                self.file.forget();
                return self.sign_in();
            }
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    fn sign_in(&mut self) -> Asked<()> {
        let knock = Knock { device: self.identity.device() };
        let challenge: Challenge = self.plain("v1/session/challenge", &knock)?;
        let tokens = self.plain("v1/session", &SignIn::new(self.identity.key(), challenge))?;
        self.keep(tokens);
        Ok(())
    }

    fn keep(&mut self, tokens: Tokens) {
        self.file.save(&tokens);
        self.tokens = Some(tokens);
    }

    fn plain<A: DeserializeOwned>(&mut self, path: &str, body: &impl Serialize) -> Asked<A> {
        let body = serde_json::to_vec(body).unwrap_or_default();
        self.line.ask(Question::json(path, &body, None))?.json()
    }
}

const fn path(request: &Request) -> &'static str {
    match request {
        Request::Hello(_) => "v1/hello",
        Request::Commit(_) => "v1/commit",
        Request::Push(_) => "v1/push",
        Request::Pull(_) => "v1/pull",
        Request::Locate(_) => "v1/locate",
        Request::PicturesHave(..) => "v1/pictures/have",
        Request::PicturePart(_) => "v1/pictures/part",
        Request::PictureParts(_) => "v1/pictures/parts",
        Request::PictureGet(..) => "v1/pictures/get",
        Request::Circulars(_) => "v1/circulars",
    }
}

/// About how many bytes may come back.
fn expected(request: &Request) -> usize {
    match request {
        Request::Pull(pull) => (pull.limit as usize).max(64 << 10) * 2,
        Request::PictureGet(..) | Request::Circulars(_) => 128 << 10,
        _ => 4096,
    }
}
