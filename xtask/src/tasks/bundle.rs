//! The window packed for installing. Owns how the toolkit's packer is called; what goes in is `src-tauri`'s
//! configuration.

use std::fs;
use std::path::{Path, PathBuf};

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
    let files: Vec<PathBuf> = files.filter_map(|entry| Some(entry.ok()?.path())).filter(packed).collect();
    for package in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "deb")) {
        tighter(package)?;
    }
    Ok(files)
}

/// Packs a Debian package again with xz, which every Debian reads: the toolkit's packer uses gzip, half as much again.
fn tighter(package: &Path) -> anyhow::Result<()> {
    let unpacked = package.with_extension("unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)?;
    }
    run(program("dpkg-deb", &["-R"]).arg(package).arg(&unpacked))?;
    run(program("dpkg-deb", &["--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build"])
        .arg(&unpacked)
        .arg(package))?;
    Ok(fs::remove_dir_all(&unpacked)?)
}
