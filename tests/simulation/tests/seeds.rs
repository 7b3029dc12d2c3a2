//! What a change must pass before it is anybody's: 2,000 seeds, every planted fault, and the same end for the same seed.

use simulation::bite::bite_all;
use simulation::seeds::{run_seed, run_seeds, shortest};
use sync::fault::Fault;

const JOBS: u64 = 2;

#[test]
fn two_thousand_seeds_break_no_promise_and_are_quiet_within_three_rounds() {
    let sum = run_seeds(0, 2_000, JOBS, None);
    assert_eq!(sum.broken, [], "replay the first with: cargo xtask simulate --seed N");
    assert_eq!(sum.seeds, 2_000);
    assert!(sum.rounds.keys().all(|rounds| *rounds <= 3), "{:?}", sum.rounds);
    let rare = ["a fork located", "proof shown", "a copy of the log taken back", "an answer that came after its time"];
    assert!(rare.iter().all(|what| sum.met.get(what).is_some_and(|count| *count > 20)), "{:?}", sum.met);
}

#[test]
fn every_planted_fault_is_caught_within_a_thousand_seeds() {
    let bites = bite_all(JOBS as usize);
    let missed: Vec<_> = bites.iter().filter(|bite| bite.caught.is_none()).map(|bite| bite.fault.name()).collect();
    assert!(missed.is_empty(), "{missed:?}");
    assert!(bites.len() >= 30);
}

#[test]
fn a_seed_is_replayed_byte_for_byte() {
    for seed in [1, 19, 42, 777] {
        let (first, second) = (run_seed(seed, None, true), run_seed(seed, None, true));
        assert!(first.trace.len() > 10);
        assert_eq!((first.trace, first.fingerprint), (second.trace, second.fingerprint), "seed {seed}");
    }
}

#[test]
fn a_story_that_ends_badly_is_told_in_a_few_events() {
    let fault = Some(Fault::ReopenDrops);
    let seed = (0..1_000).find(|seed| run_seed(*seed, fault, false).violation.is_some()).unwrap();
    let plan = shortest(seed, fault);
    assert!((1..=8).contains(&plan.events.len()), "{plan:?}");
}
