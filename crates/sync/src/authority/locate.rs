//! Up to where a forked stream is the same here. Owns the comparison; refuses to know why it forked.

use crate::message::{Answer, Locate};

use super::ledger::Ledger;

/// The last operation that both have, as far as was asked; never beyond the stored end.
pub(super) fn locate<L: Ledger + ?Sized>(ledger: &mut L, asked: &Locate) -> Result<Answer, L::Error> {
    let limit = asked.tags.len().min(Locate::MOST);
    let first = asked.first.max(1);
    let hashes = ledger.hashes_from(asked.stream, first, limit)?;
    let same = hashes.iter().zip(&asked.tags).take_while(|(hash, tag)| hash.tag() == **tag).count();
    let end = ledger.stream(asked.stream)?.map_or(0, |stored| stored.n);
    Ok(Answer::Located((first - 1).saturating_add(same as u64).min(end)))
}
