//! What is known of the photographs a register holds: each is looked at once, for a name always means the same bytes.
//! Owns the facts; the pictures themselves stay in the register.

use std::collections::HashMap;

use intake::photograph::{PhotoFacts, inspect};
use register::{Hash, Reading};
use regulations::Photo;

use crate::error::Result;

/// Facts of photographs by their names.
#[derive(Debug, Default)]
pub struct Album {
    facts: HashMap<Hash, Option<PhotoFacts>>,
}

impl Album {
    /// Looks at those photographs that were not looked at before, on all cores.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn look_at(&mut self, reading: Reading<'_>, names: impl Iterator<Item = Hash>) -> Result<()> {
        let mut new: Vec<Hash> = names.filter(|name| !self.facts.contains_key(name)).collect();
        new.sort_unstable();
        new.dedup();
        let mut pictures = Vec::with_capacity(new.len());
        for name in new {
            pictures.push((name, reading.photograph(name)?.unwrap_or_default()));
        }
        self.facts.extend(crate::threads::map(&pictures, |(name, bytes)| (*name, inspect(bytes).ok())));
        Ok(())
    }

    /// What the rules ask of a photograph.
    #[must_use]
    pub fn photo(&self, name: Hash, repeated: bool) -> Photo {
        match self.facts.get(&name) {
            Some(Some(PhotoFacts { width, height, grey })) => {
                Photo::Picture { width: *width, height: *height, grey: *grey, repeated }
            }
            _ => Photo::Unreadable,
        }
    }
}
