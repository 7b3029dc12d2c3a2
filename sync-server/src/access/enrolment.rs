//! A device is enrolled: it proves that it has the code, the council proves the same, writes the device down and begins
//! its first session. Owns the decision; a repeat of the same application gets the same admission, since the first answer
//! may have been lost, and no session, since it may be somebody else's who heard it.

use sync::enrolment::{Admission, Admitted, Application};
use sync::{DeviceId, Hash, RefusalCode, UnixMillis};

use super::sessions::{self, Drawn, Lifetimes};
use super::{Decided, codes, scope};
use crate::audit;
use crate::keys::CouncilKeys;
use crate::problem::{Code as ProblemCode, Problem};
use crate::stores::{Access, Code, Device, Purpose, StoreError, Subject};

/// The most characters of a device's name.
const LONGEST_NAME: usize = 60;

/// Enrols a device, or says again that it is.
///
/// # Errors
/// When the store does not answer.
pub fn enrol<A: Access + ?Sized>(
    access: &mut A,
    keys: &CouncilKeys,
    application: &Application,
    (drawn, lifetimes): (&Drawn, Lifetimes),
    now: UnixMillis,
) -> Decided<Admitted> {
    if let Err(problem) = well_formed(application) {
        return Ok(Err(problem));
    }
    let unknown = || Ok(Err(RefusalCode::UnknownCode.into()));
    let Some((code, key)) = codes::find(access, &application.code, now)? else { return unknown() };
    let id = application.key.device();
    if !application.is_proved(&key) {
        codes::count_wrong(access, code, now)?;
        return unknown();
    }
    let may = code.used.as_ref().is_none_or(|used| *used == id.to_string());
    let Purpose::Enrol { role, scope } = code.purpose.clone() else { return unknown() };
    if !may {
        return unknown();
    }
    let device = Device {
        key: application.key,
        name: application.name.clone(),
        recipient: application.recipient.clone(),
        role,
        scope,
        at: now,
        by: code.by.clone(),
        revoked: None,
    };
    let spent = code.used.is_none();
    if spent && !write_down(access, &code, id, &device, now)? {
        return Ok(Err(RefusalCode::Revoked.into()));
    }
    let begin = |access: &mut A| sessions::begin(access, &Subject::Device(id), drawn, lifetimes, now);
    let session = spent.then(|| begin(access)).transpose()?;
    let epoch = access.epoch()?;
    let admission = Admission {
        key: keys.signing.public(),
        epoch,
        role,
        scope: scope::written(&device.scope),
        recipient: keys.recipient(),
        proof: Hash([0; 32]),
    };
    Ok(Ok(Admitted { admission: admission.proved(&key, application), session }))
}

/// `false`: a device of this key was revoked; it does not come back under the same key.
fn write_down<A: Access + ?Sized>(
    access: &mut A,
    code: &Code,
    id: DeviceId,
    device: &Device,
    now: UnixMillis,
) -> Result<bool, StoreError> {
    if access.device(id)?.is_some_and(|known| known.revoked.is_some()) {
        return Ok(false);
    }
    access.put_device(device)?;
    access.put_code(&Code { used: Some(id.to_string()), ..code.clone() })?;
    audit::note(access, now, &code.by, "device.enrol", &id.to_string())?;
    Ok(true)
}

fn well_formed(application: &Application) -> Result<(), Problem> {
    let name = application.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Problem::of(ProblemCode::Invalid, format!("name: 1 to {LONGEST_NAME} characters.")));
    }
    let recipient: Result<age::x25519::Recipient, _> = application.recipient.parse();
    recipient.map(drop).map_err(|_| Problem::of(ProblemCode::Invalid, "recipient: no age recipient."))
}
