//! Several registers, one council, and everything that can happen between them, at random: each is sound at every step,
//! and in the end all hold the same and nothing waits.

use proptest::prelude::*;
use register::{CandidateId, Epoch, Kind, Operation, Register, Seal, StreamId, restore};
use regulations::{Draft, Field};

use crate::copies::restoring;
use crate::council::Council;
use crate::support::{Desk, KEY, stamp};

const DESKS: usize = 3;

#[derive(Clone, Debug)]
enum Step {
    Enter(usize, u8),
    Change(usize, u8, Field, u8),
    Withdraw(usize, u8),
    Reinstate(usize, u8),
    Undo(usize),
    Redo(usize),
    Resolve(usize, u8),
    Receive(usize),
    Give(usize, u8),
    BackUp(usize),
    Restore(usize),
    Restart(usize),
    Reopen(usize, u8),
    /// The council's database is put back to this many positions of its log, in tenths.
    PutBack(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let desk = || 0..DESKS;
    let field = prop_oneof![Just(Field::Name), Just(Field::EntryCode), Just(Field::CandidateNo), Just(Field::Phone)];
    prop_oneof![
        4 => (desk(), any::<u8>()).prop_map(|(desk, seed)| Step::Enter(desk, seed)),
        9 => (desk(), any::<u8>(), field, any::<u8>()).prop_map(|(desk, who, field, v)| Step::Change(desk, who, field, v)),
        1 => (desk(), any::<u8>()).prop_map(|(desk, who)| Step::Withdraw(desk, who)),
        1 => (desk(), any::<u8>()).prop_map(|(desk, who)| Step::Reinstate(desk, who)),
        2 => desk().prop_map(Step::Undo),
        1 => desk().prop_map(Step::Redo),
        2 => (desk(), any::<u8>()).prop_map(|(desk, which)| Step::Resolve(desk, which)),
        4 => desk().prop_map(Step::Receive),
        4 => (desk(), any::<u8>()).prop_map(|(desk, many)| Step::Give(desk, many)),
        1 => desk().prop_map(Step::BackUp),
        1 => desk().prop_map(Step::Restore),
        1 => desk().prop_map(Step::Restart),
        1 => (desk(), any::<u8>()).prop_map(|(desk, back)| Step::Reopen(desk, back)),
        1 => (0..10_u8).prop_map(Step::PutBack),
    ]
}

struct World {
    council: Council,
    desks: Vec<Desk>,
    backed_up: Vec<bool>,
    incarnation: u64,
    epoch: u8,
}

fn value(field: Field, seed: u8) -> String {
    match field {
        Field::EntryCode => ["", "1", "3"][usize::from(seed % 3)].to_owned(),
        Field::CandidateNo => ["", "001", "002", "801"][usize::from(seed % 4)].to_owned(),
        _ => format!("V{}", seed % 4),
    }
}

impl World {
    fn new() -> World {
        let council = Council::new();
        let mut desks: Vec<Desk> = (0..DESKS).map(|_| Desk::new()).collect();
        for (desk, device) in desks.iter_mut().zip(1..) {
            council.enrol(desk.register(), device);
        }
        World { council, desks, backed_up: vec![false; DESKS], incarnation: 100, epoch: 1 }
    }

    fn someone(&mut self, desk: usize, who: u8) -> Option<CandidateId> {
        let all = self.desks[desk]
            .register()
            .read()
            .candidates(&register::Filter { standing: register::Which::All, ..register::Filter::default() });
        let all = all.unwrap();
        all.get(usize::from(who) % all.len().max(1)).map(|candidate| candidate.id)
    }

    fn transact(&mut self, desk: usize, operation: Operation) {
        match self.desks[desk].register().transact(operation, &stamp()) {
            Ok(_) | Err(register::Error::CandidateWithdrawn(_)) => {}
            Err(other) => panic!("{other}"),
        }
    }

    fn resolve(&mut self, desk: usize, which: u8) {
        let conflicts = self.desks[desk].register().read().conflicts().unwrap();
        let Some(conflict) = conflicts.get(usize::from(which) % conflicts.len().max(1)) else { return };
        let value = &conflict.branches[usize::from(which) % conflict.branches.len()].value;
        let (about, field, value) = (conflict.about, conflict.field.clone(), value.clone());
        self.transact(desk, Operation::Resolve { about, field, value, reason: "so it is".into() });
    }

    fn backup(&self, desk: usize) -> std::path::PathBuf {
        self.desks[desk].folder().join("stick.backup")
    }

    fn restore(&mut self, desk: usize) {
        let (backup, at) = (self.backup(desk), self.desks[desk].path().to_owned());
        let writer = self.desks[desk].register().read().writer().unwrap().0;
        self.desks[desk].close();
        self.incarnation += 1;
        let aside = at.with_extension(format!("replaced-{}.daftari-copy", restoring(&KEY, &KEY).at.0));
        drop(std::fs::remove_file(aside));
        let how = register::Restoring { writer, known_incarnation: self.incarnation, ..restoring(&KEY, &KEY) };
        restore(&backup, &at, &how).unwrap();
        self.desks[desk].restart();
    }

    /// As when the device heard of a fork that was none: everything but what is at the council is written again.
    fn reopen(&mut self, desk: usize, back: u8) {
        let council = &self.council;
        let register = self.desks[desk].register();
        self.incarnation += 10;
        let common = |stream: StreamId, n: u64| council.last_of(stream).0.max(n.saturating_sub(u64::from(back % 4)));
        let streams = register.read().place().unwrap().streams;
        let streams: Vec<_> = streams.iter().map(|own| (own.stream, common(own.stream, own.n))).collect();
        register.reopen(&streams, self.incarnation).unwrap();
    }

    fn put_back(&mut self, tenths: u8) {
        let kept = self.council.log.len() * usize::from(tenths) / 10;
        self.council.log.truncate(kept);
        self.epoch += 1;
        self.council.epoch = Epoch([self.epoch; 8]);
    }

    fn take(&mut self, step: &Step) {
        match *step {
            Step::Enter(desk, seed) => {
                let name = value(Field::Name, seed);
                let code = value(Field::EntryCode, seed / 4);
                let draft = Draft::with([(Field::Name, name.as_str()), (Field::EntryCode, code.as_str())]);
                self.transact(desk, Operation::EnterCandidate(draft));
            }
            Step::Change(desk, who, field, v) => {
                let Some(candidate) = self.someone(desk, who) else { return };
                let fields = vec![(field, value(field, v))];
                self.transact(desk, Operation::ChangeFields { candidate, fields });
            }
            Step::Withdraw(desk, who) => {
                let Some(candidate) = self.someone(desk, who) else { return };
                self.transact(desk, Operation::Withdraw { candidate, reason: "moved away".into() });
            }
            Step::Reinstate(desk, who) => {
                let Some(candidate) = self.someone(desk, who) else { return };
                self.transact(desk, Operation::Reinstate(candidate));
            }
            Step::Undo(desk) => drop(self.desks[desk].register().undo(&stamp()).unwrap()),
            Step::Redo(desk) => drop(self.desks[desk].register().redo(&stamp()).unwrap()),
            Step::Resolve(desk, which) => self.resolve(desk, which),
            Step::Receive(desk) => {
                self.council.rewind(self.desks[desk].register());
                self.council.receive(self.desks[desk].register());
            }
            Step::Give(desk, many) => {
                self.council.rewind(self.desks[desk].register());
                let last = self.council.log.len() * usize::from(many % 5) / 4;
                self.council.give_up_to(self.desks[desk].register(), last.min(self.council.log.len()));
            }
            Step::BackUp(desk) => {
                let to = self.backup(desk);
                self.desks[desk].register().backup(&to, Seal::SameKey).unwrap();
                self.backed_up[desk] = true;
            }
            Step::Restore(desk) if self.backed_up[desk] => self.restore(desk),
            Step::Restore(_) => {}
            Step::Restart(desk) => self.desks[desk].restart(),
            Step::Reopen(desk, back) => self.reopen(desk, back),
            Step::PutBack(tenths) => self.put_back(tenths),
        }
    }

    fn heal(&mut self) {
        for _ in 0..2 {
            for desk in 0..DESKS {
                self.council.meet(self.desks[desk].register());
                self.offer(desk);
            }
        }
        self.desks.iter_mut().for_each(|desk| self.council.meet(desk.register()));
    }

    /// Offers again what the council lost of others. (The tests' frames are the bytes of one operation.)
    fn offer(&mut self, desk: usize) {
        let register = self.desks[desk].register();
        for batch in register.read().carried().unwrap() {
            let (n, h) = self.council.last_of(batch.stream);
            let start = sync::chain_start(batch.stream.writer, batch.stream.incarnation);
            let next = sync::chain_next(h.unwrap_or(start), &batch.frame);
            if batch.last == n + 1 {
                self.council.append(batch.stream, batch.last, next, batch.frame.clone());
            }
            register.settled(&batch).unwrap();
        }
    }

    fn sound(register: &Register) {
        register.read().verify().unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn registers_that_met_hold_the_same_whatever_happened(steps in proptest::collection::vec(step(), 1..40)) {
        let mut world = World::new();
        for step in &steps {
            world.take(step);
            world.desks.iter_mut().for_each(|desk| World::sound(desk.register()));
        }
        world.heal();
        world.desks.iter_mut().for_each(|desk| World::sound(desk.register()));
        let digests: Vec<_> = world.desks.iter_mut().map(|desk| desk.register().read().digest().unwrap()).collect();
        prop_assert_eq!(digests[0], digests[1]);
        prop_assert_eq!(digests[0], digests[2]);
        for desk in &mut world.desks {
            let state = desk.register().read().sync_state().unwrap();
            prop_assert_eq!((state.waiting, state.committed), (0, 0));
            let merges = desk.register().read().next_undo().unwrap().filter(|step| step.kind == Kind::Merge);
            prop_assert!(merges.is_none());
        }
    }
}
