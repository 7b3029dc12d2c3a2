//! The last evening before closing, on the built server over loopback. Owns the server's data folder while it lasts.

use super::{Figure, read};
use crate::program::{cargo, output, run, target};

/// The whole country over so many seconds, on the embedded store.
pub(super) fn measured(seconds: u64) -> anyhow::Result<Vec<Figure>> {
    eprintln!("the deadline, {seconds} s …");
    run(&mut cargo(&["build", "--release", "--quiet", "--bin", "sync-server"]))?;
    run(&mut cargo(&["build", "--release", "--quiet", "--package", "sync-server", "--example", "bench_surge"]))?;
    let (server, folder) = (target().join("release").join("sync-server"), target().join("bench").join("deadline"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let mut surge =
        cargo(&["run", "--release", "--quiet", "--package", "sync-server", "--example", "bench_surge", "--"]);
    let lines = output(surge.arg(server).arg(&folder).args(["--seconds", &seconds.to_string()]))?;
    std::fs::remove_dir_all(&folder)?;
    read("sync", &lines)
}
