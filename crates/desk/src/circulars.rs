//! The council's circulars as a register has received them: what each changes. Owns that view; how one is laid over the
//! rules is `rulebook`'s.

use ::sync::UnixMillis;
use register::CentreField;
use regulations::Pack;
use regulations::pack::Difference;

use crate::desk::Desk;
use crate::error::Result;

/// A circular that the council signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its number.
    pub number: u32,
    /// The examination's year that it is for.
    pub year: u16,
    /// When it was issued.
    pub at: UnixMillis,
    /// What it changes here; nothing where it is for another year.
    pub changes: Vec<Difference>,
    /// Why it could not be laid over the rules, where it could not.
    pub broken: Option<String>,
}

/// The circulars received, the latest first.
///
/// # Errors
/// When the register cannot be read.
pub fn received(desk: &Desk) -> Result<Vec<Received>> {
    let reading = desk.register().read();
    let Some((_, council)) = reading.council()? else { return Ok(Vec::new()) };
    let year = reading.centre()?.get(CentreField::Year).parse().unwrap_or_default();
    let (mut laid, mut received) = (Vec::new(), Vec::new());
    for circular in reading.circulars()?.into_iter().filter(|one| one.is_of(&council)).map(|one| one.circular) {
        let mut shown = Received {
            number: circular.number,
            year: circular.year,
            at: circular.at,
            changes: Vec::new(),
            broken: None,
        };
        if circular.year == year {
            lay(year, &mut laid, circular.text, &mut shown);
        }
        received.push(shown);
    }
    received.sort_by_key(|one| std::cmp::Reverse(one.number));
    Ok(received)
}

/// As the rulebook does: one that does not read is left out.
fn lay(year: u16, laid: &mut Vec<String>, text: String, shown: &mut Received) {
    let under: Vec<&str> = laid.iter().map(String::as_str).collect();
    let over: Vec<&str> = under.iter().copied().chain([text.as_str()]).collect();
    let read = Pack::with_circulars(year, &over).and_then(|_| Pack::differences(year, &under, &text));
    match read {
        Ok(changes) => {
            shown.changes = changes;
            laid.push(text);
        }
        Err(error) => shown.broken = Some(error.to_string()),
    }
}
