//! A line that is cut after any byte of a session, in either direction.

use crash::proxy::{Proxy, Way};
use crash::tries;

use crate::council::Council;
use crate::office::{REGISTER, School};

/// A council and a school with a line between them, in step.
fn met(folder: &std::path::Path) -> (Council, Proxy, School) {
    let council = Council::at(&folder.join("council"));
    let proxy = Proxy::to(council.server.address).unwrap();
    let mut school = School::at(&folder.join("school"));
    school.enrol(&format!("http://{}", proxy.address), &council.code(REGISTER.centre));
    school.enter();
    let report = school.sync();
    assert!(report.error().is_none(), "{:?}", report.error());
    (council, proxy, school)
}

/// One round that is cut after so many bytes, then one that is not: what is to be so after it.
fn cut_at(council: &Council, proxy: &Proxy, school: &mut School, way: Way, bytes: u64) {
    let before = council.end(REGISTER).position;
    school.amend();
    proxy.cut_after(way, bytes);
    let cut = school.sync();
    proxy.heal();
    let whole = school.sync();
    let told = format!("cut {way:?} after {bytes}: {:?}, then {:?}", cut.summary, whole.summary);
    assert!(whole.error().is_none(), "{told}: {:?}", whole.error());
    assert!(whole.summary.troubles.is_empty() && whole.summary.reopened == 0, "{told}");
    assert_eq!(council.end(REGISTER).position, before + 1, "{told}");
    let state = school.desk.register().read().sync_state().unwrap();
    assert_eq!((state.waiting, state.log), (0, before + 1), "{told}");
}

fn same_on_both_sides(council: &Council, school: &School) {
    assert_eq!(school.desk.register().read().digest().unwrap(), council.digest(REGISTER));
}

#[test]
fn a_line_cut_after_any_byte_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (council, proxy, mut school) = met(folder.path());
    // How much a round takes: measured, so that every offset of it is tried.
    proxy.heal();
    school.amend();
    school.sync();
    let (up, down) = proxy.carried();
    assert!(up > 500 && down > 200, "{up} bytes up, {down} down");
    let all = tries(
        [(Way::Up, up), (Way::Down, down)]
            .into_iter()
            .flat_map(|(way, bytes)| (0..=bytes).map(move |offset| (way, offset))),
    );
    for (at, (way, offset)) in all.iter().enumerate() {
        cut_at(&council, &proxy, &mut school, *way, *offset);
        if at % 50 == 0 {
            same_on_both_sides(&council, &school);
        }
    }
    same_on_both_sides(&council, &school);
    assert_eq!(council.quarantined(), 0);
    school.desk.register().read().verify().unwrap();
    println!("{} of {} offsets up and {} down, 0 lost, 0 doubled", all.len(), up + 1, down + 1);
}
