//! A device is revoked: from the next request on, what it sends is kept aside and nothing is answered. Owns who may.

use sync::{DeviceId, RefusalCode, UnixMillis};

use super::{Caller, Decided, Right, rights, scope};
use crate::audit;
use crate::problem::Problem;
use crate::stores::{Access, Device, StoreError};

/// Revokes a device if the caller stands over it. Revoked twice, the first moment counts.
///
/// # Errors
/// When the store does not answer.
pub fn revoke<A: Access + ?Sized>(
    access: &mut A,
    caller: &Caller,
    id: DeviceId,
    now: UnixMillis,
) -> Decided<UnixMillis> {
    if let Err(problem) = caller.must_have(Right::Revoke) {
        return Ok(Err(problem));
    }
    let unknown = || Ok(Err(Problem::of(RefusalCode::UnknownDevice, "There is no such device in your scope.")));
    let Some(device) = access.device(id)? else { return unknown() };
    if !scope::covers(access, &caller.scope, &device.scope)? {
        return unknown();
    }
    if !rights::stands_over(caller.role, device.role) {
        return Ok(Err(RefusalCode::NoRight.into()));
    }
    set_revoked(access, &caller.who(), device, now).map(Ok)
}

/// Writes the revocation down.
///
/// # Errors
/// When the store does not answer.
pub fn set_revoked<A: Access + ?Sized>(
    access: &mut A,
    who: &str,
    device: Device,
    now: UnixMillis,
) -> Result<UnixMillis, StoreError> {
    if let Some(at) = device.revoked {
        return Ok(at);
    }
    audit::note(access, now, who, "device.revoke", &device.key.device().to_string())?;
    access.put_device(&Device { revoked: Some(now), ..device })?;
    Ok(now)
}
