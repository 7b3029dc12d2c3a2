//! What the council has of a centre, signed: what a school lays beside its own register to see that nothing is missing.
//! Owns the words that are signed.

use serde_json::{Value, json};
use sync::{RefusalCode, RegisterId, SecretKey, UnixMillis, authority};

use crate::access::Decided;
use crate::stores::{Council, StoreError};

const WHAT: &str = "daftari proof 1";

/// The proof of a centre in a year; without one, its newest register.
///
/// # Errors
/// When the store does not answer.
pub fn of(
    council: &mut dyn Council,
    key: &SecretKey,
    centre: u32,
    year: Option<u16>,
    now: UnixMillis,
) -> Decided<Value> {
    let year = match year {
        Some(year) => Some(year),
        None => newest(council, centre)?,
    };
    let Some(year) = year else { return Ok(Err(RefusalCode::UnknownRegister.into())) };
    let register = RegisterId { centre, year };
    let (epoch, log) = (council.epoch()?, council.log_end(register)?);
    if log.position == 0 {
        return Ok(Err(RefusalCode::UnknownRegister.into()));
    }
    let fold = authority::folded(council, register)?;
    let mut streams = council.streams_of(register)?;
    streams.sort_by_key(|end| end.stream);
    let ends =
        streams.iter().map(|end| format!("{} {} {} {}", end.stream.writer, end.stream.incarnation, end.n, end.tag));
    let ends: Vec<String> = ends.collect();
    let digest = fold.digest();
    let said = format!("{register} {epoch} {} {} {digest} {} {}", log.position, log.l, now.0, ends.join(" "));
    let signature: String = key.sign(WHAT, said.as_bytes()).0.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Ok(json!({
        "register": register.to_string(), "epoch": epoch.to_string(), "position": log.position,
        "l": log.l.to_string(), "digest": digest.to_string(), "at": now.0, "streams": ends,
        "conflicts": fold.conflicts().len(), "held": fold.held().len(), "signed": said, "signature": signature,
    })))
}

fn newest(council: &mut dyn Council, centre: u32) -> Result<Option<u16>, StoreError> {
    let before = centre.checked_sub(1).map(|centre| RegisterId { centre, year: u16::MAX });
    let registers = council.registers(before, 50)?;
    Ok(registers
        .iter()
        .map(|end| end.register)
        .filter(|register| register.centre == centre)
        .map(|register| register.year)
        .max())
}
