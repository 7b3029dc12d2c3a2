//! The window: what its first page loads, what its package weighs, and the real window beside the least one. Owns the
//! builds that this needs; the measuring is `tests/desktop`'s.

use std::fs;

use anyhow::Context;
use serde_json::json;

use super::{Figure, read};
use crate::bundle::bundles;
use crate::interface::npm;
use crate::program::{cargo, output, run};

/// Packs the window, starts the program that was packed beside the bare one, and weighs both.
pub(super) fn measured() -> anyhow::Result<Vec<Figure>> {
    eprintln!("desk …");
    let package = bundles(&["deb"])?.into_iter().next().context("no package was made")?;
    let mut figures = vec![figure("package for Debian", &json!({"bytes": fs::metadata(&package)?.len()}))];
    figures.extend(first_page()?);
    run(&mut cargo(&["build", "--release", "--quiet", "-p", "daftari-window", "--example", "bare"]))?;
    let lines = output(&mut cargo(&["run", "--release", "--quiet", "-p", "desktop", "--example", "bench_desk"]))?;
    figures.extend(read("desk", &lines)?);
    Ok(figures)
}

/// What `npm run size` says of the desk: `desk: first page 33.8 kB gz JavaScript ...`.
fn first_page() -> anyhow::Result<Option<Figure>> {
    let said = output(&mut npm(&["run", "--silent", "size"]))?;
    let kilobytes =
        said.lines().find_map(|line| line.strip_prefix("desk: first page ")?.split(' ').next()?.parse::<f64>().ok());
    Ok(kilobytes.map(|kilobytes| figure("first page's JavaScript, gzipped", &json!({"bytes": kilobytes * 1000.0}))))
}

fn figure(what: &str, values: &serde_json::Value) -> Figure {
    Figure { suite: "desk", what: what.to_owned(), values: values.as_object().cloned().unwrap_or_default() }
}
