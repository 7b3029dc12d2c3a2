//! The window packed for installing. Owns how the toolkit's packer is called; what goes in is `src-tauri`'s
//! configuration.

use std::fs;
use std::path::PathBuf;

use crate::interface::{self, Entry};
use crate::program::{program, root, run, target};

/// Builds the window for release and packs it as these kinds (`deb`, `rpm`, `nsis`, `msi`); gives the packages' files.
pub(crate) fn bundles(kinds: &[&str]) -> anyhow::Result<Vec<PathBuf>> {
    interface::build(&[Entry::Desk])?;
    let mut packer = program("node", &["ui/node_modules/@tauri-apps/cli/tauri.js", "build", "--bundles"]);
    packer.arg(kinds.join(",")).arg("--ci").current_dir(root());
    run(packer.env("CARGO_TARGET_DIR", target()))?;
    let made = |kind: &&str| fs::read_dir(target().join("release/bundle").join(kind));
    let files = kinds.iter().map(made).collect::<Result<Vec<_>, _>>()?.into_iter().flatten();
    let packed = |path: &PathBuf| kinds.iter().any(|kind| path.extension().is_some_and(|ending| ending == *kind));
    Ok(files.filter_map(|entry| Some(entry.ok()?.path())).filter(packed).collect())
}
