//! `cargo xtask fixtures`: the committed fixtures, written again. Owns the generator's folders: what it no longer makes is
//! removed from them; other files beside them are left alone.

use std::fs;
use std::path::Path;

use xtask::fixtures;

use crate::program::root;

pub(crate) fn fixtures() -> anyhow::Result<()> {
    let folder = root().join("fixtures");
    let files = fixtures::all()?;
    for owned in fixtures::FOLDERS {
        let path = folder.join(owned);
        if path.exists() {
            fs::remove_dir_all(path)?;
        }
    }
    let mut bytes = 0;
    for (path, content) in files.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, content)?;
        bytes += content.len();
    }
    println!("{}: {} files, {} kB", folder.display(), files.iter().count(), bytes / 1000);
    Ok(())
}
