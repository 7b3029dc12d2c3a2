//! The session's tokens between two runs: a file sealed under this computer's own key. Owns that file; a token that is
//! lost or stale costs one more question, nothing else.

use std::path::{Path, PathBuf};

use sync::sign_in::Tokens;
use zeroize::Zeroizing;

use crate::identity::Identity;
use crate::{files, seal};

/// Where tokens are kept, and under which key.
#[derive(Debug)]
pub(super) struct TokenFile {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
}

impl TokenFile {
    pub(super) fn of(folder: &Path, identity: &Identity) -> TokenFile {
        TokenFile { path: folder.join("session.sealed"), key: identity.key_for("session") }
    }

    /// The tokens of the last run, if they read.
    pub(super) fn load(&self) -> Option<Tokens> {
        let sealed = self.path.exists().then(|| files::whole(&self.path).ok())??;
        serde_json::from_slice(&seal::open(&self.key, &sealed)?).ok()
    }

    /// Keeps them; where that fails, the next run signs in again.
    pub(super) fn save(&self, tokens: &Tokens) {
        let text = Zeroizing::new(serde_json::to_vec(tokens).unwrap_or_default());
        if let Some(sealed) = seal::seal(&self.key, &text) {
            let _ = files::put(&self.path, &sealed);
        }
    }

    /// Forgets them.
    pub(super) fn forget(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
