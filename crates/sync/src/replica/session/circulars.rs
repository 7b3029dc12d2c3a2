//! Circulars: asked for when there are newer ones, taken as far as their signatures and numbers hold.

use super::council::{Asked, Council, Word};
use super::{Place, Replica, Session};
use crate::circular::SignedCircular;
use crate::message::Request;
use crate::replica::trouble::Trouble;

impl Session {
    pub(super) fn ask_circulars(&mut self, place: &Place, council: &Council) -> Option<(Asked, Request)> {
        if council.circular <= place.circular || self.circulars_asked {
            return None;
        }
        self.circulars_asked = true;
        Some((Asked::Circulars(place.circular), Request::Circulars(place.circular)))
    }

    pub(super) fn take_circulars<R: Replica>(
        &mut self,
        replica: &mut R,
        after: u32,
        mut new: Vec<SignedCircular>,
    ) -> Result<Word, R::Error> {
        let council = replica.place()?.council;
        let mut last = after;
        let sound = new.iter().position(|circular| {
            let follows = circular.circular.number > std::mem::replace(&mut last, circular.circular.number);
            !(follows && circular.is_of(&council))
        });
        if let Some(at) = sound {
            self.summary.note(Trouble::FalseCircular(new[at].circular.number));
            // Those behind it come another time: taken now, the gap would not be seen.
            new.truncate(at);
        }
        if !new.is_empty() {
            replica.circulars(&new)?;
            self.summary.circulars += new.len() as u32;
        }
        Ok(Word::Holds)
    }
}
