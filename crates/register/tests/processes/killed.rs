//! SIGKILL at random moments: while the register is made, opened, recovered, written, merged, rewound, reopened.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use register::{Filter, Register, Which};

use crate::child::{Dice, key};

const REGISTERS: u64 = 10;
const KILLS_EACH: u64 = 32;

/// Hashes by incarnation and place.
type Reported = BTreeMap<(u64, u64), String>;

pub(crate) fn what_was_reported_saved_is_there_after_a_kill_at_any_moment() {
    let (mut kills, mut saved) = (0, 0);
    for seed in 0..REGISTERS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("24505105-2026.daftari");
        let mut dice = Dice(seed);
        let mut reported = BTreeMap::new();
        for _ in 0..KILLS_EACH {
            work_until_killed(&path, &mut dice, &mut reported);
            check(&path, &reported, seed);
            kills += 1;
        }
        saved += reported.len();
    }
    assert!(saved as u64 > kills, "the kills came too early to show anything: {saved} saves in {kills}");
    println!("test {kills} kills, {saved} operations reported saved, none lost ... ok");
}

pub(crate) fn start(path: &Path, seed: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("child").arg(path).arg(seed.to_string());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap()
}

/// Kills the child after some saves and some microseconds more; sometimes before it has opened anything.
fn work_until_killed(path: &Path, dice: &mut Dice, reported: &mut Reported) {
    let mut child = start(path, dice.roll(u64::MAX));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let hear = if dice.roll(4) == 0 { 0 } else { 1 + dice.roll(12) };
    let heard: Vec<String> = lines.by_ref().take(hear as usize).map(Result::unwrap).collect();
    let patience = Duration::from_micros(dice.roll(if hear == 0 { 40_000 } else { 8_000 }));
    let since = Instant::now();
    while since.elapsed() < patience {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the kill and is still in the pipe was reported too; a line cut by the kill was not.
    let rest = lines.map_while(Result::ok);
    for line in heard.into_iter().chain(rest) {
        let words: Vec<&str> = line.split(' ').collect();
        if let ["saved", incarnation, n, h] = words[..]
            && h.len() == 64
        {
            let before = reported.insert((incarnation.parse().unwrap(), n.parse().unwrap()), h.to_owned());
            assert!(
                n == "0" || before.is_none_or(|before| before == h),
                "operation {n} was reported twice: the first was lost"
            );
        }
    }
}

/// Every reported end of the chain is in it with its hash, so everything up to it is; and the rest is sound.
fn check(path: &Path, reported: &Reported, seed: u64) {
    if !path.exists() {
        assert!(reported.is_empty(), "seed {seed}: a register that had reported is gone");
        return;
    }
    let register = Register::open(path, &key()).unwrap();
    let read = register.read();
    let verified = read.verify().unwrap();
    let ends: BTreeMap<u64, u64> = reported.keys().copied().collect();
    assert!(verified.operations >= ends.values().sum::<u64>(), "seed {seed}");
    for incarnation in ends.into_keys() {
        for entry in read.outbox(incarnation, 1, u32::MAX).unwrap() {
            let said = reported.get(&(incarnation, entry.record.n));
            assert!(
                said.is_none_or(|h| *h == entry.h.to_string()),
                "seed {seed}: operation {} differs",
                entry.record.n
            );
        }
    }
    let all = read.candidates(&Filter { standing: Which::All, ..Filter::default() }).unwrap();
    let mut numbers: Vec<_> = all.iter().filter_map(register::Candidate::number).collect();
    let borne = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), borne, "seed {seed}: a number is borne twice");
}
