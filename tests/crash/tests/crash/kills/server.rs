//! A server that is killed while it starts, serves a desk and stops. The desk goes on by itself once another serves.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{ExitStatus, Stdio};
use std::sync::mpsc::channel;

use super::programs::{Running, printed, terminate};
use super::scene::{Met, Scene};
use super::strace::{self, Passed, Spot};
use super::tries::at_each;

const SIGKILL: i32 = 9;

/// Who ended first.
#[derive(Debug, PartialEq, Eq)]
enum First {
    Desk,
    Server,
}

/// What a sync that nobody disturbs comes to, and the server's spots.
fn undisturbed(scene: &Scene) -> (Met, BTreeMap<Spot, Passed>) {
    let here = scene.copy();
    let notes = here.folder.path().join("notes");
    let server = Running::start(&here.council(), 0, &strace::noting(&notes)).unwrap();
    here.school().turn_to(&server.url);
    printed(here.school().command(&[], &["sync"]).output().unwrap(), &["sync"]);
    server.stop();
    let spots = strace::spots(&std::fs::read_to_string(notes).unwrap(), here.folder.path());
    (here.met("undisturbed"), spots)
}

/// A desk syncs with a server; where that one dies, another takes its place at the same address. How the first ended.
fn served(here: &Scene, mut server: Running) -> ExitStatus {
    here.school().turn_to(&server.url);
    let (id, port) = (server.id(), server.port());
    let (tell, told) = channel();
    let mut desk = here.school().command(&[], &["sync"]);
    desk.stdout(Stdio::null()).stderr(Stdio::null());
    std::thread::scope(|scope| {
        let of_server = tell.clone();
        let server = scope.spawn(move || {
            let ended = server.gone();
            let _ = of_server.send(First::Server);
            ended
        });
        let desk = scope.spawn(move || {
            let _ = desk.status();
            let _ = tell.send(First::Desk);
        });
        let another = match told.recv().unwrap() {
            First::Server => Running::start(&here.council(), port, &[]),
            First::Desk => {
                terminate(id);
                None
            }
        };
        desk.join().unwrap();
        drop(another);
        server.join().unwrap()
    })
}

/// Whether it was killed; then it serves again, and both sides are as if it had not been.
fn killed_at(scene: &Scene, expected: &Met, spot: &Spot, n: u32) -> bool {
    let here = scene.copy();
    let strace = strace::killing(spot, n, here.folder.path());
    let ended = Running::start(&here.council(), 0, &strace).map(|server| served(&here, server));
    let told = format!("{spot:?} {n}: {ended:?}");
    let killed = ended.is_none_or(|ended| ended.signal() == Some(SIGKILL));
    let server = Running::start(&here.council(), 0, &[]).unwrap();
    here.school().turn_to(&server.url);
    here.school().run(&["sync"]);
    assert_eq!(here.met(&told), *expected, "{told}");
    killed
}

#[test]
fn a_server_killed_at_any_call_that_writes_or_sends_loses_nothing_and_doubles_nothing() {
    strace::present();
    let scene = Scene::out_of_step();
    let (expected, spots) = undisturbed(&scene);
    expected.is_everything();
    let tally = at_each(&spots, |spot, n| killed_at(&scene, &expected, spot, n));
    let all: u32 = spots.values().map(|passed| passed.all).sum();
    println!("council: {all} calls, {tally}; 0 lost, 0 doubled");
    // The council reads what came for its console when nothing else waits, so the last calls of a run are not always made.
    assert!(tally.killed > 15 && tally.unreached * 2 < tally.killed, "{tally}");
}
