//! `cargo xtask simulate`: sync's simulation over any number of seeds, as fast as this machine goes. Owns nothing but the
//! call: the options are the simulation's own.

use crate::program::{cargo, run};
use crate::setup::{self, Need};

/// Handed on to the simulation: `--seeds N`, `--from M`, `--seed S`, `--fault NAME`, `--jobs J`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// What the simulation is asked; `--help` after `--` tells.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

pub(crate) fn simulate(options: &Options) -> anyhow::Result<()> {
    setup::ensure(&[Need::Build])?;
    let mut simulation = cargo(&["run", "--release", "--quiet", "--package", "simulation", "--"]);
    run(simulation.args(&options.arguments))
}
