//! A council in memory for tests: it orders what registers bring and hands it on, without frames and signatures on
//! heads. What a real one decides is tested where it is decided.

#![allow(unreachable_pub)]
use register::{Epoch, Hash, PublicKey, Register, RegisterId, StreamId, Tag, UnixMillis, WriterId};
use sync::replica::{Carried, Taken};
use sync::{DeviceId, LogEnd, Mark, Received, Role, SecretKey, Standing, Timing, log_next, log_start};

pub const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

pub struct Council {
    pub key: SecretKey,
    pub epoch: Epoch,
    pub mark: Mark,
    pub log: Vec<(Taken, Hash)>,
}

impl Council {
    pub fn new() -> Council {
        let mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Head };
        Council { key: SecretKey::of(&[9; 32]), epoch: Epoch([1; 8]), mark, log: Vec::new() }
    }

    pub fn public(&self) -> PublicKey {
        self.key.public()
    }

    pub fn enrol(&self, register: &mut Register, device: u8) {
        register.enrol(REGISTER, self.public()).unwrap();
        register.adopt(WriterId::of(DeviceId([device; 16]), REGISTER), UnixMillis(5)).unwrap();
        self.rewind(register);
    }

    /// The session's first step: the present epoch, and what both have.
    pub fn rewind(&self, register: &mut Register) {
        let here = register.read().place().unwrap();
        let same = |position: u64| self.end_at(position);
        let common = (0..=here.log.position).rev().find(|position| {
            let there = same(*position);
            there.is_some_and(|l| *position == 0 || log_at(register, *position) == Some(l))
        });
        if here.epoch != Some(self.epoch) || common != Some(here.log.position) {
            register.rewind(common.unwrap_or(0), self.epoch).unwrap();
        }
    }

    fn end_at(&self, position: u64) -> Option<Hash> {
        match position {
            0 => Some(log_start(REGISTER)),
            _ => self.log.get(position as usize - 1).map(|(_, l)| *l),
        }
    }

    pub fn end(&self) -> LogEnd {
        let position = self.log.len() as u64;
        LogEnd { position, l: self.end_at(position).unwrap() }
    }

    /// The end of a stream there.
    pub fn last_of(&self, stream: StreamId) -> (u64, Option<Hash>) {
        let last = self.log.iter().rev().find(|(taken, _)| taken.stream == stream);
        last.map_or((0, None), |(taken, _)| (taken.n, Some(taken.h)))
    }

    /// Puts one operation of any stream into the log.
    pub fn append(&mut self, stream: StreamId, n: u64, h: Hash, bytes: Vec<u8>) {
        let LogEnd { position, l } = self.end();
        let at = UnixMillis(1000 + position as i64);
        let (mark, epoch) = (self.mark, self.epoch);
        let taken = Taken { position: position + 1, epoch, stream, n, h, mark, at, bytes: Some(bytes) };
        self.log.push((taken, log_next(l, h, mark.to_bytes())));
    }

    /// Takes what the register has to send, reopening it where a stream forked, and gives receipts.
    pub fn receive(&mut self, register: &mut Register) {
        for own in register.read().place().unwrap().streams {
            let (n, h) = self.last_of(own.stream);
            if n > 0 && n <= own.n && register.read().hash_at(own.stream, n).unwrap() != h {
                let last = register.read().writer().unwrap().1;
                let common = (0..n).rev().find(|n| self.hash(own.stream, *n) == hash(register, own.stream, *n));
                register.reopen(&[(own.stream, common.unwrap())], last + 10).unwrap();
                return self.receive(register);
            }
            let entries = register.read().outbox(own.stream.incarnation, n + 1, u32::MAX).unwrap();
            let (_, sent) = register.read().operations(own.stream, (n + 1).min(own.n + 1), usize::MAX).unwrap();
            for (entry, bytes) in entries.into_iter().zip(sent) {
                self.append(own.stream, entry.record.n, entry.h, bytes);
            }
            self.sign_for(register, own.stream);
        }
    }

    fn hash(&self, stream: StreamId, n: u64) -> Option<Hash> {
        self.log.iter().find(|(taken, _)| taken.stream == stream && taken.n == n).map(|(taken, _)| taken.h)
    }

    fn sign_for(&self, register: &mut Register, stream: StreamId) {
        let (n, h) = self.last_of(stream);
        if let (Some(h), Some(_)) = (h, register.read().hash_at(stream, n).unwrap()) {
            let log = self.end();
            let said = Received { epoch: self.epoch, register: REGISTER, stream, n, h, log, at: UnixMillis(7) };
            register.acknowledge(&said.sign(&self.key)).unwrap();
        }
    }

    /// Hands over the log from where the copy ends.
    pub fn give(&self, register: &mut Register) {
        self.give_up_to(register, self.log.len());
    }

    pub fn give_up_to(&self, register: &mut Register, last: usize) {
        let from = register.read().place().unwrap().log.position as usize;
        let Some(news) = self.log.get(from..last).filter(|news| !news.is_empty()) else { return };
        let own = |taken: &Taken| hash(register, taken.stream, taken.n) == Some(taken.h);
        let strip = |(taken, _): &(Taken, Hash)| match own(taken) {
            true => Taken { bytes: None, ..taken.clone() },
            false => taken.clone(),
        };
        let taken: Vec<Taken> = news.iter().map(strip).collect();
        let foreign = taken.iter().filter(|taken| taken.bytes.is_some());
        let carried: Vec<Carried> = foreign
            .map(|taken| Carried { stream: taken.stream, last: taken.n, frame: taken.bytes.clone().unwrap() })
            .collect();
        let end = LogEnd { position: last as u64, l: self.end_at(last as u64).unwrap() };
        register.take(&taken, &carried, end).unwrap();
    }

    pub fn meet(&mut self, register: &mut Register) {
        self.rewind(register);
        self.receive(register);
        self.give(register);
    }
}

fn hash(register: &Register, stream: StreamId, n: u64) -> Option<Hash> {
    match n {
        0 => None,
        n => register.read().hash_at(stream, n).unwrap(),
    }
}

/// The log's chain at a position of a copy: tests keep none but the end, so the whole copy or nothing is in common.
fn log_at(register: &Register, position: u64) -> Option<Hash> {
    let end = register.read().place().unwrap().log;
    (end.position == position).then_some(end.l)
}

/// The tag of the operation that the register's latest change ended with.
pub fn last_tag(register: &Register) -> Tag {
    register.head().unwrap().h.tag()
}
