//! A desk that is killed while it syncs.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;

use super::programs::{Running, printed};
use super::scene::{Met, Scene};
use super::strace::{self, Passed, Spot};
use super::tries::at_each;

const SIGKILL: i32 = 9;

/// What a sync that nobody disturbs comes to, and its spots.
fn undisturbed(scene: &Scene) -> (Met, BTreeMap<Spot, Passed>) {
    let here = scene.copy();
    let server = Running::start(&here.council(), 0, &[]).unwrap();
    here.school().turn_to(&server.url);
    let notes = here.folder.path().join("notes");
    printed(here.school().command(&strace::noting(&notes), &["sync"]).output().unwrap(), &["sync"]);
    let spots = strace::spots(&std::fs::read_to_string(notes).unwrap(), here.folder.path());
    (here.met("undisturbed"), spots)
}

/// Whether it was killed; then it syncs again, and both sides are as if it had not been.
fn killed_at(scene: &Scene, expected: &Met, spot: &Spot, n: u32) -> bool {
    let here = scene.copy();
    let server = Running::start(&here.council(), 0, &[]).unwrap();
    let school = here.school();
    school.turn_to(&server.url);
    let strace = strace::killing(spot, n, here.folder.path());
    let ended = school.command(&strace, &["sync"]).output().unwrap().status;
    let told = format!("{spot:?} {n}: {ended}");
    assert!(ended.success() || ended.signal() == Some(SIGKILL), "{told}");
    school.run(&["sync"]);
    assert_eq!(here.met(&told), *expected, "{told}");
    !ended.success()
}

#[test]
fn a_desk_killed_at_any_call_that_writes_or_sends_loses_nothing_and_doubles_nothing() {
    strace::present();
    let scene = Scene::out_of_step();
    let (expected, spots) = undisturbed(&scene);
    expected.is_everything();
    let tally = at_each(&spots, |spot, n| killed_at(&scene, &expected, spot, n));
    let all: u32 = spots.values().map(|passed| passed.all).sum();
    println!("desk: {all} calls, {tally}; 0 lost, 0 doubled");
    assert!(tally.killed > 20 && tally.unreached * 10 < tally.killed, "{tally}");
}
