//! The digest of a state, which two registers share exactly when they show the same values. Frozen: the register of
//! every version computes the same.

use crate::identity::Hash;

use super::Fold;

impl Fold {
    /// The digest of the values shown.
    #[must_use]
    pub fn digest(&self) -> Hash {
        let mut state: Vec<_> = self.shown().map(|(about, field, value)| (about.key(), field, value)).collect();
        state.sort_unstable();
        let mut hasher = blake3::Hasher::new_derive_key("daftari state 1");
        for (about, field, value) in state {
            hasher.update(&about);
            for text in [field, value] {
                hasher.update(&(text.len() as u64).to_le_bytes());
                hasher.update(text.as_bytes());
            }
        }
        Hash(*hasher.finalize().as_bytes())
    }
}
