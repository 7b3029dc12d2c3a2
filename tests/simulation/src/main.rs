//! `simulation`: runs seeds, replays one, shortens its story.

use std::process::ExitCode;

use simulation::council::Memory;
use simulation::plan::draw;
use simulation::world::run;

fn main() -> ExitCode {
    let args: Vec<u64> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let (from, count) = (args[0], args[1]);
    let start = std::time::Instant::now();
    let mut bad = 0;
    let mut requests = 0u64;
    for seed in from..from + count {
        let outcome = run(Memory::new(), &draw(seed), count == 1);
        requests += u64::from(outcome.requests);
        if count == 1 {
            outcome.trace.iter().for_each(|l| println!("{l}"));
        }
        if let Some(v) = outcome.violation {
            bad += 1;
            if bad < 30 {
                println!("seed {seed}: {v}");
            }
        }
    }
    println!("{bad} bad of {count}, {requests} requests, {:?}", start.elapsed());
    ExitCode::SUCCESS
}
