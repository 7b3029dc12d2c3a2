//! What nobody wrote, and what would come in by force. Owns the attempts; the checkers see whether one got through.

use sync::frame::Frame;
use sync::message::Request;
use sync::replica::Replica;
use sync::{Hash, RegisterId, SecretKey, SignedHead, chain_start};

use super::{World, YEAR};
use crate::council::CouncilStore;
use crate::invariant::{Kept, broken};
use crate::plan::Forgery;

impl<S: CouncilStore> World<S> {
    pub(crate) fn forge(&mut self, at: usize, forgery: Forgery) -> Kept {
        let stranger = SecretKey::of(&[0xEE; 32]);
        let desk = &self.desks[at];
        let own = desk.kept.written_now();
        let (incarnation, n, h) = (own.stream.incarnation, own.n(), own.h());
        let (register, key) = (desk.register, desk.key.clone());
        let record = [vec![0xff, 0, 0, 0, 0]];
        let frame = match forgery {
            Forgery::Signature => {
                let honest = Frame::seal(&key, register, incarnation, n + 1, h, &record).unwrap_or_default();
                let forged = Frame::seal(&stranger, register, incarnation, n + 1, h, &record).unwrap_or_default();
                with_the_name_of(&honest, &forged)
            }
            Forgery::Chain => {
                let there = self.mirrors[&register].streams.get(&own.stream).map_or(0, |hashes| hashes.len() as u64);
                Frame::seal(&key, register, incarnation, there + 1, Hash([7; 32]), &record).unwrap_or_default()
            }
            Forgery::Centre => {
                let scope = &self.members[&key.public().device()].registers;
                let outside = self.registers.iter().find(|one| !scope.contains(one));
                let foreign = outside.copied().unwrap_or(RegisterId { centre: 40_000_001, year: YEAR });
                let writer = sync::WriterId::of(key.public().device(), foreign);
                let start = chain_start(writer, 77);
                Frame::seal(&key, foreign, 77, 1, start, &record).unwrap_or_default()
            }
            Forgery::Altered(which) => {
                let Ok((before, records)) = desk.operations(own.stream, 1, 2) else { return Ok(()) };
                let mut bytes = Frame::seal(&key, register, incarnation, 1, before, &records).unwrap_or_default();
                let place = usize::from(which) % bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << (which % 8);
                }
                bytes
            }
            Forgery::Commitment => {
                let head = SignedHead::sign(&key, register, incarnation, n + 50, Hash([7; 32]));
                return self.ask(0, &Request::Commit(head), None).map(drop);
            }
            Forgery::Stranger => {
                let writer = sync::WriterId::of(stranger.public().device(), register);
                Frame::seal(&stranger, register, 1, 1, chain_start(writer, 1), &record).unwrap_or_default()
            }
            Forgery::Noise(which) => (0..u32::from(which)).map(|at| (at * 31 + u32::from(which)) as u8).collect(),
        };
        // A bit that says nothing may be the one that was altered: then it is the desk's own batch that came.
        self.again.iter_mut().for_each(|again| again.cut_batches += 1);
        match self.ask(0, &Request::Push(frame), None)? {
            Some(sync::message::Answer::Stored(_)) if matches!(forgery, Forgery::Stranger | Forgery::Noise(_)) => {
                broken(13, "a batch of a stranger was acknowledged")
            }
            _ => Ok(()),
        }
    }
}

/// The batch of one under the name of another: the same bytes but for the device. The header's layout is the frame's
/// own, so that the place is found by comparing two headers.
fn with_the_name_of(honest: &[u8], forged: &[u8]) -> Vec<u8> {
    let mut bytes = forged.to_vec();
    let named = 7..23;
    if let (Some(to), Some(from)) = (bytes.get_mut(named.clone()), honest.get(named)) {
        to.copy_from_slice(from);
    }
    bytes
}
