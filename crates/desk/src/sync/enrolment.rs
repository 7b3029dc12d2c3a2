//! Enrolment: this computer and the council come to know each other by a one-time code. Owns what is remembered of the
//! council (its address, its key, pinned from then on); the proofs are in `sync`.

use std::path::Path;

use ::sync::enrolment::{Admission, Admitted, Application, EnrolmentCode};
use ::sync::{PublicKey, UnixMillis};
use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::line::{Cancel, Line, Question, address};
use super::tokens::TokenFile;
use crate::clock::Moment;
use crate::error::{Error, Result};
use crate::files;
use crate::office::Office;

const FILE: &str = "council.json";

/// What this computer knows of the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Where it is reached.
    pub url: String,
    /// What the council calls this computer.
    pub name: String,
    /// When, by this computer's clock.
    pub at: UnixMillis,
    /// What the council said.
    pub admission: Admission,
}

impl Enrolment {
    /// The enrolment of the computer whose registers lie in this folder; `None`: it is not enrolled.
    ///
    /// # Errors
    /// When its file is there but does not read.
    pub fn read(folder: &Path) -> Result<Option<Enrolment>> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let damaged = |error: serde_json::Error| Error::Unopened { path: path.clone(), reason: error.to_string() };
        serde_json::from_slice(&files::whole(&path)?).map(Some).map_err(damaged)
    }

    /// The council's key.
    #[must_use]
    pub const fn council(&self) -> PublicKey {
        self.admission.key
    }

    fn keep(&self, folder: &Path) -> Result<()> {
        files::put(&folder.join(FILE), &serde_json::to_vec_pretty(self).unwrap_or_default())
    }
}

/// Enrols this computer with the council at `url` by a one-time code. With another council than before only where
/// `anew` says so.
///
/// # Errors
/// When the code does not read or is refused, the council is not reached or does not prove that it gave the code out.
pub fn enrol(office: &Office, url: &str, code: &str, name: &str, anew: bool, stop: Cancel) -> Result<Enrolment> {
    let code = EnrolmentCode::parse(code).ok_or_else(|| {
        Error::Usage("an enrolment code has 20 letters and digits, as in 7K3QM-0D9ZT-4XW2H-8BVRN".to_owned())
    })?;
    let url = address(url).map_err(|failure| Error::Usage(failure.to_string()))?.to_string();
    let before = Enrolment::read(office.folder())?;
    let identity = office.identity()?;
    let application = Application::new(&code, identity.public_key(), name.trim(), &identity.recipient());
    let Admitted { admission, session } =
        apply(&url, &application, stop).map_err(|failure| Error::council(&url, failure))?;
    if !admission.is_proved(&code.key(), &application) {
        return Err(Error::Impostor { url });
    }
    if let Some(before) = before.filter(|before| before.council() != admission.key && !anew) {
        return Err(Error::OtherCouncil { url: before.url });
    }
    let enrolment = Enrolment { url, name: name.trim().to_owned(), at: Moment::now().millis(), admission };
    enrolment.keep(office.folder())?;
    let tokens = TokenFile::of(office.folder(), &identity);
    session.map_or_else(|| tokens.forget(), |session| tokens.save(&session));
    Ok(enrolment)
}

fn apply(url: &str, application: &Application, stop: Cancel) -> std::result::Result<Admitted, Failure> {
    let body = serde_json::to_vec(application).unwrap_or_default();
    Line::to(url, stop)?.ask(Question::json("v1/enrol", &body, None))?.json()
}
