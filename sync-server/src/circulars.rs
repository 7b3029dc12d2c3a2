//! Circulars: signed, numbered, and given to every device that asks. Owns their issue; refuses one that does not read, for
//! every device lays all circulars of the year over its pack, and one broken would stop them all.

use sync::circular::Circular;
use sync::{SecretKey, UnixMillis};

use crate::audit;
use crate::stores::{Council, StoreError};

/// Issues a circular; tells its number, or why it does not read.
///
/// # Errors
/// When the store does not answer.
pub fn issue(
    council: &mut dyn Council,
    key: &SecretKey,
    who: &str,
    (year, text): (u16, &str),
    now: UnixMillis,
) -> Result<Result<u32, String>, StoreError> {
    let number = match check(council, (year, text))? {
        Ok(number) => number,
        Err(broken) => return Ok(Err(broken)),
    };
    let circular = Circular { number, year, text: text.to_owned(), at: now };
    council.issue(&circular.sign(key))?;
    audit::note(council, now, who, "circular.issue", &number.to_string())?;
    Ok(Ok(number))
}

/// Whether a circular reads over those of its year: the number it would have, or why not.
///
/// # Errors
/// When the store does not answer.
pub fn check(council: &mut dyn Council, (year, text): (u16, &str)) -> Result<Result<u32, String>, StoreError> {
    let all = council.circulars(0)?;
    let of_year = all.iter().map(|signed| &signed.circular).filter(|circular| circular.year == year);
    let texts: Vec<&str> = of_year.map(|circular| circular.text.as_str()).chain([text]).collect();
    if let Err(broken) = regulations::Pack::with_circulars(year, &texts) {
        return Ok(Err(broken.to_string()));
    }
    Ok(Ok(all.iter().map(|signed| signed.circular.number).max().unwrap_or(0) + 1))
}
