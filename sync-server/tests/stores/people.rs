//! People, devices, codes, sessions and the audit.

use sync::circular::Circular;
use sync::{DeviceId, Hash, RefusalCode, RegisterId, Role, UnixMillis};
use sync_server::audit::{self, Verdict};
use sync_server::stores::{Code, Lane, Purpose, Scope, Subject, Token, TokenUse, User};

use crate::bed::{Bed, queue};
use crate::school::{REGISTER, School};

pub(crate) fn rights_reach_as_far_as_the_scope(bed: &mut Bed) {
    bed.write(|council| council.set_sub_county(24_505_106, 11_111)).unwrap();
    let at = |centre| RegisterId { centre, ..REGISTER };
    let school = School::with(1, REGISTER);
    let id = school.key.public().device();
    for (scope, within, without) in [
        (Scope::All, vec![24_505_105, 1], vec![]),
        (Scope::SubCounty(24_505), vec![24_505_105, 24_505_999], vec![24_505_106, 24_506_105]),
        (Scope::SubCounty(11_111), vec![24_505_106], vec![24_505_105]),
        (Scope::Centres(vec![24_505_105]), vec![24_505_105], vec![24_505_106]),
        (Scope::Centres(vec![]), vec![], vec![24_505_105]),
    ] {
        let device = school.device(Role::Head, scope.clone());
        bed.write(move |council| council.put_device(&device)).unwrap();
        for (centres, expected) in [(within, true), (without, false)] {
            for centre in centres {
                let found = bed.read(move |council| council.enrolled(id, at(centre))).unwrap();
                assert_eq!(found.in_scope, expected, "{scope:?} {centre}");
                assert_eq!((found.role, found.revoked, found.key), (Role::Head, false, school.key.public()));
            }
        }
    }
    let (council_key, own) = (bed.council.public(), bed.council.public().device());
    let council = bed.read(move |council| council.enrolled(own, at(1))).unwrap();
    assert_eq!((council.role, council.in_scope, council.key), (Role::Council, true, council_key));
    assert_eq!(bed.read(move |council| council.enrolled(DeviceId([3; 16]), REGISTER)), None);
    let revoked = sync_server::stores::Device { revoked: Some(UnixMillis(9)), ..school.device(Role::Head, Scope::All) };
    bed.write(move |council| council.put_device(&revoked)).unwrap();
    assert!(bed.read(move |council| council.enrolled(id, REGISTER)).unwrap().revoked);
}

fn user(name: &str, failures: u32) -> User {
    User {
        name: name.into(),
        password: "$argon2id$".into(),
        role: Role::Scde,
        scope: Scope::SubCounty(24_505),
        disabled: failures > 1,
        failures,
        locked_until: UnixMillis(i64::from(failures)),
    }
}

pub(crate) fn people_devices_codes_and_tokens_are_read_back(bed: &mut Bed) {
    let schools = [1, 2].map(|seed| School::with(seed, REGISTER).device(Role::Clerk, Scope::Centres(vec![1, 2])));
    let code = Code {
        id: "ABCDE".into(),
        key: [4; 32],
        purpose: Purpose::Enrol { role: Role::Head, scope: Scope::Centres(vec![24_505_105]) },
        expires: UnixMillis(50),
        attempts: 5,
        by: "server".into(),
        used: None,
    };
    let token = token(1, Subject::User("a head".into()), TokenUse::Refresh);
    let (devices, used, spent) = (schools.clone(), code.clone(), token.clone());
    let written = bed.write(move |council| {
        devices.iter().try_for_each(|device| council.put_device(device))?;
        [user("b", 0), user("a", 3), user("b", 1)].iter().try_for_each(|user| council.put_user(user))?;
        council.put_code(&used)?;
        council.put_code(&Code { attempts: 4, used: Some("it".into()), ..used.clone() })?;
        council.put_token(&spent)?;
        council.put_token(&Token { spent: true, ..spent.clone() })
    });
    written.unwrap();
    let mut all = schools.to_vec();
    all.sort_by_key(|device| device.key.device());
    assert_eq!(bed.read(|council| council.devices()), all);
    let id = all[1].key.device();
    assert_eq!(bed.read(move |council| council.device(id)), Some(all[1].clone()));
    assert_eq!(bed.read(|council| council.users()), [user("a", 3), user("b", 1)]);
    assert_eq!(bed.write(|council| council.user("a")).unwrap(), Some(user("a", 3)));
    assert_eq!(bed.write(|council| council.user("c")).unwrap(), None);
    let code = Code { attempts: 4, used: Some("it".into()), ..code };
    assert_eq!(bed.write(|council| council.code("ABCDE")).unwrap(), Some(code));
    let hash = token.hash;
    assert_eq!(bed.write(move |council| council.token(hash)).unwrap(), Some(Token { spent: true, ..token }));
}

fn token(seed: u8, subject: Subject, serves: TokenUse) -> Token {
    let (hash, expires) = (Hash([seed; 32]), UnixMillis(i64::from(seed) * 10));
    Token { hash, family: [seed / 3; 16], subject, serves, expires, spent: false }
}

pub(crate) fn a_session_ends_with_all_its_tokens(bed: &mut Bed) {
    let device = Subject::Device(DeviceId([5; 16]));
    let user = Subject::User("somebody".into());
    let tokens: Vec<Token> = [
        (1, &device, TokenUse::Access),
        (2, &device, TokenUse::Refresh),
        (3, &device, TokenUse::Access),
        (4, &user, TokenUse::Access),
        (9, &user, TokenUse::Access),
    ]
    .map(|(seed, subject, serves)| token(seed, subject.clone(), serves))
    .to_vec();
    let kept = |bed: &Bed| {
        let found = (1..=9).map(|seed| bed.write(move |council| council.token(Hash([seed; 32]))).unwrap());
        found.flatten().map(|token| token.hash.0[0]).collect::<Vec<_>>()
    };
    bed.write(move |council| tokens.iter().try_for_each(|token| council.put_token(token))).unwrap();
    bed.write(|council| council.end_family([0; 16])).unwrap();
    assert_eq!(kept(bed), [3, 4, 9]);
    bed.write(move |council| council.end_sessions(&device)).unwrap();
    assert_eq!(kept(bed), [4, 9]);
    bed.write(|council| council.forget_expired(UnixMillis(41))).unwrap();
    assert_eq!(kept(bed), [9]);
}

pub(crate) fn a_challenge_serves_once_and_is_forgotten(bed: &mut Bed) {
    let spend = |bed: &Bed| bed.write(|council| council.spend(Hash([1; 32]), UnixMillis(10))).unwrap();
    assert!(spend(bed));
    assert!(!spend(bed));
    bed.write(|council| council.forget_expired(UnixMillis(10))).unwrap();
    assert!(!spend(bed), "not before it expires");
    bed.write(|council| council.forget_expired(UnixMillis(11))).unwrap();
    assert!(spend(bed));
}

pub(crate) fn circulars_follow_one_another(bed: &mut Bed) {
    let key = bed.council.clone();
    let circular =
        move |number| Circular { number, year: 2026, text: format!("fee {number}"), at: UnixMillis(1) }.sign(&key);
    for (number, taken) in [(2, false), (1, true), (1, false), (2, true), (4, false), (0, false)] {
        let signed = circular(number);
        assert_eq!(bed.write(move |council| council.issue(&signed)).is_ok(), taken, "{number}");
    }
    assert_eq!(bed.read(|council| council.circulars(0)), [circular(1), circular(2)]);
    assert_eq!(bed.read(|council| council.circulars(1)), [circular(2)]);
    assert!(bed.read(|council| council.circulars(u32::MAX)).is_empty());
}

pub(crate) fn refusals_stand_in_an_unbroken_audit(bed: &mut Bed) {
    let device = DeviceId([1; 16]);
    for who in [Some(device), None, Some(device)] {
        bed.write(move |council| council.refused(who, RefusalCode::BadSignature, UnixMillis(7))).unwrap();
    }
    let lines = bed.read(|council| council.audit_after(0, 10));
    let said: Vec<_> = lines.iter().map(|line| (line.n, line.who.as_str(), line.what.as_str())).collect();
    let (id, what) = (device.to_string(), "refused.batch.signature");
    assert_eq!(said, [(1, id.as_str(), what), (2, "-", what), (3, id.as_str(), what)]);
    assert_eq!(bed.read(|council| audit::verify(council)), Verdict::Whole(3, lines[2].hash));
    assert_eq!(bed.read(|council| council.audit_after(1, 1)), lines[1..2]);
    assert_eq!(bed.read(|council| council.audit_end()).as_ref(), lines.last());
}

pub(crate) fn what_only_reads_cannot_write(bed: &mut Bed) {
    let tried = queue(&*bed.database, Lane::Read, |council| council.set_sub_county(1, 2)).recv().unwrap();
    assert!(tried.is_err());
    let tried = queue(&*bed.database, Lane::Read, |council| council.begin_epoch()).recv().unwrap();
    assert!(tried.is_err());
    assert_eq!(bed.read(|council| council.sub_county(1)), 0);
}
