//! `cargo xtask check`: formatting, lints, documentation, licences. Owns what has to hold before a commit is shown to
//! anybody; tests are `cargo xtask test`'s.

use crate::interface::{self, Entry, npm};
use crate::program::{cargo, run};
use crate::setup::{self, Need};
use crate::{licences, notices};

pub(crate) fn check() -> anyhow::Result<()> {
    setup::ensure(&[Need::Build, Need::Window])?;
    interface::build(&[Entry::Desk, Entry::Console])?;
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    run(&mut npm(&["run", "--silent", "format:check"]))?;
    run(&mut npm(&["run", "--silent", "check"]))?;
    licences::check(&licences::dependencies()?)?;
    notices::check()
}
