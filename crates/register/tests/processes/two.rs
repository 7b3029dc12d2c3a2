//! Two processes on one register.

use std::io::{BufRead, BufReader};

use register::{Error, Filter, Register};

use crate::child::key;
use crate::killed::start;

pub(crate) fn the_second_process_is_told_and_the_first_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("24505105-2026.daftari");
    let mut first = start(&path, 1);
    let mut lines = BufReader::new(first.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert_eq!(lines.next().unwrap(), "open");
    let refused = Register::open(&path, &key()).unwrap_err();
    assert!(matches!(&refused, Error::Locked { path: at } if *at == path), "{refused}");
    let saves = lines.by_ref().take(20).filter(|line| line.starts_with("saved")).count();
    assert_eq!(saves, 20, "the first process did not go on");
    first.kill().unwrap();
    first.wait().unwrap();
    let register = Register::open(&path, &key()).unwrap();
    assert!(!register.read().candidates(&Filter::default()).unwrap().is_empty());
    register.read().verify().unwrap();
    println!("test two processes on one register ... ok");
}
