//! Two photographs that stand at each other's names. Owns the exchange as one operation that one undo takes back.

use register::{CandidateId, Operation};

use crate::desk::Desk;
use crate::error::{Error, Result};

/// Gives two candidates each other's photograph.
///
/// # Errors
/// When one of them has none, or the register refuses.
pub fn swap(desk: &mut Desk, one: CandidateId, other: CandidateId) -> Result<()> {
    let reading = desk.register().read();
    let picture = |id| -> Result<Vec<u8>> {
        let hash = reading.candidate(id)?.photograph;
        let bytes = hash.map(|hash| reading.photograph(hash)).transpose()?.flatten();
        bytes.ok_or_else(|| Error::Usage("one of the two has no photograph to give".to_owned()))
    };
    let exchanged = vec![(one, picture(other)?), (other, picture(one)?)];
    desk.transact(Operation::AttachPhotographs(exchanged))?;
    Ok(())
}
