//! Photographs made of files and of bytes, many at once. Owns where the originals lie and how the work is dealt out; the
//! picture itself is `intake`'s.

use std::path::PathBuf;
use std::sync::Arc;

use intake::photograph::{Framing, PhotoFacts, Photograph, PhotographError, frame, preview};

use crate::error::Error;
use crate::{files, threads};

/// Where a picture comes from.
#[derive(Clone, Debug)]
pub enum Original {
    /// A file.
    File(PathBuf),
    /// Bytes: dropped on a page, or from the camera.
    Bytes(Arc<Vec<u8>>),
}

/// Why an original gives no photograph.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// Its file cannot be read.
    #[error("{0}")]
    Unread(#[from] Error),
    /// It is no usable picture.
    #[error("{0}")]
    Picture(#[from] PhotographError),
}

impl Original {
    fn with_bytes<T>(&self, work: impl FnOnce(&[u8]) -> Result<T, PhotographError>) -> Result<T, Unusable> {
        Ok(match self {
            Original::File(path) => work(&files::whole(path)?)?,
            Original::Bytes(bytes) => work(bytes)?,
        })
    }

    /// The register's photograph of it.
    ///
    /// # Errors
    /// When it cannot be read, or gives no picture.
    pub fn make(&self, framing: Framing) -> Result<Photograph, Unusable> {
        self.with_bytes(|bytes| frame(bytes, framing))
    }

    /// The whole picture for the eye, as a JPEG with no side longer than `longest`, and the facts of the original.
    ///
    /// # Errors
    /// As [`Original::make`].
    pub fn preview(&self, longest: u32) -> Result<(Vec<u8>, PhotoFacts), Unusable> {
        self.with_bytes(|bytes| preview(bytes, 0, longest))
    }
}

/// So many originals are read between two looks at whether to go on; each may take 200 MB while it is decoded.
const AT_ONCE: usize = 8;

/// Makes the photographs of all, on all cores. `watch` is told how many are done; `false` stops it, and nothing is given.
pub fn make_all(
    originals: &[Original],
    watch: &mut dyn FnMut(usize) -> bool,
) -> Option<Vec<Result<Photograph, Unusable>>> {
    let mut made = Vec::with_capacity(originals.len());
    for some in originals.chunks(AT_ONCE) {
        if !watch(made.len()) {
            return None;
        }
        made.extend(threads::map(some, |original| original.make(Framing::default())));
    }
    watch(made.len()).then_some(made)
}
