//! `cargo xtask dist`: a folder and an archive to hand to a school, and the window's packages for installing. Owns what goes into it; refuses to leave out the
//! licence of anything it holds.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::bundle::bundles;
use crate::licences::{Dependency, check, dependencies};
use crate::program::{cargo, program, root, run, target};
use crate::setup::{self, Need};

/// The kinds of package that can be made here; the others are made where they are installed.
const KINDS: &[&str] = if cfg!(windows) { &["nsis", "msi"] } else { &["deb", "rpm"] };

const OWN: [&str; 4] = ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-NOTICES.md"];

pub(crate) fn dist() -> anyhow::Result<()> {
    setup::ensure(&[Need::Build, Need::Window])?;
    let dependencies = dependencies()?;
    check(&dependencies)?;
    run(&mut cargo(&["build", "--release", "--bin", "daftari"]))?;
    let name = format!("daftari-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
    let folder = target().join("dist").join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("licences"))?;
    let binary = format!("daftari{}", std::env::consts::EXE_SUFFIX);
    copy(&target().join("release").join(&binary), &folder.join(&binary))?;
    for file in OWN {
        copy(&root().join(file), &folder.join(file))?;
    }
    for dependency in &dependencies {
        licence_texts(dependency, &folder.join("licences"))?;
    }
    let archive = folder.with_file_name(format!("{name}.tar.gz"));
    run(program("tar", &["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "-czf"])
        .arg(&archive)
        .arg("-C")
        .arg(target().join("dist"))
        .arg(&name))?;
    println!("{}\n{}", folder.display(), archive.display());
    for package in bundles(KINDS)? {
        println!("{}", package.display());
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::copy(from, to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    Ok(())
}

/// Copies the licences and notices that a package brings, named after the package.
fn licence_texts(dependency: &Dependency, into: &Path) -> anyhow::Result<()> {
    const BEGINNINGS: [&str; 5] = ["license", "licence", "copying", "notice", "unlicense"];
    for entry in fs::read_dir(&dependency.folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let legal = BEGINNINGS.iter().any(|beginning| name.to_lowercase().starts_with(beginning));
        if legal && entry.file_type()?.is_file() {
            copy(&entry.path(), &into.join(format!("{}-{}-{name}", dependency.name, dependency.version)))?;
        }
    }
    Ok(())
}
