//! A made-up computer at a centre: enrolled without a code, its batches taken in as those of any other. Owns its chain.

use std::sync::Arc;

use sync::frame::Frame;
use sync::message::{Answer, PicturePart, Request};
use sync::{
    About, CandidateId, FieldWrite, Hash, Kind, Origin, Record, RegisterId, Role, SecretKey, SlipId, StreamId,
    UnixMillis, WriterId, chain_next, chain_start,
};

use crate::access::Caller;
use crate::answering;
use crate::clock;
use crate::office::Office;
use crate::stores::{Device, Lane, Scope, StoreError, Subject};

/// An operation: about what, of which kind, what is written.
pub(super) type Said = (About, Kind, Vec<FieldWrite>);

/// A made-up computer.
#[derive(Clone)]
pub(super) struct Desk {
    key: SecretKey,
    register: RegisterId,
    actor: &'static str,
    caller: Caller,
    n: u64,
    h: Hash,
    began: UnixMillis,
}

/// A field's first value.
pub(super) fn write(field: &str, value: &str) -> FieldWrite {
    FieldWrite { field: field.to_owned(), value: value.to_owned(), base: None }
}

impl Desk {
    /// Enrols one at a centre.
    pub(super) async fn enrol(office: &Arc<Office>, register: RegisterId, role: Role) -> Result<Desk, StoreError> {
        let drawn = clock::random().map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let key = SecretKey::of(&drawn);
        let (id, scope) = (key.public().device(), Scope::Centres(vec![register.centre]));
        let device = Device {
            key: key.public(),
            name: "Practice".into(),
            recipient: String::new(),
            role,
            scope: scope.clone(),
            at: office.now(),
            by: "server".into(),
            revoked: None,
        };
        office.transact(Lane::Write, move |council| council.put_device(&device)).await?;
        let caller = Caller { subject: Subject::Device(id), role, scope, revoked: false, family: [0; 16] };
        let (h, actor) = (chain_start(WriterId::of(id, register), 1), role.name());
        Ok(Desk { key, register, actor, caller, n: 0, h, began: office.now() })
    }

    fn origin(&self, after: u64) -> Origin {
        let writer = WriterId::of(self.key.public().device(), self.register);
        let n = self.n + 1 + after;
        Origin { stream: StreamId { writer, incarnation: 1 }, n, at: self.at(n) }
    }

    fn at(&self, n: u64) -> UnixMillis {
        UnixMillis(self.began.0 + n.cast_signed())
    }

    /// The candidate whom the next operation but so many enters with these fields.
    pub(super) fn candidate(&self, after: u64, fields: &[FieldWrite]) -> CandidateId {
        self.origin(after).candidate(fields)
    }

    /// The slip that the next operation but so many records.
    pub(super) fn slip(&self, after: u64, fields: &[FieldWrite]) -> SlipId {
        self.origin(after).slip(fields)
    }

    /// Sends operations; what the council answered to the last batch.
    pub(super) async fn say(&mut self, office: &Arc<Office>, said: &[Said]) -> Result<(), StoreError> {
        for part in said.chunks(100) {
            let (first, before) = (self.n + 1, self.h);
            let record = |(n, (about, kind, fields)): (u64, &Said)| {
                let (actor, at) = (self.actor.to_owned(), self.at(n));
                Record { n, about: *about, kind: *kind, fields: fields.clone(), actor, at, schema: 4 }.to_bytes()
            };
            let records: Vec<Vec<u8>> = (first..).zip(part).map(record).collect();
            let frame = Frame::seal(&self.key, self.register, 1, first, before, &records);
            let frame = frame.map_err(|_| StoreError::Damaged("a batch of the practice".into()))?;
            self.h = records.iter().fold(before, |h, bytes| chain_next(h, bytes));
            self.n += records.len() as u64;
            let answered = answering::answer(office, &self.caller, Request::Push(frame)).await;
            match answered.map_err(|_| StoreError::Unavailable("the practice could not be sent".into()))? {
                // A fork is what is practised.
                Answer::Stored(_) | Answer::Forked { .. } => {}
                _ => return Err(StoreError::Damaged("a batch of the practice was refused".into())),
            }
        }
        Ok(())
    }

    /// Sends a photograph, in one part.
    pub(super) async fn show(&self, office: &Arc<Office>, bytes: &[u8]) -> Result<(), StoreError> {
        let hash = Hash(*blake3::hash(bytes).as_bytes());
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let part = PicturePart { register: self.register, hash, size, offset: 0, bytes: bytes.to_vec() };
        let answered = answering::answer(office, &self.caller, Request::PicturePart(part)).await;
        answered.map(drop).map_err(|_| StoreError::Unavailable("a photograph could not be sent".into()))
    }
}
