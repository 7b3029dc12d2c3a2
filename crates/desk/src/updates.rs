//! An update from a stick: whether it comes from whoever makes Daftari, and is newer than what runs. Owns the checking of
//! its signature (minisign, as the updater over the network checks it too); installing is the system's.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use minisign_verify::{PublicKey, Signature};

use crate::error::{Error, Result};
use crate::files;

/// An update that may be installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Its version.
    pub version: String,
    /// A checked copy on this computer: the stick may be another a moment later.
    pub installer: PathBuf,
}

/// Checks an installer against the signature beside it (`NAME.sig`), and copies it into `folder`.
///
/// # Errors
/// [`Error::Unsigned`] when there is no signature, it is not `key`'s, or it was made for a version that is not newer than
/// `running`; when a file cannot be read or written.
pub fn checked(installer: &Path, key: Option<&str>, running: &str, folder: &Path) -> Result<Update> {
    let unsigned = |reason: &str| Error::Unsigned { path: installer.to_owned(), reason: reason.to_owned() };
    let key =
        key.and_then(key_of).ok_or_else(|| unsigned("this copy of Daftari was made without a key to check by"))?;
    let bytes = files::whole(installer)?;
    let signature = signature_beside(installer).ok_or_else(|| unsigned("there is no signature beside it"))?;
    key.verify(&bytes, &signature, true).map_err(|_| unsigned("its signature is not that of Daftari's makers"))?;
    let version = version_in(signature.trusted_comment()).ok_or_else(|| unsigned("its signature names no version"))?;
    if !is_newer(version, running) {
        return Err(unsigned(&format!("it is version {version}, and {running} runs here")));
    }
    let kept = folder.join(installer.file_name().unwrap_or_default());
    files::folder(folder)?;
    files::put(&kept, &bytes)?;
    Ok(Update { version: version.to_owned(), installer: kept })
}

/// A key as minisign writes it, alone or with its comment, or in base64 as the updater's configuration has it.
fn key_of(text: &str) -> Option<PublicKey> {
    let text = text.trim();
    PublicKey::from_base64(text).or_else(|_| PublicKey::decode(&unwrapped(text))).ok()
}

fn signature_beside(installer: &Path) -> Option<Signature> {
    let mut beside = installer.as_os_str().to_owned();
    beside.push(".sig");
    let text = String::from_utf8(files::whole(Path::new(&beside)).ok()?).ok()?;
    Signature::decode(&unwrapped(text.trim())).ok()
}

/// The makers' tool wraps keys and signatures in base64 once more.
fn unwrapped(text: &str) -> String {
    let inner = base64::engine::general_purpose::STANDARD.decode(text).ok();
    inner.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
}

/// The version in a trusted comment of fields `name:value`, separated by tabs.
fn version_in(comment: &str) -> Option<&str> {
    comment.split(['\t', ' ']).find_map(|field| field.strip_prefix("version:"))
}

fn is_newer(version: &str, running: &str) -> bool {
    let numbers = |text: &str| -> Option<Vec<u64>> {
        let plain = text.split(['-', '+']).next()?;
        plain.split('.').map(|part| part.parse().ok()).collect()
    };
    numbers(version).zip(numbers(running)).is_some_and(|(version, running)| version > running)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;
    use blake2::{Blake2b512, Digest as _};
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;

    /// Of minisign's published example: no secret half of it is anywhere here.
    const KEY: &str = "RWTX5qZvdPSepDGWg2bz8n6ArQnBMwgQK1geVosorcbLzcunD+KJ+cYe";
    const SIGNATURE: &str = "untrusted comment: signature from tauri secret key\nRUTX5qZvdPSepPF2zsjvP/L/TQtBLRnWRvaq+4omK1UEugtQp/USrGiI1v762sDy3id3aor7bRC9ETyeot6lMHHrWoZ5hjUM1Qc=\ntrusted comment: timestamp:1791649051\tfile:payload\tversion:2.0.0\nDDq2CLOEl5cQmC2eJRHlnZPVViOZsu1CjpPKQoei4A/XBfkDqGO0B+QMrcrHgEQ5qV3mne75tdFWhJpqUXh9AA==";

    /// A maker of a test's own, who signs as minisign does: the hash of the file, then the signature with its comment.
    struct Maker(SigningKey);

    impl Maker {
        const NAMED: &[u8] = b"a maker!";

        fn key(&self) -> String {
            STANDARD.encode([&b"Ed"[..], Maker::NAMED, self.0.verifying_key().as_bytes()].concat())
        }

        fn signs(&self, bytes: &[u8], comment: &str) -> String {
            let of_file = self.0.sign(&Blake2b512::digest(bytes)).to_bytes();
            let of_both = self.0.sign(&[&of_file[..], comment.as_bytes()].concat()).to_bytes();
            let first = STANDARD.encode([&b"ED"[..], Maker::NAMED, &of_file].concat());
            format!("untrusted comment: of a test\n{first}\ntrusted comment: {comment}\n{}\n", STANDARD.encode(of_both))
        }
    }

    fn stick(bytes: &[u8], signature: Option<&str>) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("daftari_2.0.0.deb");
        std::fs::write(&path, bytes).unwrap();
        if let Some(signature) = signature {
            std::fs::write(folder.path().join("daftari_2.0.0.deb.sig"), signature).unwrap();
        }
        (folder, path)
    }

    fn reason(of: Result<Update>) -> String {
        match of {
            Err(Error::Unsigned { reason, .. }) => reason,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_not_signed_by_the_makers_is_refused_with_the_reason() {
        let (folder, unsigned) = stick(b"installer", None);
        let here = folder.path().join("updates");
        assert!(reason(checked(&unsigned, Some(KEY), "0.1.0", &here)).contains("no signature"));
        assert!(reason(checked(&unsigned, None, "0.1.0", &here)).contains("without a key"));
        let (_stick, altered) = stick(b"another installer", Some(SIGNATURE));
        assert!(reason(checked(&altered, Some(KEY), "0.1.0", &here)).contains("not that of"));
        let (_stick, damaged) = stick(b"installer", Some("not a signature"));
        assert!(reason(checked(&damaged, Some(KEY), "0.1.0", &here)).contains("no signature"));
        assert!(!here.exists(), "nothing was copied");
    }

    #[test]
    fn a_later_version_signed_by_the_makers_is_copied_to_be_installed() {
        let maker = Maker(SigningKey::from_bytes(&[7; 32]));
        let (folder, path) = stick(b"installer", Some(&maker.signs(b"installer", "file:daftari.deb\tversion:0.2.0")));
        let here = folder.path().join("updates");
        let update = checked(&path, Some(&maker.key()), "0.1.0", &here).unwrap();
        assert_eq!(update, Update { version: "0.2.0".to_owned(), installer: here.join("daftari_2.0.0.deb") });
        assert_eq!(std::fs::read(&update.installer).unwrap(), b"installer");
    }

    #[test]
    fn what_the_makers_signed_otherwise_is_refused() {
        let (maker, other) = (Maker(SigningKey::from_bytes(&[7; 32])), Maker(SigningKey::from_bytes(&[8; 32])));
        let right = maker.signs(b"installer", "version:0.2.0");
        let tampered_comment = right.replace("version:0.2.0", "version:9.2.0");
        let not_theirs = "not that of Daftari's makers";
        for (bytes, signature, why) in [
            (&b"installer!"[..], right, not_theirs),
            (b"installer", tampered_comment, not_theirs),
            (b"installer", other.signs(b"installer", "version:0.2.0"), not_theirs),
            (b"installer", maker.signs(b"installer", "version:0.1.0"), "it is version 0.1.0, and 0.1.0 runs here"),
            (b"installer", maker.signs(b"installer", "version:0.0.9"), "it is version 0.0.9"),
            (b"installer", maker.signs(b"installer", "timestamp:1"), "names no version"),
        ] {
            let (folder, path) = stick(bytes, Some(&signature));
            let here = folder.path().join("updates");
            let reason = reason(checked(&path, Some(&maker.key()), "0.1.0", &here));
            assert!(reason.contains(why), "{reason}");
            assert!(!here.exists(), "nothing was copied");
        }
    }

    #[test]
    fn keys_and_signatures_read_plain_or_wrapped() {
        let wrap = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
        let file = format!("untrusted comment: minisign public key\n{KEY}");
        assert!(key_of(KEY).is_some() && key_of(&file).is_some() && key_of(&wrap(&file)).is_some());
        assert!(key_of("nothing").is_none());
        for text in [SIGNATURE.to_owned(), wrap(SIGNATURE)] {
            let (_stick, path) = stick(b"", Some(&text));
            let signature = signature_beside(&path).unwrap();
            assert_eq!(version_in(signature.trusted_comment()), Some("2.0.0"));
        }
    }

    #[test]
    fn only_a_later_version_is_newer() {
        for (version, running, newer) in [
            ("2.0.0", "0.1.0", true),
            ("0.1.10", "0.1.9", true),
            ("0.1.0", "0.1.0", false),
            ("0.0.9", "0.1.0", false),
            ("x", "0.1.0", false),
        ] {
            assert_eq!(is_newer(version, running), newer, "{version} {running}");
        }
    }
}
