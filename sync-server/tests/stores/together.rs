//! Many at once.

use sync::message::{Answer, Request};
use sync::{RefusalCode, RegisterId, UnixMillis, log_next, log_start};
use sync_server::audit::{self, Verdict};
use sync_server::stores::{Lane, StoreError};

use crate::bed::{Bed, asking, queue};
use crate::school::{REGISTER, School};

pub(crate) fn work_that_fails_leaves_nothing_and_takes_nobody_with_it(bed: &mut Bed) {
    let waits: Vec<_> = (0..30_u32)
        .map(|centre| {
            let work = move |council: &mut dyn sync_server::stores::Council| {
                council.set_sub_county(centre, 7)?;
                match centre % 3 {
                    0 => Ok(()),
                    1 => Err(StoreError::Unavailable("on purpose".into())),
                    _ => panic!("on purpose"),
                }
            };
            queue(&*bed.database, Lane::Write, work)
        })
        .collect();
    let done: Vec<bool> = waits.into_iter().map(|wait| wait.recv().unwrap().is_ok()).collect();
    for (centre, done) in (0..30_u32).zip(done) {
        assert_eq!(done, centre % 3 == 0, "{centre}");
        let listed = bed.read(move |council| council.sub_county(centre)) == 7;
        assert_eq!(listed, done, "{centre}");
    }
}

pub(crate) fn many_devices_fill_one_log_without_a_gap(bed: &mut Bed) {
    let mut schools: Vec<School> = (1..=8).map(|seed| School::enrolled(bed, seed, REGISTER)).collect();
    let mut waits = Vec::new();
    schools.iter_mut().for_each(|school| school.writes(12, "A"));
    for (first, last) in [(1, 3), (4, 4), (5, 12)] {
        for school in &schools {
            let work = asking(bed.council.clone(), bed.now, Request::Push(school.batch(first, last)));
            waits.push((school, first, last, queue(&*bed.database, Lane::Write, work)));
        }
    }
    // Side by side, a batch may come before the one that it continues: the device is told, and sends again.
    for (school, first, last, wait) in waits {
        if let Answer::Gap(_) = wait.recv().unwrap().unwrap() {
            assert!(matches!(bed.ask(Request::Push(school.batch(first, last))), Answer::Stored(_)));
        }
    }
    let runs = bed.read(|council| council.runs(REGISTER, 0, usize::MAX));
    let (mut position, mut l) = (0, log_start(REGISTER));
    for run in runs {
        assert_eq!(run.position, position + 1);
        let school = schools.iter().find(|school| school.stream() == run.stream).unwrap();
        let mark = run.marks[0].1.to_bytes();
        l = (run.first..=run.last).fold(l, |l, n| log_next(l, school.hash(n), mark));
        position = run.log.position;
        assert_eq!(l, run.log.l);
    }
    assert_eq!(position, 96);
}

pub(crate) fn counts_made_side_by_side_miss_nothing(bed: &mut Bed) {
    let another = bed.write(|council| council.audit_end()).unwrap();
    assert_eq!(another, None);
    let waits: Vec<_> = (0..40)
        .map(|at| {
            let lane = if at % 2 == 0 { Lane::Urgent } else { Lane::Write };
            queue(&*bed.database, lane, move |council| {
                council.refused(None, RefusalCode::Malformed, UnixMillis(at))?;
                let centre = at as u32 % 4;
                let count = council.sub_county(RegisterId { centre, year: 0 }.centre)?;
                council.audit_end()?;
                council.set_sub_county(centre, count + 1)
            })
        })
        .collect();
    waits.into_iter().for_each(|wait| wait.recv().unwrap().unwrap());
    assert!(matches!(bed.read(|council| audit::verify(council)), Verdict::Whole(40, _)));
    for centre in 0..4 {
        assert_eq!(bed.read(move |council| council.sub_county(centre)), 10, "{centre}");
    }
}

pub(crate) fn a_closed_store_answers_at_once(bed: &mut Bed) {
    bed.database.close();
    for lane in [Lane::Urgent, Lane::Write, Lane::Read] {
        assert!(queue(&*bed.database, lane, |council| council.epoch()).recv().unwrap().is_err());
        assert_eq!(bed.database.waiting(lane), 0);
    }
    bed.database.close();
    bed.reopen();
    bed.epoch();
}
