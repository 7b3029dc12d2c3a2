use proptest::prelude::*;

use super::*;
use crate::chain::chain_start;
use crate::identity::{About, CandidateId, Origin, SlipId, Tag, UnixMillis, WriterId};
use crate::kind::Kind;
use crate::record::{FieldWrite, Record};

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

fn key() -> SecretKey {
    SecretKey::of(&[1; 32])
}

fn stream() -> StreamId {
    StreamId { writer: WriterId::of(key().public().device(), REGISTER), incarnation: 1 }
}

fn sealed(records: &[Vec<u8>]) -> Result<Vec<u8>, FrameError> {
    Frame::seal(&key(), REGISTER, 1, 1, chain_start(stream().writer, 1), records)
}

fn is_opened_as_sealed(records: &[Vec<u8>]) -> bool {
    let frame = Frame::open(&sealed(records).unwrap()).unwrap();
    frame.operations.iter().map(|operation| &operation.bytes).eq(records) && frame.head.is_of(&key().public())
}

fn write(field: &str, value: &str, base: Option<Tag>) -> FieldWrite {
    FieldWrite { field: field.into(), value: value.into(), base }
}

/// A record at place `n`; a candidate or slip that has no identity is given the one that follows.
fn record(n: u64, about: Option<About>, kind: Kind, fields: Vec<FieldWrite>) -> Record {
    let at = UnixMillis(1_760_000_000_000 + 60_000 * n as i64);
    let entered = || About::Candidate(Origin { stream: stream(), n, at }.candidate(&fields));
    Record { n, about: about.unwrap_or_else(entered), kind, fields, actor: "clerk".into(), at, schema: 1 }
}

fn entry(n: u64) -> Record {
    let (number, certificate) = (format!("{n:03}"), format!("{}", 40_000_000 + 7 * n));
    let photo = format!("24505105{number}.jpg");
    let values = [
        ("state", "entered"),
        ("centre", "24505105"),
        ("candidate_no", &number),
        ("name", "OKOTI AKINYI"),
        ("birth_certificate_no", &certificate),
        ("subjects", if n.is_multiple_of(2) { "101 102 121" } else { "101 102 122 231" }),
        ("photo", &photo),
    ];
    record(n, None, Kind::Enter, values.map(|(field, value)| write(field, value, None)).to_vec())
}

fn bytes(records: &[Record]) -> Vec<Vec<u8>> {
    records.iter().map(Record::to_bytes).collect()
}

#[test]
fn a_batch_is_opened_as_it_was_sealed_and_bears_its_devices_signature() {
    let records = [b"one".to_vec(), Vec::new(), b"three".to_vec()];
    let frame = Frame::open(&sealed(&records).unwrap()).unwrap();
    assert!(frame.operations.iter().map(|operation| &operation.bytes).eq(&records));
    assert!(frame.head.is_of(&key().public()));
    assert_eq!((frame.head.n, frame.head.h), (3, frame.operations[2].h));
}

#[test]
fn entries_that_are_alike_take_little_room() {
    let records: Vec<_> = (1..=200).map(entry).collect();
    assert!(is_opened_as_sealed(&bytes(&records)));
    assert!(sealed(&bytes(&records)).unwrap().len() < 1_000);
}

#[test]
fn what_is_written_about_one_entered_before_names_neither_them_nor_the_base_in_full() {
    let entries: Vec<_> = (1..=50).map(entry).collect();
    let frame = Frame::open(&sealed(&bytes(&entries)).unwrap()).unwrap();
    let edit = |entry: &Record| {
        let base = Some(frame.operations[entry.n as usize - 1].h.tag());
        record(entry.n + 50, Some(entry.about), Kind::Change, vec![write("name", "OKOTI A", base)])
    };
    let edits: Vec<_> = entries.iter().map(edit).collect();
    let all = bytes(&[&entries[..], &edits[..]].concat());
    assert!(is_opened_as_sealed(&all));
    assert!(sealed(&all).unwrap().len() < sealed(&all[..50]).unwrap().len() + 50);
}

#[test]
fn records_of_the_old_format_of_a_wrong_place_or_of_a_newer_format_go_as_they_are() {
    let mut old = entry(2).to_bytes();
    old[0] = 1;
    let newer = [vec![3], vec![7; 40]].concat();
    assert!(Record::from_bytes(&old).is_ok() && Record::from_bytes(&newer).is_err());
    assert!(is_opened_as_sealed(&[entry(1).to_bytes(), old, newer, entry(9).to_bytes()]));
}

#[test]
fn a_centre_under_an_identity_goes_as_it_is() {
    let mut odd = record(1, Some(About::Centre), Kind::Centre, vec![write("name", "X", None)]).to_bytes();
    odd[3] = 7;
    assert!(Record::from_bytes(&odd).is_ok());
    assert!(is_opened_as_sealed(&[odd]));
}

#[test]
fn a_batch_altered_in_any_byte_does_not_open_or_is_not_the_devices_or_says_the_same() {
    let records = bytes(&[entry(1), entry(2)]);
    let sound = sealed(&records).unwrap();
    for place in 0..sound.len() {
        let mut altered = sound.clone();
        altered[place] ^= 1;
        if let Ok(frame) = Frame::open(&altered) {
            let same = frame.operations.iter().map(|operation| &operation.bytes).eq(&records);
            assert!(same || !frame.head.is_of(&key().public()), "byte {place}");
        }
    }
}

#[test]
fn a_batch_cut_anywhere_does_not_open() {
    let sound = sealed(&bytes(&[entry(1), entry(2), entry(3)])).unwrap();
    assert!((0..sound.len()).all(|end| Frame::open(&sound[..end]) == Err(FrameError::Malformed)));
}

#[test]
fn what_one_frame_does_not_hold_is_not_sealed() {
    assert_eq!(sealed(&[]), Err(FrameError::Malformed));
    assert_eq!(sealed(&vec![vec![0]; MOST_OPERATIONS + 1]), Err(FrameError::TooLarge));
    assert_eq!(sealed(&[vec![0; MOST_UNPACKED + 1]]), Err(FrameError::Bomb));
    let noise = |n: u64| blake3::Hasher::new().update(&n.to_le_bytes()).finalize().to_hex().as_bytes().to_vec();
    let large: Vec<_> = (0..150).map(|n| (0..16).flat_map(|m| noise(n * 16 + m)).collect()).collect();
    assert_eq!(sealed(&large), Err(FrameError::TooLarge));
    assert!(sealed(&large[..50]).is_ok());
}

#[test]
fn a_small_batch_that_unpacks_to_many_large_records_is_refused() {
    let value = "x".repeat(MOST_UNPACKED / 100);
    let records: Vec<_> =
        (1..=99).map(|n| record(n, Some(About::Centre), Kind::Change, vec![write("name", &value, None)])).collect();
    let mut frame = sealed(&bytes(&records)).unwrap();
    assert!(frame.len() < 500);
    assert!(Frame::open(&frame).is_ok());
    // 99 of them are within the limit, 120 are not: the count is the byte behind register, device, numbers and hash.
    let count = 1 + 6 + 16 + 1 + 1 + 32;
    assert_eq!(frame[count], 99);
    frame[count] = 120;
    assert_eq!(Frame::open(&frame), Err(FrameError::Bomb));
}

fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{8}",
        "0[0-9]{0,20}",
        "[0-9]{1,4}",
        "([0-9]{3}( [0-9]{3}){0,4})?",
        "[0-9a-f]{64}",
        "[0-9a-fA-F]{4}",
        "[MF]",
        "(AB|CD) [A-Z]{2}",
        "24505105[0-9]{3}.jpg",
        any::<String>(),
        Just(String::new()),
    ]
}

fn any_field() -> impl Strategy<Value = String> {
    let known = prop::sample::select(names::NAMES.to_vec()).prop_map(str::to_owned);
    prop_oneof![4 => prop::sample::select(vec!["name", "phone", "photo", "subjects", "photograph"]).prop_map(str::to_owned),
        2 => known, 1 => any::<String>()]
}

/// What a record is drawn from: whom it is about (0 to 3 by rule, else some identity), what it writes, on what base.
type Drawn = (u8, u8, Vec<(String, String, u8)>, String, i64, u32, Option<Vec<u8>>);

fn any_records() -> impl Strategy<Value = Vec<Drawn>> {
    let fields = prop::collection::vec((any_field(), any_value(), 0..6_u8), 0..6);
    let actor = prop_oneof![4 => Just("clerk".to_owned()), 1 => any::<String>()];
    let at = prop_oneof![0..100_000_i64, any::<i64>()];
    let schema = prop_oneof![Just(1_u32), any::<u32>()];
    let raw = prop::option::weighted(0.1, any::<Vec<u8>>());
    prop::collection::vec((0..8_u8, any::<u8>(), fields, actor, at, schema, raw), 1..30)
}

fn made(drawn: &[Drawn], first: u64) -> Vec<Vec<u8>> {
    let (mut out, mut h, mut abouts) = (Vec::new(), chain_start(stream().writer, 1), vec![About::Centre]);
    let mut tags = vec![Tag([1; 8]), Tag([2; 8])];
    for (n, (about, kind, fields, actor, at, schema, raw)) in (first..).zip(drawn) {
        let base = |base: u8| if base < 3 { None } else { tags.iter().rev().nth(usize::from(base - 3)).copied() };
        let fields: Vec<_> = fields.iter().map(|(field, value, of)| write(field, value, base(*of))).collect();
        let origin = Origin { stream: stream(), n, at: UnixMillis(*at) };
        let about = match about {
            0 | 1 => About::Candidate(origin.candidate(&fields)),
            2 => About::Slip(origin.slip(&fields)),
            3 => About::Candidate(CandidateId([*kind; 16])),
            4 => About::Slip(SlipId([*kind; 16])),
            back => abouts[abouts.len() - 1 - usize::from(back - 5).min(abouts.len() - 1)],
        };
        abouts.push(about);
        let (kind, actor, at) = (Kind::of(*kind), actor.clone(), UnixMillis(*at));
        let bytes = Record { n, about, kind, fields, actor, at, schema: *schema }.to_bytes();
        let bytes = raw.clone().unwrap_or(bytes);
        h = chain_next(h, &bytes);
        tags.push(h.tag());
        out.push(bytes);
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_records_are_opened_byte_for_byte_and_packed_without_the_fallback(drawn in any_records(), first in 1..1_000_u64) {
        let records = made(&drawn, first);
        let begin = Begin { stream: stream(), first, before: chain_start(stream().writer, 1) };
        let operations = chained(begin.before, &records);
        let mut body = Vec::new();
        pack::pack(begin, &operations).put_into(&mut body);
        prop_assert_eq!(unpack::unpack(begin, records.len(), &body), Ok(operations));
    }

    #[test]
    fn any_bytes_in_place_of_a_body_are_refused_or_are_operations(text: Vec<u8>, bits: Vec<u8>, count in 1..200_usize) {
        let begin = Begin { stream: stream(), first: 1, before: chain_start(stream().writer, 1) };
        let mut body = Vec::new();
        packed::Packed { text, bits }.put_into(&mut body);
        if let Ok(operations) = unpack::unpack(begin, count, &body) {
            prop_assert_eq!(operations.len(), count);
        }
    }

    #[test]
    fn a_body_with_altered_bits_or_text_never_makes_it_panic(drawn in any_records(), place: usize, byte: u8) {
        let records = made(&drawn, 1);
        let begin = Begin { stream: stream(), first: 1, before: chain_start(stream().writer, 1) };
        let mut packed = pack::pack(begin, &chained(begin.before, &records));
        let of = place % (packed.bits.len() + packed.text.len());
        match of.checked_sub(packed.bits.len()) {
            Some(at) => packed.text[at] = byte,
            None => packed.bits[of] = byte,
        }
        let mut body = Vec::new();
        packed.put_into(&mut body);
        let _ = unpack::unpack(begin, records.len(), &body);
    }
}
