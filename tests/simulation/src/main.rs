//! `simulation`: runs seeds, replays one and shortens its story, plants faults. Owns the words on the screen; refuses
//! everything that the library does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use simulation::bite::{bite_all, into_page, table};
use simulation::seeds::{Kind, Sum, run_on, run_seed, run_seeds, shortest};
use simulation::shorten::story;
use sync::fault::Fault;

/// Devices, a council and a lying network, decided by a seed.
#[derive(Parser)]
#[command(name = "simulation")]
struct Arguments {
    /// How many seeds to run.
    #[arg(long, default_value_t = 2_000)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Replays this seed, printing what happens; a story that ends badly is shortened.
    #[arg(long)]
    seed: Option<u64>,
    /// Plants this fault.
    #[arg(long, value_parser = fault)]
    fault: Option<Fault>,
    /// Plants every fault in turn, and prints the table of what caught which.
    #[arg(long)]
    faults: bool,
    /// Writes that table into this page.
    #[arg(long, requires = "faults")]
    into: Option<PathBuf>,
    /// Threads.
    #[arg(long)]
    jobs: Option<u64>,
}

fn fault(name: &str) -> Result<Fault, String> {
    let names = || Fault::ALL.iter().map(|fault| fault.name()).collect::<Vec<_>>().join(" ");
    Fault::named(name).ok_or_else(|| format!("there is no such fault; there are: {}", names()))
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let jobs = arguments.jobs.unwrap_or(cores).max(1);
    match arguments.seed {
        Some(seed) => replay(seed, arguments.fault),
        None if arguments.faults => plant_all(jobs, arguments.into.as_deref()),
        None => run_many(&arguments, jobs),
    }
}

fn run_many(arguments: &Arguments, jobs: u64) -> ExitCode {
    let start = Instant::now();
    let sum = run_seeds(arguments.from, arguments.seeds, jobs, arguments.fault);
    let seconds = start.elapsed().as_secs_f64();
    print_sum(&sum, seconds, jobs);
    for (seed, violation) in sum.broken.iter().take(20) {
        println!("seed {seed}: {violation}");
    }
    match sum.broken.first() {
        Some((seed, _)) => replay(*seed, arguments.fault),
        None => ExitCode::SUCCESS,
    }
}

fn print_sum(sum: &Sum, seconds: f64, jobs: u64) {
    let speed = sum.seeds as f64 / seconds;
    println!(
        "{} seeds in {seconds:.1} s on {jobs} threads ({speed:.0} a second): {} violations",
        sum.seeds,
        sum.broken.len()
    );
    println!("{} operations written, {} requests to the council", sum.operations, sum.requests);
    for (rounds, count) in &sum.rounds {
        println!("quiet after {rounds} rounds: {count}");
    }
    for (what, count) in &sum.met {
        println!("{count:>10}  {what}");
    }
}

fn replay(seed: u64, fault: Option<Fault>) -> ExitCode {
    let outcome = run_seed(seed, fault, true);
    println!("seed {seed}, fingerprint {:016x}", outcome.fingerprint);
    let Some(violation) = outcome.violation else {
        outcome.trace.iter().for_each(|line| println!("{line}"));
        println!("no promise was broken; quiet after {} rounds", outcome.rounds);
        return ExitCode::SUCCESS;
    };
    println!("{violation}\n\nThe shortest story found that ends so:");
    let plan = shortest(seed, fault);
    story(&plan).iter().for_each(|line| println!("  {line}"));
    println!("\nWhat happens in it:");
    let outcome = run_on(Kind::of(seed), &plan, fault, true);
    outcome.trace.iter().for_each(|line| println!("  {line}"));
    println!("{}", outcome.violation.map_or(String::new(), |violation| violation.to_string()));
    ExitCode::FAILURE
}

fn plant_all(jobs: u64, into: Option<&Path>) -> ExitCode {
    let bites = bite_all(jobs as usize);
    let table = table(&bites);
    print!("{table}");
    let missed = bites.iter().filter(|bite| bite.caught.is_none()).count();
    println!("\n{} faults planted, {missed} not caught", bites.len());
    match into.map(|page| write_into(page, &table)) {
        Some(Err(error)) => {
            eprintln!("the table could not be written: {error}");
            ExitCode::FAILURE
        }
        _ if missed == 0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn write_into(page: &Path, table: &str) -> std::io::Result<()> {
    let text = std::fs::read_to_string(page)?;
    let text = into_page(&text, table).ok_or_else(|| std::io::Error::other("the page has no place for it"))?;
    std::fs::write(page, text)
}
