//! Lives of the database: another begins when it was put back from a copy.

use sync::message::{Answer, Request};
use sync::{Epoch, RegisterId};

use crate::bed::Bed;
use crate::school::{REGISTER, School};

pub(crate) fn another_life_goes_on_where_the_one_before_ended(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(9, "A");
    let first = bed.epoch();
    bed.ask(Request::Push(school.batch(1, 4)));
    let second = bed.write(|council| council.begin_epoch()).unwrap();
    assert_ne!(first, second);
    assert_eq!(bed.epoch(), second);
    bed.ask(Request::Push(school.batch(5, 6)));
    let third = bed.write(|council| council.begin_epoch()).unwrap();
    let last = |epoch| bed.read(move |council| council.last_position_in(REGISTER, epoch));
    assert_eq!([first, second, third].map(last), [Some(4), Some(6), Some(6)]);
    assert_eq!(last(Epoch([0xee; 8])), None);
    let empty = RegisterId { year: 2027, ..REGISTER };
    assert_eq!(bed.read(move |council| council.last_position_in(empty, first)), Some(0));
    bed.reopen();
    assert_eq!(bed.epoch(), third);
    let runs = bed.read(|council| council.runs(REGISTER, 0, usize::MAX));
    assert_eq!(runs.iter().map(|run| run.epoch).collect::<Vec<_>>(), [first, second]);
}

pub(crate) fn a_batch_with_a_receipt_of_an_ended_life_is_not_written(bed: &mut Bed) {
    let mut school = School::enrolled(bed, 1, REGISTER);
    school.writes(4, "A");
    let (key, now, ended, batch) = (bed.council.clone(), bed.now, bed.epoch(), school.batch(1, 4));
    bed.write(|council| council.begin_epoch()).unwrap();
    let tried = bed.write(move |council| {
        let here = sync::authority::Here { epoch: ended, now, key: &key };
        sync::authority::answer(council, &here, Request::Push(batch.clone()))
    });
    assert!(tried.is_err());
    assert!(matches!(bed.ask(Request::Push(school.batch(1, 4))), Answer::Stored(_)));
}
