//! Zip archives, the container of `.xlsx`, `.xlsb` and `.ods`. Owns that two archives of the same parts are the same
//! bytes: no clock in them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive of named parts in their order. A part named `mimetype` is stored as it is, as OpenDocument asks.
///
/// # Errors
/// When a part cannot be packed.
pub fn zipped<B: AsRef<[u8]>>(parts: &[(&str, B)]) -> anyhow::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = *name == "mimetype";
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        archive.start_file(*name, options)?;
        archive.write_all(bytes.as_ref())?;
    }
    Ok(archive.finish()?.into_inner())
}
