//! The beginning of a round: hello, and what follows from the council's answer. Owns rewinding, the proof that the
//! council was restored, and the first look at own streams; refuses to guess: what the answer leaves open is located.

use std::collections::{BTreeMap, BTreeSet};

use super::council::{Asked, Council, Doubt};
use super::{MOST_BEGINNINGS, Place, Replica, Session};
use crate::fault::{Fault, planted};
use crate::message::{Hello, Request, StreamEnd, StreamState, Welcome};
use crate::replica::store::OwnStream;
use crate::replica::trouble::Trouble;

impl OwnStream {
    /// Its end, as it is told.
    pub(super) fn end(&self) -> StreamEnd {
        StreamEnd { stream: self.stream, n: self.n, tag: self.h.tag() }
    }
}

impl Council {
    fn of(welcome: &Welcome) -> Council {
        Council {
            epoch: welcome.epoch,
            next_incarnation: welcome.next_incarnation,
            ends: BTreeMap::new(),
            log: welcome.log.position,
            circular: welcome.circular,
            doubts: Vec::new(),
            forks: BTreeMap::new(),
            commitments: BTreeSet::new(),
            receipts: BTreeSet::new(),
        }
    }
}

impl Session {
    pub(super) fn hello<R: Replica>(&mut self, replica: &R, place: &Place) -> Option<(Asked, Request)> {
        if self.beginnings >= MOST_BEGINNINGS {
            self.stop = Some(Trouble::Unsteady);
            return None;
        }
        self.beginnings += 1;
        let streams: Vec<StreamEnd> = place.streams.iter().map(OwnStream::end).collect();
        let hello = Hello {
            register: place.register,
            device: replica.key().public().device(),
            streams: streams.clone(),
            lineage: place.lineage.clone(),
            log: (place.log.position, place.log.l.tag()),
            proof: self.proof.take(),
            circular: place.circular,
        };
        Some((Asked::Hello(streams), Request::Hello(hello)))
    }

    pub(super) fn welcomed<R: Replica>(
        &mut self,
        replica: &mut R,
        told: &[StreamEnd],
        welcome: &Welcome,
    ) -> Result<(), R::Error> {
        let place = replica.place()?;
        replica.told(welcome.now, welcome.closes, &welcome.leases)?;
        if self.should_prove(replica, &place, welcome)? {
            return Ok(());
        }
        self.rewind(replica, &place, welcome)?;
        let mut council = Council::of(welcome);
        for end in told {
            if let Some(state) = welcome.streams.iter().find(|state| state.end.stream == end.stream) {
                compare(replica, &place, end, state, &mut council)?;
            }
        }
        self.council = Some(council);
        Ok(())
    }

    /// Whether the council seems to have lost what it gave a receipt for, and there is a receipt to show: once.
    fn should_prove<R: Replica>(&mut self, replica: &R, place: &Place, welcome: &Welcome) -> Result<bool, R::Error> {
        let end = |own: &OwnStream| welcome.streams.iter().find(|state| state.end.stream == own.stream);
        let lost = |own: &OwnStream| end(own).is_some_and(|state| state.end.n < own.acknowledged);
        let same_life = place.epoch == Some(welcome.epoch);
        if self.proved || !(welcome.prove || same_life && place.streams.iter().any(lost)) {
            return Ok(false);
        }
        self.proved = true;
        self.proof = replica.proof()?.filter(|receipt| receipt.received.epoch == welcome.epoch);
        Ok(self.proof.is_some())
    }

    /// Takes back the copy of the log beyond what is in common, and notes the life that the council's database lives.
    fn rewind<R: Replica>(&mut self, replica: &mut R, place: &Place, welcome: &Welcome) -> Result<(), R::Error> {
        let common = welcome.common.min(place.log.position);
        let behind = common < place.log.position;
        if place.epoch == Some(welcome.epoch) && !behind {
            return Ok(());
        }
        let common = if planted(Fault::NoRewind) { place.log.position } else { common };
        self.summary.rewound |= behind;
        self.offered.forget();
        self.gallery.forget_all();
        replica.rewind(common, welcome.epoch)
    }
}

/// Compares an own stream, as it was told, with the council's.
fn compare<R: Replica>(
    replica: &R,
    place: &Place,
    told: &StreamEnd,
    state: &StreamState,
    council: &mut Council,
) -> Result<(), R::Error> {
    let (stream, end) = (told.stream, state.end);
    let written_now = place.streams.last().is_some_and(|own| own.stream == stream);
    let same = !state.forked && (end.n == 0 || end.n > told.n || same_at(replica, &end)?);
    if !same {
        council.doubts.extend(place.streams.iter().find(|own| own.stream == stream).map(Doubt::of));
    } else if end.n > told.n && written_now {
        // This copy is behind the council: it was restored, or its twin went on.
        council.forks.insert(stream, told.n);
    }
    council.ends.insert(stream, if same && !planted(Fault::CutResendsAll) { end.n } else { 0 });
    Ok(())
}

fn same_at<R: Replica>(replica: &R, end: &StreamEnd) -> Result<bool, R::Error> {
    Ok(replica.hash_at(end.stream, end.n)?.is_some_and(|h| h.tag() == end.tag))
}
