//! The audit: a chain of lines, each with the hash of all before it, so that a line altered, taken out or put in shows.
//! Owns the chain and its checking; refuses personal data (a line has ids and codes only).

use sync::{Hash, UnixMillis};

use crate::stores::{Access, AuditLine, StoreError};

/// How many lines are read at a time.
const PAGE: usize = 1000;

/// Writes a line after the last.
///
/// # Errors
/// When the store does not answer.
pub fn note<A: Access + ?Sized>(
    access: &mut A,
    at: UnixMillis,
    who: &str,
    what: &str,
    about: &str,
) -> Result<(), StoreError> {
    let (n, before) = access.audit_end()?.map_or((0, Hash([0; 32])), |last| (last.n, last.hash));
    let line =
        AuditLine { n: n + 1, at, who: who.to_owned(), what: what.to_owned(), about: about.to_owned(), hash: before };
    access.audit_append(&AuditLine { hash: link(before, &line), ..line })
}

/// Where the chain stands, and where it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So many lines, and the hash of the last: compare it with one noted earlier to see that none was cut off.
    Whole(u64, Hash),
    /// The first line that is not as it was written.
    Broken(u64),
}

/// Reads all lines and computes the chain anew.
///
/// # Errors
/// When the store does not answer.
pub fn verify<A: Access + ?Sized>(access: &mut A) -> Result<Verdict, StoreError> {
    let (mut n, mut hash) = (0, Hash([0; 32]));
    loop {
        let lines = access.audit_after(n, PAGE)?;
        for line in &lines {
            if line.n != n + 1 || line.hash != link(hash, line) {
                return Ok(Verdict::Broken(n + 1));
            }
            (n, hash) = (line.n, line.hash);
        }
        if lines.len() < PAGE {
            return Ok(Verdict::Whole(n, hash));
        }
    }
}

fn link(before: Hash, line: &AuditLine) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("daftari audit 1");
    hasher.update(&before.0);
    hasher.update(&line.n.to_le_bytes());
    hasher.update(&line.at.0.to_le_bytes());
    for text in [&line.who, &line.what, &line.about] {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    Hash(*hasher.finalize().as_bytes())
}
