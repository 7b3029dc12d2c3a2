//! Devices that write, send and pull at any moments, as registers do: only what changes, on top of what they see.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// What a device does next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Write { device: u8, id: u8, field: u8, value: u8 },
    Withdraw { device: u8, id: u8 },
    Reinstate { device: u8, id: u8 },
    Resolve { device: u8 },
    Send { device: u8 },
    Pull { device: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    let device = 1..=3_u8;
    prop_oneof![
        8 => (device.clone(), 1..=2_u8, 0..2_u8, 0..5_u8)
            .prop_map(|(device, id, field, value)| Step::Write { device, id, field, value }),
        1 => (device.clone(), 1..=2_u8).prop_map(|(device, id)| Step::Withdraw { device, id }),
        1 => (device.clone(), 1..=2_u8).prop_map(|(device, id)| Step::Reinstate { device, id }),
        2 => device.clone().prop_map(|device| Step::Resolve { device }),
        4 => device.clone().prop_map(|device| Step::Send { device }),
        3 => device.prop_map(|device| Step::Pull { device }),
    ]
}

/// A device: the operations that it wrote, with how many are in the log, and how much of the log it has.
#[derive(Clone, Default)]
struct Device {
    wrote: Vec<Logged>,
    sent: usize,
    has: usize,
}

/// All devices and the log; of each operation, what its writer had seen.
#[derive(Default)]
struct World {
    pens: Pens,
    devices: BTreeMap<u8, Device>,
    log: Vec<Logged>,
    seen: BTreeMap<Tag, BTreeSet<Tag>>,
}

impl World {
    fn of(steps: &[Step]) -> World {
        let mut world = World::default();
        for id in 1..=2 {
            world.write(1, Kind::Enter, candidate(id), vec![field("state", "entered", None)]);
        }
        world.step(Step::Send { device: 1 });
        (1..=3).for_each(|device| world.step(Step::Pull { device }));
        steps.iter().for_each(|step| world.step(*step));
        (1..=3).for_each(|device| world.step(Step::Send { device }));
        world
    }

    fn view(&self, device: u8) -> (Fold, BTreeSet<Tag>) {
        let device = self.devices.get(&device).cloned().unwrap_or_default();
        let (mut fold, mut seen) = (fold(&self.log[..device.has]), BTreeSet::new());
        seen.extend(self.log[..device.has].iter().map(|logged| logged.h.tag()));
        for own in &device.wrote {
            if seen.insert(own.h.tag()) {
                fold.apply_own(own.stream, own.record.n, own.h, &own.record);
            }
        }
        (fold, seen)
    }

    fn write(&mut self, device: u8, kind: Kind, about: About, fields: Vec<FieldWrite>) {
        let (_, seen) = self.view(device);
        let logged = self.pens.write(device, kind, about, fields);
        self.seen.insert(logged.h.tag(), seen);
        self.devices.entry(device).or_default().wrote.push(logged);
    }

    fn change(&mut self, device: u8, kind: Kind, about: About, values: &[(&str, String)]) {
        let (fold, _) = self.view(device);
        let changed = values.iter().filter(|(field, value)| fold.value(&about, field).unwrap_or("") != value);
        let fields: Vec<_> = changed.map(|(name, value)| field(name, value, fold.tag(&about, name))).collect();
        if !fields.is_empty() {
            self.write(device, kind, about, fields);
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Write { device, id, field, value } => {
                let withdrawn = self.view(device).0.value(&candidate(id), "state") == Some("withdrawn");
                let values = [(["name", "phone"][usize::from(field)], format!("v{value}"))];
                if !withdrawn {
                    self.change(device, Kind::Change, candidate(id), &values);
                }
            }
            Step::Withdraw { device, id } => {
                self.change(device, Kind::Withdraw, candidate(id), &[("state", "withdrawn".to_owned())]);
            }
            Step::Reinstate { device, id } => {
                self.change(device, Kind::Reinstate, candidate(id), &[("state", "entered".to_owned())]);
            }
            Step::Resolve { device } => self.resolve(device),
            Step::Send { device } => {
                let device = self.devices.entry(device).or_default();
                self.log.extend_from_slice(&device.wrote[device.sent..]);
                device.sent = device.wrote.len();
            }
            Step::Pull { device } => self.devices.entry(device).or_default().has = self.log.len(),
        }
    }

    fn resolve(&mut self, device: u8) {
        let Some(conflict) = self.view(device).0.conflicts().into_iter().next() else { return };
        let name = conflict.field;
        let mut fields = vec![field("reason", "as the certificate", None)];
        for (place, branch) in conflict.branches.iter().enumerate() {
            let base = branch.tags.last().copied();
            fields.push(if place == 0 {
                field(&name, &branch.value, base)
            } else {
                field(&format!("resolved.{name}"), "", base)
            });
        }
        self.write(device, Kind::Resolve, conflict.about, fields);
    }

    /// Writes to a field, with what they wrote.
    fn writes(&self, about: About, name: &str) -> Vec<(Tag, String)> {
        let of = |logged: &Logged| {
            let write = logged.record.fields.iter().find(|write| write.field == name)?;
            (logged.record.about == about).then(|| (logged.h.tag(), write.value.clone()))
        };
        self.log.iter().filter_map(of).collect()
    }
}

fn fold(log: &[Logged]) -> Fold {
    let mut fold = Fold::new(REGISTER);
    log.iter().zip(1..).for_each(|(logged, position)| apply(&mut fold, position, logged));
    fold
}

fn told_of(fold: &Fold) -> (Hash, Vec<Conflict>, Vec<Held>) {
    (fold.digest(), fold.conflicts(), fold.held())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_value_vanishes_that_whoever_replaced_it_had_not_seen(steps in vec(step(), 0..60)) {
        let world = World::of(&steps);
        let fold = fold(&world.log);
        for (about, name) in [1, 2].into_iter().flat_map(|id| ["name", "phone", "state"].map(|name| (candidate(id), name))) {
            let writes = world.writes(about, name);
            let cell = fold.cell(&about, name);
            let stands = |value: &str| cell.is_some_and(|cell| cell.branches().iter().any(|branch| branch.value == value));
            for (_, value) in writes.iter().filter(|(_, value)| !stands(value)) {
                let had_seen = |other: &(Tag, String)| {
                    writes.iter().any(|(tag, same)| same == value && world.seen[&other.0].contains(tag))
                };
                prop_assert!(writes.iter().any(had_seen), "{name} {value} is gone");
            }
        }
        prop_assert_eq!(fold.held(), vec![]);
    }

    #[test]
    fn whoever_wrote_last_sees_what_they_wrote_until_they_take_in_the_log(steps in vec(step(), 0..40)) {
        let world = World::of(&steps);
        for device in 1..=3 {
            let (view, _) = world.view(device);
            let Device { wrote, has, .. } = &world.devices[&device];
            let on_its_way = |last: &&Logged| world.log[..*has].iter().all(|logged| logged.h != last.h);
            let Some(last) = wrote.last().filter(on_its_way) else { continue };
            for write in last.record.fields.iter().filter(|write| !is_remark(&write.field)) {
                let cell = view.cell(&last.record.about, &write.field);
                prop_assert!(cell.is_some_and(|cell| cell.branches().iter().any(|branch| branch.value == write.value)));
            }
        }
    }

    #[test]
    fn a_register_is_a_function_of_its_log_however_it_was_cut(steps in vec(step(), 0..40), cut in 0..40_usize) {
        let world = World::of(&steps);
        let cut = cut.min(world.log.len());
        let mut rest = fold(&world.log[..cut]).clone();
        for (logged, position) in world.log.iter().zip(1..).skip(cut) {
            apply(&mut rest, position, logged);
        }
        prop_assert_eq!(told_of(&rest), told_of(&fold(&world.log)));
    }

    /// Nobody is at odds, for everybody had seen everything; but streams overtake each other on their way.
    #[test]
    fn a_history_without_conflicts_comes_to_the_same_in_whatever_order_its_streams_arrive(
        steps in vec(step().prop_filter("written one after the other", |step| matches!(step, Step::Write { .. })), 0..40),
        order in vec(1..=3_u8, 0..60),
    ) {
        let together = |step: &Step| match step {
            Step::Write { device, .. } => [Step::Pull { device: *device }, *step, Step::Send { device: *device }],
            _ => [*step; 3],
        };
        let world = World::of(&steps.iter().flat_map(together).collect::<Vec<_>>());
        let mut streams: BTreeMap<StreamId, VecDeque<Logged>> = BTreeMap::new();
        world.log.iter().for_each(|logged| streams.entry(logged.stream).or_default().push_back(logged.clone()));
        let mut arrived: Vec<Logged> = Vec::new();
        arrived.extend(order.iter().filter_map(|device| streams.get_mut(&stream(*device))?.pop_front()));
        arrived.extend(streams.into_values().flatten());
        let (other, one) = (fold(&arrived), fold(&world.log));
        prop_assert_eq!(other.digest(), one.digest());
        prop_assert_eq!(other.values(), one.values());
        prop_assert_eq!((other.conflicts(), other.held()), (vec![], vec![]));
    }
}
