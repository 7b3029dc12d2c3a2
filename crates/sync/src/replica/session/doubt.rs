//! Own streams that forked, or that went on elsewhere: up to where they are the same, and going on in another
//! incarnation. Owns the search and what is carried over; refuses to drop anything of it.

use super::council::{Asked, Council, Doubt, Word};
use super::{MOST_BEGINNINGS, Place, Replica, Session};
use crate::identity::{StreamId, Tag};
use crate::message::{Locate, Request};
use crate::replica::store::OwnStream;
use crate::replica::trouble::Trouble;

impl Doubt {
    /// What was acknowledged is taken to be the same, until the council says otherwise.
    pub(super) fn of(own: &OwnStream) -> Doubt {
        let first = own.acknowledged.min(own.n).max(1);
        Doubt { stream: own.stream, first, sure: first == 1 }
    }
}

impl Session {
    /// The council has something else of an own stream.
    pub(super) fn doubted<R: Replica>(
        &mut self,
        replica: &R,
        stream: StreamId,
        council: &mut Council,
    ) -> Result<Word, R::Error> {
        let place = replica.place()?;
        let known = council.doubts.iter().any(|doubt| doubt.stream == stream);
        match place.streams.iter().find(|own| own.stream == stream) {
            Some(own) if !known => council.doubts.push(Doubt::of(own)),
            _ => {}
        }
        Ok(Word::Holds)
    }

    /// Asks up to where the first doubtful stream is the same.
    pub(super) fn locate<R: Replica>(
        &self,
        replica: &R,
        place: &Place,
        council: &mut Council,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        council.doubts.retain(|doubt| !self.blocked.contains(&doubt.stream));
        let Some(doubt) = council.doubts.first() else { return Ok(None) };
        let end = place.streams.iter().find(|own| own.stream == doubt.stream).map_or(0, |own| own.n);
        let mut tags: Vec<Tag> = Vec::new();
        for n in (doubt.first..=end).take(Locate::MOST) {
            tags.extend(replica.hash_at(doubt.stream, n)?.map(|h| h.tag()));
        }
        let locate = Locate { register: place.register, stream: doubt.stream, first: doubt.first, tags };
        Ok(Some((Asked::Locate(locate.clone()), Request::Locate(locate))))
    }

    pub(super) fn located(&mut self, asked: &Locate, n: u64, council: &mut Council) -> Word {
        let last = asked.first - 1 + asked.tags.len() as u64;
        let Some(doubt) = council.doubts.first_mut().filter(|doubt| doubt.stream == asked.stream && n <= last) else {
            self.nonsense();
            return Word::Void;
        };
        if n < asked.first && !doubt.sure {
            // The council has something else even of what was acknowledged.
            (doubt.first, doubt.sure) = (1, true);
        } else if n + 1 < asked.first {
            return Word::Void;
        } else if n == last && asked.tags.len() == Locate::MOST {
            (doubt.first, doubt.sure) = (last + 1, true);
        } else {
            council.doubts.remove(0);
            council.ends.insert(asked.stream, n);
            council.forks.insert(asked.stream, n);
        }
        Word::Holds
    }

    /// Goes on in a new incarnation once every fork is located. What stands in later incarnations and was not sent goes
    /// with it, for its bases may name what is carried over.
    pub(super) fn reopen<R: Replica>(
        &mut self,
        replica: &mut R,
        place: &Place,
        council: &mut Council,
    ) -> Result<bool, R::Error> {
        let (Some(written), Some((oldest, _))) = (place.streams.last(), council.forks.first_key_value()) else {
            return Ok(false);
        };
        if !council.doubts.is_empty() {
            return Ok(false);
        }
        if self.summary.reopened >= MOST_BEGINNINGS {
            self.stop = Some(Trouble::Unsteady);
            return Ok(true);
        }
        let streams: Vec<_> = place
            .streams
            .iter()
            .filter(|own| own.stream.incarnation >= oldest.incarnation && !self.blocked.contains(&own.stream))
            .map(|own| {
                (own.stream, council.forks.get(&own.stream).copied().unwrap_or(council.end(own.stream).min(own.n)))
            })
            .collect();
        let incarnation = council.next_incarnation.max(written.stream.incarnation.saturating_add(1));
        replica.reopen(&streams, incarnation)?;
        self.summary.reopened += 1;
        council.next_incarnation = incarnation.saturating_add(1);
        council.forks.clear();
        Ok(true)
    }
}
