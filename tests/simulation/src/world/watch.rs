//! What is looked at after every request: the council's logs against all that ever was written, said and acknowledged.
//! Owns when each checker is asked; refuses to repair anything.

use std::collections::{BTreeMap, BTreeSet};

use sync::authority::{Ledger, Pictures};
use sync::message::{Answer, Hello, PicturePart, Request};
use sync::{RefusalCode, RegisterId, StreamId, UnixMillis, WriterId};

use super::World;
use super::line::parts_of;
use crate::council::{CouncilStore, Lost, Member};
use crate::desk::number_of;
use crate::invariant::i01_acknowledged::acknowledged_is_there;
use crate::invariant::i03_prefix::{it_is_kept_aside, somebody_wrote_it};
use crate::invariant::i05_overwritten::nothing_is_overwritten;
use crate::invariant::i06_home::one_home;
use crate::invariant::i07_numbers::{leases_are_apart, numbers_stay};
use crate::invariant::i08_receipts::{the_council_issued_it, the_council_took_it};
use crate::invariant::i11_cut::a_cut_costs_one;
use crate::invariant::i12_clock::{Arrival, timing_is_by_the_councils_clock, what_is_late_waits};
use crate::invariant::i13_revoked::only_who_may_comes_in;
use crate::invariant::i14_pictures::{a_part_goes_where_it_belongs, pictures_are_of_their_names};
use crate::invariant::i15_restored::who_knows_that_it_went_back_says_so;
use crate::invariant::{Kept, broken};
use crate::mirror::{Mirror, Seen};
use crate::opened::opened;

impl<S: CouncilStore> World<S> {
    /// After a request that was durable.
    pub(crate) fn watch(&mut self, request: &Request, answer: &Answer, at: UnixMillis) -> Kept {
        match (request, answer) {
            (Request::Push(frame), answer) => self.watch_push(frame, answer, at),
            (Request::Hello(hello), answer) => {
                self.watch_proof(hello, answer)?;
                self.watch_leases(hello.register)
            }
            (request, Answer::PictureTaken(now)) => self.watch_parts(parts_of(request), &[*now]),
            (request, Answer::PicturesTaken(now)) => self.watch_parts(parts_of(request), now),
            _ => Ok(()),
        }
    }

    fn watch_parts(&mut self, parts: &[PicturePart], now: &[u32]) -> Kept {
        for (part, now) in parts.iter().zip(now) {
            if *now == u32::MAX {
                self.watch_picture(part.hash)?;
            } else {
                let before = self.had.insert(part.hash, *now).unwrap_or(0);
                a_part_goes_where_it_belongs(before, (part.offset, part.bytes.len() as u32), *now)?;
            }
        }
        Ok(())
    }

    fn watch_push(&mut self, bytes: &[u8], answer: &Answer, at: UnixMillis) -> Kept {
        let Some(head) = opened(bytes).map(|frame| frame.head) else { return Ok(()) };
        let register = head.register;
        if !self.mirrors.contains_key(&register) {
            return Ok(());
        }
        self.look(register, Some(at))?;
        self.watch_homes()?;
        match answer {
            Answer::Stored(receipt) => {
                let received = receipt.received;
                let there = |n, h| self.mirrors[&register].hash_at(received.stream, n) == Some(h);
                if there(received.n, received.h) && there(head.n, head.h) && received.stream == head.stream() {
                    return Ok(());
                }
                broken(1, format!("{} of {:?} is acknowledged and not there", head.n, head.stream()))
            }
            Answer::Forked { .. } => self.watch_aside(bytes, "a fork"),
            Answer::Refused(refusal) if refusal.code == RefusalCode::Revoked => self.watch_aside(bytes, "revoked"),
            _ => Ok(()),
        }
    }

    fn watch_aside(&mut self, bytes: &[u8], why: &str) -> Kept {
        let aside = self.store.quarantined().iter().any(|batch| batch.frame == bytes);
        it_is_kept_aside(aside, why)
    }

    /// A receipt for what is not there any more proves that the database went back.
    fn watch_proof(&mut self, hello: &Hello, answer: &Answer) -> Kept {
        let (Some(proof), Answer::Welcome(welcome)) = (hello.proof, answer) else { return Ok(()) };
        let received = proof.received;
        let there = self.mirrors.get(&hello.register).and_then(|mirror| mirror.hash_at(received.stream, received.n));
        let lost = there != Some(received.h) && proof.is_of(&self.council());
        let said = BTreeSet::from([received.epoch]);
        if lost { who_knows_that_it_went_back_says_so(&said, welcome.epoch) } else { Ok(()) }
    }

    fn watch_leases(&mut self, register: RegisterId) -> Kept {
        let leases = self.store.transact(true, |ledger| ledger.leases(register));
        leases_are_apart(&leases.unwrap_or_default())
    }

    fn watch_picture(&mut self, hash: sync::Hash) -> Kept {
        let shown = self.store.pictures().get(hash, 0).ok().flatten();
        pictures_are_of_their_names(shown.iter().map(|(_, bytes)| (&hash, bytes.as_slice())))
    }

    /// After a transfer: both logs may have grown.
    pub(crate) fn watch_all(&mut self) -> Kept {
        let at = self.clock(0);
        self.registers.clone().into_iter().try_for_each(|register| self.look(register, Some(at)))?;
        self.moved = true;
        self.watch_homes()
    }

    /// After the council's database went back: what is there now is taken as it is.
    pub(crate) fn went_back(&mut self) -> Kept {
        self.went_back = true;
        self.registers.clone().into_iter().try_for_each(|register| self.look(register, None))
    }

    /// Looks at what was appended to a register's log; `at`: and judges it.
    fn look(&mut self, register: RegisterId, at: Option<UnixMillis>) -> Kept {
        let Some(mirror) = self.mirrors.get_mut(&register) else { return Ok(()) };
        let from = mirror.seen.len();
        match self.store.transact(true, |ledger| mirror.look(ledger)) {
            Ok(None) => {}
            Ok(Some(sentence)) => return broken(1, sentence),
            Err(Lost) => return broken(1, "the store gave no answer to a reader"),
        }
        if self.mirrors[&register].seen.len() == from {
            return Ok(());
        }
        if at.is_some() {
            self.judge(register, from)?;
        }
        self.mix(self.mirrors[&register].end().position);
        self.check_log(register)
    }

    fn check_log(&mut self, register: RegisterId) -> Kept {
        let Some(mirror) = self.mirrors.get_mut(&register) else { return Ok(()) };
        if let Some(acknowledged) = self.acknowledged.get(&register) {
            acknowledged_is_there(acknowledged, mirror)?;
        }
        let mut issued = std::mem::take(&mut mirror.issued);
        numbers_stay(mirror.fold(), &mut issued)?;
        let conflicts = mirror.fold().conflicts();
        let (open, wide) = (!conflicts.is_empty(), conflicts.iter().any(|conflict| conflict.branches.len() > 2));
        mirror.issued = issued;
        for (met, what) in [(open, "a log with a conflict"), (wide, "a log with a conflict of three")] {
            if met {
                *self.outcome.met.entry(what).or_default() += 1;
            }
        }
        what_is_late_waits(mirror.fold(), &mirror.seen)?;
        nothing_is_overwritten(mirror.fold(), &mirror.seen)
    }

    fn watch_homes(&self) -> Kept {
        if !self.moved {
            return Ok(());
        }
        one_home(self.mirrors.iter().map(|(register, mirror)| (*register, mirror.fold())), self.went_back)
    }

    /// Judges each operation from a place of the log on.
    fn judge(&mut self, register: RegisterId, from: usize) -> Kept {
        let council = WriterId::of(self.council().device(), register);
        let members = self.store.members();
        let by_writer: BTreeMap<WriterId, &Member> =
            members.iter().map(|member| (WriterId::of(member.key.device(), register), member)).collect();
        let mirror = &self.mirrors[&register];
        for seen in &mirror.seen[from..] {
            let logged = &seen.logged;
            if logged.stream.writer != council {
                somebody_wrote_it(&self.chains, logged.stream, logged.n, logged.written.h)?;
                only_who_may_comes_in(by_writer.get(&logged.stream.writer).copied(), register)?;
            }
            timing_is_by_the_councils_clock(&self.arrival(mirror, seen), logged.mark.timing)?;
            standing_is_by_role(by_writer.get(&logged.stream.writer).copied(), seen)?;
        }
        Ok(())
    }

    /// What is known of when an operation came, and what had been said for it before.
    fn arrival(&self, mirror: &Mirror, seen: &Seen) -> Arrival {
        let logged = &seen.logged;
        let closes = self.ground.closes;
        let covers = |(stream, n, h, at): &&(StreamId, u64, sync::Hash, UnixMillis)| {
            let here = *stream == logged.stream && *n >= logged.n && closes.is_none_or(|closes| *at < closes);
            here && self.chains.contains(&(*stream, *n, *h))
        };
        let (mut covered, mut covered_later) = (false, false);
        for (stream, n, h, _) in self.ground.covers.iter().filter(covers) {
            match mirror.hash_at(*stream, *n) {
                Some(there) if mirror.came_together(logged, *n) => covered |= there == *h,
                _ => covered_later = true,
            }
        }
        Arrival { at: logged.at, closes, covered, covered_later }
    }

    /// Receipts that a desk keeps since it was last asked.
    pub(crate) fn check_receipts(&mut self, at: usize) -> Kept {
        let desk = &self.desks[at];
        let (register, kept) = (desk.register, std::rc::Rc::clone(&desk.kept));
        let from = std::mem::replace(&mut self.asked[at], kept.receipts.len());
        for own in &kept.streams {
            the_council_took_it(&self.promised, own.stream, own.committed)?;
        }
        for receipt in kept.receipts.iter().skip(from) {
            the_council_issued_it(&self.issued, receipt)?;
            let received = receipt.received;
            let numbers = kept.own(received.stream).map_or(&[][..], |own| &own.operations).iter();
            let covered = numbers.take(received.n as usize).filter_map(|written| number_of(&written.bytes));
            self.received.entry(register).or_default().extend(covered);
            if self.issued_now.contains(&receipt.signature.0) {
                let streams = self.acknowledged.entry(register).or_default();
                streams.entry(received.stream).or_default().insert(received.n, received.h);
            }
        }
        match self.acknowledged.get(&register) {
            Some(acknowledged) if from < kept.receipts.len() => {
                acknowledged_is_there(acknowledged, &self.mirrors[&register])
            }
            _ => Ok(()),
        }
    }

    /// What a desk is about to send: whether it is anchored, and whether the council has all of it.
    pub(crate) fn check_offer(&mut self, at: usize, request: &Request) -> Kept {
        let desk = &self.desks[at];
        match request {
            Request::Push(bytes) => {
                let Some(frame) = opened(bytes) else { return Ok(()) };
                let (stream, n) = (frame.head.stream(), frame.head.n);
                if stream.writer != desk.writer() {
                    // What is carried for another comes in without the other's having a receipt.
                    self.again.iter_mut().for_each(|again| again.cut_batches += 1);
                }
                let desk = &self.desks[at];
                if stream != desk.kept.written_now().stream {
                    return Ok(());
                }
                let anchored = desk.anchor.is_some_and(|anchor| (anchor.stream, anchor.n) >= (stream, n));
                if !anchored {
                    return broken(2, format!("desk {at} offers {n} of its stream and its anchor does not say so"));
                }
                let known = self.mirrors[&desk.register].hash_at(stream, n) == Some(frame.head.h);
                self.again[at].batches += u32::from(known && !self.copied.contains(&at));
                Ok(())
            }
            request => {
                for part in parts_of(request) {
                    let have = self.store.pictures().have(part.hash).unwrap_or(0);
                    let known = have >= part.offset.saturating_add(part.bytes.len() as u32);
                    self.again[at].parts += u32::from(known);
                }
                Ok(())
            }
        }
    }

    pub(crate) fn check_again(&self, at: usize) -> Kept {
        a_cut_costs_one(&self.again[at])
    }
}

/// I10's other half: what may not take effect is marked so, by the table of roles.
fn standing_is_by_role(member: Option<&Member>, seen: &Seen) -> Kept {
    let effective = seen.logged.mark.standing == sync::Standing::Effective;
    match (member, &seen.record) {
        (Some(_), None) if effective => broken(10, "an operation that does not read takes effect"),
        (Some(member), Some(record)) if effective && !member.role.may_write(record.kind) => {
            broken(10, format!("{:?} of a {} takes effect", record.kind, member.role.name()))
        }
        _ => Ok(()),
    }
}
