//! What tests of the window have in common: a centre to begin with, screens by their headings, settings.

use std::path::{Path, PathBuf};

use desktop::Session;
use serde_json::json;

/// The code of a centre that does not exist.
pub(crate) const CENTRE: &str = "24505105";

/// Begins a centre's register, as a person has done before the test begins.
pub(crate) async fn begun(session: &Session, code: &str, kind: &str) -> anyhow::Result<()> {
    let centre = json!({"code": code, "name": "KABIRO SECONDARY", "type": kind, "year": 2026});
    session.call("registers.create", centre).await?;
    heading(session, "Home").await
}

/// Waits for the screen with this heading.
pub(crate) async fn heading(session: &Session, words: &str) -> anyhow::Result<()> {
    let quoted = serde_json::to_string(words)?;
    let there = format!("return document.querySelector('main h1')?.innerText.trim() === {quoted}");
    session.until(&format!("the heading {words}"), &there).await.map(drop)
}

/// Where pictures go, for a person to look at.
pub(crate) fn pictures() -> PathBuf {
    root().join("target/pictures/desktop")
}

/// A file of the fixtures.
pub(crate) fn fixture(name: impl AsRef<Path>) -> PathBuf {
    root().join("fixtures").join(name)
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
