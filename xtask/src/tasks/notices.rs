//! `cargo xtask notices`: THIRD-PARTY-NOTICES.md from the lock file. Owns the list of what is built in without being a
//! package; refuses to name where packages come from.

use std::fmt::Write;

use anyhow::ensure;

use crate::licences::{Dependency, dependencies};
use crate::program::root;

const FILE: &str = "THIRD-PARTY-NOTICES.md";

const HEAD: &str = "# Third-party notices

Daftari is built with the packages below, each under its own licence. The texts of their licences go with every
release (`cargo xtask dist`, folder `licences`). Written by `cargo xtask notices`: do not edit by hand.

";

/// What is inside a package, or beside them, and has a licence of its own.
const WITHIN: &[(&str, &str)] = &[
    ("Noto Sans (the font of every document)", "OFL-1.1"),
    ("OpenSSL's libcrypto (the system's, under SQLCipher)", "Apache-2.0"),
    ("SQLCipher (inside libsqlite3-sys)", "BSD-3-Clause"),
    ("SQLite (inside libsqlite3-sys)", "in the public domain"),
];

pub(crate) fn notices() -> anyhow::Result<()> {
    std::fs::write(root().join(FILE), text(&dependencies()?))?;
    println!("{FILE} written");
    Ok(())
}

/// Whether the committed notices are those of the lock file.
///
/// # Errors
/// When they have drifted.
pub(crate) fn check() -> anyhow::Result<()> {
    let committed = std::fs::read_to_string(root().join(FILE)).unwrap_or_default();
    ensure!(committed == text(&dependencies()?), "{FILE} is not that of the lock file: run `cargo xtask notices`.");
    println!("notices: up to date");
    Ok(())
}

fn text(dependencies: &[Dependency]) -> String {
    let mut text = String::from(HEAD);
    text.push_str("| within | licence |\n|---|---|\n");
    for (name, licence) in WITHIN {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "| {name} | {licence} |");
    }
    text.push_str("\n| package | version | licence |\n|---|---|---|\n");
    for Dependency { name, version, licence, .. } in dependencies {
        let _ = writeln!(text, "| {name} | {version} | {licence} |");
    }
    text
}
