//! What each event of a plan does. Owns the choice of whom it happens to (modulo what there is); refuses to check more
//! than the event itself.

use std::rc::Rc;

use sync::authority::{Here, Transfer, transfer};
use sync::circular::Circular;
use sync::{About, UnixMillis, short_code};

use super::{Ground, World, YEAR};
use crate::council::{CouncilStore, Lost};
use crate::desk::{Fuse, candidate};
use crate::invariant::Violation;
use crate::invariant::i02_saved::saved_is_on_the_disk;
use crate::invariant::i03_prefix::nothing_is_written_behind_an_anchor;
use crate::invariant::i15_restored::who_knows_that_it_went_back_says_so;
use crate::mirror::Mirror;
use crate::plan::{Event, Writing};

impl<S: CouncilStore> World<S> {
    pub(crate) fn happen(&mut self, event: &Event) -> Result<(), Violation> {
        match *event {
            Event::Write(desk, writing) => self.write(self.pick(desk), writing)?,
            Event::Meet(desk, ref weather, most) => self.meet(self.pick(desk), weather, most, 0)?,
            Event::Load(desk) => self.load(self.pick(desk)),
            Event::Plug(stick, port, order) => self.plug(stick, port, order)?,
            Event::Again(which) => self.again(which)?,
            Event::Forge(desk, forgery) => self.forge(self.pick(desk), forgery)?,
            Event::Pass(seconds) => self.now += i64::from(seconds) * 1_000,
            Event::Jump(desk, seconds) => {
                let desk = self.pick(desk);
                self.desks[desk].clock += i64::from(seconds) * 1_000;
            }
            Event::Closes(seconds) => self.closes(seconds),
            Event::ShortCode(desk) => self.send_short_code(self.pick(desk)),
            Event::Restore(desk, ago, anchor) => self.restore(self.pick(desk), ago, anchor),
            Event::Copy(desk) => self.copy(self.pick(desk)),
            Event::RestoreCouncil(ago, noticed) => self.restore_council(ago, noticed)?,
            Event::LoseParts => self.lose_parts(),
            Event::Revoke(desk) => self.revoke(self.pick(desk)),
            Event::Transfer(from, whom, crash) => self.transfer(from, whom, crash)?,
            Event::Circular => self.issue(),
        }
        Ok(())
    }

    pub(crate) fn pick(&self, desk: u8) -> usize {
        usize::from(desk) % self.desks.len()
    }

    fn write(&mut self, at: usize, writing: Writing) -> Result<(), Violation> {
        let now = UnixMillis(self.now);
        nothing_is_written_behind_an_anchor(&self.desks[at])?;
        let fuse = writing.crash.map(|after| Fuse { steps: 0, after });
        self.desks[at].fuse = fuse;
        let before = self.numbered;
        let (made, done) = self.desks[at].write(writing, now, &mut self.numbered);
        self.desks[at].fuse = None;
        self.chains.extend(made.iter().map(|(stream, n, h, _)| (*stream, *n, *h)));
        // Numbers are told apart even where what bore one was never durable.
        let happened = done.is_ok() || writing.crash == Some(true);
        if happened {
            self.saved[at].extend(made.iter().map(|(.., number)| *number));
        }
        self.note(|| {
            let made: Vec<_> = made
                .iter()
                .map(|(stream, n, h, number)| format!("#{number} {}:{n} {}", stream.incarnation, h.tag()))
                .collect();
            format!("    desk {at} writes {} ({})", made.join(", "), if happened { "saved" } else { "lost" })
        });
        if done.is_err() {
            self.reopen(at);
        }
        self.mix(u64::from(self.numbered - before));
        self.check_desk(at)
    }

    /// The computer starts again after a crash.
    pub(crate) fn reopen(&mut self, at: usize) {
        let desk = &mut self.desks[at];
        desk.fuse = None;
        desk.started();
        desk.open();
        self.again[at].cut_batches += 1;
    }

    /// What was saved is there, and what is shown is the fold of it.
    pub(crate) fn check_desk(&self, at: usize) -> Result<(), Violation> {
        let kept = &self.desks[at].kept;
        let disk = kept.numbers_on_disk();
        // Opening every batch carried takes long, and is seldom needed.
        let all_there = self.saved[at].is_subset(&disk);
        if all_there { Ok(()) } else { saved_is_on_the_disk(&self.saved[at], &kept.numbers_anywhere()) }
    }

    fn closes(&mut self, seconds: u32) {
        let at = UnixMillis(self.now + i64::from(seconds) * 1_000);
        self.store.close(YEAR, at);
        self.ground.closes = Some(at);
    }

    fn send_short_code(&mut self, at: usize) {
        let desk = &self.desks[at];
        let own = desk.kept.written_now();
        let (register, stream, n, h) = (desk.register, own.stream, own.n(), own.h());
        if n > 0 {
            let now = UnixMillis(self.now);
            self.store.short_code(register, &short_code(register, stream, n, h), now);
            self.ground.covers.push((stream, n, h, now));
        }
    }

    fn restore(&mut self, at: usize, ago: u8, anchor: bool) {
        let disks = &self.disks[at];
        let disk = Rc::clone(&disks[disks.len() - 1 - usize::from(ago) % disks.len()]);
        self.desks[at].restore(&disk, anchor);
        let there = disk.numbers_anywhere();
        self.saved[at].retain(|number| there.contains(number));
        self.asked[at] = disk.receipts.len();
        self.again[at].cut_batches += disk.streams.len() as u32;
        self.note(|| {
            format!("    desk {at} is back at {} operations and log {}", disk.written_now().n(), disk.end.position)
        });
    }

    /// Another computer with the same key, disk and anchor.
    fn copy(&mut self, at: usize) {
        if self.desks.len() < 8 {
            self.copied.extend([at, self.desks.len()]);
            let (desk, saved) = (self.desks[at].clone(), self.saved[at].clone());
            self.add(desk, saved);
        }
    }

    fn restore_council(&mut self, ago: u8, noticed: bool) -> Result<(), Violation> {
        let index = self.backups.len() - 1 - usize::from(ago) % self.backups.len();
        let Some((backup, ground)): Option<(S::Backup, Ground)> = self.backups[index].clone() else { return Ok(()) };
        let before: u64 = self.mirrors.values().map(|mirror| mirror.end().position).sum();
        let epoch = self.store.epoch();
        self.lived.insert(epoch);
        // A store that went back with its anchor counts on along another line: the anchor shows nothing of the first.
        let knows = noticed && self.astray != Some(epoch);
        self.store.restore(&backup, noticed);
        self.ground = ground;
        self.acknowledged.clear();
        self.issued_now.clear();
        for (again, desk) in self.again.iter_mut().zip(&self.desks) {
            again.cut_batches += 1 + desk.kept.streams.len() as u32;
        }
        for mirror in self.mirrors.values_mut() {
            *mirror = Mirror::new(mirror.register);
        }
        self.went_back()?;
        let after: u64 = self.mirrors.values().map(|mirror| mirror.end().position).sum();
        let epoch = self.store.epoch();
        self.astray = if noticed { self.astray } else { Some(epoch) };
        if knows && after < before { who_knows_that_it_went_back_says_so(&self.lived, epoch) } else { Ok(()) }
    }

    fn lose_parts(&mut self) {
        self.store.lose_parts();
    }

    fn revoke(&mut self, at: usize) {
        self.store.revoke(self.desks[at].key.public().device());
    }

    fn transfer(&mut self, from: u8, whom: u8, crash: Option<bool>) -> Result<(), Violation> {
        let from_index = usize::from(from) % self.registers.len();
        let (from, to) = (self.registers[from_index], self.registers[(from_index + 1) % self.registers.len()]);
        let values = self.mirrors[&from].fold().values();
        let there: Vec<_> = values
            .iter()
            .filter(|((_, field), value)| field == "state" && *value == "entered")
            .filter_map(|((about, _), _): (&(About, String), _)| candidate(*about))
            .collect();
        let Some(candidate) = there.get(usize::from(whom) % there.len().max(1)) else { return Ok(()) };
        let asked = Transfer { candidate: *candidate, from, to, by: "council".into(), reason: "moved house".into() };
        let (epoch, now, key) = (self.store.epoch(), self.clock(0), &self.key);
        let here = Here { epoch, now, key };
        // What did not move is dropped with its transaction, as the contract of `transfer` asks.
        let done = self
            .store
            .transact(crash != Some(false), |ledger| transfer(ledger, &here, &asked)?.map_err(|_| Lost.into()));
        self.note(|| format!("    transfer of {} from {from} to {to}: {}", asked.candidate, done.is_ok()));
        self.watch_all()
    }

    fn issue(&mut self) {
        let number = self.store.next_circular();
        let circular = Circular { number, year: YEAR, text: format!("circular {number}"), at: UnixMillis(self.now) };
        self.store.issue(&circular.sign(&self.key));
    }
}
