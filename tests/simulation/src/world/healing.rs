//! After the faults: everybody meets the council in fair weather, and then nothing may be left anywhere. Owns the rounds
//! and what has to be true after them.

use std::collections::BTreeSet;

use sync::authority::Pictures;
use sync::replica::Replica;
use sync::{Hash, RegisterId};

use super::World;
use crate::council::CouncilStore;
use crate::desk::{Desk, fold_of, number_of, numbers_in};
use crate::invariant::i04_fold::{the_log_hashes_to_its_end, the_same_everywhere, what_is_shown_is_the_fold};
use crate::invariant::i09_quiet::{Left, all_is_quiet, nobody_waits_for};
use crate::invariant::i14_pictures::pictures_are_of_their_names;
use crate::invariant::i15_restored::what_survives_is_back;
use crate::invariant::i16_order::any_order_comes_to_the_same;
use crate::invariant::{Kept, broken};
use crate::opened::opened;

/// Rounds until everything has to be quiet.
const ROUNDS: u32 = 3;

impl<S: CouncilStore> World<S> {
    pub(crate) fn heal(&mut self, sticks_last: bool) -> Kept {
        self.note(|| "the faults stop".into());
        if !sticks_last {
            self.plug_all()?;
        }
        self.rounds()?;
        self.all_is_well()?;
        self.all_are_idle()?;
        if sticks_last && !self.sticks.is_empty() {
            self.note(|| "the last sticks come".into());
            self.plug_all()?;
            self.rounds()?;
            self.all_is_well()?;
        }
        self.checks_of_order()
    }

    fn rounds(&mut self) -> Kept {
        let active = self.active();
        for round in 1..=ROUNDS {
            self.note(|| format!("round {round}"));
            for at in &active {
                self.meet(*at, &[], 250, 1)?;
            }
            self.outcome.rounds = self.outcome.rounds.max(round);
            if active.iter().all(|at| self.left(*at).is_none()) {
                return Ok(());
            }
        }
        match active.iter().find_map(|at| self.left(*at)) {
            Some(left) => all_is_quiet(&left),
            None => Ok(()),
        }
    }

    /// A session of a desk to whom nothing is left asks one question.
    fn all_are_idle(&mut self) -> Kept {
        self.note(|| "everybody says hello once more".into());
        for at in self.active() {
            let before = self.outcome.requests;
            self.meet(at, &[], 250, 1)?;
            let asked = self.outcome.requests - before;
            // A picture that went down with the only computer that had it is asked for again each time; and a batch is
            // offered again before which something went down.
            let gone = self.desks[at].pictures_to_fetch().map_or(0, |all| all.len()) as u32;
            if asked > 1 + gone + self.stranded(at) {
                return broken(9, format!("desk {at} had nothing left to do and asked {asked} times"));
            }
        }
        Ok(())
    }

    /// Desks whose computer was not revoked.
    fn active(&mut self) -> Vec<usize> {
        let members = self.store.members();
        let revoked: BTreeSet<_> =
            members.iter().filter(|member| member.revoked).map(|member| member.key.device()).collect();
        let desks = self.desks.iter().enumerate();
        desks.filter(|(_, desk)| !revoked.contains(&desk.key.public().device())).map(|(at, _)| at).collect()
    }

    /// What is left to do at a desk, if anything is.
    fn left(&mut self, at: usize) -> Option<Left> {
        let epoch = self.store.epoch();
        let desk = &self.desks[at];
        let end = self.mirrors[&desk.register].end();
        let open = desk.kept.streams.iter().filter(|own| desk.kept.acknowledged(own.stream) < own.n());
        let unreceived = open.count() + usize::from(desk.kept.epoch != Some(epoch));
        let unsent = desk.kept.not_in_log().count();
        let foul = desk.kept.not_in_log().any(|(.., written)| is_foul(desk, &written.bytes));
        let carried = desk.carried().map_or(0, |carried| carried.len()) - self.stranded(at) as usize;
        let desk = &self.desks[at];
        let to_send = desk.pictures_to_send().map_or(0, |pictures| pictures.len());
        let wanted: Vec<Hash> =
            desk.pictures_to_fetch().map_or(Vec::new(), |all| all.iter().map(|one| one.0).collect());
        let (log, desk_end) = (end.position, desk.kept.end);
        let fetchable = wanted.iter().filter(|hash| self.store.pictures().have(**hash) == Ok(u32::MAX)).count();
        let quiet = unsent + unreceived + carried + to_send + fetchable == 0 && desk_end == end;
        (!quiet).then_some(Left {
            desk: at,
            unsent,
            unreceived,
            foul,
            carried,
            to_send,
            fetchable,
            taken: desk_end.position,
            log,
        })
    }

    /// Batches that a desk carries and before which operations are missing that nobody brings any more: what anybody has
    /// of them is in the log, or on its way.
    fn stranded(&mut self, at: usize) -> u32 {
        let (desk, aside) = (&self.desks[at], self.store.quarantined());
        let mirror = &self.mirrors[&desk.register];
        let mut stranded = BTreeSet::new();
        for batch in desk.carried().unwrap_or_default() {
            let Some(frame) = opened(&batch.frame) else { continue };
            let before = (batch.stream, frame.first - 1);
            let there = frame.first == 1 || mirror.hash_at(before.0, before.1).is_some();
            let behind_fork =
                aside.iter().any(|kept| opened(&kept.frame).is_some_and(|kept| kept.head.h == frame.before));
            let waits = stranded.contains(&before) || !there && !behind_fork && !desk.has_carried(before);
            if waits {
                stranded.insert((batch.stream, batch.last));
            }
        }
        stranded.len() as u32
    }

    fn all_is_well(&mut self) -> Kept {
        for at in self.active() {
            let desk = &self.desks[at];
            let mirror = &self.mirrors[&desk.register];
            check_shown(desk)?;
            the_same_everywhere(at, desk.fold().digest(), mirror.fold().digest())?;
            pictures_are_of_their_names(desk.kept.pictures.iter().map(|(hash, bytes)| (hash, bytes.as_ref())))?;
            self.nothing_waits_for_an_old_name(at)?;
            self.pictures_are_there(at)?;
        }
        self.registers.clone().into_iter().try_for_each(|register| self.what_survives(register))
    }

    /// What was carried over goes under its new name everywhere: nothing waits for the old one.
    fn nothing_waits_for_an_old_name(&mut self, at: usize) -> Kept {
        // A stick may bring what was written upon a fork before its desk hears of that (docs/simulation.md, known limits).
        if self.went_back || !self.sticks.is_empty() {
            return Ok(());
        }
        let desk = &self.desks[at];
        let names = desk.kept.aside.iter().map(|written| written.h.tag()).collect();
        nobody_waits_for(&names, &self.mirrors[&desk.register].fold().held())
    }

    /// Pictures that desks have and show are at the council, whatever the desks believe of it.
    fn pictures_are_there(&mut self, at: usize) -> Kept {
        let desk = &self.desks[at];
        let here = desk.pictures_shown().into_iter().filter(|hash| desk.kept.pictures.contains_key(hash));
        let missing = here.filter(|hash| self.store.pictures().have(*hash) != Ok(u32::MAX)).count();
        if missing == 0 { Ok(()) } else { broken(9, format!("desk {at} has {missing} pictures, the council has not")) }
    }

    fn what_survives(&mut self, register: RegisterId) -> Kept {
        let council = self.mirrors[&register].seen.iter().filter_map(|seen| number_of(&seen.logged.written.bytes));
        let council: BTreeSet<u32> = council.collect();
        let aside = self.store.quarantined().iter().flat_map(|batch| numbers_in(&batch.frame)).collect();
        let active = self.active();
        let desks = active.iter().map(|at| &self.desks[*at]).filter(|desk| desk.register == register);
        let survives = desks.flat_map(|desk| desk.kept.numbers_anywhere()).collect();
        let acknowledged = self.received.entry(register).or_default();
        what_survives_is_back(acknowledged, &survives, &council, &aside)
    }

    fn checks_of_order(&mut self) -> Kept {
        for (register, mirror) in &self.mirrors {
            any_order_comes_to_the_same(*register, &mirror.seen)?;
        }
        Ok(())
    }

    /// After a session: what the desk shows is what is on its disk.
    pub(crate) fn check_copy(&mut self, at: usize) -> Kept {
        let desk = &mut self.desks[at];
        let since = std::mem::replace(&mut desk.looked_at, desk.steps);
        if since == desk.steps { Ok(()) } else { check_shown(desk) }
    }
}

fn check_shown(desk: &Desk) -> Kept {
    the_log_hashes_to_its_end(&desk.kept)?;
    what_is_shown_is_the_fold(desk.fold().digest(), fold_of(&desk.kept).digest())
}

/// Whether it does not read, or its writer had no right to it.
fn is_foul(desk: &Desk, bytes: &[u8]) -> bool {
    sync::Record::from_bytes(bytes).map_or(true, |record| !desk.role.may_write(record.kind))
}
