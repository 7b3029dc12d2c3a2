//! What the golden files of `fixtures/wire` hold. Nobody in them is real.

use sync::bundle::{Homeward, Outward, Picture};
use sync::circular::Circular;
use sync::frame::Frame;
use sync::message::{
    Answer, Hello, Lease, Locate, PicturePart, Pull, Pulled, Request, Run, Source, StreamEnd, StreamState, Welcome,
};
use sync::{
    About, CandidateId, Epoch, FieldWrite, Hash, Kind, LogEnd, Mark, Origin, Passage, Receipt, Received, Record,
    Refusal, RefusalCode, RegisterId, Role, SecretKey, SignedHead, Standing, StreamId, Tag, Timing, UnixMillis,
    WriterId, chain_start,
};

pub(crate) const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
pub(crate) const NOW: UnixMillis = UnixMillis(1_790_000_000_000);

pub(crate) fn device() -> SecretKey {
    SecretKey::of(&[1; 32])
}

pub(crate) fn council() -> SecretKey {
    SecretKey::of(&[9; 32])
}

pub(crate) fn stream() -> StreamId {
    StreamId { writer: WriterId::of(device().public().device(), REGISTER), incarnation: 1 }
}

fn fields(values: &[(&str, &str)], base: Option<Tag>) -> Vec<FieldWrite> {
    let write = |(field, value): &(&str, &str)| FieldWrite { field: (*field).into(), value: (*value).into(), base };
    values.iter().map(write).collect()
}

fn record(n: u64, about: Option<About>, kind: Kind, fields: Vec<FieldWrite>) -> Vec<u8> {
    let at = UnixMillis(NOW.0 + 71_003 * n as i64);
    let about = about.unwrap_or(About::Candidate(Origin { stream: stream(), n, at }.candidate(&fields)));
    Record { n, about, kind, fields, actor: "clerk".into(), at, schema: 1 }.to_bytes()
}

/// Entries as a register writes them, a slip's place taken by the centre's own details.
pub(crate) fn entries() -> Vec<Vec<u8>> {
    let names = ["OKOTI AKINYI", "MUTUNGA DANIEL KIPRO", "NG'ETHIRO ZOË", "WAFUKHA SIMON"];
    let entry = |(n, name): (u64, &&str)| {
        let (number, certificate) = (format!("{n:03}"), format!("{}", 40_000_000 + 7_919 * n));
        let values = [
            ("state", "entered"),
            ("centre", "24505105"),
            ("candidate_no", &number),
            ("name", name),
            ("gender", if n % 2 == 0 { "M" } else { "F" }),
            ("birth_certificate_no", &certificate),
            ("subjects", if n == 3 { "101 102 121 231 233" } else { "101 102 121 231 233 311 443" }),
            ("photo", &format!("24505105{number}.jpg")),
        ];
        record(n, None, Kind::Enter, fields(&values, None))
    };
    let centre = record(5, Some(About::Centre), Kind::Centre, fields(&[("address", "P.O. BOX 1")], None));
    (1..).zip(&names).map(entry).chain([centre]).collect()
}

/// Edits of somebody entered long before, and of the same one again: a photograph, an odd field.
pub(crate) fn edits() -> Vec<Vec<u8>> {
    let candidate = Some(About::Candidate(CandidateId([0x5a; 16])));
    let (base, picture) = (Some(Tag([0xb5; 8])), "ab".repeat(32));
    let edit = |n, values: &[(&str, &str)], base| record(n, candidate, Kind::Change, fields(values, base));
    vec![
        edit(6, &[("name", "OKOTI AKINYI ROSE"), ("gender", "F")], base),
        edit(7, &[("photograph", &picture)], None),
        edit(8, &[("acknowledged.subjects.option-b-clearance", "letter is with the SCDE")], None),
        edit(9, &[("name", "OKOTI ROSE")], Some(first_edit())),
    ]
}

/// The tag of the first of the edits.
fn first_edit() -> Tag {
    let first = fields(&[("name", "OKOTI AKINYI ROSE"), ("gender", "F")], Some(Tag([0xb5; 8])));
    let bytes = record(6, Some(About::Candidate(CandidateId([0x5a; 16]))), Kind::Change, first);
    sync::chain_next(Hash([3; 32]), &bytes).tag()
}

/// A record of format 1, one of a newer format, one at a place that is not its own.
pub(crate) fn as_they_are() -> Vec<Vec<u8>> {
    let mut old = entries()[0].clone();
    old[0] = 1;
    vec![old, [vec![3], (0..40).collect()].concat(), entries()[2].clone()]
}

pub(crate) fn frame(first: u64, before: Hash, records: &[Vec<u8>]) -> Vec<u8> {
    Frame::seal(&device(), REGISTER, 1, first, before, records).unwrap()
}

pub(crate) fn frames() -> [(&'static str, u64, Hash, Vec<Vec<u8>>); 3] {
    [
        ("frame-entries", 1, chain_start(stream().writer, 1), entries()),
        ("frame-edits", 6, Hash([3; 32]), edits()),
        ("frame-as-they-are", 1, chain_start(stream().writer, 1), as_they_are()),
    ]
}

fn end() -> StreamEnd {
    StreamEnd { stream: stream(), n: 5, tag: Tag([4; 8]) }
}

fn log() -> LogEnd {
    LogEnd { position: 9, l: Hash([5; 32]) }
}

const EPOCH: Epoch = Epoch([6; 8]);

pub(crate) fn receipt() -> Receipt {
    let (h, log) = (Hash([7; 32]), log());
    Received { epoch: EPOCH, register: REGISTER, stream: stream(), n: 5, h, log, at: NOW }.sign(&council())
}

pub(crate) fn head() -> SignedHead {
    SignedHead::sign(&device(), REGISTER, 1, 5, Hash([7; 32]))
}

pub(crate) fn circular() -> sync::circular::SignedCircular {
    Circular { number: 1, year: 2026, text: "closes = 2026-02-28".into(), at: NOW }.sign(&council())
}

fn hello() -> Hello {
    let lineage = vec![Passage { epoch: EPOCH, until: 9 }];
    let (device, proof) = (device().public().device(), Some(receipt()));
    Hello { register: REGISTER, device, streams: vec![end()], lineage, log: (9, Tag([5; 8])), proof, circular: 1 }
}

fn pulled() -> Pulled {
    let mark = |timing, standing| Mark { timing, standing, role: Role::Clerk };
    let marks = vec![(3, mark(Timing::InTime, Standing::Effective)), (1, mark(Timing::Late, Standing::NoRight))];
    let sources = [Source::Frame(vec![1, 2, 3]), Source::Known];
    let run = |source| Run { epoch: EPOCH, at: NOW, stream: stream(), first: 1, marks: marks.clone(), source };
    Pulled { epoch: EPOCH, runs: sources.map(run).to_vec(), log: log(), more: true }
}

pub(crate) fn requests() -> Vec<(&'static str, Request)> {
    let pull = Pull { register: REGISTER, after: 9, have: vec![end()], limit: 65_536 };
    let locate = Locate { register: REGISTER, stream: stream(), first: 6, tags: vec![Tag([8; 8]); 2] };
    let part =
        PicturePart { register: REGISTER, hash: Hash([2; 32]), size: 9_000, offset: 4_096, bytes: vec![0xff; 5] };
    let parts = vec![part.clone(), PicturePart { hash: Hash([3; 32]), offset: 0, ..part.clone() }];
    vec![
        ("request-hello", Request::Hello(hello())),
        ("request-commit", Request::Commit(head())),
        ("request-push", Request::Push(vec![1, 2, 3])),
        ("request-pull", Request::Pull(pull)),
        ("request-locate", Request::Locate(locate)),
        ("request-pictures-have", Request::PicturesHave(REGISTER, vec![Hash([2; 32])])),
        ("request-picture-part", Request::PicturePart(part)),
        ("request-picture-parts", Request::PictureParts(parts)),
        ("request-picture-get", Request::PictureGet(REGISTER, Hash([2; 32]), 4_096)),
        ("request-circulars", Request::Circulars(1)),
    ]
}

pub(crate) fn answers() -> Vec<(&'static str, Answer)> {
    let welcome = Welcome {
        epoch: EPOCH,
        now: NOW,
        closes: Some(UnixMillis(NOW.0 + 86_400_000)),
        streams: vec![StreamState { end: end(), forked: false }],
        next_incarnation: 2,
        log: log(),
        common: 9,
        prove: false,
        others: vec![end()],
        leases: vec![Lease { first: 451, last: 500 }],
        circular: 1,
    };
    let refused = Refusal { code: RefusalCode::Busy, retry_after: Some(30) };
    vec![
        ("answer-welcome", Answer::Welcome(welcome)),
        ("answer-committed", Answer::Committed(NOW)),
        ("answer-stored", Answer::Stored(receipt())),
        ("answer-gap", Answer::Gap(end())),
        ("answer-forked", Answer::Forked { next_incarnation: 2 }),
        ("answer-pulled", Answer::Pulled(pulled())),
        ("answer-located", Answer::Located(5)),
        ("answer-pictures-had", Answer::PicturesHad(vec![4_096, u32::MAX])),
        ("answer-picture-taken", Answer::PictureTaken(u32::MAX)),
        ("answer-pictures-taken", Answer::PicturesTaken(vec![4_101, u32::MAX])),
        ("answer-picture", Answer::Picture(Some((9_000, vec![0xff; 5])))),
        ("answer-circulars", Answer::Circulars(vec![circular()])),
        ("answer-refused", Answer::Refused(refused)),
    ]
}

pub(crate) fn outward() -> Outward {
    let pictures = vec![Picture { register: REGISTER, bytes: vec![0xff; 5] }];
    let frames = vec![frame(1, chain_start(stream().writer, 1), &as_they_are())];
    Outward { device: device().public().device(), hellos: vec![hello()], heads: vec![head()], frames, pictures }
}

pub(crate) fn homeward() -> Homeward {
    let device = device().public().device();
    let (receipts, logs) = (vec![receipt()], vec![(REGISTER, pulled())]);
    let (circulars, pictures_wanted) = (vec![circular()], vec![Hash([2; 32])]);
    Homeward { device, epoch: EPOCH, receipts, logs, circulars, pictures_wanted }
}
