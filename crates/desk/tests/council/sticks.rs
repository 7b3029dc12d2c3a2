//! Registers on a USB stick: packed without a network, carried by another computer, the reply taken in at home.

use std::path::PathBuf;

use desk::Error;
use desk::sync::bundle::{Arrived, Packing, Reply, reply_beside, send, take_in};
use sync::Role;

use crate::place::Place;
use crate::server::Council;

fn export(place: &Place) -> PathBuf {
    let (office, council) = (place.office(), place.council().unwrap());
    let out = place.folder.path().join("stick.daftari-bundle");
    let mut packing = Packing::new(&council);
    packing.add(&office, &council, &mut place.desk(), true).unwrap();
    assert!(packing.seal(&council, &out).unwrap().operations > 0);
    out
}

fn import(place: &Place, reply: &std::path::Path) -> Result<Arrived, Error> {
    let (office, council) = (place.office(), place.council().unwrap());
    let reply = Reply::open(&council, reply)?;
    take_in(&office, &council, &mut place.desk(), &reply)
}

#[test]
fn a_desk_without_a_network_is_received_through_another_one_and_learns_it() {
    let mut council = Council::start();
    let remote = Place::enrolled("Remote", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    head.enter("OTIENO JOHN");
    head.sync();
    remote.enter("AKINYI JANE");
    let waiting = remote.state().waiting;
    let file = export(&remote);
    let text = std::fs::read(&file).unwrap();
    assert!(!text.windows(6).any(|window| window == b"AKINYI"), "nobody on the way can read it");

    let reply = reply_beside(&file);
    send(&mut head.council().unwrap(), &file, &reply).unwrap();
    let arrived = import(&remote, &reply).unwrap();
    assert_eq!((arrived.received, arrived.summary.troubles.len()), (waiting, 0), "{arrived:?}");
    assert_eq!((remote.state().waiting, remote.names().len()), (0, 2));
    head.sync();
    assert_eq!(head.digest(), remote.digest());
    assert_eq!(import(&remote, &reply).unwrap().received, 0, "a second time brings nothing more");
}

#[test]
fn stick_and_network_in_either_order_come_to_the_same() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    clerk.enter("AKINYI JANE");
    let file = export(&clerk);
    clerk.enter("OTIENO JOHN");
    assert!(clerk.sync().is_clean(), "the network was quicker");
    let reply = reply_beside(&file);
    send(&mut clerk.council().unwrap(), &file, &reply).unwrap();
    let digest = clerk.digest();
    import(&clerk, &reply).unwrap();
    assert_eq!((clerk.digest(), clerk.state().waiting), (digest, 0));
}

#[test]
fn what_was_written_after_packing_still_waits_after_the_reply() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    clerk.enter("AKINYI JANE");
    let (packed, file) = (clerk.state().waiting, export(&clerk));
    clerk.enter("OTIENO JOHN");
    let reply = reply_beside(&file);
    send(&mut clerk.council().unwrap(), &file, &reply).unwrap();
    assert_eq!(import(&clerk, &reply).unwrap().received, packed);
    assert_eq!(clerk.state().waiting, 1);
    assert!(clerk.sync().is_clean());
    assert_eq!((clerk.state().waiting, clerk.names().len()), (0, 2));
}

#[test]
fn a_reply_for_another_computer_an_altered_one_and_a_plain_file_are_refused_with_a_sentence() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    let head = Place::enrolled("Head", &mut council, Role::Head);
    clerk.enter("AKINYI JANE");
    let file = export(&clerk);
    let reply = reply_beside(&file);
    send(&mut head.council().unwrap(), &file, &reply).unwrap();
    let mut altered = std::fs::read(&reply).unwrap();
    *altered.last_mut().unwrap() ^= 1;
    let plain = clerk.folder.path().join("letter.txt");
    std::fs::write(&plain, "Dear head teacher").unwrap();
    let spoilt = clerk.folder.path().join("spoilt");
    std::fs::write(&spoilt, altered).unwrap();
    for (place, path) in [(&head, &reply), (&clerk, &spoilt), (&clerk, &plain), (&clerk, &file)] {
        let error = import(place, path).unwrap_err();
        assert!(matches!(error, Error::Bundle { .. }), "{}: {error}", path.display());
    }
    assert_eq!(clerk.state().received, 0);
}
