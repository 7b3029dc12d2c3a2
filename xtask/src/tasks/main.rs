//! `cargo xtask`: the project's own tasks. Owns their command line; each task is a file of its own.

mod bench;
mod bundle;
mod check;
mod dictionary;
mod dist;
mod fixtures;
mod interface;
mod licences;
mod notices;
mod program;
mod run;
mod sample;
mod setup;
mod simulate;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The tasks of the Daftari workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Tasks {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build, import the fixtures into practice registers, and write every document into out/.
    Run,
    /// Set the machine up and run every test; `--thorough` fails at every place, not at every third.
    Test(test::Options),
    /// Formatting, lints, documentation and licences.
    Check,
    /// Measure against floors and peers; prints ratios and writes target/bench/bench.json.
    Bench(bench::Options),
    /// Simulate sync over many seeds; `--seeds N`, `--seed S` to replay one.
    Simulate(simulate::Options),
    /// Write a made-up country's entries as one CSV file.
    Sample(sample::Options),
    /// Write the committed fixtures again from their seed.
    Fixtures,
    /// Train the dictionary of batches again.
    Dictionary,
    /// Write THIRD-PARTY-NOTICES.md again.
    Notices,
    /// Pack a release: the program, its licences and those of everything in it.
    Dist,
}

fn main() -> ExitCode {
    match done(Tasks::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn done(task: Task) -> anyhow::Result<()> {
    match task {
        Task::Run => run::run(),
        Task::Test(options) => test::test(&options),
        Task::Check => check::check(),
        Task::Bench(options) => bench::bench(&options),
        Task::Simulate(options) => simulate::simulate(&options),
        Task::Sample(options) => sample::sample(&options),
        Task::Fixtures => fixtures::fixtures(),
        Task::Dictionary => dictionary::dictionary(),
        Task::Notices => notices::notices(),
        Task::Dist => dist::dist(),
    }
}
