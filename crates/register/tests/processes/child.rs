//! The process that is killed: it opens the register and does one operation after the other, each different, saying
//! `saved INCARNATION N H` (the chain's end) and `taken POSITION` only after the register has.

use std::io::Write;
use std::path::Path;

use register::{
    CandidateId, CentreField, Filter, Founding, Head, ImportedRow, Key, NumberRanges, Operation, Paper, Receipt,
    Register, Stamp, UnixMillis, WriterId,
};
use regulations::{Draft, Field};

use crate::council;

pub(crate) fn key() -> Key {
    Key::raw([6; 32])
}

pub(crate) fn stamp() -> Stamp {
    let numbers = NumberRanges { whole: (1, 499), partial: (801, 899) };
    Stamp { actor: "clerk".into(), at: UnixMillis(0), numbers }
}

fn founding() -> Founding {
    let centre = vec![(CentreField::Code, "24505105".to_owned()), (CentreField::Year, "2026".to_owned())];
    Founding { writer: WriterId([1; 16]), salt: [2; 16], centre }
}

/// A small generator of its own, so that a seed tells the whole session (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}

pub(crate) fn work(path: &str, seed: u64) {
    let path = Path::new(path);
    let mut register = match path.exists() {
        true => Register::open(path, &key()).unwrap(),
        false => Register::create(path, &key(), &founding(), &stamp()).unwrap(),
    };
    if register.read().council().unwrap().is_none() {
        council::enrol(&mut register);
    }
    let mut ids: Vec<_> = register.read().candidates(&Filter::default()).unwrap().iter().map(|c| c.id).collect();
    let mut dice = Dice(seed);
    say("open");
    loop {
        match dice.roll(12) {
            0 => say(&format!("taken {}", council::take(&mut register, dice.roll(9)))),
            1 => council::rewind(&mut register, dice.roll(4)),
            2 => {
                council::reopen(&mut register, dice.roll(4));
                say_head(register.head().unwrap());
            }
            _ => step(&mut register, &mut ids, &mut dice).map_or((), |receipt| say_head(receipt.head)),
        }
    }
}

fn say_head(head: Head) {
    say(&format!("saved {} {} {}", head.incarnation, head.n, head.h));
}

/// A line that is out before the next operation begins; nobody to hear it is the end.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn step(register: &mut Register, ids: &mut Vec<CandidateId>, dice: &mut Dice) -> Option<Receipt> {
    match dice.roll(10) {
        0 => register.undo(&stamp()).unwrap(),
        1 => register.redo(&stamp()).unwrap(),
        _ => {
            let operation = operation(ids, dice);
            // A refusal (somebody whose entry was undone, or who is withdrawn) is part of the day.
            let receipt = register.transact(operation, &stamp()).ok()?;
            ids.extend(&receipt.entered);
            Some(receipt)
        }
    }
}

fn operation(ids: &[CandidateId], dice: &mut Dice) -> Operation {
    let draft = |dice: &mut Dice| {
        let name = format!("MADE UP {}", dice.roll(1000));
        Draft::with([(Field::Name, name.as_str()), (Field::EntryCode, ["1", "2", "3"][dice.roll(3) as usize])])
    };
    let Some(candidate) = ids.get(dice.roll(ids.len() as u64 + 1) as usize).copied() else {
        return Operation::EnterCandidate(draft(dice));
    };
    let text = dice.roll(1_000_000).to_string();
    match dice.roll(7) {
        0 => {
            let rows = (0..dice.roll(20)).map(|_| ImportedRow { candidate: None, draft: draft(dice) }).collect();
            Operation::ImportDrafts { source: text, rows }
        }
        1 => Operation::AttachPhotograph { candidate, jpeg: text.repeat(3000).into_bytes() },
        2 => Operation::RecordPaper { candidate, paper: Paper::MedicalReport },
        3 => Operation::Withdraw { candidate, reason: text },
        4 => Operation::Reinstate(candidate),
        _ => Operation::ChangeFields { candidate, fields: vec![(Field::Phone, text)] },
    }
}
