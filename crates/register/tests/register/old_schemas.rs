//! Stored registers of past schemas, which every later version opens (`fixtures/registers`).

use std::fs;
use std::path::PathBuf;

use register::{CentreField, Filter, Hash, Key, Operation, Paper, Register, SCHEMA, Which};
use regulations::Field;

use crate::council::Council;
use crate::support::{Desk, stamp};

/// Of the state as schema 1 wrote it; columns added since are empty and leave it as it was.
const DIGEST: &str = "fd41e65bd9a8a54c6fb67a06ca7d71d88db5dc4c410ade04d9c4e6b1a58292b1";

fn copy_of(schema: u32, folder: &tempfile::TempDir) -> PathBuf {
    let stored = format!("{}/../../fixtures/registers/schema-{schema}.daftari", env!("CARGO_MANIFEST_DIR"));
    let path = folder.path().join("24505105-2026.daftari");
    fs::copy(stored, &path).unwrap();
    path
}

#[test]
fn a_register_of_schema_1_is_migrated_with_everything_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(1, &folder);
    let mut register = Register::open(&path, &Key::raw([0x5a; 32])).unwrap();
    let verified = register.read().verify().unwrap();
    assert_eq!((verified.operations, Some(verified.digest)), (11, Hash::parse(DIGEST)));
    let everybody = Filter { standing: Which::All, ..Filter::default() };
    let all = register.read().candidates(&everybody).unwrap();
    let told: Vec<_> = all.iter().map(|c| (c.draft.get(Field::CandidateNo), c.draft.get(Field::Name))).collect();
    assert_eq!(told, [("001", "AKINYI MADE UP"), ("002", "WANJIKU INVENTED"), ("801", "KIPTOO IMAGINED")]);
    assert_eq!(all[2].papers, [Paper::MedicalReport]);
    let picture = register.read().photograph(all[0].photograph.unwrap()).unwrap();
    assert_eq!(picture.unwrap(), b"stands for a picture");
    register.redo(&stamp()).unwrap().unwrap();
    assert_eq!(register.read().slips().unwrap().len(), 1);
    register.transact(Operation::SignRoll { candidates: vec![all[0].id], signed: true }, &stamp()).unwrap();
    register.read().verify().unwrap();
}

/// Of the state as schema 3 wrote it, after a restore.
const DIGEST_3: &str = "43c0348af77d2f34d37337a28fb76464722963f005c89e973fb93f79ffa2abc2";

#[test]
fn a_register_of_schema_3_is_migrated_with_everything_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(3, &folder);
    let mut register = Register::open(&path, &Key::raw([0x5a; 32])).unwrap();
    let verified = register.read().verify().unwrap();
    assert_eq!((verified.operations, Some(verified.digest)), (14, Hash::parse(DIGEST_3)));
    assert_eq!(register.head().unwrap().incarnation, 2);
    let everybody = Filter { standing: Which::All, ..Filter::default() };
    let all = register.read().candidates(&everybody).unwrap();
    let told: Vec<_> = all.iter().map(|c| (c.draft.get(Field::CandidateNo), c.draft.get(Field::Name))).collect();
    assert_eq!(told, [("001", "AKINYI MADE UP"), ("002", "WANJIKU INVENTED"), ("801", "KIPTOO IMAGINED")]);
    let read = register.read();
    assert_eq!((all[0].signed, all[1].is_entered(), read.approval().unwrap().unwrap().holds), (true, false, false));
    register.transact(Operation::Reinstate(all[1].id), &stamp()).unwrap();
    assert!(register.read().approval().unwrap().unwrap().holds);
    register.read().verify().unwrap();
}

#[test]
fn registers_of_past_schemas_meet_through_the_council_with_everything_in_them() {
    for (schema, digest) in [(1, DIGEST), (3, DIGEST_3)] {
        let folder = tempfile::tempdir().unwrap();
        let path = copy_of(schema, &folder);
        let mut register = Register::open(&path, &Key::raw([0x5a; 32])).unwrap();
        let (mut council, mut other) = (Council::new(), Desk::new());
        council.enrol(&mut register, 1);
        council.meet(&mut register);
        assert_eq!(Some(register.read().verify().unwrap().digest), Hash::parse(digest), "schema {schema}");
        council.enrol(other.register(), 2);
        let changed = Operation::ChangeCentre(vec![(CentreField::Email, "office@example.invalid".into())]);
        other.transact(changed);
        council.meet(other.register());
        council.meet(&mut register);
        register.read().verify().unwrap();
        assert_eq!(register.read().digest().unwrap(), other.register().read().digest().unwrap(), "schema {schema}");
        let names = |register: &Register| -> Vec<String> {
            let all = register.read().candidates(&Filter { standing: Which::All, ..Filter::default() }).unwrap();
            all.iter().map(|candidate| candidate.draft.get(Field::Name).to_owned()).collect()
        };
        assert_eq!((names(&register), names(&register).len()), (names(other.register()), 3), "schema {schema}");
    }
}

#[test]
fn before_a_migration_the_register_is_copied_beside_itself_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(1, &folder);
    let key = Key::raw([0x5a; 32]);
    drop(Register::open(&path, &key).unwrap());
    let aside = folder.path().join(format!("24505105-2026.before-schema-{SCHEMA}.daftari-copy"));
    let again = Register::open(&aside, &key).unwrap();
    assert_eq!(Some(again.read().digest().unwrap()), Hash::parse(DIGEST));
    fs::remove_file(&aside).unwrap();
    drop(Register::open(&path, &key).unwrap());
    assert!(!aside.exists(), "a register of the present schema is copied without need");
}
