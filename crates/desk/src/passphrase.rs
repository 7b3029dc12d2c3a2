//! The passphrase of a computer whose keyring does not answer: chosen once, asked for each time the program starts. Owns
//! how it is known to be the right one before anything is made under it; what it opens is the vault's and the
//! registers' business.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::vault::SEALED;
use crate::{files, seal};

/// The fewest characters of a passphrase that is chosen here.
pub const SHORTEST: usize = 10;

/// What is sealed under the passphrase so that it is known again.
const MARK: &[u8] = b"daftari";
const NAME: &str = "passphrase";

/// Whether this computer's secrets are to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// They are: the keyring answers, or the passphrase was given.
    Ready,
    /// They lie sealed under a passphrase that was not given yet.
    Sealed,
    /// There are none yet, and no keyring answers: a passphrase is to be chosen.
    Unchosen,
}

impl Office {
    /// Whether this computer's secrets are to be had. Asks the keyring where nothing else tells.
    ///
    /// # Errors
    /// When the folder is there but cannot be read.
    pub fn secrets(&self) -> Result<Secrets> {
        if self.vault().has_passphrase() {
            return Ok(Secrets::Ready);
        }
        if !self.sealed()?.is_empty() {
            return Ok(Secrets::Sealed);
        }
        Ok(if self.vault().keyring_answers() { Secrets::Ready } else { Secrets::Unchosen })
    }

    /// Gives the passphrase that this computer's secrets are sealed under.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when it is another.
    pub fn unlock(&self, passphrase: &str) -> Result<()> {
        let sealed = self.sealed()?;
        let opens = |path: &PathBuf| Ok(seal::open_with_passphrase(passphrase, &files::whole(path)?).is_some());
        match sealed.iter().map(opens).collect::<Result<Vec<bool>>>()?.contains(&true) {
            true => self.vault().give(passphrase),
            false => return Err(Error::WrongPassphrase),
        }
        Ok(())
    }

    /// Chooses the passphrase of a computer that has no secrets yet.
    ///
    /// # Errors
    /// When it is shorter than [`SHORTEST`], one was chosen before, or the folder cannot be written.
    pub fn choose_passphrase(&self, passphrase: &str) -> Result<()> {
        if passphrase.chars().count() < SHORTEST {
            return Err(Error::ShortPassphrase { least: SHORTEST });
        }
        if !self.sealed()?.is_empty() {
            return self.unlock(passphrase);
        }
        files::folder(self.folder())?;
        self.vault().give(passphrase);
        self.vault().keep(self.folder(), NAME, MARK)
    }

    /// The files that are sealed under the passphrase; the mark first, for it is quickest told.
    fn sealed(&self) -> Result<Vec<PathBuf>> {
        if !self.folder().exists() {
            return Ok(Vec::new());
        }
        let entries = std::fs::read_dir(self.folder()).map_err(|error| Error::unopened(self.folder(), &error))?;
        let mut sealed: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        sealed.retain(|path| path.extension().is_some_and(|ending| ending == SEALED));
        sealed.sort_by_key(|path| !path.ends_with(format!("{NAME}.{SEALED}")));
        sealed.truncate(1);
        Ok(sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Vault;

    fn office(folder: &tempfile::TempDir) -> Office {
        Office::at(folder.path().join("registers"), Vault::new(None)).with_anchors(folder.path().join("anchors"))
    }

    #[test]
    fn a_passphrase_is_chosen_once_and_only_that_one_opens_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(office(&folder).choose_passphrase("short"), Err(Error::ShortPassphrase { .. })));
        office(&folder).choose_passphrase("mti mkavu hauliwi").unwrap();
        let later = office(&folder);
        assert_eq!(later.secrets().unwrap(), Secrets::Sealed);
        assert!(matches!(later.unlock("mti mbichi hauliwi"), Err(Error::WrongPassphrase)));
        assert_eq!(later.secrets().unwrap(), Secrets::Sealed);
        later.unlock("mti mkavu hauliwi").unwrap();
        assert_eq!(later.secrets().unwrap(), Secrets::Ready);
    }

    #[test]
    fn a_second_choice_does_not_replace_the_first() {
        let folder = tempfile::tempdir().unwrap();
        office(&folder).choose_passphrase("mti mkavu hauliwi").unwrap();
        assert!(matches!(office(&folder).choose_passphrase("another one, longer"), Err(Error::WrongPassphrase)));
    }

    #[test]
    fn a_computer_made_known_under_a_passphrase_asks_for_that_one() {
        let folder = tempfile::tempdir().unwrap();
        let before = Office::at(folder.path().to_owned(), Vault::new(Some("of the command line".into())));
        before.identity().unwrap();
        let later = Office::at(folder.path().to_owned(), Vault::new(None));
        assert_eq!(later.secrets().unwrap(), Secrets::Sealed);
        later.unlock("of the command line").unwrap();
        assert_eq!(later.identity().unwrap().device(), before.identity().unwrap().device());
    }
}
