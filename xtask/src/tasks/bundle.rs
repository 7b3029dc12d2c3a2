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

/// Packs a Debian package again with xz, which every Debian reads: the toolkit's packer uses gzip, half as much again. The
/// filter for jumps in programs, which dpkg's own packer does not offer, saves a further twelfth.
fn tighter(package: &Path) -> anyhow::Result<()> {
    let (unpacked, parts) = (package.with_extension("unpacked"), package.with_extension("parts"));
    for folder in [&unpacked, &parts] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    fs::create_dir_all(&parts)?;
    run(program("dpkg-deb", &["-R"]).arg(package).arg(&unpacked))?;
    run(program("dpkg-deb", &["--root-owner-group", "-Znone", "--build"]).arg(&unpacked).arg(package))?;
    run(program("ar", &["x"]).arg(package.canonicalize()?).current_dir(&parts))?;
    run(program("xz", &[JUMPS, "--lzma2=preset=9e", "control.tar", "data.tar"]).current_dir(&parts))?;
    fs::remove_file(package)?;
    // The order is the format's: deb(5).
    let members = ["debian-binary", "control.tar.xz", "data.tar.xz"].map(|member| parts.join(member));
    run(program("ar", &["rcD"]).arg(package).args(members))?;
    fs::remove_dir_all(&parts)?;
    Ok(fs::remove_dir_all(&unpacked)?)
}

/// xz's filter for this processor's jumps.
const JUMPS: &str = if cfg!(target_arch = "aarch64") { "--arm64" } else { "--x86" };
