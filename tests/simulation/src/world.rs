//! A world: desks, sticks, servers, one council, and everything that ever was written and acknowledged in it, kept
//! outside of them all. Owns how a plan is carried out; refuses to draw chance.

mod events;
mod forge;
mod healing;
mod line;
mod meeting;
mod sticks;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use sync::message::Request;
use sync::replica::Limits;
use sync::{PublicKey, Receipt, RegisterId, SecretKey, StreamId, UnixMillis};

use crate::council::{CouncilStore, Member};
use crate::desk::{Desk, Kept as Disk};
use crate::invariant::Violation;
use crate::invariant::i01_acknowledged::Acknowledged;
use crate::invariant::i03_prefix::Chains;
use crate::invariant::i08_receipts::Issued;
use crate::invariant::i11_cut::Again;
use crate::mirror::Mirror;
use crate::opened;
use crate::plan::{Event, Plan};

/// The examination's year.
pub const YEAR: u16 = 2026;

/// The council's key, in every world.
#[must_use]
pub fn council_key() -> SecretKey {
    SecretKey::of(&[0xC0; 32])
}

/// What the council has said and heard that bears on timing: goes back with its database.
#[derive(Clone, Default)]
pub(crate) struct Ground {
    closes: Option<UnixMillis>,
    /// Heads and short codes that were durable, and when.
    covers: Vec<(StreamId, u64, sync::Hash, UnixMillis)>,
}

/// A stick.
#[derive(Clone)]
pub(crate) struct Stick {
    register: RegisterId,
    frames: Vec<Vec<u8>>,
    pictures: Vec<(sync::Hash, Vec<u8>)>,
    receipts: Vec<Receipt>,
}

/// What came of a plan.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The promise found broken, if one was.
    pub violation: Option<Violation>,
    /// Rounds until everything was quiet.
    pub rounds: u32,
    /// Requests that reached the council.
    pub requests: u32,
    /// Operations written.
    pub operations: u32,
    /// What was met, and how often.
    pub met: BTreeMap<&'static str, u32>,
    /// What happened, line by line, when it was asked for.
    pub trace: Vec<String>,
    /// A hash of everything that happened, to compare two runs by.
    pub fingerprint: u64,
}

/// A world.
pub struct World<S: CouncilStore> {
    pub(crate) store: S,
    pub(crate) key: SecretKey,
    pub(crate) now: i64,
    pub(crate) servers: Vec<i64>,
    pub(crate) limits: Limits,
    pub(crate) registers: Vec<RegisterId>,
    pub(crate) desks: Vec<Desk>,
    /// Each desk's disk after each event that touched it.
    pub(crate) disks: Vec<Vec<Rc<Disk>>>,
    /// The council's database after each event, where it goes back there.
    pub(crate) backups: Vec<Option<(S::Backup, Ground)>>,
    pub(crate) sticks: Vec<Stick>,
    pub(crate) requests: Vec<Request>,
    pub(crate) ground: Ground,
    pub(crate) mirrors: BTreeMap<RegisterId, Mirror>,
    pub(crate) acknowledged: BTreeMap<RegisterId, Acknowledged>,
    /// Operations that were ever acknowledged.
    pub(crate) received: BTreeMap<RegisterId, BTreeSet<u32>>,
    pub(crate) saved: Vec<BTreeSet<u32>>,
    pub(crate) chains: Chains,
    pub(crate) issued: Issued,
    /// Of these, the ones given since the council's database last went back.
    pub(crate) issued_now: Issued,
    pub(crate) again: Vec<Again>,
    /// Desks whose key is on another computer too.
    pub(crate) copied: BTreeSet<usize>,
    /// How many of its receipts each desk was already asked about.
    pub(crate) asked: Vec<usize>,
    pub(crate) members: BTreeMap<sync::DeviceId, Member>,
    pub(crate) numbered: u32,
    /// Bytes that there were of the pictures of which parts came last.
    pub(crate) had: BTreeMap<sync::Hash, u32>,
    /// Ends of streams whose commitment was durable.
    pub(crate) promised: BTreeSet<(StreamId, u64)>,
    /// Whether a candidate was moved.
    pub(crate) moved: bool,
    /// Lives of the council's database that a restore ended.
    pub(crate) lived: BTreeSet<sync::Epoch>,
    /// Whether the council's database went back.
    pub(crate) went_back: bool,
    /// The life in which it last went back with its anchor, unnoticed.
    pub(crate) astray: Option<sync::Epoch>,
    pub(crate) outcome: Outcome,
    pub(crate) traced: bool,
}

/// Carries out a plan on a store, to the end or to the first broken promise.
pub fn run<S: CouncilStore>(store: S, plan: &Plan, traced: bool) -> Outcome {
    let mut world = World::new(store, plan, traced);
    let found = world.live(plan).err();
    opened::forget();
    world.outcome.violation = found;
    world.outcome.operations = world.numbered;
    world.outcome
}

impl<S: CouncilStore> World<S> {
    fn new(store: S, plan: &Plan, traced: bool) -> World<S> {
        let registers: Vec<_> =
            (0..u32::from(plan.centres)).map(|n| RegisterId { centre: 24_505_101 + n, year: YEAR }).collect();
        let mut world = World {
            store,
            key: council_key(),
            now: 1_780_000_000_000,
            servers: plan.servers.clone(),
            limits: limits(plan),
            mirrors: registers.iter().map(|register| (*register, Mirror::new(*register))).collect(),
            registers,
            desks: Vec::new(),
            disks: Vec::new(),
            backups: Vec::new(),
            sticks: Vec::new(),
            requests: Vec::new(),
            ground: Ground::default(),
            acknowledged: BTreeMap::new(),
            received: BTreeMap::new(),
            saved: Vec::new(),
            chains: Chains::default(),
            issued: Issued::new(),
            issued_now: Issued::new(),
            again: Vec::new(),
            copied: BTreeSet::new(),
            asked: Vec::new(),
            members: BTreeMap::new(),
            numbered: 0,
            had: BTreeMap::new(),
            promised: BTreeSet::new(),
            moved: false,
            lived: BTreeSet::new(),
            went_back: false,
            astray: None,
            outcome: Outcome::default(),
            traced,
        };
        plan.desks.iter().for_each(|(computer, centre, role)| world.furnish(*computer, *centre, *role));
        world
    }

    /// Sets up a desk and enrols its computer.
    fn furnish(&mut self, computer: u8, centre: u8, role: sync::Role) {
        let register = self.registers[usize::from(centre) % self.registers.len()];
        let key = Rc::new(SecretKey::of(&[computer + 1; 32]));
        let role = self.members.get(&key.public().device()).map_or(role, |member| member.role);
        let (device, public) = (key.public().device(), key.public());
        let member = Member { key: public, role, registers: Vec::new(), revoked: false };
        let member = self.members.entry(device).or_insert(member);
        if !member.registers.contains(&register) {
            member.registers.push(register);
        }
        self.store.enrol(&member.clone());
        let desk = Desk::new(key, self.council(), role, register);
        self.add(desk, BTreeSet::new());
    }

    pub(crate) fn add(&mut self, desk: Desk, saved: BTreeSet<u32>) {
        self.disks.push(vec![Rc::clone(&desk.kept)]);
        self.asked.push(desk.kept.receipts.len());
        self.desks.push(desk);
        self.saved.push(saved);
        self.again.push(Again::default());
    }

    pub(crate) fn council(&self) -> PublicKey {
        self.key.public()
    }

    fn live(&mut self, plan: &Plan) -> Result<(), Violation> {
        let wanted = wanted(plan);
        self.back_up(wanted.contains(&0));
        for (event, after) in plan.events.iter().zip(1..) {
            self.note(|| format!("{event:?}"));
            self.happen(event)?;
            self.back_up(wanted.contains(&after));
            self.now += 1_000;
        }
        self.heal(plan.sticks_last)
    }

    fn back_up(&mut self, wanted: bool) {
        let backup = wanted.then(|| (self.store.back_up(), self.ground.clone()));
        self.backups.push(backup);
        for (disks, desk) in self.disks.iter_mut().zip(&self.desks) {
            if !disks.last().is_some_and(|last| Rc::ptr_eq(last, &desk.kept)) {
                disks.push(Rc::clone(&desk.kept));
            }
        }
    }

    pub(crate) fn note(&mut self, line: impl FnOnce() -> String) {
        if self.traced {
            self.outcome.trace.push(line());
        }
    }

    /// Counts something that is not met every day.
    pub(crate) fn meets(&mut self, what: &'static str) {
        *self.outcome.met.entry(what).or_default() += 1;
    }

    /// Mixes something that happened into the fingerprint.
    pub(crate) fn mix(&mut self, what: u64) {
        let mixed = self.outcome.fingerprint.rotate_left(7) ^ what;
        self.outcome.fingerprint = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// After how many events the council's database is backed up: where a restore of the plan goes back to.
fn wanted(plan: &Plan) -> BTreeSet<usize> {
    let restores = plan.events.iter().enumerate().filter_map(|(before, event)| match event {
        Event::RestoreCouncil(ago, _) => Some(before - usize::from(*ago) % (before + 1)),
        _ => None,
    });
    restores.collect()
}

fn limits(plan: &Plan) -> Limits {
    Limits {
        batch_operations: usize::from(plan.batch),
        picture_bytes: (64, 1 << 10),
        first_pictures: 256,
        part_bytes: 128,
        pull_bytes: 512,
        ..Limits::default()
    }
}
