//! Every state of a device against every state of the council, each put back from a copy of its files: the real register
//! and the real embedded store, with the line left out. The device has lost its anchor too, and every second council
//! does not notice by itself that it was put back: both must be found out from what the other side has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crash::tries;
use register::{
    CentreField, Filter, Founding, Key, NumberRanges, Operation, Register, RegisterId, Stamp, UnixMillis, WriterId,
};
use regulations::{Draft, Field};
use sync::authority::{self, Here, Ledger as _};
use sync::replica::{Limits, Session, Step};
use sync::{Role, SecretKey};
use sync_server::stores::sqlite::{Setup, Store};
use sync_server::stores::{Access as _, Device, Scope};

use crate::hand::Hand;

/// How many states of each side are kept.
const STATES: usize = 50;

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

/// The secrets of both sides.
struct Keys {
    device: SecretKey,
    council: SecretKey,
    register: Key,
}

fn keys() -> Keys {
    Keys { device: SecretKey::of(&[1; 32]), council: SecretKey::of(&[2; 32]), register: Key::raw([3; 32]) }
}

fn stamp(at: usize) -> Stamp {
    let numbers = NumberRanges { whole: (1, 499), partial: (801, 899) };
    Stamp { actor: "clerk".to_owned(), at: UnixMillis(at as i64), numbers }
}

fn made(path: &Path, keys: &Keys) -> Register {
    let centre = vec![(CentreField::Code, "24505105".to_owned()), (CentreField::Year, "2026".to_owned())];
    let writer = WriterId::of(keys.device.public().device(), REGISTER);
    let founding = Founding { writer, salt: [4; 16], centre };
    let mut register = Register::create(path, &keys.register, &founding, &stamp(0)).unwrap();
    register.enrol(REGISTER, keys.council.public()).unwrap();
    register
}

fn opened(folder: &Path, keys: &Keys) -> Store {
    let setup = Setup { durable: false, ..Setup::of(keys.council.public()) };
    Store::open(&folder.join("council.db"), &folder.join("epoch"), setup).unwrap()
}

fn enrolled(store: &mut Store, keys: &Keys) {
    let device = Device {
        key: keys.device.public(),
        name: "the head's".to_owned(),
        recipient: String::new(),
        role: Role::Head,
        scope: Scope::Centres(vec![REGISTER.centre]),
        at: UnixMillis(0),
        by: "server".to_owned(),
        revoked: None,
    };
    store.transaction(|transaction| transaction.put_device(&device)).unwrap();
}

fn enter(register: &mut Register, name: usize) {
    let name = name.to_string();
    let draft = Draft::with([(Field::Name, name.as_str())]);
    register.transact(Operation::EnterCandidate(draft), &stamp(name.len())).unwrap();
}

/// One round to its end.
fn round(register: &mut Register, store: &mut Store, keys: &Keys) {
    let mut hand = Hand { register, key: &keys.device };
    let mut session = Session::new(Limits::default());
    loop {
        match session.next(&mut hand).unwrap() {
            Step::Done(_) => break,
            Step::Stop(trouble) => panic!("{trouble}"),
            Step::Ask(ticket, request) => {
                let epoch = store.epoch();
                let here = Here { epoch, now: UnixMillis(1), key: &keys.council };
                let answer = store.transaction(|transaction| authority::answer(transaction, &here, request)).unwrap();
                session.answered(&mut hand, ticket, answer).unwrap();
            }
        }
    }
}

fn names(register: &Register) -> Vec<usize> {
    let all = register.read().candidates(&Filter::default()).unwrap();
    all.iter().map(|candidate| candidate.draft.get(Field::Name).parse().unwrap()).collect()
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Both sides after each of the last changes, each state a folder of files.
fn states(folder: &Path, keys: &Keys) -> Vec<(PathBuf, PathBuf)> {
    let (school, council) = (folder.join("school"), folder.join("council"));
    [&school, &council].iter().for_each(|path| fs::create_dir_all(path).unwrap());
    let path = school.join("practice.daftari");
    drop(made(&path, keys));
    let mut kept = Vec::with_capacity(STATES);
    for state in 0..STATES {
        let mut register = Register::open(&path, &keys.register).unwrap();
        let mut store = opened(&council, keys);
        enrolled(&mut store, keys);
        enter(&mut register, state);
        round(&mut register, &mut store, keys);
        drop((register, store));
        let (of_school, of_council) = (folder.join(format!("school-{state}")), folder.join(format!("council-{state}")));
        for (from, to) in [(&school, &of_school), (&council, &of_council)] {
            fs::create_dir_all(to).unwrap();
            copy(from, to);
        }
        kept.push((of_school, of_council));
    }
    kept
}

#[test]
fn whatever_state_both_sides_are_put_back_to_nothing_that_either_has_is_lost_or_doubled() {
    let (folder, keys) = (tempfile::tempdir().unwrap(), keys());
    let kept = states(folder.path(), &keys);
    let newest_epoch = folder.path().join("council").join("epoch");
    let all = tries((0..STATES).flat_map(|i| (0..STATES).map(move |j| (i, j))));
    for (i, j) in &all {
        let (i, j, school, council) = (*i, *j, &kept[*i].0, &kept[*j].1);
        let here = tempfile::tempdir_in(folder.path()).unwrap();
        copy(school, here.path());
        copy(council, here.path());
        let noticed = (i + j) % 2 == 0;
        if noticed {
            fs::copy(&newest_epoch, here.path().join("epoch")).unwrap();
        }
        let told = format!("device at {i}, council at {j}, noticed: {noticed}");
        let mut register = Register::open(&here.path().join("practice.daftari"), &keys.register).unwrap();
        let mut store = opened(here.path(), &keys);
        enter(&mut register, 1000);
        (0..3).for_each(|_| round(&mut register, &mut store, &keys));
        let held = store.transaction(|transaction| authority::folded(transaction, REGISTER)).unwrap();
        assert_eq!(held.digest(), register.read().digest().unwrap(), "{told}");
        let (there, expected) = (names(&register), (0..=i.max(j)).chain([1000]).collect::<BTreeSet<_>>());
        assert_eq!(there.len(), expected.len(), "{told}: {there:?}");
        assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), expected, "{told}");
        let log = store.transaction(|transaction| transaction.log_end(REGISTER)).unwrap();
        assert_eq!(register.read().sync_state().unwrap().log, log.position, "{told}");
        assert_eq!(register.read().sync_state().unwrap().waiting, 0, "{told}");
        assert!(held.conflicts().is_empty(), "{told}: {:?}", held.conflicts().len());
    }
    println!("{} of {} pairs, 0 lost, 0 doubled", all.len(), STATES * STATES);
}
