//! Registers on a USB stick: what the council has not received in one file that only it can read, and its reply that
//! only the device can read. Anybody may carry either. Owns packing, encryption (age) and where a reply lies; what is in
//! a reply is judged by the session as if it had come by network.

mod pack;
mod stick;

use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use ::sync::bundle::{BundleError, Homeward, open_homeward, to_bytes};
use register::RegisterId;

use super::council::Council;
use crate::error::{Error, Result};
use crate::files;

pub use pack::{Packed, Packing};
pub use stick::{Arrived, take_in};

/// The first bytes of every file of age.
const AGE: &[u8] = b"age-encryption.org/";

/// The council's reply.
#[derive(Debug)]
pub struct Reply(Homeward);

impl Reply {
    /// Opens a reply that came back on a stick.
    ///
    /// # Errors
    /// When it is no reply, of another council, or for another computer.
    pub fn open(council: &Council, path: &Path) -> Result<Reply> {
        let refused = |reason: String| Error::Bundle { path: path.to_owned(), reason };
        let sealed = encrypted(path)?;
        let bytes = age::decrypt(council.identity().age(), &sealed).map_err(|error| refused(undecipherable(&error)))?;
        let key = council.enrolment().council();
        let homeward = open_homeward(&bytes, &key).map_err(|error| refused(error.to_string()))?;
        match homeward.device == council.identity().device() {
            true => Ok(Reply(homeward)),
            false => Err(refused("it is the council's reply to another computer".to_owned())),
        }
    }

    /// Whether it speaks of a register.
    #[must_use]
    pub fn concerns(&self, register: RegisterId) -> bool {
        let received = self.0.receipts.iter().map(|receipt| receipt.received.register);
        received.chain(self.0.logs.iter().map(|(of, _)| *of)).any(|of| of == register)
    }
}

/// Carries a bundle, of whomever, to the council; its reply is put where it is wanted. Tells how many bytes went.
///
/// # Errors
/// When the file is no bundle, the council refuses it or is not reached, or the reply cannot be written.
pub fn send(council: &mut Council, path: &Path, reply: &Path) -> Result<u64> {
    let sealed = encrypted(path)?;
    let url = council.enrolment().url.clone();
    let answer = council.carry("v1/bundles", &sealed).map_err(|failure| Error::council(&url, failure))?;
    files::put(reply, &answer)?;
    Ok(sealed.len() as u64)
}

/// Where the reply to a bundle is put unless another place is named.
#[must_use]
pub fn reply_beside(bundle: &Path) -> PathBuf {
    bundle.with_added_extension("reply")
}

fn encrypted(path: &Path) -> Result<Vec<u8>> {
    let bytes = files::whole(path)?;
    match bytes.starts_with(AGE) {
        true => Ok(bytes),
        false => Err(Error::Bundle { path: path.to_owned(), reason: "this file is no bundle".to_owned() }),
    }
}

fn undecipherable(error: &age::DecryptError) -> String {
    match error {
        age::DecryptError::NoMatchingKeys => "it is for another computer, or it is a bundle for the council".to_owned(),
        _ => format!("it was cut short or altered ({error})"),
    }
}

/// A file for the council.
fn sealed(council: &Council, content: &::sync::bundle::Outward, out: &Path) -> Result<u64> {
    let refused = |reason: String| Error::Bundle { path: out.to_owned(), reason };
    let bytes = to_bytes(content).map_err(|error| match error {
        BundleError::TooLarge => {
            refused("it would be too large: pack one register at a time, or without photographs".to_owned())
        }
        other => refused(other.to_string()),
    })?;
    let recipient = age::x25519::Recipient::from_str(&council.enrolment().admission.recipient);
    let recipient = recipient.map_err(|why| refused(format!("the council's recipient does not read ({why})")))?;
    let file = age::encrypt(&recipient, &bytes).map_err(|error| refused(error.to_string()))?;
    files::put(out, &file)?;
    Ok(file.len() as u64)
}
