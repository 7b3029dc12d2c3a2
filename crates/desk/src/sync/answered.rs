//! An answer as HTTP brought it, read: the council's, a refusal as problem+json, or somebody else's. Owns that reading;
//! refuses to know the connection.

use serde::de::DeserializeOwned;
use sync::message::{Answer, from_bytes};
use sync::{Refusal, RefusalCode};

use super::failure::Failure;

/// The kind of an answer in the protocol's bytes.
pub(super) const BINARY: &str = "application/vnd.daftari";

/// What HTTP brought.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) status: u16,
    pub(super) kind: String,
    pub(super) retry_after: Option<u32>,
    pub(super) body: Vec<u8>,
}

impl Answered {
    /// The protocol's answer. A refusal is an answer too.
    pub(super) fn message(self) -> Result<Answer, Failure> {
        match self.refusal() {
            Some((refusal, _)) => Ok(Answer::Refused(refusal)),
            None if self.is(BINARY) => from_bytes(&self.body).map_err(|error| Failure::Strange(error.to_string())),
            None => Err(self.strange()),
        }
    }

    /// An answer in JSON.
    pub(super) fn json<T: DeserializeOwned>(self) -> Result<T, Failure> {
        match self.refusal() {
            Some((refusal, detail)) => Err(Failure::Refused { refusal, detail }),
            None if self.is("application/json") => {
                serde_json::from_slice(&self.body).map_err(|_| Failure::Strange("its answer does not read".to_owned()))
            }
            None => Err(self.strange()),
        }
    }

    /// An answer that is a file.
    pub(super) fn bytes(self) -> Result<Vec<u8>, Failure> {
        match self.refusal() {
            Some((refusal, detail)) => Err(Failure::Refused { refusal, detail }),
            None if (200..300).contains(&self.status) && !self.is("text/html") => Ok(self.body),
            None => Err(self.strange()),
        }
    }

    fn is(&self, kind: &str) -> bool {
        (200..300).contains(&self.status) && self.kind.split(';').next().is_some_and(|is| is.trim() == kind)
    }

    /// Without the council's code the status speaks, where it can be a proxy's that is in front of the council.
    fn refusal(&self) -> Option<(Refusal, String)> {
        let problem = self.problem();
        let said = problem["code"].as_str();
        let code = said.and_then(|said| RefusalCode::ALL.iter().find(|code| code.code() == said)).copied();
        let code = code.or(match self.status {
            429 => Some(RefusalCode::TooMany),
            502..=504 => Some(RefusalCode::Busy),
            413 => Some(RefusalCode::TooLarge),
            _ => None,
        });
        let detail = problem["detail"].as_str().unwrap_or_default().to_owned();
        code.map(|code| (Refusal { code, retry_after: self.retry_after }, detail))
    }

    fn problem(&self) -> serde_json::Value {
        match self.kind.starts_with("application/problem+json") {
            true => serde_json::from_slice(&self.body).unwrap_or_default(),
            false => serde_json::Value::Null,
        }
    }

    fn strange(&self) -> Failure {
        let problem = self.problem();
        if let Some(code) = problem["code"].as_str() {
            let detail = problem["detail"].as_str().or(problem["title"].as_str()).unwrap_or(code).to_owned();
            return Failure::Declined { code: code.to_owned(), detail };
        }
        Failure::Strange(match &self.kind {
            kind if kind.starts_with("text/html") => "a web page; perhaps the network wants a login".to_owned(),
            _ => format!("HTTP {}", self.status),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, kind: &str, body: &[u8]) -> Answered {
        Answered { status, kind: kind.to_owned(), retry_after: Some(7), body: body.to_vec() }
    }

    #[test]
    fn a_problem_is_known_by_its_code_and_not_by_its_status() {
        let body = br#"{"code":"device.revoked","status":403,"detail":"since yesterday"}"#;
        let Ok(Answer::Refused(refusal)) = answered(400, "application/problem+json", body).message() else { panic!() };
        assert_eq!((refusal.code, refusal.retry_after), (RefusalCode::Revoked, Some(7)));
        let failure = answered(403, "application/problem+json", body).json::<u32>().unwrap_err();
        assert!(failure.to_string().ends_with("(since yesterday)"), "{failure}");
    }

    #[test]
    fn a_problem_of_one_endpoint_alone_is_told_in_the_councils_words() {
        let body = br#"{"code":"request.invalid","status":422,"detail":"name: 1 to 60 characters."}"#;
        let failure = answered(422, "application/problem+json", body).json::<u32>().unwrap_err();
        assert_eq!(failure.to_string(), "name: 1 to 60 characters.");
        assert!(!failure.passes());
    }

    #[test]
    fn a_proxy_that_is_alone_counts_as_a_busy_council() {
        for (status, code) in [(502, RefusalCode::Busy), (503, RefusalCode::Busy), (429, RefusalCode::TooMany)] {
            let Ok(Answer::Refused(refusal)) = answered(status, "text/html", b"<html>").message() else { panic!() };
            assert_eq!(refusal.code, code, "{status}");
        }
    }

    #[test]
    fn a_login_page_is_not_the_council() {
        for kind in ["text/html; charset=utf-8", "text/plain", ""] {
            assert!(matches!(answered(200, kind, b"<html>").message(), Err(Failure::Strange(_))), "{kind}");
            assert!(matches!(answered(200, kind, b"<html>").json::<u32>(), Err(Failure::Strange(_))), "{kind}");
        }
        assert!(matches!(answered(200, BINARY, b"<html>").message(), Err(Failure::Strange(_))));
        assert!(matches!(answered(302, "text/html", b"").bytes(), Err(Failure::Strange(_))));
    }
}
