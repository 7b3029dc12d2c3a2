//! Browsers' sessions, second factors, and the common ground of SQL on which they stand.

use sync::{Hash, UnixMillis};
use sync_server::stores::console::factors::{self, Factor};
use sync_server::stores::console::sessions::{self, Session, Stage};
use sync_server::stores::{Row, Subject, Value, places};
use sync_server::values;

use crate::bed::Bed;

fn session(seed: u8, name: &str) -> Session {
    Session {
        id: [seed; 16],
        hash: Hash([seed; 32]),
        name: name.into(),
        stage: Stage::Second,
        factor: String::new(),
        agent: "Firefox on Linux".into(),
        created: UnixMillis(i64::from(seed)),
        seen: UnixMillis(i64::from(seed)),
        expires: UnixMillis(i64::from(seed) * 100),
        locked: false,
    }
}

fn kept(bed: &Bed, name: &'static str) -> Vec<u8> {
    bed.read(move |council| sessions::of(council, name)).iter().map(|session| session.id[0]).collect()
}

pub(crate) fn a_session_goes_on_under_another_token_and_ends_alone_or_with_all(bed: &mut Bed) {
    let all = [session(1, "a"), session(2, "a"), session(3, "a"), session(4, "b")];
    bed.write(move |council| all.iter().try_for_each(|session| sessions::put(council, session))).unwrap();
    let whole =
        Session { hash: Hash([9; 32]), stage: Stage::Full, factor: "totp".into(), locked: true, ..session(1, "a") };
    let put = whole.clone();
    bed.write(move |council| sessions::put(council, &put)).unwrap();
    bed.write(|council| sessions::touch(council, [1; 16], UnixMillis(50))).unwrap();
    bed.write(|council| sessions::touch(council, [1; 16], UnixMillis(40))).unwrap();
    assert_eq!(bed.read(|council| sessions::by_hash(council, Hash([1; 32]))), None);
    let seen = Session { seen: UnixMillis(50), ..whole };
    assert_eq!(bed.read(|council| sessions::by_hash(council, Hash([9; 32]))), Some(seen));
    assert_eq!(kept(bed, "a"), [3, 2, 1]);
    assert!(!bed.write(|council| sessions::end(council, "b", [1; 16])).unwrap(), "nobody ends another's");
    assert!(bed.write(|council| sessions::end(council, "a", [1; 16])).unwrap());
    bed.write(|council| sessions::end_others(council, "a", [2; 16])).unwrap();
    assert_eq!((kept(bed, "a"), kept(bed, "b")), (vec![2], vec![4]));
    bed.write(|council| council.end_sessions(&Subject::User("a".into()))).unwrap();
    bed.write(|council| council.forget_expired(UnixMillis(401))).unwrap();
    assert_eq!((kept(bed, "a"), kept(bed, "b")), (vec![], vec![]));
}

pub(crate) fn factors_are_kept_until_they_are_forgotten(bed: &mut Bed) {
    let factor = |seed: u8, confirmed: bool| Factor {
        id: vec![seed],
        name: "a".into(),
        kind: if seed == 3 { "passkey".into() } else { "totp".into() },
        secret: vec![seed; 40],
        label: "a phone".into(),
        confirmed,
        counter: i64::from(seed),
        at: UnixMillis(i64::from(seed)),
    };
    bed.write(move |council| {
        [(1, true), (2, false), (3, true)].iter().try_for_each(|(seed, is)| factors::put(council, &factor(*seed, *is)))
    })
    .unwrap();
    let known = |bed: &Bed| bed.read(|council| factors::of(council, "a"));
    assert_eq!(known(bed), [factor(1, true), factor(2, false), factor(3, true)]);
    bed.write(|council| factors::forget(council, "a", "totp", true)).unwrap();
    assert_eq!(known(bed), [factor(1, true), factor(3, true)]);
    bed.write(move |council| factors::put(council, &Factor { counter: 77, ..factor(1, true) })).unwrap();
    assert_eq!(known(bed)[0].counter, 77);
    bed.write(|council| factors::forget(council, "a", "totp", false)).unwrap();
    assert_eq!(known(bed), [factor(3, true)]);
    bed.write(|council| factors::forget_all(council, "a")).unwrap();
    assert!(known(bed).is_empty());
}

pub(crate) fn one_text_of_sql_is_answered_alike(bed: &mut Bed) {
    let rows = bed.write(|council| {
        let sql = format!("INSERT INTO kcpe_results (year, number, name, gender, birth_year) VALUES {}", places(2, 5));
        let values = values![2021_i64, "1", "A", "F", "", 2021_i64, "2", "B", "M", ""];
        assert!(council.ask(&sql, &values)?.is_empty());
        council.ask(
            "SELECT number, CAST(sum(year) AS BIGINT), CAST(NULL AS TEXT) FROM kcpe_results
                WHERE name >= $1 GROUP BY number ORDER BY number DESC LIMIT $2",
            &values!["A", 9_i64],
        )
    });
    let row = |number: &str| Row(vec![Value::Text(number.into()), Value::Int(2021), Value::Null]);
    assert_eq!(rows.unwrap(), [row("2"), row("1")]);
}
