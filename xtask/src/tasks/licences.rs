//! The licences of everything that goes into a build. Owns the list of those this project may be shipped with; refuses
//! a dependency whose licence is not on it.

use std::path::PathBuf;

use anyhow::{Context, bail};

use crate::program::{cargo, output};

/// Licences that ask for no more than to be named and quoted.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "IJG",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// A package that is not this project's own.
pub(crate) struct Dependency {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// Its licence as an SPDX expression; empty where it names none.
    pub(crate) licence: String,
    /// Its folder on this machine.
    pub(crate) folder: PathBuf,
}

/// Every dependency that the lock file names, by name and version.
pub(crate) fn dependencies() -> anyhow::Result<Vec<Dependency>> {
    let metadata = output(&mut cargo(&["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo's metadata")?;
    let packages = metadata["packages"].as_array().context("cargo's metadata lists no packages")?;
    let mut dependencies: Vec<_> = packages.iter().filter(|package| !package["source"].is_null()).map(read).collect();
    dependencies.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(dependencies)
}

fn read(package: &serde_json::Value) -> Dependency {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    Dependency {
        name: text("name"),
        version: text("version"),
        licence: text("license").replace('/', " OR "),
        folder: manifest.parent().unwrap_or(&manifest).to_owned(),
    }
}

/// Whether every dependency may be shipped.
///
/// # Errors
/// Naming each that may not.
pub(crate) fn check(dependencies: &[Dependency]) -> anyhow::Result<()> {
    let refused: Vec<_> = dependencies.iter().filter(|dependency| !allowed(&dependency.licence)).collect();
    if refused.is_empty() {
        println!("licences: {} dependencies, all on the list", dependencies.len());
        return Ok(());
    }
    let lines = refused.iter().map(|d| format!("  {} {}: {:?}", d.name, d.version, d.licence));
    bail!(
        "These licences are not on the list of those this project ships with:\n{}",
        lines.collect::<Vec<_>>().join("\n")
    )
}

/// Whether an SPDX expression leaves a way that only uses allowed licences.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, at: 0 };
    reader.either() && reader.at == words.len()
}

/// Reads `a AND (b OR c)`, an exception after WITH only ever granting more.
struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, word: &str) -> bool {
        let there = self.words.get(self.at).is_some_and(|next| next.eq_ignore_ascii_case(word));
        self.at += usize::from(there);
        there
    }

    fn either(&mut self) -> bool {
        let mut any = self.both();
        while self.take("OR") {
            any |= self.both();
        }
        any
    }

    fn both(&mut self) -> bool {
        let mut all = self.one();
        while self.take("AND") {
            all &= self.one();
        }
        all
    }

    fn one(&mut self) -> bool {
        if self.take("(") {
            let inner = self.either();
            return self.take(")") && inner;
        }
        let known = self.words.get(self.at).is_some_and(|word| ALLOWED.contains(word));
        self.at += 1;
        if self.take("WITH") {
            self.at += 1;
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_allowed_where_one_way_through_it_is() {
        for right in ["MIT", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(allowed(right), "{right}");
        }
        for wrong in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT Apache-2.0", "GPL-2.0 WITH Classpath-exception-2.0"]
        {
            assert!(!allowed(wrong), "{wrong}");
        }
    }

    #[test]
    fn every_dependency_of_the_lock_file_may_be_shipped() {
        check(&dependencies().unwrap()).unwrap();
    }
}
