//! No network, a council that comes back, a session that ended, a computer revoked, a register from an old copy.

use desk::sync::{Ended, Failure, enrol};
use desk::{ErrorClass, Notice, TakenUp};
use sync::{DeviceId, RefusalCode, Role};
use sync_server::access::revocation;
use sync_server::stores::Subject;

use crate::place::Place;
use crate::server::Council;

impl Council {
    /// Revokes a device, on the server's own word.
    pub(crate) fn revoke(&self, device: DeviceId) {
        let now = self.office().now();
        self.at_the_store(move |store| {
            let device = store.device(device)?.expect("it was enrolled");
            revocation::set_revoked(store, "test", device, now)
        });
    }
}

#[test]
fn without_a_network_nothing_is_lost_and_it_is_said_in_one_sentence() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    council.close();
    clerk.enter("AKINYI JANE");
    let report = clerk.sync();
    let error = report.error().unwrap();
    assert!(matches!(report.ended, Ended::Cut(Failure::Unreachable(_))), "{report:?}");
    assert_eq!(error.class(), ErrorClass::Server);
    assert!(error.to_string().contains("Nothing is lost") && !error.to_string().contains('\n'), "{error}");
    let waiting = clerk.state().waiting;
    assert!(waiting > 0);
    council.open();
    assert_eq!(clerk.sync().summary.operations_sent, waiting);
    assert_eq!((clerk.state().waiting, clerk.state().received), (0, waiting));
}

#[test]
fn a_session_that_ended_is_begun_again_with_the_computers_key() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    assert!(clerk.sync().is_clean());
    let device = clerk.council().unwrap().identity().device();
    council.at_the_store(move |store| store.end_sessions(&Subject::Device(device)));
    clerk.enter("AKINYI JANE");
    assert!(clerk.sync().is_clean());
    std::fs::write(clerk.folder.path().join("data/session.sealed"), "not what was sealed").unwrap();
    assert!(clerk.sync().is_clean());
}

#[test]
fn a_revoked_computer_is_told_so_and_keeps_what_it_has() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    clerk.sync();
    council.revoke(clerk.council().unwrap().identity().device());
    let candidate = clerk.enter("AKINYI JANE");
    let report = clerk.sync();
    let code = if let Ended::Cut(failure) = &report.ended { failure.code() } else { None };
    assert_eq!(code, Some(RefusalCode::Revoked), "{report:?}");
    assert_eq!(clerk.value(candidate, regulations::Field::Name), "AKINYI JANE");
}

#[test]
fn a_register_put_back_from_a_copy_goes_on_beside_what_was_sent_and_both_are_there() {
    let mut council = Council::start();
    let clerk = Place::enrolled("Clerk", &mut council, Role::Clerk);
    clerk.enter("AKINYI JANE");
    clerk.sync();
    let copy = clerk.folder.path().join("copy.daftari");
    clerk.close();
    std::fs::copy(clerk.file(), &copy).unwrap();
    clerk.enter("OTIENO JOHN");
    clerk.sync();
    clerk.close();
    std::fs::copy(&copy, clerk.file()).unwrap();
    let notices = clerk.desk().take_notices();
    assert!(matches!(notices[..], [Notice::TakenUp(TakenUp::Restored { incarnation: 2 })]), "{notices:?}");
    clerk.close();
    assert!(clerk.desk().take_notices().is_empty(), "it is said once");
    clerk.enter("WANJIRU MARY");
    assert!(clerk.sync().is_clean());
    assert_eq!(clerk.names(), ["AKINYI JANE", "OTIENO JOHN", "WANJIRU MARY"]);
    assert!(council.at_the_store(|store| store.quarantined(0, 9)).is_empty(), "no fork ever came to the council");
}

#[test]
fn a_register_that_another_computer_wrote_is_taken_up_with_all_that_waits() {
    let mut council = Council::start();
    let (old, new) = (Place::new("Old"), Place::enrolled("New", &mut council, Role::Clerk));
    old.enter("AKINYI JANE");
    old.close();
    new.close();
    std::fs::copy(old.file(), new.file()).unwrap();
    let notices = new.desk().take_notices();
    assert!(matches!(notices[..], [Notice::TakenUp(TakenUp::FromAnother { incarnation: 2 })]), "{notices:?}");
    assert!(new.sync().is_clean());
    let head = Place::enrolled("Head", &mut council, Role::Head);
    head.sync();
    assert_eq!(head.names(), ["AKINYI JANE"]);
    assert_eq!(head.digest(), new.digest());
}

#[test]
fn a_register_of_a_centre_out_of_scope_is_refused_alone() {
    let mut council = Council::start();
    let place = Place::new("Clerk");
    let code = council.code_for(Role::Clerk, sync_server::stores::Scope::Centres(vec![24_505_106]));
    enrol(&place.office(), &council.url(), &code, "Clerk", false, desk::sync::Cancel::default()).unwrap();
    place.enter("AKINYI JANE");
    let report = place.sync();
    let code = if let Ended::Cut(failure) = &report.ended { failure.code() } else { None };
    assert_eq!(code, Some(RefusalCode::ForeignCentre), "{report:?}");
    assert!(report.concerns_this_register());
}
