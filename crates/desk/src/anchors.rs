//! Anchors: how far each stream went that was ever offered to anybody, kept outside the registers: in a second folder,
//! and in the keyring. A register that is found behind its anchor was restored from a copy. Owns where they lie; an
//! anchor that is lost is no harm by itself, for the council sees the fork then.

use std::path::PathBuf;

use ::sync::chain_start;
use ::sync::message::StreamEnd;
use register::{Register, RegisterId, StreamId, WriterId};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::files;
use crate::vault::Vault;

/// Where anchors lie.
#[derive(Debug)]
pub struct Anchors {
    folder: PathBuf,
    vault: Vault,
}

/// How far a stream went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The register.
    pub register: RegisterId,
    /// How far.
    pub end: StreamEnd,
}

impl Anchor {
    /// Whether a register of the same hand went back behind it: it was restored from a copy.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn is_ahead_of(&self, register: &Register) -> Result<bool> {
        let StreamEnd { stream, n, tag } = self.end;
        let incarnation = register.head()?.incarnation;
        if incarnation != stream.incarnation || n == 0 {
            return Ok(incarnation < stream.incarnation);
        }
        Ok(register.read().hash_at(stream, n)?.map(|h| h.tag()) != Some(tag))
    }
}

impl Anchors {
    /// Anchors in this folder, and in the vault's keyring.
    #[must_use]
    pub fn at(folder: PathBuf, vault: Vault) -> Anchors {
        Anchors { folder, vault }
    }

    /// The folder that the platform keeps a program's settings in: not the one of the registers, so that whoever puts
    /// back an old copy of that one does not put back this.
    #[must_use]
    pub fn platform_folder() -> PathBuf {
        directories::ProjectDirs::from("ke", "daftari", "daftari")
            .map_or_else(|| PathBuf::from("anchors"), |folders| folders.config_dir().join("anchors"))
    }

    /// The farthest anchor of a writer, of those that read.
    #[must_use]
    pub fn of(&self, writer: WriterId) -> Option<Anchor> {
        let path = self.path(writer);
        let lying = path.exists().then(|| files::whole(&path).ok()).flatten();
        let noted = self.vault.note(&entry(writer));
        let read = |text: Vec<u8>| {
            serde_json::from_slice::<Anchor>(&text).ok().filter(|anchor| anchor.end.stream.writer == writer)
        };
        let anchors = [lying, noted].into_iter().flatten().filter_map(read);
        anchors.max_by_key(|anchor| (anchor.end.stream.incarnation, anchor.end.n))
    }

    /// Writes an anchor into the folder, durable on return.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn put(&self, anchor: &Anchor) -> Result<()> {
        files::folder(&self.folder)?;
        files::put(&self.path(anchor.end.stream.writer), &text(anchor))
    }

    /// Writes that an incarnation was opened, of which nothing was offered yet.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn begin(&self, register: RegisterId, writer: WriterId, incarnation: u64) -> Result<()> {
        let stream = StreamId { writer, incarnation };
        let end = StreamEnd { stream, n: 0, tag: chain_start(writer, incarnation).tag() };
        self.put(&Anchor { register, end })
    }

    /// Writes an anchor into the keyring too; where none answers, the folder is all there is.
    pub fn note(&self, anchor: &Anchor) {
        self.vault.put_note(&entry(anchor.end.stream.writer), &text(anchor));
    }

    fn path(&self, writer: WriterId) -> PathBuf {
        self.folder.join(format!("{writer}.json"))
    }
}

fn entry(writer: WriterId) -> String {
    format!("anchor-{writer}")
}

fn text(anchor: &Anchor) -> Vec<u8> {
    serde_json::to_vec(anchor).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use register::Tag;

    use super::*;

    fn anchor(n: u64) -> Anchor {
        let register = RegisterId { centre: 24_505_105, year: 2026 };
        let stream = StreamId { writer: WriterId([1; 16]), incarnation: 1 };
        Anchor { register, end: StreamEnd { stream, n, tag: Tag([7; 8]) } }
    }

    #[test]
    fn an_anchor_is_found_again_by_its_writer_and_by_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let anchors = Anchors::at(folder.path().join("anchors"), Vault::new(Some("made up".into())));
        assert_eq!(anchors.of(WriterId([1; 16])), None);
        anchors.put(&anchor(4)).unwrap();
        anchors.put(&anchor(5)).unwrap();
        assert_eq!(anchors.of(WriterId([1; 16])), Some(anchor(5)));
        assert_eq!(anchors.of(WriterId([2; 16])), None);
    }

    #[test]
    fn a_damaged_anchor_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let anchors = Anchors::at(folder.path().to_owned(), Vault::new(Some("made up".into())));
        anchors.put(&anchor(4)).unwrap();
        std::fs::write(anchors.path(WriterId([1; 16])), "{").unwrap();
        assert_eq!(anchors.of(WriterId([1; 16])), None);
    }
}
